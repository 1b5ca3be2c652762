"""How long a question may take: time to read it, then the limit that counts."""

from quiz.generate.draw import Draw
from quiz.generate.question import Question, Shape
from quiz.rounds.rules import Rules

GUARD = 0.2
"""Seconds in which a face ignores keys after a new question, so that a held key answers nothing."""

LIMITS = {Shape.CHOICE: 12.0, Shape.TEXT: 20.0, Shape.NUMBER: 15.0, Shape.ORDER: 25.0, Shape.SEVERAL: 20.0}
"""Seconds to answer by shape: choosing one is quick; several are weighed one by one; typing and sorting take hands."""

TWO_OPTIONS = 8.0
"""Seconds to choose between two."""

SETTLE = 1.0
"""Seconds to find where to look on a new screen."""

LETTERS_A_SECOND = 20.0
"""Reading speed: about 200 words a minute, a fifteen-year-old's, and kind to those who read in a second language."""


def limit(question: Question, rules: Rules) -> float | None:
    """Seconds to answer `question` once it has been read; None where the round is calm."""
    if rules.calm:
        return None
    if rules.seconds is not None:
        return float(rules.seconds)
    return TWO_OPTIONS if has_two_options(question) else LIMITS[question.shape]


def reading(draw: Draw) -> float:
    """Seconds to read what is shown: its stem and all options, each letter counted once.

    Speed is rewarded only after this time, so that a long question is no worse bargain than a short one.
    """
    letters = len(draw.question.stem) + sum(len(option.text) for option in draw.options)
    return SETTLE + letters / LETTERS_A_SECOND


def has_two_options(question: Question) -> bool:
    """Whether guessing would be right every second time: true or false, or a choice of two."""
    return question.shape is Shape.CHOICE and question.option_count == 2
