"""Proving what is chosen or recalled: the answer is what a fact says, every wrong option is refuted."""

from collections.abc import Iterator

from quiz.generate.question import Answer, Name, Option, Pick, Quantity, Question, When
from quiz.generate.words import value_text
from quiz.knowledge.model import Value
from quiz.proving.claims import Asked, Slot, as_asked, claim
from quiz.proving.doubt import Doubt
from quiz.proving.options import misnamed, side_by_side
from quiz.proving.refutation import is_true, lacks
from quiz.proving.stems import Stems
from quiz.proving.telling import is_the_packs
from quiz.proving.world import World


def chosen(world: World, stems: Stems, question: Question, about: Asked) -> Iterator[Doubt]:
    """Doubts about one best answer of several options."""
    if not isinstance(question.answer, Pick):
        yield _doubt(question, about, "", "wrong-answer", "its answer is not an option that is chosen")
        return
    yield from stems.doubts(question, about, recalled=False)
    yield from _answer_option(world, question, about, question.answer)
    yield from wrong_options(world, question, about)
    yield from side_by_side(world, question, about, question.answer.option)


def recalled(world: World, stems: Stems, question: Question, about: Asked) -> Iterator[Doubt]:
    """Doubts about a name, a date or a number that is typed."""
    yield from stems.doubts(question, about, recalled=True)
    if not _is_answer(world, about, question.answer):
        yield _doubt(question, about, "", "wrong-answer", "its answer is not what the fact says")
    yield from wrong_options(world, question, about)


def wrong_options(world: World, question: Question, about: Asked) -> Iterator[Doubt]:
    """Each wrong option that is misnamed, whose proof does not refute it, or of which something unsaid is told."""
    for wrong in question.pool:
        named_wrongly = list(misnamed(world, question, about, wrong.option))
        yield from named_wrongly
        if not named_wrongly and (lack := lacks(world, claim(about, wrong.option), wrong.proof)):
            yield _doubt(question, about, wrong.option.text, *lack)
        if not is_the_packs(world, about, wrong):
            what = f"the pack nowhere says what is told of it: “{wrong.proof.sentence}”"
            yield _doubt(question, about, wrong.option.text, "told", what)


def _answer_option(world: World, question: Question, about: Asked, answer: Pick) -> Iterator[Doubt]:
    option = answer.option
    named_wrongly = list(misnamed(world, question, about, option))
    yield from named_wrongly
    if not named_wrongly and not (_known(world, about, option) and is_true(world, claim(about, option))):
        yield _doubt(question, about, option.text, "wrong-answer", "the pack does not say that this is true")
    elif not answer.proof.verdict or about.fact.id not in answer.proof.facts:
        yield _doubt(question, about, option.text, "wrong-answer", "its proof does not rest on the fact that is asked")


def _known(world: World, about: Asked, option: Option) -> bool:
    valued = about.slot is Slot.OBJECT and isinstance(about.fact.object, Value)
    return valued or option.key in world.pack.entities


def _is_answer(world: World, about: Asked, answer: Answer) -> bool:
    """Whether what is to be typed is what the fact says, as it is asked."""
    right = as_asked(about.fact) if about.slot is Slot.OBJECT else about.fact.subject
    if isinstance(answer, Name):
        return answer.entity == right and answer.entity in world.named(answer.text)
    if not isinstance(right, Value):
        return False
    if isinstance(answer, Quantity):
        same = (answer.value, answer.unit, answer.tolerance) == (right.number, right.unit, right.tolerance)
        return same and answer.text == value_text(right)
    when = right.when
    same_days = isinstance(answer, When) and when is not None and (answer.start, answer.end) == (when.start, when.end)
    return same_days and when is not None and not when.is_bound


def _doubt(question: Question, about: Asked, option: str, rule: str, what: str) -> Doubt:
    return Doubt(question.id, option, rule, what, "fact", about.fact.id, _key(about, rule))


def _key(about: Asked, rule: str) -> str:
    """The key of the fact that is to be mended."""
    if rule == "wrong-answer":
        return str(about.slot)
    return "rivals" if about.slot is Slot.OBJECT else "subject_rivals"
