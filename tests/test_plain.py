"""A round line by line."""

import io
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.generate.question import Shape
from quiz.plain import LONGEST_LINE, Lines
from quiz.play import Play, Setup
from tests.samples import question, right, wrong
from tests.tui.helpers import REPOSITORY, door, of_shape


class Ticking:
    """A clock that goes on by `step` seconds whenever it is asked."""

    def __init__(self, step: float = 0.0) -> None:
        self.at = 0.0
        self.step = step

    def __call__(self) -> float:
        self.at += self.step
        return self.at


class Endless(io.StringIO):
    """Lines that count how many of them were read, and how long the longest piece was."""

    reads = 0
    longest = 0

    def readline(self, *size) -> str:
        self.reads += 1
        line = super().readline(*size)
        self.longest = max(self.longest, len(line))
        return line


def played(play: Play, typed: str, setup: Setup, step: float = 0.0) -> tuple[str, Endless]:
    """What a round says to those lines, and the lines as they were read."""
    source, out = Endless(typed), io.StringIO()
    Lines(play, source, out, Ticking(step)).play(setup)
    return out.getvalue(), source


@pytest.fixture
def choices(tmp_path) -> Play:
    return door(tmp_path, *of_shape(Shape.CHOICE))


def test_one_line_is_one_response(choices):
    said, source = played(choices, "a\nb\nc\nd\n", Setup(questions=3, seed=1))
    assert source.reads == 3
    assert said.count("Question ") == 3
    assert "Question 3 of 3. " in said
    assert choices.scores().players[0].responses == 3


def test_right_and_wrong_are_told_in_words(tmp_path):
    asked = question(
        "kegen:choice",
        right("tup", "Tüp", "kegen"),
        tuple(wrong(name, name.title(), f"{name.title()} is on the Chu.") for name in ("tokmok", "kaindy", "birdik")),
        asks=("kegen",),
        stem="Where does the road from Kegen lead?",
        explanation="It is open in summer.",
        place=(78.36, 42.73),
    )
    play = door(tmp_path, asked)
    said, _ = played(play, "Tokmok\n", Setup(questions=1, seed=1))
    assert "You said Tokmok. The answer: Tüp." in said
    assert "Tokmok is on the Chu." in said
    assert "It is open in summer." in said
    assert "Source: Crossings/1" in said
    assert "Along the border, that is in its eastern quarter." in said
    said, _ = played(play, "tüp\n", Setup(questions=1, seed=1, calm=True))
    assert "Right.\n" in said


def test_the_end_sums_up_in_words_and_figures(choices):
    said, _ = played(choices, "a\nb\n", Setup(questions=2))
    assert " of 2 right." in said.splitlines()[-1]
    assert " points, " in said.splitlines()[-1]
    said, _ = played(choices, "a\nb\n", Setup(questions=2))
    assert "The best before: " in said.splitlines()[-1]


def test_points_are_told_as_a_sum(choices):
    said, _ = played(choices, "a\nb\nc\nd\na\nb\n", Setup(questions=6, seed=1))
    assert " points." in said
    assert "500 + 500 for speed" in said


def test_what_cannot_be_an_answer_is_explained_and_asked_again_once(choices):
    said, source = played(choices, "perhaps\n\na\n", Setup(questions=2, seed=1))
    assert "Type a letter from a to" in said
    assert "The line is empty. On to the next question." in said
    assert source.reads == 3
    rows = choices.scores().players[0]
    assert (rows.responses, rows.rounds) == (2, 1)


@pytest.mark.parametrize("calm", [True, False])
def test_a_second_line_that_is_none_passes_the_question_with_or_without_a_clock(choices, calm):
    said, _ = played(choices, "\n\n", Setup(questions=1, seed=1, calm=calm))
    assert "The answer: " in said
    assert "Time is up" not in said


def test_lateness_is_judged_when_the_line_arrives(choices):
    said, _ = played(choices, "a\n", Setup(questions=1, seed=1), step=1000.0)
    assert "Too late. " in said
    assert choices.scores().players[0].right == 0


