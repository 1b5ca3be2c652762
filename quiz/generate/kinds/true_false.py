"""True-false: what a fact says, or the confusion that learners make of it."""

from dataclasses import replace
from zlib import crc32

from quiz.generate.distractors import Asked, object_pool, slug
from quiz.generate.question import Distractor, Option, Pick, Proof, Question, Shape
from quiz.generate.words import ask_object, statement
from quiz.generate.workshop import Draft, Kind, Unsound, Workshop, finished, unless_skipped
from quiz.knowledge.model import Fact, Misbelief, Value

NEAR = 0.6
"""How plausible a rival must be for someone to believe the false statement."""

AS_IT_STANDS = "The statement is true as it stands."

TRUE, FALSE = Option("true", "True", 0.0), Option("false", "False", 1.0)


def of_fact(shop: Workshop, fact: Fact) -> Question:
    """The statement of a fact, true or with a near rival in the object's place. Raises Unsound where neither works.

    A written misbelief is always the false statement; three of four other facts are stated as they are, so that true
    and false come out near half.
    """
    unless_skipped(fact, KIND, "object")
    if fact.misbelief is not None:
        return _false(shop, fact, fact.misbelief.says, _refutation(fact, fact.misbelief))
    if shop.pack.relations[fact.relation].few_options:
        raise Unsound("same-as-choice", "with two options to choose from, true-false would ask the same again")
    rival, false_statement = _near_rival(shop, fact)
    if crc32(fact.id.encode()) % 4:
        return _true(shop, fact, rival)
    return _false(shop, fact, false_statement, rival)


def _near_rival(shop: Workshop, fact: Fact) -> tuple[Distractor, str]:
    template = fact.statement or shop.pack.relations[fact.relation].statement
    if "{object}" not in template:
        raise Unsound("no-slot", "the statement has no place for another object")
    pool = object_pool(Asked(shop.pack, shop.mentions, shop.reach, fact, ask_object(shop.pack, fact)))
    if not pool or pool[0].plausibility < NEAR:
        raise Unsound("no-near-rival", "nobody would believe the false statement")
    return pool[0], statement(shop.pack, fact, _in_text(shop, fact, pool[0].option))


def _in_text(shop: Workshop, fact: Fact, rival: Option) -> str:
    if rival.key in shop.pack.entities and not isinstance(fact.object, Value):
        return shop.pack.entities[rival.key].text
    written = next((other for other in fact.rivals if rival.key in (other.is_, slug(other.is_))), None)
    return written.in_text if written and written.in_text else rival.text


def _true(shop: Workshop, fact: Fact, rival: Distractor) -> Question:
    said = statement(shop.pack, fact)
    right = Pick(TRUE, Proof(True, "asserted", (fact.id,), "", said))
    wrong = Distractor(FALSE, Proof(False, "asserted", (fact.id,), "", AS_IT_STANDS), rival.plausibility)
    return _made(shop, fact, said, right, wrong)


def _false(shop: Workshop, fact: Fact, said: str, refuted: Distractor) -> Question:
    proof = refuted.proof
    facts = tuple(dict.fromkeys((fact.id, *proof.facts)))
    told = fact.misbelief.because if fact.misbelief else statement(shop.pack, fact)
    right = Pick(FALSE, Proof(True, proof.reason, facts, proof.closure, told))
    return _made(shop, fact, said, right, replace(refuted, option=TRUE, clashes=()))


def _refutation(fact: Fact, misbelief: Misbelief) -> Distractor:
    proof = Proof(False, "written", (fact.id, *misbelief.rests_on), "", misbelief.because)
    return Distractor(TRUE, proof, plausibility=1.0, reveals=misbelief.rests_on)


def _made(shop: Workshop, fact: Fact, said: str, answer: Pick, wrong: Distractor) -> Question:
    draft = Draft(
        kind=KIND,
        slot="object",
        shape=Shape.CHOICE,
        stem=f"{said} True or false?",
        answer=answer,
        pool=(wrong,),
        told=(answer.proof.sentence, wrong.proof.sentence),
        few_options="A statement is true or false.",
    )
    return finished(shop, fact, draft, (fact.id,))


KIND = Kind("true-false", base=0.35, of_facts={"object": of_fact})
