"""Wrong options with their proofs: found in the pack, written by hand or made by program, and always refuted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from quiz.folding import fold
from quiz.generate import neighbours
from quiz.generate.feedback import Telling, truth_about
from quiz.generate.question import Distractor, Option, Proof
from quiz.generate.reach import Reach
from quiz.generate.reveals import Mentions
from quiz.generate.words import date_text, quantity_text, statement
from quiz.knowledge import dates
from quiz.knowledge.model import Depth, Entity, Fact, Pack, Relation, Rival, Value
from quiz.knowledge.verdict import Statement, Truth, Verdict, refuted_by_hand, tied, verdict, windows_part

MOST = 12
"""How many distractors a question keeps: a draw considers fewer."""

ENOUGH = 4
"""With so many numbers or dates written by hand none is made by program: made ones would look different."""

OF_OTHER_FACTS, MADE = 0.7, 0.4
"""Plausibility of a value that another fact of the topic has, and of one made by program."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What rivals are looked for: the fact, which end of it is asked, and the stem that must not name them."""

    pack: Pack
    mentions: Mentions
    reach: Reach
    fact: Fact
    stem: str


def object_pool(asked: Asked) -> tuple[Distractor, ...]:
    """Refuted rivals of a fact's object, the most plausible first."""
    if isinstance(asked.fact.object, str):
        answer = asked.pack.entities[asked.fact.object]
        found = _entities(asked, answer, asked.fact.rivals, as_subject=False)
    elif asked.fact.object.when:
        found = _dates(asked)
    elif asked.fact.object.number is not None:
        found = _numbers(asked, asked.fact.object)
    else:
        found = _words(asked)
    return best(asked, found)


def subject_pool(asked: Asked) -> tuple[Distractor, ...]:
    """Refuted rivals of a fact's subject, the most plausible first."""
    answer = asked.pack.entities[asked.fact.subject]
    return best(asked, _entities(asked, answer, asked.fact.subject_rivals, as_subject=True))


def best(asked: Asked, found: Iterable[Distractor]) -> tuple[Distractor, ...]:
    """The most plausible of those found, each with the others that it is never shown beside."""
    ranked = sorted(found, key=lambda distractor: (-distractor.plausibility, distractor.option.key))[:MOST]
    return tuple(_with_clashes(asked, distractor, ranked) for distractor in ranked)


def _with_clashes(asked: Asked, distractor: Distractor, others: list[Distractor]) -> Distractor:
    entities = asked.pack.entities
    mine = distractor.option
    clashes = tuple(
        other.option.key
        for other in others
        if other is not distractor
        and (
            other.option.text.casefold() == mine.text.casefold()
            or (mine.key in entities and other.option.key in entities and tied(asked.pack, mine.key, other.option.key))
        )
    )
    return replace(distractor, clashes=clashes)


def _entities(asked: Asked, answer: Entity, written: tuple[Rival, ...], *, as_subject: bool) -> Iterator[Distractor]:
    pack, fact = asked.pack, asked.fact
    by_hand = {rival.is_: (place, rival) for place, rival in enumerate(written)}
    for key, (place, rival) in by_hand.items():
        text = pack.entities[key].option
        yield proven(asked, key, text, refuted_by_hand(fact, rival), told_by_hand(rival), hand_rank(place))
    named = asked.mentions.entities(asked.stem)
    relation = pack.relations[fact.relation]
    barred = {*by_hand, *named, *fact.never_rivals}
    for other in asked.reach.alike(answer):
        if other.id in barred or not may_stand(relation, other, as_subject=as_subject):
            continue
        if tied(pack, other.id, answer.id) or other.option == answer.option:
            continue
        judged = verdict(pack, _statement_of(fact, other.id) if as_subject else _statement(fact, other.id))
        if judged.truth is Truth.FALSE:
            telling = truth_about(pack, other.id, fact)
            yield proven(asked, other.id, other.option, judged, telling, nearness(asked, answer, other))


def _statement(fact: Fact, thing: str | Value) -> Statement:
    """That the fact's subject has another object, at the time at which the fact holds."""
    return Statement(fact.subject, fact.relation, thing, _time_of(fact))


