import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.commands.bank import command
from quiz.store import players, saves
from quiz.store.homes import Homes, find
from quiz.store.recorder import utc
from tests.play.helpers import NOW
from tests.store.helpers import REPOSITORY

PACK = REPOSITORY / "questions" / "kz-kg"


@pytest.fixture
def homes(tmp_path: Path) -> Homes:
    return find(tmp_path / "home", {})


def bank(homes: Homes, *arguments: object) -> str:
    result: Result = CliRunner().invoke(command, [str(a) for a in arguments], obj=homes, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_pack_called_as_the_saves_are_leaves_them_alone(homes: Homes, tmp_path: Path) -> None:
    with saves.opened(homes.saves_file) as db:
        players.add(db, "Aida", utc(NOW))
    pack = shutil.copytree(PACK, tmp_path / "saves")
    assert bank(homes, "build", "--pack", pack).endswith(f" are in {homes.bank_file(pack)}.\n")
    with saves.opened(homes.saves_file) as db:
        assert [player.name for player in players.every(db)] == ["Aida"]


def test_another_pack_called_as_the_games_own_leaves_its_bank_alone(homes: Homes, tmp_path: Path) -> None:
    bank(homes, "build")
    before = homes.bank_file().stat()
    bank(homes, "build", "--pack", shutil.copytree(PACK, tmp_path / "kz-kg"))
    assert homes.bank_file().stat() == before
    assert len(list(homes.banks.glob("*.bank.db"))) == 2
