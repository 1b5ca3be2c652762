"""Whether the proof that a wrong option carries does refute it: each sort of reason is weighed by itself.

Every function of `REASONS` says what is lacking, or nothing where the refutation stands.
"""

from collections.abc import Callable, Iterable, Mapping

from quiz.generate.question import Proof
from quiz.knowledge.model import Closure, Fact, Relation, Rival, Value
from quiz.proving.claims import Claim
from quiz.proving.values import apart, same
from quiz.proving.world import World, throughout, touches

Lack = tuple[str, str]
"""The rule that is broken, and what is wrong in words."""

NOT_REFUTED = "not-refuted"


def lacks(world: World, said: Claim, proof: Proof) -> Lack | None:
    """What `proof` lacks to refute `said`; None where it does. Raises KeyError where `said` names what is not there."""
    if is_true(world, said):
        return "true-option", "the pack says that this is true"
    unknown = [fact for fact in proof.facts if fact not in world.pack.facts]
    if unknown:
        return NOT_REFUTED, f"its proof names {unknown[0]!r}, which is no fact"
    weigh = REASONS.get(proof.reason)
    if proof.verdict or weigh is None:
        return NOT_REFUTED, f"a proof by {proof.reason!r} refutes nothing here"
    return weigh(world, said, proof)


def is_true(world: World, said: Claim) -> bool:
    """Whether the pack makes a statement true, at any moment of its time."""
    if isinstance(said.object, str):
        return world.is_true(said.relation, said.subject, said.object, said.at)
    return any(
        isinstance(fact.object, Value) and touches(fact, said.at) and same(fact.object, said.object)
        for fact in world.facts_of(said.subject, said.relation)
    )


def _written(world: World, said: Claim, proof: Proof) -> Lack | None:
    for fact in _cited(world, proof):
        for rival in _rivals_for(world, fact, said):
            if set(rival.rests_on) <= set(proof.facts):
                return None
    return NOT_REFUTED, "no fact of its proof has a written refutation of it"


def _rivals_for(world: World, fact: Fact, said: Claim) -> Iterable[Rival]:
    """The written refutations of a fact that are about what is said, at the time of which it is said."""
    relation = world.pack.relations[said.relation]
    if fact.relation != relation.id or not touches(fact, said.at):
        return
    if fact.subject == said.subject:
        yield from (rival for rival in fact.rivals if _is(rival, relation, said.object))
    if fact.object == said.object or (isinstance(fact.object, Value) and isinstance(said.object, Value)):
        yield from (rival for rival in fact.subject_rivals if rival.is_ == said.subject)


def _is(rival: Rival, relation: Relation, thing: str | Value) -> bool:
    meant = rival.as_value(relation.valued)
    if meant is None or not isinstance(thing, Value):
        return rival.is_ == thing
    return (meant.number, meant.date, meant.text) == (thing.number, thing.date, thing.text)


def _another_object(world: World, said: Claim, proof: Proof) -> Lack | None:
    relation = world.pack.relations[said.relation]
    if relation.forward is not Closure.ONE:
        return NOT_REFUTED, f"{relation.id} may hold more than one object"
    return _against_objects(world, said, proof, relation)


def _another_subject(world: World, said: Claim, proof: Proof) -> Lack | None:
    relation = world.pack.relations[said.relation]
    if relation.backward is not Closure.ONE:
        return NOT_REFUTED, f"{relation.id} may hold of more than one subject"
    return _against_subjects(world, said, proof, relation)


def _not_in_list(world: World, said: Claim, proof: Proof) -> Lack | None:
    """A closed list of the objects, or of the subjects, in which the option does not stand."""
    relation = world.pack.relations[said.relation]
    found: list[Lack] = []
    for closure, against in ((relation.forward, _against_objects), (relation.backward, _against_subjects)):
        lack = against(world, said, proof, relation) if closure is Closure.CLOSED else None
        if closure is Closure.CLOSED and lack is None:
            return None
        found += [lack] if lack else []
    return found[0] if found else (NOT_REFUTED, f"{relation.id} closes no list")


