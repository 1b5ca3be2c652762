"""The kinds of questions, one module each. To add one: write its module and name its KIND here."""

from quiz.generate.kinds import multiple_response, number, one_best_answer, order, true_false, typed
from quiz.generate.workshop import Kind

KINDS: tuple[Kind, ...] = (
    one_best_answer.KIND,
    typed.KIND,
    number.KIND,
    true_false.KIND,
    order.KIND,
    multiple_response.KIND,
)
"""In the order in which a bank holds the questions of one fact."""

SKIPPABLE = frozenset(
    kind.name if slot == "object" else f"{slot}:{kind.name}" for kind in KINDS for slot in kind.of_facts
)
"""What a fact may `skip`: a kind, or a kind that asks its subject."""
