"""Why a response was graded as it was: the rule of its grade in words, with the name, number or date that it met."""

from quiz.generate.question import Name, Quantity, Question, When
from quiz.rounds.grading.grade import Given, Grade
from quiz.rounds.grading.spelling import MOST, allowance, closest
from quiz.rounds.names import Form, Names, pressed
from quiz.rounds.wording import counted, figure

PLAIN = {
    "denied": "it denies a statement that is false",
    "finer": "it is more exact than was asked, and lies inside the answer",
    "coarser": "it holds the answer and more: it is not exact enough",
    "unit": "it is in another unit than the answer",
    "unread": "it names nothing that is known, nor anything spelt nearly so",
    "none": "nothing was given",
}
"""The rules that need no more than their words."""


def why(question: Question, given: Given, grade: Grade, names: Names) -> str:
    """The rule that `grade` names, as a clause that says what it met."""
    if grade.how == "unread" and isinstance(question.answer, Name):
        return _nothing(question.answer, str(given), names)
    if grade.how in PLAIN:
        return PLAIN[grade.how]
    if grade.how == "order":
        return "every one stands in its place" if grade.right else "two of them stand the wrong way round"
    if grade.how == "several":
        return f"right ones less wrong ones make {grade.credit:.0%} of all that fit"
    if isinstance(question.answer, Name):
        return _name(question.answer, str(given), grade, names)
    if isinstance(question.answer, Quantity):
        return f"it {'is' if grade.right else 'is not'} {_window(question.answer)}"
    if isinstance(question.answer, When):
        return f"it lies {'inside' if grade.right else 'outside'} {question.answer.text}"
    return "it is the right option" if grade.right else "it is a wrong option"


def _window(answer: Quantity) -> str:
    return f"within {figure(answer.tolerance)} of {answer.text}" if answer.tolerance else f"exactly {answer.text}"


def _name(answer: Name, typed: str, grade: Grade, names: Names) -> str:
    if grade.how in ("other-entity", "other-spelling"):
        return _other(answer, typed, grade, names)
    if grade.how == "spelling":
        form, slips = closest(typed, answer.entity, names)
        return f"it is {counted(slips, 'slip')} from “{form.name}”, and nearer to that than to any other name"
    return f"it is {_as_written(names.accepted(answer.entity)[pressed(typed)])} of the answer"


def _nothing(answer: Name, typed: str, names: Names) -> str:
    """Why a line is no name: what the answer's nearest spelling is, where that comes near at all."""
    form, slips = closest(typed, answer.entity, names)
    if slips > MOST:
        return PLAIN["unread"]
    near = f"it is {counted(slips, 'slip')} from “{form.name}”"
    if slips > allowance(min(form.core, len(names.core(typed, answer.entity)))):
        return f"{near}, more than a name of its length allows"
    return f"{near}, but as near to another name, or wrong in a figure or an abbreviation"


def _other(answer: Name, typed: str, grade: Grade, names: Names) -> str:
    meant = [other for other in names.meant(typed) if other != answer.entity]
    if grade.how == "other-spelling":
        entity = next(other for other in names.forms if names.text(other) == grade.near)
        form, slips = closest(typed, entity, names)
        return f"it is {counted(slips, 'slip')} from “{form.name}”, which is not the answer"
    forms = [next(form for form in names.forms[other] if form.text == pressed(typed)) for other in meant]
    known = ", ".join(f"{_as_written(form)} of {names.text(other)}" for other, form in zip(meant, forms, strict=True))
    return f"it is {known}, which is not the answer"


def _as_written(form: Form) -> str:
    return {
        "exact": f"the name “{form.name}”",
        "alias": f"the alias “{form.name}”",
        "type-word": f"“{form.name}”, its type word added, moved or left out: a name",
    }[form.how]
