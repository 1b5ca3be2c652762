"""What a round says: its heading and, after an answer, what is right and why."""

from textual.content import Content

from quiz.generate.draw import Draw
from quiz.generate.question import Shape
from quiz.plain import right_answer
from quiz.rounds.round import Response, Round
from quiz.rounds.scoring import streak_multiplier
from quiz.rounds.wording import capitalise, figure, sum_line
from quiz.tui.text import plain


def place_in_round(state: Round) -> str:
    """ "Geography   4 of 10", and that the last question counts double where points count."""
    theme = capitalise(state.current.draw.question.theme)
    number, count = state.index + 1, len(state.items)
    double = "   counts double" if number == count and not state.rules.calm else ""
    return f"{theme}   {number} of {count}{double}"


def streak_words(state: Round) -> tuple[str, str]:
    """What is in a row, and the factor that this brings; empty below two."""
    if state.streak < 2:
        return "", ""
    factor = streak_multiplier(state.streak)
    return f"{state.streak} in a row", f"×{figure(factor)}" if factor > 1 and not state.rules.calm else ""


def paragraphs(draw: Draw, response: Response) -> list[Content]:
    """The feedback: how it went, what the chosen one truly is, why, and the source."""
    question = draw.question
    parts = [verdict(draw, response)]
    if response.grade.told:
        parts.append(plain(response.grade.told, "$ink"))
    if question.explanation:
        parts.append(plain(question.explanation, "$soft"))
    parts.append(plain(question.source, "$quiet"))
    return parts


def verdict(draw: Draw, response: Response) -> Content:
    """In words, not by colour alone: right, or partly, with its points; what the right answer is where it was not."""
    if response.right:
        return _credited("Right.", response)
    if draw.question.shape is Shape.SEVERAL and response.given is not None:
        return _of_several(response)
    return Content.assemble((f"{_lead(draw, response)} ", "$ink"), plain(right_answer(draw), "bold $ink"), ("."))


def _of_several(response: Response) -> Content:
    """What fits is marked above already; how many were found is told next."""
    if response.partly:
        return _credited("Partly right.", response)
    return Content.styled("Too late." if response.late else "Not right.", "bold $ink")


def _credited(word: str, response: Response) -> Content:
    sum_ = sum_line(response.points)
    return Content.assemble((word, "bold $right"), f"   {sum_}" if sum_ else "")


def _lead(draw: Draw, response: Response) -> str:
    if response.late and response.grade.right:
        return "Too late. The answer:"
    if response.late and response.given is None:
        return "Time is up. The answer:"
    ordered = draw.question.shape is Shape.ORDER and response.given is not None
    return "The right order:" if ordered else "The answer:"
