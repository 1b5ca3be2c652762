from quiz.play import Setup
from quiz.rounds.rating import Rating
from quiz.store import saves
from quiz.store.homes import Homes
from quiz.store.ratings import ratings
from tests.play.helpers import door, play_all, right_answer, rows, wrong_answer

FIRST = 0.5


def test_before_the_first_response_nobody_is_rated(homes: Homes) -> None:
    with saves.opened(homes.saves_file) as db:
        told = ratings(db, {"lake": FIRST})
    assert told.abilities == {}
    assert told.difficulties == {"lake": Rating()}


def test_responses_rate_who_gave_them_and_what_was_asked(homes: Homes) -> None:
    play = door(homes)
    for name, answer in (("Aru", right_answer), ("Bek", wrong_answer)):
        game = play.begin(Setup(questions=3, player=name))
        play_all(game, answer=answer)
        game.close()
    families = [family for (family,) in rows(homes, "SELECT DISTINCT family FROM responses")]
    with saves.opened(homes.saves_file) as db:
        told = ratings(db, dict.fromkeys(families, FIRST))
    ids = dict(rows(homes, "SELECT name, id FROM players"))
    assert told.abilities[ids["Aru"]].value > 0 > told.abilities[ids["Bek"]].value
    assert sum(rating.responses for rating in told.difficulties.values()) == 6
