"""Dates as intervals: what is known of when something happened, never more exact than the source.

The notation is a part of EDTF (ISO 8601-2, level 1): ``1924``, ``1924-10``, ``1924-02-25``, ``199X`` (a decade),
``18XX`` (a century), ``1990/2009`` (an interval), ``../1920`` (in 1920 or before) and ``2008/..`` (from 2008 on).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()

_POINT = re.compile(r"(?P<year>\d{2}XX|\d{3}X|\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


class Precision(StrEnum):
    """How exactly a date is known; finer ones come first."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    YEARS = "years"

    @property
    def rank(self) -> int:
        """0 for a day, growing as the date gets coarser."""
        return list(Precision).index(self)


@dataclass(frozen=True, slots=True)
class When:
    """The interval in which something happened: `start` and `end` are its first and last day, as ordinals.

    `open_start` means "then or before", `open_end` "then or after": the true day may lie outside on that side.
    `edtf` writes the same date in the notation that `parse` reads, `text` in words.
    """

    start: int
    end: int
    precision: Precision
    open_start: bool = False
    open_end: bool = False
    text: str = ""
    edtf: str = ""

    @property
    def earliest(self) -> int:
        """The first day on which it may have happened."""
        return EARLIEST if self.open_start else self.start

    @property
    def latest(self) -> int:
        """The last day on which it may have happened."""
        return LATEST if self.open_end else self.end

    @property
    def year(self) -> int:
        """The year in which the interval starts."""
        return date.fromordinal(self.start).year

    @property
    def is_bound(self) -> bool:
        """Whether only a bound is known: then or before, then or after."""
        return self.open_start or self.open_end

    def __str__(self) -> str:
        return self.text

    def contains(self, other: "When") -> bool:
        """Whether `other`, a finer date, lies inside this one: what happened then happened now, more coarsely."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def excludes(self, other: "When") -> bool:
        """Whether no day belongs to both: an event of one date cannot be of the other."""
        return self.latest < other.earliest or other.latest < self.earliest

    def before(self, other: "When") -> bool | None:
        """True or False where every day of both agrees; None where the intervals overlap and order is unknown."""
        if self.latest < other.earliest:
            return True
        return False if other.latest < self.earliest else None

    def coarsened(self, precision: Precision) -> "When":
        """The same date said by month or year; itself where it is that coarse already, and a bound remains one.

        Raises ValueError for "years", which does not say which years.
        """
        if self.precision.rank >= precision.rank:
            return self
        if precision is Precision.YEARS:
            raise ValueError("a date is said more coarsely by its month or year")
        first = date.fromordinal(self.start)
        coarse = from_parts(first.year, first.month if precision is Precision.MONTH else None).edtf
        return parse(f"../{coarse}" if self.open_start else f"{coarse}/.." if self.open_end else coarse)


@lru_cache(maxsize=4096)
def parse(text: str) -> When:
    """The date that `text` writes in the notation above.

    Raises ValueError, with what would be right, where it is no such date or ends before it starts.
    """
    if "/" not in text:
        return _point(text)
    left, _, right = text.partition("/")
    if left == "..":
        end = _point(right)
        return When(end.start, end.end, end.precision, open_start=True, text=f"by {end.text}", edtf=text)
    if right == "..":
        start = _point(left)
        return When(start.start, start.end, start.precision, open_end=True, text=f"from {start.text}", edtf=text)
    start, end = _point(left), _point(right)
    if end.end < start.start:
        raise ValueError(f"the interval {text!r} ends before it starts; write the earlier date first")
    return When(start.start, end.end, Precision.YEARS, text=f"{start.text} to {end.text}", edtf=text)


def from_parts(year: int, month: int | None = None, day: int | None = None) -> When:
    """A year, a month of it or a day. Raises ValueError where the calendar has no such date."""
    if month is None:
        start, end = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        return When(start, end, Precision.YEAR, text=str(year), edtf=f"{year:04}")
    if day is None:
        first = date(year, month, 1)
        last = first.replace(day=monthrange(year, month)[1])
        text = f"{MONTHS[month - 1]} {year}"
        return When(first.toordinal(), last.toordinal(), Precision.MONTH, text=text, edtf=f"{year:04}-{month:02}")
    exact = date(year, month, day)
    text = f"{day} {MONTHS[month - 1]} {year}"
    return When(exact.toordinal(), exact.toordinal(), Precision.DAY, text=text, edtf=exact.isoformat())


def _point(text: str) -> When:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no date; write 1924, 1924-10, 1924-02-25, 199X, 1990/2009, ../1920 or 2008/..")
    year, month, day = found["year"], found["month"], found["day"]
    if "X" in year:
        if month:
            raise ValueError(f"{text!r} is no date; a decade or century has no month")
        return _span(year)
    try:
        return from_parts(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError as error:
        raise ValueError(f"{text!r} is no date of the calendar: {error}") from None


def _span(text: str) -> When:
    """A decade (199X) or a century (18XX); the years before 1 are not of the calendar."""
    first, last = int(text.replace("X", "0")), int(text.replace("X", "9"))
    name = f"the {_ordinal(first // 100 + 1)} century" if text.endswith("XX") else f"the {first}s"
    start = date(max(first, 1), 1, 1)
    return When(start.toordinal(), date(last, 12, 31).toordinal(), Precision.YEARS, text=name, edtf=text)


def _ordinal(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else last}"
