"""A bank written from what a build hands over: beside its place, then renamed into it."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from quiz.generate.content import BankContent
from quiz.generate.question import Question, Shape
from quiz.store.bank_schema import BANK, TABLES
from quiz.store.codec import dumps, encode_answer, encode_words
from quiz.store.database import connect, immediate, in_words, sync_folder

LEFTOVER_SECONDS = 3600.0
"""After this long an unfinished file beside the bank belongs to a build that died, not to one at work."""

Row = dict[str, Any]


def write(path: Path, content: BankContent) -> None:
    """Put a bank with `content` at `path`; a reader sees the old bank or the new one, never half of either.

    An older bank stays as it is until the new one is whole and on disk. Raises BankError if it cannot be written, or
    if a question names a fact, topic or entity that the content lacks.
    """
    beside = path.with_name(f"{path.name}.building-{os.getpid()}")
    with in_words(path, BANK):
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(path)
        try:
            _fill(beside, content)
            _sync(beside)
            beside.replace(path)
            sync_folder(path.parent)
        finally:
            beside.unlink(missing_ok=True)


def _fill(path: Path, content: BankContent) -> None:
    path.unlink(missing_ok=True)
    db = connect(path)
    try:
        # The file is new and synced as a whole before it gets its name: syncing each step would only cost time.
        db.execute("PRAGMA synchronous = OFF")
        db.execute(f"PRAGMA application_id = {BANK.application_id}")
        db.execute(f"PRAGMA user_version = {BANK.version}")
        with immediate(db):
            db.executescript(TABLES)
            for table, rows in _tables(content):
                _insert(db, table, rows)
        db.execute("ANALYZE")
    finally:
        db.close()


def _insert(db: Database, table: str, rows: Iterable[Row]) -> None:
    """All `rows` into a table that must exist (sqlite-utils' own insert would create one that is misspelt)."""
    rows = list(rows)
    if not rows:
        return
    columns = ", ".join(rows[0])
    places = ", ".join(f":{column}" for column in rows[0])
    statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"
    for row in rows:
        db.execute(statement, row)


def _tables(content: BankContent) -> Iterator[tuple[str, Iterable[Row]]]:
    """Every table with its rows, tables that others refer to first."""
    yield "meta", [{"key": key, "value": value} for key, value in _meta(content).items()]
    yield (
        "sources",
        [{"id": content.pack_id, "title": content.source, "date": content.source_date, "licence": content.licence}],
    )
    yield "topics", [{"id": t.id, "position": i, "title": t.title} for i, t in enumerate(content.topics)]
    yield "kinds", [{"kind": k.kind, "type_words": encode_words(k.type_words)} for k in content.kinds]
    yield (
        "entities",
        [
            {"id": e.id, "position": i, "kind": e.kind, "text": e.text, "what": e.what}
            for i, e in enumerate(content.entities)
        ],
    )
    yield "names", [{"entity": n.entity, "name": n.name, "alias": n.alias} for n in content.names]
    yield "facts", _fact_rows(content)
    yield "fact_topics", [{"fact": fact.id, "topic": topic} for fact in content.facts for topic in fact.topics]
    yield "questions", [_question_row(i, question) for i, question in enumerate(content.questions)]
    yield (
        "question_topics",
        [
            {"question": q.id, "position": i, "topic": topic}
            for q in content.questions
            for i, topic in enumerate(q.topics)
        ],
    )
    yield "question_facts", [row for q in content.questions for row in _question_fact_rows(q)]
    yield "distractors", [row for q in content.questions for row in _distractor_rows(q)]
    yield (
        "refusals",
        [
            {"fact": r.fact, "kind": r.kind, "slot": r.slot, "reason": r.reason, "detail": r.detail}
            for r in content.refusals
        ],
    )


def _meta(content: BankContent) -> dict[str, str]:
    return {
        "pack": content.pack_id,
        "title": content.title,
        "content_hash": content.content_hash,
        "generator_version": str(content.generator_version),
        "border": dumps(content.border),
    }


def _fact_rows(content: BankContent) -> list[Row]:
    return [
        {
            "id": fact.id,
            "position": i,
            "theme": fact.theme,
            "depth": fact.depth,
            "statement": fact.statement,
            "source": fact.source,
            "subject": fact.subject,
            "relation": fact.relation,
            "object_text": fact.object_text,
            "not_asked": fact.not_asked,
        }
        for i, fact in enumerate(content.facts)
    ]


def _question_row(position: int, question: Question) -> Row:
    longitude, latitude = question.place or (None, None)
    return {
        "id": question.id,
        "position": position,
        "family": question.family,
        "kind": question.kind,
        "shape": question.shape.value,
        "theme": question.theme,
        "depth": question.depth,
        "stem": question.stem,
        "answer": encode_answer(question.answer),
        "explanation": question.explanation,
        "source": question.source,
        "difficulty": question.difficulty,
        "few_options": question.few_options,
        "wants": question.wants,
        "longitude": longitude,
        "latitude": latitude,
        "option_count": question.option_count,
    }


def _question_fact_rows(question: Question) -> Iterator[Row]:
    """The facts a question asks, rests on, reveals, and those that one or another of its wrong options shows.

    Only choices show options: what is wrong for a typed answer or a number is never on the screen.
    """
    options = question.pool if question.shape in (Shape.CHOICE, Shape.SEVERAL) else ()
    shown = dict.fromkeys(fact for distractor in options for fact in distractor.reveals)
    roles = {
        "asks": question.asks,
        "rests_on": question.rests_on,
        "reveals": question.reveals,
        "shows": tuple(shown),
    }
    for role, facts in roles.items():
        for position, fact in enumerate(facts):
            yield {"question": question.id, "role": role, "position": position, "fact": fact}


def _distractor_rows(question: Question) -> Iterator[Row]:
    for position, distractor in enumerate(question.pool):
        option, proof = distractor.option, distractor.proof
        yield {
            "question": question.id,
            "position": position,
            "key": option.key,
            "text": option.text,
            "rank": option.rank,
            "plausibility": distractor.plausibility,
            "verdict": proof.verdict,
            "reason": proof.reason,
            "facts": encode_words(proof.facts),
            "closure": proof.closure,
            "sentence": proof.sentence,
            "clashes": encode_words(distractor.clashes),
            "reveals": encode_words(distractor.reveals),
        }


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _clear_leftovers(path: Path) -> None:
    """Remove what builds that were killed left beside the bank."""
    oldest = time.time() - LEFTOVER_SECONDS
    for leftover in path.parent.glob(f"{path.name}.building-*"):
        # Another build may have finished with its file since it was listed.
        with suppress(FileNotFoundError):
            if leftover.stat().st_mtime < oldest:
                leftover.unlink()
