"""Number: a count or a measured value is typed, right within its tolerance."""

from quiz.generate.distractors import Asked, object_pool
from quiz.generate.question import Quantity, Question, Shape
from quiz.generate.words import statement, value_text
from quiz.generate.workshop import Draft, Kind, Unsound, Workshop, finished, stem_for, unless_skipped
from quiz.knowledge.model import Fact, Value


def of_fact(shop: Workshop, fact: Fact) -> Question:
    """Ask to type a fact's number. Raises Unsound where it has none."""
    unless_skipped(fact, KIND, "object")
    value = fact.object
    if not isinstance(value, Value) or value.number is None:
        raise Unsound("no-number", "the object is no number")
    stem = stem_for(shop, fact, "object")
    pool = object_pool(Asked(shop.pack, shop.mentions, shop.reach, fact, stem))
    answer = Quantity(value.number, value.unit, value.tolerance, value_text(value))
    draft = Draft(
        kind=KIND,
        slot="object",
        shape=Shape.NUMBER,
        stem=stem,
        answer=answer,
        pool=pool,
        told=(statement(shop.pack, fact), f"{stem} {answer.text}"),
        wants=value.unit,
    )
    return finished(shop, fact, draft, (fact.id,))


KIND = Kind("number", base=0.5, of_facts={"object": of_fact})
