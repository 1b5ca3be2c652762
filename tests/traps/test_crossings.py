"""Traps 29 to 34: the ends, means and limits of the seven crossings."""

import re

import pytest

from quiz.generate.content import BankContent
from quiz.generate.question import Quantity
from quiz.knowledge.model import Pack
from quiz.knowledge.verdict import Truth
from quiz.rounds.names import Names
from tests.traps.reading import (
    ENDS,
    OF_THE_SEVEN,
    UNSIDED,
    Said,
    answered_by,
    asking,
    fact_of,
    matching,
    offered,
    options,
    sentences,
    slot_of,
    truth,
    typed,
)

COUNTS = ("crossings_listed", "crossings_with_rails", "crossings_with_a_second_way", "crossings_with_a_limit")


# --- 29, 30: ends ---


@pytest.mark.parametrize(
    ("place", "as_end", "also"),
    [
        ("kara-balta", "leads_to", "turns_at"),
        ("tup", "leads_to", "near_border_in"),
        ("korday", "leads_to", "near_border_in"),
        ("merke", "leads_to", ""),
        ("tokmok", "", "passes_at"),
        ("kara-bulak", "", "turns_at"),
    ],
)
def test_trap_29_a_place_with_several_parts_is_one_entity(
    pack: Pack, names: Names, place: str, as_end: str, also: str
) -> None:
    assert names.meant(pack.entities[place].name) == (place,)
    relations = {fact.relation for fact in pack.facts_about[place]}
    assert {as_end, also} - {""} <= relations


def test_trap_29_what_a_place_is_elsewhere_is_said_of_it_and_not_of_another(pack: Pack, bank: BankContent) -> None:
    for question in bank.questions:
        for wrong in question.pool:
            if wrong.option.key in ("merke", "kara-balta", "tup", "korday") and question.theme == "crossings":
                assert pack.entities[wrong.option.key].option in wrong.proof.sentence, question.id


@pytest.mark.parametrize(("crossing", "ends"), ENDS.items())
def test_trap_30_a_crossing_is_its_kazakh_end_then_its_kyrgyz_end(
    pack: Pack, crossing: str, ends: tuple[str, str]
) -> None:
    assert pack.entities[crossing].name == " – ".join(pack.entities[end].option for end in ends)
    joining = "shares_its_crossing_with" if set(ends) == UNSIDED else "leads_to"
    assert truth(pack, *(ends[0], joining, ends[1])) is Truth.TRUE


def test_trap_30_rivals_of_an_end_are_ends_of_its_own_side(pack: Pack, bank: BankContent) -> None:
    sides = [{kazakh for kazakh, _ in ENDS.values()}, {kyrgyz for _, kyrgyz in ENDS.values()}]
    asked = asking(pack, bank, "leads_to")
    assert asked
    for question in asked:
        if question.kind != "true-false":
            assert any(offered(question) <= side for side in sides), question.id


def test_trap_30_an_end_with_two_names_takes_either_and_is_shown_by_one(bank: BankContent, names: Names) -> None:
    for line in ("Akjol", "Lugovoye", "Lugovoye/Akjol", "lugovoye akjol", "Ак-Жол", "Луговое"):
        assert typed(names, "akjol", line).right, line
    assert [(q.id, text) for q in bank.questions for text in options(q) if "/" in text] == []
    for question in bank.questions:
        if "akjol" in offered(question):
            assert "Lugovoye" not in options(question), question.id


# --- 31, 32: means and limits ---


def test_trap_31_each_of_the_seven_has_a_road_whatever_its_limit(pack: Pack) -> None:
    means = {fact.subject: fact.object for fact in pack.facts.values() if fact.relation == "has_means"}
    others = {"crossing-merke": "road-and-rail", "crossing-almaty": "road-and-hiking"}
    assert means == {crossing: others.get(crossing, "road") for crossing in ENDS}
    for limited in ("crossing-kegen", "crossing-avtodorozhniy"):
        assert truth(pack, limited, "has_means", "road") is Truth.TRUE


def test_trap_31_means_and_limits_never_stand_together_as_options(pack: Pack, bank: BankContent) -> None:
    kinds = {entity.id: entity.kind for entity in pack.entities.values()}
    for question in bank.questions:
        assert not {"means", "restriction"} <= {kinds.get(key) for key in offered(question)}, question.id


