"""A number or a date read back out of a sentence, as it was written there."""

import re

from quiz.knowledge import dates
from quiz.knowledge.model import Value

_DATE = re.compile(r"(?:(?P<day>\d{1,2}) )?(?:(?P<month>[A-Z][a-z]+) )?(?P<year>\d{1,4})")


def words_in(said: str, pattern: str, mark: str) -> str | None:
    """The words that stand in `said` wherever `mark` stands in `pattern`; None where it is no such sentence.

    A capital at the start of a sentence makes no difference.
    """
    first, *others = map(re.escape, pattern.split(mark))
    if not others:
        return None
    found = re.fullmatch(f"{first}(?P<words>.+){'(?P=words)'.join(others)}", said, re.IGNORECASE)
    return found["words"] if found else None


def value_in(words: str, like: Value) -> Value | None:
    """The number or date that `words` write, in the unit of `like`; None where they write none."""
    return _date(words) if like.when else _number(words, like)


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
