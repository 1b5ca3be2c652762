"""What a question of several must not ask: lists that may have more, sides in dispute, rails near Taraz."""

from quiz.generate.content import BankContent
from quiz.generate.question import Picks, Question, Shape
from quiz.knowledge.model import Pack
from quiz.knowledge.several import decided
from tests.traps.reading import UNSIDED, offered


def lists(bank: BankContent) -> dict[str, Question]:
    return {question.id.split(".")[0]: question for question in bank.questions if question.shape is Shape.SEVERAL}


def test_every_list_is_asked_and_is_decided(pack: Pack, bank: BankContent) -> None:
    assert set(lists(bank)) == {block.id for block in pack.several}
    assert len(pack.several) >= 8
    assert all(decided(pack, block) for block in pack.several)


def test_trap_25_no_settlement_near_the_border_is_asked_as_one_of_a_list(pack: Pack, bank: BankContent) -> None:
    near = {fact.subject for fact in pack.facts.values() if fact.relation == "near_border_in"}
    ends = {fact.subject for fact in pack.facts.values() if fact.relation == "end_in"}
    for question in lists(bank).values():
        assert not (near - ends) & offered(question), question.id


def test_trap_25_of_the_regions_only_the_side_is_asked(pack: Pack, bank: BankContent) -> None:
    regions = {entity.id for entity in pack.entities.values() if entity.kind == "region"}
    sided = [question for question in lists(bank).values() if regions & offered(question)]
    assert [question.id.split(".")[0] for question in sided] == ["regions-on-the-kyrgyz-side"]
    known = {fact.subject for fact in pack.facts.values() if fact.relation == "region_along_border_in"}
    assert offered(sided[0]) == known, "nobody is told that a region does not reach the border"


def test_traps_37_and_42_ends_whose_side_is_in_dispute_stand_in_no_list_of_sides(bank: BankContent) -> None:
    ends = offered(lists(bank)["kyrgyz-ends"])
    assert len(ends) >= 6
    assert not ends & {*UNSIDED, "avtodorozhniy", "kenbulun"}


def test_traps_27_and_40_second_ways_are_asked_as_marks_and_not_beside_the_line_near_taraz(bank: BankContent) -> None:
    asked = lists(bank)["crossings-with-a-second-way"]
    assert "marked" in asked.stem
    assert not offered(asked) & {"crossing-aisha-bibi", "crossing-korday"}


def test_what_was_right_once_is_right_in_every_list(pack: Pack, bank: BankContent) -> None:
    """As a reader counts them: no more and no fewer than the source names."""
    right = {
        name: {option.key for option in question.answer.options}
        for name, question in lists(bank).items()
        if isinstance(question.answer, Picks)
    }
    assert right["third-countries"] == {"uzbekistan", "china"}
    assert right["states-annexed"] == {"khanate-of-kokand", "khanate-of-khiva", "emirate-of-bukhara"}
    assert right["main-nationalities-of-1924"] == {"kazakhs", "turkmen", "uzbeks"}
    assert right["crossings-with-a-limit"] == {"crossing-kegen", "crossing-avtodorozhniy"}
    assert right["crossings-with-a-second-way"] == {"crossing-merke", "crossing-almaty"}
    assert right["steps-of-1924"] == {"delimitation-announced", "partition-decided", "khorezm-vote", "oblast-creation"}
    assert len(right["what-a-nation-shares"]) == 4
