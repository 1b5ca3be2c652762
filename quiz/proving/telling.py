"""Whether what a player is told of a wrong option is a sentence that the pack stands for."""

from collections.abc import Iterator

from quiz.generate.question import Distractor
from quiz.generate.words import said_of_object, statement
from quiz.knowledge.model import Fact, Value
from quiz.proving.claims import Asked, Slot
from quiz.proving.world import World


def is_the_packs(world: World, about: Asked, wrong: Distractor) -> bool:
    """Whether the sentence of a wrong option is a fact's, a written refutation's or a foil's own.

    Of numbers and dates the code may also tell by how much they are off, which is arithmetic and not of the pack.
    """
    fact, told = about.fact, wrong.proof.sentence
    if about.slot is Slot.OBJECT and isinstance(fact.object, Value) and fact.object.text is None:
        return bool(told)
    return told in _sentences(world, fact, wrong)


def _sentences(world: World, asked: Fact, wrong: Distractor) -> Iterator[str]:
    pack = world.pack
    yield from (rival.because for rival in (*asked.rivals, *asked.subject_rivals))
    known = pack.entities.get(wrong.option.key)
    if known and known.foil:
        yield known.apart_because
    for fact in (pack.facts[name] for name in wrong.proof.facts if name in pack.facts):
        yield from (statement(pack, fact), said_of_object(pack, fact))
