import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from quiz.errors import SavesError
from quiz.store import locks, players, rounds, saves, scores
from quiz.store.rounds import FINISHED, LEFT, UNFINISHED, NewResponse, NewRound, Standing

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "saves.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with saves.opened(path) as db:
        players.add(db, "Aida", NOW)
        players.add(db, "Bek", NOW)
        yield db


def new_round(**changes: object) -> NewRound:
    usual = NewRound(
        player=1,
        pack="kz-kg",
        bank="abc",
        theme="mixed",
        topic=None,
        wanted=3,
        seconds=None,
        calm=False,
        best_list="mixed 3",
        seed="17",
        seed_chosen=False,
        questions=("q1", "q2", "q3"),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def response(position: int, **changes: object) -> NewResponse:
    usual = NewResponse(
        position=position,
        question=f"q{position}",
        family=f"f{position}",
        kind="one-best-answer",
        shape="choice",
        asks=(f"fact-{position}",),
        stem="Where does the road from Kegen lead?",
        shown='[{"key":"tup","text":"Tüp","rank":null}]',
        answer="Tüp",
        given='"tup"',
        given_text="Tüp",
        right=True,
        late=False,
        used=3.25,
        points=873,
        at=NOW,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def played(db: Database, path: Path, left: bool = False, score: int = 1000, **changes: object) -> int:
    """A round of three right responses, finished, or left after the second."""
    round_id, lock = rounds.begin(db, path, new_round(**changes), NOW)
    end = NOW + timedelta(seconds=30)
    for i in (1, 2):
        rounds.record(db, round_id, [response(i)], Standing(score, i, i, i * 10.0))
    if left:
        rounds.leave(db, round_id, Standing(score, 2, 2, 25.0), end)
    else:
        rounds.record(db, round_id, [response(3)], Standing(score, 3, 3, 30.0), finished=end)
    lock.release()
    return round_id


def test_a_round_is_kept_with_its_rules_and_held_until_its_end(db: Database, path: Path) -> None:
    round_id, lock = rounds.begin(db, path, new_round(seconds=12.5, topic="course"), NOW)
    row = next(db.query("SELECT * FROM rounds"))
    for field in fields(NewRound):
        wanted = getattr(new_round(seconds=12.5, topic="course"), field.name)
        assert row[field.name] == (json.dumps(list(wanted)).replace(" ", "") if field.name == "questions" else wanted)
    assert (row["state"], row["started"], row["ended"]) == ("open", NOW.isoformat(), None)
    assert locks.is_held(rounds.lock_path(path, round_id))
    lock.release()


def test_a_response_is_kept_with_all_its_fields(db: Database, path: Path) -> None:
    round_id, lock = rounds.begin(db, path, new_round(), NOW)
    rounds.record(db, round_id, [response(1, asks=("a", "b"), given=None)], Standing(873, 1, 1, 4.5))
    assert not db.conn.in_transaction
    lock.release()
    with saves.opened(path) as other:
        row = next(other.query("SELECT * FROM responses"))
        kept = response(1, asks=("a", "b"), given=None)
        renamed = {"right": "is_right"}
        for field in fields(NewResponse):
            if field.name not in ("asks", "at"):
                assert row[renamed.get(field.name, field.name)] == getattr(kept, field.name)
        assert row["at"] == NOW.isoformat()
        assert [fact for (fact,) in other.execute("SELECT fact FROM response_facts").fetchall()] == ["a", "b"]
        standing = other.execute("SELECT score, right_count, asked, elapsed FROM rounds").fetchone()
        assert standing == (873, 1, 1, 4.5)


def test_a_round_ends_with_its_last_response_or_when_it_is_left(db: Database, path: Path) -> None:
    finished, left = played(db, path), played(db, path, left=True)
    ends = {
        row["id"]: (row["state"], row["ended"], row["asked"], row["elapsed"])
        for row in db.query("SELECT * FROM rounds")
    }
    end = (NOW + timedelta(seconds=30)).isoformat()
    assert ends == {finished: (FINISHED, end, 3, 30.0), left: (LEFT, end, 2, 25.0)}


def test_responses_are_kept_all_or_none(db: Database, path: Path) -> None:
    round_id, lock = rounds.begin(db, path, new_round(), NOW)
    with pytest.raises(Exception, match="NOT NULL constraint failed"):
        rounds.record(db, round_id, [response(1), response(2, stem=None)], Standing(0, 0, 0, 0))
    assert db.execute("SELECT count(*) FROM responses").fetchone()[0] == 0
    lock.release()


def test_a_response_written_again_is_kept_once_as_it_was_first(db: Database, path: Path) -> None:
    round_id, lock = rounds.begin(db, path, new_round(), NOW)
    rounds.record(db, round_id, [response(1)], Standing(873, 1, 1, 4.0))
    rounds.record(db, round_id, [response(1, used=99.0), response(2)], Standing(900, 2, 2, 8.0))
    assert db.execute("SELECT position, used FROM responses ORDER BY id").fetchall() == [(1, 3.25), (2, 3.25)]
    assert db.execute("SELECT fact FROM response_facts ORDER BY fact").fetchall() == [("fact-1",), ("fact-2",)]
    assert db.execute("SELECT score, asked FROM rounds").fetchone() == (900, 2)
    lock.release()


def test_a_round_for_an_unknown_player_is_refused_and_leaves_no_lock(path: Path) -> None:
    with pytest.raises(SavesError, match="contradicts itself"), saves.opened(path) as db:
        rounds.begin(db, path, new_round(player=99), NOW)
    assert not list(path.parent.glob("*.round-*"))


def test_a_round_that_nobody_plays_any_more_is_kept_as_unfinished(db: Database, path: Path) -> None:
    abandoned, lock = rounds.begin(db, path, new_round(), NOW)
    rounds.record(db, abandoned, [response(1)], Standing(873, 1, 1, 5.0))
    complete, lock2 = rounds.begin(db, path, new_round(), NOW)
    rounds.record(db, complete, [response(i) for i in (1, 2, 3)], Standing(2000, 3, 3, 30.0))
    at_play, lock3 = rounds.begin(db, path, new_round(), NOW)
    lock.release()
    lock2.release()
    assert rounds.keep_unfinished(db, path, NOW) == 2
    states = dict(db.execute("SELECT id, state FROM rounds").fetchall())
    assert states == {abandoned: UNFINISHED, complete: FINISHED, at_play: "open"}
    assert rounds.keep_unfinished(db, path, NOW) == 0
    assert db.execute("SELECT score FROM rounds WHERE id = ?", (abandoned,)).fetchone()[0] == 873
    lock3.release()


def test_facts_are_counted_and_known_by_their_latest_response(db: Database, path: Path) -> None:
    round_id, lock = rounds.begin(db, path, new_round(), NOW)
    given = [
        response(1, asks=("a",), right=True),
        response(2, asks=("a", "b"), right=False),
        response(3, asks=("b",), right=True),
    ]
    rounds.record(db, round_id, given, Standing(0, 2, 3, 0))
    lock.release()
    assert rounds.seen(db, 1) == {"a": 2, "b": 2}
    assert rounds.known(db, 1) == {"b"}
    assert rounds.seen(db, 2) == {}
    assert rounds.known(db, 2) == frozenset()
    assert rounds.has_answered(db, 1)
    assert not rounds.has_answered(db, 2)


def test_only_finished_rounds_without_a_chosen_seed_compare(db: Database, path: Path) -> None:
    assert scores.best(db, 1, "mixed 3") is None
    played(db, path, left=True, score=9000)
    played(db, path, seed_chosen=True, score=8000)
    played(db, path, best_list="another", score=7000)
    played(db, path, player=2, score=6000)
    assert scores.best(db, 1, "mixed 3") is None
    played(db, path, score=1500)
    played(db, path, score=1200)
    assert scores.best(db, 1, "mixed 3") == 1500
    assert [(r.rank, r.player, r.value) for r in scores.best_rounds(db) if r.theme == "mixed"] == [
        (1, "Aida", 7000),
        (1, "Bek", 6000),
        (2, "Aida", 1500),
        (3, "Aida", 1200),
    ]


def test_calm_rounds_are_ranked_by_right_responses(db: Database, path: Path) -> None:
    played(db, path, calm=True, score=0)
    (best,) = scores.best_rounds(db)
    assert (best.value, best.calm, best.score, best.right, best.asked) == (3, True, 0, 3, 3)


def test_a_list_holds_the_best_five_by_theme(db: Database, path: Path) -> None:
    for score in range(100, 800, 100):
        played(db, path, score=score)
    played(db, path, theme="history", best_list="history 3")
    best = scores.best_rounds(db)
    assert [(r.theme, r.rank, r.value) for r in best] == [
        ("history", 1, 1000),
        ("mixed", 1, 700),
        ("mixed", 2, 600),
        ("mixed", 3, 500),
        ("mixed", 4, 400),
        ("mixed", 5, 300),
    ]


def test_progress_counts_every_response_but_only_finished_rounds(db: Database, path: Path) -> None:
    played(db, path)
    played(db, path, left=True)
    aida, bek = scores.progress(db)
    assert (aida.player, aida.rounds, aida.responses, aida.right) == ("Aida", 1, 5, 5)
    assert (aida.facts_met, aida.facts_known, aida.seconds_played) == (3, 3, 55.0)
    assert aida.last_played == NOW.isoformat()
    assert bek == scores.Progress("Bek", 0, 0, 0, 0, 0, 0.0, None)
