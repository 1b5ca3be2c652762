"""How long a response takes to be on disk, against a bare fsync of as many bytes on the same disk.

Run: python tests/bench/bench_response.py [FOLDER] (a folder on the disk to be measured; the temporary one otherwise).
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from quiz.store import players, saves
from quiz.store.rounds import NewResponse, NewRound, Standing, begin, record

ROUNDS = 300
FRAMES = 5
"""Pages that one response writes to the log, about: its row, its facts, the round, two indexes."""


def main(folder: Path) -> None:
    """Print both medians in milliseconds, the difference and the ratio; the two take turns, for disks have moods."""
    path = folder / "saves.db"
    db = saves.open_saves(path)
    player = players.add(db, "Aida", datetime.now(UTC))
    ids = tuple(f"question-{i}" for i in range(ROUNDS))
    new = NewRound(player.id, "kz-kg", "", "mixed", None, ROUNDS, None, False, "", "1", False, ids)
    round_id, lock = begin(db, path, new, datetime.now(UTC))
    bare, kept = [], []
    with (folder / "bare").open("wb", buffering=0) as file:
        for i in range(ROUNDS):
            bare.append(_timed(lambda: _fsync(file.fileno())))
            kept.append(_timed(lambda i=i: record(db, round_id, [_response(i)], Standing(i, i, i, i))))
    lock.release()
    db.close()
    fsync, response = statistics.median(bare), statistics.median(kept)
    print(f"fsync {fsync:.3f} ms, response {response:.3f} ms, beyond {response - fsync:.3f} ms", end=", ")
    print(f"ratio {response / fsync:.2f}")


def _fsync(descriptor: int) -> None:
    os.write(descriptor, b"x" * 4120 * FRAMES)
    os.fsync(descriptor)


def _timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - start) * 1000


def _response(i: int) -> NewResponse:
    shown = '[{"key":"tup","text":"Tüp","rank":null}]' * 4
    stem = "Where does the road from Kegen lead, across the border?"
    asks = (f"fact-{i}", f"other-{i}")
    moment = datetime.now(UTC)
    return NewResponse(
        i, f"question-{i}", f"family-{i}", "typed", "text", asks, stem, shown, "Tüp", '"Tüp"', "Tüp", True, False, 3.2,
        873, moment,
    )  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
