"""Small pieces of text that faces share: numbers in words, sums, order."""

from collections.abc import Iterable

from quiz.rounds.scoring import Points

WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
"""Numbers written out; greater ones stand in figures."""


def in_words(number: int) -> str:
    """`number` as a word up to twelve, in figures beyond."""
    return WORDS[number] if 0 <= number < len(WORDS) else str(number)


def counted(number: int, one: str, many: str = "") -> str:
    """`number` with its noun: "one year", "three years", "13 km" where both forms are alike."""
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}"


def figure(value: float) -> str:
    """A number as people write it: thousands set off (1,212), two decimals at most and none that are idle."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def capitalise(text: str) -> str:
    """`text` with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]


def in_order(texts: Iterable[str]) -> str:
    """Things one after the other: "Ugam Range → Kara-Balta → Tokmok"."""
    return " → ".join(texts)


def listed(texts: Iterable[str]) -> str:
    """Things side by side, in no order that counts: "Kokand, Khiva, Bukhara"."""
    return ", ".join(texts)


def sum_line(points: Points) -> str:
    """How points come about: "500 + 373 for speed, ×1.2"; empty where there are none."""
    if not points.total:
        return ""
    speed = f" + {points.speed} for speed" if points.speed else ""
    factor = f", ×{figure(points.multiplier)}" if points.multiplier != 1 else ""
    return f"{points.base}{speed}{factor}"
