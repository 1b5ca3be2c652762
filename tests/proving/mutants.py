"""Sound questions, and how one mistake is put into them; every tool is told by what the tests do with it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from quiz.generate.build import build
from quiz.generate.content import BankContent
from quiz.generate.question import (
    Distractor,
    Option,
    Question,
)
from quiz.knowledge.load import load
from quiz.knowledge.model import Pack
from quiz.proving.check import Court
from tests.generate.vale import vale

SHIPPED = Path(__file__).resolve().parents[2] / "questions" / "kz-kg"
LAKE = "ashford-lake.object.one-best-answer"
TOWN = "ashford-lake.subject.one-best-answer"
SIDE = "ashford-side.object.one-best-answer"
FAR = "birchley-far.object.one-best-answer"
BEGUN = "birchley-begun.object.one-best-answer"
GLASS = "ashford-glass.object.one-best-answer"


@cache
def shipped() -> Pack:
    return load(SHIPPED)


@cache
def bank(pack: Callable[[], Pack]) -> BankContent:
    return build(pack())


def remade(pack: Pack, **parts: object) -> Pack:
    """The pack with other parts, unseen by the loader; a copy would keep what was looked up in the old ones."""
    return Pack(**{name: getattr(pack, name) for name in Pack.model_fields} | parts)


def question(name: str, content: BankContent | None = None) -> Question:
    return next(one for one in (content or bank(vale)).questions if one.id == name)


def rules(pack: Pack, mutant: Question) -> set[str]:
    return {doubt.rule for doubt in Court(pack).doubts(mutant)}


def beside(sound: Question, *more: Distractor) -> Question:
    """The question with more wrong options, all that their proofs use named."""
    named = dict.fromkeys((*sound.rests_on, *(name for wrong in more for name in wrong.proof.facts)))
    return replace(sound, pool=(*sound.pool, *more), rests_on=tuple(named))


def like_the_first(sound: Question, option: Option, **proof: object) -> Distractor:
    """A wrong option proven as the first one is, but for what `proof` says."""
    first = sound.pool[0]
    return Distractor(option, replace(first.proof, **proof), first.plausibility)  # type: ignore[arg-type]


def first_is(sound: Question, **changed: object) -> Question:
    return replace(sound, pool=(replace(sound.pool[0], **changed), *sound.pool[1:]))  # type: ignore[arg-type]


def proven_by(sound: Question, **changed: object) -> Question:
    return first_is(sound, proof=replace(sound.pool[0].proof, **changed))  # type: ignore[arg-type]


def changed_relation(name: str, **changed: object) -> Pack:
    """The vale with a relation that no loader has looked at."""
    relations = dict(vale().relations)
    relations[name] = relations[name].model_copy(update=changed)
    return remade(vale(), relations=relations)
