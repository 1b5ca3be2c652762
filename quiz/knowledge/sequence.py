"""What comes before what: by a relation that orders, closed transitively, or by dates that do not overlap."""

from collections import deque
from collections.abc import Mapping

from quiz.knowledge import dates
from quiz.knowledge.model import Fact, Pack, Value


def precedes(pack: Pack, relation: str, first: str, then: str) -> tuple[str, ...]:
    """The facts of an ordering `relation` that lead from `first` to `then`; empty where none do."""
    came_by: dict[str, Fact] = {}
    waiting = deque([first])
    while waiting and then not in came_by:
        for fact in pack.facts_by_pair.get((waiting.popleft(), relation), ()):
            if isinstance(fact.object, str) and fact.object not in came_by:
                came_by[fact.object] = fact
                waiting.append(fact.object)
    return _way(came_by, first, then)


def _way(came_by: Mapping[str, Fact], first: str, then: str) -> tuple[str, ...]:
    steps: list[str] = []
    entity = then
    while entity in came_by and (entity != first or not steps):
        steps.append(came_by[entity].id)
        entity = came_by[entity].subject
    return tuple(reversed(steps))


def ordered(pack: Pack, by: str, first: str, then: str) -> bool | None:
    """Whether `first` comes before `then` by an ordering or dating relation; None where the pack does not say."""
    if pack.relations[by].orders:
        if precedes(pack, by, first, then):
            return True
        return False if precedes(pack, by, then, first) else None
    one, other = date_of(pack, by, first), date_of(pack, by, then)
    return one.before(other) if one and other else None


def date_of(pack: Pack, relation: str, entity: str) -> dates.When | None:
    """The date that `relation` gives `entity`; None where it gives none, or more than one."""
    facts = pack.facts_by_pair.get((entity, relation), ())
    found = {fact.object.date: fact.object.when for fact in facts if isinstance(fact.object, Value)}
    return next(iter(found.values())) if len(found) == 1 else None
