from pathlib import Path

import pytest

from quiz.store import locks
from tests.store.helpers import start

HOLD = """
    import sys
    from pathlib import Path
    from quiz.store import locks
    lock = locks.take(Path(sys.argv[1]))
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_lock_is_held_until_it_is_released_and_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "round-1"
    assert not locks.is_held(path)
    lock = locks.take(path)
    assert locks.is_held(path)
    with pytest.raises(BlockingIOError):
        locks.take(path)
    assert locks.is_held(path)
    lock.release()
    lock.release()
    assert not path.exists()


def test_a_lock_ends_with_the_process_that_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "round-1"
    process = start(HOLD, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    assert locks.is_held(path)
    process.kill()
    process.communicate()
    assert path.exists()
    assert not locks.is_held(path)
    locks.discard(path)
    locks.discard(path)
    assert not path.exists()
