"""Proving an order: every two of its things stand in the order that the pack gives them."""

from collections.abc import Iterator
from itertools import combinations

from quiz.folding import fold
from quiz.generate.question import Option, Question, Sequence
from quiz.knowledge import dates
from quiz.knowledge.model import Order, Pack, Value
from quiz.proving.doubt import Doubt
from quiz.proving.world import World


def ordered(world: World, question: Question, order: Order) -> Iterator[Doubt]:
    """Doubts about the things that `order` has put in order."""
    if not isinstance(question.answer, Sequence):
        yield _doubt(question, order, "", "wrong-answer", "its answer is no order")
        return
    items = question.answer.items
    if question.stem != order.ask:
        yield _doubt(question, order, "", "stem", "the stem is not what the order asks")
    for item in items:
        if not _is_named(world, order, item):
            yield _doubt(question, order, item.text, "same-thing", f"the text is no name of {item.key!r}")
    for first, then in combinations(items, 2):
        if world.tied(first.key, then.key):
            what = f"it is not distinct from “{first.text}”"
            yield _doubt(question, order, then.text, "same-thing", what)
        elif not _before(world, order.by, first.key, then.key):
            what = f"the pack does not put it after “{first.text}”"
            yield _doubt(question, order, then.text, "not-refuted", what)


def _is_named(world: World, order: Order, item: Option) -> bool:
    """Whether a thing is called by one of its names, or as the order itself calls it."""
    label = order.labels.get(item.key)
    return fold(item.text) == fold(label) if label else item.key in world.named(item.text)


def order_of(pack: Pack, question: Question) -> Order | None:
    """The order block that a question asks; None where its id names none."""
    name = question.id.partition(".")[0]
    return next((order for order in pack.orders if order.id == name), None)


def _before(world: World, by: str, first: str, then: str) -> bool:
    """Whether every date of the first lies before every date of the other, or the relation leads there."""
    if world.pack.relations[by].orders:
        return world.comes_first(by, first, then) and not world.comes_first(by, then, first)
    early, late = _dates(world, by, first), _dates(world, by, then)
    return bool(early and late) and max(one.latest for one in early) < min(one.earliest for one in late)


def _dates(world: World, by: str, entity: str) -> list[dates.When]:
    values = (fact.object for fact in world.facts_of(entity, by))
    return [value.when for value in values if isinstance(value, Value) and value.when]


def _doubt(question: Question, order: Order, option: str, rule: str, what: str) -> Doubt:
    return Doubt(question.id, option, rule, what, "order", order.id, "ask" if rule == "stem" else "members")
