"""The pack itself, its questions and its names, built once for all traps."""

from pathlib import Path

import pytest

from quiz.generate.build import build
from quiz.generate.content import BankContent
from quiz.knowledge.load import load
from quiz.knowledge.model import Pack
from quiz.rounds.names import Names
from tests.traps.reading import Said, everything_said, names_of

PACK = Path(__file__).resolve().parents[2] / "questions" / "kz-kg"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load(PACK)


@pytest.fixture(scope="session")
def bank(pack: Pack) -> BankContent:
    return build(pack)


@pytest.fixture(scope="session")
def names(bank: BankContent) -> Names:
    return names_of(bank)


@pytest.fixture(scope="session")
def said(bank: BankContent) -> tuple[Said, ...]:
    return tuple(everything_said(bank))
