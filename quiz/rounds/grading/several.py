"""Grading and reading a choice of several: right ones less wrong ones, over all that fit."""

import re

from quiz.folding import fold, squeeze
from quiz.generate.draw import Draw
from quiz.generate.question import Option, Picks
from quiz.rounds.grading.choice import read_sign
from quiz.rounds.grading.grade import Given, Grade, Unreadable
from quiz.rounds.wording import listed

WANTED = "Type the letters of all that fit, such as a c."
"""What a plain prompt says, and says again to a line that it cannot read."""


def right_options(draw: Draw, answer: Picks) -> tuple[Option, ...]:
    """The options of `draw` that fit, in the order shown."""
    fitting = {option.key for option in answer.options}
    return tuple(option for option in draw.options if option.key in fitting)


def credit_of(right: int, wrong: int, fitting: int) -> float:
    """What it is worth, 0 to 1, to choose so many `right` and `wrong` ones of which `fitting` are right.

    Each wrong one takes off what a right one brings, so that choosing at random does not pay.
    """
    return max(0.0, (right - wrong) / fitting)


def grade_several(draw: Draw, answer: Picks, given: Given) -> Grade:
    """Grade the keys `given`. Raises ValueError where they are not some of those shown, each once."""
    if isinstance(given, str) or not given or len(set(given)) < len(given) or not set(given) <= set(draw.keys):
        raise ValueError(f"{draw.question.id} does not show {given!r}")
    fitting = right_options(draw, answer)
    found = [option for option in fitting if option.key in given]
    wrong = [option for option in draw.options if option.key in given and option not in fitting]
    credit = credit_of(len(found), len(wrong), len(fitting))
    chosen = listed(option.text for option in draw.options if option.key in given)
    return Grade(credit == 1, chosen, _truth(draw, found, wrong, fitting), "several", partial=credit)


def _truth(draw: Draw, found: list[Option], wrong: list[Option], fitting: tuple[Option, ...]) -> str:
    """How many were found, what each wrong one truly is, and what was missed; empty where all is right."""
    missed = [option.text for option in fitting if option not in found]
    if not missed and not wrong:
        return ""
    count = f"{len(found)} of {len(fitting)} found" + (f", {len(wrong)} wrong." if wrong else ".")
    sentences = {distractor.option.key: distractor.proof.sentence for distractor in draw.question.pool}
    told = dict.fromkeys(sentences[option.key] for option in wrong)
    return " ".join([count, *told, *([f"Missed: {listed(missed)}."] if missed else [])])


def read_several(draw: Draw, line: str) -> tuple[str, ...] | Unreadable:
    """The keys that `line` names, in the order shown: "a c", "ac", "13", or the options' texts between commas."""
    places = _by_texts(draw, line) or _by_signs(line, len(draw.options))
    if places is None:
        return Unreadable(WANTED)
    return tuple(key for place, key in enumerate(draw.keys) if place in places)


def _by_signs(line: str, count: int) -> set[int] | None:
    parts = re.findall(r"[^\W_]+", line)
    signs = list(parts[0]) if len(parts) == 1 else parts
    return _all_known([read_sign(sign, count) for sign in signs if sign.casefold() != "and"])


def _by_texts(draw: Draw, line: str) -> set[int] | None:
    texts = [squeeze(fold(option.text)) for option in draw.options]
    parts = [squeeze(fold(part)) for part in re.split(r"[,;]", line) if part.strip()]
    return _all_known([texts.index(part) if part in texts else None for part in parts])


def _all_known(places: list[int | None]) -> set[int] | None:
    found = {place for place in places if place is not None}
    return found if found and None not in places else None
