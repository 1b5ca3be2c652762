"""Traps 18 to 23: Almaty, distances, the course and look-alikes."""

import re
from itertools import combinations, permutations

import pytest

from quiz.generate.content import BankContent
from quiz.generate.draw import draw
from quiz.generate.question import Quantity, Question, Sequence
from quiz.knowledge.model import Pack, Value
from quiz.knowledge.sequence import ordered
from quiz.knowledge.verdict import Truth
from quiz.rounds.grading import grade
from quiz.rounds.names import Names
from tests.traps.reading import (
    Said,
    answered_by,
    asking,
    matching,
    offered,
    sentences,
    slot_of,
    truth,
    typed,
)


def numbers(bank: BankContent) -> list[Question]:
    return [q for q in bank.questions if isinstance(q.answer, Quantity)]


def number_of(bank: BankContent, fact: str) -> Question:
    return next(q for q in numbers(bank) if q.asks == (fact,))


def right(question: Question, line: str, names: Names) -> bool:
    return grade(question, draw(question, 0), line, names).right


# --- 18 to 20: Almaty, distances, length ---


def test_trap_18_almaty_the_city_its_region_and_its_crossing_are_three_entities(pack: Pack, names: Names) -> None:
    assert [pack.entities[e].kind for e in ("almaty", "almaty-region", "crossing-almaty")] == [
        "city", "region", "crossing",
    ]  # fmt: skip
    assert names.meant("Almaty")[0] == "almaty"
    assert typed(names, "almaty", "Almaty").right
    assert not typed(names, "almaty", "Almaty Region").right
    assert typed(names, "almaty-region", "Almaty Region").right
    assert not typed(names, "almaty-region", "Almaty").right


def test_trap_18_no_question_offers_the_city_beside_its_region(bank: BankContent) -> None:
    assert [q.id for q in bank.questions if {"almaty", "almaty-region"} <= offered(q)] == []


def test_trap_18_almaty_is_a_former_capital_and_the_largest_city(
    pack: Pack, bank: BankContent, said: tuple[Said, ...]
) -> None:
    assert truth(pack, "almaty", "capital_of", "kazakhstan") is not Truth.TRUE
    assert truth(pack, "almaty", "largest_city_of", "kazakhstan") is Truth.TRUE
    assert [q.id for q in asking(pack, bank, "capital_of") if answered_by(q) == "almaty"] == []
    claimed = matching(sentences(said), r"Almaty(?:,| is)[^.?]* capital")
    false_ones = {q.stem for q in bank.questions if q.kind == "true-false" and answered_by(q) == "false"}
    for one in claimed:
        asked_as_false = any(stem.startswith(one.text) for stem in false_ones)
        assert asked_as_false or re.search(r"former|used to|once|no longer|was capital", one.text), one


def test_trap_19_no_two_windows_of_distances_overlap(bank: BankContent) -> None:
    distances = [q.answer for q in numbers(bank) if isinstance(q.answer, Quantity) and q.answer.unit]
    assert {(d.value, d.unit) for d in distances} >= {(16, "km"), (29, "km"), (10, "miles")}
    for one, other in combinations(distances, 2):
        if one.unit == other.unit:
            assert abs(one.value - other.value) > one.tolerance + other.tolerance


@pytest.mark.parametrize(
    ("fact", "rights", "wrongs"),
    [
        ("bishkek-distance-km", ("16", "16 km", "sixteen"), ("10", "10 mi", "10 miles", "10 km", "16 miles", "29")),
        ("almaty-distance-km", ("29", "29 km"), ("18", "18 mi", "18 miles", "29 miles", "16", "16 km")),
        ("bishkek-distance-miles", ("10", "10 mi", "ten miles"), ("16", "16 km", "10 km", "16 miles", "18")),
    ],
)
def test_trap_19_miles_are_not_taken_for_kilometres(
    bank: BankContent, names: Names, fact: str, rights: tuple[str, ...], wrongs: tuple[str, ...]
) -> None:
    question = number_of(bank, fact)
    assert [line for line in rights if not right(question, line, names)] == []
    assert [line for line in wrongs if right(question, line, names)] == []


def test_trap_19_a_number_question_says_its_unit_and_a_miles_question_says_miles(bank: BankContent) -> None:
    for question in numbers(bank):
        assert isinstance(question.answer, Quantity)
        assert question.wants == question.answer.unit
        assert ("miles" in question.stem) is (question.answer.unit == "miles"), question.id


@pytest.mark.parametrize("line", ["1212", "1,212", "1 212", "1.212", "1212 km", "1,212 km", "1\u202f212 km", "1212km"])
def test_trap_20_the_length_is_read_with_any_separator(bank: BankContent, names: Names, line: str) -> None:
    assert right(number_of(bank, "border-length"), line, names)


def test_trap_20_the_pack_keeps_to_one_length(pack: Pack, said: tuple[Said, ...]) -> None:
    lengths = [fact.object for fact in pack.facts.values() if fact.relation == "has_length"]
    assert [(value.number, value.unit) for value in lengths if isinstance(value, Value)] == [(1212, "km")]
    assert matching(said, r"\b1[, ]?(?:224|230|241|257|051|113)\b") == []


