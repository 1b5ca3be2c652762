"""Best rounds and players' progress, read from the saves."""

from dataclasses import dataclass

from sqlite_utils import Database

from quiz.store.rounds import known

BEST = 5
"""How many rounds of equal rules a list of the best holds."""


@dataclass(frozen=True, slots=True)
class BestRound:
    """One finished round in a list of the best.

    Rounds with equal `theme`, `topic`, `questions`, `seconds` and `calm` compare. `value` is what they are ranked
    by: points, or right responses where the round was calm. `elapsed` is in seconds; `ended` UTC in ISO form.
    """

    rank: int
    player: str
    theme: str
    topic: str | None
    questions: int
    seconds: float | None
    calm: bool
    value: int
    score: int
    right: int
    asked: int
    elapsed: float
    ended: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What one player has done so far.

    `rounds` are those played to the end; `facts_met` the facts asked of them, `facts_known` those that they got right
    the last time; `last_played` UTC in ISO form, None where no round was ever begun.
    """

    player: str
    rounds: int
    responses: int
    right: int
    facts_met: int
    facts_known: int
    seconds_played: float
    last_played: str | None


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything a page of scores shows: best rounds by theme, then progress by player."""

    rounds: tuple[BestRound, ...] = ()
    players: tuple[Progress, ...] = ()


def scores(db: Database) -> Scores:
    """The best rounds of every set of rules, and the progress of every player."""
    return Scores(best_rounds(db), progress(db))


def best(db: Database, player: int, best_list: str) -> int | None:
    """The most that the player reached in rounds of that list; None where there is no finished one."""
    row = db.execute("SELECT max(value) FROM scores WHERE player = ? AND best_list = ?", (player, best_list)).fetchone()
    return None if row[0] is None else int(row[0])


def finished(db: Database, player: int) -> int:
    """How many rounds the player has played to the end."""
    row = db.execute("SELECT count(*) FROM rounds WHERE player = ? AND state = 'finished'", (player,)).fetchone()
    return int(row[0])


def best_rounds(db: Database) -> tuple[BestRound, ...]:
    """The first few rounds of each list, list by list; of equal ones the faster stands first, then the earlier."""
    sql = (
        "SELECT * FROM (SELECT *, row_number() OVER ("
        "   PARTITION BY best_list ORDER BY value DESC, elapsed, id) AS place FROM scores) WHERE place <= ?"
        " ORDER BY theme, topic IS NOT NULL, topic, calm, wanted, seconds IS NOT NULL, seconds, place"
    )
    return tuple(
        BestRound(
            rank=row["place"],
            player=row["player_name"],
            theme=row["theme"],
            topic=row["topic"],
            questions=row["wanted"],
            seconds=row["seconds"],
            calm=bool(row["calm"]),
            value=row["value"],
            score=row["score"],
            right=row["right_count"],
            asked=row["asked"],
            elapsed=row["elapsed"],
            ended=row["ended"],
        )
        for row in db.query(sql, (BEST,))
    )


def progress(db: Database) -> tuple[Progress, ...]:
    """Every player's progress, the one who played last first."""
    sql = (
        "SELECT players.id, name, total(state = 'finished'), total(asked), total(right_count),"
        " total(elapsed), max(started) FROM players LEFT JOIN rounds ON rounds.player = players.id"
        " GROUP BY players.id ORDER BY max(rounds.id) DESC NULLS LAST, players.id"
    )
    return tuple(_progress(db, row) for row in db.execute(sql).fetchall())


def _progress(db: Database, row: tuple[int, str, float, float, float, float, str | None]) -> Progress:
    player, name, finished, asked, right, elapsed, last = row
    met = db.execute(
        "SELECT count(DISTINCT fact) FROM response_facts JOIN responses ON responses.id = response"
        " JOIN rounds ON rounds.id = round WHERE player = ?",
        (player,),
    ).fetchone()[0]
    return Progress(
        player=name,
        rounds=int(finished),
        responses=int(asked),
        right=int(right),
        facts_met=met,
        facts_known=len(known(db, player)),
        seconds_played=elapsed,
        last_played=last,
    )
