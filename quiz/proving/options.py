"""Options as a player meets them: each has to bear its own name, and no two of them may be one thing or overlap."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from quiz.folding import fold
from quiz.generate.question import Distractor, Option, Question
from quiz.generate.words import date_text, quantity_text
from quiz.knowledge import dates
from quiz.knowledge.model import Value
from quiz.proving.claims import Asked, Slot
from quiz.proving.doubt import Doubt
from quiz.proving.values import meet
from quiz.proving.world import World


@dataclass(frozen=True, slots=True)
class _Bench:
    """The question whose options are compared, and what the pack knows of them."""

    world: World
    question: Question
    about: Asked

    @property
    def value(self) -> Value | None:
        """The value that is asked for; None where it is an entity."""
        thing = self.about.fact.object
        return thing if self.about.slot is Slot.OBJECT and isinstance(thing, Value) else None

    def doubt(self, option: Option, rule: str, what: str) -> Doubt:
        return Doubt(self.question.id, option.text, rule, what, "fact", self.about.fact.id, str(self.about.slot))


def misnamed(world: World, question: Question, about: Asked, option: Option) -> Iterator[Doubt]:
    """That an option's text is not what its key stands for: proven of one thing, it would be read as another."""
    bench = _Bench(world, question, about)
    if bench.value is None:
        if option.key not in world.named(option.text):
            yield bench.doubt(option, "same-thing", f"the text is no name of {option.key!r}, of which it is proven")
    elif (written := _written(bench.value, option)) and written != option.text:
        yield bench.doubt(option, "same-thing", f"the text is not {written!r}, of which it is proven")


def side_by_side(world: World, question: Question, about: Asked, right: Option) -> Iterator[Doubt]:
    """Options of one draw, the `right` one among them, that are the same, overlap, or presuppose each other away."""
    bench = _Bench(world, question, about)
    for wrong in question.pool:
        yield from _compared(bench, right, wrong.option)
    for one, other in combinations(question.pool, 2):
        if not _kept_apart(one, other):
            yield from _compared(bench, one.option, other.option)


def _kept_apart(one: Distractor, other: Distractor) -> bool:
    """Whether no draw shows both."""
    return other.option.key in one.clashes or one.option.key in other.clashes


def _compared(bench: _Bench, one: Option, other: Option) -> Iterator[Doubt]:
    if fold(one.text) == fold(other.text) or _things(bench, one) & _things(bench, other):
        yield bench.doubt(other, "same-thing", f"it is one thing with the option “{one.text}”")
    elif bench.value is None:
        yield from _compared_entities(bench, one, other)
    elif _values_meet(bench.value, one, other):
        yield bench.doubt(other, "overlap", f"it overlaps with the option “{one.text}”")


def _compared_entities(bench: _Bench, one: Option, other: Option) -> Iterator[Doubt]:
    world = bench.world
    if not {one.key, other.key} <= world.pack.entities.keys():
        return  # told of as misnamed already
    if world.overlap(one.key, other.key):
        yield bench.doubt(other, "overlap", f"of it and the option “{one.text}” one is a part of the other")
    elif world.barred(one.key, other.key):
        yield bench.doubt(other, "never-beside", f"the pack never sets it beside the option “{one.text}”")


def _things(bench: _Bench, option: Option) -> frozenset[str]:
    """The entities that an option can be taken for; none where values are asked, which are no things but words."""
    return frozenset() if bench.value else frozenset((option.key,)) | bench.world.named(option.text)


def _values_meet(right: Value, one: Option, other: Option) -> bool:
    """Whether a date or number could be both options; words are compared by themselves."""
    if right.when:
        return meet(dates.parse(one.key), dates.parse(other.key))
    if right.number is not None and one.rank is not None and other.rank is not None:
        return abs(one.rank - other.rank) <= 2 * right.tolerance
    return False


def _written(right: Value, option: Option) -> str:
    """How the value that an option is proven of is written; empty for words, which are proven as they stand."""
    if right.when:
        return date_text(dates.parse(option.key))
    if right.number is not None:
        return quantity_text(option.rank or 0.0, right.unit)
    return ""
