"""How long `quiz bank build` takes as a whole process, beside a Python that only imports pydantic and sqlite-utils.

Run: python tests/bench/bench_build.py [RUNS] (5 otherwise). Prints medians in seconds and their ratio.
"""

import statistics
import subprocess
import sys
import tempfile
import time

FLOOR = [sys.executable, "-c", "import click, pydantic, sqlite_utils"]


def main(runs: int) -> None:
    """Time both `runs` times."""
    floor, build = [], []
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "quiz", "--home", home, "bank", "build"]
        for _ in range(runs):
            floor.append(_seconds(FLOOR))
            build.append(_seconds(command))
    one, other = statistics.median(build), statistics.median(floor)
    print(f"bank build {one:.2f} s, imports alone {other:.2f} s, ratio {one / other:.1f}")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
