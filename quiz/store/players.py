"""Players: who plays on this computer, under names that are cleaned before they are kept."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from quiz.errors import QuizError
from quiz.store.database import immediate

FIRST_PLAYER = "You"
LONGEST_NAME = 40

INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode's categories of what has no shape of its own: controls, zero-width characters, strays."""
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Characters that count as letters or signs but show nothing."""


@dataclass(frozen=True, slots=True)
class Player:
    """A player of these saves."""

    id: int
    name: str


def clean_name(raw: str) -> str:
    """`raw` without spaces around and doubled inside, composed (NFC); anything visible is a name, markup too.

    Raises QuizError for a name that is empty, longer than 40 characters or has characters that cannot be seen.
    """
    spaced = (" " if unicodedata.category(letter) == "Zs" else letter for letter in unicodedata.normalize("NFC", raw))
    name = " ".join(word for word in "".join(spaced).split(" ") if word)
    if any(unicodedata.category(letter) in INVISIBLE or letter in BLANKS for letter in name):
        raise QuizError("A name cannot have control or invisible characters", "Type it with letters you can see")
    if not name:
        raise QuizError("A player needs a name", f"Type 1 to {LONGEST_NAME} characters")
    if len(name) > LONGEST_NAME:
        raise QuizError(f"That name is too long: {len(raw)} characters", f"Type {LONGEST_NAME} at most")
    return name


def name_key(name: str) -> str:
    """What makes two names the same player: case and forms of one letter do not count."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def every(db: Database) -> tuple[Player, ...]:
    """All players, the one who played last first, those who never played last."""
    sql = (
        "SELECT players.id, name FROM players LEFT JOIN rounds ON rounds.player = players.id"
        " GROUP BY players.id ORDER BY max(rounds.id) DESC NULLS LAST, players.id"
    )
    return tuple(Player(*row) for row in db.execute(sql).fetchall())


def named(db: Database, name: str) -> Player | None:
    """The player of that name, whatever its case; None where there is none."""
    row = db.execute("SELECT id, name FROM players WHERE name_key = ?", (name_key(name),)).fetchone()
    return Player(*row) if row else None


def add(db: Database, raw_name: str, now: datetime) -> Player:
    """Keep a new player; raises QuizError for a name that is no name or is taken."""
    name = clean_name(raw_name)
    with immediate(db):
        _refuse_taken(db, name)
        return _insert(db, name, now)


def named_or_added(db: Database, raw_name: str, now: datetime) -> tuple[Player, bool]:
    """The player of that name, kept now if there was none, and whether they are new.

    Another process may ask for the same name at the same time: one of the two adds it, both get the same player.
    Raises QuizError for a name that is no name.
    """
    name = clean_name(raw_name)
    if player := named(db, name):
        return player, False
    with immediate(db):
        if player := named(db, name):
            return player, False
        return _insert(db, name, now), True


def rename(db: Database, player: Player, raw_name: str) -> Player:
    """Give a player another name; all that was saved stays theirs. Raises as `add` does."""
    name = clean_name(raw_name)
    with immediate(db):
        if name_key(name) != name_key(player.name):
            _refuse_taken(db, name)
        db.execute("UPDATE players SET name = ?, name_key = ? WHERE id = ?", (name, name_key(name), player.id))
    return Player(player.id, name)


def choose(db: Database, player: Player) -> None:
    """Remember who plays, for the next time too."""
    if chosen(db) == player:
        return
    with immediate(db):
        db.execute(
            "INSERT INTO settings (key, value) VALUES ('player', :id) ON CONFLICT (key) DO UPDATE SET value = :id",
            {"id": str(player.id)},
        )


def chosen(db: Database) -> Player | None:
    """Who played last; None where nobody has yet."""
    sql = "SELECT players.id, name FROM players JOIN settings ON key = 'player' AND value = players.id"
    row = db.execute(sql).fetchone()
    return Player(*row) if row else None


def _refuse_taken(db: Database, name: str) -> None:
    if taken := named(db, name):
        raise QuizError(f"There is a player called {taken.name} already", "Choose that player, or another name")


def _insert(db: Database, name: str, now: datetime) -> Player:
    cursor = db.execute(
        "INSERT INTO players (name, name_key, created) VALUES (?, ?, ?)", (name, name_key(name), now.isoformat())
    )
    return Player(_row_id(cursor.lastrowid), name)


def _row_id(value: int | None) -> int:
    assert value is not None, "SQLite gives every inserted row an id"
    return value
