"""A round on the screen: how it begins, its clock, leaving it, and where it ends."""

from quiz.generate.question import Shape
from quiz.play import Setup
from quiz.rounds.round import Phase
from quiz.tui.screens.home import Home
from quiz.tui.screens.results import Results
from quiz.tui.screens.round import RoundPage
from quiz.tui.widgets.time_line import TimeLine
from tests.tui.helpers import ONE, THREE, asked, keys_of, of_shape, page, settled, shown, until


async def test_enter_on_the_first_page_plays_at_once(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await page(pilot, Home)
        await pilot.press("enter")
        screen = await asked(pilot)
        assert screen._game.round.phase is Phase.ASKING
        assert len(screen._game.round.items) == 10


async def test_time_runs_out(make_app, clock):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        clock.skip(60)
        await until(pilot, lambda: screen._game.round.phase is Phase.FEEDBACK)
        await pilot.pause()
        assert "Time is up. The answer:" in shown(pilot)
        assert screen._game.round.responses[0].late


async def test_the_line_of_time_shortens_and_swells_at_the_end(make_app, clock):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        line = screen.query_one(TimeLine)
        full = line.render_line(0).text
        assert "▂" in full
        state = screen._game.round
        clock.hold()
        clock.skip(state.shown_at + state.current.allowed - 2.5 - clock())
        await until(pilot, lambda: line.seconds is not None and line.seconds <= 3)
        assert "▃" in line.render_line(0).text
        assert line.render_line(0).text.rstrip().endswith("3")


async def test_a_calm_round_shows_no_clock_and_waits(make_app, clock):
    calm = Setup(questions=2, calm=True, seed=1)
    async with make_app(*of_shape(Shape.CHOICE), start=calm).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        clock.skip(600)
        await pilot.pause(0.3)
        assert screen._game.round.phase is Phase.ASKING
        assert not screen.query_one(TimeLine).render_line(0).text.strip()
        await pilot.press(keys_of(screen)["right"])
        await pilot.pause(1.5)
        assert screen._game.round.index == 0
        assert "1 right" in shown(pilot)


async def test_leaving_is_asked_while_the_clock_runs_on(make_app, clock):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press("escape")
        assert "Leave this round? The clock runs on; nothing answered yet." in shown(pilot)
        await pilot.press("a")
        assert screen._game.round.phase is Phase.ASKING
        clock.skip(60)
        await until(pilot, lambda: screen._game.round.phase is Phase.FEEDBACK)
        await pilot.pause()
        assert "y leave   n stay" in shown(pilot)
        assert "Leave this round? One answer kept." in shown(pilot)
        await pilot.press("n")
        assert "Leave this round?" not in shown(pilot)
        await settled(pilot)
        await pilot.press("enter")
        assert screen._game.round.index == 1


async def test_the_clock_is_said_to_run_on_only_while_it_runs(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        box = screen._game.round.current.draw
        await pilot.press("abcd"[box.keys.index(box.question.answer.option.key)])
        await pilot.press("escape")
        await pilot.pause()
        assert "Leave this round? One answer kept." in shown(pilot)
        await until(pilot, lambda: screen._game.round.phase is Phase.ASKING)
        await until(pilot, lambda: "The clock runs on; one answer kept." in shown(pilot))


async def test_escape_twice_stays_and_y_leaves(make_app, make_play):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press("a")
        await pilot.press("escape", "escape")
        assert pilot.app.screen is screen
        await pilot.press("escape", "y")
        await page(pilot, Home)
        assert screen._game.round.phase is Phase.LEFT
    assert make_play(*of_shape(Shape.CHOICE)).scores().players[0].responses == 1


async def test_a_shorter_round_is_said_before_its_clock_runs(make_app, clock):
    many = Setup(questions=10000, seed=1)
    async with make_app(*of_shape(Shape.CHOICE), start=many).run_test(size=(80, 24)) as pilot:
        screen = await page(pilot, RoundPage)
        await until(pilot, lambda: "no more fit together" in shown(pilot))
        clock.skip(100)
        await pilot.pause(0.3)
        assert screen._game.round.phase is Phase.READY
        await pilot.press("enter")
        await asked(pilot)
        assert screen._game.round.phase is Phase.ASKING


async def test_the_last_answer_leads_to_the_results(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press(keys_of(screen)["wrong"])
        await settled(pilot)
        await pilot.press("enter")
        await page(pilot, Results)
