"""A held key must answer nothing: keys are let through only some time after something new is shown."""

HELD = 0.15
"""Seconds within which a held key comes again, with room to spare: keyboards repeat 10 to 40 times a second."""


class KeyGuard:
    """Closed for some seconds after `arm`; each key that comes meanwhile keeps it closed a little longer."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._opens = 0.0

    def arm(self, at: float) -> None:
        """Close, something new being shown at `at`."""
        self._opens = at + self._seconds

    def admits(self, at: float) -> bool:
        """Whether a key that comes at `at` counts."""
        if at >= self._opens:
            return True
        self._opens = max(self._opens, at + HELD)
        return False

    def closed_for(self, at: float) -> float:
        """Seconds until it opens if no key comes; 0 where it is open."""
        return max(0.0, self._opens - at)
