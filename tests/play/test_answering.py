import json

import pytest

from quiz.errors import RoundError
from quiz.generate.question import Sequence
from quiz.play import Setup
from quiz.rounds.round import Phase
from quiz.store.homes import Homes
from tests.play.helpers import door, play_all, right_answer, rows, wrong_answer
from tests.samples import content, content_of, many


def test_a_response_is_on_disk_with_all_it_was_before_it_is_returned(homes: Homes) -> None:
    game = door(homes).begin(Setup(questions=1, topic="course", theme="geography"))
    question = game.round.current.draw.question
    game.begin(10.0)
    response = game.answer(13.5, right_answer(game))
    (row,) = rows(
        homes,
        "SELECT position, question, family, kind, shape, stem, shown, answer, is_right, late, used, points, at,"
        " given_text FROM responses",
    )
    assert row[:6] == (1, question.id, question.family, question.kind, question.shape.value, question.stem)
    assert [option["key"] for option in json.loads(str(row[6]))] == list(game.round.current.draw.keys)
    assert row[7] == row[13] or question.shape == "number"
    assert row[8:13] == (1, 0, 3.5, response.points.total, "2026-05-01T12:00:00.123000+00:00")
    assert rows(homes, "SELECT fact FROM response_facts ORDER BY fact") == [(fact,) for fact in sorted(question.asks)]
    game.close()


def test_an_answer_is_kept_as_given_and_as_it_was_shown(homes: Homes) -> None:
    play = door(homes)
    game = play.begin(Setup(questions=100))
    play_all(game, answer=wrong_answer)
    game.close()
    kept = {str(row[0]): row[1:] for row in rows(homes, "SELECT shape, given, given_text, answer FROM responses")}
    assert set(kept) == {"choice", "text", "number", "order"}
    assert json.loads(str(kept["order"][0])) == list(reversed(_order_keys()))
    assert kept["order"][1] == "Küngöy Ala-Too → Tokmok → Kara-Balta → Ugam Range"
    assert kept["order"][2] == "Ugam Range → Kara-Balta → Tokmok → Küngöy Ala-Too"
    assert kept["number"] == ('"9999"', "9999", "16 km")


def _order_keys() -> list[str]:
    answer = next(q.answer for q in content().questions if isinstance(q.answer, Sequence))
    return [option.key for option in answer.items]


def test_a_round_in_which_time_runs_out_is_kept_as_late(homes: Homes) -> None:
    game = door(homes).begin(Setup(questions=2))
    game.begin(0.0)
    response = game.time_out(60.0)
    assert (response.given, response.late, response.right) == (None, True, False)
    game.next(61.0)
    late = game.answer(200.0, right_answer(game))
    assert (late.late, late.right, late.points.total) == (True, False, 0)
    game.close()
    assert rows(homes, "SELECT given, is_right, late, used, points FROM responses ORDER BY position")[0] == (
        None,
        0,
        1,
        60.0,
        0,
    )


def test_giving_up_is_kept_as_no_answer_even_in_a_calm_round(homes: Homes) -> None:
    game = door(homes).begin(Setup(questions=2, calm=True))
    game.begin(0.0)
    response = game.give_up(5.0)
    assert (response.given, response.right, response.late, response.used) == (None, False, False, 5.0)
    assert game.round.phase is Phase.FEEDBACK
    with pytest.raises(RoundError, match="No question is open"):
        game.give_up(6.0)
    game.next(7.0)
    with pytest.raises(RoundError, match="No clock runs"):
        game.time_out(8.0)
    game.close()
    assert rows(homes, "SELECT given, is_right, late FROM responses") == [(None, 0, 0)]


def test_an_answer_where_no_question_is_open_is_refused_and_not_kept(homes: Homes) -> None:
    game = door(homes).begin(Setup(questions=2))
    with pytest.raises(RoundError, match="No question is open"):
        game.answer(1.0, "anything")
    game.begin(1.0)
    game.answer(2.0, right_answer(game))
    with pytest.raises(RoundError, match="No question is open"):
        game.answer(3.0, "anything")
    game.close()
    assert rows(homes, "SELECT count(*) FROM responses") == [(1,)]


def test_an_impossible_answer_is_refused_and_the_question_stays_open(homes: Homes) -> None:
    game = door(homes, lambda folder: content_of(many(3))).begin(Setup(questions=1))
    game.begin(0.0)
    with pytest.raises(ValueError, match="no-such-option"):
        game.answer(1.0, "no-such-option")
    assert game.round.phase is Phase.ASKING
    assert game.answer(2.0, right_answer(game)).right
    game.close()
