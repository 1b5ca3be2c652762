"""Rounds and their responses in the saves: begun, added to one response at a time, ended."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from quiz.store import locks
from quiz.store.codec import encode_words
from quiz.store.database import immediate

OPEN, FINISHED, LEFT, UNFINISHED = "open", "finished", "left", "unfinished"
"""The states of a round: being played; played to its end; left by the player; cut off, with what was answered."""


@dataclass(frozen=True, slots=True)
class NewRound:
    """All that is known of a round before its first question. `seconds` is the chosen limit of each question."""

    player: int
    pack: str
    bank: str
    theme: str
    topic: str | None
    wanted: int
    seconds: float | None
    calm: bool
    best_list: str
    seed: str
    seed_chosen: bool
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewResponse:
    """One response as it is kept.

    `shown` and `given` are JSON, `given` None where the time ran out; `answer` and `given_text` are as the player saw
    them. `used` is in seconds since the question was shown.
    """

    position: int
    question: str
    family: str
    kind: str
    shape: str
    asks: tuple[str, ...]
    stem: str
    shown: str
    answer: str
    given: str | None
    given_text: str
    right: bool
    late: bool
    used: float
    points: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """How a round stands: points, right responses, responses in all, seconds since it began."""

    score: int
    right: int
    asked: int
    elapsed: float


def lock_path(saves: Path, round_id: int) -> Path:
    """The file that a process holds while it plays that round."""
    return saves.with_name(f"{saves.name}.round-{round_id}")


def begin(db: Database, saves: Path, new: NewRound, now: datetime) -> tuple[int, locks.Lock]:
    """Keep a new open round and hold its lock; returns its id and the lock. Raises sqlite3.Error or OSError."""
    row = {**asdict(new), "questions": encode_words(new.questions), "state": OPEN, "started": now.isoformat()}
    columns, places = ", ".join(row), ", ".join(f":{column}" for column in row)
    lock = None
    try:
        with immediate(db):
            cursor = db.execute(f"INSERT INTO rounds ({columns}) VALUES ({places})", row)
            round_id = cursor.lastrowid
            assert round_id is not None, "SQLite gives every inserted row an id"
            # Held before the row can be seen, or another process would take the round for one that was cut off.
            lock = locks.take(lock_path(saves, round_id))
    except BaseException:
        if lock:
            lock.release()
        raise
    return round_id, lock


def record(
    db: Database,
    round_id: int,
    responses: Iterable[NewResponse],
    standing: Standing,
    finished: datetime | None = None,
) -> None:
    """Put responses on disk, with how the round stands after them; they are there when this returns.

    One that is there already stays as it is: whoever was interrupted while writing may simply write again.

    With `finished` they complete the round: it is closed in the same step, so that its score counts whatever follows.
    """
    with immediate(db):
        for response in responses:
            _insert_response(db, round_id, response)
        _update_standing(db, round_id, standing)
        if finished:
            _close(db, round_id, FINISHED, finished)


def leave(db: Database, round_id: int, standing: Standing, now: datetime) -> None:
    """Close a round that the player left; what was answered stays."""
    with immediate(db):
        _update_standing(db, round_id, standing)
        _close(db, round_id, LEFT, now)


def keep_unfinished(db: Database, saves: Path, now: datetime) -> int:
    """Mark open rounds that no process plays any more; returns how many there were.

    One in which every question was answered is finished; any other is kept as unfinished.
    """
    open_ids = [row[0] for row in db.execute("SELECT id FROM rounds WHERE state = 'open'").fetchall()]
    abandoned = [round_id for round_id in open_ids if not locks.is_held(lock_path(saves, round_id))]
    if not abandoned:
        return 0
    with immediate(db):
        for round_id in abandoned:
            db.execute(
                "UPDATE rounds SET ended = ?, state = iif(asked = json_array_length(questions), ?, ?)"
                " WHERE id = ? AND state = 'open'",
                (now.isoformat(), FINISHED, UNFINISHED, round_id),
            )
    for round_id in abandoned:
        locks.discard(lock_path(saves, round_id))
    return len(abandoned)


def seen(db: Database, player: int) -> dict[str, int]:
    """How many times the player has answered each fact."""
    sql = (
        "SELECT fact, count(*) FROM response_facts JOIN responses ON responses.id = response"
        " JOIN rounds ON rounds.id = round WHERE player = ? GROUP BY fact"
    )
    return dict(db.execute(sql, (player,)).fetchall())


def has_answered(db: Database, player: int) -> bool:
    """Whether the player has responded to any question yet."""
    sql = "SELECT EXISTS (SELECT 1 FROM responses JOIN rounds ON rounds.id = round WHERE player = ?)"
    return bool(db.execute(sql, (player,)).fetchone()[0])


def known(db: Database, player: int) -> frozenset[str]:
    """The facts that the player got right the last time they were asked."""
    sql = (
        "SELECT fact, is_right, max(responses.id) FROM response_facts JOIN responses ON responses.id = response"
        " JOIN rounds ON rounds.id = round WHERE player = ? GROUP BY fact"
    )
    return frozenset(fact for fact, is_right, _ in db.execute(sql, (player,)).fetchall() if is_right)


def _insert_response(db: Database, round_id: int, response: NewResponse) -> None:
    cursor = db.execute(
        "INSERT INTO responses (round, position, question, family, kind, shape, stem, shown, answer, given,"
        " given_text, is_right, late, used, points, at) VALUES (:round, :position, :question, :family, :kind, :shape,"
        " :stem, :shown, :answer, :given, :given_text, :right, :late, :used, :points, :at)"
        " ON CONFLICT (round, position) DO NOTHING",
        {**_fields(response), "round": round_id, "at": response.at.isoformat()},
    )
    if not cursor.rowcount:
        return
    for fact in response.asks:
        db.execute("INSERT INTO response_facts (response, fact) VALUES (?, ?)", (cursor.lastrowid, fact))


def _fields(response: NewResponse) -> dict[str, object]:
    return {name: getattr(response, name) for name in NewResponse.__dataclass_fields__ if name not in ("asks", "at")}


def _update_standing(db: Database, round_id: int, standing: Standing) -> None:
    db.execute(
        "UPDATE rounds SET score = :score, right_count = :right, asked = :asked, elapsed = :elapsed WHERE id = :id",
        {**asdict(standing), "id": round_id},
    )


def _close(db: Database, round_id: int, state: str, now: datetime) -> None:
    db.execute("UPDATE rounds SET state = ?, ended = ? WHERE id = ?", (state, now.isoformat(), round_id))
