"""What a response would be worth, found out by giving it in a round of one question without a clock."""

from collections.abc import Iterator, Mapping
from typing import Any

from quiz.folding import fold, squeeze
from quiz.generate.draw import Draw, draw
from quiz.generate.listing import SHOWN_SEED, right_answer
from quiz.generate.question import Pick, Question
from quiz.plain import feedback_lines
from quiz.rounds.grading import Given, Unreadable, read
from quiz.rounds.grading.choice import LETTERS
from quiz.rounds.grading.why import why
from quiz.rounds.names import Names
from quiz.rounds.round import Answer, Start, advance, open_round
from quiz.rounds.rules import Rules

MOST_SEEDS = 200
"""Draws that are looked through for one that shows an option."""


def tried(question: Question, line: str, names: Names) -> dict[str, Any]:
    """How `line` would be graded in answer to `question`, by which rule, and what feedback would say."""
    drawn = _draw_for(question, line)
    given = read(question, drawn, line)
    told: dict[str, Any] = {
        "id": question.id,
        "stem": question.stem,
        "options": [option.text for option in drawn.options],
        "response": line,
        "answer": right_answer(question),
    }
    return told | (_unread(given) if isinstance(given, Unreadable) else _graded(drawn, given, names))


def _draw_for(question: Question, line: str) -> Draw:
    """The draw of the seed that listings show; where `line` is an option that it leaves out, one that shows it."""
    usual = draw(question, SHOWN_SEED)
    typed = squeeze(fold(line))
    wanted = next((wrong.option.key for wrong in question.pool if squeeze(fold(wrong.option.text)) == typed), None)
    if not isinstance(question.answer, Pick) or wanted is None:
        return usual
    draws = (draw(question, seed) for seed in range(MOST_SEEDS))
    return next((one for one in draws if wanted in one.keys), usual)


def _unread(given: Unreadable) -> dict[str, Any]:
    why_not = "no answer can be made of it, so it is asked for once more"
    told = {"right": False, "credit": 0.0, "how": "unreadable", "why": why_not, "understood": "", "near": ""}
    return {**told, "feedback": [given.why]}


def _graded(drawn: Draw, given: Given, names: Names) -> dict[str, Any]:
    state = advance(open_round(Rules(calm=True), [drawn], names), Start(0.0))
    state = advance(state, Answer(0.0, given))
    response = state.responses[0]
    grade = response.grade
    return {
        "right": grade.right,
        "credit": round(grade.credit, 4),
        "how": grade.how,
        "why": why(drawn.question, given, grade, names),
        "understood": grade.chosen,
        "near": grade.near,
        "feedback": feedback_lines(state.current, response),
    }


def as_text(told: Mapping[str, Any]) -> str:
    """The same for people."""
    return "\n".join(_lines(told))


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    yield told["id"]
    yield told["stem"]
    yield from (f"  {letter}) {option}" for letter, option in zip(LETTERS, told["options"], strict=False))
    yield ""
    outcome = "right" if told["right"] else "not graded" if told["how"] == "unreadable" else "wrong"
    outcome = "partly right" if 0 < told["credit"] < 1 else outcome
    yield f"  {'response':<12}{told['response']}"
    yield f"  {'graded':<12}{outcome}"
    yield f"  {'rule':<12}{told['how']}: {told['why']}"
    if told["understood"]:
        yield f"  {'understood':<12}{told['understood']}"
    if told["near"]:
        yield f"  {'near to':<12}{told['near']}"
    label = "feedback"
    for one in told["feedback"]:
        yield f"  {label:<12}{one}"
        label = ""
