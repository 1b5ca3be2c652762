"""What gives what away: which questions can stand in one round at all, and in which order."""

from bisect import insort
from collections.abc import Sequence
from random import Random

from quiz.rounds.candidate import Candidate

LOOKAHEAD = 6
"""How many of the easiest questions left are weighed for the next place."""

JITTER = 0.1
"""How far chance may move a difficulty, so that equal ones do not always stand alike."""

WARMED_UP = 3
"""Questions before the first harder one that an easier one follows."""

OPENER = -1.0
"""A difficulty below all others, which keeps the opener first."""

SAME_KIND, SAME_THEME = 0.2, 0.1
"""What a question of the kind or theme just asked is put back by."""


class Asked:
    """Questions that can stand in one round: no fact is asked twice, and some order lets none give another away.

    A question that reveals what another asks must come after it; what must not arise is a ring of such demands.
    """

    def __init__(self) -> None:
        self.questions: list[Candidate] = []
        self._asking: dict[str, int] = {}
        self._revealing: dict[str, list[int]] = {}

    def add(self, question: Candidate) -> None:
        """Take `question` in; it must be admitted."""
        place = len(self.questions)
        self.questions.append(question)
        self._asking.update(dict.fromkeys(question.asks, place))
        for fact in question.reveals:
            if fact not in question.asks:
                self._revealing.setdefault(fact, []).append(place)

    def admits(self, question: Candidate) -> bool:
        """Whether `question` can stand beside those taken in; once refused, it is refused for good."""
        if any(fact in self._asking for fact in question.asks):
            return False
        before = {self._asking[fact] for fact in question.reveals if fact in self._asking}
        return not before or before.isdisjoint(self._followers(question))

    def _followers(self, question: Candidate) -> set[int]:
        """All that must come after `question`, directly or because of one that must."""
        found: set[int] = set()
        ahead = self._next(question)
        while ahead:
            place = ahead.pop()
            if place not in found:
                found.add(place)
                ahead |= self._next(self.questions[place])
        return found

    def _next(self, question: Candidate) -> set[int]:
        return {place for fact in question.asks for place in self._revealing.get(fact, ())}


def in_order(questions: Sequence[Candidate], rng: Random) -> list[Candidate]:
    """`questions`, easy ones first as far as none gives a later one away, kinds and themes taking turns.

    The way up goes in waves: after the first few, every other one is taken ahead of an easier one, which then follows
    as a breather. They must be such as `Asked` admits together. The first of them is the opener: it stays first unless
    another has to come before it.
    """
    waiting_for, followers = _demands(questions)
    heights = [question.difficulty + rng.uniform(0, JITTER) for question in questions]
    heights[:1] = [OPENER] * len(heights[:1])
    free = sorted((heights[place], place) for place in range(len(questions)) if not waiting_for[place])
    ordered: list[Candidate] = []
    while free:
        ahead = int(_goes_ahead(len(ordered), len(questions)) and len(free) > 1)
        weighed = free[ahead : ahead + LOOKAHEAD]
        choice = min(weighed, key=lambda entry: entry[0] + _sameness(questions[entry[1]], ordered))
        free.remove(choice)
        ordered.append(questions[choice[1]])
        for place in followers[choice[1]]:
            waiting_for[place] -= 1
            if not waiting_for[place]:
                insort(free, (heights[place], place))
    return ordered


def _goes_ahead(place: int, count: int) -> bool:
    """Whether the easiest question left waits at this place; the last place has none left to wait."""
    return place >= WARMED_UP and (place - WARMED_UP) % 2 == 0 and place < count - 1


def _demands(questions: Sequence[Candidate]) -> tuple[list[int], list[list[int]]]:
    """For each question how many must come before it, and which must come after it."""
    asking = {fact: place for place, question in enumerate(questions) for fact in question.asks}
    followers: list[list[int]] = [[] for _ in questions]
    waiting_for = [0] * len(questions)
    for place, question in enumerate(questions):
        earlier = {asking[fact] for fact in question.reveals if fact in asking} - {place}
        waiting_for[place] = len(earlier)
        for other in earlier:
            followers[other].append(place)
    return waiting_for, followers


def _sameness(question: Candidate, ordered: Sequence[Candidate]) -> float:
    if not ordered:
        return 0.0
    last = ordered[-1]
    return SAME_KIND * (question.kind == last.kind) + SAME_THEME * (question.theme == last.theme)
