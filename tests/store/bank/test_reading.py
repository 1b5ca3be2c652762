import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.errors import BankError
from quiz.generate.question import Answer, Name, Quantity, Shape
from quiz.store import bank, bank_read
from quiz.store.bank_write import write
from tests.samples import content, question, wrong


def test_questions_are_read_in_the_order_asked_for(path: Path) -> None:
    write(path, content())
    ids = ("treaty-force:choice", "kegen-road:typed", "no-such-question", "course-order:order")
    with bank.opened(path) as db:
        assert [q.id for q in bank_read.questions(db, ids)] == [ids[0], ids[1], ids[3]]
        assert bank_read.question(db, ids[1]).answer == next(q.answer for q in content().questions if q.id == ids[1])
        with pytest.raises(BankError, match="no question with the id 'no-such-question'"):
            bank_read.question(db, "no-such-question")


def test_families_are_counted_by_theme_without_footnotes_and_by_topic_with_them(path: Path) -> None:
    write(path, content())
    with bank.opened(path) as db:
        assert bank_read.families_by_theme(db) == {"crossings": 7, "geography": 2, "history": 3}
        assert bank_read.families_by_topic(db) == {"crossings": 7, "course": 2, "soviet": 4}


def test_text_in_a_bank_that_makes_no_sense_is_a_bank_error(path: Path) -> None:
    write(path, content())
    db = sqlite3.connect(path)
    db.execute("UPDATE questions SET answer = 'nonsense'")
    db.commit()
    db.close()
    with pytest.raises(BankError, match="is damaged"), bank.opened(path) as opened:
        bank_read.questions(opened)


def test_a_bank_is_opened_for_reading_only(path: Path) -> None:
    write(path, replace(content(), title="As written"))
    with pytest.raises(BankError, match="cannot be opened for writing"), bank.opened(path) as db:
        db.execute("DELETE FROM questions")
    with bank.opened(path) as db:
        assert bank.meta(db)["title"] == "As written"


def test_a_bank_that_is_not_there_names_the_command_that_builds_it(path: Path) -> None:
    with pytest.raises(BankError, match="Build them with: quiz bank build"), bank.opened(path):
        pass


def test_selection_is_told_of_every_question_and_of_all_that_its_options_reveal(path: Path) -> None:
    written = content()
    write(path, written)
    with bank.opened(path) as db:
        candidates = bank_read.candidates(db)
    assert len(candidates) == len(written.questions)
    for candidate, asked in zip(candidates, written.questions, strict=True):
        assert candidate.two_options == (asked.kind == "true-false")
        for field in ("id", "family", "theme", "topics", "depth", "kind", "shape", "difficulty", "asks"):
            assert getattr(candidate, field) == getattr(asked, field)
    reveals = {candidate.id: candidate.reveals for candidate in candidates}
    assert reveals["treaty-signed:typed"] == ("treaty-year",)
    assert reveals["treaty-year:choice"] == ("treaty-force",)


@pytest.mark.parametrize(
    ("shape", "answer"),
    [
        (Shape.TEXT, Name("tup", "Tüp")),
        (Shape.NUMBER, Quantity(16.0, "km", 2.0, "16 km")),
    ],
)
def test_wrong_answers_that_are_never_shown_reveal_nothing(path: Path, shape: Shape, answer: Answer) -> None:
    pool = (wrong("b", "B", reveals=("treaty-year",)),)
    typed = question("treaty-force:typed", answer, pool, shape=shape, reveals=("treaty-signed",))
    write(path, content(questions=(typed,)))
    with bank.opened(path) as db:
        assert bank_read.candidates(db)[0].reveals == ("treaty-signed",)


def test_names_are_read_with_their_spellings_and_sentences(path: Path) -> None:
    write(path, content())
    with bank.opened(path) as db:
        names = bank_read.names(db)
        assert bank_read.facts_asked(db) == {f for q in content().questions if q.depth != "footnote" for f in q.asks}
    assert names.meant("tyup") == ("tup",)
    assert names.meant("Tüp village") == ("tup",)
    assert names.what("tup") == "Tüp is a settlement."
    assert names.text("kara-balta") == "Kara-Balta"