def _statement_of(fact: Fact, subject: str) -> Statement:
    """That another subject has the fact's object; a date counts at the precision it is asked in."""
    dated = isinstance(fact.object, Value) and fact.object.when and fact.precision
    thing = Value(date=asked_date(fact).edtf) if dated else fact.object
    return Statement(subject, fact.relation, thing, _time_of(fact))


def _time_of(fact: Fact) -> dates.When | None:
    return dates.parse(fact.valid) if fact.valid else None


def may_stand(relation: Relation, other: Entity, *, as_subject: bool) -> bool:
    """Whether an entity is of a kind and sort that stands at that end of a relation."""
    kinds, sort = (relation.domain, relation.subject_sort) if as_subject else (relation.range, relation.object_sort)
    return other.kind in kinds and (not sort or sort in other.sorts)


def alike(answer: Entity, rival: Entity) -> bool:
    """Rivals share a sort; where the answer has none, its kind."""
    return bool(set(answer.sorts) & set(rival.sorts)) if answer.sorts else answer.kind == rival.kind


def nearness(asked: Asked, answer: Entity, rival: Entity) -> float:
    """From 0.2 to 0.9: shared topics and relations, likeness of sorts and of names."""
    about = asked.pack.facts_about.get(rival.id, ())
    topics = {topic for fact in about for topic in fact.topics}
    shared = set(answer.sorts) & set(rival.sorts)
    all_sorts = set(answer.sorts) | set(rival.sorts)
    score = 0.3 if about else 0.2
    score += 0.2 if topics & set(asked.fact.topics) else 0.0
    score += 0.1 if any(fact.relation == asked.fact.relation for fact in about) else 0.0
    score += 0.15 * (len(shared) / len(all_sorts) if all_sorts else 1.0)
    score += 0.15 * _likeness(answer.option.casefold(), rival.option.casefold())
    return round(score, 4)


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    """How alike two names are spelt, 0 to 1; every kind of question of a fact asks it anew."""
    return SequenceMatcher(None, one, other).ratio()


def _words(asked: Asked) -> Iterator[Distractor]:
    for place, rival in enumerate(asked.fact.rivals):
        judged = refuted_by_hand(asked.fact, rival)
        yield proven(asked, slug(rival.is_), rival.is_, judged, told_by_hand(rival), hand_rank(place))


def told_by_hand(rival: Rival) -> Telling:
    """What a player reads who chose a written rival."""
    return Telling(rival.because, rival.rests_on)


def hand_rank(place: int) -> float:
    """Rivals written by hand are the confusions learners really make; the first is the best."""
    return round(max(0.75, 1.0 - 0.04 * place), 4)


def asked_date(fact: Fact) -> dates.When:
    """The date a fact has, at the precision it is asked in. Raises TypeError where its object is no date."""
    if not isinstance(fact.object, Value) or fact.object.when is None:
        raise TypeError(f"fact {fact.id!r} has no date")
    return fact.object.when.coarsened(fact.precision) if fact.precision else fact.object.when


def _dates(asked: Asked) -> Iterator[Distractor]:
    offered: set[str] = {asked_date(asked.fact).text}
    for when, telling, plausibility in _other_dates(asked):
        judged = verdict(asked.pack, _statement(asked.fact, Value(date=when.edtf)))
        if judged.truth is Truth.FALSE and when.text not in offered and date_text(when) not in asked.stem:
            offered.add(when.text)
            yield proven(asked, when.edtf, date_text(when), judged, telling, plausibility, float(when.start))


