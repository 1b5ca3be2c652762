"""How a player stands, in figures and in the words that faces show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """How the current player stands.

    `rounds` were played to the end; `known` is the share from 0 to 1 of all facts that they got right the last time,
    `sentence` says the same; `best` is their best ordinary round in words, empty where there is none.
    """

    rounds: int
    known: float
    sentence: str
    best: str


def newcomer(total: int) -> Standing:
    """How someone stands who has not played, where there are `total` facts to know."""
    return stand(rounds=0, known=0, total=total, met=False, best=None)


def stand(*, rounds: int, known: int, total: int, met: bool, best: int | None) -> Standing:
    """How a player stands who has finished `rounds` and knows `known` of `total` facts.

    `met` tells whether they have answered anything yet; `best` are the points of their best ordinary round.
    """
    share = known / total if total else 0.0
    words = "" if best is None else f"best {best:,}".replace(",", " ")
    return Standing(rounds, share, _known_sentence(known, total, met), words)


def _known_sentence(known: int, total: int, met: bool) -> str:
    if not met:
        return "The border lights up as you learn it."
    if known == total:
        return f"You know all {total} facts about this border."
    return f"You know {known} of {total} facts about this border."