@pytest.mark.parametrize("typed", ["", "a\n", "a"])
def test_the_end_of_input_ends_the_round_as_quitting_does(choices, typed):
    said, _ = played(choices, typed, Setup(questions=3, seed=1))
    assert "The round is left." in said
    progress = choices.scores().players[0]
    assert (progress.responses, progress.rounds) == (len(typed.strip()), 0)


def test_every_shape_can_be_played(tmp_path):
    said, _ = played(door(tmp_path), "a\nb d a c\n16\nTüp\n2001\n" * 4, Setup(questions=10, seed=3))
    assert "Type the letters a to d in the right order" in said
    assert "Type a number." in said
    assert "Wanted: " in said
    assert "→" in said


def test_a_shorter_round_is_said_first(choices):
    said, _ = played(choices, "", Setup(questions=10000, seed=1))
    lines = said.splitlines()
    notice = next(place for place, line in enumerate(lines) if "no more fit together" in line)
    assert notice < next(place for place, line in enumerate(lines) if line.startswith("Question 1"))


@pytest.fixture
def locked(choices, tmp_path, monkeypatch):
    """Locks the saves before the line of that number is read, and lets go of them before another, if ever."""

    monkeypatch.setattr("quiz.store.database.BUSY_SECONDS", 0.1)

    def lines(typed: str, at: int, until: int | None = None) -> Endless:
        class Locking(Endless):
            def readline(self, *size) -> str:
                if self.reads == at:
                    db.execute("BEGIN IMMEDIATE")
                if self.reads == until:
                    db.rollback()
                return super().readline(*size)

        return Locking(typed)

    with closing(sqlite3.connect(tmp_path / "saves.db", isolation_level=None)) as db:
        yield lines


def said_over(play: Play, source: Endless, setup: Setup) -> list[str]:
    out = io.StringIO()
    Lines(play, source, out, Ticking()).play(setup)
    return out.getvalue().splitlines()


def test_a_failed_save_is_told_even_at_the_only_question(choices, locked):
    said = said_over(choices, locked("a\n", at=0), Setup(questions=1, seed=1))
    told = next(place for place, line in enumerate(said) if line.startswith("Not saved yet: "))
    assert told < next(place for place, line in enumerate(said) if " right." in line and "points, " in line)


def test_the_end_of_a_round_says_that_answers_are_lost(choices, locked):
    said = said_over(choices, locked("a\nb\n", at=1), Setup(questions=2, seed=1))
    assert said[-2].startswith("Not saved yet: ")
    assert said[-1] == "What was not saved by now is lost."


def test_answers_are_called_kept_only_once_they_are(choices, locked):
    said = said_over(choices, locked("a\nb\n", at=1), Setup(questions=3, seed=1))
    assert "The round is left." in said
    assert said[-1] == "What was not saved by now is lost."
    assert not [line for line in said if " kept" in line]
    assert choices.scores().players[0].responses == 1


def test_answers_that_were_saved_after_all_are_called_kept(choices, locked):
    said = said_over(choices, locked("a\n", at=0, until=1), Setup(questions=3, seed=1))
    assert any(line.startswith("Not saved yet: ") for line in said)
    assert said[-1] == "The round is left. One answer kept."
    assert choices.scores().players[0].responses == 1


def test_a_line_without_end_is_read_in_pieces_and_stays_one_line(choices):
    said, source = played(choices, "x" * (10 * LONGEST_LINE + 5) + "\na\n", Setup(questions=1, seed=1))
    assert source.longest == LONGEST_LINE
    assert said.count("Type a letter from a to") == 2
    assert choices.scores().players[0].responses == 1
    assert source.read() == ""


@pytest.mark.parametrize("length", [LONGEST_LINE - 1, LONGEST_LINE])
def test_a_line_as_long_as_is_read_swallows_none_after_it(choices, length):
    _, source = played(choices, " " * (length - 1) + "a\nb\n", Setup(questions=1, seed=1))
    assert source.read() == "b\n"


