"""What is said of a round once it is over: one honest sentence, and each question for review."""

from collections import Counter
from dataclasses import dataclass

from quiz.generate.question import Pick, Picks, Question, Sequence
from quiz.rounds.grading.order import right_order
from quiz.rounds.grading.several import right_options
from quiz.rounds.round import Item, Phase, Response, Round
from quiz.rounds.wording import WORDS, capitalise, in_order, in_words, listed

ALL_OF = {
    "crossings": "every crossing",
    "geography": "all of the geography",
    "history": "all of the history",
}
"""How a theme is named in which nothing was missed."""

ENOUGH = 3
"""From how many questions on it is worth saying that a theme had no miss."""

LONG_STREAK = 4
"""From how many right answers in a row on they are worth a mention."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One question looked back at. `given` is empty where nothing was given; `used` is in seconds.

    `partly` tells that some of the answer counted, and not all.
    """

    stem: str
    answer: str
    given: str
    right: bool
    late: bool
    points: int
    used: float
    explanation: str
    source: str
    partly: bool = False


def sentence(state: Round) -> str:
    """One sentence on a round that is over: how many were right, and the one thing most worth saying with it."""
    asked, right = len(state.responses), state.right_count
    if state.phase is Phase.LEFT:
        return _left(state, right)
    if asked == 1:
        return f"One question, {_one(state.responses[0])}."
    if right == asked:
        return "Both right." if asked == 2 else f"All {in_words(asked)} right."
    if right == 0:
        return f"None of {in_words(asked)} this time."
    return f"{_share(right, asked)}{_remark(state)}."


def review(state: Round) -> tuple[Reviewed, ...]:
    """Every question that was answered or timed out, in the order asked."""
    return tuple(_row(item, response) for item, response in zip(state.items, state.responses, strict=False))


def answer_text(item: Item) -> str:
    """The right answer as a player reads it: things to be ordered in their order, of several those that were shown."""
    answer = item.draw.question.answer
    if isinstance(answer, Pick):
        return answer.option.text
    if isinstance(answer, Sequence):
        return in_order(option.text for option in right_order(item.draw, answer))
    if isinstance(answer, Picks):
        return listed(option.text for option in right_options(item.draw, answer))
    return answer.text


def _share(right: int, asked: int) -> str:
    """Both numbers in words or both in figures: "Eight of ten", "10 of 20"."""
    return f"{capitalise(in_words(right))} of {in_words(asked)}" if asked < len(WORDS) else f"{right} of {asked}"


def _one(response: Response) -> str:
    if response.partly:
        return "and it was partly right"
    return "and it was right" if response.right else "and it got away"


def _left(state: Round, right: int) -> str:
    asked = len(state.responses)
    if not asked:
        return "Left before the first question was answered."
    if asked == 1:
        return f"Left after one question, {_one(state.responses[0])}."
    return f"Left after {in_words(asked)} questions, {in_words(right)} of them right."


def _remark(state: Round) -> str:
    """What goes with the count, with its comma: a theme without a miss, a long streak, or answers come late."""
    theme = _clean_theme(state)
    if theme:
        return f", and {ALL_OF.get(theme, f'all of {theme}')} right"
    streak = max(response.streak for response in state.responses)
    if streak >= LONG_STREAK:
        return f", {in_words(streak)} of them in a row"
    late = sum(response.late and response.grade.right for response in state.responses)
    if not late:
        return ""
    return f", and {in_words(late)} more that {'was' if late == 1 else 'were'} right but late"


def _clean_theme(state: Round) -> str:
    """The theme, among several, that had the most questions and no miss; empty where none is worth naming."""
    asked, missed = Counter[str](), Counter[str]()
    for question, response in _answered(state):
        asked[question.theme] += 1
        missed[question.theme] += not response.right
    clean = [theme for theme, count in asked.items() if count >= ENOUGH and not missed[theme]]
    return max(clean, key=lambda theme: asked[theme], default="") if len(asked) > 1 else ""


def _answered(state: Round) -> list[tuple[Question, Response]]:
    return [(item.draw.question, response) for item, response in zip(state.items, state.responses, strict=False)]


def _row(item: Item, response: Response) -> Reviewed:
    question = item.draw.question
    return Reviewed(
        stem=question.stem,
        answer=answer_text(item),
        given=response.grade.chosen,
        right=response.right,
        late=response.late,
        points=response.points.total,
        used=response.used,
        explanation=question.explanation,
        source=question.source,
        partly=response.partly,
    )
