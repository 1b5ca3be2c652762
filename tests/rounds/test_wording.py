import pytest

from quiz.rounds.scoring import NO_POINTS, Points
from quiz.rounds.wording import capitalise, counted, figure, in_words, sum_line


@pytest.mark.parametrize(
    ("points", "line"),
    [
        (Points(500, 373, 1.0, 873), "500 + 373 for speed"),
        (Points(500, 373, 1.2, 1048), "500 + 373 for speed, ×1.2"),
        (Points(250, 0, 2.0, 500), "250, ×2"),
        (NO_POINTS, ""),
    ],
)
def test_a_sum_is_shown_as_it_comes_about(points: Points, line: str) -> None:
    assert sum_line(points) == line


def test_numbers_are_words_up_to_twelve() -> None:
    assert [in_words(number) for number in (0, 1, 12, 13, 40)] == ["none", "one", "twelve", "13", "40"]


@pytest.mark.parametrize(
    ("value", "text"), [(16, "16"), (16.0, "16"), (1212, "1,212"), (1200.5, "1,200.5"), (8.5, "8.5"), (1 / 3, "0.33")]
)
def test_figures_have_no_idle_decimals(value: float, text: str) -> None:
    assert figure(value) == text


def test_nouns_follow_their_number() -> None:
    assert [counted(1, "year"), counted(3, "year"), counted(2, "country", "countries")] == [
        "one year",
        "three years",
        "two countries",
    ]


def test_a_capital_changes_nothing_else() -> None:
    assert [capitalise(text) for text in ("the Chu", "östlich", "")] == ["The Chu", "Östlich", ""]
