"""The page of players and the naming of one."""

import pytest
from textual.widgets import Input

from quiz.tui.screens.name import Naming
from quiz.tui.screens.players import Players
from quiz.tui.screens.scores import Scores
from quiz.tui.widgets.menu import Menu
from tests.tui.helpers import asked, at_home, page, shown, until


@pytest.mark.parametrize("name", ["", "   ", "x" * 80, "a\u200bb"])
async def test_a_name_that_will_not_do_is_explained(make_app, make_play, name):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("4")
        await page(pilot, Players)
        await pilot.press("n")
        naming = await page(pilot, Naming)
        naming.query_one(Input).value = name
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is naming
        assert str(naming.query_one("#why").content)
    assert make_play().players() == ()


async def test_markup_in_a_name_is_text_on_every_page(make_app, make_play):
    name = "[bold]Bek[/nope]"
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("4")
        await page(pilot, Players)
        await pilot.press("n")
        (await page(pilot, Naming)).query_one(Input).value = name
        await pilot.press("enter")
        await page(pilot, Players)
        assert name in shown(pilot)
        await pilot.press("escape")
        await at_home(pilot)
        assert name in shown(pilot)
        await pilot.press("1")
        await asked(pilot)
        await pilot.press("escape", "y")
        await at_home(pilot)
        await pilot.press("3")
        await page(pilot, Scores)
        assert pilot.app.is_running


async def test_a_player_is_renamed(make_app, make_play):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("4")
        await page(pilot, Players)
        await pilot.press("n")
        await page(pilot, Naming)
        await pilot.press(*"Aru", "enter")
        players = await page(pilot, Players)
        await until(pilot, lambda: "Aru" in shown(pilot))
        await pilot.press("r")
        naming = await page(pilot, Naming)
        naming.query_one(Input).value = "Aru B."
        await pilot.press("enter")
        await page(pilot, Players)
        assert "Aru B." in [entry.name for entry in players.query_one(Menu).entries]
    assert make_play().player == "Aru B."
