"""The app over a real bank and real saves, on a clock that can be put forward."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.generate.content import BankContent
from quiz.generate.question import Question
from quiz.play import Play, Setup
from quiz.store.homes import Homes
from quiz.tui.app import QuizApp
from tests.samples import content, content_of

REPOSITORY = Path(__file__).parents[2]


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


@pytest.fixture(scope="session")
def border() -> tuple[tuple[float, float], ...]:
    shape = json.loads((REPOSITORY / "questions/kz-kg/map/border.geojson").read_text())
    return tuple((x, y) for x, y in shape["features"][0]["geometry"]["coordinates"])


@pytest.fixture
def make_play(tmp_path: Path, border: tuple[tuple[float, float], ...]) -> Callable[..., Play]:
    """A door over the sample's questions, or over those that are given."""

    def make(*questions: Question) -> Play:
        def build(_: Path) -> BankContent:
            whole = replace(content(), border=border)
            if not questions:
                return whole
            facts = {fact.id: fact for fact in (*content_of(questions).facts, *whole.facts)}
            return replace(whole, questions=questions, facts=tuple(facts.values()))

        return Play(Homes(tmp_path, tmp_path, REPOSITORY / "questions"), build=build)

    return make


@pytest.fixture
def make_app(make_play: Callable[..., Play], clock: Clock) -> Callable[..., QuizApp]:
    """The app over those questions; `start` begins a round at once."""

    def make(*questions: Question, start: Setup | None = None) -> QuizApp:
        return QuizApp(lambda: make_play(*questions), clock, start)

    return make