# --- 21, 22: the ends and the order of the course ---


def test_trap_21_the_range_of_the_eastern_end_is_unknown_and_never_asked(pack: Pack, bank: BankContent) -> None:
    ranges = [entity.id for entity in pack.entities.values() if entity.kind == "mountain-range"]
    assert truth(pack, "western-tripoint", "lies_in_range", "ugam-range") is Truth.TRUE
    for mountains in ranges:
        assert truth(pack, "eastern-tripoint", "lies_in_range", mountains) is Truth.UNKNOWN, mountains
    for question in asking(pack, bank, "lies_in_range"):
        assert "west" in question.stem, question.id
        assert slot_of(question) == "object", question.id


def test_trap_21_no_sentence_puts_the_eastern_end_into_a_range(said: tuple[Said, ...]) -> None:
    end = r"\b(?:ends?|eastern tripoint|tripoint with China)\b"
    assert matching(sentences(said), end + r" (?:is |lies |stands )?in (?:the )?\w+ (?:Range|Ala-Too)") == []


PLACES = (
    {"ugam-range"},
    {"taraz", "kyrgyz-ala-too"},
    {"kara-balta"},
    {"chu", "bishkek", "tokmok"},
    {"kara-bulak"},
    {"kungoy-ala-too", "issyk-kul"},
)
"""The course as the source orders it, from west to east; what shares a place is not ordered."""

PLACE = {entity: place for place, entities in enumerate(PLACES) for entity in entities}


@pytest.mark.parametrize(("first", "then"), list(permutations(sorted(PLACE), 2)))
def test_trap_22_the_pack_orders_what_the_source_orders_and_nothing_else(pack: Pack, first: str, then: str) -> None:
    known = ordered(pack, "passed_before", first, then)
    if {first, then} == {"chu", "kara-bulak"}:
        assert known is None  # the border leaves the river there: the one is not before the other
    elif PLACE[first] == PLACE[then]:
        assert known is None
    else:
        assert known in (None, PLACE[first] < PLACE[then])


def test_trap_22_every_order_of_the_course_has_ordered_pairs_only(pack: Pack, bank: BankContent) -> None:
    courses = [order for order in pack.orders if order.by == "passed_before"]
    assert len(courses) >= 2
    for order in courses:
        for first, then in combinations(order.members, 2):
            assert PLACE[first] < PLACE[then], order.id
            assert ordered(pack, "passed_before", first, then), order.id
    for question in bank.questions:
        if isinstance(question.answer, Sequence):
            assert not {"taraz", "kyrgyz-ala-too"} <= offered(question), question.id


def test_trap_22_nothing_said_puts_taraz_before_or_after_the_kyrgyz_ala_too(
    bank: BankContent, said: tuple[Said, ...]
) -> None:
    both = matching(sentences(said), r"\bTaraz\b", r"Ala-Too")
    assert [one for one in both if re.search(r"\b(?:before|after|then|later|next|already)\b", one.text)] == []
    judged = [q.stem for q in bank.questions if q.kind == "true-false" and "Taraz" in q.stem and "Ala-Too" in q.stem]
    assert judged == []


# --- 23: look-alikes ---

LOOK_ALIKES = [
    ("chu", "chuy-region"), ("issyk-kul", "issyk-kul-region"), ("taraz", "talas-region"),
    ("kyrgyz-ala-too", "kungoy-ala-too"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_trap_23_no_spelling_of_one_is_right_for_its_look_alike(pack: Pack, names: Names, one: str, other: str) -> None:
    for entity, like in ((one, other), (other, one)):
        known = pack.entities[entity]
        for spelling in (known.name, known.option, *known.aliases):
            assert typed(names, entity, spelling).right, spelling
            assert not typed(names, like, spelling).right, spelling


def test_trap_23_ala_too_alone_names_neither_range(names: Names) -> None:
    for line in ("Ala-Too", "Ala Too Range", "Alatau", "the Ala-Too mountains"):
        assert not typed(names, "kyrgyz-ala-too", line).right
        assert not typed(names, "kungoy-ala-too", line).right


def test_trap_23_the_river_is_never_an_option_beside_the_region_nor_the_lake_beside_its_own(bank: BankContent) -> None:
    for question in bank.questions:
        assert not {"chu", "chuy-region"} <= offered(question), question.id
        assert not {"issyk-kul", "issyk-kul-region"} <= offered(question), question.id


def test_trap_23_the_comma_of_chaldybar_is_in_no_option_and_its_whole_name_is_read(
    bank: BankContent, names: Names, said: tuple[Said, ...]
) -> None:
    assert matching(said, r"Chaldybar")
    assert matching(said, r"Chaldybar, Chuy") == []
    for line in ("Chaldybar, Chuy", "Chaldybar", "chaldybar chuy"):
        assert typed(names, "chaldybar", line).right
