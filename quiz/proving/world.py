"""All that a pack makes true, worked out forward to its end before any question is looked at.

The generator looks for a reason against one option at a time, from the option back to the facts. Here the facts are
followed forward instead, so that a mistake in the one is not repeated in the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from quiz.folding import fold, squeeze
from quiz.generate.words import statement
from quiz.knowledge import dates
from quiz.knowledge.model import Entity, Fact, Pack

Pair = tuple[str, str]


class World:
    """The pack with everything that follows from it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def facts_of(self, subject: str, relation: str) -> tuple[Fact, ...]:
        """The facts that say what `subject` has in `relation`, at whatever time."""
        return self.pack.facts_by_pair.get((subject, relation), ())

    def holders_of(self, relation: str, thing: str) -> tuple[Fact, ...]:
        """The facts that say what has the entity `thing` in `relation`, at whatever time."""
        return self.pack.facts_by_object.get((relation, thing), ())

    def is_true(self, relation: str, subject: str, thing: str, at: dates.When | None) -> bool:
        """Whether a fact, or what follows from facts, says it of a time that `at` touches; of any where it is None."""
        said = self._true[relation].get((subject, thing), ())
        return any(touches(fact, at) for fact in said) or self.comes_first(relation, subject, thing)

    def objects(self, subject: str, relation: str, at: dates.When | None) -> Iterator[tuple[Fact, str]]:
        """The entities that `subject` has in `relation` at some moment of `at`, each with the fact that says so."""
        return _at(self._objects.get((relation, subject), ()), at)

    def subjects(self, relation: str, thing: str, at: dates.When | None) -> Iterator[tuple[Fact, str]]:
        """The entities that have `thing` in `relation` at some moment of `at`, each with the fact that says so."""
        return _at(self._subjects.get((relation, thing), ()), at)

    def facts_in(self, relation: str) -> tuple[Fact, ...]:
        """All facts of a relation."""
        return self._facts.get(relation, ())

    def comes_first(self, relation: str, first: str, then: str) -> bool:
        """Whether an ordering relation, followed to its end, puts `first` before `then`."""
        return (first, then) in self._order.get(relation, ())

    def tied(self, one: str, other: str) -> bool:
        """Whether two entities cannot be told apart as options: one thing, a whole and its part, or marked so."""
        return one == other or self.overlap(one, other) or self.barred(one, other)

    def overlap(self, one: str, other: str) -> bool:
        """Whether one of two entities is a part of the other, near or far."""
        return (one, other) in self._parts or (other, one) in self._parts

    def barred(self, one: str, other: str) -> bool:
        """Whether the pack says of two entities that they never stand side by side."""
        entities = self.pack.entities
        return other in entities[one].never_beside or one in entities[other].never_beside

    def facts_worded(self, said: str) -> tuple[Fact, ...]:
        """The facts whose statement is `said`, marks and case aside."""
        return self._worded.get(fold(said), ())

    def named(self, text: str) -> frozenset[str]:
        """The entities that have `text` as one of their names, however it is spelt."""
        return self._owners.get(squeeze(fold(text)), frozenset())

    @cached_property
    def _true(self) -> dict[str, dict[Pair, list[Fact]]]:
        """For each relation the pairs it holds between entities, with the facts that say so last on the way."""
        true: dict[str, dict[Pair, list[Fact]]] = {name: defaultdict(list) for name in self.pack.relations}
        for fact in self.pack.facts.values():
            if isinstance(fact.object, str):
                true[fact.relation][fact.subject, fact.object].append(fact)
        for relation in self.pack.relations.values():
            if relation.inherits_along:
                _hand_down(true[relation.id], closed(_links(self.pack, relation.inherits_along)))
        return true

    @cached_property
    def _objects(self) -> dict[Pair, list[tuple[Fact, str]]]:
        return _grouped((relation, subject, fact, thing) for relation, subject, thing, fact in self._all())

    @cached_property
    def _subjects(self) -> dict[Pair, list[tuple[Fact, str]]]:
        return _grouped((relation, thing, fact, subject) for relation, subject, thing, fact in self._all())

    def _all(self) -> Iterator[tuple[str, str, str, Fact]]:
        for relation, pairs in self._true.items():
            for (subject, thing), facts in pairs.items():
                yield from ((relation, subject, thing, fact) for fact in facts)

    @cached_property
    def _facts(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.pack.facts.values():
            found[fact.relation].append(fact)
        return {relation: tuple(facts) for relation, facts in found.items()}

    @cached_property
    def _order(self) -> dict[str, frozenset[Pair]]:
        ordering = (name for name, relation in self.pack.relations.items() if relation.orders)
        return {name: closed(_links(self.pack, name)) for name in ordering}

    @cached_property
    def _parts(self) -> frozenset[Pair]:
        return closed((entity.id, whole) for entity in self.pack.entities.values() for whole in entity.part_of)

    @cached_property
    def _worded(self) -> dict[tuple[str, ...], tuple[Fact, ...]]:
        found: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
        for fact in self.pack.facts.values():
            found[fold(statement(self.pack, fact))].append(fact)
        return {words: tuple(facts) for words, facts in found.items()}

    @cached_property
    def _owners(self) -> dict[str, frozenset[str]]:
        owners: dict[str, set[str]] = defaultdict(set)
        for entity in self.pack.entities.values():
            for name in names_of(entity):
                owners[squeeze(fold(name))].add(entity.id)
        return {name: frozenset(ids) for name, ids in owners.items()}


def closed(links: Iterable[Pair]) -> frozenset[Pair]:
    """Every pair that a chain of `links` joins."""
    onward: dict[str, set[str]] = defaultdict(set)
    for first, then in links:
        onward[first].add(then)
    return frozenset((first, then) for first in list(onward) for then in _reached(onward, first))


def touches(fact: Fact, at: dates.When | None) -> bool:
    """Whether a fact may have held at some moment of `at`."""
    return at is None or fact.valid is None or not dates.parse(fact.valid).excludes(at)


def throughout(fact: Fact, at: dates.When | None) -> bool:
    """Whether a fact held at every moment of `at`; where that is None, whether it holds without a limit."""
    return fact.valid is None or (at is not None and dates.parse(fact.valid).contains(at))


def names_of(entity: Entity) -> frozenset[str]:
    """Everything that an entity is called."""
    return frozenset((entity.name, entity.option, entity.text, *entity.aliases))


def _at(some: Iterable[tuple[Fact, str]], at: dates.When | None) -> Iterator[tuple[Fact, str]]:
    return ((fact, entity) for fact, entity in some if touches(fact, at))


def _grouped(rows: Iterable[tuple[str, str, Fact, str]]) -> dict[Pair, list[tuple[Fact, str]]]:
    groups: dict[Pair, list[tuple[Fact, str]]] = defaultdict(list)
    for relation, end, fact, other in rows:
        groups[relation, end].append((fact, other))
    return groups


def _links(pack: Pack, relation: str) -> Iterator[Pair]:
    for fact in pack.facts.values():
        if fact.relation == relation and isinstance(fact.object, str):
            yield fact.subject, fact.object


def _hand_down(true: dict[Pair, list[Fact]], wholes: frozenset[Pair]) -> None:
    """What is true of a whole is true of all that belongs to it."""
    said = [(pair, list(facts)) for pair, facts in true.items()]
    members: dict[str, list[str]] = defaultdict(list)
    for member, whole in wholes:
        members[whole].append(member)
    for (whole, thing), facts in said:
        for member in members[whole]:
            true[member, thing] += facts


def _reached(onward: dict[str, set[str]], first: str) -> set[str]:
    reached: set[str] = set()
    waiting = list(onward[first])
    while waiting:
        step = waiting.pop()
        if step not in reached:
            reached.add(step)
            waiting += onward.get(step, ())
    return reached
