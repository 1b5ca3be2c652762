"""What a list of several holds: the things that fit it, and what the pack says of any other."""

from dataclasses import dataclass

from quiz.knowledge.model import Closure, Fact, Pack, Several, Thing
from quiz.knowledge.verdict import UNKNOWN, Statement, Truth, Verdict, verdict


@dataclass(frozen=True, slots=True)
class Member:
    """A thing that fits a list, with the fact that says so."""

    thing: Thing
    fact: Fact


def members(pack: Pack, block: Several) -> tuple[Member, ...]:
    """All that fit, in the pack's order."""
    found: dict[str, Member] = {}
    for fact in pack.facts.values():
        if fact.relation == block.relation and _says(pack, block, fact):
            thing = fact.subject if block.objects else fact.object
            found.setdefault(repr(thing), Member(thing, fact))
    return tuple(found.values())


def judged(pack: Pack, block: Several, thing: Thing) -> Verdict:
    """Whether `thing` fits: true if it stands so to one of the things named, false if it is refuted for each."""
    verdicts = [verdict(pack, statement) for statement in _statements(block, thing)]
    true = next((one for one in verdicts if one.truth is Truth.TRUE), None)
    if true or not all(one.truth is Truth.FALSE for one in verdicts):
        return true or UNKNOWN
    facts = tuple(dict.fromkeys(fact for one in verdicts for fact in one.facts))
    telling = next((one for one in verdicts if one.because), verdicts[0])
    return Verdict(Truth.FALSE, telling.reason, facts, telling.closure, telling.because)


def decided(pack: Pack, block: Several) -> bool:
    """Whether the relation tells what does not fit: by a closed list, or because whatever has another has no second."""
    relation = pack.relations[block.relation]
    own, other = relation.forward, relation.backward
    if block.objects:
        own, other = other, own
    return own is not Closure.OPEN or other is Closure.ONE


def _says(pack: Pack, block: Several, fact: Fact) -> bool:
    if block.subjects:
        return fact.subject in block.subjects
    said = (verdict(pack, statement) for statement in _statements(block, fact.subject))
    return any(one.truth is Truth.TRUE and fact.id in one.facts for one in said)


def _statements(block: Several, thing: Thing) -> tuple[Statement, ...]:
    if block.subjects:
        return tuple(Statement(subject, block.relation, thing) for subject in block.subjects)
    return tuple(Statement(str(thing), block.relation, other) for other in block.objects)
