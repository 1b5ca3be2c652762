import pytest

from quiz.store import locks, rounds, saves
from quiz.store.homes import Homes
from tests.play.helpers import NOW, PLAY, door, rows
from tests.samples import content_of, many
from tests.store.helpers import start


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
