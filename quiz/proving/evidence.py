"""What every option of a question states, and how the pack bears on that: the proofs as a reader can follow them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.generate.question import Name, Option, Pick, Picks, Proof, Question
from quiz.generate.question import Sequence as Ordered
from quiz.generate.words import filled, object_in_text, object_option, statement
from quiz.knowledge.model import Pack, Value
from quiz.proving.claims import Asked, Slot, asked
from quiz.proving.doubt import Doubt
from quiz.proving.true_false import ASKED


@dataclass(frozen=True, slots=True)
class Evidence:
    """One option, or the answer where it is typed: `states` is the sentence that it makes of the question.

    `right` is what the question takes it for; `doubts` say what of that the pack does not bear out, when the proof is
    derived again, and are empty where all of it holds.
    """

    option: str
    right: bool
    states: str
    proof: Proof
    doubts: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """What the pack says of the statement: "true", "false", or "not proven" where there are doubts."""
        if self.doubts:
            return "not proven"
        return "true" if self.right else "false"


def evidence(pack: Pack, question: Question, doubts: Sequence[Doubt]) -> tuple[Evidence, ...]:
    """What is right, be it one thing or several, then every wrong option; `doubts` are the question's."""
    about = asked(pack, question)

    def shown(option: Option, proof: Proof, *, right: bool) -> Evidence:
        mine = tuple(doubt.told for doubt in doubts if doubt.option == option.text)
        return Evidence(option.text, right, _states(pack, question, about, option), proof, mine)

    return (
        *(shown(option, proof, right=True) for option, proof in _right(pack, question)),
        *(shown(wrong.option, wrong.proof, right=False) for wrong in question.pool),
    )


def _right(pack: Pack, question: Question) -> Iterator[tuple[Option, Proof]]:
    answer = question.answer
    if isinstance(answer, Pick):
        yield answer.option, answer.proof
    elif isinstance(answer, Picks):
        yield from zip(answer.options, answer.proofs, strict=True)
    elif isinstance(answer, Ordered):
        for item, note in zip(answer.items, answer.notes, strict=True):
            yield item, Proof(True, "ordered", _about(pack, question, item), "", note)
    else:
        facts = question.asks[:1]
        told = "".join(statement(pack, pack.facts[fact]) for fact in facts if fact in pack.facts)
        yield (
            Option(answer.entity if isinstance(answer, Name) else "", answer.text),
            Proof(True, "asserted", facts, "", told),
        )


def _about(pack: Pack, question: Question, item: Option) -> tuple[str, ...]:
    """The facts that put a thing where it stands: those of the question that speak of it."""
    mine = {fact.id for fact in pack.facts_about.get(item.key, ())}
    return tuple(fact for fact in question.rests_on if fact in mine)


def _states(pack: Pack, question: Question, about: Asked | None, option: Option) -> str:
    """The sentence that someone says who gives `option`: the fact's own with it in its place, where that can be."""
    if question.stem.endswith(ASKED):
        said = question.stem.removesuffix(ASKED)
        return said if option.key == "true" else f"It is not so: {said}"
    if isinstance(question.answer, Picks):
        return f"{question.stem} – {option.text}"
    if isinstance(question.answer, Ordered) or about is None:
        return option.text
    return _in_its_place(pack, about, option) or f"{question.stem} – {option.text}"


def _in_its_place(pack: Pack, about: Asked, option: Option) -> str:
    """The fact's statement with an option in the asked place; empty where its words leave no place for it."""
    fact = about.fact
    template = fact.statement or pack.relations[fact.relation].statement
    if f"{{{about.slot}}}" not in template:
        return ""
    if about.slot is Slot.OBJECT:
        return statement(pack, fact, _object_text(pack, about, option))
    known = pack.entities.get(option.key)
    return filled(template, known.text if known else option.text, object_in_text(pack, fact))


def _object_text(pack: Pack, about: Asked, option: Option) -> str:
    """How an option stands inside a sentence."""
    if not isinstance(about.fact.object, Value):
        return pack.entities[option.key].text if option.key in pack.entities else option.text
    if option.text == object_option(pack, about.fact):
        return object_in_text(pack, about.fact)
    written = (rival.in_text for rival in about.fact.rivals if rival.is_ == option.text)
    return next(written, "") or option.text
