import pytest

from quiz.generate.kinds import true_false
from quiz.generate.question import Pick, Question
from quiz.generate.workshop import Unsound
from quiz.knowledge.model import Pack
from quiz.knowledge.verdict import Statement, Truth, verdict
from tests.generate.vale import GLASS, shop, vale, with_changes
from tests.packs import entity, fact, relation

CHOSEN = [{"is": "salt-lake", "because": "The Salt Lake is where Chalkham lies."}]


def _lakes(count: int = 40) -> Pack:
    """Many towns by lakes, each with a rival that learners really choose."""
    towns = [entity(f"town-{n}") for n in range(count)]
    facts = [fact(f"shore-{n}", f"town-{n}", "lies_by", "long-lake", rivals=CHOSEN) for n in range(count)]
    lies_by = relation("lies_by", "town", "lake", forward="one", statement="{subject} lies by {object}.")
    return with_changes(lies_by, *towns, *facts)


def ask(pack: Pack, name: str) -> Question:
    return true_false.of_fact(shop(pack), pack.facts[name])


def refused(pack: Pack, name: str) -> str:
    with pytest.raises(Unsound) as caught:
        ask(pack, name)
    assert caught.value.detail
    return caught.value.reason


def test_what_is_called_true_is_what_the_fact_says_and_what_is_called_false_the_pack_refutes() -> None:
    pack = _lakes()
    answers = set()
    for name in [name for name in pack.facts if name.startswith("shore")]:
        asked = ask(pack, name)
        assert isinstance(asked.answer, Pick)
        answers.add(asked.answer.option.key)
        said = asked.stem.removesuffix(" True or false?")
        subject = pack.facts[name].subject
        lake = {"Long": "long-lake", "Salt": "salt-lake"}[said.split(" the ")[1].split()[0]]
        truth = verdict(pack, Statement(subject, "lies_by", lake)).truth
        assert truth is (Truth.TRUE if asked.answer.option.key == "true" else Truth.FALSE)
        assert asked.answer.proof.sentence == f"{pack.entities[subject].text} lies by the Long Lake."
        assert asked.option_count == 2
        assert asked.few_options
    assert answers == {"true", "false"}


def test_whether_a_fact_is_stated_truly_is_the_same_each_time() -> None:
    pack = _lakes(12)
    assert [ask(pack, f"shore-{n}") for n in range(12)] == [ask(pack, f"shore-{n}") for n in range(12)]


def test_a_misbelief_is_stated_as_learners_believe_it_and_refuted_in_its_own_words() -> None:
    believed = {
        "says": "Ashford makes the best wool.",
        "because": "Wool is spun in Dalebury.",
        "rests_on": ["dalebury-side"],
    }
    asked = ask(with_changes(GLASS.but(misbelief=believed)), "ashford-glass")
    assert asked.stem == "Ashford makes the best wool. True or false?"
    assert isinstance(asked.answer, Pick)
    assert asked.answer.option.key == "false"
    assert asked.answer.proof.sentence == "Wool is spun in Dalebury."
    assert asked.pool[0].proof.sentence == "Wool is spun in Dalebury."
    assert asked.pool[0].proof.facts == asked.rests_on == ("ashford-glass", "dalebury-side")


@pytest.mark.parametrize("n", range(6))
def test_a_false_object_stands_in_the_sentence_as_its_writer_wants(n: int) -> None:
    rivals = [{"is": "oak barrels", "in_text": "barrels made of oak", "because": "No."}]
    pack = with_changes(GLASS.but(id=f"glass-{n}", rivals=rivals))
    assert ask(pack, f"glass-{n}").stem.split("famous for ")[1] in (
        "barrels made of oak. True or false?", "window glass. True or false?",
    )  # fmt: skip


def test_a_false_date_stands_in_the_sentence_as_its_writer_wants() -> None:
    rivals = [{"is": "1811", "in_text": "the year 1811", "because": "No."}]
    names = [f"begun-{n}" for n in range(8)]
    facts = [
        fact(name, "ashford", "begun_in", {"date": "1801", "in_text": "the year 1801"}, rivals=rivals) for name in names
    ]
    pack = with_changes(*facts, without=("towns-begun", "ashford-begun"))
    said = {ask(pack, name).stem for name in names}
    assert said == {f"Ashford was begun in the year {year}. True or false?" for year in (1801, 1811)}


def test_what_cannot_be_stated_is_refused_with_its_reason() -> None:
    assert refused(vale(), "ashford-side") == "same-as-choice"
    assert refused(vale(), "ashford-birchley") == "no-near-rival"
    assert refused(with_changes(GLASS.but(statement="Ashford makes window glass.")), "ashford-glass") == "no-slot"
    assert refused(with_changes(GLASS.but(rivals=[])), "ashford-glass") == "no-near-rival"
    assert refused(with_changes(GLASS.but(skip={"true-false": "Dull."})), "ashford-glass") == "not-worth-asking"
