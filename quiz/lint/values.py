"""Numbers and dates among options: read so far that they can be compared and put in order."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from quiz.knowledge import dates

MONTHS = tuple(map(str.casefold, dates.MONTHS))

NUMERALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""Numbers as words, by their value."""

UNITS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("mm", "millimetre", "millimetres", "millimeters"), ("length", 0.001)),
    **dict.fromkeys(("cm", "centimetre", "centimetres", "centimeters"), ("length", 0.01)),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), ("length", 1.0)),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), ("length", 1000.0)),
    **dict.fromkeys(("mile", "miles", "mi"), ("length", 1609.344)),
    **dict.fromkeys(("g", "gram", "grams"), ("mass", 1.0)),
    **dict.fromkeys(("kg", "kilogram", "kilograms"), ("mass", 1000.0)),
    **dict.fromkeys(("t", "tonne", "tonnes"), ("mass", 1_000_000.0)),
    **dict.fromkeys(("s", "second", "seconds"), ("time", 1.0)),
    **dict.fromkeys(("min", "minute", "minutes"), ("time", 60.0)),
    **dict.fromkeys(("h", "hour", "hours"), ("time", 3600.0)),
    **dict.fromkeys(("day", "days"), ("time", 86400.0)),
    **dict.fromkeys(("week", "weeks"), ("time", 604800.0)),
    **dict.fromkeys(("year", "years"), ("time", 31557600.0)),
    **dict.fromkeys(("ml", "millilitre", "millilitres"), ("volume", 0.001)),
    **dict.fromkeys(("l", "litre", "litres", "liters"), ("volume", 1.0)),
    **dict.fromkeys(("°c", "degrees celsius"), ("temperature", 1.0)),
    **dict.fromkeys(("m/s", "metres per second"), ("speed", 1.0)),
    **dict.fromkeys(("km/h", "kilometres per hour"), ("speed", 1 / 3.6)),
    **dict.fromkeys(("n", "newton", "newtons"), ("force", 1.0)),
    **dict.fromkeys(("j", "joule", "joules"), ("energy", 1.0)),
    **dict.fromkeys(("w", "watt", "watts"), ("power", 1.0)),
    **dict.fromkeys(("v", "volt", "volts"), ("voltage", 1.0)),
    **dict.fromkeys(("ω", "ohm", "ohms"), ("resistance", 1.0)),
    **dict.fromkeys(("%", "percent", "per cent"), ("share", 0.01)),
}
"""What a unit measures, and its size in the unit that the linter compares in."""

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}

_ABOUT = r"(?:about |around |roughly |approximately |some |c\. |≈ ?|~)?"
_NUMBER = re.compile(
    rf"{_ABOUT}(?P<sign>[-−+])?(?P<money>[$£€])?(?P<whole>\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+|\d+)?"
    r"(?P<part>\.\d+)?(?:/(?P<below>\d+))?\s*(?P<scale>hundred|thousand|million|billion)?\s*(?P<unit>\S.*)?"
)
_UNIT = re.compile(r"[^\W\d]+(?: [^\W\d]+)?|[^\W\d]*[°Ω²³/·^µ][^\s,;()]{0,5}")
_YEAR = r"(?P<year>\d{1,4})\s*(?P<era>bc|bce|ad|ce)?"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_DAY = re.compile(rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},? {_YEAR}")
_DAY_AFTER = re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}")
_OF_MONTH = re.compile(rf"{_MONTH},? {_YEAR}")
_OF_YEAR = re.compile(rf"(?:in |the year )?{_YEAR}")
_DECADE = re.compile(r"(?:in )?(?:the )?(?P<year>\d{3}0)['’]?s(?: to the \d{3}0s)?")
_CENTURY = re.compile(r"(?:in )?(?:the )?(?P<century>\d{1,2})(?:st|nd|rd|th) century\s*(?P<era>bc|bce|ad|ce)?")


