"""Grading and reading a typed number."""

import re

from quiz.folding import fold
from quiz.generate.question import Quantity
from quiz.rounds.grading.grade import Grade, Unreadable
from quiz.rounds.grading.numerals import in_figures, words_to_number
from quiz.rounds.wording import capitalise, figure, in_words

HEDGES = re.compile(r"^(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|nearly|almost|some|~|≈)\s*", re.I)
PARTS = re.compile(r"([+−-]?\d(?:[\d.,'’_\s]*\d)?)\s*(\D*)")
PLENTY = 80
"""Letters a number and its unit may have."""

UNITS = {
    "kilometres": "km kms kilometre kilometres kilometer kilometers км километр километра километров",
    "miles": "mi mile miles миля мили миль",
    "metres": "m metre metres meter meters м метр метра метров",
    "feet": "ft foot feet",
    "years": "yr yrs year years год года лет",
    "months": "month months",
    "days": "day days",
}
"""How units are written, under the word that a sentence uses for them."""

SPELT = {spelling: unit for unit, spellings in UNITS.items() for spelling in spellings.split()}

SLACK = 1e-9
"""What floating point may take away at the edge of a tolerance."""


def grade_number(answer: Quantity, line: str) -> Grade:
    """Grade `line` against `answer`: a number inside its tolerance, in its unit or none.

    Another unit is wrong whatever the number: 10 miles is no way of writing 16 km.
    """
    values, unit = _parts(line)
    typed = " ".join(line[:PLENTY].split())
    wanted = _unit(answer.unit)
    if not values:
        return Grade(False, typed, how="unread")
    if unit and unit != wanted and (wanted or unit in UNITS):
        return Grade(False, typed, _unit_note(unit, wanted), "unit")
    nearest = min(values, key=lambda value: abs(value - answer.value))
    right = abs(nearest - answer.value) <= answer.tolerance + SLACK
    return Grade(right, _shown(nearest, answer), "" if right else _difference(nearest, answer), _how(right))


def read_number(answer: Quantity, line: str) -> str | Unreadable:
    """`line` as a number; unreadable where it holds none, or anything beside a number and its unit."""
    values, unit = _parts(line)
    strange = answer.unit and unit and unit not in UNITS and unit != _unit(answer.unit)
    if len(line.strip()) > PLENTY or not values or strange:
        wanted = f" in {_unit(answer.unit)}" if answer.unit else ""
        return Unreadable(f"A number{wanted} is wanted, in figures.")
    return line.strip()


def _how(right: bool) -> str:
    return "within" if right else "outside"


def _parts(line: str) -> tuple[tuple[float, ...], str]:
    """What the number in `line` can be, and the unit that stands beside it (empty where there is none)."""
    bare = HEDGES.sub("", line[:PLENTY].strip()).rstrip(".! ")
    match = PARTS.fullmatch(bare)
    if match:
        values = in_figures(match[1])
        return (values, _unit(match[2])) if _is_unit(match[2]) else ((), "")
    words = bare.split()
    for count in range(len(words), 0, -1):
        value = words_to_number(" ".join(words[:count]))
        unit = " ".join(words[count:])
        if value is not None and _is_unit(unit):
            return (value,), _unit(unit)
    return (), ""


def _is_unit(text: str) -> bool:
    """Whether `text` can stand after a number: nothing, a unit, or a word or two for what is counted."""
    return len(text.split()) <= 2 and all(letter.isalpha() or letter in " ." for letter in text)


def _unit(text: str) -> str:
    """The word for a unit: "km" and "km long" are kilometres; what is no known unit stays as it is."""
    words = fold(text)
    return SPELT.get(words[0], " ".join(words)) if words else ""


def _unit_note(unit: str, wanted: str) -> str:
    if not wanted:
        return f"A plain number is wanted, not {unit}."
    return (
        f"The answer is wanted in {wanted}, not in {unit}." if unit in UNITS else f"The answer is wanted in {wanted}."
    )


def _shown(value: float, answer: Quantity) -> str:
    return f"{figure(value)} {answer.unit}".strip()


def _difference(value: float, answer: Quantity) -> str:
    """How far off a value is, by plain arithmetic: "29 km is 13 km too much."."""
    gap = abs(value - answer.value)
    if answer.unit:
        way = "much" if value > answer.value else "little"
        return f"{_shown(value, answer)} is {figure(gap)} {answer.unit} too {way}."
    return f"{capitalise(_count(value))} is {_count(gap)} too {'many' if value > answer.value else 'few'}."


def _count(number: float) -> str:
    return in_words(int(number)) if number == int(number) else figure(number)
