"""Whole rounds on the real questions, many of them: what no single draw shows."""

from pathlib import Path
from random import Random

import pytest

from quiz.generate.build import build
from quiz.generate.content import BankContent
from quiz.generate.draw import draw, stands_out
from quiz.generate.question import Pick, Question, Sequence
from quiz.knowledge.load import load
from quiz.rounds.candidate import Candidate
from quiz.rounds.rules import Rules
from quiz.rounds.selection import select

PACK = Path(__file__).parents[1] / "questions" / "kz-kg"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bank() -> BankContent:
    return build(load(PACK))


def test_no_draw_of_any_question_betrays_its_answer_or_shows_what_clashes(bank: BankContent) -> None:
    for question in bank.questions:
        for seed in range(300):
            shown = draw(question, seed).options
            if isinstance(question.answer, Pick):
                others = [option for option in shown if option != question.answer.option]
                assert len(others) == len(shown) - 1 == question.option_count - 1
                assert not stands_out(question.answer.option, others)
                clashes = {key for one in question.pool if one.option in others for key in one.clashes}
                assert clashes.isdisjoint(option.key for option in others)
            elif isinstance(question.answer, Sequence):
                right = [item for item in question.answer.items if item in shown]
                assert sorted(right, key=str) == sorted(shown, key=str)
                assert list(shown) != right


@pytest.mark.parametrize("theme", ["mixed", "geography", "history", "crossings"])
def test_in_no_round_is_a_fact_asked_twice_or_after_it_was_revealed(bank: BankContent, theme: str) -> None:
    by_id = {question.id: question for question in bank.questions}
    candidates = [_candidate(question) for question in bank.questions]
    for seed in range(500):
        asked = [by_id[name] for name in select(candidates, Rules(theme=theme), Random(seed))]
        assert len(asked) == 10
        known: set[str] = set()
        for question in asked:
            assert known.isdisjoint(question.asks)
            known |= {*question.asks, *_shown(question)}


def _candidate(question: Question) -> Candidate:
    q = question
    two = q.option_count == 2
    return Candidate(q.id, q.family, q.theme, q.topics, q.depth, q.kind, q.shape, q.difficulty, q.asks, _shown(q), two)


def _shown(question: Question) -> tuple[str, ...]:
    """What a question gives away, with whatever wrong options it may show."""
    options = question.pool if isinstance(question.answer, Pick) else ()
    return tuple(sorted({*question.reveals, *(fact for option in options for fact in option.reveals)}))
