"""Where a pack contradicts itself; any of these stops a build and leaves the old bank."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quiz.folding import fold
from quiz.knowledge import dates
from quiz.knowledge.model import Closure, Fact, Order, Pack, Several, Value
from quiz.knowledge.sequence import ordered, precedes
from quiz.knowledge.several import judged, members
from quiz.knowledge.verdict import Statement, Truth, tied, verdict, windows_part

FEWEST = 2
"""How many must fit a list of several."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake of block `id` in `table` (entity, relation, fact …), at `key`; `what` also says what is right."""

    table: str
    id: str
    key: str
    what: str


def contradictions(pack: Pack) -> Iterator[Finding]:
    """Two objects where a relation holds one, circles in an order, rivals that are true, orders that nothing makes."""
    for (_, name), group in pack.facts_by_pair.items():
        if pack.relations[name].forward is Closure.ONE:
            yield from _two_where_one(group, "object", lambda fact: fact.object)
    for name, group in _by_object(pack):
        if pack.relations[name].backward is Closure.ONE:
            yield from _two_where_one(group, "subject", lambda fact: fact.subject)
    for fact in pack.facts.values():
        yield from _cycle(pack, fact)
        yield from _rival_that_is_true(pack, fact)
    for order in pack.orders:
        yield from _of_order(pack, order)
    for block in pack.several:
        yield from _of_several(pack, block)


def _by_object(pack: Pack) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """The facts of each relation that have one object, be it an entity or a value."""
    yield from ((name, group) for (name, _), group in pack.facts_by_object.items())
    valued: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in pack.facts.values():
        if isinstance(fact.object, Value):
            same = fact.object.model_dump_json(include={"number", "unit", "date", "text"})
            valued[fact.relation, same].append(fact)
    yield from ((name, tuple(group)) for (name, _), group in valued.items())


def _two_where_one(group: tuple[Fact, ...], key: str, end: Callable[[Fact], object]) -> Iterator[Finding]:
    for index, fact in enumerate(group):
        against = (other for other in group[:index] if end(other) != end(fact) and _overlap(other, fact))
        if other := next(against, None):
            what = f"{fact.relation} holds one {key}, but fact {other.id!r} names another; one of the two is wrong"
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
    """A rival that the pack asserts, or that cannot stand beside the answer because it is not distinct from it."""
    for rival in fact.rivals:
        value = rival.as_value(pack.relations[fact.relation].valued)
        same = _one_value(fact, value) if value else tied(pack, rival.is_, str(fact.object))
        if same or _holds(pack, fact, fact.subject, value or rival.is_):
            yield Finding("fact", fact.id, "rivals", f"the rival {rival.is_!r} is true, or one with the answer")
    for rival in fact.subject_rivals:
        if tied(pack, rival.is_, fact.subject) or _holds(pack, fact, rival.is_, fact.object):
            yield Finding("fact", fact.id, "subject_rivals", f"the rival {rival.is_!r} is true, or one with the answer")


def _holds(pack: Pack, fact: Fact, subject: str, thing: str | Value) -> bool:
    at = dates.parse(fact.valid) if fact.valid else None
    return verdict(pack, Statement(subject, fact.relation, thing, at)).truth is Truth.TRUE


def _one_value(fact: Fact, rival: Value) -> bool:
    """Whether a written value is too near a fact's own to be wrong beside it."""
    right = fact.object
    if not isinstance(right, Value):
        return False
    if right.when and rival.when:
        return not right.when.coarsened(fact.precision or right.when.precision).excludes(rival.when)
    if right.number is not None and rival.number is not None:
        return not windows_part(right, right.model_copy(update={"number": rival.number}))
    return fold(right.text or "") == fold(rival.text or "")


def _of_order(pack: Pack, order: Order) -> Iterator[Finding]:
    for first, then in zip(order.members, order.members[1:], strict=False):
        if ordered(pack, order.by, first, then) is not True:
            what = f"the pack does not put {first!r} before {then!r}; leave one out or add what orders them"
            yield Finding("order", order.id, "members", what)


def _of_several(pack: Pack, block: Several) -> Iterator[Finding]:
    """Lists of which too few are known, and wrong options that fit or are one with what fits."""
    fitting = members(pack, block)
    if len(fitting) < FEWEST:
        what = f"the pack knows {len(fitting)} that fit; a list of several needs {FEWEST} at least"
        yield Finding("several", block.id, "relation", what)
    valued = "" if block.objects else pack.relations[block.relation].valued
    for rival in block.rivals:
        value = rival.as_value(valued)
        if value:
            same = any(
                isinstance(one.thing, Value) and fold(one.thing.text or "") == fold(rival.is_) for one in fitting
            )
        else:
            same = any(tied(pack, rival.is_, str(one.thing)) for one in fitting)
        truth = judged(pack, block, value or rival.is_).truth
        if same or truth is Truth.TRUE:
            yield Finding("several", block.id, "rivals", f"the rival {rival.is_!r} fits, or is one with what fits")
        elif truth is Truth.UNKNOWN and not value:
            yield Finding("several", block.id, "rivals", f"no fact of {block.relation} refutes the rival {rival.is_!r}")
