"""The pages after a round: its results, and the best of all rounds."""

import pytest

from quiz.generate.question import Shape
from quiz.play import Result, Setup
from quiz.rounds.summary import Reviewed
from quiz.tui.screens.name import Naming
from quiz.tui.screens.results import Results
from quiz.tui.screens.scores import Scores
from tests.tui.helpers import asked, at_home, finish, of_shape, page, rows, shown


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
