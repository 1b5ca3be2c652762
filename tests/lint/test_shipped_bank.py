"""The bank that ships with the game has no item-writing flaw, whatever is drawn."""

from pathlib import Path

import pytest

from quiz.generate.build import build
from quiz.generate.content import BankContent
from quiz.generate.draw import draw
from quiz.generate.listing import line
from quiz.generate.question import Question
from quiz.knowledge.load import load
from quiz.lint.from_pack import known
from quiz.lint.item import Item
from quiz.lint.known import Known
from quiz.lint.linting import lint

PACK = Path(__file__).resolve().parents[2] / "questions" / "kz-kg"


@pytest.fixture(scope="module")
def bank() -> BankContent:
    return build(load(PACK))


@pytest.fixture(scope="module")
def pack_known() -> Known:
    return known(load(PACK))


def flaws(question: Question, seed: int, knowing: Known) -> list[str]:
    told = line(question)
    shown = draw(question, seed)
    right = told["answer"] if isinstance(told["answer"], list) else [told["answer"]]
    options = tuple(option.text for option in shown.options)
    item = Item(question.id, question.kind, question.stem, options, tuple(right), question.wants)
    return [f"{one.rule}: {one.why} ({seed})" for one in lint(item, knowing)]


def all_flaws(bank: BankContent, seeds: range, knowing: Known) -> dict[str, list[str]]:
    found = {
        question.id: [flaw for seed in seeds for flaw in flaws(question, seed, knowing)] for question in bank.questions
    }
    return {name: told[:3] for name, told in found.items() if told}


def test_no_flaw_in_one_draw(bank: BankContent, pack_known: Known) -> None:
    assert not all_flaws(bank, range(1), pack_known)


@pytest.mark.slow
def test_no_flaw_in_twenty_draws(bank: BankContent, pack_known: Known) -> None:
    assert not all_flaws(bank, range(20), pack_known)
