"""The clock that rounds are timed by: seconds from an unknown start, for differences only."""

import time


def now() -> float:
    """Seconds that never run backward, and that count on while a laptop sleeps where the system can tell.

    A reading means nothing to another process or after a restart: never store one, only differences.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
