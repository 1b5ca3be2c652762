from itertools import permutations

import pytest

from quiz.generate.draw import Draw
from quiz.generate.question import Option, Sequence, Shape
from quiz.rounds.grading import Unreadable, grade, read
from quiz.rounds.grading.order import right_order
from quiz.rounds.names import Names
from tests.samples import question

ITEMS = tuple(
    Option(key, text)
    for key, text in [
        ("ugam", "Ugam Range"),
        ("balta", "Kara-Balta"),
        ("tokmok", "Tokmok"),
        ("bulak", "where the border leaves the Chu"),
        ("kungoy", "Küngöy Ala-Too"),
    ]
)
COURSE = Sequence(ITEMS, ("", "", "", "", ""))
ASKED = question("course:order", COURSE, shape=Shape.ORDER, kind="order")
SHOWN = Draw(ASKED, (ITEMS[4], ITEMS[0], ITEMS[3], ITEMS[1]))
RIGHT = ("ugam", "balta", "bulak", "kungoy")


def test_the_right_order_is_that_of_what_is_shown() -> None:
    assert tuple(option.key for option in right_order(SHOWN, COURSE)) == RIGHT


def test_only_the_right_order_is_right() -> None:
    right = [keys for keys in permutations(RIGHT) if grade(ASKED, SHOWN, keys, Names()).right]
    assert right == [RIGHT]


def test_a_right_order_needs_no_correction() -> None:
    given = grade(ASKED, SHOWN, RIGHT, Names())
    assert given.chosen == "Ugam Range → Kara-Balta → where the border leaves the Chu → Küngöy Ala-Too"
    assert given.truth == ""


def test_the_first_two_that_stand_the_wrong_way_round_are_put_right() -> None:
    assert grade(ASKED, SHOWN, ("ugam", "kungoy", "balta", "bulak"), Names()).truth == (
        "Kara-Balta comes before Küngöy Ala-Too."
    )
    assert grade(ASKED, SHOWN, ("ugam", "bulak", "balta", "kungoy"), Names()).truth == (
        "Kara-Balta comes before “where the border leaves the Chu”."
    )


@pytest.mark.parametrize("keys", list(permutations(RIGHT))[1:])
def test_every_correction_is_true(keys: tuple[str, ...]) -> None:
    truth = grade(ASKED, SHOWN, keys, Names()).truth
    texts = [option.text for option in right_order(SHOWN, COURSE)]
    before, after = (part.strip("“”") for part in truth.rstrip(".").split(" comes before "))
    assert texts.index(before) < texts.index(after)


@pytest.mark.parametrize("given", ["ugam", ("ugam", "balta"), (*RIGHT[:3], "tokmok"), (*RIGHT[:3], "ugam")])
def test_keys_that_are_not_those_shown_are_a_bug_of_the_face(given: str | tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="does not show"):
        grade(ASKED, SHOWN, given, Names())


@pytest.mark.parametrize(
    "line",
    ["b d c a", "bdca", "B,D,C,A", "b > d > c > a", "b-d-c-a", "b) d) c) a)", "2431", "2 4 3 1", "и в с ф", "ивсф",
     "Ugam range, kara balta, where the border leaves the Chu, kungoy ala too", "b d 3 a"],
)  # fmt: skip
def test_letters_figures_and_texts_are_read(line: str) -> None:
    assert read(ASKED, SHOWN, line) == RIGHT


@pytest.mark.parametrize(
    "line", ["b d c", "b d c a a", "b d c b", "b d c e", "1 2 3 5", "hello", "b d c a x", "...", "22"]
)
def test_anything_but_each_once_is_explained(line: str) -> None:
    unread = read(ASKED, SHOWN, line)
    assert isinstance(unread, Unreadable)
    assert unread.why == "Type the letters a to d in the right order, each once, with spaces between."
