"""A line of the map as a strip of braille dots, and where along that line a place lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One dot of a strip: column and row of the dot grid (two by four a character), `along` its share of the line."""

    x: int
    y: int
    along: float


def trace(points: Sequence[Point], columns: int, rows: int) -> tuple[Dot, ...]:
    """Draw the line through `points` over `columns` × `rows` characters, each axis filling its side.

    The axes are scaled apart: a strip of three rows shows a course, not distances. The dots come in the order of the
    line, none twice in a row, so that the line can be drawn as it runs.
    """
    if len(points) < 2 or columns < 1 or rows < 1:
        return ()
    placed = _placed(points, columns * 2 - 1, rows * 4 - 1)
    shares = shares_of(points)
    dots: list[Dot] = []
    for (start, end), (share, next_share) in zip(pairwise(placed), pairwise(shares), strict=True):
        for dot in _segment(start, end, share, next_share):
            if not dots or (dots[-1].x, dots[-1].y) != (dot.x, dot.y):
                dots.append(dot)
    return tuple(dots)


def shares_of(points: Sequence[Point]) -> tuple[float, ...]:
    """How far along the line each point lies, from 0 to 1, by length on the ground."""
    lengths = [0.0]
    for start, end in pairwise(points):
        lengths.append(lengths[-1] + _apart(start, end))
    return tuple(length / lengths[-1] if lengths[-1] else 0.0 for length in lengths)


def nearest(points: Sequence[Point], place: Point) -> float:
    """The share of the line at which it comes nearest to `place`."""
    shares = shares_of(points)
    best, found = float("inf"), 0.0
    for (start, end), (share, next_share) in zip(pairwise(points), pairwise(shares), strict=True):
        step = _foot(start, end, place)
        foot = (start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step)
        distance = _apart(foot, place)
        if distance < best:
            best, found = distance, share + (next_share - share) * step
    return found


def in_words(share: float) -> str:
    """Where on a line from west to east `share` lies, as words for those who do not see the line."""
    words = (
        (0.08, "at its western end"),
        (0.29, "in its western quarter"),
        (0.42, "about a third of the way east"),
        (0.58, "about half-way east"),
        (0.71, "about two thirds of the way east"),
        (0.92, "in its eastern quarter"),
    )
    return next((text for limit, text in words if share < limit), "at its eastern end")


def _apart(start: Point, end: Point) -> float:
    """Distance in degrees of latitude; plane geometry is exact enough over a few degrees."""
    narrowing = cos(radians((start[1] + end[1]) / 2))
    return hypot((end[0] - start[0]) * narrowing, end[1] - start[1])


def _foot(start: Point, end: Point, place: Point) -> float:
    """Which share of the segment comes nearest to `place`."""
    narrowing = cos(radians(place[1]))
    run, rise = (end[0] - start[0]) * narrowing, end[1] - start[1]
    length = run * run + rise * rise
    if not length:
        return 0.0
    step = ((place[0] - start[0]) * narrowing * run + (place[1] - start[1]) * rise) / length
    return min(1.0, max(0.0, step))


def _placed(points: Sequence[Point], right: int, bottom: int) -> list[tuple[float, float]]:
    """Points in dots: west at 0, east at `right`, north at 0, south at `bottom`."""
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    wide, high = (east - west) or 1.0, (north - south) or 1.0
    return [((x - west) / wide * right, (north - y) / high * bottom) for x, y in points]


def _segment(start: tuple[float, float], end: tuple[float, float], share: float, next_share: float) -> list[Dot]:
    steps = max(1, round(max(abs(end[0] - start[0]), abs(end[1] - start[1])) * 2))
    return [
        Dot(
            round(start[0] + (end[0] - start[0]) * step / steps),
            round(start[1] + (end[1] - start[1]) * step / steps),
            share + (next_share - share) * step / steps,
        )
        for step in range(steps + 1)
    ]
