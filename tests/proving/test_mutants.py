"""A sound bank into which one mistake is put: the checker has to find each, and nothing else in a sound one."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from quiz.generate.build import build
from quiz.generate.content import BankContent
from quiz.generate.question import (
    Distractor,
    Name,
    Option,
    Pick,
    Proof,
    Quantity,
    Question,
    Sequence,
    Shape,
    When,
)
from quiz.knowledge.dates import parse
from quiz.knowledge.load import load
from quiz.knowledge.model import Closure, Pack, Rival
from quiz.proving.check import Court, doubts
from quiz.proving.claims import Claim
from quiz.proving.refutation import lacks
from quiz.proving.world import World
from tests.generate.vale import RELATIONS, vale, with_changes
from tests.packs import entity, fact

SHIPPED = Path(__file__).resolve().parents[2] / "questions" / "kz-kg"
LAKE = "ashford-lake.object.one-best-answer"
TOWN = "ashford-lake.subject.one-best-answer"
SIDE = "ashford-side.object.one-best-answer"
FAR = "birchley-far.object.one-best-answer"
BEGUN = "birchley-begun.object.one-best-answer"
GLASS = "ashford-glass.object.one-best-answer"


@cache
def shipped() -> Pack:
    return load(SHIPPED)


@cache
def bank(pack: Callable[[], Pack]) -> BankContent:
    return build(pack())


def remade(pack: Pack, **parts: object) -> Pack:
    """The pack with other parts, unseen by the loader; a copy would keep what was looked up in the old ones."""
    return Pack(**{name: getattr(pack, name) for name in Pack.model_fields} | parts)


def question(name: str, content: BankContent | None = None) -> Question:
    return next(one for one in (content or bank(vale)).questions if one.id == name)


def rules(pack: Pack, mutant: Question) -> set[str]:
    return {doubt.rule for doubt in Court(pack).doubts(mutant)}


def beside(sound: Question, *more: Distractor) -> Question:
    """The question with more wrong options, all that their proofs use named."""
    named = dict.fromkeys((*sound.rests_on, *(name for wrong in more for name in wrong.proof.facts)))
    return replace(sound, pool=(*sound.pool, *more), rests_on=tuple(named))


def like_the_first(sound: Question, option: Option, **proof: object) -> Distractor:
    """A wrong option proven as the first one is, but for what `proof` says."""
    first = sound.pool[0]
    return Distractor(option, replace(first.proof, **proof), first.plausibility)  # type: ignore[arg-type]


def first_is(sound: Question, **changed: object) -> Question:
    return replace(sound, pool=(replace(sound.pool[0], **changed), *sound.pool[1:]))  # type: ignore[arg-type]


def proven_by(sound: Question, **changed: object) -> Question:
    return first_is(sound, proof=replace(sound.pool[0].proof, **changed))  # type: ignore[arg-type]


@pytest.mark.parametrize("pack", [vale, shipped])
def test_of_a_sound_bank_nothing_is_doubted(pack: Callable[[], Pack]) -> None:
    content = bank(pack)
    assert {one.kind for one in content.questions} >= {"one-best-answer", "true-false", "typed", "number", "order"}
    assert [str(doubt) for doubt in doubts(pack(), content)] == []


# --- Options that are true ---


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


# --- Options that nothing refutes ---


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


def changed_relation(name: str, **changed: object) -> Pack:
    """The vale with a relation that no loader has looked at."""
    relations = dict(vale().relations)
    relations[name] = relations[name].model_copy(update=changed)
    return remade(vale(), relations=relations)


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


# --- Options beside one another ---


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


# --- Answers and stems ---


@pytest.mark.parametrize("name", [LAKE, TOWN, FAR, BEGUN, GLASS])
def test_an_answer_that_the_pack_does_not_give_is_found(name: str) -> None:
    sound = question(name)
    assert isinstance(sound.answer, Pick)
    swapped = replace(sound, answer=Pick(sound.pool[0].option, sound.answer.proof), pool=sound.pool[1:])
    assert "wrong-answer" in rules(vale(), swapped)
    unproven = replace(sound, answer=Pick(sound.answer.option, replace(sound.answer.proof, facts=())))
    assert rules(vale(), unproven) == {"wrong-answer"}


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("ashford-lake.object.typed", Name("salt-lake", "Salt Lake")),
        ("ashford-lake.object.typed", Name("long-lake", "Salt Lake")),
        ("ashford-begun.object.typed", When(1, 365, "year", "1801")),
        ("birchley-far.object.number", Quantity(16.0, "km", 9.0, "16 km")),
        ("birchley-far.object.number", Quantity(16.0, "mi", 1.0, "16 mi")),
        ("birchley-far.object.number", Quantity(17.0, "km", 1.0, "17 km")),
        ("birchley-far.object.number", Name("long-lake", "Long Lake")),
        (LAKE, Name("long-lake", "Long Lake")),
        ("towns-down.order.order", Name("long-lake", "Long Lake")),
    ],
)
def test_another_answer_to_what_is_typed_is_found(name: str, answer: Name | When | Quantity) -> None:
    assert "wrong-answer" in rules(vale(), replace(question(name), answer=answer))


def test_a_stem_that_two_things_answer_is_found() -> None:
    """The second fact is never asked, so the generator has no question to compare with."""
    ask = "Which lake is famous?"
    facts = dict(vale().facts)
    facts["ashford-lake"] = facts["ashford-lake"].model_copy(update={"ask": ask})
    facts["birchley-lake"] = facts["birchley-lake"].model_copy(
        update={"ask": "Which LAKE is famous?", "not_asked": "x"}
    )
    pack = remade(vale(), facts=facts)
    assert rules(pack, question(LAKE, build(pack))) == {"two-answers"}


def test_a_name_to_be_typed_that_another_fact_gives_as_well_is_found() -> None:
    facts = dict(vale().facts)
    facts["more"] = facts["ashford-lake"].model_copy(update={"id": "more", "object": "salt-lake", "ask": "And now?"})
    pack = remade(vale(), facts=facts)
    assert "two-answers" in rules(pack, question("ashford-lake.object.typed"))
    facts["more"] = facts["ashford-lake"].model_copy(
        update={"id": "more", "subject": "birchley", "ask_subject": "Who?"}
    )
    pack = remade(vale(), facts=facts)
    assert "two-answers" in rules(pack, question("ashford-lake.subject.typed"))


def test_a_number_that_two_things_have_is_found_where_its_holder_is_asked() -> None:
    relation = next(one for one in RELATIONS if one.id == "far").but(
        ask_subject="Which town is {object} from the pass?"
    )
    more = {"chalkham": 900, "dalebury": 700}
    far = (fact(f"{town}-far", town, "far", {"number": number, "unit": "km"}) for town, number in more.items())
    pack = with_changes(relation, *far)
    content = build(pack)
    sound = question("chalkham-far.subject.one-best-answer", content)
    assert rules(pack, sound) == set()
    facts = dict(pack.facts)
    facts["dalebury-far"] = facts["dalebury-far"].model_copy(update={"object": facts["chalkham-far"].object})
    assert "two-answers" in rules(remade(pack, facts=facts), sound)


def test_a_subject_that_inherits_what_is_asked_answers_too() -> None:
    facts = dict(vale().facts)
    facts["lower"] = facts["ashford-birchley"].model_copy(
        update={"id": "lower", "subject": "dalebury", "object": "ashford"}
    )
    passed_on = changed_relation("lies_by", inherits_along="above")
    pack = remade(passed_on, facts={"lower": facts["lower"], **vale().facts})
    assert "two-answers" in rules(pack, question("ashford-lake.subject.typed"))


@pytest.mark.parametrize("name", [LAKE, TOWN, "ashford-lake.object.typed", "towns-down.order.order"])
def test_another_stem_than_the_facts_is_found(name: str) -> None:
    assert rules(vale(), replace(question(name), stem="Which lake is the deepest?")) == {"stem"}


# --- Statements ---


def statements(answer: str) -> list[Question]:
    return [
        one
        for one in bank(shipped).questions
        if one.kind == "true-false" and isinstance(one.answer, Pick) and one.answer.option.key == answer
    ]


@pytest.mark.parametrize("answer", ["true", "false"])
def test_a_statement_with_the_other_answer_is_found(answer: str) -> None:
    court = Court(shipped())
    for sound in statements(answer):
        assert isinstance(sound.answer, Pick)
        other = sound.pool[0].option
        flipped = replace(
            sound, answer=Pick(other, sound.answer.proof), pool=(replace(sound.pool[0], option=sound.answer.option),)
        )
        assert court.doubts(flipped), sound.stem


def test_a_false_statement_that_is_no_ones_refuted_belief_is_found() -> None:
    court = Court(shipped())
    for sound in statements("false"):
        mutant = replace(sound, stem="The border is made of cheese. True or false?")
        assert [doubt.rule for doubt in court.doubts(mutant)] == ["not-refuted"], sound.id
        assert isinstance(sound.answer, Pick)
        forged = replace(sound, answer=Pick(sound.answer.option, replace(sound.answer.proof, reason="not-in-list")))
        assert court.doubts(forged), sound.id


# --- Orders ---


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


# --- What a question names ---


def test_a_question_of_nothing_and_a_kind_without_a_second_proof_are_found() -> None:
    sound = question(LAKE)
    assert rules(vale(), replace(sound, id="elmstead.object.one-best-answer")) == {"unknown-fact"}
    assert rules(vale(), replace(sound, id="ashford-lake.middle.one-best-answer")) == {"unknown-fact"}
    assert rules(vale(), replace(question("towns-down.order.order"), id="elmstead.order.order")) == {"unknown-fact"}
    assert rules(vale(), replace(sound, kind="riddle", shape=Shape.CHOICE)) == {"unknown-kind"}


def test_a_proof_on_facts_that_are_not_there_or_not_named_is_found() -> None:
    sound = question(LAKE)
    assert rules(vale(), replace(sound, rests_on=sound.asks)) == {"rests-on"}
    assert rules(vale(), replace(sound, rests_on=(*sound.rests_on, "elmstead-lake"))) == {"unknown-fact"}
    assert "not-refuted" in rules(vale(), proven_by(question(GLASS), facts=("ashford-glass", "elmstead-glass")))
    invented = replace(sound.pool[0], proof=Proof(False, "another-object", ("elmstead-lake",), "The map shows it.", ""))
    assert "not-refuted" in rules(vale(), replace(sound, pool=(invented, *sound.pool[1:])))
