import pytest

from quiz.generate.draw import draw
from quiz.generate.question import Name, Quantity, When
from quiz.rounds.grading import grade
from quiz.rounds.grading.why import why
from quiz.rounds.names import Names
from tests.samples import content, question

ROWS = [
    ("chu", "river", "Chu", False),
    ("chu", "river", "Shu", True),
    ("chuy", "region", "Chüy Region", False),
    ("tokmok", "town", "Tokmok", False),
    ("tokmok", "town", "Tokmak", True),
    ("korday", "town", "Korday", False),
    ("kirghiz-assr", "polity", "Kirghiz ASSR", False),
    ("kirghiz-ssr", "polity", "Kirghiz SSR", False),
]
NAMES = Names(ROWS, {"river": ("river",), "region": ("region",)})


def told(answer: Name | Quantity | When, line: str) -> tuple[str, str]:
    """The rule that a line meets, and why."""
    asked = question("q", answer)
    graded = grade(asked, draw(asked, 0), line, NAMES)
    return graded.how, why(asked, line, graded, NAMES)


@pytest.mark.parametrize(
    ("entity", "line", "how", "because"),
    [
        ("tokmok", "tokmok", "exact", "it is the name “Tokmok” of the answer"),
        ("tokmok", "TOKMAK", "alias", "it is the alias “Tokmak” of the answer"),
        ("chu", "River Chu", "type-word", "it is “Chu”, its type word added, moved or left out: a name of the answer"),
        ("tokmok", "tokmek", "spelling", "it is one slip from “Tokmok”, and nearer to that than to any other name"),
        ("tokmok", "Korday", "other-entity", "it is the name “Korday” of Korday, which is not the answer"),
        ("korday", "Tokmak", "other-entity", "it is the alias “Tokmak” of Tokmok, which is not the answer"),
        ("chuy", "korrday", "other-spelling", "it is one slip from “Korday”, which is not the answer"),
        ("chu", "chux", "unread", "it is one slip from “Chu”, more than a name of its length allows"),
        ("korday", "zebra", "unread", "it names nothing that is known, nor anything spelt nearly so"),
        (
            "kirghiz-assr", "Kirghiz ASR", "unread",
            "it is one slip from “Kirghiz ASSR”, but as near to another name, or wrong in a figure or an abbreviation",
        ),
    ],
)  # fmt: skip
def test_a_name_is_told_by_the_spelling_that_it_met(entity: str, line: str, how: str, because: str) -> None:
    assert told(Name(entity, NAMES.text(entity)), line) == (how, because)


@pytest.mark.parametrize(
    ("line", "because"),
    [
        ("17", "it is within 2 of 16 km"),
        ("29", "it is not within 2 of 16 km"),
        ("10 miles", "it is in another unit than the answer"),
    ],
)
def test_a_number_is_told_by_its_window(line: str, because: str) -> None:
    assert told(Quantity(16.0, "km", 2.0, "16 km"), line)[1] == because


def test_a_count_has_no_window() -> None:
    assert told(Quantity(7.0, "", 0.0, "7"), "seven") == ("within", "it is exactly 7")
    assert told(Quantity(7.0, "", 0.0, "7"), "8") == ("outside", "it is not exactly 7")


@pytest.mark.parametrize(
    ("line", "how", "because"),
    [
        ("Dec 2001", "within", "it lies inside December 2001"),
        ("15 December 2001", "finer", "it is more exact than was asked, and lies inside the answer"),
        ("2001", "coarser", "it holds the answer and more: it is not exact enough"),
        ("May 2001", "outside", "it lies outside December 2001"),
    ],
)
def test_a_date_is_told_by_how_it_lies_to_the_answer(line: str, how: str, because: str) -> None:
    assert told(When(730820, 730850, "month", "December 2001"), line) == (how, because)


def test_every_answer_to_a_choice_and_an_order_has_a_reason() -> None:
    for asked in content().questions:
        drawn = draw(asked, 0)
        if not drawn.options:
            continue
        if asked.shape == "order":
            right = tuple(item.key for item in asked.answer.items if item.key in drawn.keys)  # type: ignore[union-attr]
            reasons = {given: grade(asked, drawn, given, NAMES) for given in (right, right[::-1])}
        else:
            reasons = {given: grade(asked, drawn, given, NAMES) for given in drawn.keys}
        said = {why(asked, given, graded, NAMES): graded.right for given, graded in reasons.items()}
        assert set(said.values()) == {True, False}, asked.id
