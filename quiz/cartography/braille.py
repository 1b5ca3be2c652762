"""A grid of braille characters: two by four dots each, some of them lit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quiz.cartography.strip import Dot

BLANK = 0x2800
BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of a dot by its row and column inside a character, as Unicode lays them out."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one row that are alike: all lit or all unlit."""

    text: str
    lit: bool


def rows(
    dots: Iterable[Dot], columns: int, height: int, lit: Sequence[Interval] = (), drawn: float = 1.0
) -> tuple[tuple[Run, ...], ...]:
    """`height` rows of `columns` characters showing the dots up to the share `drawn`.

    A lit stretch is two dots thick, an unlit one a single dot: the two differ without any colour.
    """
    bits = [[0] * columns for _ in range(height)]
    glows = [[False] * columns for _ in range(height)]
    for dot in dots:
        if dot.along > drawn:
            break
        glow = any(start <= dot.along <= end for start, end in lit)
        for y in _thick(dot.y, height * 4) if glow else (dot.y,):
            bits[y // 4][dot.x // 2] |= BITS[y % 4][dot.x % 2]
            glows[y // 4][dot.x // 2] |= glow
    return tuple(_runs(row, shine) for row, shine in zip(bits, glows, strict=True))


def _thick(y: int, bottom: int) -> tuple[int, int]:
    return (y, y + 1) if y + 1 < bottom else (y - 1, y)


def _runs(bits: Sequence[int], glows: Sequence[bool]) -> tuple[Run, ...]:
    """Join alike neighbours; a character without dots takes the state of what stands before it."""
    runs: list[Run] = []
    for bit, glow in zip(bits, glows, strict=True):
        lit = glow if bit or not runs else runs[-1].lit
        letter = chr(BLANK + bit) if bit else " "
        if runs and runs[-1].lit == lit:
            runs[-1] = Run(runs[-1].text + letter, lit)
        else:
            runs.append(Run(letter, lit))
    return tuple(runs)
