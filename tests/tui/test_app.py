"""The app as a whole: how it starts, fails and ends, its size and its colours."""

import threading

from quiz.errors import QuizError
from quiz.generate.question import Shape
from quiz.play import Setup
from quiz.tui.app import QuizApp
from quiz.tui.screens.home import Home
from tests.tui.helpers import asked, at_home, of_shape, page, shown, until


async def test_a_round_that_cannot_be_played_ends_the_command(make_app):
    app = make_app(start=Setup(topic="no-such-topic"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 1
    assert "no-such-topic" in str(app.failure)


async def test_a_round_that_cannot_be_played_again_is_explained_on_the_page(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        app.play_round(Setup(topic="no-such-topic"))
        await until(pilot, lambda: "no-such-topic" in shown(pilot))


async def test_saves_that_cannot_be_read_are_explained_on_the_page(make_app, tmp_path):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        (tmp_path / "saves.db").write_bytes(b"no database any more, though long enough to look like one" * 99)
        await pilot.press("3")
        await until(pilot, lambda: "saves.db" in shown(pilot))
        assert isinstance(pilot.app.screen, Home)


async def test_a_door_that_does_not_open_ends_the_game_with_its_reason(clock):
    def closed():
        raise QuizError("The saves are locked", "Close the other game")

    app = QuizApp(closed, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 1
    assert str(app.failure) == "The saves are locked. Close the other game."


async def test_who_is_quicker_than_the_first_build_is_told_to_wait(make_play, clock):
    opening = threading.Event()

    def slow():
        opening.wait(5)
        return make_play()

    async with QuizApp(slow, clock).run_test(size=(80, 24)) as pilot:
        await page(pilot, Home)
        await pilot.pause(0.1)
        await pilot.press("enter")
        await until(pilot, lambda: "One moment" in shown(pilot))
        await pilot.press("down", "up", "enter")
        opening.set()
        await asked(pilot)


async def test_everything_is_there_at_60_by_20(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=Setup(questions=1, seed=1)).run_test(size=(60, 20)) as pilot:
        screen = await asked(pilot)
        await pilot.press("d")
        await pilot.pause()
        text = shown(pilot)
        assert "✓" in text
        assert "go on" in text
        assert screen.query_one("Feedback").size.height >= 4


async def test_ctrl_c_ends_with_130_and_keeps_what_was_answered(make_app, make_play):
    app = make_app(*of_shape(Shape.CHOICE), start=Setup(questions=3))
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot)
        await pilot.press("a")
        await pilot.press("ctrl+c")
        await pilot.pause()
    assert app.return_code == 130
    assert make_play(*of_shape(Shape.CHOICE)).scores().players[0].responses == 1


async def test_f2_changes_the_colours(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert pilot.app.theme == "night"
        await pilot.press("f2")
        assert pilot.app.theme == "day"
