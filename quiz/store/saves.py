"""The saves: opened with full durability, brought up to date where they are older, refused where they are newer."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from quiz.errors import SavesError
from quiz.store.database import FileKind, check_header, check_identity, connect, in_words, number

SAVES = FileKind(
    noun="saves",
    application_id=0x515A5356,  # "QZSV"
    version=1,
    error=SavesError,
    # A log left beside another file would be played into it.
    mend="Move it away, and any saves.db-wal and saves.db-shm with it; then start anew, or put a backup in its place",
)


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """The saves at `path`, created if they are missing; what SQLite reports inside comes out as SavesError."""
    with in_words(path, SAVES), closing(open_saves(path)) as db:
        yield db


def exist(path: Path) -> bool:
    """Whether there is anything at `path`; raises SavesError where its folder cannot be looked into."""
    with in_words(path, SAVES):
        return path.exists()


def open_saves(path: Path) -> Database:
    """Open the saves at `path`, creating or migrating them where needed; the caller closes them.

    Raises SavesError for a file that is damaged, another program's, newer than this version, locked or not writable;
    nothing in such a file is changed.
    """
    with in_words(path, SAVES):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            check_header(path, SAVES)
        db = connect(path)
        try:
            _bring_up_to_date(db, path)
            _make_durable(db)
        except BaseException:
            db.close()
            raise
        return db


def _bring_up_to_date(db: Database, path: Path) -> None:
    version = number(db, "user_version")
    if version:
        check_identity(path, SAVES, number(db, "application_id"), version)
    if version < SAVES.version:
        from quiz.store.migrations import MIGRATIONS, migrate

        migrate(db, path, SAVES, MIGRATIONS)


def _make_durable(db: Database) -> None:
    """Every commit is on disk when it returns, and readers do not wait for writers."""
    if db.journal_mode != "wal":
        # Not before the first tables are committed: what marks the file as ours must stand in it, not in its log.
        db.execute("PRAGMA journal_mode = WAL").fetchone()
    db.execute("PRAGMA synchronous = FULL")
