import os
import resource
import shutil
import sqlite3
import tempfile
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from quiz.errors import SavesError
from quiz.store import locks, players, rounds, saves
from quiz.store.database import connect
from quiz.store.migrations import PLAYERS_AND_ROUNDS, migrate
from quiz.store.saves import SAVES
from tests.store.helpers import ALLOW, WITHOUT_RIGHTS, run, start

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)

OPEN = """
    import sys
    from pathlib import Path
    from quiz.errors import SavesError
    from quiz.store import players, saves
    from datetime import UTC, datetime
    try:
        with saves.opened(Path(sys.argv[1])) as db:
            for name in sys.argv[2:]:
                players.add(db, name, datetime.now(UTC))
        print("done")
    except SavesError as error:
        print(error)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "saves" / "saves.db"


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path]:
    """A folder that users without rights may reach."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_new_saves_have_their_identity_layout_and_full_durability(path: Path) -> None:
    with saves.opened(path) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == SAVES.application_id
        assert db.execute("PRAGMA user_version").fetchone()[0] == SAVES.version
        assert db.journal_mode == "wal"
        assert db.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert not db.conn.in_transaction


def test_opening_again_changes_nothing(path: Path) -> None:
    with saves.opened(path) as db:
        players.add(db, "Aida", NOW)
    before = path.read_bytes()
    with saves.opened(path):
        pass
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["saves.db"]


