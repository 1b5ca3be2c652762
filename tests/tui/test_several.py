"""Choosing all that fit: by letters, figures, space and the mouse, on screens of every size."""

import pytest

from quiz.generate.question import Shape
from quiz.rounds.grading.several import right_options
from quiz.rounds.round import Phase
from quiz.tui.screens.results import Results
from quiz.tui.widgets.several import Several
from tests.samples import KYRGYZ_SIDE
from tests.tui.helpers import ONE, asked, of_shape, page, settled, shown


def box(screen) -> Several:
    return screen.query_one(Several)


def letters_of_what_fits(screen) -> list[str]:
    draw = screen._game.round.current.draw
    return ["abcdef"[draw.keys.index(option.key)] for option in right_options(draw, KYRGYZ_SIDE)]


@pytest.mark.parametrize("keys", [("a", "c"), ("1", "3"), ("ф", "с"), ("A", "C"), ("c", "a"), ("a", "b", "c", "b")])
async def test_letters_and_figures_choose_and_take_back(make_app, keys):
    async with make_app(*of_shape(Shape.SEVERAL), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        options = screen._game.round.current.draw.keys
        await pilot.press(*keys)
        assert box(screen).ticked == (options[0], options[2])
        assert shown(pilot).count("[x]") == 2
        assert screen._game.round.phase is Phase.ASKING
        await pilot.press("enter")
        assert screen._game.round.responses[0].given == (options[0], options[2])


async def test_arrows_and_space_choose(make_app):
    async with make_app(*of_shape(Shape.SEVERAL), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        options = screen._game.round.current.draw.keys
        await pilot.press("space")
        assert box(screen).ticked == ()
        await pilot.press("down", "space", "down", "down", "space")
        assert box(screen).ticked == (options[0], options[2])


async def test_clicks_choose_and_the_word_at_the_foot_answers(make_app):
    async with make_app(*of_shape(Shape.SEVERAL), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        options = screen._game.round.current.draw.keys
        for row in (1, 3, 1):
            await pilot.click(Several, offset=(10, row))
        assert box(screen).ticked == (options[3],)
        foot = shown(pilot).split("\n")[-1]
        await pilot.click("Hints", offset=(foot.index("answer") - foot.index("a–f"), 0))
        assert screen._game.round.responses[0].given == (options[3],)


async def test_enter_gives_nothing_while_nothing_is_chosen_and_keys_beyond_the_options_do_nothing(make_app):
    async with make_app(*of_shape(Shape.SEVERAL), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press("enter", "e", "f", "6", "down", "enter")
        assert screen._game.round.phase is Phase.ASKING
        assert box(screen).ticked == ()


async def test_some_of_them_are_partly_right_and_what_was_missed_is_marked(make_app):
    async with make_app(*of_shape(Shape.SEVERAL), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        fitting = letters_of_what_fits(screen)
        await pilot.press(fitting[0], "enter")
        said = shown(pilot)
        assert "Partly right." in said
        assert f"1 of {len(fitting)} found. Missed: " in " ".join(said.split())
        assert said.count("✓") == len(fitting)
        assert said.count("missed") == len(fitting) - 1
        assert 0 < screen._game.round.score < 2000
        await settled(pilot)
        await pilot.press("a", "enter")
        await page(pilot, Results)
        assert "~" in shown(pilot)


async def test_a_wrong_one_is_marked_and_all_that_fit_are_right(make_app):
    async with make_app(*of_shape(Shape.SEVERAL), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        fitting = letters_of_what_fits(screen)
        wrong = next(letter for letter in "abcd" if letter not in fitting)
        await pilot.press(*fitting, wrong, "enter")
        assert "does not fit" in shown(pilot)
        assert f"{len(fitting)} of {len(fitting)} found, 1 wrong." in " ".join(shown(pilot).split())


async def test_all_that_fit_are_right(make_app):
    async with make_app(*of_shape(Shape.SEVERAL), start=ONE).run_test(size=(80, 24)) as pilot:
        screen = await asked(pilot)
        await pilot.press(*letters_of_what_fits(screen), "enter")
        assert screen._game.round.responses[0].right
        assert "Right." in shown(pilot)
        assert "Partly" not in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_six_long_options_and_what_is_said_of_them_find_room(make_app, size):
    async with make_app(six_long(), start=ONE).run_test(size=size) as pilot:
        screen = await asked(pilot)
        assert shown(pilot).count("[ ]") == 6
        assert screen.query_one("Hints").region.bottom == size[1]
        await pilot.press("a", "f", "enter")
        assert shown(pilot).count("[x]") == 2
        feedback = screen.query_one("Feedback")
        assert feedback.size.height >= 3 or feedback.overflows


def six_long():
    from dataclasses import replace

    from quiz.generate.question import Option, Picks
    from tests.samples import several, wrong

    names = ["the creation of the Kara-Kirghiz oblast", "the announcement of Central Asia's division",
             "the decision to divide Bukhara and Khorezm", "the Khorezm communists' vote for dissolution"]  # fmt: skip
    fitting = Picks(tuple(Option(f"r{n}", name) for n, name in enumerate(names)), KYRGYZ_SIDE.proofs[:1] * 4, 6)
    pool = (wrong("w0", "the Red Army's takeover of Bukhara and Khiva"), wrong("w1", "the renaming of an oblast"))
    stem = "Which of these steps in the division of Central Asia came in 1924, the year of its announcement?"
    return replace(several(), answer=fitting, pool=pool, stem=stem)
