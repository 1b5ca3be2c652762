from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate import neighbours
from quiz.generate.words import quantity_text
from quiz.knowledge.dates import parse
from quiz.knowledge.model import Value

AMOUNTS = st.one_of(st.integers(0, 3_000_000), st.decimals(0, 5000, places=2, allow_nan=False).map(float))
POINTS = st.builds(
    lambda day, parts: "-".join(day.isoformat().split("-")[:parts]),
    st.dates(max_value=date(2029, 12, 31)),
    st.integers(1, 3),
)


def _decimals(number: float) -> int:
    return len(quantity_text(number, "").partition(".")[2])


@given(AMOUNTS, st.sampled_from(["", "km"]))
def test_the_neighbours_of_a_number_are_others_of_its_look(number: float, unit: str) -> None:
    made = list(neighbours.numbers(Value(number=number, unit=unit)))
    assert number not in made
    assert len(set(made)) == len(made)
    assert all(other > 0 and _decimals(other) <= _decimals(number) for other in made)


@given(AMOUNTS)
def test_a_fraction_is_not_given_away_by_being_the_only_one(number: float) -> None:
    made = list(neighbours.numbers(Value(number=number, unit="km")))
    if _decimals(number) and number >= 0.1:
        assert any(_decimals(other) for other in made)


@pytest.mark.parametrize(
    ("number", "unit", "made"),
    [
        (16, "km", [8, 28, 40, 5, 60, 22, 11]),
        (1212, "km", [606, 2121, 3030, 364, 4545, 1697, 848]),
        (1200, "km", [600, 2100, 3000, 400, 4500, 1700, 800]),
        (7, "", [6, 8, 5, 9, 4, 10, 2, 12, 15]),
        (1, "", [2, 3, 4, 6, 9]),
        (0, "", [1, 2, 3, 5, 8]),
    ],
)
def test_counts_go_by_steps_and_measures_by_shares(number: float, unit: str, made: list[float]) -> None:
    assert list(neighbours.numbers(Value(number=number, unit=unit))) == made


@pytest.mark.parametrize("number", [0, 0.1, -5, 1e15])
def test_any_number_has_an_end_of_neighbours(number: float) -> None:
    assert len(list(neighbours.numbers(Value(number=number, unit="km")))) <= 9


@given(POINTS)
def test_the_neighbours_of_a_date_are_others_of_its_precision_and_none_in_the_future(text: str) -> None:
    when = parse(text)
    made = list(neighbours.dates(when))
    assert all(other.precision is when.precision and other.excludes(when) for other in made)
    assert len({other.edtf for other in made}) == len(made)
    assert all(1 <= other.year < 2030 for other in made)


@given(st.dates(date(1800, 1, 1), date(1999, 12, 31)))
def test_a_day_at_the_end_of_a_month_is_not_given_away_by_its_number(day: date) -> None:
    """Each neighbour is the same day of the month, or the last one of a shorter month."""
    for other in neighbours.dates(parse(day.isoformat())):
        there = date.fromordinal(other.start)
        last_of_its_month = date.fromordinal(other.start + 1).day == 1
        assert there.day == day.day or (there.day < day.day and last_of_its_month)


def test_a_span_has_no_neighbours() -> None:
    assert list(neighbours.dates(parse("199X"))) == []


@pytest.mark.parametrize(
    ("given_", "right", "unit", "words"),
    [
        (29, 16, "km", "29 km is 13 km too much."),
        (1000, 1212, "km", "1,000 km is 212 km too little."),
        (5000, 1212, "km", "5,000 km is 3,788 km too much."),
        (8, 7, "", "Eight is one too many."),
        (5, 7, "", "Five is two too few."),
        (0.3, 0.1, "km", "0.3 km is 0.2 km too much."),
    ],
)
def test_it_is_told_by_how_much_a_number_is_wrong(given_: float, right: float, unit: str, words: str) -> None:
    assert neighbours.number_off(given_, Value(number=right, unit=unit)) == words


@pytest.mark.parametrize(
    ("given_", "right", "words"),
    [
        ("1922", "1924", "1922 is two years too early."),
        ("1925", "1924", "1925 is one year too late."),
        ("1904", "1924", "1904 is 20 years too early."),
        ("1924-12", "1924-10", "December 1924 is two months too late."),
        ("1923-10", "1924-10", "October 1923 is one year too early."),
        ("1923-09", "1924-10", "September 1923 is too early."),
        ("1924-03-25", "1924-02-25", "25 March 1924 is one month too late."),
        ("1924-02-26", "1924-02-25", "26 February 1924 is too late."),
    ],
)
def test_it_is_told_how_far_a_date_lies_off(given_: str, right: str, words: str) -> None:
    assert neighbours.date_off(parse(given_), parse(right)) == words
