"""Locks of the operating system on small files: they end with the process that holds them, however it ends."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Lock:
    """The lock file of one open round, held until `release` or the end of the process."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file = file

    def release(self) -> None:
        """Give the lock up and remove its file if that may be; a second call does nothing."""
        if self._file.closed:
            return
        # Windows removes no open file, other systems may: closing first suits both, for no one takes it again.
        self._file.close()
        # A folder that has become read-only keeps the file, which nobody holds any more.
        with suppress(OSError):
            self._path.unlink()


def take(path: Path) -> Lock:
    """Create the file at `path` and hold it; raises OSError if that cannot be, or BlockingIOError if it is held."""
    file = path.open("ab")
    if not _take(file):
        file.close()
        raise BlockingIOError(f"{path} is held")
    return Lock(path, file)


def is_held(path: Path) -> bool:
    """Whether a living process holds the lock at `path`; a missing file is held by nobody."""
    try:
        with path.open("ab" if sys.platform == "win32" else "rb") as file:
            return not _take(file)
    except FileNotFoundError:
        return False


def discard(path: Path) -> None:
    """Remove the file of a lock that nobody holds any more."""
    with suppress(FileNotFoundError):
        path.unlink()
