"""Dates as people type them, as spans of days."""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
RUSSIAN = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
ENGLISH_FILLERS = ("in", "on", "at", "the", "of", "year", "about", "around", "circa", "c", "ca")
FILLERS = frozenset((*ENGLISH_FILLERS, "г", "год", "года", "году", "в"))

DAY, MONTH, YEAR, YEARS = "day", "month", "year", "years"

FINENESS = {YEARS: 0, YEAR: 1, MONTH: 2, DAY: 3}
"""How fine a precision is."""

TOKEN = re.compile(r"\d+|[^\W\d_]+")
ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?")
DAY_FIRST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{4})")
DECADE = re.compile(r"(?:the\s+)?(\d{3}0)['’]?s")
RANGE = re.compile(
    r"(?:between\s+|from\s+)?(.+?)(?:\s+(?:to|and|until|till)\s+|\s*[–—]\s*|\s+-\s+|(?<=\d{4})-(?=\d{4}))(.+)"
)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day as proleptic ordinals; `precision` is day, month, year or years."""

    start: int
    end: int
    precision: str

    @property
    def text(self) -> str:
        """The date as a sentence writes it: 25 February 1924, February 1924, 1924, 1924 to 1936."""
        first, last = date.fromordinal(self.start), date.fromordinal(self.end)
        month = MONTHS[first.month - 1]
        return {
            DAY: f"{first.day} {month} {first.year}",
            MONTH: f"{month} {first.year}",
            YEAR: str(first.year),
            YEARS: f"{first.year} to {last.year}",
        }[self.precision]


def parse(line: str) -> Span | None:
    """The date in `line`; None where there is none, or no such day.

    Day before month where figures alone leave it open (3/2/1924 is 3 February); month first where only that is a
    date (2/25/1924).
    """
    bare = " ".join(line.casefold().split()).rstrip(" .!")
    return _in_figures(bare) or _decade(bare) or _in_words(bare) or _range(bare)


def year_of(number: int) -> Span | None:
    """A whole year; None outside 1 to 9998."""
    if not 1 <= number < MAXYEAR:
        return None
    return Span(date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal(), YEAR)


def month_of(year: int, month: int) -> Span | None:
    """A whole month; None where there is no such month."""
    if not (1 <= month <= 12 and year_of(year)):
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return Span(date(year, month, 1).toordinal(), following.toordinal() - 1, MONTH)


def day_of(year: int, month: int, day: int) -> Span | None:
    """One day; None where there is no such day."""
    whole = month_of(year, month)
    if whole is None or not 1 <= day <= whole.end - whole.start + 1:
        return None
    ordinal = whole.start + day - 1
    return Span(ordinal, ordinal, DAY)


def _in_figures(bare: str) -> Span | None:
    if match := ISO.fullmatch(bare):
        year, month = int(match[1]), int(match[3])
        return day_of(year, month, int(match[4])) if match[4] else month_of(year, month)
    if match := DAY_FIRST.fullmatch(bare):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        return day_of(year, second, first) or day_of(year, first, second)
    if match := MONTH_YEAR.fullmatch(bare):
        return month_of(int(match[2]), int(match[1]))
    return None


def _decade(bare: str) -> Span | None:
    match = DECADE.fullmatch(bare)
    return _whole(year_of(int(match[1])), year_of(int(match[1]) + 9)) if match else None


def _range(bare: str) -> Span | None:
    match = RANGE.fullmatch(bare)
    if not match:
        return None
    first, last = (_in_figures(part) or _decade(part) or _in_words(part) for part in match.groups())
    return _whole(first, last)


def _whole(first: Span | None, last: Span | None) -> Span | None:
    if first is None or last is None or last.end <= first.end:
        return None
    return Span(first.start, last.end, YEARS)


def _in_words(bare: str) -> Span | None:
    """A date with its month as a word, or a year alone: 25th of February, 1924; Feb 25 1924; 1924 February."""
    tokens = [token for token in TOKEN.findall(_without_ordinals(bare)) if token not in FILLERS]
    months = [token for token in tokens if token.isalpha()]
    years = [int(token) for token in tokens if token.isdecimal() and len(token) == 4]
    days = [int(token) for token in tokens if token.isdecimal() and len(token) <= 2]
    if len(years) != 1 or len(months) > 1 or len(days) > 1 or len(months) + len(days) + 1 != len(tokens):
        return None
    if not months:
        return year_of(years[0]) if not days else None
    month = month_number(months[0])
    if month is None:
        return None
    return day_of(years[0], month, days[0]) if days else month_of(years[0], month)


def _without_ordinals(bare: str) -> str:
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", bare)


def month_number(word: str) -> int | None:
    """The month that `word` names: in full, cut short, in Russian or with a slip of spelling; None where none is."""
    english = [month.casefold() for month in MONTHS]
    for index, (name, stem) in enumerate(zip(english, RUSSIAN, strict=True), start=1):
        if (len(word) >= 3 and name.startswith(word)) or word.startswith(stem) or (word, index) == ("май", 5):
            return index
    return _misspelt(word, english)


def _misspelt(word: str, months: list[str]) -> int | None:
    """The one month at most two slips from `word`; short words (May, June, July) allow none."""
    if len(word) < 6:
        return None
    from rapidfuzz.distance import OSA  # a round without typed questions must not pay for it

    near = [index for index, month in enumerate(months, start=1) if OSA.distance(word, month, score_cutoff=2) <= 2]
    return near[0] if len(near) == 1 else None
