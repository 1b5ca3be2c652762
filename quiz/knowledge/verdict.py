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
    """What `pack` says of `statement`. Raises KeyError where its relation, or an entity it weighs, is not there."""
    relation = pack.relations[statement.relation]
    facts = pack.facts_by_pair.get((statement.subject, statement.relation), ())
    if isinstance(statement.object, Value):
        return _of_value(relation, facts, statement.object, statement.at)
    return (
        _asserted(pack, statement)
        or _by_order(pack, relation, statement)
        or _written(pack, statement, _held(facts, statement.at))
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
    """The facts that may have held at a time; all of them where no time is named."""
    if at is None:
        return facts
    return tuple(fact for fact in facts if fact.valid is None or not dates.parse(fact.valid).excludes(at))


def _weighing(closure: Closure, facts: tuple[Fact, ...], at: dates.When | None) -> tuple[Fact, ...]:
    """The facts that say what else is false: a closed list at any time, the one of a moment only at that moment."""
    if closure is Closure.CLOSED:
        return facts
    held = _held(facts, at) if closure is Closure.ONE else ()
    return held if any(_throughout(fact, at) for fact in held) else ()


def _throughout(fact: Fact, at: dates.When | None) -> bool:
    """Whether a fact held the whole time of `at`."""
    return fact.valid is None or (at is not None and dates.parse(fact.valid).contains(at))


def _asserted(pack: Pack, statement: Statement) -> Verdict | None:
    """True where a fact says it of the subject, or of something the subject inherits from, near or far."""
    along = pack.relations[statement.relation].inherits_along
    waiting: list[tuple[str, tuple[str, ...]]] = [(statement.subject, ())]
    seen = {statement.subject}
    while waiting:
        subject, way = waiting.pop(0)
        for fact in _held(pack.facts_by_pair.get((subject, statement.relation), ()), statement.at):
            if fact.object == statement.object:
                return Verdict(Truth.TRUE, "inherited" if way else "asserted", (*way, fact.id))
        for step in pack.facts_by_pair.get((subject, along), ()) if along else ():
            if isinstance(step.object, str) and step.object not in seen:
                seen.add(step.object)
                waiting.append((step.object, (*way, step.id)))
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
    for fact in _held(pack.facts_by_object.get((statement.relation, str(statement.object)), ()), statement.at):
        for rival in fact.subject_rivals:
            if rival.is_ == statement.subject:
                return refuted_by_hand(fact, rival)
    return None


def refuted_by_hand(fact: Fact, rival: Rival) -> Verdict:
    """The verdict that a written refutation gives: false, resting on its fact and what else it names."""
    return Verdict(Truth.FALSE, "written", (fact.id, *rival.rests_on), because=rival.because)


def _by_forward(pack: Pack, relation: Relation, statement: Statement, facts: tuple[Fact, ...]) -> Verdict | None:
    weighing = _weighing(relation.forward, facts, statement.at)
    objects = [str(fact.object) for fact in weighing if isinstance(fact.object, str)]
    if not objects or not _apart(pack, relation.range, statement.object, objects):
        return None
    reason = "another-object" if relation.forward is Closure.ONE else "not-in-list"
    return Verdict(Truth.FALSE, reason, tuple(fact.id for fact in weighing), relation.closure_why)


def _by_backward(pack: Pack, relation: Relation, statement: Statement) -> Verdict | None:
    facts = pack.facts_by_object.get((relation.id, str(statement.object)), ())
    weighing = _weighing(relation.backward, facts, statement.at)
    subjects = [fact.subject for fact in weighing]
    if not subjects or not _apart(pack, relation.domain, statement.subject, subjects):
        return None
    reason = "another-subject" if relation.backward is Closure.ONE else "not-in-list"
    return Verdict(Truth.FALSE, reason, tuple(fact.id for fact in weighing), relation.backward_why)


def _apart(pack: Pack, kinds: tuple[str, ...], entity: str | Value, others: list[str]) -> bool:
    """Whether `entity` is of the kinds that may stand there and distinct from all `others`."""
    name = str(entity)
    return pack.entities[name].kind in kinds and not any(tied(pack, name, other) for other in others)


def _of_value(relation: Relation, facts: tuple[Fact, ...], value: Value, at: dates.When | None) -> Verdict:
    held = _held(facts, at)
    for fact in held:
        if isinstance(fact.object, Value) and _matches(fact.object, value):
            return Verdict(Truth.TRUE, "asserted", (fact.id,))
    for fact in held:
        for rival in fact.rivals:
            if _names(rival, relation, value):
                return refuted_by_hand(fact, rival)
    return _by_other_value(relation, facts, value, at)


def _names(rival: Rival, relation: Relation, value: Value) -> bool:
    meant = rival.as_value(relation.valued)
    return meant is not None and (meant.number, meant.date, meant.text) == (value.number, value.date, value.text)


def _by_other_value(relation: Relation, facts: tuple[Fact, ...], value: Value, at: dates.When | None) -> Verdict:
    weighing = _weighing(relation.forward, facts, at) if relation.forward is Closure.ONE else ()
    known = [fact.object for fact in weighing if isinstance(fact.object, Value)]
    ids = tuple(fact.id for fact in weighing)
    if known and all(other.when and value.when and other.when.excludes(value.when) for other in known):
        return Verdict(Truth.FALSE, "dates-exclude", ids, relation.closure_why)
    if known and all(windows_part(other, value) for other in known):
        return Verdict(Truth.FALSE, "out-of-window", ids, relation.closure_why)
    return UNKNOWN


def _matches(known: Value, value: Value) -> bool:
    if known.when and value.when:
        return value.when.contains(known.when)
    if known.number is not None and value.number is not None:
        return known.unit == value.unit and abs(known.number - value.number) <= known.tolerance
    return known.text is not None and known.text == value.text
