"""What the pack says of a statement: true, false with the reason, or unknown. Unknown never becomes an option."""

from dataclasses import dataclass
from enum import StrEnum

from quiz.knowledge import dates
from quiz.knowledge.model import Closure, Fact, Pack, Relation, Rival, Value
from quiz.knowledge.sequence import precedes


class Truth(StrEnum):
    """The three values of a verdict."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """That `subject` stands in `relation` to `object`; `at` narrows it to a time."""

    subject: str
    relation: str
    object: str | Value
    at: dates.When | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A truth and what it rests on.

    `reason` is one of asserted, inherited, ordered (for true), written, another-object, another-subject, not-in-list,
    dates-exclude, out-of-window, out-of-order (for false), or empty. `facts` are the ids it rests on, `closure` the
    written reason of the closed direction used, `because` the sentence of a written refutation.
    """

    truth: Truth
    reason: str = ""
    facts: tuple[str, ...] = ()
    closure: str = ""
    because: str = ""


UNKNOWN = Verdict(Truth.UNKNOWN)


def verdict(pack: Pack, statement: Statement) -> Verdict:
    """What `pack` says of `statement`. Raises KeyError where its relation or an entity is not of the pack."""
    relation = pack.relations[statement.relation]
    facts = _held(pack.facts_by_pair.get((statement.subject, statement.relation), ()), statement.at)
    if isinstance(statement.object, Value):
        return _of_value(relation, facts, statement.object)
    return (
        _asserted(pack, statement, facts)
        or _by_order(pack, relation, statement)
        or _written(pack, statement, facts)
        or _by_forward(pack, relation, statement, facts)
        or _by_backward(pack, relation, statement)
        or UNKNOWN
    )


def tied(pack: Pack, one: str, other: str) -> bool:
    """Whether two entities are one, a whole and its part, or marked never to stand side by side."""
    if one == other or one in wholes(pack, other) or other in wholes(pack, one):
        return True
    return other in pack.entities[one].never_beside or one in pack.entities[other].never_beside


def wholes(pack: Pack, entity: str) -> frozenset[str]:
    """Everything that `entity` is a part of, near or far."""
    found: set[str] = set()
    waiting = list(pack.entities[entity].part_of)
    while waiting:
        whole = waiting.pop()
        if whole not in found:
            found.add(whole)
            waiting += pack.entities[whole].part_of
    return frozenset(found)


def windows_part(one: Value, other: Value) -> bool:
    """Whether two numbers of one unit are so far apart that no value is within the tolerance of both."""
    if one.number is None or other.number is None or one.unit != other.unit:
        return False
    return abs(one.number - other.number) > one.tolerance + other.tolerance


def _held(facts: tuple[Fact, ...], at: dates.When | None) -> tuple[Fact, ...]:
    if at is None:
        return facts
    return tuple(fact for fact in facts if fact.valid is None or not dates.parse(fact.valid).excludes(at))


def _asserted(pack: Pack, statement: Statement, facts: tuple[Fact, ...]) -> Verdict | None:
    for fact in facts:
        if fact.object == statement.object:
            return Verdict(Truth.TRUE, "asserted", (fact.id,))
    along = pack.relations[statement.relation].inherits_along
    for step in pack.facts_by_pair.get((statement.subject, along), ()) if along else ():
        whole = Statement(str(step.object), statement.relation, statement.object, statement.at)
        found = _asserted(pack, whole, _held(pack.facts_by_pair.get((whole.subject, whole.relation), ()), whole.at))
        if found:
            return Verdict(Truth.TRUE, "inherited", (step.id, *found.facts))
    return None


def _by_order(pack: Pack, relation: Relation, statement: Statement) -> Verdict | None:
    if not relation.orders:
        return None
    there = precedes(pack, relation.id, statement.subject, str(statement.object))
    if there:
        return Verdict(Truth.TRUE, "ordered", there)
    back = precedes(pack, relation.id, str(statement.object), statement.subject)
    return Verdict(Truth.FALSE, "out-of-order", back) if back else None


def _written(pack: Pack, statement: Statement, facts: tuple[Fact, ...]) -> Verdict | None:
    for fact in facts:
        for rival in fact.rivals:
            if rival.is_ == statement.object:
                return refuted_by_hand(fact, rival)
    for fact in pack.facts_by_object.get((statement.relation, str(statement.object)), ()):
        for rival in fact.subject_rivals:
            if rival.is_ == statement.subject:
                return refuted_by_hand(fact, rival)
    return None


def refuted_by_hand(fact: Fact, rival: Rival) -> Verdict:
    """The verdict that a written refutation gives: false, resting on its fact and what else it names."""
    return Verdict(Truth.FALSE, "written", (fact.id, *rival.rests_on), because=rival.because)


def _by_forward(pack: Pack, relation: Relation, statement: Statement, facts: tuple[Fact, ...]) -> Verdict | None:
    objects = [str(fact.object) for fact in facts if isinstance(fact.object, str)]
    if relation.forward is Closure.OPEN or not objects or not _apart(pack, relation.range, statement.object, objects):
        return None
    reason = "another-object" if relation.forward is Closure.ONE else "not-in-list"
    return Verdict(Truth.FALSE, reason, tuple(fact.id for fact in facts), relation.closure_why)


def _by_backward(pack: Pack, relation: Relation, statement: Statement) -> Verdict | None:
    facts = _held(pack.facts_by_object.get((relation.id, str(statement.object)), ()), statement.at)
    subjects = [fact.subject for fact in facts]
    if (
        relation.backward is Closure.OPEN
        or not subjects
        or not _apart(pack, relation.domain, statement.subject, subjects)
    ):
        return None
    reason = "another-subject" if relation.backward is Closure.ONE else "not-in-list"
    return Verdict(Truth.FALSE, reason, tuple(fact.id for fact in facts), relation.backward_why)


def _apart(pack: Pack, kinds: tuple[str, ...], entity: str | Value, others: list[str]) -> bool:
    """Whether `entity` is of the kinds that may stand there and distinct from all `others`."""
    name = str(entity)
    return pack.entities[name].kind in kinds and not any(tied(pack, name, other) for other in others)


def _of_value(relation: Relation, facts: tuple[Fact, ...], value: Value) -> Verdict:
    for fact in facts:
        for rival in fact.rivals:
            if rival.is_ in (value.text, value.date, _plain(value.number)):
                return refuted_by_hand(fact, rival)
    values = [(fact, fact.object) for fact in facts if isinstance(fact.object, Value)]
    for fact, known in values:
        if _matches(known, value):
            return Verdict(Truth.TRUE, "asserted", (fact.id,))
    ids = tuple(fact.id for fact, _ in values)
    if not values or relation.forward is not Closure.ONE:
        return UNKNOWN
    if all(known.when and value.when and known.when.excludes(value.when) for _, known in values):
        return Verdict(Truth.FALSE, "dates-exclude", ids, relation.closure_why)
    if all(windows_part(known, value) for _, known in values):
        return Verdict(Truth.FALSE, "out-of-window", ids, relation.closure_why)
    return UNKNOWN


def _matches(known: Value, value: Value) -> bool:
    if known.when and value.when:
        return value.when.contains(known.when)
    if known.number is not None and value.number is not None:
        return known.unit == value.unit and abs(known.number - value.number) <= known.tolerance
    return known.text is not None and known.text == value.text


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
