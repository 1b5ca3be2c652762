"""Rounds at a level: the part of the questions that is easy, middling or hard, or near what a player can just do."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from quiz.generate.question import Shape
from quiz.rounds.candidate import Candidate
from quiz.rounds.rating import Rating, as_difficulty, expected, first_guess, guessing, updated
from quiz.rounds.rules import ADAPTIVE, Rules
from quiz.rounds.selection import select

AIM = 0.75
"""The expected success that an adaptive round aims at."""

SHARES = (0.4, 0.55, 0.7, 0.85, 1.0)
"""The part of each theme that a level draws from, widened step by step until the round is full."""

WANTED_PLACES = {"easy": 0.0, "medium": 0.5, "hard": 1.0}
"""Where a level lies among a theme's questions, from the easiest to the hardest."""

OPTIONS_OF_A_CHOICE = 4


@dataclass(frozen=True, slots=True)
class Answered:
    """One response of anybody, as far as ratings go; `credit` is 0 wrong to 1 right."""

    player: int
    family: str
    credit: float
    guess: float


@dataclass(frozen=True, slots=True)
class Ratings:
    """What all responses so far tell: the ability of each player, by id, and the difficulty of each family."""

    abilities: Mapping[int, Rating] = field(default_factory=dict)
    difficulties: Mapping[str, Rating] = field(default_factory=dict)


def learned(responses: Iterable[Answered], first: Mapping[str, float]) -> Ratings:
    """The ratings after `responses`, oldest first; `first` holds the families' first guesses of difficulty (0 to 1).

    Responses to families that `first` lacks, which are asked no more, tell nothing.
    """
    abilities: dict[int, Rating] = {}
    difficulties = {family: first_guess(difficulty) for family, difficulty in first.items()}
    for response in responses:
        hard = difficulties.get(response.family)
        if hard is not None:
            able = abilities.get(response.player, Rating())
            moved = updated(able, hard, response.credit, response.guess)
            abilities[response.player], difficulties[response.family] = moved
    return Ratings(abilities, difficulties)


def select_at_level(
    candidates: Iterable[Candidate],
    rules: Rules,
    rng: Random,
    seen: Mapping[str, int],
    able: Rating,
    difficulties: Mapping[str, Rating],
) -> tuple[str, ...]:
    """As `select`, from the questions that suit the level of `rules`; from all of them where these make no full round.

    `difficulties` are learned ones by family; a family without one keeps its first guess.
    """
    rated = [_rated(candidate, difficulties) for candidate in candidates]
    if rules.level is None:
        return select(rated, rules, rng, seen)
    distance = _distance(rules.level, able, rated)
    chosen: tuple[str, ...] = ()
    for share in SHARES:
        chosen = max(chosen, select(_nearest(rated, distance, share), rules, rng, seen), key=len)
        if len(chosen) == rules.questions:
            break
    return chosen


def _rated(candidate: Candidate, difficulties: Mapping[str, Rating]) -> Candidate:
    known = difficulties.get(candidate.family)
    return replace(candidate, difficulty=as_difficulty(known)) if known and known.responses else candidate


def _distance(level: str, able: Rating, rated: list[Candidate]) -> Callable[[Candidate], float]:
    """How far a question is from what the level wants: in places among its theme, or in expected success."""
    if level == ADAPTIVE:
        return lambda candidate: abs(_success(candidate, able) - AIM)
    places = _places(rated)
    return lambda candidate: abs(places[candidate.id] - WANTED_PLACES[level])


def _success(candidate: Candidate, able: Rating) -> float:
    options = 2 if candidate.two_options else OPTIONS_OF_A_CHOICE
    return expected(able, first_guess(candidate.difficulty), guessing(Shape(candidate.shape), options))


def _places(rated: list[Candidate]) -> dict[str, float]:
    """Each question's place among its theme by difficulty, 0 the easiest to 1 the hardest."""
    places: dict[str, float] = {}
    for mine in _by_theme(rated):
        ascending = sorted(mine, key=lambda candidate: (candidate.difficulty, candidate.id))
        places |= {candidate.id: place / max(1, len(mine) - 1) for place, candidate in enumerate(ascending)}
    return places


def _nearest(rated: list[Candidate], distance: Callable[[Candidate], float], share: float) -> list[Candidate]:
    """The `share` of each theme's questions that lies nearest."""
    kept: list[Candidate] = []
    for mine in _by_theme(rated):
        nearest = sorted(mine, key=lambda candidate: (distance(candidate), candidate.id))
        kept += nearest[: max(1, round(len(nearest) * share))]
    return kept


def _by_theme(candidates: list[Candidate]) -> list[list[Candidate]]:
    themes: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        themes.setdefault(candidate.theme, []).append(candidate)
    return list(themes.values())