@pytest.mark.parametrize("content", [b"not a database at all", b"\x00" * 5000], ids=["text", "zeros"])
def test_a_file_that_is_no_database_is_refused_untouched(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with (
        pytest.raises(SavesError, match="is not a saves file: it is damaged, or another program's"),
        saves.opened(path),
    ):
        pass
    assert path.read_bytes() == content


@pytest.mark.parametrize("application_id", [0, 42])
def test_another_programs_database_is_refused_untouched(path: Path, application_id: int) -> None:
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA application_id = {application_id}")
    db.execute("CREATE TABLE players (name)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(SavesError, match="is not a saves file of this game"), saves.opened(path):
        pass
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["saves.db"]


def test_saves_of_a_newer_version_are_refused_untouched(path: Path) -> None:
    with saves.opened(path) as db:
        db.execute(f"PRAGMA user_version = {SAVES.version + 1}")
    before = path.read_bytes()
    with pytest.raises(SavesError, match=r"by a newer version of this game .* untouched\. Update the game"):
        saves.open_saves(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["saves.db"]


def test_newer_saves_are_refused_even_while_only_their_log_says_so(path: Path) -> None:
    with saves.opened(path) as reader, saves.opened(path) as db:
        reader.execute("SELECT count(*) FROM players").fetchone()
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute(f"PRAGMA user_version = {SAVES.version + 1}")
        assert int.from_bytes(path.read_bytes()[60:64], "big") == SAVES.version
        with pytest.raises(SavesError, match="by a newer version"):
            saves.open_saves(path)


def test_damaged_saves_are_said_to_be_and_stay(path: Path) -> None:
    with saves.opened(path) as db:
        for i in range(300):
            players.add(db, f"Player {i}", NOW)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with (
        pytest.raises(SavesError, match=r"is damaged and cannot be read\. Move it away, and any saves\.db-wal and"),
        saves.opened(path) as db,
    ):
        players.every(db)
    assert path.read_bytes() == bytes(data)


def test_saves_locked_by_another_program_are_said_to_be(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.store.database.BUSY_SECONDS", 0.1)
    with saves.opened(path):
        pass
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(SavesError, match="is locked: another program is writing"), saves.opened(path) as db:
        players.add(db, "Aida", NOW)
    holder.close()
    with saves.opened(path) as db:
        assert players.every(db) == ()


def test_saves_that_may_only_be_read_are_said_to_be(shared: Path) -> None:
    path = shared / "saves.db"
    with saves.opened(path) as db:
        players.add(db, "Aida", NOW)
    path.chmod(0o444)
    shared.chmod(0o555)
    told = run(WITHOUT_RIGHTS + textwrap.dedent(OPEN), path, "Bek")
    assert told == f"{path} cannot be opened for writing. Allow writing there, or name another folder with --home.\n"
    shared.chmod(0o755)
    with saves.opened(path) as db:
        assert [player.name for player in players.every(db)] == ["Aida"]


def test_a_folder_that_may_not_be_written_is_said_to_be(shared: Path) -> None:
    shared.chmod(0o555)
    told = run(WITHOUT_RIGHTS + textwrap.dedent(OPEN), shared / "deeper" / "saves.db")
    assert "cannot be used: Permission denied. Allow reading and writing there" in told


def test_a_folder_that_cannot_be_looked_into_is_said_to_be(unreadable: Path) -> None:
    code = """
        import sys
        from pathlib import Path
        from quiz.errors import SavesError
        from quiz.store import saves
        for act in (saves.exist, saves.open_saves):
            try:
                act(Path(sys.argv[1]))
            except SavesError as error:
                print(error)
    """
    path = unreadable / "saves.db"
    told = run(WITHOUT_RIGHTS + textwrap.dedent(code), path).splitlines()
    assert told == [f"{path} cannot be used: Permission denied. {ALLOW}"] * 2


def test_a_log_left_beside_a_backup_is_to_be_moved_away_too(path: Path) -> None:
    with saves.opened(path), saves.opened(path) as db:
        players.add(db, "Aida", NOW)
        beside = {file.name for file in path.parent.iterdir()} - {path.name}
    assert beside == {"saves.db-wal", "saves.db-shm"}
    assert all(name in SAVES.mend for name in beside)


def test_a_full_disk_is_said_to_be_and_loses_nothing(path: Path) -> None:
    with saves.opened(path) as db:
        players.add(db, "Aida", NOW)
    size = path.stat().st_size
    told = run(
        OPEN,
        path,
        *(f"Player {i}" for i in range(200)),
        prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert "the disk is full or failing. Make room, then try again." in told
    with saves.opened(path) as db:
        assert "Aida" in [player.name for player in players.every(db)]
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_disk_too_full_for_new_saves_is_said_to_be(path: Path) -> None:
    told = run(OPEN, path, prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
    assert "the disk is full or failing" in told
    with saves.opened(path) as db:
        assert players.every(db) == ()


def test_processes_that_start_at_once_share_new_saves(path: Path) -> None:
    processes = [start(OPEN, path, *(f"Player {i}-{j}" for j in range(20))) for i in range(6)]
    assert [process.communicate(timeout=60)[0] for process in processes] == ["done\n"] * 6
    with saves.opened(path) as db:
        assert len(players.every(db)) == 120


TWO_STEPS = replace(SAVES, version=2)


def _steps(fail: bool = False) -> Migrations:
    steps = Migrations("quiz-saves")

    @steps(name="players and rounds")
    def first(db: Database) -> None:
        db.executescript(PLAYERS_AND_ROUNDS)

    @steps(name="flags")
    def second(db: Database) -> None:
        db.execute("CREATE TABLE flags (id INTEGER PRIMARY KEY)")
        if fail:
            db.execute("INSERT INTO no_such_table VALUES (1)")

    return steps


def test_older_saves_are_backed_up_and_migrated(path: Path) -> None:
    with saves.opened(path) as db:
        players.add(db, "Aida", NOW)
        migrate(db, path, TWO_STEPS, _steps())
        assert "flags" in db.table_names()
        assert db.execute("PRAGMA user_version").fetchone()[0] == 2
    (backup,) = path.parent.glob("saves.db.v1-backup*")
    with saves.opened(backup) as db:
        assert [player.name for player in players.every(db)] == ["Aida"]
        assert "flags" not in db.table_names()


def test_a_failed_migration_changes_nothing(path: Path) -> None:
    with saves.opened(path) as db:
        players.add(db, "Aida", NOW)
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            migrate(db, path, TWO_STEPS, _steps(fail=True))
        assert "flags" not in db.table_names()
        assert db.execute("PRAGMA user_version").fetchone()[0] == 1
        migrate(db, path, TWO_STEPS, _steps())
        assert [player.name for player in players.every(db)] == ["Aida"]


def test_two_processes_migrate_once(path: Path) -> None:
    with saves.opened(path) as one, saves.opened(path) as two:
        migrate(one, path, TWO_STEPS, _steps())
        migrate(two, path, TWO_STEPS, _steps())
    assert len(list(path.parent.glob("saves.db.v1-backup*"))) == 1


def test_no_migration_runs_under_an_open_round(path: Path) -> None:
    with saves.opened(path) as db:
        lock = locks.take(rounds.lock_path(path, 1))
        with pytest.raises(SavesError, match="a round is being played"):
            migrate(db, path, TWO_STEPS, _steps())
        lock.release()
        migrate(db, path, TWO_STEPS, _steps())


def test_what_was_committed_outlasts_a_process_that_dies_without_closing(path: Path) -> None:
    code = """
        import os, sys
        from datetime import UTC, datetime
        from pathlib import Path
        from quiz.store import players, saves
        db = saves.open_saves(Path(sys.argv[1]))
        players.add(db, "Aida", datetime.now(UTC))
        os.kill(os.getpid(), 9)
    """
    process = start(code, path)
    process.communicate(timeout=60)
    assert process.returncode == -9
    assert path.with_name("saves.db-wal").exists()
    with saves.opened(path) as db:
        assert [player.name for player in players.every(db)] == ["Aida"]


def test_a_connection_writes_nothing_to_a_bank_opened_for_reading(path: Path) -> None:
    with saves.opened(path):
        pass
    db = connect(path, read_only=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM players")
    db.close()
    assert os.access(path, os.W_OK)


def test_a_file_where_the_folder_should_be_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("in the way")
    with pytest.raises(SavesError, match=r"saves\.db cannot be used: (File exists|Not a directory)"):
        saves.open_saves(tmp_path / "saves" / "saves.db")
    assert (tmp_path / "saves").read_text() == "in the way"


def test_a_folder_where_the_file_should_be_is_said_to_be(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(SavesError, match="cannot be used: Is a directory"):
        saves.open_saves(path)
