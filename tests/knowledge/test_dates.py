from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.knowledge.dates import Precision, When, from_parts, parse

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def _day(day: date) -> str:
    return day.isoformat()


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _year(day: date) -> str:
    return day.isoformat()[:4]


def _decade(day: date) -> str:
    return day.isoformat()[:3] + "X"


def _century(day: date) -> str:
    return day.isoformat()[:2] + "XX"


POINTS = st.builds(lambda write, day: write(day), st.sampled_from([_day, _month, _year, _decade, _century]), DAYS)
INTERVALS = st.tuples(POINTS, POINTS).map(lambda two: sorted(two, key=lambda text: parse(text).start)).map("/".join)
BOUNDS = st.one_of(POINTS.map("../{}".format), POINTS.map("{}/..".format))
DATES = st.one_of(POINTS, INTERVALS, BOUNDS).map(parse)


def _days(when: When) -> range:
    return range(when.earliest, when.latest + 1)


@pytest.mark.parametrize(
    ("written", "first", "last", "precision", "words"),
    [
        ("1924", "1924-01-01", "1924-12-31", Precision.YEAR, "1924"),
        ("1924-10", "1924-10-01", "1924-10-31", Precision.MONTH, "October 1924"),
        ("1924-02", "1924-02-01", "1924-02-29", Precision.MONTH, "February 1924"),
        ("1900-02", "1900-02-01", "1900-02-28", Precision.MONTH, "February 1900"),
        ("1924-02-25", "1924-02-25", "1924-02-25", Precision.DAY, "25 February 1924"),
        ("199X", "1990-01-01", "1999-12-31", Precision.YEARS, "the 1990s"),
        ("18XX", "1800-01-01", "1899-12-31", Precision.YEARS, "the 19th century"),
        ("20XX", "2000-01-01", "2099-12-31", Precision.YEARS, "the 21st century"),
        ("10XX", "1000-01-01", "1099-12-31", Precision.YEARS, "the 11th century"),
        ("00XX", "0001-01-01", "0099-12-31", Precision.YEARS, "the 1st century"),
        ("99XX", "9900-01-01", "9999-12-31", Precision.YEARS, "the 100th century"),
        ("1990/2009", "1990-01-01", "2009-12-31", Precision.YEARS, "1990 to 2009"),
        ("1924-10/1925-05", "1924-10-01", "1925-05-31", Precision.YEARS, "October 1924 to May 1925"),
        ("../1920", "1920-01-01", "1920-12-31", Precision.YEAR, "by 1920"),
        ("2008/..", "2008-01-01", "2008-12-31", Precision.YEAR, "from 2008"),
    ],
)
def test_a_date_is_the_days_that_its_words_cover(
    written: str, first: str, last: str, precision: Precision, words: str
) -> None:
    when = parse(written)
    assert (date.fromordinal(when.start).isoformat(), date.fromordinal(when.end).isoformat()) == (first, last)
    assert (when.precision, when.text, str(when)) == (precision, words, words)


@pytest.mark.parametrize(
    "nonsense",
    ["", "24", "1924-13", "1924-00", "1923-02-29", "1924-2-5", "0000", "19X4", "19XX-05", "192X-05", "1924-10-",
     "October 1924", "1924 ", "/", "../..", "1924/", "/1924", "1924/1925/1926", "١٩٢٤", "-1924", "1924/-1"],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_words(nonsense: str) -> None:
    with pytest.raises(ValueError, match=r"is no date"):
        parse(nonsense)


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it starts; write the earlier date first"):
        parse("1925/1924")


def test_only_an_open_end_makes_a_bound() -> None:
    assert [parse(text).is_bound for text in ("../1920", "2008/..", "1990/2009", "1924")] == [True, True, False, False]


def test_a_bound_does_not_exclude_what_lies_on_its_open_side() -> None:
    """Proposed as early as 1920: an earlier proposal is not refuted, a later first one is."""
    assert not parse("../1920").excludes(parse("1919"))
    assert not parse("../1920").excludes(parse("1920"))
    assert parse("../1920").excludes(parse("1921"))
    assert parse("2008/..").excludes(parse("2007"))
    assert not parse("2008/..").excludes(parse("2030"))


def test_a_year_and_a_month_in_it_are_neither_apart_nor_in_order() -> None:
    year, month = parse("1924"), parse("1924-10")
    assert not year.excludes(month)
    assert year.contains(month)
    assert not month.contains(year)
    assert year.before(month) is None


@given(DATES)
def test_what_a_date_writes_is_read_as_the_same_date(when: When) -> None:
    assert parse(when.edtf) == when


@given(DAYS, st.sampled_from([1, 2, 3]))
def test_a_date_made_of_parts_is_the_date_that_is_written(day: date, parts: int) -> None:
    made = from_parts(*(day.year, day.month, day.day)[:parts])
    assert made == parse([_year, _month, _day][parts - 1](day))


@given(DATES)
def test_a_date_spans_at_least_a_day_and_lies_in_its_own_bounds(when: When) -> None:
    assert when.earliest <= when.start <= when.end <= when.latest
    assert when.year == date.fromordinal(when.start).year


@given(DATES)
def test_a_date_contains_itself_and_never_excludes_itself(when: When) -> None:
    assert when.contains(when)
    assert not when.excludes(when)
    assert when.before(when) is None


@given(DATES, DATES)
def test_two_dates_exclude_each_other_exactly_when_no_day_is_in_both(one: When, other: When) -> None:
    assert one.excludes(other) == other.excludes(one)
    common = max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    assert one.excludes(other) is not common


@given(DATES, DATES)
def test_one_date_is_before_another_or_after_it_exactly_when_they_exclude_each_other(one: When, other: When) -> None:
    assert (one.before(other) is not None) == one.excludes(other)
    if one.excludes(other):
        assert one.before(other) is not other.before(one)


@given(DATES, DATES, DATES)
def test_before_is_transitive(one: When, two: When, three: When) -> None:
    if one.before(two) and two.before(three):
        assert one.before(three)


@given(DATES, DATES, DATES)
def test_what_excludes_the_coarser_date_excludes_the_finer_one_inside_it(one: When, two: When, three: When) -> None:
    if one.contains(two):
        assert not one.excludes(two)
        if three.excludes(one):
            assert three.excludes(two)


@given(DATES, DATES)
def test_two_dates_that_contain_each_other_span_the_same_days(one: When, other: When) -> None:
    if one.contains(other) and other.contains(one):
        assert _days(one) == _days(other)


@given(DATES, st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]))
def test_a_date_said_more_coarsely_still_holds_and_a_bound_stays_a_bound(when: When, precision: Precision) -> None:
    coarse = when.coarsened(precision)
    assert coarse.contains(when)
    assert coarse.precision.rank == max(when.precision.rank, precision.rank)
    assert (coarse.open_start, coarse.open_end) == (when.open_start, when.open_end)
    assert coarse.coarsened(precision) == coarse
    assert parse(coarse.edtf) == coarse


def test_no_span_of_years_is_made_up_by_saying_a_date_more_coarsely() -> None:
    with pytest.raises(ValueError, match="month or year"):
        parse("1924-10").coarsened(Precision.YEARS)


def test_finer_precisions_come_first() -> None:
    assert sorted(Precision, key=lambda precision: precision.rank) == ["day", "month", "year", "years"]
