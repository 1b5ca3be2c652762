import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.errors import BankError, PackError
from quiz.generate.content import BankContent
from quiz.play import Play, Setup
from quiz.store.homes import Homes
from tests.play.helpers import door, play_all, rows
from tests.samples import content


def test_a_game_may_outlive_a_change_of_the_pack(homes: Homes) -> None:
    play = door(homes)
    game = play.begin(Setup(questions=3))
    (homes.pack_folder() / "pack.toml").write_text("changed = true\n")
    other = play.begin(Setup(questions=2))
    assert play.notices[-1] == "The questions were built anew: the pack has changed."
    play_all(other)
    play_all(game)
    other.close()
    game.close()
    assert rows(homes, "SELECT state FROM rounds") == [("finished",), ("finished",)]


def test_a_broken_pack_leaves_the_old_questions_and_is_said(homes: Homes) -> None:
    play = door(homes)

    def fail(folder: Path) -> BankContent:
        raise PackError("The pack has one mistake", ("pack.toml:1: what is this",))

    before = homes.bank_file().read_bytes()
    (homes.pack_folder() / "pack.toml").write_text("broken\n")
    with pytest.raises(PackError, match="one mistake"):
        door(homes, fail)
    assert homes.bank_file().read_bytes() == before
    with pytest.raises(PackError, match="one mistake"):
        replace_build(play, fail).begin(Setup())


def replace_build(play: Play, build: Callable[[Path], BankContent]) -> Play:
    play._build = build
    return play


def test_a_missing_pack_is_said(homes: Homes) -> None:
    shutil.rmtree(homes.pack_folder())
    with pytest.raises(PackError, match="There is no pack of facts"):
        door(homes)


def test_questions_that_turn_out_to_be_damaged_are_built_anew(homes: Homes) -> None:
    play = door(homes)
    db = sqlite3.connect(homes.bank_file())
    db.execute("UPDATE questions SET answer = 'nonsense'")
    db.commit()
    db.close()
    game = play.begin(Setup(questions=3))
    assert play.notices[-1] == "The questions were built anew: their file was damaged."
    assert len(game.round.items) == 3
    game.close()


def test_a_border_that_makes_no_sense_is_built_anew(homes: Homes) -> None:
    play = door(homes)
    db = sqlite3.connect(homes.bank_file())
    db.execute("UPDATE meta SET value = '[[1]]' WHERE key = 'border'")
    db.commit()
    db.close()
    assert play.border() == content().border


def test_a_bank_in_the_way_is_said(homes: Homes) -> None:
    homes.banks.mkdir()
    db = sqlite3.connect(homes.bank_file())
    db.execute("CREATE TABLE recipes (name)")
    db.close()
    with pytest.raises(BankError, match="is not a bank of questions file of this game"):
        door(homes)
