"""Typed: the name or date is recalled, not recognised; only where the asked direction has one answer."""

from quiz.generate.distractors import Asked, asked_date, object_pool, subject_pool
from quiz.generate.question import Distractor, Name, Question, Shape, When
from quiz.generate.words import date_text, statement
from quiz.generate.workshop import Draft, Kind, Unsound, Workshop, finished, stem_for, unless_in_stem, unless_skipped
from quiz.knowledge.dates import Precision
from quiz.knowledge.model import Closure, Fact, Value

WANTS = {Precision.DAY: "day, month and year", Precision.MONTH: "month and year", Precision.YEAR: "year"}


def of_object(shop: Workshop, fact: Fact) -> Question:
    """Ask to type a fact's object, a name or a date. Raises Unsound where that cannot be asked."""
    unless_skipped(fact, KIND, "object")
    stem = stem_for(shop, fact, "object")
    siblings = shop.pack.facts_by_pair[fact.subject, fact.relation]
    _one_answer(shop.pack.relations[fact.relation].forward, siblings)
    pool = object_pool(Asked(shop.pack, shop.mentions, shop.reach, fact, stem))
    if isinstance(fact.object, Value):
        return _date(shop, fact, stem, pool)
    return _name(shop, fact, "object", stem, fact.object, pool)


def of_subject(shop: Workshop, fact: Fact) -> Question:
    """Ask to type a fact's subject. Raises Unsound where that cannot be asked."""
    unless_skipped(fact, KIND, "subject")
    stem = stem_for(shop, fact, "subject")
    if not isinstance(fact.object, str):
        raise Unsound("open", "several things may have this value")
    siblings = shop.pack.facts_by_object[fact.relation, fact.object]
    _one_answer(shop.pack.relations[fact.relation].backward, siblings)
    pool = subject_pool(Asked(shop.pack, shop.mentions, shop.reach, fact, stem))
    return _name(shop, fact, "subject", stem, fact.subject, pool)


def _one_answer(closure: Closure, siblings: tuple[Fact, ...]) -> None:
    if closure is Closure.OPEN:
        raise Unsound("open", "there may be answers that the pack does not know")
    if len(siblings) > 1 and not (closure is Closure.ONE and all(other.valid for other in siblings)):
        raise Unsound("several-answers", "the pack knows more than one answer")


def _name(shop: Workshop, fact: Fact, slot: str, stem: str, entity: str, pool: tuple[Distractor, ...]) -> Question:
    known = shop.pack.entities[entity]
    if not next(kind.typed for kind in shop.pack.header.kinds if kind.id == known.kind):
        raise Unsound("not-a-name", f"a {known.kind} is not typed by name")
    if shop.pack.relations[fact.relation].few_options:
        raise Unsound("few-options", "one of two sides is chosen, not typed")
    unless_in_stem(shop, entity, stem)
    told = (statement(shop.pack, fact), f"{stem} {known.option}")
    draft = Draft(KIND, slot, Shape.TEXT, stem, Name(entity, known.option), pool, told)
    return finished(shop, fact, draft, (fact.id,))


def _date(shop: Workshop, fact: Fact, stem: str, pool: tuple[Distractor, ...]) -> Question:
    if not isinstance(fact.object, Value) or fact.object.when is None:
        raise Unsound("not-a-name", "words and numbers are not typed as names")
    when = asked_date(fact)
    if fact.object.when.is_bound or when.precision not in WANTS:
        raise Unsound("no-single-date", "the source gives a bound or a span, which no typed date meets")
    answer = When(when.start, when.end, when.precision.value, date_text(when))
    told = (statement(shop.pack, fact), f"{stem} {answer.text}")
    harder = 0.1 if when.precision is Precision.DAY else 0.0
    draft = Draft(KIND, "object", Shape.TEXT, stem, answer, pool, told, wants=WANTS[when.precision], harder=harder)
    return finished(shop, fact, draft, (fact.id,))


KIND = Kind("typed", base=0.55, of_facts={"object": of_object, "subject": of_subject})
