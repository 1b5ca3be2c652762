from random import Random

from quiz.errors import RoundError
from quiz.play import Setup
from quiz.rounds.round import Phase
from quiz.store.homes import Homes
from tests.play.helpers import door, play_all, right_answer, rows, wrong_answer


def test_a_round_is_played_to_its_end_and_kept(homes: Homes) -> None:
    play = door(homes)
    assert play.notices == ["The questions were built: there were none yet."]
    game = play.begin(Setup(questions=4))
    responses = play_all(game)
    game.close()
    assert all(response.right for response in responses)
    result = game.result()
    assert (result.right, result.asked, result.best_before, result.record) == (4, 4, None, False)
    assert result.score == sum(response.points.total for response in responses) > 2000
    assert result.sentence == "All four right."
    assert [row.right for row in result.review] == [True] * 4
    ((state, score, right, asked, elapsed, ended),) = rows(
        homes, "SELECT state, score, right_count, asked, elapsed, ended FROM rounds"
    )
    assert (state, score, right, asked, elapsed) == ("finished", result.score, 4, 4, 8.0)
    assert ended == "2026-05-01T12:00:00.123000+00:00"
    assert [file.name for file in homes.saves.iterdir()] == ["saves.db"]


def test_leaving_keeps_what_was_answered(homes: Homes) -> None:
    play = door(homes)
    game = play.begin(Setup(questions=5))
    game.begin(0.0)
    game.answer(2.0, right_answer(game))
    game.quit(9.0)
    game.quit(10.0)
    game.close()
    game.close()
    assert rows(homes, "SELECT state, asked, elapsed FROM rounds") == [("left", 1, 9.0)]
    assert game.result().sentence == "Left after one question, and it was right."
    assert play.scores().rounds == ()
    assert play.scores().players[0].responses == 1


def test_quitting_in_the_last_feedback_finishes_the_round(homes: Homes) -> None:
    game = door(homes).begin(Setup(questions=1))
    game.begin(0.0)
    game.answer(2.0, right_answer(game))
    game.quit(3.0)
    game.close()
    assert game.round.phase is Phase.FINISHED
    assert rows(homes, "SELECT state FROM rounds") == [("finished",)]


def test_any_sequence_of_moves_keeps_saves_and_round_alike(homes: Homes) -> None:
    play = door(homes)
    for seed in range(25):
        rng = Random(seed)
        game = play.begin(Setup(questions=rng.randint(1, 8), calm=rng.random() < 0.3))
        at = 0.0
        for _ in range(rng.randint(0, 30)):
            at += rng.uniform(-1, 20)
            move = rng.choice(["begin", "right", "wrong", "time_out", "give_up", "next", "next", "quit"])
            if move == "quit" and rng.random() < 0.8:
                continue
            try:
                if move in ("right", "wrong"):
                    game.answer(at, right_answer(game) if move == "right" else wrong_answer(game))
                else:
                    getattr(game, move)(at)
            except RoundError:
                assert game.round.phase is not Phase.ASKING or game.rules.calm
        game.close()
        state = game.round
        kept = rows(homes, "SELECT asked, right_count, score, state FROM rounds ORDER BY id DESC LIMIT 1")[0]
        assert kept[:3] == (len(state.responses), state.right_count, state.score)
        whole = len(state.responses) == len(state.items)
        assert kept[3] == ("finished" if whole else "left" if state.phase is Phase.LEFT else "open")
    counts = rows(homes, "SELECT asked, (SELECT count(*) FROM responses WHERE round = rounds.id) FROM rounds")
    assert all(asked == responses for asked, responses in counts)
