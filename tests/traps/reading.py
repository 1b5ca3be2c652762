"""How a test reads a bank: all that players are told, what is offered together, what a typed line is worth."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quiz.generate.content import BankContent
from quiz.generate.question import Name, Pick, Picks, Question, Sequence
from quiz.knowledge.model import Entity, Fact, Pack, Value
from quiz.knowledge.verdict import Statement, Truth, verdict
from quiz.rounds.grading.grade import Grade
from quiz.rounds.grading.text import grade_name
from quiz.rounds.names import Names, pressed

ENDS = {
    "crossing-aisha-bibi": ("aisha-bibi", "chongkapka"),
    "crossing-merke": ("merke", "kara-balta"),
    "crossing-korday": ("korday", "akjol"),
    "crossing-khun-chi": ("khun-chi", "kara-su"),
    "crossing-avtodorozhniy": ("avtodorozhniy", "kenbulun"),
    "crossing-kegen": ("kegen", "tup"),
    "crossing-almaty": ("almaty", "chong-sary-oy"),
}
"""Each crossing with its Kazakh end, then its Kyrgyz end, as the source lists them."""

UNSIDED = {"khun-chi", "kara-su"}
"""The two ends whose sides are in dispute."""

OF_THE_SEVEN = re.compile(r"\bseven crossings in this game\b")

IN_SENTENCES = re.compile(r"(?<=[.?!])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a player may read, and the question (or entity) it belongs to."""

    where: str
    text: str


def names_of(bank: BankContent) -> Names:
    """The names of a bank as grading gets them from the store."""
    kinds = {entity.id: entity.kind for entity in bank.entities}
    rows = [(row.entity, kinds[row.entity], row.name, row.alias) for row in bank.names]
    what = {entity.id: entity.what for entity in bank.entities if entity.what}
    return Names(rows, {row.kind: row.type_words for row in bank.kinds}, what)


def texts(question: Question) -> list[str]:
    """Every text of a question that any of its draws can show."""
    answer = question.answer
    told = [question.stem, question.explanation]
    told += [text for wrong in question.pool for text in (wrong.option.text, wrong.proof.sentence)]
    if isinstance(answer, Pick):
        told += [answer.option.text, answer.proof.sentence]
    elif isinstance(answer, Sequence):
        told += [item.text for item in answer.items]
    elif isinstance(answer, Picks):
        told += [option.text for option in answer.options] + [proof.sentence for proof in answer.proofs]
    else:
        told.append(answer.text)
    return told


def everything_said(bank: BankContent) -> Iterator[Said]:
    """Every text of every question, and what grading says of an entity that was typed wrongly."""
    for question in bank.questions:
        for text in dict.fromkeys(texts(question)):
            yield Said(question.id, text)
    for entity in bank.entities:
        if entity.what:
            yield Said(entity.id, entity.what)


def sentences(said: Iterable[Said]) -> Iterator[Said]:
    """What is said, sentence by sentence."""
    for one in said:
        for sentence in IN_SENTENCES.split(one.text):
            yield Said(one.where, sentence)


def matching(said: Iterable[Said], *patterns: str) -> list[Said]:
    """What is said that matches all `patterns`, whatever the case of its letters."""
    wanted = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
    return [one for one in said if all(pattern.search(one.text) for pattern in wanted)]


def offered(question: Question) -> frozenset[str]:
    """The keys of all options that may stand together: the answer's and those of the pool, or the items of an order."""
    answer = question.answer
    if isinstance(answer, Sequence):
        return frozenset(item.key for item in answer.items)
    wrong = {distractor.option.key for distractor in question.pool}
    if isinstance(answer, Picks):
        return frozenset(wrong.union(option.key for option in answer.options))
    return frozenset({*wrong, answer.option.key} if isinstance(answer, Pick) else wrong)


def options(question: Question) -> list[str]:
    """The texts of all options that may stand together."""
    answer = question.answer
    if isinstance(answer, Sequence):
        return [item.text for item in answer.items]
    wrong = [distractor.option.text for distractor in question.pool]
    if isinstance(answer, Picks):
        return [*(option.text for option in answer.options), *wrong]
    return [answer.option.text, *wrong] if isinstance(answer, Pick) else [answer.text, *wrong]


def answered_by(question: Question) -> str:
    """The entity that answers a question, be it chosen or typed; the option's key where it is no entity."""
    answer = question.answer
    if isinstance(answer, Name):
        return answer.entity
    return answer.option.key if isinstance(answer, Pick) else ""


def slot_of(question: Question) -> str:
    """Which end of its fact a question asks: object or subject; order or several where it asks more than one."""
    return question.id.split(".")[1]


def fact_of(pack: Pack, question: Question) -> Fact | None:
    """The fact that a question asks; None where it asks more than one."""
    return pack.facts.get(question.id.split(".")[0])


def asking(pack: Pack, bank: BankContent, *relations: str) -> list[Question]:
    """The questions that ask facts of any of `relations`."""
    return [q for q in bank.questions if (fact := fact_of(pack, q)) and fact.relation in relations]


def asking_a_date(pack: Pack, bank: BankContent) -> list[Question]:
    """The questions, but true-false, whose answer is a date."""
    return [
        q
        for q in bank.questions
        if (fact := fact_of(pack, q))
        and isinstance(fact.object, Value)
        and fact.object.when
        and slot_of(q) == "object"
        and q.kind != "true-false"
    ]


def dated(text: str) -> Value:
    """A date as the object of a statement."""
    return Value(date=text)


def spellings(entity: Entity) -> set[str]:
    """All that an entity is called, marks, case and hyphens aside."""
    return {pressed(name) for name in (entity.name, entity.text, entity.option, *entity.aliases)}


def truth(pack: Pack, subject: str, relation: str, thing: str | Value) -> Truth:
    """What the pack says of a statement."""
    return verdict(pack, Statement(subject, relation, thing)).truth


def typed(names: Names, entity: str, line: str) -> Grade:
    """What `line` is worth where the name of `entity` is asked for."""
    return grade_name(Name(entity, names.text(entity)), line, names)
