import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.question import Quantity
from quiz.rounds.grading.grade import Unreadable
from quiz.rounds.grading.number import grade_number, read_number
from quiz.rounds.grading.numerals import SMALL, in_figures, words_to_number

LENGTH = Quantity(1212, "km", 0, "1212 km")
BISHKEK = Quantity(16, "km", 2, "16 km")
BISHKEK_MILES = Quantity(10, "mi", 1, "10 mi")
SEVEN = Quantity(7, "", 0, "seven")


@pytest.mark.parametrize(
    "line",
    ["1212", "1,212", "1 212", "1.212", "1\u00a0212", "1'212", "1212.0", "1212,0", "1,212.0", "1.212,0", "1212 km",
     "1212km", "1 212 kilometres", "about 1212 km", "~1212", "1212 km.", "1212 Kilometers", "1212 км", "1212 km long",
     "one thousand two hundred and twelve", "twelve hundred twelve kilometres", "+1212"],
)  # fmt: skip
def test_trap_20_a_number_in_every_usual_form(line: str) -> None:
    assert grade_number(LENGTH, line).right
    assert read_number(LENGTH, f" {line} ") == line


@pytest.mark.parametrize("line", ["1213", "12", "12,12", "1.2", "-1212", "12120", "1212 mi", "1212 m", "753 miles"])
def test_other_numbers_and_units_are_wrong(line: str) -> None:
    assert not grade_number(LENGTH, line).right


@pytest.mark.parametrize(("value", "right"), [(14, True), (18, True), (16.5, True), (13.9, False), (18.1, False)])
def test_the_tolerance_holds_at_its_edges(value: float, right: bool) -> None:
    assert grade_number(BISHKEK, str(value)).right is right


def test_floating_point_takes_nothing_off_the_edge() -> None:
    assert grade_number(Quantity(0.3, "km", 0.1, "300 m"), "0.4").right


@pytest.mark.parametrize("line", ["10 mi", "16 miles", "16 mi.", "ten miles"])
def test_trap_19_miles_are_never_kilometres(line: str) -> None:
    grade = grade_number(BISHKEK, line)
    assert (grade.right, grade.how) == (False, "unit")
    assert grade.truth == "The answer is wanted in kilometres, not in miles."


def test_miles_are_miles_however_written() -> None:
    assert all(grade_number(BISHKEK_MILES, line).right for line in ("10", "10 mi", "ten miles", "10miles"))
    assert not grade_number(BISHKEK_MILES, "16 km").right


def test_a_count_may_name_what_is_counted_but_no_measure() -> None:
    assert all(grade_number(SEVEN, line).right for line in ("7", "seven", "Seven crossings", "7 crossings"))
    assert grade_number(SEVEN, "7 km").truth == "A plain number is wanted, not kilometres."


@pytest.mark.parametrize(
    ("answer", "line", "truth"),
    [
        (BISHKEK, "29", "29 km is 13 km too much."),
        (LENGTH, "12", "12 km is 1,200 km too little."),
        (BISHKEK, "7.5", "7.5 km is 8.5 km too little."),
        (SEVEN, "five", "Five is two too few."),
        (SEVEN, "8", "Eight is one too many."),
        (BISHKEK, "16", ""),
    ],
)
def test_how_far_off_is_plain_arithmetic(answer: Quantity, line: str, truth: str) -> None:
    assert grade_number(answer, line).truth == truth


def test_what_is_chosen_is_the_number_as_understood() -> None:
    assert grade_number(LENGTH, "1.200").chosen == "1,200 km"
    assert grade_number(SEVEN, "eight crossings").chosen == "8"


def test_a_point_before_three_figures_may_begin_decimals_a_comma_not() -> None:
    assert grade_number(BISHKEK, "16.000").right
    assert not grade_number(BISHKEK, "16,000").right


@pytest.mark.parametrize(
    "line", ["many", "km", "16-17", "16 or 17", "1,2,3", "12,34,5", "1e3", "0x10", "²", "1212" * 40]
)
def test_what_is_no_number_is_explained(line: str) -> None:
    assert read_number(BISHKEK, line) == Unreadable("A number in kilometres is wanted, in figures.")
    assert grade_number(BISHKEK, line).right is False


def test_a_number_of_something_else_is_explained_where_a_unit_is_wanted() -> None:
    assert isinstance(read_number(BISHKEK, "16 camels"), Unreadable)
    assert read_number(SEVEN, "7 camels") == "7 camels"


@given(st.text(max_size=60))
def test_no_line_breaks_it(line: str) -> None:
    read = read_number(BISHKEK, line)
    if isinstance(read, Unreadable):
        assert not grade_number(BISHKEK, line).right


@given(st.integers(0, 10**9))
def test_figures_read_back_in_every_grouping(number: int) -> None:
    assert float(number) in in_figures(str(number))
    for separator in ",. '\u00a0":
        assert float(number) in in_figures(f"{number:,}".replace(",", separator))


@given(st.integers(0, 999_999))
def test_words_read_back(number: int) -> None:
    assert words_to_number(spell(number)) == number


@pytest.mark.parametrize("words", ["", "and", "twenty sixteen", "two three", "hundred", "ten twenty", "zero one"])
def test_words_that_make_no_number(words: str) -> None:
    assert words_to_number(words) is None


def spell(number: int) -> str:
    """A number in English words."""
    word = {value: text for text, value in SMALL.items()}
    if number < 20:
        return word[number]
    if number < 100:
        return word[number // 10 * 10] + (f"-{word[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{word[number // 100]} hundred" + (f" and {spell(number % 100)}" if number % 100 else "")
    return f"{spell(number // 1000)} thousand" + (f" {spell(number % 1000)}" if number % 1000 else "")
