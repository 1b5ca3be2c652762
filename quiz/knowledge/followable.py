"""The part of a faulty pack in which every reference leads somewhere: contradictions can be looked for in it."""

from collections.abc import Collection

from quiz.knowledge.contradictions import Finding
from quiz.knowledge.dates import Precision
from quiz.knowledge.model import Entity, Fact, Order, Pack, Relation, Rival, Several
from quiz.knowledge.unread import Unread

ENDS = ("subject", "relation", "object")
"""Keys of a fact without which nothing can be made of it."""

TIES = ("part_of", "never_beside")
"""Keys of an entity that name others."""


def followable(pack: Pack, found: Collection[Finding], unread: Unread) -> Pack:
    """`pack` without what `found` and `unread` leave hanging; it says less than the pack, and nothing else."""
    spoilt = {finding.id for finding in found if finding.table == "fact" and finding.key in ENDS}
    kept = {fact.id: fact for fact in pack.facts.values() if fact.id not in spoilt and _has_ends(pack, fact)}
    lost = {fact.relation for fact in pack.facts.values() if fact.id not in kept}
    complete = not unread.lacks("fact")
    spoilt_lists = {finding.id for finding in found if finding.table == "several"}
    return Pack(
        header=pack.header,
        entities={entity.id: _among(pack, entity) for entity in pack.entities.values()},
        relations=pack.relations,
        facts={fact.id: _with_rivals(pack, fact) for fact in kept.values()},
        orders=tuple(
            order for order in pack.orders if complete and order.by not in lost and _can_be_followed(pack, order)
        ),
        several=tuple(block for block in pack.several if complete and _is_whole(block, spoilt_lists, lost)),
    )


def _has_ends(pack: Pack, fact: Fact) -> bool:
    linked = [fact.subject, *([fact.object] if isinstance(fact.object, str) else [])]
    return fact.relation in pack.relations and all(entity in pack.entities for entity in linked)


def _among(pack: Pack, entity: Entity) -> Entity:
    there = {key: tuple(other for other in getattr(entity, key) if other in pack.entities) for key in TIES}
    return entity.model_copy(update=there)


def _with_rivals(pack: Pack, fact: Fact) -> Fact:
    """The fact with those of its rivals that can be weighed."""
    relation = pack.relations[fact.relation]
    coarse = fact.precision is Precision.YEARS  # a date said like this is not to be compared with
    rivals = () if coarse else tuple(rival for rival in fact.rivals if _is_thing(pack, relation, rival))
    subjects = tuple(rival for rival in fact.subject_rivals if rival.is_ in pack.entities)
    return fact.model_copy(update={"rivals": rivals, "subject_rivals": subjects})


def _is_thing(pack: Pack, relation: Relation, rival: Rival) -> bool:
    try:
        return rival.as_value(relation.valued) is not None or rival.is_ in pack.entities
    except ValueError:
        return False


def _is_whole(block: Several, spoilt: set[str], lost: set[str]) -> bool:
    return block.id not in spoilt and block.relation not in lost


def _can_be_followed(pack: Pack, order: Order) -> bool:
    relation = pack.relations.get(order.by)
    makes_order = relation is not None and (relation.orders or relation.valued == "date")
    return makes_order and all(member in pack.entities for member in order.members)
