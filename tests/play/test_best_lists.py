from collections.abc import Callable

from quiz.game import Game
from quiz.play import Setup
from quiz.rounds.grading import Given
from quiz.rounds.rules import Rules
from quiz.store.homes import Homes
from tests.play.helpers import door, play_all, right_answer, rows, wrong_answer
from tests.samples import content_of, many


def test_a_record_is_one_only_over_a_round_of_equal_rules(homes: Homes) -> None:
    play = door(homes)

    def result(answer: Callable[[Game], Given], **setup: object) -> tuple[int | None, bool]:
        game = play.begin(Setup(**{"questions": 3, **setup}))  # type: ignore[arg-type]
        play_all(game, answer=answer)
        game.close()
        return game.result().best_before, game.result().record

    assert result(wrong_answer) == (None, False)
    assert result(right_answer) == (0, True)
    best = play.best(Rules(questions=3))
    assert best is not None
    assert best > 0
    assert result(wrong_answer) == (best, False)
    assert result(right_answer, questions=2) == (None, False)
    assert result(wrong_answer, calm=True) == (None, False)
    assert result(right_answer, calm=True) == (0, True)
    assert result(right_answer, seed=4) == (None, False)
    assert result(right_answer, player="Bek") == (None, False)


def test_rounds_of_equal_rules_compare_however_many_questions_they_came_out_with(homes: Homes) -> None:
    play = door(homes, lambda folder: content_of(many(7)))
    play_all(game := play.begin(Setup()))
    game.close()
    (homes.pack_folder() / "pack.toml").write_text("changed = true\n")
    play_all(longer := door(homes, lambda folder: content_of(many(9))).begin(Setup()))
    longer.close()
    assert (game.result().asked, longer.result().asked) == (7, 9)
    assert longer.result().best_before == game.result().score
    assert [(best.rank, best.questions, best.asked) for best in play.scores().rounds] == [(1, 10, 9), (2, 10, 7)]
    assert play.standing().best != ""


def test_rounds_with_a_seed_are_equal_and_enter_no_list(homes: Homes) -> None:
    play = door(homes)
    asked = []
    for _ in range(2):
        game = play.begin(Setup(questions=6, seed=17))
        asked.append([item.draw for item in game.round.items])
        play_all(game)
        game.close()
    assert asked[0] == asked[1]
    assert play.scores().rounds == ()
    assert rows(homes, "SELECT DISTINCT seed, seed_chosen FROM rounds") == [("17", 1)]


def test_standing_tells_what_the_player_knows(homes: Homes) -> None:
    play = door(homes)
    assert (play.standing().known, play.standing().rounds, play.standing().best) == (0.0, 0, "")
    assert play.standing().sentence == "The border lights up as you learn it."
    game = play.begin(Setup(questions=10, theme="history"))
    play_all(game)
    game.close()
    standing = play.standing()
    play.choose_player(play.add_player("Bek"))
    assert play.standing().sentence == "The border lights up as you learn it."
    play.choose_player("You")
    assert standing.sentence == "You know 3 of 12 facts about this border."
    assert (standing.known, standing.rounds, standing.best) == (0.25, 1, "")
    game = play.begin(Setup())
    play_all(game)
    game.close()
    assert game.result().score is not None
    assert play.standing().best == f"best {game.result().score:,}".replace(",", " ")


def test_each_level_has_its_own_list_and_old_lists_stay_as_they_are(homes: Homes) -> None:
    play = door(homes)
    for level in (None, "easy", "adaptive"):
        game = play.begin(Setup(questions=3, level=level))
        play_all(game)
        game.close()
        assert game.result().best_before is None
    assert [best.rank for best in play.scores().rounds] == [1, 1, 1]
    assert Rules(questions=3).best_list == '["mixed", null, 3, null, false]'
