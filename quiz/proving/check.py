"""All doubts about a bank: every question is proven anew from the pack, by the kind it is of."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from quiz.generate.content import BankContent
from quiz.generate.question import Question, Refusal
from quiz.knowledge.model import Pack
from quiz.proving.choice import chosen, recalled
from quiz.proving.claims import Asked, asked
from quiz.proving.doubt import Doubt
from quiz.proving.order import order_of, ordered
from quiz.proving.several import list_of, several, unasked
from quiz.proving.stems import Stems
from quiz.proving.true_false import judged
from quiz.proving.world import World

Prover = Callable[[World, Stems, Question, Asked], Iterable[Doubt]]

OF_FACTS: Mapping[str, Prover] = {
    "one-best-answer": chosen,
    "typed": recalled,
    "number": recalled,
    "true-false": judged,
}
"""How each kind that asks a fact is proven; a kind that stands nowhere cannot be, and is a doubt."""

OF_ORDERS, OF_LISTS = "order", "multiple-response"


class Court:
    """What is needed to prove any question of one pack."""

    def __init__(self, pack: Pack) -> None:
        self._world = World(pack)
        self._stems = Stems(self._world)

    def doubts(self, question: Question) -> list[Doubt]:
        """Whatever of `question` the pack does not bear out; empty where all of it is proven."""
        return [*self._of_facts_named(question), *self._of_kind(question)]

    def _of_kind(self, question: Question) -> Iterable[Doubt]:
        pack = self._world.pack
        if question.kind == OF_ORDERS:
            order = order_of(pack, question)
            return ordered(self._world, question, order) if order else [_unknown(question)]
        if question.kind == OF_LISTS:
            block = list_of(pack, question)
            return several(self._world, question, block) if block else [_unknown(question)]
        if question.kind not in OF_FACTS:
            return [Doubt(question.id, "", "unknown-kind", f"there is no second proof for the kind {question.kind!r}")]
        about = asked(pack, question)
        return OF_FACTS[question.kind](self._world, self._stems, question, about) if about else [_unknown(question)]

    def _of_facts_named(self, question: Question) -> Iterator[Doubt]:
        """Facts that a question names and that are not there, or that its proofs use and it does not name."""
        used = {*question.asks, *(fact for wrong in question.pool for fact in wrong.proof.facts)}
        for fact in sorted(used - set(question.rests_on)):
            yield Doubt(question.id, "", "rests-on", f"its proofs use the fact {fact!r}, which it does not rest on")
        for fact in sorted({*used, *question.rests_on} - set(self._world.pack.facts)):
            yield Doubt(question.id, "", "unknown-fact", f"it rests on {fact!r}, which is no fact")


def doubts(pack: Pack, content: BankContent) -> Iterator[Doubt]:
    """Whatever of a bank its pack does not bear out, question by question, then relations that refute nothing."""
    court = Court(pack)
    for question in content.questions:
        yield from court.doubts(question)
    yield from _without_rivals(pack, content)
    yield from unasked(pack, frozenset(question.id for question in content.questions))


def _without_rivals(pack: Pack, content: BankContent) -> Iterator[Doubt]:
    """Relations for which a choice was tried, and no wrong option was found for any of their facts."""
    refuting = {pack.facts[fact].relation for fact in _refuted_about(pack, content.questions)}
    tried: dict[str, list[Refusal]] = defaultdict(list)
    for refusal in content.refusals:
        if refusal.reason == "too-few-rivals" and refusal.fact in pack.facts:
            tried[pack.facts[refusal.fact].relation].append(refusal)
    for relation, refusals in tried.items():
        if relation not in refuting:
            what = (
                f"no wrong option is refuted for any fact of {relation!r}, such as {refusals[0].fact!r};"
                " close a direction and give its reason, or write rivals"
            )
            yield Doubt("", "", "no-rival", what, "relation", relation, "forward")


def _refuted_about(pack: Pack, questions: Iterable[Question]) -> Iterator[str]:
    """The facts about which some question has a wrong option with a reason of its own."""
    for question in questions:
        about = asked(pack, question)
        if about and any(wrong.proof.reason != "asserted" for wrong in question.pool):
            yield about.fact.id


def _unknown(question: Question) -> Doubt:
    return Doubt(question.id, "", "unknown-fact", "its id names nothing of the pack that could be asked")
