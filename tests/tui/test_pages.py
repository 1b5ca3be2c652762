"""The pages around a round: first page, themes, players, scores, results, help."""

import threading

import pytest
from textual.geometry import Size
from textual.widgets import Input

from quiz.errors import QuizError
from quiz.generate.question import Shape
from quiz.play import Result, Setup
from quiz.rounds.summary import Reviewed
from quiz.tui.app import QuizApp
from quiz.tui.screens.help import Help
from quiz.tui.screens.home import Home
from quiz.tui.screens.name import Naming
from quiz.tui.screens.players import Players
from quiz.tui.screens.results import Results
from quiz.tui.screens.round import RoundPage
from quiz.tui.screens.scores import Scores
from quiz.tui.screens.themes import Themes
from quiz.tui.widgets.border_line import BorderLine
from quiz.tui.widgets.menu import Menu
from tests.tui.helpers import asked, of_shape, page, rows, settled, shown, until


async def at_home(pilot) -> Home:
    """The first page, filled in."""
    home = await page(pilot, Home)
    await until(pilot, lambda: bool(home.query_one(BorderLine).points))
    await pilot.pause()
    return home


async def finish(pilot) -> Results:
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


async def test_results_sum_up_and_show_each_question(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=Setup(questions=3, seed=5)).run_test(size=(80, 24)) as pilot:
        results = await finish(pilot)
        text = shown(pilot)
        assert results._result.sentence in text
        assert "of 3 right" in text
        for row in results._result.review:
            assert row.stem[:30] in text
        await pilot.press("down", "down")
        await pilot.pause()
        last = results._result.review[-1]
        assert last.answer in str(results.query_one("#detail").content)


LONG = Reviewed(
    stem="Put these steps along the border into the order in which a traveller meets them, from its western end.",
    answer=" → ".join(f"the {n} step of the way to the east" for n in ("first", "second", "third", "fourth")),
    given=" → ".join(f"the {n} step of the way to the east" for n in ("second", "first", "fourth", "third")),
    right=False,
    late=False,
    points=0,
    used=24.0,
    explanation="The border leaves the Ugam Range for the plain, meets the Chu, follows it for a long while, climbs "
    "into the mountains again, and ends where three countries meet.",
    source="Geography, paragraph 3, of the article",
)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_a_question_looked_back_at_is_shown_whole_with_its_reason_and_its_source(make_app, make_play, size):
    result = Result(0, 0, 10, None, False, "None of ten this time.", (LONG,) * 10)
    async with make_app().run_test(size=size) as pilot:
        await at_home(pilot)
        await pilot.app.push_screen(Results(result, make_play(), Setup()))
        results = await page(pilot, Results)
        text = " ".join(shown(pilot).split())
        for part in (LONG.stem, LONG.answer, LONG.given, LONG.explanation, LONG.source):
            assert part in text
        assert results.query_one("Review").size.height >= 2
        assert "again" in " ".join(rows(pilot)[-3:])


async def test_r_plays_again(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=Setup(questions=1)).run_test(size=(80, 24)) as pilot:
        await finish(pilot)
        await pilot.press("r")
        screen = await asked(pilot)
        assert screen._game.rules.questions == 1
        assert len(pilot.app.screen_stack) == 2


async def test_after_the_first_round_a_name_is_offered_and_taken(make_app, make_play):
    async with make_app(*of_shape(Shape.CHOICE), start=Setup(questions=1)).run_test(size=(80, 24)) as pilot:
        await finish(pilot)
        assert "Your first round" in shown(pilot)
        await pilot.press("n")
        await page(pilot, Naming)
        await pilot.press(*"Aru", "enter")
        await page(pilot, Results)
        assert "Aru" in shown(pilot)
        assert "take a name" not in shown(pilot)
    assert make_play(*of_shape(Shape.CHOICE)).players() == ("Aru",)


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


async def test_scores_list_the_best_rounds(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=Setup(questions=2)).run_test(size=(80, 24)) as pilot:
        await finish(pilot)
        await pilot.press("escape")
        await at_home(pilot)
        await pilot.press("3")
        await page(pilot, Scores)
        text = shown(pilot)
        assert "Mixed, two questions" in text
        assert "of 2" in text
        assert "1 round" in text


async def test_scores_without_a_round_say_what_to_do(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("3")
        await page(pilot, Scores)
        assert "No round has been played" in shown(pilot)


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
