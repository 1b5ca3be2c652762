import pytest

from quiz.generate.draw import Draw
from quiz.generate.question import Option
from quiz.rounds.grading import Grade, Unreadable, grade, read
from quiz.rounds.names import Names
from tests.samples import question, right, wrong

ENDS = question(
    "kegen-ends:choice",
    right("tup", "Tüp", "kegen-ends"),
    (
        wrong("kenbulun", "Kenbulun", "The road to Kenbulun is for locals only."),
        wrong("kara-balta", "Kara-Balta", "Kara-Balta is reached from Merke."),
        wrong("chongkapka", "Chongkapka", "Chongkapka is reached from Aisha Bibi."),
    ),
)
DRAW = Draw(ENDS, (*(d.option for d in ENDS.pool[:2]), Option("tup", "Tüp"), ENDS.pool[2].option))
CLAIM = question("rails:true-false", right("false", "False"), (wrong("true", "True", "Rails run at Merke only."),))
CLAIM_DRAW = Draw(CLAIM, (Option("true", "True"), Option("false", "False")))
COUNT = question("count:choice", right("3", "3"), (wrong("2", "2"), wrong("4", "4"), wrong("7", "7")))
COUNT_DRAW = Draw(COUNT, tuple(Option(key, key, float(key)) for key in ("2", "3", "4", "7")))


def test_the_right_option_is_right_and_its_proof_is_told() -> None:
    assert grade(ENDS, DRAW, "tup", Names()) == Grade(True, "Tüp", "It is Tüp.", "option")


def test_a_wrong_option_is_told_what_it_truly_is() -> None:
    assert grade(ENDS, DRAW, "kara-balta", Names()) == Grade(
        False, "Kara-Balta", "Kara-Balta is reached from Merke.", "option"
    )


def test_who_rightly_denies_a_statement_is_told_what_is_true() -> None:
    assert grade(CLAIM, CLAIM_DRAW, "false", Names()).told == "It is False."
    assert grade(CLAIM, CLAIM_DRAW, "true", Names()).told == "Rails run at Merke only."


def test_who_chose_the_right_option_is_told_nothing_more_of_it() -> None:
    assert grade(ENDS, DRAW, "tup", Names()).told == ""


@pytest.mark.parametrize("given", ["merke", "", ("tup",)])
def test_an_option_that_is_not_shown_is_a_bug_of_the_face(given: str | tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="shows no option"):
        grade(ENDS, DRAW, given, Names())


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("a", "kenbulun"),
        (" B) ", "kara-balta"),
        ("(c)", "tup"),
        ("d.", "chongkapka"),
        ("3", "tup"),
        ("3.", "tup"),
        ("ф", "kenbulun"),
        ("И", "kara-balta"),
        ("с", "tup"),
        ("в", "chongkapka"),
        ("Tup", "tup"),
        ("kara balta", "kara-balta"),
    ],
)
def test_letters_places_and_texts_are_read(line: str, key: str) -> None:
    assert read(ENDS, DRAW, line) == key


@pytest.mark.parametrize("line", ["e", "0", "5", "ab", "Merke", "-1", "а", "?", "1 2", "٣x", "b" * 1000])
def test_anything_else_is_explained(line: str) -> None:
    assert read(ENDS, DRAW, line) == Unreadable("Type a letter from a to d.")


def test_an_empty_line_is_none() -> None:
    assert read(ENDS, DRAW, " \t") == Unreadable("The line is empty.")


@pytest.mark.parametrize(
    ("line", "key"),
    [("t", "true"), ("True", "true"), ("a", "true"), ("1", "true"), ("е", "true"), ("yes", "true"),
     ("f", "false"), ("FALSE", "false"), ("b", "false"), ("2", "false"), ("no", "false")],
)  # fmt: skip
def test_true_and_false_are_read(line: str, key: str) -> None:
    assert read(CLAIM, CLAIM_DRAW, line) == key


@pytest.mark.parametrize("line", ["maybe", "tf", "3", "а"])
def test_neither_true_nor_false_is_explained(line: str) -> None:
    assert read(CLAIM, CLAIM_DRAW, line) == Unreadable("Type t for true or f for false.")


def test_a_figure_that_is_both_a_text_and_another_place_is_asked_again() -> None:
    unread = read(COUNT, COUNT_DRAW, "2")
    assert isinstance(unread, Unreadable)
    assert "Type a letter from a to d." in unread.why
    assert read(COUNT, COUNT_DRAW, "7") == "7"
    assert read(COUNT, COUNT_DRAW, "1") == "2"
    assert read(COUNT, COUNT_DRAW, "b") == "3"
