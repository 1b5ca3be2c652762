"""Mistakes in what stands beside one another, and in orders."""

from dataclasses import replace

import pytest

from quiz.generate.build import build
from quiz.generate.question import (
    Option,
    Sequence,
)
from tests.generate.vale import vale, with_changes
from tests.packs import entity
from tests.proving.mutants import BEGUN, FAR, LAKE, bank, beside, first_is, like_the_first, question, rules


def test_one_thing_under_two_names_is_found() -> None:
    pack = with_changes(entity("salt-lake", "lake", aliases=["Brine Lake"], in_text="the Salt Lake"))
    sound = question(LAKE, build(pack))
    alias = like_the_first(sound, Option("salt-lake", "Brine Lake"))
    assert rules(pack, beside(sound, alias)) == {"same-thing"}
    answer = like_the_first(sound, Option("salt-lake", "LONG LAKE"))
    assert rules(pack, beside(sound, answer)) == {"same-thing"}


def test_an_option_that_is_read_as_something_else_is_found() -> None:
    sound = question(LAKE)
    assert rules(vale(), first_is(sound, option=Option(sound.pool[0].option.key, "Ashford"))) == {"same-thing"}
    assert rules(vale(), beside(sound, like_the_first(sound, Option("elmstead", "Elmstead")))) == {"same-thing"}
    far = question(FAR)
    assert rules(vale(), first_is(far, option=replace(far.pool[0].option, text="9 km"))) == {"same-thing"}
    begun = question(BEGUN)
    assert rules(vale(), first_is(begun, option=replace(begun.pool[0].option, text="May 1899"))) == {"same-thing"}


@pytest.mark.parametrize(("tie", "rule"), [("part_of", "overlap"), ("never_beside", "never-beside")])
def test_a_whole_beside_its_part_and_what_never_stands_together_are_found(tie: str, rule: str) -> None:
    pack = with_changes(entity("salt-lake", "lake", in_text="the Salt Lake", **{tie: ["deep-lake"]}))
    content = build(pack)
    sound = question("birchley-lake.subject.one-best-answer", content)
    lakes = question(LAKE, bank(vale))
    assert rules(pack, sound) == set()
    assert rules(pack, lakes) == {rule}
    kept_apart = tuple(
        replace(wrong, clashes=("salt-lake",)) if wrong.option.key == "deep-lake" else wrong for wrong in lakes.pool
    )
    assert rules(pack, replace(lakes, pool=kept_apart)) == set()
    tied_to_the_answer = with_changes(entity("salt-lake", "lake", in_text="the Salt Lake", **{tie: ["long-lake"]}))
    assert rules(tied_to_the_answer, lakes) == {rule, "not-refuted"}


def test_numbers_whose_windows_meet_and_dates_with_a_day_in_common_are_found() -> None:
    far = question("ashford-far.object.one-best-answer")
    near = (far.pool[0].option.rank or 0) + 20
    beyond = Option(f"{near:g}-km", f"{near:,.10g} km", near)
    assert rules(vale(), beside(far, like_the_first(far, beyond))) == {"overlap"}
    begun = question(BEGUN)
    first = begun.pool[0].option
    year = Option(first.key[:4], first.key[:4], first.rank)
    if first.key[:4] == "1824":
        pytest.fail("the first rival is of the right year: its whole year would be true")
    assert rules(vale(), beside(begun, like_the_first(begun, year))) == {"overlap"}


@pytest.mark.parametrize("name", ["towns-down.order.order", "towns-begun.order.order"])
def test_two_things_in_the_wrong_order_are_found(name: str) -> None:
    sound = question(name)
    assert isinstance(sound.answer, Sequence)
    items = sound.answer.items
    for place in range(len(items) - 1):
        swapped = list(items)
        swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
        mutant = replace(sound, answer=replace(sound.answer, items=tuple(swapped)))
        assert rules(vale(), mutant) == {"not-refuted"}
    twice = replace(sound, answer=replace(sound.answer, items=(items[0], items[0], *items[2:])))
    assert "same-thing" in rules(vale(), twice)
    renamed = (replace(items[0], text="Elmstead"), *items[1:])
    assert rules(vale(), replace(sound, answer=replace(sound.answer, items=renamed))) == {"same-thing"}
