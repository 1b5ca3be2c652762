"""A sound bank into which one mistake is put: an option that is true, or that nothing refutes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.generate.build import build
from quiz.generate.question import (
    Distractor,
    Option,
    Pick,
    Proof,
)
from quiz.knowledge.dates import parse
from quiz.knowledge.model import Closure, Pack, Rival
from quiz.proving.check import Court, doubts
from quiz.proving.claims import Claim
from quiz.proving.refutation import lacks
from quiz.proving.world import World
from tests.generate.vale import vale, with_changes
from tests.packs import entity, fact
from tests.proving.mutants import (
    BEGUN,
    FAR,
    GLASS,
    LAKE,
    SIDE,
    TOWN,
    bank,
    beside,
    changed_relation,
    like_the_first,
    proven_by,
    question,
    remade,
    rules,
    shipped,
)


@pytest.mark.parametrize("pack", [vale, shipped])
def test_of_a_sound_bank_nothing_is_doubted(pack: Callable[[], Pack]) -> None:
    content = bank(pack)
    assert {one.kind for one in content.questions} >= {"one-best-answer", "true-false", "typed", "number", "order"}
    assert [str(doubt) for doubt in doubts(pack(), content)] == []


@pytest.mark.parametrize("pack", [vale, shipped])
def test_the_answer_among_the_wrong_options_is_found_wherever_it_is_put(pack: Callable[[], Pack]) -> None:
    court, tried = Court(pack()), 0
    for sound in bank(pack).questions:
        if isinstance(sound.answer, Pick) and sound.kind != "true-false":
            for proof in {wrong.proof for wrong in sound.pool}:
                mutant = beside(sound, Distractor(sound.answer.option, proof, 0.9))
                assert {"true-option", "same-thing"} <= {doubt.rule for doubt in court.doubts(mutant)}, sound.id
                tried += 1
    assert tried > 10


def test_an_option_that_another_fact_makes_true_is_found() -> None:
    """The question was made before the pack learnt that the town lies by a second lake."""
    facts = dict(vale().facts)
    facts["more"] = facts["ashford-lake"].model_copy(update={"id": "more", "object": "salt-lake", "valid": "1900/1950"})
    assert "true-option" in rules(remade(vale(), facts=facts), question(LAKE))


def test_a_number_within_the_tolerance_and_a_date_that_holds_the_right_one_are_found() -> None:
    far, begun = question(FAR), question(BEGUN)
    assert "true-option" in rules(vale(), beside(far, like_the_first(far, Option("17-km", "17 km", 17.0))))
    whole_year = like_the_first(begun, Option("1824", "1824", float(begun.pool[0].option.rank or 0)))
    assert "true-option" in rules(vale(), beside(begun, whole_year))


@pytest.mark.parametrize(
    "changed",
    [
        {"reason": "written"},
        {"reason": "not-in-list"},
        {"reason": "out-of-order"},
        {"reason": "dates-exclude"},
        {"reason": "asserted"},
        {"reason": ""},
        {"verdict": True},
        {"facts": ()},
        {"facts": ("chalkham-side",)},
    ],
)
def test_a_proof_that_does_not_hold_is_found(changed: dict[str, object]) -> None:
    for sound in (question(LAKE), question(TOWN)):
        assert "not-refuted" in rules(vale(), proven_by(sound, **changed))


def test_a_closure_of_the_other_direction_refutes_nothing() -> None:
    """Many towns lie on one side: that another does says nothing against this one."""
    assert rules(vale(), proven_by(question(SIDE), reason="another-subject")) == {"not-refuted"}


def test_a_written_refutation_that_nobody_wrote_is_found() -> None:
    sound = question(GLASS)
    assert sound.pool[0].proof.reason == "written"
    forged = like_the_first(sound, Option("green-glass", "green glass"))
    assert rules(vale(), beside(sound, forged)) == {"not-refuted"}


def test_a_thing_of_another_kind_is_found() -> None:
    """That a town lies by one lake does not refute that it lies by a person."""
    sound = question(LAKE)
    pack = with_changes(entity("berta", "person"))
    forged = like_the_first(sound, Option("berta", "Berta"))
    assert rules(pack, beside(sound, forged)) == {"not-refuted"}


@pytest.mark.parametrize("closure", ["", "Somebody said so."])
def test_a_closure_without_its_reason_is_found(closure: str) -> None:
    assert rules(vale(), proven_by(question(LAKE), closure=closure)) == {"no-reason"}


@pytest.mark.parametrize(("name", "relation"), [(LAKE, "lies_by"), (FAR, "far"), (BEGUN, "begun_in")])
def test_a_closure_that_the_pack_gives_up_is_found(name: str, relation: str) -> None:
    """The reason still stands there, but nothing is closed any more."""
    opened = changed_relation(relation, forward=Closure.OPEN, backward=Closure.OPEN)
    assert rules(opened, question(name)) == {"not-refuted"}


def test_a_closure_that_never_had_a_reason_is_found() -> None:
    bare = changed_relation("lies_by", closure_why="")
    sound = question(LAKE)
    unreasoned = tuple(replace(wrong, proof=replace(wrong.proof, closure="")) for wrong in sound.pool)
    assert rules(bare, replace(sound, pool=unreasoned)) == {"no-reason"}


def test_what_held_for_a_time_refutes_nothing_beyond_it() -> None:
    facts = dict(vale().facts)
    facts["ashford-lake"] = facts["ashford-lake"].model_copy(update={"valid": "1900/1950"})
    pack = remade(vale(), facts=facts)
    said = Claim("ashford", "lies_by", "salt-lake")
    proof = Proof(False, "another-object", ("ashford-lake",), "The map shows it.", "")
    assert lacks(World(pack), said, proof) is not None
    assert lacks(World(pack), replace(said, at=parse("1920")), proof) is None
    assert lacks(World(pack), replace(said, at=parse("1960")), proof) is not None


def test_a_written_refutation_counts_for_its_own_time_and_relation() -> None:
    facts, rivals = dict(vale().facts), (Rival.model_validate({"is": "salt-lake", "because": "No."}),)
    facts["ashford-lake"] = facts["ashford-lake"].model_copy(update={"valid": "1900/1950", "rivals": rivals})
    world = World(remade(vale(), facts=facts))
    said, proof = (
        Claim("ashford", "lies_by", "salt-lake", parse("1920")),
        Proof(False, "written", ("ashford-lake",), "", ""),
    )
    assert lacks(world, said, proof) is None
    assert lacks(world, replace(said, at=parse("1960")), proof) is not None
    assert lacks(world, replace(said, relation="lies_on"), proof) is not None


def test_a_rival_whose_further_ground_is_not_in_its_proof_is_found() -> None:
    rivals = [
        {"is": "oak barrels", "because": "Barrels come from Birchley.", "rests_on": ["birchley-side"]},
        *({"is": f"wool {what}", "because": "Wool is spun in Dalebury."} for what in ("cloaks", "socks", "caps")),
    ]
    glass = vale().facts["ashford-glass"]
    keys = {"ask": glass.ask, "explanation": glass.explanation, "rivals": rivals}
    pack = with_changes(fact("ashford-glass", "ashford", "famous_for", {"text": "window glass"}, **keys))
    sound = question(GLASS, build(pack))
    assert rules(pack, sound) == set()
    assert rules(pack, proven_by(sound, facts=("ashford-glass",))) == {"not-refuted"}


@pytest.mark.parametrize("name", [LAKE, TOWN, GLASS])
@pytest.mark.parametrize("sentence", ["", "It was drained long ago."])
def test_feedback_that_the_pack_does_not_say_is_found(name: str, sentence: str) -> None:
    assert rules(vale(), proven_by(question(name), sentence=sentence)) == {"told"}
