from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.rounds.grading.dates import MONTHS, Span, month_of, parse, year_of


def day(year: int, month: int, day_: int) -> Span:
    ordinal = date(year, month, day_).toordinal()
    return Span(ordinal, ordinal, "day")


@pytest.mark.parametrize(
    "line",
    [
        "25 February 1924",
        "25 february 1924.",
        "25th February 1924",
        "the 25th of February, 1924",
        "on 25 Feb 1924",
        "Feb 25 1924",
        "Feb. 25th, 1924",
        "February 25, 1924",
        "1924 February 25",
        "25feb1924",
        "25.2.1924",
        "25.02.1924",
        "25. 2. 1924",
        "25/2/1924",
        "25-02-1924",
        "2/25/1924",
        "1924-02-25",
        "1924/2/25",
        "1924.02.25",
        "25 Febuary 1924",
        "25 февраля 1924 года",
        "25 февр. 1924 г.",
    ],
)
def test_a_day_in_every_usual_form(line: str) -> None:
    assert parse(line) == day(1924, 2, 25)


def test_the_day_comes_first_where_figures_leave_it_open() -> None:
    assert parse("3/2/1924") == day(1924, 2, 3)
    assert parse("1924-02-03") == day(1924, 2, 3)


@pytest.mark.parametrize(
    "line",
    [
        "October 1924",
        "oct. 1924",
        "Oct 1924",
        "in October, 1924",
        "October of 1924",
        "1924 October",
        "10/1924",
        "10.1924",
        "1924-10",
        "1924/10",
        "octobre 1924",
        "Ocotber 1924",
        "октябрь 1924",
        "октябре 1924",
    ],
)
def test_a_month_in_every_usual_form(line: str) -> None:
    assert parse(line) == month_of(1924, 10)


@pytest.mark.parametrize("line", ["1924", " 1924. ", "in 1924", "the year 1924", "1924 г.", "about 1924"])
def test_a_year_in_every_usual_form(line: str) -> None:
    assert parse(line) == year_of(1924)


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("1924-1936", 1924, 1936),
        ("1924 – 1936", 1924, 1936),
        ("1924 to 1936", 1924, 1936),
        ("from 1924 to 1936", 1924, 1936),
        ("between 1924 and 1936", 1924, 1936),
        ("1990s", 1990, 1999),
        ("the 1990s", 1990, 1999),
        ("1990s and 2000s", 1990, 2009),
        ("1990's to 2000's", 1990, 2009),
    ],
)
def test_years_in_every_usual_form(line: str, first: int, last: int) -> None:
    assert parse(line) == Span(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal(), "years")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "soon",
        "February",
        "25 February",
        "25.2.24",
        "'24",
        "30 February 1924",
        "31.4.1924",
        "13/13/1924",
        "0/1924",
        "1924-13",
        "0000",
        "9999",
        "99999",
        "1936-1924",
        "1924 1925",
        "25 25 1924",
        "May June 1924",
        "25 Brumaire 1924",
        "-",
        "to",
        "1924 to",
        "ma 1924",
        "1" * 400,
        "1 2 3 4",
        "twelve",
        "²⁵.2.1924",
        "٢٥.٢.١٩٢٤x",
    ],
)
def test_what_is_no_date_is_none(line: str) -> None:
    assert parse(line) is None


@given(st.text(max_size=40))
def test_no_line_breaks_it(line: str) -> None:
    span = parse(line)
    assert span is None or span.start <= span.end


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)))
def test_what_is_written_out_reads_back(when: date) -> None:
    span = day(when.year, when.month, when.day)
    assert parse(span.text) == span
    assert parse(when.isoformat()) == span
    whole = month_of(when.year, when.month)
    assert whole
    assert parse(whole.text) == whole
    assert whole.start <= span.start <= whole.end


@pytest.mark.parametrize("month", MONTHS)
def test_months_may_be_cut_short(month: str) -> None:
    assert parse(f"{month[:3]} 1924") == parse(f"{month} 1924") != None  # noqa: E711
