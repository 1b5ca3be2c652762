"""What tests of pages share: waiting for a page, reading what it shows, questions of one shape."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from quiz.generate.question import Question, Shape
from quiz.rounds.clock import GUARD
from quiz.tui.screens.round import RoundPage
from tests.samples import content

S = TypeVar("S", bound=Screen)
PATIENCE = 5.0
"""Seconds after which something that should have happened counts as not happening."""


def of_shape(shape: Shape) -> tuple[Question, ...]:
    """The sample's questions of one shape."""
    return tuple(question for question in content().questions if question.shape is shape and question.depth == "core")


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait until `true` holds; fails the test where it does not come to that."""
    for _ in range(int(PATIENCE / 0.02)):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"did not come true in {PATIENCE} s: {true}")


async def page(pilot: Pilot[None], kind: type[S]) -> S:
    """The page of that kind, once it is shown and laid out."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    return screen


async def asked(pilot: Pilot[None], *, open_to_keys: bool = True) -> RoundPage:
    """The round, once it has a question on the page (and lets keys through)."""
    screen = await page(pilot, RoundPage)
    await until(pilot, lambda: bool(screen.query("AnswerBox")))
    if open_to_keys:
        await until(pilot, lambda: pilot.app.focused is not None)
    return screen


async def settled(pilot: Pilot[None]) -> None:
    """Wait until keys count again after something new was shown."""
    await asyncio.sleep(GUARD + 0.05)
    await pilot.pause()


def shown(pilot: Pilot[None]) -> str:
    """The text on the screen, row by row."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines)


def rows(pilot: Pilot[None]) -> list[str]:
    """The text on the screen as a list of rows."""
    return shown(pilot).split("\n")
