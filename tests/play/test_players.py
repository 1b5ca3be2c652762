import pytest

from quiz.errors import QuizError
from quiz.play import Setup
from quiz.store.homes import Homes
from tests.play.helpers import door, play_all


def test_a_newcomer_plays_as_you_and_may_take_a_name_afterwards(homes: Homes) -> None:
    play = door(homes)
    assert play.player == "You"
    assert play.players() == ()
    game = play.begin(Setup(questions=1))
    play_all(game)
    game.close()
    assert play.players() == ("You",)
    play.rename_player("You", " Aida ")
    assert play.player == "Aida"
    assert play.scores().rounds[0].player == "Aida"
    assert door(homes).player == "Aida"


def test_a_newcomer_may_take_a_name_before_playing(homes: Homes) -> None:
    play = door(homes)
    play.rename_player("You", "Aida")
    play.choose_player("Aida")
    assert play.players() == ("Aida",)
    assert play.player == "Aida"


def test_players_are_added_chosen_and_remembered(homes: Homes) -> None:
    play = door(homes)
    assert play.add_player(" [bold] ") == "[bold]"
    play.add_player("Bek")
    play.choose_player("BEK")
    assert door(homes).player == "Bek"
    with pytest.raises(QuizError, match="no player called Nobody"):
        play.choose_player("Nobody")
    with pytest.raises(QuizError, match="already"):
        play.rename_player("Bek", "[BOLD]")
    with pytest.raises(QuizError, match="too long"):
        play.add_player("x" * 10_000)


def test_a_round_may_name_its_player_who_is_kept_if_new(homes: Homes) -> None:
    play = door(homes)
    play.begin(Setup(player="Aida")).close()
    play.begin(Setup(player="aida")).close()
    assert play.players() == ("Aida",)
    assert play.player == "Aida"
    assert play.notices[1:] == ["Aida is a new player."]
    with pytest.raises(QuizError, match="needs a name"):
        play.begin(Setup(player="  "))
    with pytest.raises(QuizError, match="invisible"):
        play.begin(Setup(player="A\u200b"))
