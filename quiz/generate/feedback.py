"""What a wrong option truly is: a sentence of the pack, with the facts that it gives away."""

from dataclasses import dataclass

from quiz.generate.words import said_of_object, statement
from quiz.knowledge.model import Depth, Fact, Pack

_DEPTHS = list(Depth)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence and the ids of the facts it says."""

    sentence: str
    facts: tuple[str, ...]


def truth_about(pack: Pack, entity: str, asked: Fact) -> Telling:
    """What `entity` truly is, told to someone who gave it as an answer to `asked`.

    A fact of the same relation tells best, then one of a shared topic, the more central first. A foil has its own
    sentence; where nothing is told of an entity, the asked fact itself is what remains to say.
    """
    known = pack.entities[entity]
    if known.foil:
        return Telling(known.apart_because, ())
    best = min(pack.facts_about.get(entity, ()), key=lambda fact: _farness(fact, asked), default=asked)
    return Telling(_told(pack, best, entity), (best.id,))


def plain_truth(pack: Pack, entity: str) -> str:
    """One true sentence on `entity`, whatever was asked; empty where the pack tells none."""
    known = pack.entities[entity]
    if known.foil:
        return known.apart_because
    facts = pack.facts_about.get(entity, ())
    best = min(facts, key=lambda fact: (_DEPTHS.index(fact.depth), fact.subject != entity), default=None)
    return _told(pack, best, entity) if best else ""


def _told(pack: Pack, fact: Fact, entity: str) -> str:
    return said_of_object(pack, fact) if fact.object == entity else statement(pack, fact)


def _farness(fact: Fact, asked: Fact) -> tuple[bool, bool, bool, int]:
    """Smaller is better: the same relation in any place, a shared topic, a shared theme, then depth."""
    return (
        fact.relation != asked.relation,
        not set(fact.topics) & set(asked.topics),
        fact.theme != asked.theme,
        _DEPTHS.index(fact.depth),
    )
