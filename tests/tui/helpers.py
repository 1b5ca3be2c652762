"""What tests of pages share: waiting for a page, reading what it shows, questions of one shape."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from quiz.generate.content import BankContent
from quiz.generate.question import Question, Shape
from quiz.play import Play, Setup
from quiz.rounds.clock import GUARD
from quiz.store.homes import Homes
from quiz.tui.screens.home import Home
from quiz.tui.screens.results import Results
from quiz.tui.screens.round import RoundPage
from quiz.tui.widgets.border_line import BorderLine
from tests.samples import content, content_of, several

REPOSITORY = Path(__file__).parents[2]

S = TypeVar("S", bound=Screen)
PATIENCE = 20.0
"""Seconds after which something that should have happened counts as not happening."""

ONE = Setup(questions=1, seed=1)
THREE = Setup(questions=3, seed=1)


def door(folder: Path, *questions: Question) -> Play:
    """The door to play over the sample's questions, or over those that are given, its files in `folder`.

    The bank there is fresh for the command line too, since it bears the digest of the game's own pack.
    """

    def build(_: Path) -> BankContent:
        whole = replace(content(), border=border())
        if not questions:
            return whole
        facts = {fact.id: fact for fact in (*content_of(questions).facts, *whole.facts)}
        return replace(whole, questions=questions, facts=tuple(facts.values()))

    return Play(Homes(folder, folder, REPOSITORY / "questions"), build=build)


def border() -> tuple[tuple[float, float], ...]:
    """The border as the pack draws it."""
    shape = json.loads((REPOSITORY / "questions/kz-kg/map/border.geojson").read_text())
    return tuple((x, y) for x, y in shape["features"][0]["geometry"]["coordinates"])


def of_shape(shape: Shape) -> tuple[Question, ...]:
    """The sample's questions of one shape."""
    asked = (*content().questions, several())
    return tuple(question for question in asked if question.shape is shape and question.depth == "core")


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


def keys_of(screen: RoundPage) -> dict[str, str]:
    """The key on the keyboard of each option, by whether it is right: "right" and "wrong"."""
    item = screen._game.round.current
    answer = item.draw.question.answer.option.key
    return {("right" if key == answer else "wrong"): "abcd"[place] for place, key in enumerate(item.draw.keys)}


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


async def at_home(pilot: Pilot[None]) -> Home:
    """The first page, filled in."""
    home = await page(pilot, Home)
    await until(pilot, lambda: bool(home.query_one(BorderLine).points))
    await pilot.pause()
    return home


async def finish(pilot: Pilot[None]) -> Results:
    """Play the round to its end by its first options."""
    screen = await asked(pilot)
    for _ in range(4 * len(screen._game.round.items)):
        if pilot.app.screen is not screen:
            break
        if pilot.app.focused is not None:
            await pilot.press("a")
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause(0.05)
    return await page(pilot, Results)
