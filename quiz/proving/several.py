"""Proving a choice of several: each right option is true of something that is named, each wrong one of nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from quiz.folding import fold
from quiz.generate.question import Distractor, Option, Picks, Proof, Question
from quiz.generate.words import said_of_object, statement
from quiz.knowledge.model import Closure, Pack, Relation, Rival, Several, Value
from quiz.proving.claims import Claim
from quiz.proving.doubt import Doubt
from quiz.proving.refutation import REASONS, is_true, lacks
from quiz.proving.world import World


@dataclass(frozen=True, slots=True)
class _Case:
    """The question with the list it asks, and what the pack knows."""

    world: World
    question: Question
    block: Several

    @property
    def relation(self) -> Relation:
        return self.world.pack.relations[self.block.relation]

    @property
    def of_words(self) -> bool:
        """Whether the options are words, not things."""
        return bool(self.block.subjects and self.relation.valued)

    def claims(self, option: Option) -> list[Claim]:
        """What someone says who chooses `option`: any one of these makes it right."""
        name = self.block.relation
        if self.block.objects:
            return [Claim(option.key, name, thing) for thing in self.block.objects]
        thing = Value(text=option.text) if self.of_words else option.key
        return [Claim(subject, name, thing) for subject in self.block.subjects]

    def doubt(self, option: str, rule: str, what: str) -> Doubt:
        key = {"stem": "ask", "wrong-answer": "relation"}.get(rule, "rivals")
        return Doubt(self.question.id, option, rule, what, "several", self.block.id, key)


def list_of(pack: Pack, question: Question) -> Several | None:
    """The list that a question asks; None where its id names none."""
    name = question.id.partition(".")[0]
    return next((block for block in pack.several if block.id == name), None)


def several(world: World, question: Question, block: Several) -> Iterator[Doubt]:
    """Doubts about the options of which all that fit are chosen."""
    case = _Case(world, question, block)
    if not isinstance(question.answer, Picks):
        yield case.doubt("", "wrong-answer", "its answer is not several options")
        return
    if question.stem != block.ask:
        yield case.doubt("", "stem", "the stem is not what the list asks")
    yield from _misnamed(case, (*question.answer.options, *(wrong.option for wrong in question.pool)))
    for option, proof in zip(question.answer.options, question.answer.proofs, strict=True):
        yield from _right(case, option, proof)
    for wrong in question.pool:
        yield from _wrong(case, wrong)
    yield from _side_by_side(case, question.answer)


def unasked(pack: Pack, asked: frozenset[str]) -> Iterator[Doubt]:
    """The lists of which no question came, though they were written to be asked; `asked` are questions' ids."""
    with_question = {question.partition(".")[0] for question in asked}
    for block in pack.several:
        if block.id not in with_question:
            what = "no question came of this list: two that fit are needed, four options, and one that does not fit"
            yield Doubt("", "", "no-rival", what, "several", block.id, "rivals")


def _misnamed(case: _Case, options: tuple[Option, ...]) -> Iterator[Doubt]:
    for option in () if case.of_words else options:
        if option.key not in case.world.named(option.text):
            what = f"the text is no name of {option.key!r}, of which it is proven"
            yield case.doubt(option.text, "same-thing", what)


def _right(case: _Case, option: Option, proof: Proof) -> Iterator[Doubt]:
    facts = [case.world.pack.facts[fact] for fact in proof.facts if fact in case.world.pack.facts]
    said = [fact for fact in facts if fact.relation == case.block.relation and fact.id in case.question.asks]
    if not proof.verdict or not any(is_true(case.world, claim) for claim in case.claims(option)):
        yield case.doubt(option.text, "wrong-answer", "the pack does not say that this is true")
    elif not any(option.key == fact.subject or not case.block.objects for fact in said):
        yield case.doubt(option.text, "wrong-answer", "its proof rests on no fact of the list that is asked")
    elif any(fact.not_asked for fact in said):
        yield case.doubt(option.text, "wrong-answer", "the pack does not want this asked")


def _wrong(case: _Case, wrong: Distractor) -> Iterator[Doubt]:
    claims = case.claims(wrong.option)
    if any(is_true(case.world, claim) for claim in claims):
        yield case.doubt(wrong.option.text, "true-option", "the pack says that this is true")
    elif wrong.proof.verdict or not all(_is_refuted(case, claim, wrong) for claim in claims):
        yield case.doubt(wrong.option.text, "not-refuted", "its proof does not refute it for all that the list names")
    if wrong.proof.sentence not in _sentences(case, wrong):
        what = f"the pack nowhere says what is told of it: “{wrong.proof.sentence}”"
        yield case.doubt(wrong.option.text, "told", what)


def _is_refuted(case: _Case, claim: Claim, wrong: Distractor) -> bool:
    """Whether the facts of a proof refute one claim, by whichever reason; words, by the writer and a closed list."""
    if case.of_words:
        known = {fact.id for fact in case.world.facts_of(claim.subject, claim.relation)}
        written = any(set(rival.rests_on) <= set(wrong.proof.facts) for rival in _rivals_for(case, wrong))
        closed = case.relation.forward is Closure.CLOSED and wrong.proof.closure == case.relation.closure_why != ""
        return written and closed and known <= set(wrong.proof.facts)
    whys = ("", case.relation.closure_why, case.relation.backward_why)
    proofs = (replace(wrong.proof, reason=reason, closure=why) for reason in REASONS for why in whys)
    return any(lacks(case.world, claim, proof) is None for proof in proofs)


def _rivals_for(case: _Case, wrong: Distractor) -> list[Rival]:
    names = {wrong.option.key, wrong.option.text}
    return [rival for rival in case.block.rivals if rival.is_ in names]


def _sentences(case: _Case, wrong: Distractor) -> Iterator[str]:
    """What the pack says of a wrong option: in the list, in a fact that its proof names, or as a foil's own."""
    pack = case.world.pack
    yield from (rival.because for rival in _rivals_for(case, wrong))
    known = pack.entities.get(wrong.option.key)
    if known and known.foil:
        yield known.apart_because
    for fact in (pack.facts[name] for name in wrong.proof.facts if name in pack.facts):
        yield from (statement(pack, fact), said_of_object(pack, fact))
        yield from (rival.because for rival in (*fact.rivals, *fact.subject_rivals))


def _side_by_side(case: _Case, answer: Picks) -> Iterator[Doubt]:
    """Options that are one thing, or of which one is a part of the other, and that a draw may show together."""
    apart = {(wrong.option.key, other) for wrong in case.question.pool for other in wrong.clashes}
    options = (*answer.options, *(wrong.option for wrong in case.question.pool))
    for one, other in combinations(options, 2):
        if {(one.key, other.key), (other.key, one.key)} & apart:
            continue
        known = {one.key, other.key} <= case.world.pack.entities.keys() and not case.of_words
        if fold(one.text) == fold(other.text) or (known and case.world.tied(one.key, other.key)):
            yield case.doubt(other.text, "same-thing", f"it is not distinct from the option “{one.text}”")
