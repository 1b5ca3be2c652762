import os
import resource
import shutil
import sqlite3
import tempfile
import textwrap
from pathlib import Path
from typing import Any

import pytest

from quiz.errors import SavesError
from quiz.play import Setup
from quiz.store import rounds
from quiz.store.homes import Homes
from tests.play.helpers import PLAY, door, right_answer, rows
from tests.samples import content_of, many
from tests.store.helpers import WITHOUT_RIGHTS, run


def test_saves_in_the_way_are_said_before_anything_is_played(homes: Homes) -> None:
    homes.saves.mkdir()
    homes.saves_file.write_bytes(b"a letter to grandmother")
    with pytest.raises(SavesError, match="is not a saves file"):
        door(homes)
    assert homes.saves_file.read_bytes() == b"a letter to grandmother"


def test_play_goes_on_while_the_saves_are_locked_and_nothing_is_lost(
    homes: Homes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.store.database.BUSY_SECONDS", 0.1)
    game = door(homes).begin(Setup(questions=4))
    game.begin(0.0)
    game.answer(2.0, right_answer(game))
    game.next(2.0)
    holder = sqlite3.connect(homes.saves_file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    response = game.answer(4.0, right_answer(game))
    assert response.right
    assert "Not saved yet:" in game.notice
    assert "is locked" in game.notice
    assert rows(homes, "SELECT position FROM responses") == [(1,)]
    game.next(4.0)
    holder.execute("ROLLBACK")
    game.answer(6.0, right_answer(game))
    assert game.notice == ""
    assert rows(homes, "SELECT position FROM responses ORDER BY id") == [(1,), (2,), (3,)]
    holder.execute("BEGIN IMMEDIATE")
    game.next(6.0)
    game.answer(8.0, right_answer(game))
    game.next(8.0)
    holder.execute("ROLLBACK")
    game.close()
    assert game.notice == ""
    assert rows(homes, "SELECT state, asked FROM rounds") == [("finished", 4)]
    assert rows(homes, "SELECT count(*) FROM responses") == [(4,)]


@pytest.mark.parametrize(("questions", "state"), [(1, "finished"), (3, "left")])
def test_a_signal_while_a_response_is_written_loses_and_doubles_nothing(
    homes: Homes, monkeypatch: pytest.MonkeyPatch, questions: int, state: str
) -> None:
    game = door(homes).begin(Setup(questions=questions))
    game.begin(0.0)
    record = rounds.record

    def interrupted(*arguments: Any) -> None:
        record(*arguments)
        monkeypatch.undo()
        raise SystemExit(130)

    monkeypatch.setattr(rounds, "record", interrupted)
    with pytest.raises(SystemExit):
        game.answer(2.0, right_answer(game))
    game.quit(3.0)
    game.close()
    assert game.notice == ""
    assert rows(homes, "SELECT state, asked, right_count, score FROM rounds") == [(state, 1, 1, game.round.score)]
    assert rows(homes, "SELECT position FROM responses") == [(1,)]


def test_a_disk_that_fills_up_ends_no_round_and_loses_nothing_saved(homes: Homes) -> None:
    door(homes, lambda folder: content_of(many(40)))
    limit = 150_000
    out = run(PLAY, homes.saves.parent, 40, prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    lines = out.splitlines()
    assert len(lines) == 40
    assert lines[0] == "1 "
    assert "the disk is full or failing" in lines[-1]
    saved = sum(line.endswith(" ") for line in lines)
    assert 1 <= saved < 40
    door(homes, lambda folder: content_of(many(40)))
    assert rows(homes, "PRAGMA integrity_check") == [("ok",)]
    ((kept,),) = rows(homes, "SELECT count(*) FROM responses")
    assert isinstance(kept, int)
    assert kept >= saved


READ_ONLY = """
    import os, sys
    from pathlib import Path
    from quiz.play import Play, Setup
    from quiz.store.homes import Homes
    from tests.samples import content_of, many

    root = Path(sys.argv[1])
    homes = Homes(saves=root, banks=root, packs=root / "packs")
    game = Play(homes, build=lambda folder: content_of(many(3))).begin(Setup(questions=1))
    game.begin(0.0)
    root.chmod(0o555)
    game.answer(1.0, game.round.current.draw.question.answer.option.key)
    game.next(2.0)
    game.close()
    print(game.round.phase, repr(game.notice))
"""


def test_a_folder_that_becomes_read_only_in_a_round_ends_it_without_a_fuss() -> None:
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    try:
        (folder / "packs" / "kz-kg").mkdir(parents=True)
        folder.chmod(0o777)
        os.chown(folder, 65534, 65534) if os.geteuid() == 0 else None
        assert run(WITHOUT_RIGHTS + textwrap.dedent(READ_ONLY), folder) == "finished ''\n"
        folder.chmod(0o777)
        db = sqlite3.connect(folder / "saves.db")
        assert db.execute("SELECT state, asked FROM rounds").fetchall() == [("finished", 1)]
        db.close()
    finally:
        shutil.rmtree(folder)
