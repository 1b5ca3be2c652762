"""What is near in a pack: authors write together what belongs together, so rivals are looked for around a fact.

Looking at a bounded number of neighbours, not at all that there is, keeps building nearly linear in the pack's size.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from quiz.knowledge.model import Entity, Fact, Pack, Value

REACH = 20
"""How many of a row are looked at on either side: enough for every rival of a pack of some hundred facts."""

Kept = TypeVar("Kept", Entity, Fact)


class Reach:
    """A pack's entities by sort and by kind, its dated and its numbered facts, each in the pack's order."""

    def __init__(self, pack: Pack) -> None:
        self._entities = tuple(pack.entities.values())
        self._facts = tuple(pack.facts.values())
        self._place_of_entity = {entity.id: place for place, entity in enumerate(self._entities)}
        self._place_of_fact = {fact.id: place for place, fact in enumerate(self._facts)}
        self._by_sort = _places(self._entities, lambda entity: entity.sorts)
        self._by_kind = _places(self._entities, lambda entity: (entity.kind,))
        self._by_value = _places(self._facts, _kinds_of_value)

    def alike(self, answer: Entity) -> list[Entity]:
        """Entities that share a sort with `answer`, or its kind where it has none, around it in the pack."""
        place = self._place_of_entity[answer.id]
        rows = [self._by_sort[sort] for sort in answer.sorts] or [self._by_kind[answer.kind]]
        found = {near for row in rows for near in _around(row, place)}
        return [self._entities[near] for near in sorted(found)]

    def dated(self, fact: Fact) -> list[Fact]:
        """Facts whose object is a date, around `fact` in the pack."""
        return self._valued("date", fact)

    def numbered(self, fact: Fact) -> list[Fact]:
        """Facts whose object is a number, around `fact` in the pack."""
        return self._valued("number", fact)

    def _valued(self, value: str, fact: Fact) -> list[Fact]:
        row = self._by_value.get(value, [])
        return [self._facts[near] for near in _around(row, self._place_of_fact[fact.id])]


def _kinds_of_value(fact: Fact) -> Iterator[str]:
    if isinstance(fact.object, Value):
        yield "date" if fact.object.when else "number" if fact.object.number is not None else "text"


def _places(row: Sequence[Kept], groups_of: Callable[[Kept], Iterable[str]]) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, one in enumerate(row):
        for group in groups_of(one):
            places.setdefault(group, []).append(place)
    return places


def _around(row: Sequence[int], place: int) -> Sequence[int]:
    """The places of an ascending `row` that lie nearest to `place`, REACH on either side of it."""
    middle = bisect_left(row, place)
    return row[max(0, middle - REACH) : middle + REACH]
