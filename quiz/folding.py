"""Words as they are compared: without case, marks and punctuation, so that a name is one name however it is typed."""

import unicodedata
from collections.abc import Iterable

APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛ʼʹʻ′`´"))
"""Letters written with or without one are the same name (Vasil'yevka, Vasilyevka)."""

CYRILLIC = str.maketrans("үұөқғңәіһ", "ууокгнаих")
"""Letters that a Russian keyboard lacks, as people type them on it: Unicode does not take these apart."""


def fold(text: str) -> tuple[str, ...]:
    """The words of `text` without case, marks, apostrophes and punctuation: «Küngöy Ala-Too» is kungoy, ala, too."""
    bare = unicodedata.normalize("NFKD", text.translate(APOSTROPHES)).casefold()
    letters = (letter for letter in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(letter))
    folded = "".join(letter if letter.isalnum() else " " for letter in letters)
    return tuple(folded.translate(CYRILLIC).split())


def squeeze(words: Iterable[str]) -> str:
    """Words run together: whether a name is written apart, hyphenated or as one word does not matter."""
    return "".join(words)
