"""What an option claims: the question's fact with the option in the asked place, as a claim that can be weighed."""

from dataclasses import dataclass
from enum import StrEnum

from quiz.generate.question import Option, Question
from quiz.knowledge import dates
from quiz.knowledge.model import Fact, Pack, Value


class Slot(StrEnum):
    """Which end of its fact a question asks."""

    OBJECT = "object"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Claim:
    """That `subject` stands in `relation` to `object`, throughout the time `at` (None: without a limit)."""

    subject: str
    relation: str
    object: str | Value
    at: dates.When | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The fact that a question asks, and which end of it."""

    fact: Fact
    slot: Slot


def asked(pack: Pack, question: Question) -> Asked | None:
    """What `question` asks, as its id says; None where that names no fact, or no end of one."""
    about, _, rest = question.id.partition(".")
    slot = rest.partition(".")[0]
    if about not in pack.facts or slot not in set(Slot):
        return None
    return Asked(pack.facts[about], Slot(slot))


def time_of(fact: Fact) -> dates.When | None:
    """When a fact held; None where it has no limit."""
    return dates.parse(fact.valid) if fact.valid else None


def as_asked(fact: Fact) -> str | Value:
    """A fact's object as a question has it: a date no more exact than it is asked."""
    thing = fact.object
    if isinstance(thing, Value) and thing.when and fact.precision:
        return Value(date=thing.when.coarsened(fact.precision).edtf)
    return thing


def claim(about: Asked, option: Option) -> Claim:
    """What someone says who chooses `option`. Raises ValueError where its key is no date and a date is asked."""
    fact = about.fact
    if about.slot is Slot.SUBJECT:
        return Claim(option.key, fact.relation, as_asked(fact), time_of(fact))
    return Claim(fact.subject, fact.relation, _thing(fact.object, option), time_of(fact))


def _thing(right: str | Value, option: Option) -> str | Value:
    if not isinstance(right, Value):
        return option.key
    if right.when:
        return Value(date=dates.parse(option.key).edtf)
    if right.number is not None:
        return right.model_copy(update={"number": option.rank})
    return Value(text=option.text)
