"""The command line in the way of a shell: streams that are closed, full or gone."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.helpers import REPOSITORY

FULL = Path("/dev/full")
"""A device to which nothing can be written, where the system has one."""

needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")


def quiz(home: Path, line: str) -> subprocess.CompletedProcess[str]:
    """`quiz` with the rest of a line of shell."""
    command = f"{sys.executable} -m quiz --home {home} {line}"
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=REPOSITORY, timeout=60)


@needs_full
@pytest.mark.parametrize(
    "arguments",
    [
        *("scores", "scores --format json", "bank list", "bank stats", "bank check"),
        *("bank show lake-passed.object.typed", "bank try lake-passed.object.typed Chu"),
        *("--help", "play --help", "--version"),
    ],
)
def test_output_that_cannot_be_written_is_one_line_and_1(tmp_path: Path, arguments: str) -> None:
    ended = quiz(tmp_path, f"{arguments} > {FULL}")
    told = ended.stderr.replace("The questions were built: there were none yet.\n", "")
    assert (ended.returncode, told) == (1, "Input or output cannot be used: No space left on device.\n")


@needs_full
def test_a_round_whose_output_is_full_is_one_line_and_1(tmp_path: Path) -> None:
    ended = quiz(tmp_path, f"play --plain <<< a > {FULL}")
    assert (ended.returncode, ended.stderr) == (1, "Input or output cannot be used: No space left on device.\n")


@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_a_closed_stderr_changes_no_exit_code(tmp_path: Path, closed: str) -> None:
    ended = quiz(tmp_path, f"play --plain --topic nope {closed}")
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", "")


def test_an_input_that_cannot_be_read_is_one_line_and_1(tmp_path: Path) -> None:
    (tmp_path / "written").touch()
    ended = quiz(tmp_path / "home", f"play --plain 0> {tmp_path / 'written'}")
    assert ended.returncode == 1
    assert ended.stderr.startswith("Input or output cannot be used: ")
    assert len(ended.stderr.splitlines()) == 1


def test_a_home_of_a_user_there_is_not_is_one_line_and_1(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quiz", "--home", "~nobody-of-that-name/quiz", "scores"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, timeout=60)
    assert ended.returncode == 1
    assert ended.stderr == "There is no home folder for ~nobody-of-that-name/quiz. Name a folder in full.\n"
