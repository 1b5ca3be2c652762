"""Traps 25 to 28: open lists, common names, the railway and the present tense."""

import re

import pytest

from quiz.generate.content import BankContent
from quiz.knowledge.model import Pack, Value
from quiz.knowledge.verdict import Truth
from tests.traps.reading import (
    Said,
    asking,
    fact_of,
    matching,
    offered,
    options,
    sentences,
    slot_of,
    truth,
)

SIDES = ("near_border_in", "region_along_border_in", "end_in")


def test_trap_25_nothing_is_refuted_by_its_absence_from_an_open_list(pack: Pack) -> None:
    for relation in SIDES:
        assert pack.relations[relation].backward == "open", relation
    for place in ("bishkek", "merke", "kara-balta"):
        for country in ("kazakhstan", "kyrgyzstan"):
            assert truth(pack, place, "near_border_in", country) is Truth.UNKNOWN, place


def test_trap_25_a_wrong_settlement_or_region_is_placed_elsewhere_by_the_pack(pack: Pack, bank: BankContent) -> None:
    asked = [q for q in asking(pack, bank, *SIDES) if slot_of(q) == "subject"]
    assert asked
    for question in asked:
        fact = fact_of(pack, question)
        assert fact
        written = {rival.is_ for rival in fact.subject_rivals}
        for rival in offered(question) - {fact.subject}:
            elsewhere = {
                other.object for other in pack.facts_about.get(rival, ()) if other.relation == fact.relation
            } - {fact.object}
            assert elsewhere or (rival in written and pack.entities[rival].foil), (question.id, rival)


def test_trap_25_no_stem_asks_what_is_not_on_a_list(bank: BankContent) -> None:
    negative = r"\bnot\b|\bexcept\b|\bnone\b|\bisn't\b|\bdoes not\b"
    assert [
        q.stem for q in bank.questions if {"sides", "regions"} & set(q.topics) and re.search(negative, q.stem)
    ] == []


def test_trap_26_no_settlement_is_placed_in_a_region(pack: Pack, said: tuple[Said, ...]) -> None:
    kinds = {entity.id: entity.kind for entity in pack.entities.values()}
    for fact in pack.facts.values():
        ends = {kinds[fact.subject], kinds[fact.object] if isinstance(fact.object, str) else ""}
        assert not {"settlement", "region"} <= ends, fact.id
    settlements = [entity.text for entity in pack.entities.values() if entity.kind == "settlement"]
    named = "|".join(map(re.escape, settlements))
    assert matching(sentences(said), rf"\b(?:{named})\b[^.]*\bin \w+ Region") == []


@pytest.mark.parametrize("common", ["ivanovka", "pokrovka", "kara-su"])
def test_trap_26_a_common_name_is_asked_with_the_border_or_a_crossing_beside_it(
    pack: Pack, bank: BankContent, common: str
) -> None:
    about = {fact.id for fact in pack.facts_about[common]}
    asked = [q for q in bank.questions if set(q.asks) & about]
    assert asked
    assert [q.stem for q in asked if not re.search(r"\bborder\b|\bcrossing\b", q.stem)] == []


def test_trap_27_the_railway_is_neither_one_of_the_crossings_nor_said_not_to_be(
    pack: Pack, bank: BankContent, said: tuple[Said, ...]
) -> None:
    crossings = {entity.id for entity in pack.entities.values() if entity.kind == "crossing"}
    assert len(crossings) == 7
    for fact in pack.facts_about["taraz-aktobe-railway"]:
        assert fact.object not in crossings
    assert matching(sentences(said), r"Aktobe", r"\bcrossings?\b") == []
    assert [q.id for q in bank.questions if "taraz-aktobe-railway" in offered(q)] == []


def test_trap_27_rails_at_aisha_bibi_beside_taraz_are_refuted_nowhere(pack: Pack, bank: BankContent) -> None:
    for question in asking(pack, bank, "has_means"):
        fact = fact_of(pack, question)
        assert fact
        if fact.subject == "crossing-aisha-bibi":
            assert not {"road-and-rail", "rail"} & offered(question), question.id
        if fact.object == "road-and-rail" and slot_of(question) == "subject":
            assert "crossing-aisha-bibi" not in offered(question), question.id


def test_trap_28_every_question_carries_the_source_and_its_date(pack: Pack, bank: BankContent) -> None:
    assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", bank.source_date)
    month, year = str(Value(date=bank.source_date).when).split()[-2:]
    for question in bank.questions:
        assert bank.source in question.source, question.id
        assert f"{month[:3]} {year}" in question.source, question.id


def test_trap_28_no_stem_names_the_article_a_source_or_a_list(bank: BankContent) -> None:
    named = re.compile(
        r"\b(?:articles?|source|listed|lists?|mention(?:ed|s)?|according to|text|passage|wikipedia)\b", re.I
    )
    assert [q.stem for q in bank.questions if named.search(q.stem)] == []
    assert [text for q in bank.questions for text in options(q) if named.search(text) and "sources" not in text] == []
