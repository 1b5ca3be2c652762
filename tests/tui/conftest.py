"""The app over a real bank and real saves, on a clock that can be put forward."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from quiz.generate.question import Question
from quiz.play import Play, Setup
from quiz.tui.app import QuizApp
from tests.tui.helpers import door


class Clock:
    """Real time and what was skipped of it, in seconds."""

    def __init__(self) -> None:
        self._skipped = 0.0
        self._held: float | None = None

    def __call__(self) -> float:
        return (time.monotonic() if self._held is None else self._held) + self._skipped

    def skip(self, seconds: float) -> None:
        self._skipped += seconds

    def hold(self) -> None:
        """Stand still."""
        self._held = time.monotonic()

    def let_go(self) -> None:
        """Go on from real time."""
        self._held = None


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_play(tmp_path: Path) -> Callable[..., Play]:
    """A door over the sample's questions, or over those that are given."""
    return partial(door, tmp_path)


@pytest.fixture
def make_app(make_play: Callable[..., Play], clock: Clock) -> Callable[..., QuizApp]:
    """The app over those questions; `start` begins a round at once."""

    def make(*questions: Question, start: Setup | None = None) -> QuizApp:
        return QuizApp(lambda: make_play(*questions), clock, start)

    return make
