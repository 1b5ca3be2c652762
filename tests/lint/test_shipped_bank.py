"""The bank that ships with the game has no item-writing flaw, whatever is drawn."""

from pathlib import Path

import pytest

from quiz.generate.build import build
from quiz.generate.content import BankContent
from quiz.knowledge.load import load
from quiz.lint.drawn import flaws
from quiz.lint.from_pack import known
from quiz.lint.known import Known

PACK = Path(__file__).resolve().parents[2] / "questions" / "kz-kg"


@pytest.fixture(scope="module")
def bank() -> BankContent:
    return build(load(PACK))


@pytest.fixture(scope="module")
def pack_known() -> Known:
    return known(load(PACK))


def test_no_flaw_in_one_draw(bank: BankContent, pack_known: Known) -> None:
    assert not list(flaws(bank.questions, pack_known, range(1)))


@pytest.mark.slow
def test_no_flaw_in_twenty_draws(bank: BankContent, pack_known: Known) -> None:
    assert not list(flaws(bank.questions, pack_known))
