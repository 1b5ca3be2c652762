"""Which questions a round asks: facts first, then a question of each, in an order in which none gives another away."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from random import Random

from quiz.generate.question import Shape
from quiz.rounds.candidate import Candidate
from quiz.rounds.reveals import Asked, in_order
from quiz.rounds.rules import MIXED, Rules

WEIGHTS = {"core": 3.0, "detail": 2.0, "footnote": 1.0}
"""How often a fact is drawn, by depth."""

FOOTNOTE = "footnote"

FAMILIARITY = 3
"""The power by which a fact that was seen more often than others falls behind them."""

TWO_OPTIONS_IN = 5
"""One in so many questions may be a choice between two."""

CHOICE_WEIGHT = 2.0
"""How much likelier a fact is asked with options than typed or sorted: most of a round is quick to answer."""

EVENNESS = 1 / 3
"""The power of its number of facts that a theme's share follows: about even, yet a small theme is not worn out."""

EASY_SHARE = 0.12
"""The easiest part of what can be asked, from which the first question comes."""

TRIES = 12
"""How often a round that comes out short is picked anew: which facts come first decides how many fit together."""

__all__ = ["Candidate", "select"]

Test = Callable[[Candidate], bool]


def select(
    candidates: Iterable[Candidate], rules: Rules, rng: Random, seen: Mapping[str, int] | None = None
) -> tuple[str, ...]:
    """The ids of the questions of one round, in the order they are asked; fewer than asked for where no more fit.

    No fact is asked twice, none is asked after a question that revealed it, and one question in five at most offers
    two options, but where a topic was named that has no others. A mixed round takes from all themes about evenly; the
    first question is easy and later ones tend to be harder. `seen` counts how often this player has met a fact: those
    met least come first. Footnotes are drawn only where the rules name a topic. Equal candidates, rules, seeds and
    counts give equal rounds.
    """
    fitting = sorted((c for c in candidates if _fits(c, rules)), key=lambda candidate: candidate.id)
    longest: list[Candidate] = []
    for _ in range(TRIES):
        taken = _Picker(fitting, rng, seen or {}, few_two_options=rules.topic is None).take(rules.questions)
        longest = max(longest, taken, key=len)
        if len(longest) == rules.questions:
            break
    return tuple(candidate.id for candidate in in_order(longest, rng))


def _fits(candidate: Candidate, rules: Rules) -> bool:
    in_theme = rules.theme in (MIXED, candidate.theme)
    if rules.topic is None:
        return in_theme and candidate.depth != FOOTNOTE
    return in_theme and rules.topic in candidate.topics


class _Picker:
    """Picks questions one by one; `queues` hold each theme's facts in the order in which they get their turn."""

    def __init__(
        self, candidates: list[Candidate], rng: Random, seen: Mapping[str, int], *, few_two_options: bool
    ) -> None:
        self.few_two_options = few_two_options
        self.room_for_all = False
        self.rng = rng
        self.asked = Asked()
        self.kinds: Counter[str] = Counter()
        self.themes: Counter[str] = Counter()
        self.two_options = 0
        self.easy = _easy(candidates)
        self.by_fact: dict[tuple[str, str], list[Candidate]] = {}
        for candidate in candidates:
            for fact in candidate.asks:
                self.by_fact.setdefault((candidate.theme, fact), []).append(candidate)
        self.queues = self._queues(seen)
        self.shares = {theme: len(facts) ** EVENNESS for theme, facts in self.queues.items()}

    def take(self, count: int) -> list[Candidate]:
        """Up to `count` questions that can stand in one round, the first of them easy where one is.

        What the opener gives away is left out as long as something else is there: it would have to come before it.
        """
        opener = self._next(self._is_easy)
        told = set(opener.reveals) if opener else set()

        def may_follow(candidate: Candidate) -> bool:
            return told.isdisjoint(candidate.asks)

        self._fill(count, may_follow)
        if not self.few_two_options:
            self.room_for_all = True
            self._fill(count, may_follow)
        return self.asked.questions

    def _fill(self, count: int, preferred: Test) -> None:
        while len(self.asked.questions) < count and (self._next(preferred) or self._next(lambda _: True)):
            pass

    def _is_easy(self, candidate: Candidate) -> bool:
        return candidate.difficulty <= self.easy

    def _queues(self, seen: Mapping[str, int]) -> dict[str, list[str]]:
        """Each theme's facts, shuffled: the weightier and the less often seen tend to stand in front."""
        least = min((seen.get(fact, 0) for _, fact in self.by_fact), default=0)
        turns: dict[str, list[tuple[float, str]]] = {}
        for (theme, fact), candidates in self.by_fact.items():
            weight = max(WEIGHTS[candidate.depth] for candidate in candidates)
            weight /= (1 + seen.get(fact, 0) - least) ** FAMILIARITY
            turns.setdefault(theme, []).append((self.rng.expovariate(weight), fact))
        return {theme: [fact for _, fact in sorted(facts)] for theme, facts in turns.items()}

    def _next(self, test: Test) -> Candidate | None:
        """Add a question that passes `test`, from the theme that is furthest behind; None where there is none."""
        themes = sorted(self.queues)
        self.rng.shuffle(themes)
        for theme in sorted(themes, key=lambda theme: (self.themes[theme] + 1) / self.shares[theme]):
            picked = self._from_theme(theme, test)
            if picked:
                self._add(picked)
                return picked
        return None

    def _from_theme(self, theme: str, test: Test) -> Candidate | None:
        for fact in list(self.queues[theme]):
            # A candidate that cannot be asked any more never can be again: the round only grows.
            live = [candidate for candidate in self.by_fact[theme, fact] if self.asked.admits(candidate)]
            self.by_fact[theme, fact] = live
            if not live:
                self.queues[theme].remove(fact)
            now = [candidate for candidate in live if test(candidate) and self._room_for(candidate)]
            if now:
                return self._one_of(now)
        return None

    def _room_for(self, candidate: Candidate) -> bool:
        """Whether one more of two options keeps them rare; true of a round however early it ends."""
        return (
            self.room_for_all
            or not candidate.two_options
            or (self.two_options + 1) * TWO_OPTIONS_IN <= len(self.asked.questions) + 1
        )

    def _one_of(self, candidates: list[Candidate]) -> Candidate:
        """One of `candidates`, of a kind that has come up little so far."""
        by_kind: dict[str, list[Candidate]] = {}
        for candidate in candidates:
            by_kind.setdefault(candidate.kind, []).append(candidate)
        weights = [self._kind_weight(kind, of_kind[0]) for kind, of_kind in by_kind.items()]
        (kind,) = self.rng.choices(list(by_kind), weights)
        return self.rng.choice(by_kind[kind])

    def _kind_weight(self, kind: str, example: Candidate) -> float:
        base = CHOICE_WEIGHT if example.shape == Shape.CHOICE and not example.two_options else 1.0
        return base / (1 + self.kinds[kind]) ** 2

    def _add(self, candidate: Candidate) -> None:
        self.asked.add(candidate)
        self.kinds[candidate.kind] += 1
        self.themes[candidate.theme] += 1
        self.two_options += candidate.two_options


def _easy(candidates: list[Candidate]) -> float:
    """The difficulty up to which a question counts as easy among `candidates`."""
    difficulties = sorted(candidate.difficulty for candidate in candidates if not candidate.two_options)
    return difficulties[int(len(difficulties) * EASY_SHARE)] if difficulties else 1.0
