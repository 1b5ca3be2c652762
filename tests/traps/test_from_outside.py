"""Traps 37 to 42: what other sources would dispute."""

import re

from quiz.generate.content import BankContent
from quiz.generate.question import Name
from quiz.knowledge.model import Pack
from quiz.knowledge.verdict import Truth
from tests.traps.reading import (
    ENDS,
    OF_THE_SEVEN,
    UNSIDED,
    Said,
    answered_by,
    asking,
    asking_a_date,
    fact_of,
    matching,
    offered,
    sentences,
    texts,
    truth,
)


def test_trap_37_nobody_is_asked_on_which_side_khun_chi_and_kara_su_lie(pack: Pack, bank: BankContent) -> None:
    sided = asking(pack, bank, "end_in", "near_border_in", "leads_to")
    assert sided
    for question in sided:
        fact = fact_of(pack, question)
        assert fact
        assert fact.subject not in UNSIDED, question.id
        assert not UNSIDED & offered(question), question.id
        assert not re.search(r"Khun Chi|Kara-Su", " ".join(texts(question))), question.id


def test_trap_37_the_pair_is_asked_without_a_side(pack: Pack, bank: BankContent) -> None:
    asked = asking(pack, bank, "shares_its_crossing_with")
    assert {answered_by(q) for q in asked} >= UNSIDED
    for question in asked:
        assert not re.search(r"Kazakh|Kyrgyz|\bleave\b|\barrive", question.stem), question.id
        ends = offered(question) & {end for pair in ENDS.values() for end in pair}
        for side in (0, 1):
            assert question.kind == "true-false" or ends - UNSIDED & {pair[side] for pair in ENDS.values()}, question.id


def test_trap_37_no_sentence_puts_either_end_on_a_side(said: tuple[Said, ...]) -> None:
    side = r"Kazakh (?:end|side)|Kyrgyz (?:end|side)|in Kazakhstan|in Kyrgyzstan|leave Ka|leave Ky"
    assert matching(said, r"Khun Chi|Kara-Su")
    assert matching(sentences(said), r"Khun Chi|Kara-Su", side) == []


def test_trap_38_limits_and_means_are_told_of_this_game_or_of_a_named_crossing(pack: Pack, bank: BankContent) -> None:
    asked = asking(pack, bank, "has_limit", "has_means")
    assert asked
    for question in asked:
        fact = fact_of(pack, question)
        assert fact
        ends = [pack.entities[end].option for end in ENDS[fact.subject]]
        assert OF_THE_SEVEN.search(question.stem) or all(end in question.stem for end in ends), question.id


def test_trap_38_nothing_says_what_has_become_of_the_limits_since(said: tuple[Said, ...]) -> None:
    since = r"\b(?:year-round|all year|still|today|nowadays|now|no longer|since \d{4}|meanwhile)\b"
    assert matching(sentences(said), r"Kegen|Kenbulun|Avtodorozhniy", since) == []


def test_trap_39_nothing_says_whether_rails_or_borders_were_there_first(said: tuple[Said, ...]) -> None:
    railway = r"\brail|\bline from Taraz|\btracks?\b|\broute\b"
    first = r"\b(?:19[12]\d|already|older|younger|earlier|were? there|came first|before the border|existed)\b"
    assert matching(sentences(said), railway)
    assert matching(sentences(said), railway, first) == []


def test_trap_39_no_date_is_asked_of_the_railway(pack: Pack, bank: BankContent) -> None:
    assert [q.stem for q in asking_a_date(pack, bank) if re.search(r"\brail", q.stem)] == []


def test_trap_40_nothing_says_that_there_are_no_other_crossings(said: tuple[Said, ...]) -> None:
    claims = (
        r"\bno (?:other|more) crossings?|\bonly (?:seven )?crossings?\b|\bthere are (?:only |just )?seven|\bhas seven"
    )
    assert matching(sentences(said), claims) == []


def test_trap_40_no_mountain_crossing_is_refuted_as_closed_in_winter(pack: Pack, bank: BankContent) -> None:
    assert truth(pack, "crossing-almaty", "has_limit", "hikers-only") is not Truth.TRUE
    seasonal = [q for q in asking(pack, bank, "has_limit") if q.asks == ("limit-summer",)]
    assert seasonal
    for question in seasonal:
        assert "crossing-almaty" not in offered(question), question.id


def test_trap_40_no_sentence_calls_a_crossing_open_in_winter(said: tuple[Said, ...]) -> None:
    always = r"\bany season\b|\ball seasons\b|\bopen in (?!summer)|\bopen\b[^.]*\bwinter\b|\bwinter\b[^.]*\bopen\b"
    assert matching(sentences(said), always) == []


def test_trap_40_no_sentence_makes_a_summer_season_the_only_one_of_the_seven(said: tuple[Said, ...]) -> None:
    alone = r"\bthe (?:only )?one of the seven\b|\bonly one of the seven|\balone of the seven|\bof the seven alone"
    assert matching(sentences(said), r"summer|season|winter", alone) == []


def test_trap_41_from_signing_to_force_is_more_than_six_years_and_no_count(said: tuple[Said, ...]) -> None:
    counted = r"\b(?:six|seven|eight|6|7|\d+) years\b"
    told = matching(sentences(said), r"treaty|sign", r"force", counted)
    assert [one for one in told if not re.search(r"more than six years", one.text, re.I)] == []


def test_trap_41_the_soviet_era_ends_with_1991(said: tuple[Said, ...]) -> None:
    era = r"(?<!ex-)\bSoviet (?:era|times|years|days|period)\b"
    late = r"\b(?:until|till|up to|in|of) (?:the end of )?(?:199[2-9]|20\d\d)\b|\bdecades\b"
    told = matching(sentences(said), era, late)
    assert [one for one in told if not re.search(r"treaty is of 2001", one.text)] == []


def test_trap_42_avtodorozhniy_is_asked_as_half_of_a_pair_and_is_nobodys_rival(pack: Pack, bank: BankContent) -> None:
    for question in bank.questions:
        assert "avtodorozhniy" not in offered(question) - {answered_by(question)}, question.id
        assert "Avtodorozhniy" not in {wrong.option.text for wrong in question.pool}, question.id
    sided = [fact_of(pack, q) for q in asking(pack, bank, "end_in", "near_border_in")]
    assert not {"avtodorozhniy", "kenbulun"} & {fact.subject for fact in sided if fact}
    assert [q.id for q in bank.questions if isinstance(q.answer, Name) and answered_by(q) == "avtodorozhniy"] == []
