import json

from quiz.play import Setup
from quiz.rounds.round import Phase
from quiz.store.homes import Homes
from tests.play.helpers import door, rows
from tests.samples import KYRGYZ_SIDE, content_of, several


def test_what_was_chosen_of_several_is_kept_by_keys_and_in_words_with_its_share_of_the_points(homes: Homes) -> None:
    game = door(homes, lambda _: content_of((several(),))).begin(Setup(questions=1))
    game.begin(0.0)
    shown = {option.key: option.text for option in game.round.current.draw.options}
    fitting = [option.key for option in KYRGYZ_SIDE.options if option.key in shown]
    response = game.answer(1.0, (fitting[0],))
    game.close()
    (row,) = rows(homes, "SELECT shape, given, given_text, answer, is_right, points FROM responses")
    assert (row[0], json.loads(str(row[1])), row[2]) == ("several", [fitting[0]], shown[fitting[0]])
    assert set(str(row[3]).split(", ")) == {shown[key] for key in fitting}
    assert row[4:] == (0, response.points.total)
    assert response.points.total > 0


def test_looking_back_it_is_partly_right(homes: Homes) -> None:
    game = door(homes, lambda _: content_of((several(),))).begin(Setup(questions=1, calm=True))
    game.begin(0.0)
    fitting = [key for key in game.round.current.draw.keys if key in {option.key for option in KYRGYZ_SIDE.options}]
    game.answer(1.0, (fitting[0],))
    game.next(2.0)
    assert game.round.phase is Phase.FINISHED
    (row,) = game.result().review
    assert (row.right, row.partly, game.result().right) == (False, True, 0)
    assert len(row.answer.split(", ")) == len(fitting)
    game.close()
