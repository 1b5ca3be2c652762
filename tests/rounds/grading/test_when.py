from datetime import date

import pytest

from quiz.generate.question import When
from quiz.rounds.grading.dates import day_of, month_of, year_of
from quiz.rounds.grading.grade import Unreadable
from quiz.rounds.grading.when import grade_date, read_date


def when(span: object) -> When:
    assert span is not None
    return When(span.start, span.end, span.precision, span.text)  # type: ignore[attr-defined]


DAY, MONTH, YEAR = when(day_of(1924, 2, 25)), when(month_of(1924, 10)), when(year_of(2001))
YEARS = When(date(1990, 1, 1).toordinal(), date(2009, 12, 31).toordinal(), "years", "the 1990s and 2000s")


@pytest.mark.parametrize(
    ("answer", "line", "how"),
    [
        (DAY, "25.2.1924", "within"),
        (MONTH, "oct. 1924", "within"),
        (YEAR, "2001", "within"),
        (YEAR, "15 December 2001", "finer"),
        (MONTH, "1 October 1924", "finer"),
        (YEARS, "1990s to 2000s", "within"),
        (YEARS, "1995", "finer"),
    ],
)
def test_inside_the_date_is_right(answer: When, line: str, how: str) -> None:
    grade = grade_date(answer, line)
    assert (grade.right, grade.how) == (True, how)


@pytest.mark.parametrize(
    ("answer", "line", "wanted"),
    [
        (DAY, "February 1924", "Not exact enough: day, month and year are wanted."),
        (DAY, "1924", "Not exact enough: day, month and year are wanted."),
        (MONTH, "1924", "Not exact enough: month and year are wanted."),
        (YEAR, "1990s to 2000s", "Not exact enough: the year is wanted."),
        (YEAR, "2000-2002", "Not exact enough: the year is wanted."),
    ],
)
def test_a_coarser_date_is_told_to_be_not_exact_enough(answer: When, line: str, wanted: str) -> None:
    grade = grade_date(answer, line)
    assert (grade.right, grade.how, grade.truth) == (False, "coarser", wanted)


@pytest.mark.parametrize(
    ("answer", "line", "truth"),
    [
        (YEAR, "2002", "2002 is one year too late."),
        (YEAR, "1998", "1998 is three years too early."),
        (YEAR, "1901", "1901 is 100 years too early."),
        (MONTH, "September 1924", "September 1924 is one month too early."),
        (MONTH, "May 1925", "May 1925 is seven months too late."),
        (MONTH, "October 1926", "October 1926 is two years too late."),
        (MONTH, "May 1926", "May 1926 is more than one year too late."),
        (DAY, "26 February 1924", "26 February 1924 is one day too late."),
        (DAY, "5 February 1924", "5 February 1924 is 20 days too early."),
        (DAY, "25 April 1924", "25 April 1924 is two months too late."),
        (DAY, "30 April 1924", "30 April 1924 is more than two months too late."),
        (DAY, "25 February 1917", "25 February 1917 is seven years too early."),
        (DAY, "24 February 1925", "24 February 1925 is more than eleven months too late."),
        (DAY, "20 February 1917", "20 February 1917 is more than seven years too early."),
        (YEAR, "December 2000", "December 2000 is too early."),
        (YEAR, "1 January 2002", "1 January 2002 is too late."),
        (DAY, "1923", "1923 is too early."),
        (YEARS, "2010", "2010 is too late."),
        (YEARS, "1980s", "1980 to 1989 is too early."),
    ],
)
def test_how_far_off_is_said_no_more_exactly_than_both_dates_tell(answer: When, line: str, truth: str) -> None:
    grade = grade_date(answer, line)
    assert (grade.right, grade.how) == (False, "outside")
    assert grade.truth == truth


def test_years_that_reach_over_the_edge_are_not_right() -> None:
    assert not grade_date(YEARS, "1985-1995").right


def test_what_is_chosen_is_the_date_as_understood() -> None:
    assert grade_date(YEAR, "3/2/1924").chosen == "3 February 1924"


def test_a_line_without_a_date_is_wrong_and_unread() -> None:
    assert grade_date(DAY, "long ago").how == "unread"


@pytest.mark.parametrize(
    ("answer", "example"),
    [(DAY, "such as 9 May 1815"), (MONTH, "such as May 1815"), (YEAR, "such as 1815"), (YEARS, "such as 1815 to 1820")],
)
def test_reading_says_what_is_wanted(answer: When, example: str) -> None:
    unread = read_date(answer, "long ago")
    assert isinstance(unread, Unreadable)
    assert example in unread.why
    assert read_date(answer, " 1924 ") == "1924"
    assert isinstance(read_date(answer, "1924" + " " * 100 + "x"), Unreadable)
