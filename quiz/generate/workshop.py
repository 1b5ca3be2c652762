"""What every kind needs to make a question: the pack, what its words give away, and the parts all questions share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from quiz.generate.question import Answer, Distractor, Question, Refusal, Shape
from quiz.generate.reach import Reach
from quiz.generate.reveals import Mentions
from quiz.generate.words import ask_object, ask_subject, source_text, statement
from quiz.knowledge.model import Depth, Fact, Order, Pack, Several

DEEPER = {Depth.CORE: 0.0, Depth.DETAIL: 0.12, Depth.FOOTNOTE: 0.3}
"""What depth adds to it."""

OF_TWO = -0.1
"""What it takes off that there are two options only."""


About = Fact | Order | Several
"""What a question is made of."""


class Unsound(Exception):
    """A question that cannot be asked; `reason` is a short stable word, `detail` a sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(reason, detail)


@dataclass(frozen=True, slots=True)
class Workshop:
    """The pack, what finds names in its words, and what is near what in it."""

    pack: Pack
    mentions: Mentions
    reach: Reach


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of making questions, as `kinds.KINDS` lists it.

    `base` is the first guess of its difficulty: recognised is easier than recalled, recalled than put in order. Its
    makers take what they ask, and raise Unsound where that cannot be asked so: `of_facts` by the slot asked (object
    or subject), `of_order` and `of_several` those blocks of a pack.
    """

    name: str
    base: float
    of_facts: Mapping[str, Callable[[Workshop, Fact], Question]] = field(default_factory=dict)
    of_order: Callable[[Workshop, Order], Question] | None = None
    of_several: Callable[[Workshop, Several], Question] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a kind decides; the rest of a question follows from the fact or block it asks.

    `told` are the texts beside stem and explanation that a player reads whatever is drawn.
    """

    kind: Kind
    slot: str
    shape: Shape
    stem: str
    answer: Answer
    pool: tuple[Distractor, ...] = ()
    told: tuple[str, ...] = ()
    few_options: str = ""
    wants: str = ""
    harder: float = 0.0


def finished(shop: Workshop, about: About, draft: Draft, asks: tuple[str, ...]) -> Question:
    """The question that a draft makes of a fact or a block, which asks what the pack asks with it as well."""
    asks = (*asks, *shop.pack.asked_together.get(about.id, ()))
    explanation = about.explanation or (statement(shop.pack, about) if isinstance(about, Fact) else "")
    proofs = tuple(fact for distractor in draft.pool for fact in distractor.proof.facts)
    given_away = {*asks, *shop.mentions.in_any((draft.stem, explanation, *draft.told))}
    given_away |= set() if isinstance(about, Order) else set(about.gives_away)
    identity = f"{about.id}.{draft.slot}.{draft.kind.name}"
    return Question(
        id=identity,
        family=identity,
        kind=draft.kind.name,
        shape=draft.shape,
        theme=about.theme,
        topics=about.topics,
        depth=about.depth.value,
        stem=draft.stem,
        answer=draft.answer,
        pool=draft.pool,
        explanation=explanation,
        source=source_text(shop.pack, about.source),
        asks=asks,
        rests_on=tuple(dict.fromkeys((*asks, *proofs))),
        reveals=tuple(sorted(given_away)),
        difficulty=_difficulty(about, draft),
        few_options=draft.few_options,
        wants=draft.wants,
        place=_place(shop.pack, about, draft.slot),
    )


def refusal(about: About, kind: Kind, slot: str, why: Unsound) -> Refusal:
    """That `about` cannot be asked as `kind`, and why."""
    return Refusal(about.id, kind.name, slot, why.reason, why.detail)


def unless_skipped(fact: Fact, kind: Kind, slot: str) -> None:
    """Raises Unsound where the pack's writer judged the kind not worth asking of this fact."""
    name = kind.name if slot == "object" else f"subject:{kind.name}"
    if name in fact.skip:
        raise Unsound("not-worth-asking", fact.skip[name])


def stem_for(shop: Workshop, fact: Fact, slot: str) -> str:
    """The question that asks that slot of a fact. Raises Unsound where none is written."""
    stem = ask_object(shop.pack, fact) if slot == "object" else ask_subject(shop.pack, fact)
    if not stem:
        raise Unsound("no-stem", f"no question for the {slot} is written")
    return stem


def unless_in_stem(shop: Workshop, entity: str, stem: str) -> None:
    """Raises Unsound where the stem names the entity that is its answer."""
    if entity in shop.mentions.entities(stem):
        raise Unsound("answer-in-stem", "the stem names the answer")


def _difficulty(about: About, draft: Draft) -> float:
    nearest = sorted((distractor.plausibility for distractor in draft.pool), reverse=True)[:3]
    nearness = 0.2 * fmean(nearest) if nearest else 0.1
    few = OF_TWO if len(draft.pool) == 1 else 0.0
    ease = about.ease if isinstance(about, Fact) else 0.0
    guess = draft.kind.base + DEEPER[about.depth] + nearness + few + draft.harder - ease
    return round(min(1.0, max(0.05, guess)), 3)


def _place(pack: Pack, about: About, slot: str) -> tuple[float, float] | None:
    """Where the answer lies, else what is asked about; None where neither has published coordinates."""
    if not isinstance(about, Fact):
        return None
    ends = [about.object, about.subject] if slot == "object" else [about.subject, about.object]
    known = [pack.entities[end].place for end in ends if isinstance(end, str)]
    return next((place for place in known if place), None)
