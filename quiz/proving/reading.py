"""A number or a date read back out of a sentence, as it was written there."""

import re

from quiz.knowledge import dates
from quiz.knowledge.model import Value

_DATE = re.compile(r"(?:(?P<day>\d{1,2}) )?(?:(?P<month>[A-Z][a-z]+) )?(?P<year>\d{1,4})")


def value_in(said: str, pattern: str, mark: str, like: Value) -> tuple[Value, str] | None:
    """What stands in `said` where `mark` stands in `pattern`, as a value `like` another and in its own words.

    None where `said` is no such sentence, or what stands there is no number or date.
    """
    before, _, after = pattern.partition(mark)
    if not (said.startswith(before) and said.endswith(after) and len(said) > len(before) + len(after)):
        return None
    words = said[len(before) : len(said) - len(after)]
    value = _date(words) if like.when else _number(words, like)
    return None if value is None else (value, words)


def _number(words: str, like: Value) -> Value | None:
    figures = words.removesuffix(like.unit).strip().replace(",", "")
    if like.number is None or not re.fullmatch(r"-?\d+(\.\d+)?", figures):
        return None
    return like.model_copy(update={"number": float(figures)})


def _date(words: str) -> Value | None:
    match = _DATE.fullmatch(words.removeprefix("by ").removeprefix("from "))
    if match is None or (match["month"] or "January") not in dates.MONTHS:
        return None
    month = dates.MONTHS.index(match["month"]) + 1 if match["month"] else None
    try:
        return Value(date=dates.from_parts(int(match["year"]), month, int(match["day"]) if match["day"] else None).edtf)
    except ValueError:  # the calendar has no such day, so the words are no date
        return None
