"""Mistakes in answers, stems, statements and in what a question rests on."""

from dataclasses import replace

import pytest

from quiz.generate.build import build
from quiz.generate.question import (
    Name,
    Pick,
    Proof,
    Quantity,
    Question,
    Shape,
    When,
)
from quiz.proving.check import Court
from tests.generate.vale import RELATIONS, vale, with_changes
from tests.packs import fact
from tests.proving.mutants import (
    BEGUN,
    FAR,
    GLASS,
    LAKE,
    TOWN,
    bank,
    changed_relation,
    proven_by,
    question,
    remade,
    rules,
    shipped,
)


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
