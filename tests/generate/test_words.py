import pytest

from quiz.generate.words import (
    ask_object,
    ask_subject,
    capital,
    date_text,
    filled,
    object_in_text,
    object_option,
    quantity_text,
    said_of_object,
    source_text,
    statement,
    value_text,
)
from quiz.knowledge.dates import Precision, parse
from quiz.knowledge.model import Value
from tests.generate.vale import vale, with_changes
from tests.packs import fact


def test_a_sentence_begins_with_a_capital_and_is_otherwise_left_alone() -> None:
    assert capital("the Ugam Range") == "The Ugam Range"
    assert capital("«так»") == "«так»"
    assert capital("") == ""
    assert (
        filled("{object} is where {subject} lies.", "Ashford", "the Long Lake")
        == "The Long Lake is where Ashford lies."
    )


def test_a_name_that_looks_like_a_template_is_only_a_name() -> None:
    assert (
        filled("{subject} lies by {object}.", "{object}", "{subject.__class__}")
        == "{object} lies by {subject.__class__}."
    )


def test_a_fact_is_said_by_the_words_of_its_relation_and_things_by_how_they_stand_in_text() -> None:
    pack = vale()
    lake = pack.facts["ashford-lake"]
    assert statement(pack, lake) == "Ashford lies by the Long Lake."
    assert said_of_object(pack, lake) == "The Long Lake is where Ashford lies."
    assert ask_object(pack, lake) == "By which lake does Ashford lie?"
    assert ask_subject(pack, lake) == "Which town lies by the Long Lake?"
    assert (object_in_text(pack, lake), object_option(pack, lake)) == ("the Long Lake", "Long Lake")


def test_the_words_of_a_fact_win_over_those_of_its_relation() -> None:
    words = {
        "statement": "On {object} stands {subject}.",
        "ask": "Whose water is it?",
        "ask_subject": "Who drinks of {object}?",
    }
    pack = with_changes(fact("ashford-lake", "ashford", "lies_by", "long-lake", **words))
    lake = pack.facts["ashford-lake"]
    assert statement(pack, lake) == "On the Long Lake stands Ashford."
    assert said_of_object(pack, lake) == "On the Long Lake stands Ashford."
    assert (ask_object(pack, lake), ask_subject(pack, lake)) == ("Whose water is it?", "Who drinks of the Long Lake?")


def test_a_statement_can_be_said_with_another_object_in_place() -> None:
    assert statement(vale(), vale().facts["ashford-lake"], "the Salt Lake") == "Ashford lies by the Salt Lake."


def test_what_has_no_words_to_ask_it_has_no_question() -> None:
    pack = vale()
    assert ask_object(pack, pack.facts["ashford-birchley"]) == ""
    assert ask_subject(pack, pack.facts["ashford-begun"]) == ""


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (1212, "km", "1,212 km"),
        (16.0, "", "16"),
        (0.5, "miles", "0.5 miles"),
        (1_500_000, "", "1,500,000"),
        (0, "m", "0 m"),
    ],
)
def test_a_number_has_its_thousands_apart_and_its_unit_behind(number: float, unit: str, words: str) -> None:
    assert quantity_text(number, unit) == words


@pytest.mark.parametrize(
    ("date", "precision", "words"),
    [
        ("1924-02-25", None, "25 February 1924"),
        ("1924-02-25", Precision.MONTH, "February 1924"),
        ("1924-02-25", Precision.YEAR, "1924"),
        ("1924", Precision.DAY, "1924"),
        ("../1920", None, "1920"),
        ("2008/..", None, "2008"),
        ("199X", None, "the 1990s"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_asked(date: str, precision: Precision | None, words: str) -> None:
    assert value_text(Value(date=date), precision) == words
    assert date_text(parse(date).coarsened(precision) if precision else parse(date)) == words


def test_a_value_may_stand_otherwise_inside_a_sentence() -> None:
    pack = with_changes(fact("ashford-far", "ashford", "far", {"number": 7, "in_text": "seven hours"}))
    assert statement(pack, pack.facts["ashford-far"]) == "Ashford is seven hours from the pass."
    assert object_option(pack, pack.facts["ashford-far"]) == "7"


def test_a_source_is_told_with_its_section_and_date_and_without_the_paragraph() -> None:
    assert source_text(vale(), "History/5") == "History · A map · The mapmaker, Nov 2026"
    assert source_text(vale(), "Lead") == "Lead · A map · The mapmaker, Nov 2026"
