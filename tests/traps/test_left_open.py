"""Traps 11 to 17: what the source leaves open, and whose view it tells."""

import re

from quiz.generate.content import BankContent
from quiz.knowledge.model import Pack
from quiz.knowledge.sequence import date_of
from quiz.knowledge.verdict import Truth
from tests.traps.reading import (
    Said,
    answered_by,
    asking,
    asking_a_date,
    dated,
    fact_of,
    matching,
    offered,
    sentences,
    slot_of,
    spellings,
    truth,
)


def test_trap_11_the_founding_of_the_soviet_union_has_no_date(pack: Pack, bank: BankContent) -> None:
    assert date_of(pack, "happened", "soviet-union") is None
    for year in ("1917", "1922"):
        assert truth(pack, "soviet-union", "happened", dated(year)) is Truth.UNKNOWN
    for question in asking_a_date(pack, bank):
        assert not re.search(r"Soviet Union[^?]*\b(created|founded|formed|established)", question.stem), question.id
        assert answered_by(question) != "1922", question.id


def test_trap_11_no_sentence_dates_the_founding(said: tuple[Said, ...]) -> None:
    founded = r"\b(?:creat|found|form)(?:ed|ing|ation)(?: of)?(?: the)?(?: Soviet Union| USSR)?"
    assert matching(sentences(said), r"Soviet Union|USSR", founded + r" (?:in|of) (?:\w+ )?\d{4}") == []
    assert matching(sentences(said), r"\b1922\b[^.]*Soviet Union|Soviet Union[^.]*\b1922\b") == []


def test_trap_12_three_states_were_conquered_and_two_have_successors(pack: Pack) -> None:
    annexed = {fact.object for fact in pack.facts.values() if fact.relation == "annexed"}
    assert annexed == {"khanate-of-kokand", "khanate-of-khiva", "emirate-of-bukhara"}
    successors = {fact.object: fact.subject for fact in pack.facts.values() if fact.relation == "succeeded"}
    assert successors == {"khanate-of-khiva": "khorezm-psr", "emirate-of-bukhara": "bukhara-psr"}
    assert truth(pack, "khorezm-psr", "succeeded", "khanate-of-kokand") is Truth.FALSE
    assert truth(pack, "bukhara-psr", "succeeded", "khanate-of-kokand") is Truth.FALSE
    assert not spellings(pack.entities["khanate-of-khiva"]) & spellings(pack.entities["khorezm-psr"])


def test_trap_12_no_sentence_gives_kokand_a_republic_of_1920(said: tuple[Said, ...]) -> None:
    assert matching(sentences(said), r"Kokand[^,;.]* (?:became|turned|was turned|succeeded)") == []
    assert matching(sentences(said), r"\bthree\b[^.]*\bpeople's (?:soviet )?republics") == []


def test_trap_13_the_pack_does_not_know_what_the_turkestan_assr_left_out(pack: Pack) -> None:
    lands = {entity.id for entity in pack.entities.values() if "land-of-today" in entity.sorts}
    named = {"southern-kazakhstan", "uzbekistan-of-today", "tajikistan-of-today", "turkmenistan-of-today"}
    assert named < lands
    for land in lands:
        wanted = Truth.TRUE if land in named else Truth.UNKNOWN
        assert truth(pack, "turkestan-assr", "covered", land) is wanted, land


def test_trap_13_no_question_denies_kyrgyzstan_to_the_turkestan_assr(pack: Pack, bank: BankContent) -> None:
    for question in asking(pack, bank, "covered"):
        fact = fact_of(pack, question)
        assert fact
        if fact.subject == "turkestan-assr":
            assert "kyrgyzstan-of-today" not in offered(question), question.id
        if fact.object == "kyrgyzstan-of-today" and slot_of(question) == "subject":
            assert "turkestan-assr" not in offered(question), question.id


def test_trap_13_no_sentence_says_what_the_turkestan_assr_did_not_cover(said: tuple[Said, ...]) -> None:
    assert matching(sentences(said), r"Turkestan", r"\bKyrgyzstan\b", r"cover|part of|belong|includ") == []
    assert matching(sentences(said), r"Turkestan[^.]*(?:did not|without|not cover|left out|except|all but)") == []


def test_trap_14_nobody_is_asked_how_many_sub_committees_there_were_or_for_whom(
    bank: BankContent, said: tuple[Said, ...]
) -> None:
    assert not any("sub-committees" in question.asks for question in bank.questions)
    counted = r"\b(?:two|three|six|nine|each|every|one|how many|\d+)\b"
    told = matching(sentences(said), r"sub-committee")
    assert [one for one in told if re.search(counted, one.text, re.IGNORECASE)] == []
    assert [one for one in told if re.search(r"Kazakh|Turkmen|Uzbek", one.text)] == []


def test_trap_15_what_the_common_portrayal_says_is_asked_as_what_it_says(pack: Pack, bank: BankContent) -> None:
    asked = [q for q in bank.questions if (fact := fact_of(pack, q)) and fact.holder == "common-portrayal"]
    assert asked
    assert [q.stem for q in asked if not re.search(r"portrayal|\bpress\b|coverage", q.stem)] == []


def test_trap_15_no_question_judges_between_the_views(bank: BankContent, said: tuple[Said, ...]) -> None:
    judged = (
        r"\b(?:myth|actually|in truth|in reality|in fact|rightly|wrongly|mistaken|misconception|debunk|the truth)\b"
    )
    of_views = {q.id for q in bank.questions if {"views", "press", "difficulties"} & set(q.topics)}
    assert len(of_views) > 20
    assert [one for one in matching(said, judged) if one.where in of_views] == []
    for question in bank.questions:
        assert not {"common-portrayal", "closer-analysis"} <= offered(question), question.id


def test_trap_15_five_of_the_six_cited_pieces_are_of_2010(pack: Pack) -> None:
    pieces = [entity.id for entity in pack.entities.values() if entity.kind == "work"]
    assert len(pieces) == 6
    years = sorted(date_of(pack, "appeared_in_year", piece).year for piece in pieces)  # type: ignore[union-attr]
    assert years == [2010] * 5 + [2016]


def test_trap_16_what_is_said_of_central_asia_at_large_is_never_said_of_this_border(
    bank: BankContent, said: tuple[Said, ...]
) -> None:
    at_large = r"enclave|Ferghana|\bSart\b|convoluted|Amu Darya"
    this_border = r"Kazakh[–-]Kyrgyz|this border|\bthe border\b|between Kazakhstan and Kyrgyzstan"
    assert matching(sentences(said), at_large)
    assert matching(sentences(said), at_large, this_border) == []
    for question in bank.questions:
        if re.search(at_large, question.stem):
            assert not re.search(this_border, question.stem + question.explanation), question.id


def test_trap_17_judgements_are_told_as_what_is_said(said: tuple[Said, ...]) -> None:
    assert matching(said, r"\bfinal (?:border )?treaty") == []
    judged = matching(sentences(said), r"cooperat|stark|contrast")
    attributed = r"\b(?:said|told|described|called|judged)\b"
    assert [one for one in judged if len(one.text.split()) > 4 and not re.search(attributed, one.text)] == []
