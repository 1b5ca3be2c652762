"""A pack as the plain data that the linter's rules take: names, kinds, dates, and what is said of what."""

from collections import defaultdict
from datetime import date

from quiz.folding import fold
from quiz.knowledge import dates
from quiz.knowledge.model import Fact, Pack, Value
from quiz.lint.known import Known, Link
from quiz.lint.text import content_words


def known(pack: Pack) -> Known:
    """What `pack` tells the linter."""
    return Known(_names(pack), _kinds(pack), _spans(pack), _links(pack))


def _names(pack: Pack) -> dict[tuple[str, ...], frozenset[str]]:
    bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entity in pack.entities.values():
        for name in (entity.name, entity.option, entity.text, *entity.aliases):
            if words := fold(name):
                bearers[words].add(entity.id)
    return {words: frozenset(entities) for words, entities in bearers.items()}


def _kinds(pack: Pack) -> dict[str, frozenset[str]]:
    """Kind and sorts of each entity, and the places of relations that its kind may fill: what fits there together can
    be confused, a city with a town."""
    places: dict[str, set[str]] = defaultdict(set)
    for relation in pack.relations.values():
        for place, kinds in (("subject", relation.domain), ("object", relation.range)):
            for kind in kinds:
                places[kind].add(f"{relation.id}:{place}")
    return {
        entity.id: frozenset((entity.kind, *entity.sorts, *places[entity.kind])) for entity in pack.entities.values()
    }


def _spans(pack: Pack) -> dict[str, tuple[int, int]]:
    """The years between which the pack's facts speak of an entity, where all its dates have both ends."""
    found: dict[str, list[int]] = defaultdict(list)
    for fact in pack.facts.values():
        when = fact.object.when if isinstance(fact.object, Value) else None
        when = when or (dates.parse(fact.valid) if fact.valid else None)
        if when is not None and not when.is_bound:
            found[fact.subject] += [when.year, date.fromordinal(when.end).year]
    return {entity: (min(years), max(years)) for entity, years in found.items()}


def _links(pack: Pack) -> tuple[Link, ...]:
    """Every fact between two entities, with the words in which the pack states and asks it."""
    return tuple(_link(pack, fact) for fact in pack.facts.values() if isinstance(fact.object, str))


def _link(pack: Pack, fact: Fact) -> Link:
    relation = pack.relations[fact.relation]
    subject, thing = pack.entities[fact.subject], pack.entities[str(fact.object)]
    said = (fact.statement, fact.ask, fact.ask_subject, relation.statement, relation.ask, relation.ask_subject)
    names = (subject.name, subject.text, *subject.aliases, thing.name, thing.text, *thing.aliases)
    kinds = (*subject.sorts, subject.kind, *thing.sorts, thing.kind)
    text = " ".join((*said, *names, *kinds)).replace("{subject}", " ").replace("{object}", " ")
    return Link(fact.subject, fact.relation, thing.id, frozenset(content_words(text)))
