"""Every rule finds its flawed example, and nothing at all in its sound one."""

import pytest

from quiz.lint.linting import RULES, lint
from quiz.lint.rule import Rule
from tests.lint.mutants import MUTATORS, flawed_items

NAMES = [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_flawed_example_has_just_this_flaw(rule: Rule) -> None:
    assert [finding.rule for finding in lint(rule.flawed)] == [rule.name]


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_sound_example_has_no_flaw_of_any_kind(rule: Rule) -> None:
    assert lint(rule.sound) == []


def test_every_rule_has_a_reference_a_mutator_and_a_hand_written_item() -> None:
    assert all(rule.reference for rule in RULES)
    assert len(set(NAMES)) == len(NAMES)
    assert {name for name, _ in MUTATORS} == set(NAMES)
    assert {name for name, _ in flawed_items()} == set(NAMES)
