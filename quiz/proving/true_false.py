"""Proving a statement: read out of the stem what it says, and weigh that."""

from collections.abc import Iterator

from quiz.folding import fold
from quiz.generate.question import Pick, Proof, Question
from quiz.generate.words import statement
from quiz.knowledge.model import Fact, Misbelief, Value
from quiz.proving.claims import Asked, Claim, time_of
from quiz.proving.doubt import Doubt
from quiz.proving.reading import value_in, words_in
from quiz.proving.refutation import Lack, lacks
from quiz.proving.stems import Stems
from quiz.proving.world import World

ASKED = " True or false?"
"""What stands behind every statement."""


def judged(world: World, _: Stems, question: Question, about: Asked) -> Iterator[Doubt]:
    """Doubts about a statement that is true or false."""
    if not isinstance(question.answer, Pick) or {question.answer.option.key, *_wrong(question)} != {"true", "false"}:
        yield _doubt(question, about, "", "wrong-answer", "its options are not true and false")
        return
    says_true = question.answer.option.key == "true"
    said = question.stem.removesuffix(ASKED)
    if says_true and said != statement(world.pack, about.fact):
        yield _doubt(question, about, "True", "wrong-answer", "the statement is not what the fact says")
    if not says_true and (lack := _lack_of_falsehood(world, said, question.answer.proof, about.fact)):
        yield _doubt(question, about, "True", *lack)
    if about.fact.id not in question.answer.proof.facts:
        what = "its proof does not rest on the fact that is asked"
        yield _doubt(question, about, question.answer.option.text, "wrong-answer", what)


def _wrong(question: Question) -> list[str]:
    return [wrong.option.key for wrong in question.pool]


def _lack_of_falsehood(world: World, said: str, proof: Proof, fact: Fact) -> Lack | None:
    """What lacks for a statement to be surely false."""
    true = next((other.id for other in world.facts_worded(said)), None)
    if true:
        return "true-option", f"fact {true!r} says that this is true"
    if fact.misbelief and fold(fact.misbelief.says) == fold(said):
        return _lack_of_misbelief(proof, fact.misbelief)
    claims = list(_claims(world, said, fact))
    if not claims:
        return "not-refuted", "the statement is neither the fact's misbelief nor the fact with another object"
    # The proof of an answer says that the answer is right; what it refutes is the statement.
    refuting = Proof(False, proof.reason, proof.facts, proof.closure, proof.sentence)
    return next((lack for one in claims if (lack := lacks(world, one, refuting))), None)


def _lack_of_misbelief(proof: Proof, misbelief: Misbelief) -> Lack | None:
    if proof.reason == "written" and misbelief.because and set(misbelief.rests_on) <= set(proof.facts):
        return None
    return "not-refuted", "its proof is not the written refutation of the misbelief"


def _claims(world: World, said: str, fact: Fact) -> Iterator[Claim]:
    """What a statement can mean: the fact with whatever the words in its object's place stand for."""
    words = words_in(said, statement(world.pack, fact, MARK), MARK)
    for thing in _things(world, words, fact) if words else ():
        yield Claim(fact.subject, fact.relation, thing, time_of(fact))


def _things(world: World, words: str, fact: Fact) -> Iterator[str | Value]:
    """What words may stand for in the place of a fact's object."""
    valued, right = world.pack.relations[fact.relation].valued, fact.object
    if not isinstance(right, Value):
        yield from sorted(world.named(words))
        return
    written = (rival for rival in fact.rivals if fold(words) in (fold(rival.in_text), fold(rival.is_)))
    for thing in (rival.as_value(valued) for rival in written):
        if thing is not None:
            yield right.model_copy(update={"number": thing.number}) if thing.number is not None else thing
    if (value := value_in(words, right)) is not None:
        yield value


MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where the object stood, to find what stands there now."""


def _doubt(question: Question, about: Asked, option: str, rule: str, what: str) -> Doubt:
    key = "misbelief" if about.fact.misbelief else "statement"
    return Doubt(question.id, option, rule, what, "fact", about.fact.id, key)
