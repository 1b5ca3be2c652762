"""One-best-answer: a stem, the answer and three refuted distractors that resemble it."""

from dataclasses import replace

from quiz.generate.distractors import Asked, asked_date, object_pool, slug, subject_pool
from quiz.generate.draw import companies
from quiz.generate.question import Distractor, Option, Pick, Proof, Question, Shape
from quiz.generate.words import object_option, said_of_object, statement
from quiz.generate.workshop import Draft, Kind, Unsound, Workshop, finished, stem_for, unless_in_stem, unless_skipped
from quiz.knowledge.model import Fact, Value

FULL = 3
"""Distractors of a full question."""


def of_object(shop: Workshop, fact: Fact) -> Question:
    """Ask a fact's object. Raises Unsound where that cannot be asked."""
    unless_skipped(fact, KIND, "object")
    stem = stem_for(shop, fact, "object")
    pool = object_pool(Asked(shop.pack, shop.mentions, shop.reach, fact, stem))
    _unless_at_an_end(fact, pool)
    option = Option(_object_key(shop, fact), object_option(shop.pack, fact), _rank(fact))
    return _made(shop, fact, Draft(KIND, "object", Shape.CHOICE, stem, _pick(shop, fact, option), pool))


def of_subject(shop: Workshop, fact: Fact) -> Question:
    """Ask a fact's subject. Raises Unsound where that cannot be asked."""
    unless_skipped(fact, KIND, "subject")
    stem = stem_for(shop, fact, "subject")
    pool = subject_pool(Asked(shop.pack, shop.mentions, shop.reach, fact, stem))
    option = Option(fact.subject, shop.pack.entities[fact.subject].option)
    return _made(shop, fact, Draft(KIND, "subject", Shape.CHOICE, stem, _pick(shop, fact, option), pool))


def _unless_at_an_end(fact: Fact, pool: tuple[Distractor, ...]) -> None:
    """A bound refutes on one side only: in a row of dates its answer would always stand at the same end."""
    if isinstance(fact.object, Value) and fact.object.when and fact.object.when.is_bound:
        own = asked_date(fact).start
        if not any((d.option.rank or 0) < own for d in pool) or not any((d.option.rank or 0) > own for d in pool):
            raise Unsound("bound", "only dates on one side of a bound can be refuted, so its place would betray it")


def _pick(shop: Workshop, fact: Fact, option: Option) -> Pick:
    told = said_of_object(shop.pack, fact) if option.key == fact.object else statement(shop.pack, fact)
    return Pick(option, Proof(True, "asserted", (fact.id,), "", told))


def _made(shop: Workshop, fact: Fact, draft: Draft) -> Question:
    assert isinstance(draft.answer, Pick)
    unless_in_stem(shop, draft.answer.option.key, draft.stem)
    few = _few_options(shop, fact, draft.pool)
    told = (draft.answer.option.text, draft.answer.proof.sentence, f"{draft.stem} {draft.answer.option.text}")
    question = finished(shop, fact, replace(draft, told=told, few_options=few), (fact.id,))
    if not companies(question):
        raise Unsound("stands-out", "no set of rivals hides the answer by its length, or they clash with each other")
    return question


def _few_options(shop: Workshop, fact: Fact, pool: tuple[Distractor, ...]) -> str:
    if len(pool) >= FULL:
        return ""
    why = shop.pack.relations[fact.relation].few_options
    if not pool or not why:
        raise Unsound("too-few-rivals", f"{len(pool)} refuted rivals are there, {FULL} are needed")
    return why


def _object_key(shop: Workshop, fact: Fact) -> str:
    if isinstance(fact.object, str):
        return fact.object
    return asked_date(fact).edtf if fact.object.when else slug(object_option(shop.pack, fact))


def _rank(fact: Fact) -> float | None:
    if not isinstance(fact.object, Value):
        return None
    return float(asked_date(fact).start) if fact.object.when else fact.object.number


KIND = Kind("one-best-answer", base=0.3, of_facts={"object": of_object, "subject": of_subject})