def test_trap_31_road_only_is_said_nowhere(said: tuple[Said, ...]) -> None:
    assert matching(said, r"\broads? only\b|\bonly (?:by )?(?:a )?road\b|\bonly roads?\b") == []


def test_trap_31_no_crossing_is_refuted_as_a_plain_road_for_its_limit(pack: Pack, bank: BankContent) -> None:
    for question in asking(pack, bank, "has_means"):
        for wrong in question.pool:
            assert not re.search(r"locals|season|summer", wrong.proof.sentence), (question.id, wrong.option.text)


def test_trap_32_each_limit_is_at_one_crossing_and_asked_by_itself(pack: Pack, bank: BankContent) -> None:
    limits = {fact.subject: fact.object for fact in pack.facts.values() if fact.relation == "has_limit"}
    assert limits == {"crossing-kegen": "summer-only", "crossing-avtodorozhniy": "locals-only"}
    signs = {"summer-only": r"summer|season|February|winter", "locals-only": r"locals|far away|live"}
    asked = [q for q in asking(pack, bank, "has_limit") if slot_of(q) == "subject"]
    assert {q.asks[0] for q in asked} == {"limit-summer", "limit-locals"}
    for question in asked:
        fact = fact_of(pack, question)
        assert fact
        assert re.search(signs[str(fact.object)], question.stem), question.id


def test_trap_32_restricted_alone_is_asked_nowhere(bank: BankContent) -> None:
    restricted = re.compile(r"\brestrict|\blimited\b(?! to)", re.I)
    assert [(q.id, text) for q in bank.questions for text in (q.stem, *options(q)) if restricted.search(text)] == []


# --- 33, 34: seven are listed; free and pereval ---


def test_trap_33_what_asks_for_a_crossing_or_counts_them_says_of_the_seven_in_this_game(
    pack: Pack, bank: BankContent
) -> None:
    counted = [q for q in asking(pack, bank, *COUNTS) if isinstance(q.answer, Quantity) or q.kind == "true-false"]
    chosen = [q for q in bank.questions if answered_by(q) in ENDS]
    assert counted
    assert chosen
    for question in (*counted, *chosen):
        wanted = r"in this game" if question.asks == ("count-listed",) else OF_THE_SEVEN
        assert re.search(wanted, question.stem), question.id


def test_trap_33_seven_crossings_are_always_those_in_this_game(bank: BankContent) -> None:
    told = [(q.id, text) for q in bank.questions for text in (q.stem, *options(q))]
    told += [(fact.id, fact.statement) for fact in bank.facts]
    of_crossings = [(where, text) for where, text in told if re.search(r"\bseven\b", text)]
    assert of_crossings
    assert [(where, text) for where, text in of_crossings if not re.search(r"\bthis game\b", text, re.I)] == []


def test_trap_33_the_rails_are_the_only_ones_of_the_seven_and_never_simply_the_only_ones(
    said: tuple[Said, ...],
) -> None:
    only = matching(sentences(said), r"\brails?\b|\btrains?\b|\brailway", r"\bonly\b|\balone\b|\bsole\b|\bone crossing")
    assert [one for one in only if not re.search(r"\bseven\b|\btwo ends\b|^rail alone$|^trains only$", one.text)] == []


def test_trap_34_free_is_explained_nowhere_and_asked_nowhere(
    pack: Pack, bank: BankContent, said: tuple[Said, ...]
) -> None:
    assert asking(pack, bank, "described_as") == []
    of_crossings = [(q.id, text) for q in bank.questions if q.theme == "crossings" for text in (q.stem, *options(q))]
    assert [(where, text) for where, text in of_crossings if re.search(r"\bfree\b", text)] == []
    guesses = r"\b(?:tolls?|fees?|visas?|permits?|free of|charge|unguarded|open to all|no checks?)\b"
    assert matching([one for one in said if re.search(r"Ozern|\bpass\b", one.text)], guesses) == []


def test_trap_34_pereval_means_pass_and_either_name_is_taken(pack: Pack, bank: BankContent, names: Names) -> None:
    for line in ("Ozerny Pass", "the Ozerny Pass", "Pereval Ozernyy", "Ozernyy", "Pereval Ozerny", "Озёрный"):
        assert typed(names, "ozerny-pass", line).right, line
    assert {answered_by(q) for q in asking(pack, bank, "name_has_word_for") if q.kind != "true-false"} == {"a-pass"}
    for question in bank.questions:
        if "ozerny-pass" in offered(question):
            assert "Pereval Ozernyy" not in options(question), question.id
