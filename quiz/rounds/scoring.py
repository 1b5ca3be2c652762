"""Points for one response."""

from dataclasses import dataclass

BASE = 500
"""Points for being right."""

SPEED = 500
"""Points on top for being right at once."""

STREAKS = ((5, 1.5), (3, 1.2))
"""From how many in a row which multiplier applies, the greatest first."""

LAST = 2.0
"""What the last question of a round counts."""


@dataclass(frozen=True, slots=True)
class Points:
    """How the points of one response come about: `total` is (base + speed) times the multiplier, in whole points."""

    base: int
    speed: int
    multiplier: float
    total: int


NO_POINTS = Points(0, 0, 1.0, 0)
"""What a response without credit or a late one earns, and every response of a calm round."""


def points(credit: float, used: float, limit: float | None, two_options: bool, streak: int, last: bool) -> Points:
    """Points of a response worth `credit`, 0 wrong to 1 right, that took `used` of `limit` seconds after reading time.

    `streak` is how many in a row are right, this one included. A limit of None is a calm round: no points. A choice
    between two earns half, partial credit its share. An answer before the reading time has passed (`used` below 0)
    counts as one at once.
    """
    if not credit or limit is None:
        return NO_POINTS
    share = credit * (0.5 if two_options else 1.0)
    left = min(max(1.0 - used / limit, 0.0), 1.0)
    base, speed = _whole(BASE * share), _whole(SPEED * share * left)
    multiplier = streak_multiplier(streak) * (LAST if last else 1.0)
    return Points(base, speed, multiplier, _whole((base + speed) * multiplier))


def streak_multiplier(streak: int) -> float:
    """What `streak` right responses in a row multiply points by."""
    return next((factor for least, factor in STREAKS if streak >= least), 1.0)


def _whole(value: float) -> int:
    """The nearest whole number, a half upward: nobody should lose a point to rounding to even."""
    return int(value + 0.5)
