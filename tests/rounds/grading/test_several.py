import pytest
from hypothesis import given as of
from hypothesis import strategies as st

from quiz.generate.draw import Draw
from quiz.generate.question import Option, Picks, Proof, Shape
from quiz.rounds.grading import Grade, Unreadable, grade, read
from quiz.rounds.grading.several import credit_of, right_options
from quiz.rounds.grading.why import why
from quiz.rounds.names import Names
from tests.samples import question, wrong

FITTING = (Option("talas", "Talas Region"), Option("chuy", "Chüy Region"), Option("issyk", "Issyk-Kul Region"))
REGIONS = Picks(FITTING, tuple(Proof(True, "asserted", (), "", "It is there.") for _ in FITTING), 5)
POOL = (
    wrong("jambyl", "Jambyl Region", "Jambyl Region is on the Kazakh side."),
    wrong("almaty", "Almaty Region", "Almaty Region is on the Kazakh side."),
)
ASKED = question("sides:several", REGIONS, POOL, shape=Shape.SEVERAL, kind="multiple-response")
SHOWN = Draw(ASKED, (POOL[0].option, FITTING[2], FITTING[0], POOL[1].option, FITTING[1]))
ALL = ("issyk", "talas", "chuy")

subsets = st.sets(st.sampled_from(SHOWN.keys), min_size=1).map(lambda keys: tuple(k for k in SHOWN.keys if k in keys))


def graded(*keys: str) -> Grade:
    return grade(ASKED, SHOWN, keys, Names())


def test_what_fits_of_those_shown_stands_as_shown() -> None:
    assert [option.key for option in right_options(SHOWN, REGIONS)] == list(ALL)
    fewer = Draw(ASKED, (FITTING[1], POOL[0].option, FITTING[0], POOL[1].option))
    assert [option.key for option in right_options(fewer, REGIONS)] == ["chuy", "talas"]


def test_all_that_fit_and_no_other_are_right_in_whatever_order_they_are_given() -> None:
    given = graded("chuy", "issyk", "talas")
    assert (given.right, given.credit, given.how, given.told) == (True, 1.0, "several", "")
    assert given.chosen == "Issyk-Kul Region, Talas Region, Chüy Region"


def test_some_of_them_count_in_part_and_what_was_missed_is_told() -> None:
    given = graded("talas", "chuy")
    assert not given.right
    assert given.credit == pytest.approx(2 / 3)
    assert given.told == "2 of 3 found. Missed: Issyk-Kul Region."


def test_a_wrong_one_takes_off_what_a_right_one_brings_and_is_told_for_what_it_is() -> None:
    given = graded(*ALL, "jambyl")
    assert given.credit == pytest.approx(2 / 3)
    assert given.told == "3 of 3 found, 1 wrong. Jambyl Region is on the Kazakh side."
    both = graded("jambyl", "almaty", "chuy")
    assert both.credit == 0
    assert both.told == (
        "1 of 3 found, 2 wrong. Jambyl Region is on the Kazakh side. Almaty Region is on the Kazakh side."
        " Missed: Issyk-Kul Region, Talas Region."
    )


@of(subsets)
def test_credit_lies_between_nothing_and_all_and_is_all_for_the_right_ones_alone(keys: tuple[str, ...]) -> None:
    given = graded(*keys)
    assert 0 <= given.credit <= 1
    assert given.right == (given.credit == 1) == (set(keys) == set(ALL))


@of(subsets, st.sampled_from(SHOWN.keys))
def test_one_more_right_one_never_costs_and_one_more_wrong_one_never_pays(keys: tuple[str, ...], more: str) -> None:
    before, after = graded(*keys).credit, graded(*{*keys, more}).credit
    if more in keys:
        assert after == before
    elif more in ALL:
        assert after >= before
    else:
        assert after <= before


@of(st.integers(2, 4), st.integers(1, 4))
def test_choosing_everything_earns_less_than_any_choice_that_leaves_a_wrong_one_out(fitting: int, others: int) -> None:
    everything = credit_of(fitting, others, fitting)
    assert everything < 1
    assert all(everything <= credit_of(fitting, fewer, fitting) for fewer in range(others))
    assert everything == 0 or others < fitting


@pytest.mark.parametrize("keys", ["talas", (), ("tokmok",), ("talas", "talas"), ("talas", "tokmok")])
def test_keys_that_are_not_some_of_those_shown_are_a_bug_of_the_face(keys: str | tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="does not show"):
        grade(ASKED, SHOWN, keys, Names())


@pytest.mark.parametrize(
    "line",
    ["b c", "bc", "c b", "B, C", "b and c", "b) c)", "2 3", "23", "и с", "b b c",
     "Talas region, issyk-kul region", "issyk kul region; TALAS REGION"],
)  # fmt: skip
def test_letters_figures_and_texts_are_read_in_any_order(line: str) -> None:
    assert read(ASKED, SHOWN, line) == ("issyk", "talas")


def test_one_letter_and_one_text_are_choices_too() -> None:
    assert read(ASKED, SHOWN, "a") == ("jambyl",)
    assert read(ASKED, SHOWN, "Chüy Region") == ("chuy",)


@pytest.mark.parametrize("line", ["f", "b f", "7", "hello", "...", "Talas Region, Osh Region", "b, Talas Region"])
def test_anything_else_is_explained(line: str) -> None:
    unread = read(ASKED, SHOWN, line)
    assert isinstance(unread, Unreadable)
    assert unread.why == "Type the letters of all that fit, such as a c."


def test_why_it_counts_so_is_told() -> None:
    given = graded("talas", "chuy")
    assert why(ASKED, ("talas", "chuy"), given, Names()) == "right ones less wrong ones make 67% of all that fit"
