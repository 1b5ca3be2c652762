"""How the game's start, keys, memory and clock compare with the least Textual app: python tests/bench/bench_terminal.py

Both run in turn on a pseudo-terminal of 80 × 24. Printed as JSON: the medians, and the game's as ratios to the floor's.
`clock_share_of_a_core` is what a round uses while only its clock runs; Linux alone tells it, and the memory.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
ESCAPES = re.compile(
    rb"\x1b(?:\[[0-9;?<>=!]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[()][A-Z0-9]|[=>78])"
)
REPLIES = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}
DOWN, UP = b"\x1b[B", b"\x1b[A"
RUNS, PRESSES, CLOCK_SECONDS = 7, 100, 6.0


class Program:
    """A program on its own pseudo-terminal."""

    def __init__(self, *arguments: str) -> None:
        self.started = time.perf_counter()
        self.seen = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(REPOSITORY)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LINES="24", COLUMNS="80")
            os.execv(sys.executable, [sys.executable, *arguments])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def read(self, seconds: float) -> bytes:
        """Bytes painted within `seconds`."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return b""
        data = os.read(self.fd, 65536)
        self.seen += data
        for query, reply in REPLIES.items():
            if query in data:
                os.write(self.fd, reply)
        return data

    def painted(self, text: str) -> float:
        """Milliseconds from the start until `text` is on the screen."""
        while text not in ESCAPES.sub(b"", self.seen).decode(errors="replace"):
            self.read(0.5)
        return (time.perf_counter() - self.started) * 1000

    def settle(self, still: float) -> None:
        """Read until nothing was painted for `still` seconds, five seconds at most."""
        end = time.perf_counter() + 5
        while time.perf_counter() < end and self.read(still):
            pass

    def press(self, key: bytes) -> float:
        """Milliseconds from a key to the first byte painted."""
        self.settle(0.06)
        start = time.perf_counter()
        os.write(self.fd, key)
        self.read(1.0)
        return (time.perf_counter() - start) * 1000

    def processor_seconds(self) -> float:
        """Seconds of a core used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_mib(self) -> float:
        """The most memory it held so far."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024

    def end(self) -> None:
        """End it by its own id."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def measured(text: str, *arguments: str) -> dict[str, float]:
    """First paint, key and memory of one run."""
    program = Program(*arguments)
    try:
        paint = program.painted(text)
        program.settle(0.3)
        keys = [program.press((DOWN, UP)[press % 2]) for press in range(PRESSES // RUNS)]
        return {"first_paint_ms": paint, "key_ms": statistics.median(keys), "peak_mib": program.peak_mib()}
    finally:
        program.end()


def clock_share(home: str) -> float:
    """The share of a core that a round takes while nothing but its clock moves."""
    program = Program("-m", "quiz", "--home", home, "play", "--seed", "1", "--seconds", "60")
    try:
        program.painted("1 of 10")
        program.settle(0.05)
        time_before, used_before = time.perf_counter(), program.processor_seconds()
        while time.perf_counter() - time_before < CLOCK_SECONDS:
            program.read(0.05)
        return (program.processor_seconds() - used_before) / (time.perf_counter() - time_before)
    finally:
        program.end()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        programs = {
            "minimal": ("Ready", str(HERE / "minimal_app.py")),
            "quiz": ("Players", "-m", "quiz", "--home", home),
        }
        measured(*programs["quiz"])  # builds the bank, which is not what is measured
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in programs}
        for _ in range(RUNS):
            for name, (text, *arguments) in programs.items():
                runs[name].append(measured(text, *arguments))
        medians = {
            name: {key: statistics.median(run[key] for run in many) for key in many[0]} for name, many in runs.items()
        }
        ratios = {key: medians["quiz"][key] / value for key, value in medians["minimal"].items()}
        report = {**medians, "ratios": ratios, "clock_share_of_a_core": clock_share(home)}
    json.dump(report, sys.stdout, indent=1, default=float)
    print()


if __name__ == "__main__":
    main()
