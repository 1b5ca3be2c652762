"""The layouts of the saves, one step a version; a step that has shipped is never edited."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database, Migrations

from quiz.store.database import FileKind, check_identity, connect, immediate, number, sync_folder
from quiz.store.locks import is_held

MIGRATIONS = Migrations("quiz-saves")

PLAYERS_AND_ROUNDS = """
CREATE TABLE players (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, created TEXT NOT NULL
);
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE rounds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    player INTEGER NOT NULL REFERENCES players (id),
    pack TEXT NOT NULL, bank TEXT NOT NULL,
    theme TEXT NOT NULL, topic TEXT, wanted INTEGER NOT NULL, seconds REAL, calm INTEGER NOT NULL,
    best_list TEXT NOT NULL, seed TEXT NOT NULL, seed_chosen INTEGER NOT NULL, questions TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'left', 'unfinished')),
    started TEXT NOT NULL, ended TEXT, elapsed REAL NOT NULL DEFAULT 0,
    score INTEGER NOT NULL DEFAULT 0, right_count INTEGER NOT NULL DEFAULT 0, asked INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX rounds_by_player ON rounds (player, ended);
CREATE INDEX rounds_by_best_list ON rounds (best_list, state);
CREATE INDEX rounds_open ON rounds (state) WHERE state = 'open';
CREATE TABLE responses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    round INTEGER NOT NULL REFERENCES rounds (id), position INTEGER NOT NULL,
    question TEXT NOT NULL, family TEXT NOT NULL, kind TEXT NOT NULL, shape TEXT NOT NULL,
    stem TEXT NOT NULL, shown TEXT NOT NULL, answer TEXT NOT NULL, given TEXT, given_text TEXT NOT NULL,
    is_right INTEGER NOT NULL, late INTEGER NOT NULL, used REAL NOT NULL, points INTEGER NOT NULL, at TEXT NOT NULL,
    UNIQUE (round, position)
);
CREATE TABLE response_facts (
    response INTEGER NOT NULL REFERENCES responses (id), fact TEXT NOT NULL, PRIMARY KEY (response, fact)
) WITHOUT ROWID;
CREATE VIEW scores AS
    SELECT rounds.*, players.name AS player_name, CASE WHEN calm THEN right_count ELSE score END AS value
    FROM rounds JOIN players ON players.id = rounds.player
    WHERE state = 'finished' AND NOT seed_chosen;
"""


@MIGRATIONS(name="players and rounds")
def _players_and_rounds(db: Database) -> None:
    db.executescript(PLAYERS_AND_ROUNDS)


def migrate(db: Database, path: Path, kind: FileKind, steps: Migrations) -> None:
    """Apply the `steps` that the saves at `path` lack, all or none, after a backup if there was anything in them.

    Raises the error of `kind` while a round is open elsewhere, or where the file is not ours; sqlite3.Error and
    OSError where it cannot be written.
    """
    with immediate(db):
        # Another process may have done it while this one waited for the lock.
        version = number(db, "user_version")
        if version == kind.version:
            return
        if version:
            check_identity(path, kind, number(db, "application_id"), version)
            _refuse_while_played(path, kind)
            back_up(path, version)
        else:
            _refuse_foreign(db, path, kind)
            db.execute(f"PRAGMA application_id = {kind.application_id}")
        steps.apply(db)
        db.execute(f"PRAGMA user_version = {kind.version}")


def back_up(path: Path, version: int) -> Path:
    """A copy of the saves as they are, beside them and on disk, under a name that says their version and the time."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    backup = path.with_name(f"{path.name}.v{version}-backup-{stamp}")
    with closing(connect(path, read_only=True)) as source, closing(sqlite3.connect(backup)) as target:
        source.conn.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").fetchone()
    with backup.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)
    return backup


def _refuse_while_played(path: Path, kind: FileKind) -> None:
    if any(is_held(lock) for lock in path.parent.glob(f"{path.name}.round-*")):
        raise kind.error(f"{path} must be brought up to date, but a round is being played", "End that round first")


def _refuse_foreign(db: Database, path: Path, kind: FileKind) -> None:
    if db.table_names():
        raise kind.error(f"{path} is not a {kind.noun} file of this game", kind.mend)
