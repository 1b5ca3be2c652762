"""What is shown once a question is answered."""

import pytest

from quiz.generate.question import Shape
from quiz.play import Setup
from quiz.tui.widgets.border_line import BorderLine
from quiz.tui.widgets.feedback import Feedback
from quiz.tui.widgets.heading import Heading
from tests.samples import question, right, wrong
from tests.tui.helpers import ONE, THREE, asked, keys_of, of_shape, settled, shown, until


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