def _other_dates(asked: Asked) -> Iterator[tuple[dates.When, Telling, float]]:
    """Dates to be refuted: written rivals, then those of facts of the same topic or theme, then neighbours."""
    right = asked_date(asked.fact)
    for place, rival in enumerate(asked.fact.rivals):
        yield dates.parse(rival.is_), told_by_hand(rival), hand_rank(place)
    for fact in sorted(asked.reach.dated(asked.fact), key=lambda other: _topics_apart(asked.fact, other)):
        if len(asked.fact.rivals) >= ENOUGH and _topics_apart(asked.fact, fact):
            continue
        if isinstance(fact.object, Value) and fact.object.when and _comparable(asked.fact, fact):
            when = fact.object.when
            if right.precision is not dates.Precision.YEARS:
                when = when.coarsened(right.precision)
            if _equally_known(when, right) and not fact.object.when.is_bound:
                telling = Telling(statement(asked.pack, fact), (fact.id,))
                yield when, telling, _date_plausibility(asked.fact, fact, abs(when.year - right.year))
    if len(asked.fact.rivals) >= ENOUGH:
        return
    for place, when in enumerate(neighbours.dates(right)):
        yield when, Telling(neighbours.date_off(when, right), ()), _made_rank(place)


def _equally_known(one: dates.When, other: dates.When) -> bool:
    """Dates that may stand side by side: the same precision and, for spans, the same number of years."""
    years = [round((when.end - when.start) / 365.25) for when in (one, other)]
    return one.precision is other.precision and years[0] == years[1]


def _comparable(asked: Fact, other: Fact) -> bool:
    """A date of the same theme; a footnote's only where a topic is shared, since few have met it."""
    return other.theme == asked.theme and (other.depth is not Depth.FOOTNOTE or not _topics_apart(asked, other))


def _date_plausibility(asked: Fact, other: Fact, years: int) -> float:
    """Dates of the same topic and the same decades are the ones that learners mix up."""
    return round(OF_OTHER_FACTS - 0.2 * _topics_apart(asked, other) - min(0.4, years / 60), 4)


def _topics_apart(one: Fact, other: Fact) -> bool:
    return not set(one.topics) & set(other.topics)


def _made_rank(place: int) -> float:
    return round(max(0.2, MADE - 0.02 * place), 4)


def _numbers(asked: Asked, right: Value) -> Iterator[Distractor]:
    taken: list[Value] = []
    for value, telling, plausibility in _other_numbers(asked, right):
        judged = verdict(asked.pack, _statement(asked.fact, value))
        if judged.truth is Truth.FALSE and all(windows_part(value, other) for other in taken):
            taken.append(value)
            number = value.number or 0.0
            text = quantity_text(number, value.unit)
            yield proven(asked, slug(text), text, judged, telling, plausibility, number)


def _other_numbers(asked: Asked, right: Value) -> Iterator[tuple[Value, Telling, float]]:
    """Numbers to be refuted: written rivals, those of facts of the same topic and unit, then neighbours."""
    assert right.number is not None
    for place, rival in enumerate(asked.fact.rivals):
        yield right.model_copy(update={"number": float(rival.is_)}), told_by_hand(rival), hand_rank(place)
    for fact in asked.reach.numbered(asked.fact):
        other = fact.object
        if not isinstance(other, Value) or other.number is None or _topics_apart(asked.fact, fact):
            continue
        if other.unit == right.unit and _same_size(other.number, right.number):
            yield other, Telling(statement(asked.pack, fact), (fact.id,)), OF_OTHER_FACTS
    if len(asked.fact.rivals) >= ENOUGH:
        return
    for place, number in enumerate(neighbours.numbers(right)):
        made = right.model_copy(update={"number": number})
        yield made, Telling(neighbours.number_off(number, right), ()), _made_rank(place)


def _same_size(one: float, other: float) -> bool:
    return other / 5 <= one <= other * 5


def proven(
    asked: Asked,
    key: str,
    text: str,
    judged: Verdict,
    telling: Telling,
    plausibility: float,
    rank: float | None = None,
) -> Distractor:
    """The wrong option that a verdict refutes, with what `telling` says of it."""
    sentence = telling.sentence
    proof = Proof(
        verdict=False,
        reason=judged.reason,
        facts=tuple(dict.fromkeys((*judged.facts, *telling.facts))),
        closure=judged.closure,
        sentence=sentence,
    )
    given_away = {*telling.facts, *asked.mentions.in_any((text, sentence))}
    return Distractor(Option(key, text, rank), proof, plausibility, reveals=tuple(sorted(given_away)))


def slug(text: str) -> str:
    """A key made of words: small letters, figures and hyphens."""
    return "-".join(fold(text)) or "option"
