import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quiz import clock
from quiz.errors import BankError, PackError, QuizError, RoundError, SavesError
from quiz.game import Game
from quiz.generate.content import BankContent
from quiz.generate.question import Name, Pick, Quantity, Sequence, When
from quiz.play import Play, Setup
from quiz.rounds.grading import Given
from quiz.rounds.round import Phase, Response
from quiz.rounds.rules import Rules
from quiz.store import bank, locks, rounds, saves
from quiz.store.homes import Homes, pack_digest
from tests.samples import content, content_of, many
from tests.store.helpers import REPOSITORY, WITHOUT_RIGHTS, run, start

NOW = datetime(2026, 5, 1, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def homes(tmp_path: Path) -> Homes:
    found = Homes(saves=tmp_path / "saves", banks=tmp_path / "banks", packs=tmp_path / "packs")
    found.pack_folder().mkdir(parents=True)
    (found.pack_folder() / "pack.toml").write_text('id = "kz-kg"\n')
    return found


def build(folder: Path) -> BankContent:
    return content()


def door(homes: Homes, build: Callable[[Path], BankContent] = build) -> Play:
    return Play(homes, clock_now=lambda: NOW, build=build)


def right_answer(game: Game) -> Given:
    item = game.round.current
    answer = item.draw.question.answer
    match answer:
        case Pick():
            return answer.option.key
        case Sequence():
            return tuple(option.key for option in answer.items if option.key in item.draw.keys)
        case Name() | When() | Quantity():
            return answer.text


def wrong_answer(game: Game) -> Given:
    item = game.round.current
    answer = item.draw.question.answer
    match answer:
        case Pick():
            return next(key for key in item.draw.keys if key != answer.option.key)
        case Sequence():
            return tuple(reversed([option.key for option in answer.items if option.key in item.draw.keys]))
        case Name() | When() | Quantity():
            return "1 January 1066" if isinstance(answer, When) else "9999"


def play_all(game: Game, at: float = 100.0, answer: Callable[[Game], Given] = right_answer) -> list[Response]:
    """Play a game to its end, two seconds a question."""
    responses = []
    game.begin(at)
    while game.round.phase is Phase.ASKING:
        at += 2.0
        responses.append(game.answer(at, answer(game)))
        game.next(at)
    return responses


def rows(homes: Homes, sql: str) -> list[tuple[object, ...]]:
    """What another program sees in the saves."""
    db = sqlite3.connect(homes.saves_file)
    found = db.execute(sql).fetchall()
    db.close()
    return found


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
    for _ in range(2):
        game = play.begin(Setup(questions=10))
        play_all(game)
        game.close()
    assert len({row[0] for row in rows(homes, "SELECT question FROM responses")}) > 16


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


def test_a_game_may_outlive_a_change_of_the_pack(homes: Homes) -> None:
    play = door(homes)
    game = play.begin(Setup(questions=3))
    (homes.pack_folder() / "pack.toml").write_text("changed = true\n")
    other = play.begin(Setup(questions=2))
    assert play.notices[-1] == "The questions were built anew: the pack has changed."
    play_all(other)
    play_all(game)
    other.close()
    game.close()
    assert rows(homes, "SELECT state FROM rounds") == [("finished",), ("finished",)]


def test_a_broken_pack_leaves_the_old_questions_and_is_said(homes: Homes) -> None:
    play = door(homes)

    def fail(folder: Path) -> BankContent:
        raise PackError("The pack has one mistake", ("pack.toml:1: what is this",))

    before = homes.bank_file().read_bytes()
    (homes.pack_folder() / "pack.toml").write_text("broken\n")
    with pytest.raises(PackError, match="one mistake"):
        door(homes, fail)
    assert homes.bank_file().read_bytes() == before
    with pytest.raises(PackError, match="one mistake"):
        replace_build(play, fail).begin(Setup())


def replace_build(play: Play, build: Callable[[Path], BankContent]) -> Play:
    play._build = build
    return play


def test_a_missing_pack_is_said(homes: Homes) -> None:
    shutil.rmtree(homes.pack_folder())
    with pytest.raises(PackError, match="There is no pack of facts"):
        door(homes)


def test_questions_that_turn_out_to_be_damaged_are_built_anew(homes: Homes) -> None:
    play = door(homes)
    db = sqlite3.connect(homes.bank_file())
    db.execute("UPDATE questions SET answer = 'nonsense'")
    db.commit()
    db.close()
    game = play.begin(Setup(questions=3))
    assert play.notices[-1] == "The questions were built anew: their file was damaged."
    assert len(game.round.items) == 3
    game.close()


def test_a_border_that_makes_no_sense_is_built_anew(homes: Homes) -> None:
    play = door(homes)
    db = sqlite3.connect(homes.bank_file())
    db.execute("UPDATE meta SET value = '[[1]]' WHERE key = 'border'")
    db.commit()
    db.close()
    assert play.border() == content().border


def test_saves_in_the_way_are_said_before_anything_is_played(homes: Homes) -> None:
    homes.saves.mkdir()
    homes.saves_file.write_bytes(b"a letter to grandmother")
    with pytest.raises(SavesError, match="is not a saves file"):
        door(homes)
    assert homes.saves_file.read_bytes() == b"a letter to grandmother"


def test_a_bank_in_the_way_is_said(homes: Homes) -> None:
    homes.banks.mkdir()
    db = sqlite3.connect(homes.bank_file())
    db.execute("CREATE TABLE recipes (name)")
    db.close()
    with pytest.raises(BankError, match="is not a bank of questions file of this game"):
        door(homes)


def test_play_goes_on_while_the_saves_are_locked_and_nothing_is_lost(
    homes: Homes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.store.database.BUSY_SECONDS", 0.1)
    game = door(homes).begin(Setup(questions=4))
    game.begin(0.0)
    game.answer(2.0, right_answer(game))
    game.next(2.0)
    holder = sqlite3.connect(homes.saves_file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    response = game.answer(4.0, right_answer(game))
    assert response.right
    assert "Not saved yet:" in game.notice
    assert "is locked" in game.notice
    assert rows(homes, "SELECT position FROM responses") == [(1,)]
    game.next(4.0)
    holder.execute("ROLLBACK")
    game.answer(6.0, right_answer(game))
    assert game.notice == ""
    assert rows(homes, "SELECT position FROM responses ORDER BY id") == [(1,), (2,), (3,)]
    holder.execute("BEGIN IMMEDIATE")
    game.next(6.0)
    game.answer(8.0, right_answer(game))
    game.next(8.0)
    holder.execute("ROLLBACK")
    game.close()
    assert game.notice == ""
    assert rows(homes, "SELECT state, asked FROM rounds") == [("finished", 4)]
    assert rows(homes, "SELECT count(*) FROM responses") == [(4,)]


PLAY = """
    import sys
    from pathlib import Path
    from quiz.play import Play, Setup
    from quiz.rounds.round import Phase
    from quiz.store.homes import Homes
    from tests.samples import content_of, many

    root = Path(sys.argv[1])
    homes = Homes(saves=root / "saves", banks=root / "banks", packs=root / "packs")
    play = Play(homes, build=lambda folder: content_of(many(40)))
    game = play.begin(Setup(questions=int(sys.argv[2])))
    game.begin(0.0)
    at = 0.0
    while game.round.phase is Phase.ASKING:
        at += 1.0
        game.answer(at, game.round.current.draw.question.answer.option.key)
        print(len(game.round.responses), game.notice, flush=True)
        if len(sys.argv) > 3:
            sys.stdin.readline()
        game.next(at)
    game.close()
"""


def test_a_killed_round_loses_no_given_answer(homes: Homes) -> None:
    process = start(PLAY, homes.saves.parent, 10, "step")
    assert process.stdout is not None
    assert process.stdin is not None
    for i in range(1, 4):
        assert process.stdout.readline() == f"{i} \n"
        if i < 3:
            process.stdin.write("\n")
            process.stdin.flush()
    with saves.opened(homes.saves_file) as db:
        assert rounds.keep_unfinished(db, homes.saves_file, NOW) == 0
    process.kill()
    process.communicate()
    play = door(homes, lambda folder: content_of(many(40)))
    assert rows(homes, "SELECT state, asked, right_count FROM rounds") == [("unfinished", 3, 3)]
    assert rows(homes, "SELECT count(*) FROM responses") == [(3,)]
    assert play.scores().players[0].responses == 3
    assert [file.name for file in homes.saves.iterdir()] == ["saves.db"]


def test_a_round_killed_after_its_last_answer_is_finished(homes: Homes) -> None:
    process = start(PLAY, homes.saves.parent, 1, "step")
    assert process.stdout is not None
    assert process.stdout.readline() == "1 \n"
    process.kill()
    process.communicate()
    assert rows(homes, "SELECT state FROM rounds") == [("finished",)]
    lock = rounds.lock_path(homes.saves_file, 1)
    assert not locks.is_held(lock)


def test_two_processes_play_at_once(homes: Homes) -> None:
    door(homes, lambda folder: content_of(many(40)))
    processes = [start(PLAY, homes.saves.parent, 30) for _ in range(3)]
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert [line.split(" ", 1) for line in out.splitlines()] == [[str(i), ""] for i in range(1, 31)]
    assert rows(homes, "SELECT state, asked FROM rounds") == [("finished", 30)] * 3
    assert rows(homes, "SELECT count(*) FROM responses") == [(90,)]


FIRST_START = """
    import sys
    from pathlib import Path
    from quiz.play import Play, Setup
    from quiz.store.homes import Homes
    from tests.samples import content_of, many

    root = Path(sys.argv[1])
    homes = Homes(saves=root / "saves", banks=root / "banks", packs=root / "packs")
    play = Play(homes, build=lambda folder: content_of(many(3)))
    print("ready", flush=True)
    sys.stdin.readline()
    play.begin(Setup(player=sys.argv[2] or None)).close()
"""


@pytest.mark.parametrize("name", ["", "Aida"])
def test_first_starts_at_once_share_the_new_player(homes: Homes, name: str) -> None:
    processes = [start(FIRST_START, homes.saves.parent, name) for _ in range(6)]
    assert [process.stdout.readline() for process in processes if process.stdout] == ["ready\n"] * 6
    ended = [process.communicate("\n", timeout=60) for process in processes]
    assert [err for _, err in ended] == [""] * 6
    assert rows(homes, "SELECT name FROM players") == [(name or "You",)]
    assert rows(homes, "SELECT count(*) FROM rounds") == [(6,)]


@pytest.mark.parametrize(("questions", "state"), [(1, "finished"), (3, "left")])
def test_a_signal_while_a_response_is_written_loses_and_doubles_nothing(
    homes: Homes, monkeypatch: pytest.MonkeyPatch, questions: int, state: str
) -> None:
    game = door(homes).begin(Setup(questions=questions))
    game.begin(0.0)
    record = rounds.record

    def interrupted(*arguments: Any) -> None:
        record(*arguments)
        monkeypatch.undo()
        raise SystemExit(130)

    monkeypatch.setattr(rounds, "record", interrupted)
    with pytest.raises(SystemExit):
        game.answer(2.0, right_answer(game))
    game.quit(3.0)
    game.close()
    assert game.notice == ""
    assert rows(homes, "SELECT state, asked, right_count, score FROM rounds") == [(state, 1, 1, game.round.score)]
    assert rows(homes, "SELECT position FROM responses") == [(1,)]


def test_a_disk_that_fills_up_ends_no_round_and_loses_nothing_saved(homes: Homes) -> None:
    door(homes, lambda folder: content_of(many(40)))
    limit = 150_000
    out = run(PLAY, homes.saves.parent, 40, prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    lines = out.splitlines()
    assert len(lines) == 40
    assert lines[0] == "1 "
    assert "the disk is full or failing" in lines[-1]
    saved = sum(line.endswith(" ") for line in lines)
    assert 1 <= saved < 40
    door(homes, lambda folder: content_of(many(40)))
    assert rows(homes, "PRAGMA integrity_check") == [("ok",)]
    ((kept,),) = rows(homes, "SELECT count(*) FROM responses")
    assert isinstance(kept, int)
    assert kept >= saved


READ_ONLY = """
    import os, sys
    from pathlib import Path
    from quiz.play import Play, Setup
    from quiz.store.homes import Homes
    from tests.samples import content_of, many

    root = Path(sys.argv[1])
    homes = Homes(saves=root, banks=root, packs=root / "packs")
    game = Play(homes, build=lambda folder: content_of(many(3))).begin(Setup(questions=1))
    game.begin(0.0)
    root.chmod(0o555)
    game.answer(1.0, game.round.current.draw.question.answer.option.key)
    game.next(2.0)
    game.close()
    print(game.round.phase, repr(game.notice))
"""


def test_a_folder_that_becomes_read_only_in_a_round_ends_it_without_a_fuss() -> None:
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    try:
        (folder / "packs" / "kz-kg").mkdir(parents=True)
        folder.chmod(0o777)
        os.chown(folder, 65534, 65534) if os.geteuid() == 0 else None
        assert run(WITHOUT_RIGHTS + textwrap.dedent(READ_ONLY), folder) == "finished ''\n"
        folder.chmod(0o777)
        db = sqlite3.connect(folder / "saves.db")
        assert db.execute("SELECT state, asked FROM rounds").fetchall() == [("finished", 1)]
        db.close()
    finally:
        shutil.rmtree(folder)


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


def test_the_door_neither_reads_packs_nor_draws(homes: Homes) -> None:
    code = (
        "import sys, quiz.play;"
        "bad = ['pydantic', 'textual', 'quiz.knowledge', 'quiz.generate.build', 'quiz.tui', 'rich'];"
        "print([name for name in bad if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_round_on_fresh_questions_imports_no_model_of_packs(homes: Homes) -> None:
    door(homes, lambda folder: content_of(many(40)))
    code = PLAY + "    print([name for name in ('pydantic', 'quiz.knowledge') if name in sys.modules])\n"
    assert run(code, homes.saves.parent, 1).splitlines()[-1] == "[]"
    assert bank.state(homes.bank_file(), pack_digest(homes.pack_folder())) is bank.State.FRESH


def test_the_clock_of_rounds_goes_on_and_tells_seconds() -> None:
    earlier = clock.now()
    time.sleep(0.05)
    assert 0.05 <= clock.now() - earlier < 5