class Fineness(IntEnum):
    """How exactly a date is given, the finest first."""

    DAY = 0
    MONTH = 1
    YEAR = 2
    DECADE = 3
    CENTURY = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: `size` is comparable among quantities of one `measure` (empty for plain numbers)."""

    size: float
    measure: str
    unit: str


@dataclass(frozen=True, slots=True)
class Date:
    """A date: `when` is comparable among dates, whatever their fineness."""

    when: tuple[int, int, int]
    fineness: Fineness


@lru_cache(maxsize=256)
def quantity(text: str) -> Quantity | None:
    """The number that `text` is, if it is nothing else."""
    bare = text.strip().strip(".").casefold()
    if bare in NUMERALS:
        return Quantity(float(NUMERALS.index(bare)), "", "")
    found = _NUMBER.fullmatch(bare)
    if found is None or not (found["whole"] or found["part"]):
        return None
    unit = (found["unit"] or "").strip()
    measure, factor = UNITS.get(unit, (unit, 1.0))
    if unit and unit not in UNITS and not _UNIT.fullmatch(unit):
        return None
    below = int(found["below"] or 1)
    if below == 0:
        return None
    number = float(re.sub(r"\D", "", found["whole"] or "0") + (found["part"] or "")) / below
    sign = -1 if found["sign"] in ("-", "−") else 1
    return Quantity(sign * number * SCALES.get(found["scale"] or "", 1.0) * factor, found["money"] or measure, unit)


@lru_cache(maxsize=256)
def date(text: str) -> Date | None:
    """The date that `text` is, if it is nothing else; a plain number counts where it can be a year."""
    bare = text.strip().strip(".").casefold()
    for pattern, fineness in ((_DAY, Fineness.DAY), (_DAY_AFTER, Fineness.DAY), (_OF_MONTH, Fineness.MONTH)):
        if found := pattern.fullmatch(bare):
            day = int(found["day"]) if fineness is Fineness.DAY else 0
            return Date((_signed(found), MONTHS.index(found["month"]) + 1, day), fineness)
    if found := _DECADE.fullmatch(bare):
        return Date((int(found["year"]), 0, 0), Fineness.DECADE)
    if found := _CENTURY.fullmatch(bare):
        century = int(found["century"])
        before = found["era"] in ("bc", "bce")
        return Date((-century * 100 if before else (century - 1) * 100, 0, 0), Fineness.CENTURY)
    found = _OF_YEAR.fullmatch(bare)
    if found and (found["era"] or len(found["year"]) == 4):
        return Date((_signed(found), 0, 0), Fineness.YEAR)
    return None


def _signed(found: re.Match[str]) -> int:
    year = int(found["year"])
    return -year if found["era"] in ("bc", "bce") else year


def is_value(text: str) -> bool:
    """Whether `text` is a number or a date."""
    return date(text) is not None or quantity(text) is not None


AGES = {
    "medieval": 1250, "middle ages": 1250, "renaissance": 1500, "ancient": -200, "antiquity": -200, "stone age": -5000,
    "bronze age": -1500, "viking": 900, "vikings": 900, "victorian": 1870, "roman empire": 200, "roman republic": -200,
    "crusades": 1150, "crusaders": 1150, "pharaohs": -1300, "aztecs": 1450, "incas": 1450,
}  # fmt: skip
"""Ages by a year in their midst."""


def years_in(text: str) -> list[int]:
    """The years that `text` names: as four digits, or the middle of a century or an age."""
    named = [int(year) for year in re.findall(r"\b(1\d{3}|20\d{2})\b", text)]
    centuries = re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)[ -]century", text)
    padded = f" {' '.join(re.findall(r'[a-z]+', text.casefold()))} "
    named += [year for age, year in AGES.items() if f" {age} " in padded]
    return named + [(int(century) - 1) * 100 + 50 for century in centuries if int(century) > 0]
