import os
import resource
import shutil
import tempfile
import textwrap
import time
from pathlib import Path

import pytest

from quiz.errors import BankError
from quiz.generate.content import BankContent
from quiz.store import bank, bank_read
from quiz.store.bank_schema import TABLES, TOLD
from quiz.store.bank_write import LEFTOVER_SECONDS, write
from tests.samples import content, question, right, wrong
from tests.store.helpers import WITHOUT_RIGHTS, run


def test_what_was_written_is_read_back_whole(path: Path) -> None:
    written = content(content_hash="abc")
    write(path, written)
    with bank.opened(path) as db:
        assert bank_read.questions(db) == written.questions
        assert bank_read.facts(db) == written.facts
        assert bank_read.kinds(db) == written.kinds
        assert bank_read.topics(db) == written.topics
        assert bank_read.refusals(db) == written.refusals
        told = bank.meta(db)
        assert told.keys() == TOLD
        assert told["content_hash"] == "abc"
        assert told["border"] == "[[70.9477,42.2488],[73.0,43.0],[80.2,42.2]]"


def test_a_bank_has_just_the_tables_of_its_layout_and_no_journal_beside_it(path: Path) -> None:
    write(path, content())
    with bank.opened(path) as db:
        tables = {name for name in db.table_names() if not name.startswith("sqlite_")}
        assert tables == {line.split()[2] for line in TABLES.splitlines() if line.startswith("CREATE TABLE")}
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [file.name for file in path.parent.iterdir()] == ["kz-kg.bank.db"]


def test_equal_content_gives_equal_bytes(path: Path, tmp_path: Path) -> None:
    write(path, content())
    write(tmp_path / "other.db", content())
    assert path.read_bytes() == (tmp_path / "other.db").read_bytes()


def test_an_open_reader_keeps_its_bank_while_a_new_one_takes_its_place(path: Path) -> None:
    write(path, content())
    with bank.opened(path) as db:
        write(path, content(questions=()))
        assert len(bank_read.questions(db)) == len(content().questions)
    with bank.opened(path) as db:
        assert bank_read.questions(db) == ()


@pytest.mark.parametrize(
    "broken",
    [
        content(topics=()),
        content(facts=()),
        content(entities=()),
        content(questions=content().questions * 2),
        content(questions=(question("q", right("a", "A"), (wrong("b", "B", reveals=("no-such-fact",)),)),)),
    ],
    ids=["topic", "fact", "entity", "twice", "option"],
)
def test_content_that_contradicts_itself_is_refused_and_the_old_bank_stays(path: Path, broken: BankContent) -> None:
    write(path, content())
    before = path.read_bytes()
    with pytest.raises(BankError, match="contradicts itself"):
        write(path, broken)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["kz-kg.bank.db"]


def test_leftovers_of_a_build_that_died_are_cleared_but_not_those_of_one_at_work(path: Path) -> None:
    path.parent.mkdir()
    dead, alive = (path.with_name(f"kz-kg.bank.db.building-{pid}") for pid in (1, 2))
    for file in (dead, alive):
        file.write_bytes(b"half a bank")
    old = time.time() - LEFTOVER_SECONDS - 60
    os.utime(dead, (old, old))
    write(path, content())
    assert not dead.exists()
    assert alive.exists()


WRITE = """
    import sys
    from pathlib import Path
    from quiz.errors import BankError
    from quiz.store.bank_write import write
    from tests.samples import content
    try:
        write(Path(sys.argv[1]), content(title="The new one"))
        print("done")
    except BankError as error:
        print(error)
"""


@pytest.mark.parametrize("size", [1000, 60_000])
def test_a_full_disk_is_said_to_be_and_leaves_the_old_bank(path: Path, size: int) -> None:
    write(path, content())
    before = path.read_bytes()
    told = run(WRITE, path, prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    assert "cannot be written: the disk is full or failing. Make room, then try again." in told
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["kz-kg.bank.db"]


def test_a_folder_that_may_not_be_written_is_said_to_be_and_its_bank_can_be_read() -> None:
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    try:
        write(folder / "kz-kg.bank.db", content())
        folder.chmod(0o555)
        told = run(WITHOUT_RIGHTS + textwrap.dedent(WRITE), folder / "kz-kg.bank.db")
        assert "cannot be opened for writing. Allow writing there" in told
        with bank.opened(folder / "kz-kg.bank.db") as db:
            assert bank.meta(db)["title"] == content().title
    finally:
        shutil.rmtree(folder)


def test_odd_letters_in_a_path_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "a b?mode=ro#%20ü" / "kz-kg.bank.db"
    write(path, content())
    with bank.opened(path) as db:
        assert bank_read.questions(db) == content().questions
    assert path.is_file()
