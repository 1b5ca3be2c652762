import subprocess
import sys

import pytest

from quiz.generate.draw import Draw
from quiz.generate.question import Name, Quantity, Shape, When
from quiz.rounds.grading import grade, read
from quiz.rounds.grading.dates import day_of
from quiz.rounds.names import Names
from tests.rounds.grading.article_names import article_names
from tests.samples import question

SIGNED = day_of(2001, 12, 15)
assert SIGNED
TYPED = [
    (Name("tup", "Tüp"), Shape.TEXT, " tyup ", "tyup", "alias"),
    (When(SIGNED.start, SIGNED.end, "day", "15 December 2001"), Shape.TEXT, "15.12.2001", "15.12.2001", "within"),
    (Quantity(16, "km", 2, "16 km"), Shape.NUMBER, "16 km ", "16 km", "within"),
]


@pytest.mark.parametrize(("answer", "shape", "line", "given", "how"), TYPED)
def test_a_typed_line_is_read_and_graded_by_what_is_asked(
    answer: Name | When | Quantity, shape: Shape, line: str, given: str, how: str
) -> None:
    asked = question("typed", answer, shape=shape)
    assert read(asked, Draw(asked, ()), line) == given
    graded = grade(asked, Draw(asked, ()), given, article_names())
    assert (graded.right, graded.how) == (True, how)
    with pytest.raises(ValueError, match="answered with a line"):
        grade(asked, Draw(asked, ()), ("a", "b"), Names())


def test_a_round_without_typed_questions_does_not_load_rapidfuzz() -> None:
    code = (
        "import sys, quiz.rounds.round, quiz.rounds.selection, quiz.rounds.summary;"
        "print([m for m in ('rapidfuzz', 'pydantic', 'sqlite3', 'textual') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
