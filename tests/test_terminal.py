"""The game on a real pseudo-terminal: it paints, it plays, and however it ends it leaves the terminal sane."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from quiz.generate.question import Shape
from tests.tui.helpers import REPOSITORY, door, of_shape

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a thing of Unix")

PATIENCE = 15.0
ESCAPES = re.compile(
    rb"\x1b(?:\[[0-9;?<>=!]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[()][A-Z0-9]|[=>78])"
)
REPLIES = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}
ALTERNATE_ON, ALTERNATE_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
CURSOR_SHOWN, MOUSE_OFF = b"\x1b[?25h", b"\x1b[?1000l"


class Terminal:
    """`quiz` on a pseudo-terminal of its own."""

    def __init__(self, home: Path, *arguments: str, size: tuple[int, int] = (80, 24), **env: str) -> None:
        self.seen = b""
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(REPOSITORY)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            for name in ("COLUMNS", "LINES", "NO_COLOR", "PYTHONUNBUFFERED"):
                os.environ.pop(name, None)
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"} | env)
            os.execv(sys.executable, [sys.executable, "-m", "quiz", "--home", str(home), *arguments])
        self.before = termios.tcgetattr(self.fd)

    @property
    def text(self) -> str:
        """Everything painted so far, without its escapes."""
        return ESCAPES.sub(b"", self.seen).decode(errors="replace")

    def read(self, seconds: float) -> None:
        if select.select([self.fd], [], [], seconds)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                data = b""
            self.seen += data
            for query, reply in REPLIES.items():
                if query in data:
                    os.write(self.fd, reply)

    def wait_for(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text not in self.text:
            assert time.monotonic() < end, f"{text!r} was never painted: {self.text[-2000:]}"
            self.read(0.1)

    def settle(self, seconds: float = 0.5) -> None:
        """Read on for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.05)

    def press(self, keys: bytes) -> None:
        os.write(self.fd, keys)

    def send(self, number: int) -> None:
        os.kill(self.pid, number)

    def ended(self) -> int:
        """The exit code, once it has ended by itself."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.read(0.1)
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
            self.read(0.05)
        raise AssertionError(f"it did not end: {self.text[-2000:]}")

    def close(self) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def assert_sane(self) -> None:
        """The alternate screen is off again, the cursor back, the mouse let go, and echo as it was before."""
        assert self.seen.rfind(ALTERNATE_OFF) > self.seen.rfind(ALTERNATE_ON) >= 0
        assert self.seen.rfind(CURSOR_SHOWN) > self.seen.rfind(b"\x1b[?25l")
        assert self.seen.rfind(MOUSE_OFF) > self.seen.rfind(b"\x1b[?1000h")
        assert termios.tcgetattr(self.fd)[3] == self.before[3]
        assert "Traceback" not in self.text


@pytest.fixture
def open_terminal(tmp_path):
    """Opens `quiz` over a bank of choices, and ends it after the test."""
    door(tmp_path, *of_shape(Shape.CHOICE))
    opened: list[Terminal] = []

    def start(*arguments: str, **more) -> Terminal:
        opened.append(Terminal(tmp_path, *arguments, **more))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def test_a_round_is_played_with_the_keyboard(open_terminal, tmp_path):
    terminal = open_terminal()
    terminal.wait_for("Players")
    terminal.settle()
    terminal.press(b"\r")
    terminal.wait_for("enter begin")
    terminal.settle()
    terminal.press(b"\r")
    terminal.wait_for("1 of ")
    terminal.settle()
    terminal.press(b"a")
    terminal.settle()
    terminal.press(b"\x03")
    assert terminal.ended() == 130
    terminal.assert_sane()
    assert door(tmp_path, *of_shape(Shape.CHOICE)).scores().players[0].responses == 1


def test_q_ends_it_with_0(open_terminal):
    terminal = open_terminal()
    terminal.wait_for("Players")
    terminal.settle()
    terminal.press(b"q")
    assert terminal.ended() == 0
    terminal.assert_sane()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("arguments", [(), ("play", "--questions", "2")])
def test_a_signal_leaves_a_sane_terminal(open_terminal, number, code, arguments):
    terminal = open_terminal(*arguments)
    terminal.wait_for("1 of 2" if arguments else "Players")
    terminal.settle()
    terminal.send(number)
    assert terminal.ended() == code
    terminal.assert_sane()


def test_a_signal_in_the_middle_of_a_round_keeps_the_answers(open_terminal, tmp_path):
    terminal = open_terminal("play", "--questions", "2")
    terminal.wait_for("1 of 2")
    terminal.settle()
    terminal.press(b"a")
    terminal.settle(0.3)
    terminal.send(signal.SIGTERM)
    assert terminal.ended() == 143
    progress = door(tmp_path, *of_shape(Shape.CHOICE)).scores().players[0]
    assert (progress.responses, progress.rounds) == (1, 0)


def test_a_terminal_that_goes_away_ends_it(open_terminal):
    terminal = open_terminal()
    terminal.wait_for("Players")
    terminal.settle()
    os.close(terminal.fd)
    terminal.fd = os.open(os.devnull, os.O_RDWR)
    assert terminal.ended() == 129


@pytest.mark.parametrize("mended", [True, False])
def test_what_python_flushes_at_its_end_does_not_change_the_exit_code(mended):
    """Without letting go it is 120; both are tested, so that the cause is known to be this one."""
    program = f"""
import contextlib, os, pty, sys
from quiz.tui.launch import let_go_if_gone, painted_on
ours, theirs = pty.openpty()
os.dup2(theirs, 2)
os.close(theirs)
terminals = painted_on()
os.close(ours)
with contextlib.suppress(OSError):
    print("what could not be written waits to be flushed", file=sys.stderr)
if {mended}:
    let_go_if_gone(terminals)
sys.exit(129)
"""
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    ended = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, env=buffered, timeout=60)
    assert ended.returncode == (129 if mended else 120)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_a_round_line_by_line(open_terminal, number, code):
    terminal = open_terminal("play", "--plain")
    terminal.wait_for("> ")
    terminal.send(number)
    assert terminal.ended() == code
    assert "Traceback" not in terminal.text


def test_a_terminal_of_20_by_5_says_what_it_needs(open_terminal):
    terminal = open_terminal(size=(20, 5))
    terminal.wait_for("The game needs 60")
    terminal.settle()
    terminal.press(b"\x1b")
    assert terminal.ended() == 1
    assert "quiz play --plain" in terminal.text
    terminal.assert_sane()


def test_a_dumb_terminal_is_told_the_plain_way(open_terminal):
    terminal = open_terminal(TERM="dumb")
    terminal.wait_for("quiz play --plain")
    assert terminal.ended() == 1


def test_without_colour_no_colour_is_painted(open_terminal):
    terminal = open_terminal(NO_COLOR="1")
    terminal.wait_for("Players")
    terminal.settle()
    colours = re.findall(rb"\x1b\[[0-9;]*m", terminal.seen)
    assert colours
    assert not [c for c in colours if re.search(rb"(?:^|[\[;])(?:[34]8;[25]|3[0-7]|4[0-7]|9[0-7])", c)]


def test_a_bank_that_is_no_database_is_one_line(open_terminal, tmp_path):
    (tmp_path / "saves.db").write_bytes(b"this is no database, but it is long enough to be read as one" * 50)
    terminal = open_terminal()
    assert terminal.ended() == 1
    terminal.assert_sane()
    assert "saves.db" in terminal.text
