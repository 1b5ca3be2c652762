"""How well difficulties are found from responses, where the truth is known: `python tests/bench/bench_rating.py`.

Players and families are drawn from normal distributions; each response is drawn from the very model that the ratings
assume, with guessing among four options. Printed: the rank correlation (Spearman) of found and true difficulties.
"""

from collections.abc import Sequence
from random import Random
from statistics import correlation

from quiz.rounds.rating import Rating, expected, updated

GUESS = 0.25


def simulate(rng: Random, families: int, players: int, responses: int) -> tuple[list[float], list[float]]:
    """True and found difficulties after `responses` a family, all of which start as equals."""
    able = [Rating(rng.gauss(0.5, 1)) for _ in range(players)]
    hard = [Rating(rng.gauss(0, 1)) for _ in range(families)]
    thought_able, thought_hard = [Rating()] * players, [Rating()] * families
    for _ in range(responses):
        for family in rng.sample(range(families), families):
            player = rng.randrange(players)
            right = rng.random() < expected(able[player], hard[family], GUESS)
            now = updated(thought_able[player], thought_hard[family], float(right), GUESS)
            thought_able[player], thought_hard[family] = now
    return [rating.value for rating in hard], [rating.value for rating in thought_hard]


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Spearman's rank correlation of two rows without ties, -1 to 1."""
    return correlation(_ranks(one), _ranks(other))


def _ranks(row: Sequence[float]) -> list[float]:
    place = {index: float(rank) for rank, index in enumerate(sorted(range(len(row)), key=row.__getitem__))}
    return [place[index] for index in range(len(row))]


def main() -> None:
    """Print the correlation after 30, 100 and 300 responses a family."""
    for responses in (30, 100, 300):
        rows = [rank_correlation(*simulate(Random(seed), 350, 120, responses)) for seed in range(5)]
        print(f"{responses:4d} responses a family: rank correlation {min(rows):.3f} to {max(rows):.3f}")


if __name__ == "__main__":
    main()
