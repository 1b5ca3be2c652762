"""What comes before what: by a relation that orders, closed transitively, or by dates that do not overlap."""

from quiz.knowledge import dates
from quiz.knowledge.model import Pack, Value


def precedes(pack: Pack, relation: str, first: str, then: str) -> tuple[str, ...]:
    """The facts of an ordering `relation` that lead from `first` to `then`; empty where none do."""
    waiting: list[tuple[str, tuple[str, ...]]] = [(first, ())]
    seen = {first}
    while waiting:
        entity, path = waiting.pop(0)
        for fact in pack.facts_by_pair.get((entity, relation), ()):
            step = (*path, fact.id)
            if fact.object == then:
                return step
            if isinstance(fact.object, str) and fact.object not in seen:
                seen.add(fact.object)
                waiting.append((fact.object, step))
    return ()


def ordered(pack: Pack, by: str, first: str, then: str) -> bool | None:
    """Whether `first` comes before `then` by an ordering or dating relation; None where the pack does not say."""
    if pack.relations[by].orders:
        if precedes(pack, by, first, then):
            return True
        return False if precedes(pack, by, then, first) else None
    one, other = date_of(pack, by, first), date_of(pack, by, then)
    return one.before(other) if one and other else None


def date_of(pack: Pack, relation: str, entity: str) -> dates.When | None:
    """The date that `relation` gives `entity`; None where it gives none."""
    for fact in pack.facts_by_pair.get((entity, relation), ()):
        if isinstance(fact.object, Value):
            return fact.object.when
    return None
