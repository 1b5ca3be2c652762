"""From a pack to all that its bank holds: every sound question, and every refusal with its reason."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any

from quiz.generate.content import BankContent, EntityRow, FactRow, KindRow, NameRow, TopicRow
from quiz.generate.feedback import plain_truth
from quiz.generate.kinds import KINDS, true_false
from quiz.generate.question import Pick, Question, Refusal
from quiz.generate.reach import Reach
from quiz.generate.reveals import Mentions
from quiz.generate.words import object_option, source_text, statement
from quiz.generate.workshop import About, Kind, Unsound, Workshop, refusal
from quiz.knowledge.model import Pack

LARGEST_SHARE = 0.25
"""True-false questions are at most this share of a theme."""

TRUE_FALSE = true_false.KIND.name


def build(pack: Pack) -> BankContent:
    """All questions of a pack, in the pack's order, and what rounds need to know beside them."""
    shop = Workshop(pack, Mentions(pack), Reach(pack))
    made, refused = _made(shop)
    made, several = _without_several_answers(made)
    made, too_many = _within_share(made)
    refusals = (*refused, *several, *too_many)
    return BankContent(
        pack_id=pack.header.id,
        title=pack.header.title,
        source=pack.header.source.title,
        source_date=pack.header.source.date,
        licence=pack.header.source.licence,
        questions=tuple(made),
        refusals=refusals,
        facts=tuple(_fact_rows(pack, made, refusals)),
        entities=tuple(_entity_rows(pack)),
        names=tuple(_name_rows(pack)),
        kinds=tuple(KindRow(kind.id, kind.type_words) for kind in pack.header.kinds),
        topics=tuple(TopicRow(topic.id, topic.title) for topic in pack.header.topics),
        border=pack.border,
    )


def _made(shop: Workshop) -> tuple[list[Question], list[Refusal]]:
    made: list[Question] = []
    refused: list[Refusal] = []
    for about, kind, slot, make in _attempts(shop.pack):
        try:
            made.append(make(shop, about))
        except Unsound as why:
            refused.append(refusal(about, kind, slot, why))
    return made, [*_unasked(shop.pack), *refused]


def _attempts(pack: Pack) -> Iterator[tuple[About, Kind, str, Callable[[Workshop, Any], Question]]]:
    """Whatever may be asked, with each kind and slot and what makes the question of it: facts first, then blocks."""
    for fact in pack.facts.values():
        if not fact.not_asked and not fact.asked_with:
            yield from ((fact, kind, slot, make) for kind in KINDS for slot, make in kind.of_facts.items())
    for kind in KINDS:
        if kind.of_order:
            yield from ((order, kind, "order", kind.of_order) for order in pack.orders)
        if kind.of_several:
            yield from ((several, kind, "several", kind.of_several) for several in pack.several)


def _unasked(pack: Pack) -> Iterator[Refusal]:
    """The facts that have no questions of their own, by the pack's own word."""
    for fact in pack.facts.values():
        if fact.not_asked:
            yield Refusal(fact.id, "any", "any", "not-asked", fact.not_asked)
        elif fact.asked_with:
            why = f"the questions of {fact.asked_with} ask it"
            yield Refusal(fact.id, "any", "any", "asked-together", why)


def _without_several_answers(made: list[Question]) -> tuple[list[Question], list[Refusal]]:
    """Leaves out questions whose very stem has another answer elsewhere: no reader could know which is meant."""
    answers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for question in made:
        answers[question.kind, question.stem].add(_answer_key(question))
    kept = [question for question in made if len(answers[question.kind, question.stem]) == 1]
    dropped = [question for question in made if len(answers[question.kind, question.stem]) > 1]
    return kept, [_refused(question, "several-answers", "another fact answers the same stem") for question in dropped]


def _within_share(made: list[Question]) -> tuple[list[Question], list[Refusal]]:
    """Leaves out true-false questions of a theme that would have too many, or too many of one answer."""
    times_asked = Counter(fact for question in made for fact in question.asks)
    kept: set[str] = set()
    for theme in dict.fromkeys(question.theme for question in made):
        mine = [question for question in made if question.theme == theme]
        candidates = [question for question in mine if question.kind == TRUE_FALSE]
        others = len(mine) - len(candidates)
        most = int(others * LARGEST_SHARE / (1 - LARGEST_SHARE))
        kept |= {question.id for question in _balanced(candidates, times_asked)[:most]}
    dropped = {question.id for question in made if question.kind == TRUE_FALSE} - kept
    refused = [
        _refused(question, "share-of-true-false", "the theme has enough of these")
        for question in made
        if question.id in dropped
    ]
    return [question for question in made if question.id not in dropped], refused


def _balanced(candidates: list[Question], times_asked: Counter[str]) -> list[Question]:
    """True and false ones in turn, each the best first: the only question of its fact, then the most tempting."""

    def worth(question: Question) -> tuple[bool, float, str]:
        return times_asked[question.asks[0]] > 1, -question.pool[0].plausibility, question.id

    by_answer = [sorted((q for q in candidates if _answer_key(q) == answer), key=worth) for answer in ("true", "false")]
    only = [question for group in by_answer for question in group if times_asked[question.asks[0]] == 1]
    in_turn = [question for pair in zip_longest(*by_answer) for question in pair if question is not None]
    return list(dict.fromkeys([*only, *in_turn]))


def _answer_key(question: Question) -> str:
    return question.answer.option.key if isinstance(question.answer, Pick) else repr(question.answer)


def _refused(question: Question, reason: str, detail: str) -> Refusal:
    fact, slot, kind = question.id.split(".")
    return Refusal(fact, kind, slot, reason, detail)


def _fact_rows(pack: Pack, made: Iterable[Question], refusals: Iterable[Refusal]) -> Iterable[FactRow]:
    asked = {fact for question in made for fact in question.asks}
    reasons: dict[str, list[str]] = defaultdict(list)
    for refused in refusals:
        if refused.reason != "no-number":
            reasons[refused.fact].append(f"{refused.kind}: {refused.detail}")
    for fact in pack.facts.values():
        yield FactRow(
            id=fact.id,
            theme=fact.theme,
            depth=fact.depth.value,
            topics=fact.topics,
            statement=statement(pack, fact),
            source=source_text(pack, fact.source),
            subject=fact.subject,
            relation=fact.relation,
            object_text=object_option(pack, fact),
            not_asked="" if fact.id in asked else fact.not_asked or "; ".join(reasons[fact.id]),
        )


def _entity_rows(pack: Pack) -> Iterable[EntityRow]:
    for entity in pack.entities.values():
        yield EntityRow(entity.id, entity.kind, entity.option, plain_truth(pack, entity.id))


def _name_rows(pack: Pack) -> Iterable[NameRow]:
    for entity in pack.entities.values():
        written = dict.fromkeys((entity.option, entity.name, entity.text, *entity.aliases))
        for place, name in enumerate(written):
            yield NameRow(entity.id, name, alias=place > 0)
