"""The rules one round is played under."""

import json
from dataclasses import dataclass

from quiz.errors import RoundError

MIXED = "mixed"
"""The theme of a round that draws from all themes."""

THEMES = ("geography", "history", "crossings")
"""The themes a question can have, in the order they are offered."""

ADAPTIVE = "adaptive"
"""The level that follows what the player can do."""

LEVELS = ("easy", "medium", "hard", ADAPTIVE)
"""The levels a round can be played at, in the order they are offered."""

MOST_QUESTIONS = 100_000
"""More than any bank holds: beyond it a number is a slip of the keyboard."""

LONGEST_SECONDS = 3600.0
"""The longest limit a question may have, in seconds."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is asked, how much of it and against which clock.

    `theme` is one of `THEMES` or `MIXED`, `topic` narrows it further. `seconds` is the limit of every question in
    seconds; None takes the usual limit of its shape. A `calm` round has no clock and no points. `level` is one of
    `LEVELS`; None draws from all that there is.
    Raises RoundError, naming what would do, where the rules make no round.
    """

    theme: str = MIXED
    topic: str | None = None
    questions: int = 10
    seconds: float | None = None
    calm: bool = False
    level: str | None = None

    def __post_init__(self) -> None:
        _check_theme(self.theme)
        _check_level(self.level)
        _check_topic(self.topic)
        _check_questions(self.questions)
        _check_seconds(self.seconds, self.calm)

    @property
    def best_list(self) -> str:
        """The key of the list of best rounds this one belongs to: only rounds under equal rules compare."""
        seconds = None if self.seconds is None else float(self.seconds)
        level = [] if self.level is None else [self.level]  # lists kept from before there were levels stay as they are
        return json.dumps([self.theme, self.topic, self.questions, seconds, self.calm, *level], ensure_ascii=False)


def _check_theme(theme: str) -> None:
    if theme != MIXED and theme not in THEMES:
        raise RoundError(f"There is no theme “{theme[:40]}”", f"Choose one of: {', '.join((*THEMES, MIXED))}")


def _check_level(level: str | None) -> None:
    if level is not None and level not in LEVELS:
        raise RoundError(f"There is no level “{level[:40]}”", f"Choose one of: {', '.join(LEVELS)}")


def _check_topic(topic: str | None) -> None:
    if topic is not None and not topic.strip():
        raise RoundError("The topic has no name", "Name a topic, or leave it out for all of them")


def _check_questions(questions: int) -> None:
    if questions < 1:
        raise RoundError(f"A round of {questions} questions cannot be played", "Ask for one question or more")
    if questions > MOST_QUESTIONS:
        raise RoundError("That is more questions than a round can have", f"Ask for {MOST_QUESTIONS} at most")


def _check_seconds(seconds: float | None, calm: bool) -> None:
    if seconds is None:
        return
    if calm:
        raise RoundError("A calm round has no clock", "Choose either a calm round or a number of seconds")
    if not 1 <= seconds <= LONGEST_SECONDS:
        raise RoundError(f"A limit of {seconds:g} seconds cannot be played", "Choose from 1 to 3600 seconds")
