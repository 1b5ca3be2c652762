"""The bank of questions: whether it is still good, how it is opened, and building it anew where it is not."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from quiz.errors import BankError
from quiz.generate.content import GENERATOR_VERSION, BankContent
from quiz.store.bank_schema import BANK, TOLD
from quiz.store.database import MAGIC, check_identity, connect, in_words, is_damage, is_file, number, refuse_foreign
from quiz.store.homes import pack_digest

Build = Callable[[Path], BankContent]
"""Makes a bank's content from the folder of a pack; raises PackError for a pack with mistakes."""


class DamagedBankError(BankError):
    """What a bank holds cannot be read: it is to be built anew."""


class State(StrEnum):
    """What a bank's file is worth to a pack as it stands now."""

    FRESH = "fresh"
    MISSING = "missing"
    STALE = "stale"
    OUTDATED = "outdated"
    DAMAGED = "damaged"


NOTICES = {
    State.MISSING: "The questions were built: there were none yet.",
    State.STALE: "The questions were built anew: the pack has changed.",
    State.OUTDATED: "The questions were built anew: they came from another version of the game.",
    State.DAMAGED: "The questions were built anew: their file was damaged.",
}


def state(path: Path, content_hash: str) -> State:
    """Whether the bank at `path` was made from the pack with digest `content_hash` by this version.

    Raises BankError for a file that cannot be opened, or that is another program's database.
    """
    if not is_file(path, BANK):
        return State.MISSING
    with in_words(path, BANK):
        try:
            return _state_of_file(path, content_hash)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return State.DAMAGED


def ensure(path: Path, pack: Path, build: Build) -> str:
    """Make sure that a good bank of the pack in the folder `pack` is at `path`; returns what to tell the player.

    Nothing is built, and nothing told, where the bank is fresh. If the build fails an older bank stays as it was.
    Raises PackError for a pack that is missing or has mistakes, BankError for a bank that cannot be written.
    """
    found = state(path, pack_digest(pack))
    if found is State.FRESH:
        return ""
    rebuild(path, pack, build)
    return NOTICES[found]


def rebuild(path: Path, pack: Path, build: Build) -> BankContent:
    """Build the bank of `pack` whatever its state, and return what was written; raises as `ensure` does.

    Another program's database at `path`, and the saves, are not replaced: that is a BankError.
    """
    from quiz.store.bank_write import write

    refuse_foreign(path, BANK)
    # The digest is taken first: a pack that changes while it is read leaves a bank that counts as stale.
    digest = pack_digest(pack)
    content = replace(build(pack), content_hash=digest)
    write(path, content)
    return content


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """The bank at `path`, for reading only; whatever SQLite reports inside the block comes out as BankError.

    Where it is damaged, be it the file or the text in it, that is a DamagedBankError.
    """
    if not is_file(path, BANK):
        raise BankError(f"There are no questions at {path} yet", "Build them with: quiz bank build")
    with in_words(path, BANK), _damage_noticed(path), closing(connect(path, read_only=True)) as db:
        check_identity(path, BANK, number(db, "application_id"), number(db, "user_version"))
        yield db


def meta(db: Database) -> dict[str, str]:
    """What the bank says of itself, under the keys of `TOLD`; the border is JSON."""
    return dict(db.execute("SELECT key, value FROM meta").fetchall())


def _state_of_file(path: Path, content_hash: str) -> State:
    with path.open("rb") as file:
        if not file.read(len(MAGIC)).startswith(MAGIC):
            return State.DAMAGED
    with closing(connect(path, read_only=True)) as db:
        version = number(db, "user_version")
        check_identity(path, BANK, number(db, "application_id"), min(version, BANK.version))
        if version != BANK.version:
            return State.OUTDATED
        told = meta(db)
        if not told.keys() >= TOLD or db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            return State.DAMAGED
    if told["generator_version"] != str(GENERATOR_VERSION):
        return State.OUTDATED
    return State.FRESH if told["content_hash"] == content_hash else State.STALE


@contextmanager
def _damage_noticed(path: Path) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedBankError(f"{path} is damaged: {error!r}", BANK.mend) from error
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise DamagedBankError(f"{path} is damaged: {error}", BANK.mend) from error
        raise
