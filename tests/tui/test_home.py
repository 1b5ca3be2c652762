"""The first page and where it leads."""

import pytest
from textual.geometry import Size

from quiz.tui.screens.help import Help
from quiz.tui.screens.home import Home
from quiz.tui.screens.players import Players
from quiz.tui.screens.round import RoundPage
from quiz.tui.screens.scores import Scores
from quiz.tui.screens.themes import Themes
from quiz.tui.widgets.border_line import BorderLine
from quiz.tui.widgets.menu import Menu
from tests.tui.helpers import at_home, page, shown


async def test_home_shows_what_to_do_and_who_plays(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        text = shown(pilot)
        for word in (
            "K A Z A K H S T A N",
            "K Y R G Y Z S T A N",
            "Play",
            "Themes",
            "Scores",
            "Players",
            "You",
            "quit",
        ):
            assert word in text


async def test_the_border_draws_itself_and_any_key_completes_it(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        line = (await at_home(pilot)).query_one(BorderLine)
        await pilot.press("x")
        await pilot.pause()
        assert line.drawn == 1.0
        assert "⠓" in shown(pilot)


async def test_the_border_may_be_resized_while_it_draws_itself(make_app, monkeypatch):
    async with make_app().run_test(size=(80, 24)) as pilot:
        line = (await at_home(pilot)).query_one(BorderLine)
        with monkeypatch.context() as patch:
            patch.setattr(BorderLine, "size", Size(30, 2))
            line.drawn = 0.5
            assert [sum(len(run.text) for run in row) for row in line._rows] == [30, 30]


async def test_a_figure_chooses_and_escape_goes_back(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        for key, kind in (("2", Themes), ("3", Scores), ("4", Players), ("question_mark", Help)):
            await pilot.press(key)
            await page(pilot, kind)
            await pilot.press("escape")
            await page(pilot, Home)


@pytest.mark.parametrize("key", ["q", "й", "escape"])
async def test_q_ends_the_game(make_app, key):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running
    assert app.return_code == 0


async def test_a_theme_is_played_calmly(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("2")
        themes = await page(pilot, Themes)
        assert [entry.key for entry in themes.query_one(Menu).entries] == ["mixed", "geography", "history", "crossings"]
        await pilot.press("c")
        assert "Calm: no clock" in shown(pilot)
        await pilot.press("down", "enter")
        screen = await page(pilot, RoundPage)
        assert screen._game.rules.theme == "geography"
        assert screen._game.rules.calm


async def test_a_theme_is_played_at_a_level(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("2")
        await page(pilot, Themes)
        assert "All levels" in shown(pilot)
        for words in ("Easy:", "Medium:", "Hard:", "Adaptive:", "All levels", "Easy:"):
            await pilot.press("l")
            await pilot.pause()
            assert words in shown(pilot)
        await pilot.press("enter")
        screen = await page(pilot, RoundPage)
        assert screen._game.rules.level == "easy"


@pytest.mark.parametrize(("size", "fits"), [((20, 5), False), ((59, 24), False), ((80, 19), False), ((60, 20), True)])
async def test_a_small_terminal_says_what_it_needs(make_app, size, fits):
    async with make_app().run_test(size=size) as pilot:
        await page(pilot, Home)
        text = " ".join(shown(pilot).split())
        assert ("The game needs 60 × 20" in text) is not fits
        assert ("K Y R G Y Z S T A N" in text) is fits
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "K Y R G Y Z S T A N" in shown(pilot)
