"""SQLite files opened with the settings this game needs, and SQLite's errors said in words for people."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from quiz.errors import BankError, SavesError

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
BUSY_SECONDS = 5.0
"""How long a write waits for other processes. Ours hold the file for milliseconds, but SQLite's queue is not fair."""

FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}


@dataclass(frozen=True, slots=True)
class FileKind:
    """One of the game's two kinds of file: how it is called, known, and what to do when it is broken.

    `version` is the newest layout (SQLite's user_version) that this program reads.
    """

    noun: str
    application_id: int
    version: int
    error: type[BankError] | type[SavesError]
    mend: str


@contextmanager
def in_words(path: Path, kind: FileKind) -> Iterator[None]:
    """Turn what SQLite or the file system reports about `path` into the error class of `kind`, said in words."""
    try:
        yield
    except sqlite3.Error as error:
        raise kind.error(*_explain(error, path, kind)) from error
    except OSError as error:
        raise kind.error(*_explain_os(error, path)) from error


@contextmanager
def immediate(db: Database) -> Iterator[None]:
    """One transaction that takes the write lock at once, so that what is read inside cannot change before the write.

    On leaving it is on disk as `synchronous` says, or, if anything was raised, undone.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # A failed COMMIT may leave the transaction open; some errors have ended it already.
        db.rollback()
        raise


def connect(path: Path, *, read_only: bool = False) -> Database:
    """Open `path` (created if missing, unless `read_only`) with foreign keys on; raises sqlite3.Error.

    The connection may be handed from thread to thread, but only one may use it at a time.
    """
    mode = "ro" if read_only else "rwc"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        db = Database(connection, execute_plugins=False)
        db.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return db


def number(db: Database, pragma: str) -> int:
    """The value of an integer pragma."""
    row = db.execute(f"PRAGMA {pragma}").fetchone()
    return int(row[0])


def check_header(path: Path, kind: FileKind) -> None:
    """Refuse a file that is not ours, or newer than we are, by its first bytes: SQLite never opens it.

    A missing or empty file passes. Raises the error class of `kind`.
    """
    header = _header(path, kind)
    if not header:
        return
    if not header.startswith(MAGIC) or len(header) < HEADER_BYTES:
        raise kind.error(f"{path} is not a {kind.noun} file: it is damaged, or another program's", kind.mend)
    check_identity(path, kind, _big_endian(header, 68), _big_endian(header, 60))


def refuse_foreign(path: Path, kind: FileKind) -> None:
    """Refuse to replace a whole SQLite file that is not one of `kind`, whatever its version.

    What is missing or no SQLite file passes. Raises the error class of `kind`.
    """
    if not is_file(path, kind):
        return
    header = _header(path, kind)
    if len(header) == HEADER_BYTES and header.startswith(MAGIC):
        check_identity(path, kind, _big_endian(header, 68), kind.version)


def is_file(path: Path, kind: FileKind) -> bool:
    """Whether there is a file at `path`; raises the error class of `kind` where its folder cannot be looked into."""
    with in_words(path, kind):
        return path.is_file()


def check_identity(path: Path, kind: FileKind, application_id: int, version: int) -> None:
    """Refuse another program's database, and one with a newer layout than this program knows."""
    if application_id != kind.application_id:
        raise kind.error(f"{path} is not a {kind.noun} file of this game", kind.mend)
    if version > kind.version:
        raise kind.error(
            f"{path} was written by a newer version of this game and is left untouched",
            "Update the game, or name another folder with --home",
        )


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that the file itself is broken, or that what should be in it is not."""
    code = _code(error)
    return code in DAMAGED or (code == sqlite3.SQLITE_ERROR and str(error).startswith(("no such table", "no such col")))


def sync_folder(folder: Path) -> None:
    """Make a rename inside `folder` outlast a power cut, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; errors that Python itself raises have none and count as general."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _header(path: Path, kind: FileKind) -> bytes:
    with in_words(path, kind), path.open("rb") as file:
        return file.read(HEADER_BYTES)


def _big_endian(header: bytes, start: int) -> int:
    return int.from_bytes(header[start : start + 4], "big")


def _explain(error: sqlite3.Error, path: Path, kind: FileKind) -> tuple[str, str]:
    code = _code(error)
    if code in BUSY:
        return f"{path} is locked: another program is writing to it", "Close that program, then try again"
    if code in FORBIDDEN:
        return f"{path} cannot be opened for writing", "Allow writing there, or name another folder with --home"
    if code in FULL:
        return f"{path} cannot be written: the disk is full or failing", "Make room, then try again"
    if code in DAMAGED:
        return f"{path} is damaged and cannot be read", kind.mend
    if code == sqlite3.SQLITE_CONSTRAINT:
        return f"{path} cannot be written: what should go into it contradicts itself ({error})", "Please report this"
    return f"{path} cannot be used: {error}", kind.mend


def _explain_os(error: OSError, path: Path) -> tuple[str, str]:
    why = error.strerror or str(error)
    return f"{path} cannot be used: {why}", "Allow reading and writing there, or name another folder with --home"
