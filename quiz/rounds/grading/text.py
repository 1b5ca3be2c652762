"""Grading a typed name."""

from quiz.generate.question import Name
from quiz.rounds.grading.grade import Grade, Unreadable
from quiz.rounds.grading.spelling import nearest, reaches
from quiz.rounds.names import Names, pressed

LONGEST = 200
"""Letters a typed line may have: no name comes near it, and slips in longer ones are not looked for."""


def grade_name(answer: Name, line: str, names: Names) -> Grade:
    """Grade `line`: the answer's names exactly, then other entities' names, then slips of spelling.

    The question is the judge where two entities share a name; a slip is forgiven only where it leads to the answer
    and is nearer to it than to anything else.
    """
    entity, typed = answer.entity, " ".join(line[:LONGEST].split())
    exact = names.accepted(entity).get(pressed(typed))
    if exact is not None:
        return Grade(True, answer.text, names.what(entity), exact.how)
    others = [other for other in names.meant(typed) if other != entity]
    if others:
        return _other(typed, _only_one(others, entity, names), names, "other-entity")
    if reaches(typed, entity, names):
        return Grade(True, answer.text, names.what(entity), "spelling", answer.text)
    return _other(typed, nearest(typed, entity, names), names, "other-spelling")


def prepare(names: Names) -> None:
    """Work out now what the first typed name would wait for (about 30 ms): for a face, while the question is read."""
    grade_name(Name("", ""), "a name that nothing bears", names)


def _other(typed: str, other: str, names: Names, how: str) -> Grade:
    """The grade of a line that means `other`, or nothing that is known where that is empty."""
    if not other:
        return Grade(False, typed, how="other-entity" if how == "other-entity" else "unread")
    name = names.text(other)
    return Grade(False, name, names.what(other), how, name if how == "other-spelling" else "")


def _only_one(others: list[str], asked: str, names: Names) -> str:
    """Which of `others` is meant: the one of the kind asked for, or the only one; empty where it stays open."""
    alike = [other for other in others if names.kind(other) == names.kind(asked)] or others
    return alike[0] if len(alike) == 1 else ""


def read_name(line: str) -> str | Unreadable:
    """`line` as a name; unreadable where it holds no letter or far more than a name."""
    typed = " ".join(line.split())
    if not any(letter.isalpha() for letter in typed):
        return Unreadable("A name is wanted; capitals and accents do not matter.")
    if len(typed) > LONGEST:
        return Unreadable("That is longer than any name here. Type the name alone.")
    return typed
