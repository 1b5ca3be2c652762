"""Giving an answer: choosing, typing and ordering, by keys and by the mouse."""

import pytest
from textual.widgets import Input

from quiz.generate.question import Shape
from quiz.rounds.round import Phase
from quiz.tui.widgets.ordering import Ordering
from tests.tui.helpers import ONE, THREE, asked, of_shape, shown, until


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
