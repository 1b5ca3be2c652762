"""A draw: the options one player sees this time, in order, taken from a question's pool under a seed."""

from collections.abc import Sequence as Seq
from dataclasses import dataclass
from itertools import combinations, islice
from random import Random

from quiz.generate.question import Distractor, Option, Pick, Picks, Question, Sequence

NEAREST = 9
"""How many of the most plausible distractors a draw considers."""

THE_CONFUSION = 1.0
"""The plausibility of a rival that learners really take for the answer: it stands wherever it can."""

FEWEST_RIGHT, MOST_RIGHT = 2, 4
"""How many right options a draw of several shows."""

LONGER = 1.35
"""How many times the length of its neighbours an answer may have before it stands out."""


@dataclass(frozen=True, slots=True)
class Draw:
    """`options` as shown, in order; none where the answer is typed."""

    question: Question
    options: tuple[Option, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the options, in the order shown."""
        return tuple(option.key for option in self.options)


def draw(question: Question, seed: int | str) -> Draw:
    """Choose and order the options of `question`; equal seeds draw alike, whatever else was drawn before."""
    rng = Random(f"{seed}:{question.id}")
    if isinstance(question.answer, Sequence):
        return Draw(question, _shuffled_items(question.answer, rng))
    if isinstance(question.answer, Picks):
        return Draw(question, _mixed(question, question.answer, rng))
    if isinstance(question.answer, Pick):
        return Draw(question, _placed(question.answer.option, _companions(question, rng), rng))
    return Draw(question, ())


def stands_out(answer: Option, others: Seq[Option]) -> bool:
    """Whether the answer betrays itself by being much longer or much shorter than every other option."""
    lengths = [len(option.text) for option in others]
    longest, shortest, own = max(lengths), min(lengths), len(answer.text)
    return (own > longest * LONGER and own - longest > 4) or (own * LONGER < shortest and shortest - own > 4)


def companies(question: Question) -> list[tuple[Distractor, ...]]:
    """Every set of distractors that may stand beside the answer: no clash, no answer that stands out."""
    if not isinstance(question.answer, Pick):
        return []
    answer = question.answer.option
    nearest = sorted(question.pool, key=lambda d: (-d.plausibility, d.option.key))[:NEAREST]
    sets = combinations(nearest, question.option_count - 1)
    return [
        chosen
        for chosen in islice(sets, 500)
        if not _clash(chosen) and not stands_out(answer, [d.option for d in chosen])
    ]


def most_right(right: int, shown: int) -> int:
    """How many of `right` options may stand among those shown: half and one, or whoever chose all would do well."""
    return min(MOST_RIGHT, right, shown // 2 + 1)


def mixes(question: Question) -> dict[int, list[tuple[Distractor, ...]]]:
    """For a choice of several, by how many right options are shown: the sets of wrong ones that may stand with them."""
    answer = question.answer
    if not isinstance(answer, Picks):
        return {}
    most = most_right(len(answer.options), answer.shown)
    found: dict[int, list[tuple[Distractor, ...]]] = {}
    for count in range(FEWEST_RIGHT, most + 1):
        sets = islice(combinations(question.pool, answer.shown - count), 500)
        found[count] = [chosen for chosen in sets if chosen and not _clash(chosen)]
    return {count: sets for count, sets in found.items() if sets}


def _mixed(question: Question, answer: Picks, rng: Random) -> tuple[Option, ...]:
    """Right and wrong options in any order; how many are right is drawn as well, so that nothing betrays it."""
    by_count = mixes(question)
    count = rng.choice(sorted(by_count))
    weights = [sum(wrong.plausibility for wrong in chosen) for chosen in by_count[count]]
    company = rng.choices(by_count[count], weights)[0]
    options = [*rng.sample(answer.options, count), *(wrong.option for wrong in company)]
    rng.shuffle(options)
    return tuple(options)


def _companions(question: Question, rng: Random) -> tuple[Option, ...]:
    """Distractors for one draw: the answer's standing among them even over those it can have, near ones oftener."""
    assert isinstance(question.answer, Pick)
    answer, allowed = question.answer.option, companies(question)
    if answer.rank is None:
        # Where the answer stands is left to the shuffle, so the confusion need not give way to an even standing.
        allowed = _with_the_confusion(allowed)
    by_standing: dict[int, list[tuple[Distractor, ...]]] = {}
    for company in allowed:
        by_standing.setdefault(_standing(answer, company), []).append(company)
    choices = _with_the_confusion(by_standing[rng.choice(sorted(by_standing))])
    weights = [sum(distractor.plausibility for distractor in company) ** 4 for company in choices]
    return tuple(distractor.option for distractor in rng.choices(choices, weights)[0])


def _with_the_confusion(allowed: list[tuple[Distractor, ...]]) -> list[tuple[Distractor, ...]]:
    """The sets that hold the confusion people really have, where any does; all of them elsewhere."""
    holding = [company for company in allowed if any(one.plausibility >= THE_CONFUSION for one in company)]
    return holding or allowed


def _standing(answer: Option, company: Seq[Distractor]) -> int:
    """How many of the company come before the answer: on its scale, or by length where it has none."""
    if answer.rank is None:
        return sum(len(distractor.option.text) < len(answer.text) for distractor in company)
    return sum((distractor.option.rank or 0) < answer.rank for distractor in company)


def _clash(chosen: Seq[Distractor]) -> bool:
    keys = {distractor.option.key for distractor in chosen}
    return any(key in keys for distractor in chosen for key in distractor.clashes)


def _placed(answer: Option, others: tuple[Option, ...], rng: Random) -> tuple[Option, ...]:
    options = [answer, *others]
    if all(option.rank is not None for option in options):
        return tuple(sorted(options, key=lambda option: option.rank or 0))
    rng.shuffle(options)
    return tuple(options)


def _shuffled_items(answer: Sequence, rng: Random) -> tuple[Option, ...]:
    places = sorted(rng.sample(range(len(answer.items)), min(answer.shown, len(answer.items))))
    right = [answer.items[place] for place in places]
    shown = list(right)
    while shown == right:
        rng.shuffle(shown)
    return tuple(shown)
