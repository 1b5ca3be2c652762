import pytest

from quiz.generate.draw import draw, mixes
from quiz.generate.kinds import multiple_response as kind
from quiz.generate.question import Picks, Question, Shape
from quiz.generate.workshop import Unsound
from quiz.knowledge.model import Pack
from tests.generate.vale import shop, vale, with_changes
from tests.packs import Block, entity, fact, relation, several

MORE_TOWNS = [entity(name) for name in ("elm", "fir", "gorse")]
ON_THE_NORTH = several("on-the-north", "lies_on", objects=["north-side"], ask="Which of these towns lie on the north?")


def of(pack: Pack, name: str = "on-the-north") -> Question:
    return kind.of_several(shop(pack), next(block for block in pack.several if block.id == name))


def answer(question: Question) -> Picks:
    assert isinstance(question.answer, Picks)
    return question.answer


def wrong(question: Question) -> dict[str, str]:
    return {distractor.option.key: distractor.proof.sentence for distractor in question.pool}


def test_all_that_have_the_object_fit_and_whatever_has_another_does_not() -> None:
    asked = of(vale())
    assert (asked.id, asked.shape, asked.kind) == (
        "on-the-north.several.multiple-response",
        Shape.SEVERAL,
        "multiple-response",
    )
    assert [option.key for option in answer(asked).options] == ["ashford", "chalkham"]
    assert set(wrong(asked)) == {"birchley", "dalebury"}
    assert {distractor.proof.reason for distractor in asked.pool} == {"another-object"}
    assert wrong(asked)["birchley"] == "Birchley lies on the south side."
    assert asked.asks == ("ashford-side", "chalkham-side")
    assert set(asked.asks) <= set(asked.reveals)
    assert {"birchley-side", "dalebury-side"} <= set(asked.rests_on)


def test_each_right_option_is_proved_by_its_own_fact() -> None:
    proofs = answer(of(vale())).proofs
    assert [proof.facts for proof in proofs] == [("ashford-side",), ("chalkham-side",)]
    assert [proof.sentence for proof in proofs] == [
        "Ashford lies on the north side.",
        "Chalkham lies on the north side.",
    ]
    assert all(proof.verdict for proof in proofs)


def test_objects_of_a_closed_list_are_asked_and_what_is_not_in_it_is_wrong() -> None:
    grows = relation("touches", "town", "lake", forward="closed", statement="{subject} touches {object}.")
    facts = [fact(f"touches-{lake}", "ashford", "touches", lake) for lake in ("long-lake", "salt-lake")]
    asked = of(with_changes(grows, *facts, several("lakes", "touches", subjects=["ashford"])), "lakes")
    assert [option.key for option in answer(asked).options] == ["long-lake", "salt-lake"]
    assert set(wrong(asked)) == {"round-lake", "deep-lake"}
    assert {distractor.proof.reason for distractor in asked.pool} == {"not-in-list"}
    assert {distractor.proof.closure for distractor in asked.pool} == {"The map shows it."}


def test_things_that_came_in_a_year_are_asked_by_their_dates() -> None:
    more = [entity("elm"), fact("elm-begun", "elm", "begun_in", {"date": "1824"})]
    block = several("in-1824", "begun_in", objects=[{"date": "1824"}])
    asked = of(with_changes(*more, block), "in-1824")
    assert [option.key for option in answer(asked).options] == ["birchley", "elm"]
    assert set(wrong(asked)) == {"ashford", "chalkham", "dalebury"}
    assert {distractor.proof.reason for distractor in asked.pool} == {"dates-exclude"}


def test_words_are_refuted_by_the_writer_and_the_closed_list() -> None:
    famous = relation("known_for", "town", "text", forward="closed", statement="{subject} has {object}.")
    facts = [fact(f"has-{word}", "ashford", "known_for", {"text": word}) for word in ("glass", "salt", "wool")]
    rivals = [{"is": word, "because": f"No {word} there."} for word in ("iron", "silk")]
    asked = of(
        with_changes(famous, *facts, several("known", "known_for", subjects=["ashford"], rivals=rivals)), "known"
    )
    assert [option.text for option in answer(asked).options] == ["glass", "salt", "wool"]
    assert wrong(asked) == {"iron": "No iron there.", "silk": "No silk there."}
    proof = asked.pool[0].proof
    assert (proof.reason, proof.closure, len(proof.facts)) == ("written", "The map shows it.", 3)


def test_rivals_that_are_written_are_the_only_ones_and_say_what_the_writer_says() -> None:
    more = [*MORE_TOWNS, *(fact(f"{t.id}-side", t.id, "lies_on", "south-side") for t in MORE_TOWNS)]
    rivals = [{"is": "dalebury", "because": "Dalebury faces north, from the south."},
              {"is": "elm", "because": "Elm lies low.", "rests_on": ["elm-side"]}]  # fmt: skip
    asked = of(with_changes(*more, ON_THE_NORTH.but(rivals=rivals)))
    assert wrong(asked) == {"dalebury": "Dalebury faces north, from the south.", "elm": "Elm lies low."}
    assert [distractor.option.key for distractor in asked.pool] == ["dalebury", "elm"]
    assert {distractor.proof.reason for distractor in asked.pool} == {"another-object"}


def test_what_is_never_a_rival_or_is_not_told_is_not_offered() -> None:
    more = [*MORE_TOWNS, *(fact(f"{t.id}-side", t.id, "lies_on", "south-side") for t in MORE_TOWNS[:2])]
    asked = of(with_changes(*more, ON_THE_NORTH.but(never_rivals=["elm"])))
    assert set(wrong(asked)) == {"birchley", "dalebury", "fir"}, "of Gorse nothing is told, so it may fit"


def test_what_the_pack_does_not_ask_is_shown_neither_as_right_nor_as_wrong() -> None:
    more = [entity("elm"), fact("elm-side", "elm", "lies_on", "north-side", not_asked="In dispute.")]
    asked = of(with_changes(*more))
    assert "elm" not in {*wrong(asked), *(option.key for option in answer(asked).options)}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ([fact("chalkham-side", "chalkham", "lies_on", "north-side", not_asked="In dispute.")], "too-few-right"),
        ([ON_THE_NORTH.but(never_rivals=["birchley"])], "too-few-rivals"),
    ],
)
def test_too_few_on_either_side_make_no_question(changed: list[Block], reason: str) -> None:
    with pytest.raises(Unsound) as caught:
        of(with_changes(*changed))
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("north", "south", "shown", "counts"),
    [(2, 2, 4, {2}), (2, 4, 6, {2}), (3, 2, 4, {2, 3}), (3, 3, 5, {2, 3}), (4, 2, 4, {2, 3}), (4, 4, 6, {2, 3, 4}),
     (8, 8, 6, {2, 3, 4})],
)  # fmt: skip
def test_how_many_fit_is_left_as_open_as_can_be(north: int, south: int, shown: int, counts: set[int]) -> None:
    names = [*(f"n{n}" for n in range(north)), *(f"s{n}" for n in range(south))]
    sides = ["north-side"] * north + ["south-side"] * south
    lies = relation("stands_on", "town", "side", forward="one")
    facts = [fact(name, name, "stands_on", side) for name, side in zip(names, sides, strict=True)]
    block = several("list", "stands_on", objects=["north-side"])
    asked = of(with_changes(lies, *(entity(name) for name in names), *facts, block), "list")
    assert answer(asked).shown == asked.option_count == shown
    assert set(mixes(asked)) == counts
    assert {len(draw(asked, seed).options) for seed in range(40)} == {shown}
