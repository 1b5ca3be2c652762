"""Grading and reading a typed date."""

from datetime import date

from quiz.generate.question import When
from quiz.rounds.grading.dates import DAY, FINENESS, MONTH, YEAR, Span, parse
from quiz.rounds.grading.grade import Grade, Unreadable
from quiz.rounds.wording import counted

LONGEST = 80
"""Letters a date may have."""

WANTED = {
    "day": "day, month and year are wanted",
    "month": "month and year are wanted",
    "year": "the year is wanted",
    "years": "the years are wanted",
}


def grade_date(answer: When, line: str) -> Grade:
    """Grade `line` against `answer`: right inside it, not exact enough where it holds more than it."""
    given = parse(line[:LONGEST])
    if given is None:
        return Grade(False, " ".join(line[:LONGEST].split()), how="unread")
    if answer.start <= given.start and given.end <= answer.end:
        same = FINENESS[given.precision] <= FINENESS[answer.precision]
        return Grade(True, given.text, how="within" if same else "finer")
    if given.start <= answer.end and answer.start <= given.end:
        return Grade(False, given.text, f"Not exact enough: {WANTED[answer.precision]}.", "coarser")
    return Grade(False, given.text, _distance(given, answer), "outside")


def read_date(answer: When, line: str) -> str | Unreadable:
    """`line` as a date; unreadable where it holds none."""
    if len(line.strip()) > LONGEST or parse(line) is None:
        return Unreadable(f"That is no date that can be read: {WANTED[answer.precision]}, such as {_example(answer)}.")
    return line.strip()


def _example(answer: When) -> str:
    return {DAY: "9 May 1815", MONTH: "May 1815", YEAR: "1815"}.get(answer.precision, "1815 to 1820")


def _distance(given: Span, answer: When) -> str:
    """How far off a date is, as exactly as both dates tell: "1927 is three years too late."."""
    way = "too early" if given.end < answer.start else "too late"
    first, second = sorted((date.fromordinal(given.start), date.fromordinal(answer.start)))
    gap = _gap(first, second, given.precision) if given.precision == answer.precision else ""
    return f"{given.text} is {gap} {way}." if gap else f"{given.text} is {way}."


def _gap(first: date, second: date, precision: str) -> str:
    """The time from `first` to `second`; "more than" so many years or months where it is no whole number of them."""
    if precision not in (DAY, MONTH, YEAR):
        return ""
    if precision == DAY and (second - first).days <= 31:
        return counted((second - first).days, "day")
    months = (second.year - first.year) * 12 + second.month - first.month - (second.day < first.day)
    whole = second.day == first.day
    if months < 12:
        return counted(months, "month") if whole else f"more than {counted(months, 'month')}"
    exact = whole and months % 12 == 0
    return f"{'' if exact else 'more than '}{counted(months // 12, 'year')}"
