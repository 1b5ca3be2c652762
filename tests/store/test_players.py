import sqlite3
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from quiz.errors import QuizError
from quiz.store import players, saves
from quiz.store.database import immediate
from quiz.store.players import LONGEST_NAME, clean_name, name_key

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("  Aida  ", "Aida"),
        ("Ai\u00a0 da", "Ai da"),
        ("[bold]", "[bold]"),
        ("[/nope]", "[/nope]"),
        ("Айгүл", "Айгүл"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("李", "李"),
        ("x" * 40, "x" * 40),
        ("🐫", "🐫"),
        ("'; DROP TABLE players; --", "'; DROP TABLE players; --"),
    ],
)
def test_what_can_be_seen_is_a_name(raw: str, name: str) -> None:
    assert clean_name(raw) == name


@pytest.mark.parametrize("raw", ["", "   ", "\u00a0", "\u3000 "])
def test_an_empty_name_is_refused(raw: str) -> None:
    with pytest.raises(QuizError, match="needs a name"):
        clean_name(raw)


@pytest.mark.parametrize("raw", ["x" * 41, "x" * 10_000])
def test_a_long_name_is_refused_without_being_repeated(raw: str) -> None:
    with pytest.raises(QuizError, match=f"too long: {len(raw)} characters") as caught:
        clean_name(raw)
    assert len(str(caught.value)) < 100


@pytest.mark.parametrize(
    "raw",
    ["A\x1b[31m", "A\nB", "A\tB", "A\x00", "A\u200bB", "\u200d", "A\ufeff", "A\u202eB", "A\u2028B", "\u3164", "\u2800"],
)
def test_characters_that_cannot_be_seen_are_refused(raw: str) -> None:
    with pytest.raises(QuizError, match="invisible characters"):
        clean_name(raw)


@given(st.text(max_size=60))
def test_a_clean_name_stays_as_it_is_and_fits(raw: str) -> None:
    try:
        name = clean_name(raw)
    except QuizError:
        return
    assert clean_name(name) == name
    assert 1 <= len(name) <= LONGEST_NAME
    assert unicodedata.is_normalized("NFC", name)
    assert name_key(name) == name_key(name_key(name))


def test_players_are_added_found_renamed_and_remembered(tmp_path: Path) -> None:
    with saves.opened(tmp_path / "saves.db") as db:
        assert players.every(db) == ()
        assert players.chosen(db) is None
        aida, bek = players.add(db, " Aida ", NOW), players.add(db, "Bek", NOW)
        players.choose(db, bek)
        players.choose(db, aida)
    with saves.opened(tmp_path / "saves.db") as db:
        assert players.chosen(db) == aida
        assert players.named(db, "AIDA") == aida
        assert players.named(db, "Aidar") is None
        renamed = players.rename(db, bek, "Бек")
        assert players.every(db) == (aida, renamed)


def test_a_player_is_named_or_added(tmp_path: Path) -> None:
    with saves.opened(tmp_path / "saves.db") as db:
        aida, is_new = players.named_or_added(db, " Aida ", NOW)
        assert (aida.name, is_new) == ("Aida", True)
        assert players.named_or_added(db, "AIDA", NOW) == (aida, False)
        with pytest.raises(QuizError, match="needs a name"):
            players.named_or_added(db, " ", NOW)


def test_a_player_added_by_another_process_in_the_meantime_is_the_same_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, path = players.named, tmp_path / "saves.db"

    def look_too_early(db: Database, name: str) -> players.Player | None:
        monkeypatch.setattr(players, "named", look)
        with saves.opened(path) as other:
            players.add(other, "Aida", NOW)
        return None

    with saves.opened(path) as db:
        monkeypatch.setattr(players, "named", look_too_early)
        aida, is_new = players.named_or_added(db, "Aida", NOW)
        assert (players.every(db), is_new) == ((aida,), False)


def test_choosing_who_plays_already_waits_for_nobody(tmp_path: Path) -> None:
    path = tmp_path / "saves.db"
    with saves.opened(path) as db, saves.opened(path) as other:
        aida, bek = players.add(db, "Aida", NOW), players.add(db, "Bek", NOW)
        players.choose(db, aida)
        db.execute("PRAGMA busy_timeout = 1")
        with immediate(other):
            players.choose(db, aida)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                players.choose(db, bek)


@pytest.mark.parametrize("name", ["aida", "AIDA", " Aida", "Ａida"])
def test_a_taken_name_is_refused_whatever_its_case(tmp_path: Path, name: str) -> None:
    with saves.opened(tmp_path / "saves.db") as db:
        players.add(db, "Aida", NOW)
        bek = players.add(db, "Bek", NOW)
        with pytest.raises(QuizError, match="a player called Aida already"):
            players.add(db, name, NOW)
        with pytest.raises(QuizError, match="a player called Aida already"):
            players.rename(db, bek, name)
        assert [player.name for player in players.every(db)] == ["Aida", "Bek"]


def test_a_player_may_change_the_case_of_their_own_name(tmp_path: Path) -> None:
    with saves.opened(tmp_path / "saves.db") as db:
        aida = players.add(db, "aida", NOW)
        assert players.rename(db, aida, "Aida").name == "Aida"
        assert players.named(db, "aida") == players.Player(aida.id, "Aida")
