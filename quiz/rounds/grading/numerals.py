"""Numbers as people type them: in figures with separators of any kind, or in English words."""

import re

SPACES = "\u00a0\u2009\u202f '’_"
GROUPS = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
DECIMAL = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
BOTH = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+")

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = dict(zip(UNITS, range(20), strict=True)) | dict(zip(TENS, range(20, 100, 10), strict=True))


def in_figures(text: str) -> tuple[float, ...]:
    """The numbers that figures can mean; none where `text` is no number.

    A comma before three figures groups thousands (1,212). A point there may do so or begin decimals (1.212 is 1212
    to some, 16.000 is 16 to others): both are given. 1 212 is one number.
    """
    bare = text.replace("−", "-")
    for space in SPACES:
        bare = bare.replace(space, "")
    if GROUPS.fullmatch(bare):
        grouped = float(re.sub(r"[.,]", "", bare))
        return (grouped, float(bare)) if bare.count(".") == 1 else (grouped,)
    if BOTH.fullmatch(bare):
        whole, decimals = re.split(r"[.,](?=\d+$)", bare)
        return (float(f"{re.sub('[.,]', '', whole)}.{decimals}"),)
    return (float(bare.replace(",", ".")),) if DECIMAL.fullmatch(bare) else ()


def words_to_number(text: str) -> float | None:
    """The number that English words give ("one thousand two hundred and twelve"); None where they give none."""
    words = [word for word in re.split(r"[\s-]+", text.casefold()) if word and word != "and"]
    if words == ["zero"]:
        return 0.0
    if not words or "zero" in words:
        return None
    thousands, rest = 0, 0
    for word in words:
        if word in SMALL and _fits(SMALL[word], rest):
            rest += SMALL[word]
        elif word in ("a", "an") and not rest:
            rest = 1
        elif word == "hundred" and 0 < rest < 100:
            rest *= 100
        elif word == "thousand" and 0 < rest < 1000 and not thousands:
            thousands, rest = rest * 1000, 0
        else:
            return None
    return float(thousands + rest)


def _fits(value: int, before: int) -> bool:
    """Whether `value` may follow `before`: twenty and six, two hundred and twelve, but not twenty and sixteen."""
    if before % 100 == 0:
        return True
    return 0 < value < 10 and before % 10 == 0 and before % 100 >= 20
