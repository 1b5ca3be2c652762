import pytest

from quiz.errors import RoundError
from quiz.play import Setup
from quiz.store.homes import Homes
from tests.play.helpers import door, play_all, rows
from tests.samples import content, content_of, many


def test_a_round_can_be_told_again_from_its_seed(homes: Homes) -> None:
    play = door(homes)
    game = play.begin(Setup(questions=6))
    drawn = [item.draw for item in game.round.items]
    game.close()
    ((seed,),) = rows(homes, "SELECT seed FROM rounds")
    again = play.begin(Setup(questions=6, seed=str(seed)))
    assert [item.draw for item in again.round.items] == drawn
    again.close()


def test_rounds_differ_where_no_seed_is_named(homes: Homes) -> None:
    play = door(homes, lambda folder: content_of(many(60)))
    asked = set()
    for _ in range(3):
        game = play.begin(Setup())
        asked.add(tuple(item.draw.question.id for item in game.round.items))
        game.close()
    assert len(asked) == 3


def test_facts_not_yet_seen_come_first(homes: Homes) -> None:
    play = door(homes, lambda folder: content_of(many(20)))
    for player in range(8):
        for _ in range(2):
            game = play.begin(Setup(questions=10, player=f"Player {player}"))
            play_all(game)
            game.close()
    # Two rounds that took no heed of each other would meet 15 of the 20; the mean of eight players strays little.
    met = "SELECT DISTINCT rounds.player, question FROM responses JOIN rounds ON rounds.id = round"
    assert len(rows(homes, met)) / 8 > 16.5


def test_a_shorter_round_says_so_first(homes: Homes) -> None:
    play = door(homes, lambda folder: content_of(many(7)))
    game = play.begin(Setup(questions=10_000))
    assert game.notice == "This round has 7 questions: no more fit together."
    assert game.rules.questions == 7
    game.begin(0.0)
    assert game.notice == ""
    game.close()
    one = door(homes, lambda folder: content_of(many(1)))
    (homes.pack_folder() / "pack.toml").write_text("changed = true\n")
    game = one.begin(Setup())
    assert game.notice == "This round has 1 question: no more fit together."
    game.close()


@pytest.mark.parametrize(
    ("setup", "why"),
    [
        (Setup(theme="cooking"), "There is no theme “cooking”"),
        (Setup(topic="cooking", player="Fresh"), "There is no topic"),
        (Setup(topic="cooking"), "There is no topic “cooking”. Choose one of: crossings, course, soviet"),
        (Setup(questions=0), "A round of 0 questions cannot be played"),
        (Setup(questions=-1), "A round of -1 questions"),
        (Setup(seconds=0), "A limit of 0 seconds"),
        (Setup(theme="geography", topic="soviet"), "There are no questions for this round"),
    ],
)
def test_a_round_that_cannot_be_played_is_refused_and_leaves_no_trace(homes: Homes, setup: Setup, why: str) -> None:
    with pytest.raises(RoundError, match=why):
        door(homes).begin(setup)
    assert rows(homes, "SELECT count(*) FROM rounds") == [(0,)]
    assert rows(homes, "SELECT count(*) FROM players") == [(0,)]
    assert [file.name for file in homes.saves.iterdir()] == ["saves.db"]


def test_footnotes_are_asked_only_by_topic(homes: Homes) -> None:
    play = door(homes)
    whole = play.begin(Setup(questions=100))
    by_topic = play.begin(Setup(questions=100, topic="soviet"))
    assert "footnote-press:choice" not in {item.draw.question.id for item in whole.round.items}
    assert "footnote-press:choice" in {item.draw.question.id for item in by_topic.round.items}
    whole.close()
    by_topic.close()


def test_themes_and_topics_are_told_with_their_numbers(homes: Homes) -> None:
    play = door(homes)
    assert [(t.theme, t.title, t.families) for t in play.themes()] == [
        ("mixed", "Mixed", 12),
        ("geography", "Geography", 2),
        ("history", "History", 3),
        ("crossings", "Crossings", 7),
    ]
    assert [(t.topic, t.title, t.families) for t in play.topics()] == [
        ("crossings", "The crossings", 7),
        ("course", "The course", 2),
        ("soviet", "Soviet years", 4),
    ]
    assert play.border() == content().border
