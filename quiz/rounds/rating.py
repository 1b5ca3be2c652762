"""How able a player is and how hard a family of questions: both learned from the same responses.

An Elo scheme with shrinking steps (Pelánek, "Applications of the Elo rating system in adaptive educational systems",
Computers & Education 98, 2016): ability and difficulty lie on one logit scale, and each response moves both.
"""

from dataclasses import dataclass
from math import exp

from quiz.generate.question import Shape

FIRST_STEP = 1.0
SHRINKING = 0.05
"""The step after n responses is FIRST_STEP / (1 + SHRINKING · n): quick at first, then steady."""

SPREAD = 4.0
"""How many logits lie between the easiest and the hardest first guess."""


@dataclass(frozen=True, slots=True)
class Rating:
    """An estimate in logits, of a player's ability or a family's difficulty, and the responses it rests on."""

    value: float = 0.0
    responses: int = 0


def first_guess(difficulty: float) -> Rating:
    """The rating of a family nobody has answered, from its first guess of difficulty (0 easy to 1 hard)."""
    return Rating(SPREAD * (difficulty - 0.5))


def guessing(shape: Shape, options: int) -> float:
    """The chance to be right without knowing anything: one among the options shown, none where nothing is shown."""
    return 1 / options if shape is Shape.CHOICE and options else 0.0


def expected(ability: Rating, difficulty: Rating, guess: float = 0.0) -> float:
    """The chance, `guess` to 1, that this player answers this family rightly."""
    return guess + (1 - guess) / (1 + exp(difficulty.value - ability.value))


def updated(ability: Rating, difficulty: Rating, credit: float, guess: float = 0.0) -> tuple[Rating, Rating]:
    """Ability and difficulty after a response worth `credit`, 0 wrong to 1 right.

    Raises ValueError where `credit` is outside 0 to 1.
    """
    if not 0 <= credit <= 1:
        raise ValueError(f"a response is worth 0 to 1, not {credit}")
    surprise = credit - expected(ability, difficulty, guess)
    return _moved(ability, surprise), _moved(difficulty, -surprise)


def as_difficulty(rating: Rating) -> float:
    """A family's rating on the scale of first guesses, 0 easy to 1 hard."""
    return min(1.0, max(0.0, rating.value / SPREAD + 0.5))


def _moved(rating: Rating, surprise: float) -> Rating:
    step = FIRST_STEP / (1 + SHRINKING * rating.responses)
    return Rating(rating.value + step * surprise, rating.responses + 1)
