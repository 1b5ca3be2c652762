"""What is read from an open bank: questions whole, facts, names, topics and refusals, in the pack's order.

Every function raises sqlite3.Error or ValueError for a damaged bank; `bank.opened` turns both into BankError.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from quiz.errors import BankError
from quiz.generate.content import FactRow, KindRow, TopicRow
from quiz.generate.question import Distractor, Option, Proof, Question, Refusal, Shape
from quiz.rounds.candidate import Candidate
from quiz.rounds.names import Names
from quiz.store.codec import decode_answer, decode_words

Row = dict[str, Any]
Lists = dict[str, list[str]]


def question(db: Database, question_id: str) -> Question:
    """One question with all its proofs; raises BankError where there is none of that id."""
    found = questions(db, (question_id,))
    if not found:
        raise BankError(f"There is no question with the id {question_id[:80]!r}", "List them with: quiz bank list")
    return found[0]


def questions(db: Database, ids: Iterable[str] | None = None) -> tuple[Question, ...]:
    """All questions in the pack's order, or those of `ids` in the order of `ids` (unknown ids are left out)."""
    if ids is None:
        return tuple(_assemble(db, list(db.query("SELECT * FROM questions ORDER BY position")), None))
    wanted = tuple(ids)
    rows = list(db.query(f"SELECT * FROM questions WHERE id IN ({_places(wanted)})", wanted))
    by_id = {q.id: q for q in _assemble(db, rows, wanted)}
    return tuple(by_id[question_id] for question_id in wanted if question_id in by_id)


def facts(db: Database) -> tuple[FactRow, ...]:
    """Every fact of the pack, asked or not."""
    topics = _grouped(db.execute("SELECT fact, topic FROM fact_topics ORDER BY fact, rowid").fetchall())
    rows = db.query("SELECT * FROM facts ORDER BY position")
    return tuple(FactRow(topics=tuple(topics[row["id"]]), **_without(row, "position")) for row in rows)


def kinds(db: Database) -> tuple[KindRow, ...]:
    """Every kind of entity with its trailing words."""
    rows = db.execute("SELECT kind, type_words FROM kinds ORDER BY rowid").fetchall()
    return tuple(KindRow(kind, decode_words(words)) for kind, words in rows)


def topics(db: Database) -> tuple[TopicRow, ...]:
    """Every topic of the pack."""
    return tuple(TopicRow(*row) for row in db.execute("SELECT id, title FROM topics ORDER BY position").fetchall())


def refusals(db: Database) -> tuple[Refusal, ...]:
    """What could not be asked, and why."""
    return tuple(Refusal(**row) for row in db.query("SELECT * FROM refusals ORDER BY rowid"))


def candidates(db: Database) -> list[Candidate]:
    """What selection needs to know of every question, in three queries."""
    roles = {"asks": "asks", "reveals": "reveals", "shows": "reveals"}
    lists: dict[str, Lists] = {"asks": defaultdict(list), "reveals": defaultdict(list)}
    sql = "SELECT question, role, fact FROM question_facts WHERE role <> 'rests_on' ORDER BY question, role, position"
    for question_id, role, fact in db.execute(sql).fetchall():
        lists[roles[role]][question_id].append(fact)
    topic_lists = _grouped(db.execute("SELECT question, topic FROM question_topics ORDER BY rowid").fetchall())
    sql = "SELECT id, family, theme, depth, kind, shape, difficulty, option_count FROM questions ORDER BY position"
    return [
        Candidate(
            id=question_id,
            family=family,
            theme=theme,
            topics=tuple(topic_lists[question_id]),
            depth=depth,
            kind=kind,
            shape=shape,
            difficulty=difficulty,
            asks=tuple(lists["asks"][question_id]),
            reveals=tuple(lists["reveals"][question_id]),
            two_options=shape == Shape.CHOICE and options == 2,
        )
        for question_id, family, theme, depth, kind, shape, difficulty, options in db.execute(sql).fetchall()
    ]


def first_guesses(db: Database) -> dict[str, float]:
    """The first guess of each family's difficulty, 0 easy to 1 hard: the mean of its questions."""
    return dict(db.execute("SELECT family, avg(difficulty) FROM questions GROUP BY family").fetchall())