@pytest.mark.parametrize(("source", "out", "word"), [(None, io.StringIO(), "input"), (io.StringIO(), None, "output")])
def test_a_closed_stream_is_told_before_a_round_begins(choices, source, out, word):
    with pytest.raises(QuizError, match=f"the {word} is closed"):
        Lines(choices, source, out, Ticking())


@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_a_closed_stream_is_one_line_on_the_command_line(tmp_path, closed):
    door(tmp_path)
    command = f"{sys.executable} -m quiz --home {tmp_path} play --plain {closed}"
    ended = subprocess.run(["bash", "-c", command], stderr=subprocess.PIPE, text=True, cwd=REPOSITORY, timeout=60)
    assert ended.returncode == 1
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "is closed" in ended.stderr


@pytest.mark.parametrize(("calm", "told"), [(False, 1), (True, 0)])
@pytest.mark.parametrize("count", [1, 2])
def test_a_last_question_that_counts_double_is_announced_even_where_it_is_the_only_one(choices, calm, told, count):
    said, _ = played(choices, "a\n" * count, Setup(questions=count, seed=1, calm=calm))
    assert said.count("It counts double.") == told


def test_nothing_colours_the_text(choices):
    said, _ = played(choices, "a\nb\n", Setup(questions=2, seed=1))
    assert "\x1b" not in said


def quiz(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """The command line at work, through pipes."""
    command = [sys.executable, "-m", "quiz", "--home", str(home), *arguments]
    return subprocess.run(command, input=typed, capture_output=True, text=True, cwd=REPOSITORY, timeout=60)


def test_the_command_plays_through_pipes(tmp_path):
    door(tmp_path)
    ended = quiz(tmp_path, "play", "--plain", "--questions", "2", "--player", "Aru", typed="a\nb\n")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Question 2 of 2" in ended.stdout
    assert door(tmp_path).player == "Aru"


def test_equal_seeds_play_alike(tmp_path):
    door(tmp_path)
    play = ("play", "--plain", "--calm", "--seed", "7", "--questions", "4")
    assert quiz(tmp_path, *play, typed="a\n" * 8).stdout == quiz(tmp_path, *play, typed="a\n" * 8).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--questions", "0"),
        ("--questions", "-1"),
        ("--questions", "ten"),
        ("--seconds", "0"),
        ("--calm", "--seconds", "9"),
        ("astronomy",),
        ("map",),
    ],
)
def test_wrong_usage_ends_with_2(tmp_path, arguments):
    ended = quiz(tmp_path, "play", "--plain", *arguments)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert ended.stderr.strip()


@pytest.mark.parametrize("name", ["", "x" * 10000, "a\x07b", "a\u200bb"])
def test_a_name_that_will_not_do_ends_with_1(tmp_path, name):
    door(tmp_path)
    ended = quiz(tmp_path, "play", "--plain", "--player", name)
    assert ended.returncode == 1
    assert len(ended.stderr.strip().splitlines()) == 1


def test_an_unknown_topic_ends_with_1(tmp_path):
    door(tmp_path)
    ended = quiz(tmp_path, "play", "--plain", "--topic", "astronomy")
    assert ended.returncode == 1
    assert "astronomy" in ended.stderr


@pytest.mark.parametrize("arguments", [(), ("play",)])
def test_without_a_terminal_one_line_names_the_plain_way(tmp_path, arguments):
    ended = quiz(tmp_path, *arguments)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "quiz play --plain" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_goes_away_is_no_traceback(tmp_path):
    door(tmp_path)
    command = f"yes a | {sys.executable} -m quiz --home {tmp_path} play --plain | head -1"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=REPOSITORY, timeout=60)
    assert "Traceback" not in ended.stderr
    assert "BrokenPipe" not in ended.stderr


def test_help_lists_the_commands(tmp_path):
    said = quiz(tmp_path, "--help").stdout
    assert all(f"  {name} " in said for name in ("play", "scores", "bank"))
