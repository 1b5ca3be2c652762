"""`quiz bank lint FILE`: findings to standard output, broken lines to standard error, the rest still read."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quiz.commands.bank_lint import LONGEST_LINE, command
from quiz.errors import QuizError
from tests.store.helpers import REPOSITORY

PACK = REPOSITORY / "questions" / "kz-kg"
SOUND = {
    "id": "s",
    "kind": "one-best-answer",
    "stem": "Which town lies on the Chu?",
    "options": ["Tokmok", "Taraz"],
    "answer": "Tokmok",
}
FLAWED = {**SOUND, "id": "f", "stem": "Which town does NOT lie on the Chu?", "answer": "Taraz"}

MOST_MEMORY = 16 << 20
"""Bytes that reading a file of a hundred megabytes may take."""


def lint(file: Path | str, *more: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(command, [str(file), *map(str, more)], input=stdin)


def written(folder: Path, *lines: bytes | dict[str, Any]) -> Path:
    file = folder / "items.jsonl"
    file.write_bytes(b"".join(one if isinstance(one, bytes) else json.dumps(one).encode() + b"\n" for one in lines))
    return file


def test_a_finding_is_one_json_line(tmp_path: Path) -> None:
    result = lint(written(tmp_path, SOUND, FLAWED))
    assert result.exit_code == 0
    (told,) = map(json.loads, result.stdout.splitlines())
    assert (told["id"], told["rule"], set(told)) == ("f", "negative-stem", {"id", "rule", "why"})


def test_standard_input_is_read(tmp_path: Path) -> None:
    result = lint("-", stdin=written(tmp_path, FLAWED).read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "f"


def test_broken_lines_are_told_by_number_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [b"\xef\xbb\xbf" + json.dumps(SOUND).encode() + b"\r\n", b"\n", b"{oops\n", b"\xff\n", b"[1]\n"]
    file = written(tmp_path, *lines, {**SOUND, "options": 3}, json.dumps(FLAWED).encode())
    result = lint(file)
    assert result.exit_code == 1
    assert [json.loads(one)["id"] for one in result.stdout.splitlines()] == ["f"]
    told = result.stderr.splitlines()
    assert [one.split(": ")[0] for one in told] == [f"{file}:{number}" for number in (3, 4, 5, 6)]
    assert "options must be a list of texts, not a number" in told[-1]


@pytest.mark.parametrize("excess", [0, 1, LONGEST_LINE, LONGEST_LINE + 1])
def test_a_line_without_end_is_passed_over(tmp_path: Path, excess: int) -> None:
    result = lint(written(tmp_path, b"x" * (LONGEST_LINE + excess) + b"\n", FLAWED))
    assert result.exit_code == 1
    assert "items.jsonl:1: longer than" in result.stderr
    assert json.loads(result.stdout)["id"] == "f"


def test_a_file_that_is_not_there_is_said() -> None:
    result = lint("/nowhere/items.jsonl")
    assert isinstance(result.exception, QuizError)
    assert str(result.exception) == "/nowhere/items.jsonl cannot be read: No such file or directory."


def test_an_empty_file_has_no_flaws(tmp_path: Path) -> None:
    result = lint(written(tmp_path))
    assert (result.exit_code, result.output) == (0, "")


def test_a_hundred_megabytes_are_read_in_little_memory(tmp_path: Path) -> None:
    """The file is one line without end, then an item."""
    file = tmp_path / "big.jsonl"
    with file.open("wb") as big:
        for _ in range(100):
            big.write(b"y" * (1 << 20))
        big.write(b"\n" + json.dumps(FLAWED).encode() + b"\n")
    tracemalloc.start()
    result = lint(file)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert result.exit_code == 1
    assert json.loads(result.stdout)["id"] == "f"
    assert "big.jsonl:1: longer than" in result.stderr
    assert most < MOST_MEMORY


def test_the_pack_tells_more(tmp_path: Path) -> None:
    """Another spelling of one town as a second option: known to the pack alone."""
    item = {**SOUND, "options": ["Tokmok", "Tokmak", "Taraz"], "stem": "Past which town does the River Chu flow?"}
    file = written(tmp_path, item)
    assert lint(file).stdout == ""
    assert [json.loads(one)["rule"] for one in lint(file, "--pack", PACK).stdout.splitlines()] == ["duplicate-options"]
