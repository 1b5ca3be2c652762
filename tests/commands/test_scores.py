import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.commands.scores import command
from quiz.errors import SavesError
from quiz.play import Play, Setup
from quiz.rounds.round import Phase
from quiz.store.homes import Homes
from tests.samples import content_of, many

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def homes(tmp_path: Path) -> Homes:
    found = Homes(saves=tmp_path / "saves", banks=tmp_path / "banks", packs=tmp_path / "packs")
    found.pack_folder().mkdir(parents=True)
    return found


def scores(homes: Homes, *arguments: str) -> str:
    result: Result = CliRunner().invoke(command, arguments, obj=homes, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def play(homes: Homes, seconds: float = 2.0, **setup: object) -> None:
    door = Play(homes, lambda: NOW, lambda folder: content_of(many(30)))
    game = door.begin(Setup(**{"questions": 2, **setup}))  # type: ignore[arg-type]
    game.begin(0.0)
    at = 0.0
    while game.round.phase is Phase.ASKING:
        at += seconds
        game.answer(at, game.round.current.draw.question.answer.option.key)  # type: ignore[union-attr]
        game.next(at)
    game.close()


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", "Nobody has played yet. Play a round with: quiz play\n"),
        ("json", '{\n  "rounds": [],\n  "players": []\n}\n'),
        ("csv", "rank,player,theme,topic,questions,seconds,calm,value,score,right,asked,elapsed,ended\n"),
    ],
)
def test_before_anyone_has_played_there_is_nothing_and_no_file_is_made(homes: Homes, form: str, told: str) -> None:
    assert scores(homes, "--format", form) == told
    assert not homes.saves_file.exists()


def test_text_lists_the_best_by_rules_and_then_the_players(homes: Homes) -> None:
    play(homes, player="Aida")
    play(homes, seconds=9.0, player="[/nope]")
    play(homes, calm=True, player="Aida")
    lines = scores(homes).splitlines()
    assert lines[0] == "Mixed, two questions"
    assert lines[1].startswith("  1. ")
    assert lines[1].endswith("  2 of 2  2026-05-01  Aida")
    assert lines[2].endswith("  2 of 2  2026-05-01  [/nope]")
    assert lines[3] == "Mixed, two questions, calm"
    assert lines[4].split() == ["1.", "2", "right", "2026-05-01", "Aida"]
    assert lines[5:7] == ["", "Players"]
    assert lines[7].startswith("  Aida: 2 rounds, 4 of 4 answers right, knows ")
    assert lines[8] == "  [/nope]: 1 round, 2 of 2 answers right, knows 2 of 2 facts met"


def test_json_holds_rounds_and_players(homes: Homes) -> None:
    play(homes, player="Aida", theme="geography", topic="course")
    told = json.loads(scores(homes, "--format", "json"))
    assert set(told) == {"rounds", "players"}
    (best,) = told["rounds"]
    assert {
        key: best[key] for key in ("rank", "player", "theme", "topic", "questions", "seconds", "calm", "right")
    } == {
        "rank": 1,
        "player": "Aida",
        "theme": "geography",
        "topic": "course",
        "questions": 2,
        "seconds": None,
        "calm": False,
        "right": 2,
    }
    assert best["value"] == best["score"] > 1000
    assert told["players"] == [
        {
            "player": "Aida",
            "rounds": 1,
            "responses": 2,
            "right": 2,
            "facts_met": 2,
            "facts_known": 2,
            "seconds_played": 4.0,
            "last_played": NOW.isoformat(),
        }
    ]


def test_csv_keeps_names_that_would_be_formulas_harmless(homes: Homes) -> None:
    play(homes, player="=HYPERLINK(0), you")
    (row,) = csv.DictReader(io.StringIO(scores(homes, "--format", "csv")))
    assert row["player"] == "'=HYPERLINK(0), you"
    assert (row["theme"], row["questions"], row["right"]) == ("mixed", "2", "2")


def test_saves_that_are_none_are_said(homes: Homes) -> None:
    homes.saves.mkdir()
    homes.saves_file.write_text("not ours")
    with pytest.raises(SavesError, match="is not a saves file"):
        scores(homes)
