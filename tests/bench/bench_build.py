"""How long `quiz bank build` and `check` take as whole processes, beside a Python that only imports their libraries.

Run: python tests/bench/bench_build.py [RUNS] (5 otherwise). Prints medians in seconds and their ratio.
"""

import statistics
import subprocess
import sys
import tempfile
import time

FLOOR = [sys.executable, "-c", "import click, pydantic, sqlite_utils"]


def main(runs: int) -> None:
    """Time each `runs` times, in turn."""
    with tempfile.TemporaryDirectory() as home:
        quiz = [sys.executable, "-m", "quiz", "--home", home, "bank"]
        commands = {"imports alone": FLOOR, "bank build": [*quiz, "build"], "bank check": [*quiz, "check"]}
        turns = [{name: _seconds(command) for name, command in commands.items()} for _ in range(runs)]
    medians = {name: statistics.median(turn[name] for turn in turns) for name in commands}
    for name, seconds in medians.items():
        print(f"{name}: {seconds:.2f} s, ratio {seconds / medians['imports alone']:.1f}")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
