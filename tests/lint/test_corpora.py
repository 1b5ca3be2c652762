"""The linter against items written by hand, and against sound ones that a program spoils."""

from collections import Counter, defaultdict

from quiz.lint.item import Item
from quiz.lint.linting import lint
from tests.lint.mutants import MUTATORS, flawed_items, sound_items

CAUGHT = 0.95
"""The least share of mutants that must be caught, over all and for each rule."""


def rules_of(item: Item) -> list[str]:
    return [finding.rule for finding in lint(item)]


def test_there_are_enough_items_and_half_are_about_other_things() -> None:
    ours = ("border", "Kazakh", "Kyrgyz", "Bishkek", "Tokmok", "Kegen", "crossing", "Central Asia", "oblast", "Almaty")
    for items in (sound_items(), [item for _, item in flawed_items()]):
        assert len(items) >= 60
        assert sum(not any(word in item.stem for word in ours) for item in items) >= len(items) / 2


def test_every_flawed_item_is_found_by_its_rule() -> None:
    missed = {item.stem: (rule, rules_of(item)) for rule, item in flawed_items() if rule not in rules_of(item)}
    assert not missed


def test_no_sound_item_raises_anything() -> None:
    assert not {item.stem: lint(item) for item in sound_items() if lint(item)}


def test_mutants_are_caught() -> None:
    confusion: dict[str, Counter[str]] = defaultdict(Counter)
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    missed: list[str] = []
    for item in sound_items():
        for rule, mutate in MUTATORS:
            if (mutant := mutate(item)) is None:
                continue
            found = rules_of(mutant)
            confusion[rule].update(found or ["nothing"])
            made[rule] += 1
            caught[rule] += rule in found
            if rule not in found:
                missed.append(f"{mutate.__name__}: {mutant.stem} {mutant.options} -> {found}")
    table = "\n".join(f"{rule:28} {caught[rule]:4} of {made[rule]:4}   {dict(confusion[rule])}" for rule in made)
    print(table)
    few = [rule for rule, _ in MUTATORS if made[rule] < 3 or caught[rule] < CAUGHT * made[rule]]
    assert not few, table + "\n" + "\n".join(missed)
    assert sum(caught.values()) >= CAUGHT * sum(made.values()), table
