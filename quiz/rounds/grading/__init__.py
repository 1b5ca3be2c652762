"""Grading: what a response is worth and what can truly be said of it; reading a typed line as a response."""

from quiz.generate.draw import Draw
from quiz.generate.question import Name, Pick, Picks, Question, Sequence, When
from quiz.rounds.grading.choice import grade_choice, read_choice
from quiz.rounds.grading.grade import UNANSWERED, Given, Grade, Unreadable
from quiz.rounds.grading.number import grade_number, read_number
from quiz.rounds.grading.order import grade_order, read_order
from quiz.rounds.grading.several import grade_several, read_several
from quiz.rounds.grading.text import grade_name, prepare, read_name
from quiz.rounds.grading.when import grade_date, read_date
from quiz.rounds.names import Names

__all__ = ["UNANSWERED", "Given", "Grade", "Unreadable", "grade", "prepare", "read"]


def grade(question: Question, draw: Draw, given: Given, names: Names) -> Grade:
    """Grade what a player gave. Raises ValueError where it is no possible response to `draw`: a bug of the face."""
    answer = question.answer
    if isinstance(answer, Pick):
        return grade_choice(draw, answer, given)
    if isinstance(answer, Sequence):
        return grade_order(draw, answer, given)
    if isinstance(answer, Picks):
        return grade_several(draw, answer, given)
    if not isinstance(given, str):
        raise ValueError(f"{question.id} is answered with a line, not with {given!r}")
    if isinstance(answer, Name):
        return grade_name(answer, given, names)
    return grade_date(answer, given) if isinstance(answer, When) else grade_number(answer, given)


def read(question: Question, draw: Draw, line: str) -> Given | Unreadable:
    """What a typed line gives, or why it cannot be an answer. It says nothing of right or wrong."""
    answer = question.answer
    if not line.strip():
        return Unreadable("The line is empty.")
    if isinstance(answer, Pick):
        return read_choice(draw, line)
    if isinstance(answer, Sequence):
        return read_order(draw, line)
    if isinstance(answer, Picks):
        return read_several(draw, line)
    if isinstance(answer, Name):
        return read_name(line)
    return read_date(answer, line) if isinstance(answer, When) else read_number(answer, line)
