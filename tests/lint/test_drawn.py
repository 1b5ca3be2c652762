from dataclasses import replace

from quiz.generate.build import build
from quiz.generate.draw import draw
from quiz.generate.question import Distractor, Question
from quiz.lint.drawn import SEEDS, flaws
from quiz.lint.known import NOTHING
from tests.generate.vale import vale

CHOICES = [question for question in build(vale()).questions if question.kind == "one-best-answer"]


def test_a_flaw_of_the_stem_is_told_once_however_many_draws_show_it() -> None:
    negative = replace(CHOICES[0], stem="Which of these is NOT a lake of the vale?")
    found = list(flaws([negative], NOTHING))
    assert [one.rule for one in found].count("negative-stem") == 1
    assert {one.id for one in found} == {CHOICES[0].id}


def test_an_option_that_only_some_draws_show_is_found() -> None:
    question, seldom = next((one, seldom) for one in CHOICES for seldom in one.pool if 0 < _times(one, seldom) < 10)
    spoilt = replace(seldom, option=replace(seldom.option, text="none of the above"))
    pool = tuple(spoilt if one is seldom else one for one in question.pool)
    found = flaws([replace(question, pool=pool)], NOTHING)
    assert "all-or-none-of-the-above" in {one.rule for one in found}


def _times(question: Question, wrong: Distractor) -> int:
    return sum(wrong.option.key in draw(question, seed).keys for seed in SEEDS)
