"""How pages look at 80 × 24, grouped by what is shown. After a wanted change: pytest tests/tui --snapshot-update."""

import pytest

from quiz.generate.question import Shape
from quiz.play import Setup
from quiz.rounds.round import Phase
from quiz.tui.screens.home import Home
from quiz.tui.screens.players import Players
from quiz.tui.screens.results import Results
from quiz.tui.screens.themes import Themes
from quiz.tui.widgets.border_line import BorderLine
from quiz.tui.widgets.typed import Typed
from tests.samples import question, right, wrong
from tests.tui.helpers import asked, of_shape, page, settled, until

SIZE = (80, 24)


@pytest.fixture
def look(snap_compare, make_app, clock):
    """Compares how the app looks after `act`, on a clock that stands still and without any motion."""

    def compare(*questions, act, start=None, size=SIZE):
        app = make_app(*questions, start=start)
        app.animation_level = "none"

        async def before(pilot):
            await act(pilot)
            for cursor in pilot.app.screen.query("Input"):
                cursor.cursor_blink = False
            await pilot.pause()

        return snap_compare(app, run_before=before, terminal_size=size)

    clock.hold()
    return compare


async def home(pilot) -> Home:
    first = await page(pilot, Home)
    await until(pilot, lambda: bool(first.query_one(BorderLine).points))
    await until(pilot, lambda: first.query_one(BorderLine).drawn == 1.0)
    return first


async def opened(pilot, clock):
    """A question that lets keys through, on a clock that stands still again."""
    screen = await asked(pilot, open_to_keys=False)
    clock.skip(0.3)
    await until(pilot, lambda: pilot.app.focused is not None)
    return screen


class TestFirstPage:
    def test_the_border_between_its_countries_and_what_to_do(self, look):
        assert look(act=home)

    def test_at_60_by_20(self, look):
        assert look(act=home, size=(60, 20))

    def test_a_terminal_that_is_too_small(self, look):
        async def act(pilot):
            await page(pilot, Home)

        assert look(act=act, size=(40, 10))


class TestQuestions:
    @pytest.mark.parametrize("shape", list(Shape))
    def test_every_shape_asks(self, look, clock, shape):
        async def act(pilot):
            await opened(pilot, clock)

        assert look(*of_shape(shape)[:1], act=act, start=Setup(questions=1, seed=1))

    def test_a_choice_under_the_hand(self, look, clock):
        async def act(pilot):
            await opened(pilot, clock)
            await pilot.press("down", "down")

        assert look(*of_shape(Shape.CHOICE)[:1], act=act, start=Setup(questions=1, seed=1))

    def test_a_thing_that_is_carried(self, look, clock):
        async def act(pilot):
            await opened(pilot, clock)
            await pilot.press("down", "space", "down")

        assert look(*of_shape(Shape.ORDER), act=act, start=Setup(questions=1, seed=1))

    def test_the_last_two_seconds(self, look, clock):
        async def act(pilot):
            screen = await opened(pilot, clock)
            clock.skip(screen._game.round.current.allowed - 2.0)
            await until(pilot, lambda: screen.query_one("TimeLine").seconds == 2)

        assert look(*of_shape(Shape.CHOICE)[:1], act=act, start=Setup(questions=1, seed=1))

    def test_whether_to_leave(self, look, clock):
        async def act(pilot):
            await opened(pilot, clock)
            await pilot.press("escape")

        assert look(*of_shape(Shape.CHOICE)[:1], act=act, start=Setup(questions=1, seed=1))


class TestFeedback:
    BISHKEK = question(
        "bishkek:choice",
        right("16", "16 km", "bishkek"),
        (wrong("29", "29 km", "Almaty is 29 km away, on the other side."), wrong("60", "60 km"), wrong("95", "95 km")),
        theme="geography",
        stem="How far is Bishkek from the border?",
        explanation="The Kyrgyz capital is just over half as far from the line as Almaty.",
        source="Lead · Kazakhstan–Kyrgyzstan border",
        asks=("bishkek",),
        place=(74.59, 42.87),
    )

    async def answered(self, pilot, clock, wanted: str):
        screen = await opened(pilot, clock)
        keys = screen._game.round.current.draw.keys
        await pilot.press("abcd"[keys.index(wanted)])
        await until(pilot, lambda: screen._game.round.phase is Phase.FEEDBACK)
        if screen._moves_on is not None:
            screen._moves_on.pause()

    def test_right_with_its_place_on_the_border(self, look, clock):
        async def act(pilot):
            await self.answered(pilot, clock, "16")

        assert look(self.BISHKEK, act=act, start=Setup(questions=1, seed=1))

    def test_wrong_says_what_the_chosen_one_is(self, look, clock):
        async def act(pilot):
            await self.answered(pilot, clock, "29")

        assert look(self.BISHKEK, act=act, start=Setup(questions=1, seed=1))

    def test_a_typed_answer_that_is_wrong(self, look, clock):
        async def act(pilot):
            screen = await opened(pilot, clock)
            await pilot.press(*"29 km", "enter")
            await until(pilot, lambda: screen.query_one(Typed).has_class("-settled"))

        assert look(*of_shape(Shape.NUMBER), act=act, start=Setup(questions=1, seed=1))


class TestSeveral:
    def test_some_chosen(self, look, clock):
        async def act(pilot):
            await opened(pilot, clock)
            await pilot.press("a", "c")

        assert look(*of_shape(Shape.SEVERAL), act=act, start=Setup(questions=1, seed=1), size=(60, 20))

    def test_some_found_one_wrong_one_missed(self, look, clock):
        async def act(pilot):
            screen = await opened(pilot, clock)
            keys = screen._game.round.current.draw.keys
            await pilot.press(*("abcd"[keys.index(key)] for key in ("kara-balta", "tup", "merke")), "enter")
            await until(pilot, lambda: screen._game.round.phase is Phase.FEEDBACK)

        assert look(*of_shape(Shape.SEVERAL), act=act, start=Setup(questions=1, seed=4))


class TestAfterwards:
    def test_the_results_of_a_first_round(self, look, clock):
        async def act(pilot):
            screen = await opened(pilot, clock)
            while screen._game.round.phase is not Phase.FINISHED:
                if screen._game.round.phase is Phase.ASKING:
                    await until(pilot, lambda: pilot.app.focused is not None)
                    await pilot.press("a")
                clock.skip(0.3)
                await settled(pilot)
                await pilot.press("enter")
                clock.skip(0.3)
            await page(pilot, Results)

        assert look(*of_shape(Shape.CHOICE), act=act, start=Setup(questions=3, seed=5))


class TestLists:
    def test_themes(self, look):
        async def act(pilot):
            await home(pilot)
            await pilot.press("2")
            await page(pilot, Themes)

        assert look(act=act)

    def test_players(self, look):
        async def act(pilot):
            await home(pilot)
            await pilot.press("4")
            await page(pilot, Players)

        assert look(act=act)
