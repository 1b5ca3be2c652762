import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.folding import fold
from quiz.rounds.names import Names, pressed
from tests.rounds.grading.article_names import ENTITIES, article_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Küngöy Ala-Too", "kungoy ala too"),
        ("Kök-Say", "KOKSAY"),
        ("Vasil'yevka", "Vasil’yevka"),
        ("Vasil'yevka", "vasilyevka"),
        ("Tüp", "TÜP"),
        ("Түп", "ТУП"),
        ("Күңгөй", "кунгой"),
        ("Корда́й", "кордаи"),
        ("Пётр", "петр"),
        ("Kara–Balta", "kara   balta."),
        ("the Ugam Range", "Ugam-range"),
        ("Chaldybar, Chuy", "chaldybar chuy"),
        ("Lugovoye/Akjol", "lugovoye / akjol"),
        ("Straße", "STRASSE"),
    ],
)
def test_names_that_people_take_for_the_same_are_the_same(one: str, other: str) -> None:
    assert pressed(one) == pressed(other)


@pytest.mark.parametrize(("one", "other"), [("Chu", "Chüy"), ("Taraz", "Talas"), ("Тюп", "Түп"), ("Kara", "Kara-Su")])
def test_names_that_differ_stay_apart(one: str, other: str) -> None:
    assert pressed(one) != pressed(other)


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(" ".join(fold(text))) == fold(text)


@given(st.text(alphabet="abcçöüйёү -'’", max_size=12))
def test_case_and_hyphens_never_matter(text: str) -> None:
    assert pressed(text.upper().replace(" ", "-")) == pressed(text)


def test_a_lone_article_is_a_word_like_any_other() -> None:
    assert pressed("the") == "the"


def test_the_name_shown_is_the_one_that_is_no_alias() -> None:
    names = article_names()
    assert (names.text("tup"), names.text("nowhere"), names.kind("tup"), names.what("tup")) == (
        "Tüp",
        "nowhere",
        "settlement",
        "",
    )


@pytest.mark.parametrize("line", ["Chu", "the Chu river", "Chu River", "River Chu", "the river Chu"])
def test_a_type_word_may_stand_on_either_side(line: str) -> None:
    assert names_of("chu", line)


@pytest.mark.parametrize("line", ["Ugam", "Ugam Range", "Ugam mountains", "the Ugam Range"])
def test_a_type_word_may_be_left_out_or_exchanged(line: str) -> None:
    assert names_of("ugam", line)


def test_a_type_word_is_not_left_out_where_the_rest_is_another_name() -> None:
    assert not names_of("almaty-region", "Almaty")
    assert names_of("almaty-region", "Almaty Oblast")
    assert names_of("talas-region", "Talas")


def test_a_type_word_is_not_left_out_where_two_of_a_kind_would_be_one() -> None:
    names = Names(
        [("a", "republic", "Kirghiz ASSR", False), ("b", "republic", "Kirghiz SSR", False)],
        {"republic": ["ASSR", "SSR"]},
    )
    assert "kirghiz" not in names.accepted("a")
    assert "kirghizssr" not in names.accepted("a")
    assert "kirghizassr" in names.accepted("a")


def test_an_emirate_may_be_turned_round() -> None:
    names = Names([("bukhara", "emirate", "Emirate of Bukhara", False)], {"emirate": ["emirate"]})
    assert {"bukhara", "bukharaemirate", "emirateofbukhara"} <= set(names.accepted("bukhara"))


def test_a_name_that_is_a_type_word_only_keeps_it() -> None:
    names = Names([("x", "pass", "Pass", False)], {"pass": ["pass"]})
    assert "pass" in names.accepted("x")


def test_what_a_line_means_puts_full_names_before_those_cut_short() -> None:
    assert article_names().meant("Almaty") == ("almaty", "almaty-region")
    assert article_names().meant("kirghiz assr") == ("kirghiz-assr", "kirghiz-assr-1926")
    assert article_names().meant("Samarkand") == ()


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_entity_is_known_by_every_name_it_has(entity: str) -> None:
    assert all(names_of(entity, name) for name in ENTITIES[entity][1])


def names_of(entity: str, line: str) -> bool:
    return pressed(line) in article_names().accepted(entity)
