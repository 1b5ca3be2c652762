"""A round on the screen."""

import pytest
from textual.widgets import Input

from quiz.generate.question import Shape
from quiz.play import Setup
from quiz.rounds.round import Phase
from quiz.tui.screens.home import Home
from quiz.tui.screens.results import Results
from quiz.tui.screens.round import RoundPage
from quiz.tui.widgets.border_line import BorderLine
from quiz.tui.widgets.feedback import Feedback
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.ordering import Ordering
from quiz.tui.widgets.time_line import TimeLine
from tests.samples import question, right, wrong
from tests.tui.helpers import asked, of_shape, page, settled, shown, until

ONE = Setup(questions=1, seed=1)
THREE = Setup(questions=3, seed=1)


def keys_of(screen) -> dict[str, str]:
    """The key on the keyboard of each option, by whether it is right: "right" and "wrong"."""
    item = screen._game.round.current
    answer = item.draw.question.answer.option.key
    return {("right" if key == answer else "wrong"): "abcd"[place] for place, key in enumerate(item.draw.keys)}


async def test_enter_on_the_first_page_plays_at_once(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await page(pilot, Home)
        await pilot.press("enter")
        screen = await asked(pilot)
        assert screen._game.round.phase is Phase.ASKING
        assert len(screen._game.round.items) == 10


@pytest.mark.parametrize("key", ["a", "1", "ф", "A"])
async def test_a_letter_or_figure_answers(make_app, key):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press(key)
        assert screen._game.round.responses[0].given == screen._game.round.items[0].draw.keys[0]
        assert "✓" in shown(pilot)


async def test_arrows_and_enter_answer_and_enter_alone_does_not(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press("enter")
        assert screen._game.round.phase is Phase.ASKING
        await pilot.press("down", "down", "enter")
        assert screen._game.round.responses[0].given == screen._game.round.items[0].draw.keys[1]


async def test_a_click_on_an_option_answers(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.click("Choice", offset=(10, 1))
        assert screen._game.round.responses[0].given == screen._game.round.items[0].draw.keys[1]


@pytest.mark.parametrize("shape", list(Shape))
async def test_nothing_moves_from_question_to_feedback(make_app, shape):
    async with make_app(*of_shape(shape), start=Setup(questions=1, seed=2)).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        places = lambda: {  # noqa: E731 - read twice, before and after
            selector: screen.query_one(selector).region
            for selector in ("Heading", "TimeLine", "#stem", "#answer", "Feedback", "BorderLine", "#news", "Hints")
        }
        before = places()
        screen._settle(screen._game.give_up(screen.quiz.now()))
        await pilot.pause()
        assert places() == before
        assert "The " in str(screen.query_one("Feedback Static").content)


async def test_a_new_question_ignores_a_key_that_comes_at_once(make_app, clock):
    clock.hold()
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot, open_to_keys=False)
        await pilot.press("a")
        assert screen._game.round.phase is Phase.ASKING
        clock.let_go()
        await until(pilot, lambda: pilot.app.focused is not None)
        await pilot.press("a")
        assert screen._game.round.phase is Phase.FEEDBACK


async def test_a_held_key_answers_nothing(make_app, clock):
    clock.hold()
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot, open_to_keys=False)
        for _ in range(12):
            await pilot.press("a")
            clock.skip(0.1)
        assert screen._game.round.phase is Phase.ASKING


async def test_right_counts_up_and_goes_on_by_itself(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press(keys_of(screen)["right"])
        assert "Right." in shown(pilot)
        assert "500 + " in shown(pilot) or "250 + " in shown(pilot)
        earned = screen._game.round.score
        await until(pilot, lambda: screen.query_one(Heading).score == earned)
        assert screen._game.round.index == 0
        await until(pilot, lambda: screen._game.round.index == 1)


async def test_any_key_goes_on_from_a_right_answer(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press(keys_of(screen)["right"])
        await settled(pilot)
        await pilot.press("x")
        assert screen._game.round.index == 1


async def test_wrong_waits_and_says_what_the_chosen_one_is(make_app):
    async with make_app(*of_shape(Shape.CHOICE), start=THREE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press(keys_of(screen)["wrong"])
        await pilot.pause(1.5)
        assert screen._game.round.index == 0
        response = screen._game.round.responses[0]
        assert response.grade.truth in shown(pilot)
        assert "The answer:" in shown(pilot)
        assert "your answer" in shown(pilot)
        await pilot.press("enter")
        assert screen._game.round.index == 1


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


async def test_letters_can_be_typed_in_a_round(make_app):
    async with make_app(*of_shape(Shape.NUMBER), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press("a", "q", "r", "question_mark")
        assert screen.query_one(Input).value == "aqr?"
        await pilot.press("enter")
        assert screen._game.round.phase is Phase.ASKING
        assert "wanted" in shown(pilot)
        screen.query_one(Input).value = ""
        await pilot.press("1", "6", "enter")
        assert screen._game.round.responses[0].right
        assert "✓  16 km" in shown(pilot)


async def test_things_are_ordered_with_keys(make_app):
    async with make_app(*of_shape(Shape.ORDER), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        box = screen.query_one(Ordering)
        first, second, *rest = box.order
        await pilot.press("down", "shift+down")
        assert box.order == (second, first, *rest)
        await pilot.press("space", "up", "space")
        assert box.order == (first, second, *rest)
        await pilot.press("enter")
        assert screen._game.round.responses[0].given == (first, second, *rest)
        assert "belongs in place" in shown(pilot)


async def test_things_are_ordered_with_the_mouse(make_app):
    async with make_app(*of_shape(Shape.ORDER), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        box = screen.query_one(Ordering)
        first, *rest = box.order
        await pilot.mouse_down(box, offset=(8, 0))
        await pilot.hover(box, offset=(8, 1))
        await pilot.hover(box, offset=(8, 2))
        await pilot.mouse_up(box, offset=(8, 2))
        assert box.order == (*rest[:2], first, *rest[2:])
        await pilot.click("Hints", offset=(30, 0))
        assert screen._game.round.responses[0].given == box.order


async def test_the_order_it_should_be_is_an_answer_too(make_app):
    async with make_app(*of_shape(Shape.ORDER), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        box = screen.query_one(Ordering)
        wanted = list(box._right)
        for place, key in enumerate(wanted):
            box._mark(list(box.order).index(key))
            box._carry_to(place)
        await pilot.press("enter")
        assert screen._game.round.responses[0].right


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


async def test_a_place_lights_up_on_the_border_only_once_it_is_answered(make_app):
    here = question(
        "bishkek:choice",
        right("16", "16 km", "bishkek"),
        (wrong("29", "29 km"), wrong("60", "60 km"), wrong("95", "95 km")),
        asks=("bishkek",),
        place=(74.59, 42.87),
    )
    async with make_app(here, start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        line = screen.query_one(BorderLine)
        assert line.lit == ()
        await pilot.press("a")
        ((start, end),) = line.lit
        assert 0.4 < start < end < 0.6
        assert any(run.lit for row in line._rows for run in row)


async def test_feedback_longer_than_its_room_can_be_scrolled(make_app):
    words = " ".join(f"word{number}" for number in range(160))
    long = question(
        "long:choice",
        right("r", "Right", "long"),
        tuple(wrong(f"w{i}", f"Wrong {i}") for i in range(3)),
        asks=("long",),
        explanation=words,
    )
    async with make_app(long, start=Setup(questions=1, calm=True, seed=1)).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press("a")
        await pilot.pause()
        assert screen.query_one(Feedback).overflows
        assert "word159" not in shown(pilot)
        await settled(pilot)
        await pilot.press(*["down"] * 20)
        await pilot.pause()
        assert "word159" in shown(pilot)


async def test_markup_in_a_pack_is_text(make_app):
    odd = question(
        "odd:choice",
        right("r", "[bold]Tüp[/nope]", "odd"),
        tuple(wrong(f"w{i}", f"[/red] $gold {i}", "[@click=app.quit]x[/] is another.") for i in range(3)),
        asks=("odd",),
        stem="What is [link]this[/nope]?",
        explanation="[/] as it is.",
        source="[b]Source",
    )
    async with make_app(odd, start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        assert "[bold]Tüp[/nope]" in shown(pilot)
        assert "What is [link]this[/nope]?" in shown(pilot)
        await pilot.press(keys_of(screen)["wrong"])
        assert "[@click=app.quit]x[/] is another." in shown(pilot)
        assert "[b]Source" in shown(pilot)


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