def names(db: Database) -> Names:
    """All spellings of all entities' names, with one sentence on each entity, as grading needs them."""
    sql = "SELECT entity, kind, name, alias FROM names JOIN entities ON entities.id = entity ORDER BY names.rowid"
    rows = [(entity, kind, name, bool(alias)) for entity, kind, name, alias in db.execute(sql).fetchall()]
    type_words = {row.kind: row.type_words for row in kinds(db)}
    what = dict(db.execute("SELECT id, what FROM entities WHERE what <> ''").fetchall())
    return Names(rows, type_words, what)


def facts_asked(db: Database) -> frozenset[str]:
    """The facts that rounds ask without being given a topic."""
    sql = (
        "SELECT DISTINCT fact FROM question_facts JOIN questions ON questions.id = question"
        " WHERE role = 'asks' AND depth <> 'footnote'"
    )
    return frozenset(fact for (fact,) in db.execute(sql).fetchall())


def families_by_theme(db: Database) -> dict[str, int]:
    """How many families of questions each theme has that rounds draw without being given a topic."""
    sql = "SELECT theme, count(DISTINCT family) FROM questions WHERE depth <> 'footnote' GROUP BY theme ORDER BY theme"
    return dict(db.execute(sql).fetchall())


def families_by_topic(db: Database) -> dict[str, int]:
    """How many families of questions each topic has."""
    sql = (
        "SELECT topic, count(DISTINCT family) FROM question_topics JOIN questions ON questions.id = question"
        " GROUP BY topic"
    )
    return dict(db.execute(sql).fetchall())


def _assemble(db: Database, rows: list[Row], ids: tuple[str, ...] | None) -> list[Question]:
    """Questions from their rows, with the lists that stand in other tables (of `ids` only, or of all)."""
    where = "" if ids is None else f"WHERE question IN ({_places(ids)})"
    arguments = ids or ()
    roles: dict[str, Lists] = {"asks": defaultdict(list), "rests_on": defaultdict(list), "reveals": defaultdict(list)}
    sql = f"SELECT question, role, fact FROM question_facts {where} ORDER BY question, role, position"
    for question_id, role, fact in db.execute(sql, arguments).fetchall():
        if role in roles:
            roles[role][question_id].append(fact)
    sql = f"SELECT question, topic FROM question_topics {where} ORDER BY question, position"
    topic_lists = _grouped(db.execute(sql, arguments).fetchall())
    pools: dict[str, list[Distractor]] = defaultdict(list)
    for row in db.query(f"SELECT * FROM distractors {where} ORDER BY question, position", arguments):
        pools[row["question"]].append(_distractor(row))
    return [_question(row, pools[row["id"]], topic_lists[row["id"]], roles) for row in rows]


def _question(row: Row, pool: list[Distractor], topic_list: list[str], roles: dict[str, Lists]) -> Question:
    question_id = row["id"]
    place = None if row["longitude"] is None else (row["longitude"], row["latitude"])
    return Question(
        id=question_id,
        family=row["family"],
        kind=row["kind"],
        shape=Shape(row["shape"]),
        theme=row["theme"],
        topics=tuple(topic_list),
        depth=row["depth"],
        stem=row["stem"],
        answer=decode_answer(row["answer"]),
        pool=tuple(pool),
        explanation=row["explanation"],
        source=row["source"],
        asks=tuple(roles["asks"][question_id]),
        rests_on=tuple(roles["rests_on"][question_id]),
        reveals=tuple(roles["reveals"][question_id]),
        difficulty=row["difficulty"],
        few_options=row["few_options"],
        wants=row["wants"],
        place=place,
    )


def _distractor(row: Row) -> Distractor:
    proof = Proof(bool(row["verdict"]), row["reason"], decode_words(row["facts"]), row["closure"], row["sentence"])
    option = Option(row["key"], row["text"], row["rank"])
    return Distractor(option, proof, row["plausibility"], decode_words(row["clashes"]), decode_words(row["reveals"]))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Lists:
    lists: Lists = defaultdict(list)
    for key, value in pairs:
        lists[key].append(value)
    return lists


def _without(row: Row, column: str) -> Row:
    return {key: value for key, value in row.items() if key != column}


def _places(values: tuple[str, ...]) -> str:
    return ", ".join("?" for _ in values)
