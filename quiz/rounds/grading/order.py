"""Grading and reading an order."""

import re
from itertools import pairwise

from quiz.folding import fold, squeeze
from quiz.generate.draw import Draw
from quiz.generate.question import Option, Sequence
from quiz.rounds.grading.choice import LETTERS, read_sign
from quiz.rounds.grading.grade import Given, Grade, Unreadable
from quiz.rounds.wording import capitalise, in_order


def right_order(draw: Draw, answer: Sequence) -> tuple[Option, ...]:
    """The options of `draw` as they belong."""
    return tuple(item for item in answer.items if item.key in draw.keys)


def grade_order(draw: Draw, answer: Sequence, given: Given) -> Grade:
    """Grade the keys `given` in their order. Raises ValueError where they are not the keys shown, each once."""
    if isinstance(given, str) or sorted(given) != sorted(draw.keys):
        raise ValueError(f"{draw.question.id} does not show {given!r}")
    right = right_order(draw, answer)
    place = {option.key: index for index, option in enumerate(right)}
    put = [right[place[key]] for key in given]
    return Grade(put == list(right), in_order(option.text for option in put), _first_slip(put, place), "order")


def _first_slip(put: list[Option], place: dict[str, int]) -> str:
    """The first two neighbours that stand the wrong way round, as they truly stand."""
    for earlier, later in pairwise(put):
        if place[earlier.key] > place[later.key]:
            return f"{_subject(later.text)} comes before {_quoted(earlier.text)}."
    return ""


def _subject(text: str) -> str:
    return capitalise(_quoted(text))


def _quoted(text: str) -> str:
    """A name stands bare in a sentence, anything longer in quotation marks."""
    return text if len(text.split()) <= 3 else f"“{text}”"


def read_order(draw: Draw, line: str) -> tuple[str, ...] | Unreadable:
    """The keys in the order that `line` puts them: "b d a c", "2413", or the options' texts between commas."""
    places = _by_signs(line, len(draw.options)) or _by_texts(draw, line)
    if places is None:
        last = LETTERS[len(draw.options) - 1]
        return Unreadable(f"Type the letters a to {last} in the right order, each once, with spaces between.")
    return tuple(draw.keys[place] for place in places)


def _by_signs(line: str, count: int) -> list[int] | None:
    parts = re.findall(r"[^\W_]+", line)
    signs = list(parts[0]) if len(parts) == 1 else parts
    return _each_once([read_sign(sign, count) for sign in signs], count)


def _by_texts(draw: Draw, line: str) -> list[int] | None:
    texts = [squeeze(fold(option.text)) for option in draw.options]
    parts = [squeeze(fold(part)) for part in re.split(r"[,;>→]", line)]
    return _each_once([texts.index(part) if part in texts else None for part in parts], len(texts))


def _each_once(places: list[int | None], count: int) -> list[int] | None:
    found = [place for place in places if place is not None]
    return found if len(found) == len(places) and sorted(found) == list(range(count)) else None
