"""All rules over an item."""

from quiz.lint.item import Item
from quiz.lint.known import NOTHING, Known
from quiz.lint.rule import Finding, Rule
from quiz.lint.rules import content, cues, form, grammar, options, stem, wording

RULES: tuple[Rule, ...] = tuple(
    rule for family in (stem, options, form, grammar, cues, wording, content) for rule in family.RULES
)
"""Every rule, in the order in which findings of one item are told."""


def lint(item: Item, known: Known = NOTHING) -> list[Finding]:
    """The flaws of an item, one finding a rule at most; `known` is what a pack tells, nothing without one."""
    told = ((rule, rule.why(item, known)) for rule in RULES)
    return [Finding(item.id, rule.name, why) for rule, why in told if why]
