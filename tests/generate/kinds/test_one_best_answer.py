import pytest

from quiz.generate.draw import companies
from quiz.generate.kinds import one_best_answer
from quiz.generate.question import Pick, Question, Shape
from quiz.generate.workshop import Unsound
from quiz.knowledge.model import Pack
from tests.generate.vale import SHORES, shop, vale, with_changes
from tests.packs import entity, fact, relation


def ask(pack: Pack, name: str, slot: str = "object") -> Question:
    make = one_best_answer.of_object if slot == "object" else one_best_answer.of_subject
    return make(shop(pack), pack.facts[name])


def right(asked: Question) -> Pick:
    assert isinstance(asked.answer, Pick)
    return asked.answer


def refused(pack: Pack, name: str, slot: str = "object") -> str:
    with pytest.raises(Unsound) as caught:
        ask(pack, name, slot)
    assert caught.value.detail
    return caught.value.reason


def test_the_object_of_a_fact_is_asked_with_all_that_proves_it() -> None:
    asked = ask(vale(), "ashford-lake")
    assert asked.id == asked.family == "ashford-lake.object.one-best-answer"
    assert (asked.kind, asked.shape, asked.theme) == ("one-best-answer", Shape.CHOICE, "geography")
    assert asked.stem == "By which lake does Ashford lie?"
    assert right(asked).option.text == "Long Lake"
    assert right(asked).proof.verdict
    assert right(asked).proof.sentence == "The Long Lake is where Ashford lies."
    assert {distractor.option.text for distractor in asked.pool} == {"Round Lake", "Salt Lake", "Deep Lake"}
    assert asked.asks == ("ashford-lake",)
    assert set(asked.rests_on) == {f"{town}-lake" for town in SHORES}
    assert asked.explanation == "Ashford lies by the Long Lake."
    assert asked.few_options == ""
    assert 0 < asked.difficulty < 1


def test_the_subject_of_a_fact_is_asked_where_that_is_written_and_refuted() -> None:
    asked = ask(vale(), "ashford-lake", "subject")
    assert asked.id == "ashford-lake.subject.one-best-answer"
    assert asked.stem == "Which town lies by the Long Lake?"
    assert right(asked).option.text == "Ashford"
    assert right(asked).proof.sentence == "Ashford lies by the Long Lake."
    assert refused(vale(), "ashford-side", "subject") == "no-stem"


def test_what_a_question_says_whatever_is_drawn_is_told_as_revealed() -> None:
    glass = fact("ashford-lake", "ashford", "lies_by", "long-lake", explanation="Ashford lies above Birchley.",
                 gives_away=["birchley-far"])  # fmt: skip
    assert set(ask(with_changes(glass), "ashford-lake").reveals) == {"ashford-lake", "ashford-birchley", "birchley-far"}


def test_too_few_rivals_are_refused_unless_the_relation_says_why_there_are_no_more() -> None:
    pack = with_changes(entity("deep-lake", "lake", part_of=["long-lake"]))
    assert refused(pack, "ashford-lake") == "too-few-rivals"
    sides = ask(vale(), "ashford-side")
    assert sides.few_options == "A vale has two sides."
    assert sides.option_count == 2


OPEN_SIDES = relation("lies_on", few_options="There are two.")


def test_no_rivals_at_all_are_refused_even_so() -> None:
    assert refused(with_changes(OPEN_SIDES, without=("on-the-north",)), "ashford-side") == "too-few-rivals"


def test_a_stem_that_names_its_answer_is_refused() -> None:
    leaking = fact(
        "ashford-lake", "ashford", "lies_by", "long-lake", ask="By which lake, long as the Long Lake, is it?"
    )
    assert refused(with_changes(leaking), "ashford-lake") == "answer-in-stem"


def test_an_answer_that_no_company_hides_is_refused() -> None:
    long = entity("long-lake", "lake", label="The longest lake of all lakes in the vale")
    assert refused(with_changes(long), "ashford-lake") == "stands-out"


def test_rivals_that_clash_with_each_other_are_refused() -> None:
    clash = entity("salt-lake", "lake", never_beside=["round-lake"])
    assert refused(with_changes(clash), "ashford-lake") == "stands-out"


def test_what_the_writer_judged_not_worth_asking_is_refused_with_the_reason() -> None:
    pack = with_changes(fact("ashford-lake", "ashford", "lies_by", "long-lake", skip={"one-best-answer": "Dull."}))
    with pytest.raises(Unsound, match="Dull") as caught:
        ask(pack, "ashford-lake")
    assert caught.value.reason == "not-worth-asking"
    assert ask(pack, "ashford-lake", "subject").stem


@pytest.mark.parametrize(
    ("name", "text"),
    [("ashford-begun", "1801"), ("birchley-begun", "October 1824"), ("chalkham-begun", "25 February 1836"),
     ("ashford-far", "1,212 km"), ("ashford-glass", "window glass")],
)  # fmt: skip
def test_dates_numbers_and_words_are_asked_too_and_the_first_two_have_ranks(name: str, text: str) -> None:
    asked = ask(vale(), name)
    assert right(asked).option.text == text
    ranks = [right(asked).option.rank, *(distractor.option.rank for distractor in asked.pool)]
    assert {rank is None for rank in ranks} == {text == "window glass"}
    assert len(set(ranks)) == len(ranks) or text == "window glass"


@pytest.mark.parametrize("name", [name for name, fact in vale().facts.items() if fact.relation != "above"])
def test_whatever_is_made_can_be_drawn(name: str) -> None:
    asked = ask(vale(), name)
    assert companies(asked)
    assert right(asked).option.key not in {distractor.option.key for distractor in asked.pool}
