"""Choosing all that fit, line by line."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.plain import Lines
from quiz.play import Play, Setup
from tests.samples import KYRGYZ_SIDE, several
from tests.tui.helpers import REPOSITORY, door


def played(play: Play, typed: str, setup: Setup) -> str:
    """What a round says to those lines, on a clock that stands still."""
    out = io.StringIO()
    Lines(play, io.StringIO(typed), out, lambda: 0.0).play(setup)
    return out.getvalue()


def typed_for(play: Play, wanted: int, setup: Setup) -> str:
    """The letters of so many of those that fit in the round that `setup` begins."""
    game = play.begin(setup)
    keys = game.round.current.draw.keys
    game.close()
    fitting = [option.key for option in KYRGYZ_SIDE.options if option.key in keys]
    return " ".join("abcdef"[keys.index(key)] for key in fitting[:wanted])


@pytest.mark.parametrize("calm", [False, True])
def test_several_are_typed_by_their_letters_and_count_in_part(tmp_path, calm):
    play, setup = door(tmp_path, several()), Setup(questions=1, seed=3, calm=calm)
    said = played(play, f"z\n{typed_for(play, 1, setup)}\n", setup)
    assert said.count("Type the letters of all that fit, such as a c.") == 2
    assert "Partly right." in said
    assert ("points" in said) is not calm
    assert "You said " in said
    assert "1 of " in said
    assert "Missed: " in said
    said = played(play, f"{typed_for(play, 4, setup)}\n", setup)
    assert "Right." in said
    assert "Partly" not in said
    assert "1 of 1 right." in said


def test_it_is_played_through_pipes_and_kept(tmp_path: Path):
    play = door(tmp_path, several())
    command = [sys.executable, "-m", "quiz", "--home", str(tmp_path), "play", "--plain", "--questions", "1"]
    ended = subprocess.run(command, input="a b c d\n", capture_output=True, text=True, cwd=REPOSITORY, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Type the letters of all that fit, such as a c." in ended.stdout
    assert " found, " in ended.stdout
    assert play.scores().players[0].responses == 1