def _against_objects(world: World, said: Claim, proof: Proof, relation: Relation) -> Lack | None:
    facts = world.facts_of(said.subject, relation.id)
    others = [(fact, fact.object) for fact in facts if isinstance(fact.object, str)]
    place = (str(said.object), relation.range, relation.forward, relation.closure_why)
    return _against(world, said, proof, others, place)


def _against_subjects(world: World, said: Claim, proof: Proof, relation: Relation) -> Lack | None:
    others = [(fact, fact.subject) for fact in world.holders_of(relation.id, str(said.object))]
    place = (said.subject, relation.domain, relation.backward, relation.backward_why)
    return _against(world, said, proof, others, place)


def _against(
    world: World,
    said: Claim,
    proof: Proof,
    others: list[tuple[Fact, str]],
    place: tuple[str, tuple[str, ...], Closure, str],
) -> Lack | None:
    """What is lacking to refute the entity of `place` by those that stand there.

    `place` is the entity, the kinds that may stand there, how it is closed and the reason for that.
    """
    entity, kinds, closure, why = place
    standing = [(fact, other) for fact, other in others if closure is Closure.CLOSED or touches(fact, said.at)]
    if closure is Closure.ONE and not any(throughout(fact, said.at) for fact, _ in standing):
        standing = []
    if not any(fact.id in proof.facts for fact, _ in standing):
        return NOT_REFUTED, "its proof names no fact that says what stands there instead"
    if world.pack.entities[entity].kind not in kinds:
        return NOT_REFUTED, f"{entity!r} is of a kind that could not stand there, so the closure says nothing of it"
    tie = next((other for _, other in standing if world.tied(entity, other)), None)
    if tie:
        return NOT_REFUTED, f"{entity!r} is not distinct from {tie!r}, which is true"
    return _reason(proof, why)


def _by_value(world: World, said: Claim, proof: Proof) -> Lack | None:
    """Another number or date of a relation that holds one: no value is allowed that could be both."""
    relation = world.pack.relations[said.relation]
    if relation.forward is not Closure.ONE:
        return NOT_REFUTED, f"{relation.id} may hold more than one value"
    facts = [fact for fact in world.facts_of(said.subject, relation.id) if touches(fact, said.at)]
    if not any(throughout(fact, said.at) and fact.id in proof.facts for fact in facts):
        return NOT_REFUTED, "its proof names no fact that says what stands there instead"
    values = [fact.object for fact in facts if isinstance(fact.object, Value)]
    if not isinstance(said.object, Value) or not all(apart(value, said.object) for value in values):
        return NOT_REFUTED, "it lies within what is true, as far as the pack knows it"
    return _reason(proof, relation.closure_why)


def _out_of_order(world: World, said: Claim, _: Proof) -> Lack | None:
    if world.comes_first(said.relation, str(said.object), said.subject):
        return None
    return NOT_REFUTED, "the pack does not put the two in the other order"


def _reason(proof: Proof, why: str) -> Lack | None:
    """The reason of the closure that was used has to be there, and to be the relation's own."""
    if not why or not proof.closure:
        return "no-reason", "it is refuted by a closure that carries no reason"
    if proof.closure != why:
        return "no-reason", f"the reason of its closure is not the relation's: “{why}”"
    return None


def _cited(world: World, proof: Proof) -> Iterable[Fact]:
    return (world.pack.facts[fact] for fact in proof.facts)


REASONS: Mapping[str, Callable[[World, Claim, Proof], Lack | None]] = {
    "written": _written,
    "another-object": _another_object,
    "another-subject": _another_subject,
    "not-in-list": _not_in_list,
    "dates-exclude": _by_value,
    "out-of-window": _by_value,
    "out-of-order": _out_of_order,
}
"""How each reason that refutes is weighed."""
