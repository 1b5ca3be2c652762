"""Neighbours of a number or a date, made by program: near enough to be thought of, far enough to be wrong."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from quiz.knowledge.dates import Precision, When, from_parts
from quiz.knowledge.model import Value

SHARES = (0.5, 1.75, 2.5, 0.3, 3.75, 1.4, 0.7)
"""Multiples of a measured number, apart enough that someone with a feeling for the size can tell them."""

STEPS = (-1, 1, -2, 2, -3, 3, -5, 5, 8)
"""Steps from a count or a date, in units of its precision."""

SMALL = 20
"""Below this a number is a count and has neighbours by steps."""

NOW = 2030
"""No neighbour lies later: an option in the future would be thrown out unread."""


def numbers(value: Value) -> Iterator[float]:
    """Other numbers of the same look: as many digits before the zeros at the end, none of them below one."""
    assert value.number is not None
    number = value.number
    if number < SMALL and not value.unit:
        yield from (number + step for step in STEPS if number + step >= 1)
        return
    grain = _grain(number)
    seen = {number}
    for share in SHARES:
        other = max(grain, round(round(number * share / grain) * grain, 10))
        if other not in seen:
            seen.add(other)
            yield float(other)


def dates(when: When) -> Iterator[When]:
    """Other dates of the same precision: years around, months around, the same day of other months and years."""
    year, month, day = _parts(when)
    years = [year + step for step in STEPS if 1 <= year + step < NOW]
    months = [month + step for step in STEPS if 1 <= month + step <= 12]
    if when.precision is Precision.YEAR:
        yield from (from_parts(other) for other in years)
    elif when.precision is Precision.MONTH:
        yield from (from_parts(year, other) for other in months)
        yield from (from_parts(other, month) for other in years[:2])
    elif when.precision is Precision.DAY:
        yield from (from_parts(other, month, _day(other, month, day)) for other in years[:6])
        yield from (from_parts(year, other, _day(year, other, day)) for other in months[:6])


def _day(year: int, month: int, day: int) -> int:
    """That day of the month, or its last where it has fewer."""
    return min(day, monthrange(year, month)[1])


def number_off(given: float, right: Value) -> str:
    """By how much a number is wrong, in words: "29 km is 13 km too much."."""
    assert right.number is not None
    difference = abs(given - right.number)
    if right.unit:
        way = "much" if given > right.number else "little"
        return f"{given:,.10g} {right.unit} is {difference:,.10g} {right.unit} too {way}."
    return f"{_word(given).capitalize()} is {_word(difference)} too {'many' if given > right.number else 'few'}."


def date_off(given: When, right: When) -> str:
    """How far a date lies from the right one, in the largest whole unit that fits: "1922 is two years too early."."""
    one, other = _parts(given), _parts(right)
    way = "early" if given.start < right.start else "late"
    if one[1:] == other[1:]:
        return f"{given.text} is {_count(abs(one[0] - other[0]), 'year')} too {way}."
    if one[::2] == other[::2]:
        return f"{given.text} is {_count(abs(one[1] - other[1]), 'month')} too {way}."
    return f"{given.text} is too {way}."


def _count(number: int, unit: str) -> str:
    return f"{_word(number)} {unit}{'' if number == 1 else 's'}"


def _word(number: float) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[int(number)] if number in range(len(words)) else f"{number:,.10g}"


def _parts(when: When) -> tuple[int, int, int]:
    """Year, month and day of the first day."""
    first = date.fromordinal(when.start)
    return first.year, first.month, first.day


def _grain(number: float) -> float:
    """The place value of the last digit that is not a zero: 10 for 120, 0.1 for 1.5, 1 for 0."""
    exponent = Decimal(f"{number:.10g}").normalize().as_tuple().exponent
    return float(10 ** int(exponent)) if number else 1.0
