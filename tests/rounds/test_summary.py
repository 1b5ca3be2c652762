from dataclasses import replace

import pytest

from quiz.generate.draw import Draw, draw
from quiz.generate.question import Option, Pick, Question, Sequence, Shape
from quiz.rounds.names import Names
from quiz.rounds.round import Answer, Next, Quit, Round, Start, TimeOut, advance, open_round
from quiz.rounds.rules import Rules
from quiz.rounds.summary import review, sentence
from tests.samples import many, question


def played(plan: str, themes: str = "", rules: Rules | None = None, leave_at: int | None = None) -> Round:
    """A round played after `plan`: r right, w wrong, l right but late, o out of time; themes by their first letter."""
    names = {"g": "geography", "h": "history", "c": "crossings"}
    asked = [many(i + 1, names[theme])[i] for i, theme in zip(range(len(plan)), themes or "g" * len(plan), strict=True)]
    state = advance(open_round(rules or Rules(), [draw(q, 1) for q in asked], Names()), Start(0))
    for index, letter in enumerate(plan):
        if index == leave_at:
            return advance(state, Quit(state.shown_at))
        state = advance(_responded(state, letter), Next(1000.0 * (index + 1)))
    return state


def _responded(state: Round, letter: str) -> Round:
    answer = state.current.draw.question.answer
    assert isinstance(answer, Pick)
    wrong = next(key for key in state.current.draw.keys if key != answer.option.key)
    at = state.shown_at + (900 if letter == "l" else 1)
    if letter == "o":
        return advance(state, TimeOut(at + 30))
    return advance(state, Answer(at, wrong if letter == "w" else answer.option.key))


@pytest.mark.parametrize(
    ("plan", "themes", "line"),
    [
        ("rrrrrrrrrr", "gghhcgghhc", "All ten right."),
        ("wwwwwwwwww", "gghhcgghhc", "None of ten this time."),
        ("rrwrrwrrrr", "cgghhhgcch", "Eight of ten, and every crossing right."),
        ("wrrrrwrwrr", "ggghhghghh", "Seven of ten, and all of the history right."),
        ("wrrrrwrwwr", "gggggggggg", "Six of ten, four of them in a row."),
        ("rwrwlw", "gghhcc", "Two of six, and one more that was right but late."),
        ("rwrwll", "gghhcc", "Two of six, and two more that were right but late."),
        ("rwrwow", "gghhcc", "Two of six."),
        ("rrwwrw", "gghhcc", "Three of six."),
        ("rr", "gh", "Both right."),
        ("r", "g", "One question, and it was right."),
        ("w", "g", "One question, and it got away."),
        ("rw" * 10, "g" * 20, "10 of 20."),
    ],
)
def test_one_honest_sentence(plan: str, themes: str, line: str) -> None:
    assert sentence(played(plan, themes)) == line


@pytest.mark.parametrize(
    ("plan", "leave_at", "line"),
    [
        ("rrrr", 0, "Left before the first question was answered."),
        ("rrrr", 1, "Left after one question, and it was right."),
        ("wrrr", 1, "Left after one question, and it got away."),
        ("rwrrr", 4, "Left after four questions, three of them right."),
        ("wwwww", 4, "Left after four questions, none of them right."),
    ],
)
def test_a_round_that_was_left_says_how_far_it_came(plan: str, leave_at: int, line: str) -> None:
    assert sentence(played(plan, leave_at=leave_at)) == line


def test_one_question_that_was_partly_right_did_not_get_away() -> None:
    state = played("w")
    (response,) = state.responses
    partly = replace(response, grade=replace(response.grade, partial=0.5))
    assert sentence(replace(state, responses=(partly,))) == "One question, and it was partly right."


@pytest.mark.parametrize("plan", ["r" * n + "w" * (10 - n) for n in range(11)] + ["l" * 5 + "o" * 5])
def test_no_sentence_shouts_or_blames(plan: str) -> None:
    line = sentence(played(plan))
    assert line.endswith(".")
    assert not set("!?") & set(line)


def test_each_question_can_be_looked_back_at() -> None:
    rows = review(played("rwol", "ghcg"))
    assert [row.right for row in rows] == [True, False, False, False]
    assert [row.late for row in rows] == [False, False, True, True]
    assert [row.answer for row in rows] == ["Right 0", "Right 1", "Right 2", "Right 3"]
    assert [bool(row.given) for row in rows] == [True, True, False, True]
    assert rows[1].given.startswith("Wrong")
    assert [row.points > 0 for row in rows] == [True, False, False, False]
    assert rows[0].used == 1
    assert rows[0].explanation == "An explanation of made-0:choice."


def test_a_calm_round_is_looked_back_at_without_points() -> None:
    rows = review(played("rw", rules=Rules(calm=True)))
    assert [(row.right, row.points) for row in rows] == [(True, 0), (False, 0)]


def test_only_what_was_answered_is_looked_back_at() -> None:
    assert len(review(played("rrrr", leave_at=2))) == 2


def test_an_order_is_looked_back_at_in_its_order() -> None:
    items = tuple(Option(key, key.upper()) for key in "abcde")
    asked: Question = question("order", Sequence(items, ("",) * 5), shape=Shape.ORDER)
    state = open_round(Rules(), [Draw(asked, (items[3], items[0], items[2]))], Names())
    row = review(advance(advance(state, Start(0)), Answer(1, ("d", "a", "c"))))[0]
    assert (row.answer, row.given) == ("A → C → D", "D → A → C")
