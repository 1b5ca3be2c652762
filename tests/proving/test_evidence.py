from dataclasses import replace

from quiz.generate.build import build
from quiz.generate.question import Question
from quiz.knowledge.model import Pack
from quiz.proving.check import Court
from quiz.proving.evidence import Evidence, evidence
from tests.generate.vale import vale, with_changes
from tests.packs import fact

BY_HAND = [
    {"is": "1850", "because": "Then it was begun to be rebuilt."},
    *({"is": year, "because": "Nothing was begun then."} for year in ("1790", "1812", "1820")),
]


def shown(name: str, pack: Pack | None = None) -> dict[str, Evidence]:
    pack = pack or vale()
    question = next(one for one in build(pack).questions if one.id == name)
    return {one.option: one for one in evidence(pack, question, Court(pack).doubts(question))}


def asked(name: str) -> Question:
    return next(one for one in build(vale()).questions if one.id == name)


def test_the_subject_is_set_into_the_fact_as_the_object_is() -> None:
    towns = shown("ashford-lake.subject.one-best-answer")
    assert towns["Chalkham"].states == "Chalkham lies by the Long Lake."
    assert towns["Ashford"].states == "Ashford lies by the Long Lake."
    assert (towns["Ashford"].verdict, towns["Chalkham"].verdict) == ("true", "false")


def test_where_the_words_leave_no_place_the_question_and_the_option_are_the_statement() -> None:
    pack = with_changes(
        fact("ashford-begun", "ashford", "begun_in", {"date": "1801"}, statement="It began early.", rivals=BY_HAND)
    )
    dates = shown("ashford-begun.object.one-best-answer", pack)
    assert dates["1850"].states == "When was Ashford begun? – 1850"


def test_what_is_typed_states_its_answer_and_rests_on_the_fact() -> None:
    for name, answer in (("ashford-begun.object.typed", "1801"), ("ashford-far.object.number", "1,212 km")):
        found = shown(name)[answer]
        assert (found.right, found.verdict) == (True, "true")
        assert answer in found.states
        assert found.proof.facts == (name.partition(".")[0],)
    assert shown("ashford-lake.subject.typed")["Ashford"].states == "Ashford lies by the Long Lake."


def test_a_statement_is_denied_by_the_option_false() -> None:
    names = [one.id for one in build(vale()).questions if one.kind == "true-false"]
    assert len(names) > 1
    for name in names:
        both = shown(name)
        assert both["False"].states == f"It is not so: {both['True'].states}"
        assert both["True"].right is not both["False"].right


def test_every_thing_of_an_order_rests_on_what_puts_it_there() -> None:
    towns = shown("towns-begun.order.order")
    assert towns["Birchley"].proof.facts == ("birchley-begun",)
    assert towns["Birchley"].proof.sentence == "October 1824"
    assert shown("towns-down.order.order")["Birchley"].proof.facts == ("ashford-birchley", "birchley-chalkham")


def test_what_is_in_doubt_is_not_called_proven() -> None:
    sound = asked("ashford-lake.object.one-best-answer")
    bare = replace(sound.pool[0], proof=replace(sound.pool[0].proof, closure=""))
    mutant = replace(sound, pool=(bare, *sound.pool[1:]))
    found = evidence(vale(), mutant, Court(vale()).doubts(mutant))
    in_doubt = [one for one in found if one.doubts]
    assert [(one.option, one.verdict) for one in in_doubt] == [(bare.option.text, "not proven")]
    assert "(no-reason)" in in_doubt[0].doubts[0]
