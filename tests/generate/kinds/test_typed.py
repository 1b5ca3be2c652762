import pytest

from quiz.generate.kinds import one_best_answer, typed
from quiz.generate.question import Name, Question, Shape, When
from quiz.generate.workshop import Unsound
from quiz.knowledge.dates import parse
from quiz.knowledge.model import Pack
from tests.generate.vale import shop, vale, with_changes
from tests.packs import fact, relation

LAKE = fact("ashford-lake", "ashford", "lies_by", "long-lake")
BY = {"statement": "{subject} lies by {object}.", "ask": "By which lake does {subject} lie?",
      "ask_subject": "Which town lies by {object}?"}  # fmt: skip


def ask(pack: Pack, name: str, slot: str = "object") -> Question:
    make = typed.of_object if slot == "object" else typed.of_subject
    return make(shop(pack), pack.facts[name])


def refused(pack: Pack, name: str, slot: str = "object") -> str:
    with pytest.raises(Unsound) as caught:
        ask(pack, name, slot)
    assert caught.value.detail
    return caught.value.reason


def test_a_name_is_typed_in_either_direction() -> None:
    lake, town = ask(vale(), "ashford-lake"), ask(vale(), "ashford-lake", "subject")
    assert (lake.shape, lake.answer) == (Shape.TEXT, Name("long-lake", "Long Lake"))
    assert (town.shape, town.answer) == (Shape.TEXT, Name("ashford", "Ashford"))
    assert town.id == "ashford-lake.subject.typed"
    assert lake.pool


@pytest.mark.parametrize(("forward", "allowed"), [("one", True), ("closed", True), ("open", False)])
def test_only_a_direction_that_is_closed_is_typed(forward: str, allowed: bool) -> None:
    pack = with_changes(relation("lies_by", "town", "lake", forward=forward, **BY))
    if allowed:
        assert ask(pack, "ashford-lake").answer == Name("long-lake", "Long Lake")
    else:
        assert refused(pack, "ashford-lake") == "open"


@pytest.mark.parametrize(("backward", "allowed"), [("one", True), ("closed", True), ("open", False)])
def test_only_a_direction_that_is_closed_is_typed_the_other_way_too(backward: str, allowed: bool) -> None:
    pack = with_changes(relation("lies_by", "town", "lake", backward=backward, **BY))
    if allowed:
        assert ask(pack, "ashford-lake", "subject").answer == Name("ashford", "Ashford")
    else:
        assert refused(pack, "ashford-lake", "subject") == "open"


@pytest.mark.parametrize("valid", [{}, {"valid": "1801/1810"}])
def test_what_has_a_second_answer_is_not_typed(valid: dict[str, str]) -> None:
    closed = relation("lies_by", "town", "lake", forward="closed", backward="closed", **BY)
    more = fact("ashford-too", "ashford", "lies_by", "round-lake", **valid)
    assert refused(with_changes(closed, more), "ashford-lake") == "several-answers"
    assert refused(with_changes(closed, more), "birchley-lake", "subject") == "several-answers"


def test_what_had_one_answer_after_another_is_typed_as_its_words_name_the_time() -> None:
    lies_by = relation("lies_by", "town", "lake", forward="one", **BY)
    first = LAKE.but(valid="1801/1810", ask="By which lake did Ashford lie at first?")
    then = fact(
        "ashford-then", "ashford", "lies_by", "round-lake", valid="1820/..", ask="By which lake does it lie now?"
    )
    assert ask(with_changes(lies_by, first, then, without=("birchley-lake",)), "ashford-lake").answer == Name(
        "long-lake", "Long Lake"
    )


@pytest.mark.parametrize(
    ("name", "edtf", "wants", "text"),
    [
        ("ashford-begun", "1801", "year", "1801"),
        ("birchley-begun", "1824-10", "month and year", "October 1824"),
        ("chalkham-begun", "1836-02-25", "day, month and year", "25 February 1836"),
    ],
)
def test_a_typed_date_says_how_exactly_it_is_wanted(name: str, edtf: str, wants: str, text: str) -> None:
    asked, when = ask(vale(), name), parse(edtf)
    assert asked.answer == When(when.start, when.end, when.precision, text)
    assert asked.wants == wants


def test_a_date_is_typed_as_exactly_as_it_is_asked() -> None:
    pack = with_changes(fact("chalkham-begun", "chalkham", "begun_in", {"date": "1836-02-25"}, precision="year"))
    assert ask(pack, "chalkham-begun").wants == "year"


@pytest.mark.parametrize("date", ["../1836", "1836/..", "1836/1840", "183X"])
def test_a_bound_or_a_span_is_not_typed(date: str) -> None:
    stated = fact("chalkham-begun", "chalkham", "begun_in", {"date": date})
    assert refused(with_changes(stated, without=("towns-begun",)), "chalkham-begun") == "no-single-date"


def test_other_things_are_not_typed_and_the_reason_is_told() -> None:
    assert refused(vale(), "ashford-side") == "not-a-name"
    assert refused(vale(), "ashford-far") == "not-a-name"
    assert refused(vale(), "ashford-glass") == "open"
    assert refused(vale(), "ashford-birchley") == "no-stem"
    assert refused(with_changes(LAKE.but(skip={"typed": "Dull."})), "ashford-lake") == "not-worth-asking"
    assert (
        refused(with_changes(LAKE.but(skip={"subject:typed": "Dull."})), "ashford-lake", "subject")
        == "not-worth-asking"
    )
    assert (
        refused(with_changes(LAKE.but(ask="Which lake, so like Long Lake, is it?")), "ashford-lake") == "answer-in-stem"
    )


def test_one_of_two_things_is_chosen_and_not_typed() -> None:
    lies_by = relation("lies_by", "town", "lake", forward="one", few_options="There are two.", **BY)
    assert refused(with_changes(lies_by), "ashford-lake") == "few-options"


def test_recalling_is_harder_than_recognising_and_a_day_than_a_year() -> None:
    chosen = one_best_answer.of_object(shop(), vale().facts["ashford-lake"])
    assert ask(vale(), "ashford-lake").difficulty > chosen.difficulty
    assert ask(vale(), "chalkham-begun").difficulty > ask(vale(), "ashford-begun").difficulty
