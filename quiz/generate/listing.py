"""Questions as plain data for scripts: the lines of `quiz bank list` and the counts of `quiz bank stats`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from quiz.generate.content import FactRow
from quiz.generate.draw import draw
from quiz.generate.question import Pick, Picks, Question, Refusal
from quiz.generate.question import Sequence as Ordered

SHOWN_SEED = 0
"""The seed whose draw a listing shows."""


def line(question: Question) -> dict[str, Any]:
    """One question as the jsonl of `quiz bank list` has it; `options` are one draw, `pool` all distractors."""
    return {
        "id": question.id,
        "family": question.family,
        "theme": question.theme,
        "topics": list(question.topics),
        "depth": question.depth,
        "kind": question.kind,
        "shape": question.shape.value,
        "stem": question.stem,
        "options": [option.text for option in draw(question, SHOWN_SEED).options],
        "answer": right_answer(question),
        "pool": [
            {
                "option": distractor.option.text,
                "feedback": distractor.proof.sentence,
                "reason": distractor.proof.reason,
                "facts": list(distractor.proof.facts),
                "closure": distractor.proof.closure,
                "plausibility": distractor.plausibility,
            }
            for distractor in question.pool
        ],
        "explanation": question.explanation,
        "source": question.source,
        "asks": list(question.asks),
        "rests_on": list(question.rests_on),
        "reveals": list(question.reveals),
        "difficulty": question.difficulty,
        "wants": question.wants,
        "few_options": question.few_options,
    }


def right_answer(question: Question) -> str | list[str]:
    """The right option's text; for an order the shown items in their right order, of several those shown that fit."""
    answer = question.answer
    if isinstance(answer, Pick):
        return answer.option.text
    if isinstance(answer, Ordered):
        shown = draw(question, SHOWN_SEED).keys
        return [item.text for item in answer.items if item.key in shown]
    if isinstance(answer, Picks):
        fitting = {option.key for option in answer.options}
        return [option.text for option in draw(question, SHOWN_SEED).options if option.key in fitting]
    return answer.text


def counts(questions: Sequence[Question], facts: Sequence[FactRow], refusals: Iterable[Refusal]) -> dict[str, Any]:
    """Families by theme, kind and depth; facts asked and not, with why; refusals by reason."""
    families = {question.family: question for question in questions}.values()
    asked = {fact for question in questions for fact in question.asks}
    return {
        "families": len(families),
        "by_theme": dict(sorted(Counter(question.theme for question in families).items())),
        "by_kind": dict(sorted(Counter(question.kind for question in families).items())),
        "by_depth": dict(sorted(Counter(question.depth for question in families).items())),
        "by_theme_and_kind": {
            theme: dict(sorted(Counter(q.kind for q in families if q.theme == theme).items()))
            for theme in sorted({question.theme for question in families})
        },
        "facts": len(facts),
        "facts_asked": sum(fact.id in asked for fact in facts),
        "facts_by_depth": {
            depth: {"asked": sum(fact.id in asked for fact in of_depth), "all": len(of_depth)}
            for depth in sorted({fact.depth for fact in facts})
            for of_depth in [[fact for fact in facts if fact.depth == depth]]
        },
        "facts_not_asked": {fact.id: fact.not_asked for fact in facts if fact.id not in asked},
        "refusals": dict(sorted(Counter(refusal.reason for refusal in refusals).items())),
    }
