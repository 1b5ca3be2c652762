"""Where a pack contradicts itself; any of these stops a build and leaves the old bank."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quiz.knowledge import dates
from quiz.knowledge.model import Closure, Fact, Order, Pack, Value
from quiz.knowledge.sequence import ordered, precedes
from quiz.knowledge.verdict import Statement, Truth, tied, verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake of block `id` in `table` (entity, relation, fact, order), at `key`; `what` also says what is right."""

    table: str
    id: str
    key: str
    what: str


def contradictions(pack: Pack) -> Iterator[Finding]:
    """Two objects where a relation holds one, circles in an order, rivals that are true, orders that nothing makes."""
    for (_, name), group in pack.facts_by_pair.items():
        if pack.relations[name].forward is Closure.ONE:
            yield from _two_where_one(group, "object", lambda fact: fact.object)
    for (name, _), group in pack.facts_by_object.items():
        if pack.relations[name].backward is Closure.ONE:
            yield from _two_where_one(group, "subject", lambda fact: fact.subject)
    for fact in pack.facts.values():
        yield from _cycle(pack, fact)
        yield from _rival_that_is_true(pack, fact)
    for order in pack.orders:
        yield from _of_order(pack, order)


def _two_where_one(group: tuple[Fact, ...], key: str, end: Callable[[Fact], object]) -> Iterator[Finding]:
    for index, fact in enumerate(group):
        for earlier in group[:index]:
            if end(earlier) != end(fact) and _overlap(earlier, fact):
                what = (
                    f"{fact.relation} holds one {key}, but fact {earlier.id!r} names another; one of the two is wrong"
                )
                yield Finding("fact", fact.id, key, what)


def _overlap(one: Fact, other: Fact) -> bool:
    if one.valid is None or other.valid is None:
        return True
    return not dates.parse(one.valid).excludes(dates.parse(other.valid))


def _cycle(pack: Pack, fact: Fact) -> Iterator[Finding]:
    if pack.relations[fact.relation].orders and precedes(pack, fact.relation, str(fact.object), fact.subject):
        what = f"{fact.object!r} comes before {fact.subject!r} by other facts: the order is a circle"
        yield Finding("fact", fact.id, "object", what)


def _rival_that_is_true(pack: Pack, fact: Fact) -> Iterator[Finding]:
    valued = bool(pack.relations[fact.relation].valued)
    for rival in fact.rivals:
        if valued:
            same = isinstance(fact.object, Value) and rival.is_ in (fact.object.text, fact.object.date)
        else:
            same = _holds(pack, fact.subject, fact.relation, rival.is_) or tied(pack, rival.is_, str(fact.object))
        if same:
            yield Finding("fact", fact.id, "rivals", f"the rival {rival.is_!r} is true, or one with the answer")
    for rival in fact.subject_rivals:
        holds = isinstance(fact.object, str) and _holds(pack, rival.is_, fact.relation, fact.object)
        if holds or tied(pack, rival.is_, fact.subject):
            yield Finding("fact", fact.id, "subject_rivals", f"the rival {rival.is_!r} is true, or one with the answer")


def _holds(pack: Pack, subject: str, relation: str, thing: str) -> bool:
    return verdict(pack, Statement(subject, relation, thing)).truth is Truth.TRUE


def _of_order(pack: Pack, order: Order) -> Iterator[Finding]:
    relation = pack.relations.get(order.by)
    if relation is None or not (relation.orders or relation.valued == "date"):
        yield Finding("order", order.id, "by", f"{order.by!r} is no relation that orders or dates")
        return
    if unknown := [member for member in order.members if member not in pack.entities]:
        yield Finding("order", order.id, "members", f"there is no entity {unknown[0]!r}")
        return
    for first, then in zip(order.members, order.members[1:], strict=False):
        if ordered(pack, order.by, first, then) is not True:
            what = f"the pack does not put {first!r} before {then!r}; leave one out or add what orders them"
            yield Finding("order", order.id, "members", what)
