import os
import resource
import shutil
import sqlite3
import tempfile
import textwrap
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.errors import BankError, PackError
from quiz.generate.content import GENERATOR_VERSION, BankContent
from quiz.generate.question import Answer, Name, Quantity, Shape
from quiz.store import bank, bank_read
from quiz.store.bank_schema import BANK, TABLES, TOLD
from quiz.store.bank_write import LEFTOVER_SECONDS, write
from quiz.store.homes import pack_digest
from quiz.store.saves import SAVES
from tests.samples import content, question, right, wrong
from tests.store.helpers import ALLOW, WITHOUT_RIGHTS, run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "banks" / "kz-kg.bank.db"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "packs" / "kz-kg"
    (folder / "facts").mkdir(parents=True)
    (folder / "pack.toml").write_text('title = "A border"\n')
    (folder / "facts" / "crossings.toml").write_text("# seven of them\n")
    return folder


def build(pack: Path) -> BankContent:
    return content()


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


def test_questions_are_read_in_the_order_asked_for(path: Path) -> None:
    write(path, content())
    ids = ("treaty-force:choice", "kegen-road:typed", "no-such-question", "course-order:order")
    with bank.opened(path) as db:
        assert [q.id for q in bank_read.questions(db, ids)] == [ids[0], ids[1], ids[3]]
        assert bank_read.question(db, ids[1]).answer == next(q.answer for q in content().questions if q.id == ids[1])
        with pytest.raises(BankError, match="no question with the id 'no-such-question'"):
            bank_read.question(db, "no-such-question")


def test_families_are_counted_by_theme_without_footnotes_and_by_topic_with_them(path: Path) -> None:
    write(path, content())
    with bank.opened(path) as db:
        assert bank_read.families_by_theme(db) == {"crossings": 7, "geography": 2, "history": 3}
        assert bank_read.families_by_topic(db) == {"crossings": 7, "course": 2, "soviet": 4}


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


def test_a_missing_bank_is_built_and_a_fresh_one_left_alone(path: Path, pack: Path) -> None:
    assert bank.ensure(path, pack, build) == "The questions were built: there were none yet."
    before = path.stat()

    def never(pack: Path) -> BankContent:
        raise AssertionError("a fresh bank is not built again")

    assert bank.ensure(path, pack, never) == ""
    assert path.stat() == before
    assert bank.state(path, pack_digest(pack)) is bank.State.FRESH


def test_a_changed_pack_makes_the_bank_stale(path: Path, pack: Path) -> None:
    bank.ensure(path, pack, build)
    (pack / "facts" / "crossings.toml").write_text("# eight of them\n")
    assert bank.state(path, pack_digest(pack)) is bank.State.STALE
    assert bank.ensure(path, pack, build) == "The questions were built anew: the pack has changed."
    assert bank.state(path, pack_digest(pack)) is bank.State.FRESH


def test_a_renamed_file_changes_the_digest_and_a_hidden_one_does_not(pack: Path) -> None:
    before = pack_digest(pack)
    (pack / ".swp").write_text("an editor's")
    assert pack_digest(pack) == before
    (pack / "facts" / "crossings.toml").rename(pack / "facts" / "border.toml")
    assert pack_digest(pack) != before


@pytest.mark.parametrize("version", [GENERATOR_VERSION + 1, GENERATOR_VERSION - 1])
def test_a_bank_of_another_generator_is_built_anew(path: Path, pack: Path, version: int) -> None:
    write(path, content(content_hash=pack_digest(pack), generator_version=version))
    assert bank.ensure(path, pack, build).endswith("another version of the game.")


@pytest.mark.parametrize("version", [BANK.version + 1, 0])
def test_a_bank_of_another_layout_is_built_anew(path: Path, pack: Path, version: int) -> None:
    write(path, content(content_hash=pack_digest(pack)))
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {version}")
    db.execute("DROP TABLE meta")
    db.close()
    assert bank.ensure(path, pack, build).endswith("another version of the game.")


def _scribble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 6] = b"\xff" * (4096 * 5)
    path.write_bytes(data)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"this was a bank"),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        _scribble,
    ],
    ids=["empty", "text", "cut short", "scribbled over"],
)
def test_a_damaged_bank_is_built_anew(path: Path, pack: Path, damage: object) -> None:
    bank.ensure(path, pack, build)
    damage(path)  # type: ignore[operator]
    assert bank.ensure(path, pack, build) == "The questions were built anew: their file was damaged."
    with bank.opened(path) as db:
        assert bank_read.questions(db) == content().questions


def test_another_programs_database_is_neither_read_nor_overwritten(path: Path, pack: Path) -> None:
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE recipes (name)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(BankError, match="is not a bank of questions file of this game"):
        bank.ensure(path, pack, build)
    with pytest.raises(BankError, match="is not a bank"), bank.opened(path):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("application_id", [0, 42, SAVES.application_id])
def test_a_build_on_demand_replaces_no_database_but_a_bank(path: Path, pack: Path, application_id: int) -> None:
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA application_id = {application_id}")
    db.execute("CREATE TABLE recipes (name)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(BankError, match="is not a bank of questions file of this game"):
        bank.rebuild(path, pack, build)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, BANK.version, BANK.version + 1])
def test_a_build_on_demand_replaces_a_bank_of_any_version(path: Path, pack: Path, version: int) -> None:
    write(path, content(title="The old one"))
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")
    assert bank.rebuild(path, pack, build).title == content().title
    with bank.opened(path) as opened:
        assert bank.meta(opened)["title"] == content().title


def test_a_bank_locked_by_another_program_is_said_to_be(
    path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.store.database.BUSY_SECONDS", 0.1)
    bank.ensure(path, pack, build)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BankError, match="is locked: another program is writing to it"):
        bank.ensure(path, pack, build)
    holder.close()


def test_a_folder_in_the_banks_place_is_said_to_be(path: Path, pack: Path) -> None:
    path.mkdir(parents=True)
    (path / "a file").write_text("in a folder")
    with pytest.raises(BankError, match="cannot be used"):
        bank.ensure(path, pack, build)


def test_a_failed_build_leaves_the_old_bank(path: Path, pack: Path) -> None:
    bank.ensure(path, pack, build)
    (pack / "pack.toml").write_text("title = \n")
    before = path.read_bytes()

    def fail(pack: Path) -> BankContent:
        raise PackError("The pack has one mistake", ("pack.toml:1: no value",))

    with pytest.raises(PackError, match="one mistake"):
        bank.ensure(path, pack, fail)
    assert path.read_bytes() == before


def test_a_pack_that_changes_while_it_is_read_leaves_a_stale_bank(path: Path, pack: Path) -> None:
    def slow(pack: Path) -> BankContent:
        (pack / "pack.toml").write_text('title = "Edited meanwhile"\n')
        return content()

    bank.ensure(path, pack, slow)
    assert bank.state(path, pack_digest(pack)) is bank.State.STALE


def test_a_missing_pack_is_said_to_be(path: Path, pack: Path) -> None:
    shutil.rmtree(pack)
    with pytest.raises(PackError, match="There is no pack of facts at"):
        bank.ensure(path, pack, build)


def test_a_pack_far_too_large_is_not_read(pack: Path) -> None:
    with (pack / "facts" / "huge.toml").open("wb") as file:
        file.truncate(10_000_000_000)
    with pytest.raises(PackError, match=r"huge\.toml is larger than"):
        pack_digest(pack)


def test_text_in_a_bank_that_makes_no_sense_is_a_bank_error(path: Path) -> None:
    write(path, content())
    db = sqlite3.connect(path)
    db.execute("UPDATE questions SET answer = 'nonsense'")
    db.commit()
    db.close()
    with pytest.raises(BankError, match="is damaged"), bank.opened(path) as opened:
        bank_read.questions(opened)


@pytest.mark.parametrize("key", sorted(TOLD))
def test_a_bank_that_does_not_tell_all_of_itself_is_built_anew(path: Path, pack: Path, key: str) -> None:
    bank.ensure(path, pack, build)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM meta WHERE key = ?", (key,))
        db.commit()
    assert bank.ensure(path, pack, build) == "The questions were built anew: their file was damaged."


def test_a_bank_is_opened_for_reading_only(path: Path) -> None:
    write(path, replace(content(), title="As written"))
    with pytest.raises(BankError, match="cannot be opened for writing"), bank.opened(path) as db:
        db.execute("DELETE FROM questions")
    with bank.opened(path) as db:
        assert bank.meta(db)["title"] == "As written"


def test_a_bank_that_is_not_there_names_the_command_that_builds_it(path: Path) -> None:
    with pytest.raises(BankError, match="Build them with: quiz bank build"), bank.opened(path):
        pass


def test_selection_is_told_of_every_question_and_of_all_that_its_options_reveal(path: Path) -> None:
    written = content()
    write(path, written)
    with bank.opened(path) as db:
        candidates = bank_read.candidates(db)
    assert len(candidates) == len(written.questions)
    for candidate, asked in zip(candidates, written.questions, strict=True):
        assert candidate.two_options == (asked.kind == "true-false")
        for field in ("id", "family", "theme", "topics", "depth", "kind", "shape", "difficulty", "asks"):
            assert getattr(candidate, field) == getattr(asked, field)
    reveals = {candidate.id: candidate.reveals for candidate in candidates}
    assert reveals["treaty-signed:typed"] == ("treaty-year",)
    assert reveals["treaty-year:choice"] == ("treaty-force",)


@pytest.mark.parametrize(
    ("shape", "answer"),
    [
        (Shape.TEXT, Name("tup", "Tüp")),
        (Shape.NUMBER, Quantity(16.0, "km", 2.0, "16 km")),
    ],
)
def test_wrong_answers_that_are_never_shown_reveal_nothing(path: Path, shape: Shape, answer: Answer) -> None:
    pool = (wrong("b", "B", reveals=("treaty-year",)),)
    typed = question("treaty-force:typed", answer, pool, shape=shape, reveals=("treaty-signed",))
    write(path, content(questions=(typed,)))
    with bank.opened(path) as db:
        assert bank_read.candidates(db)[0].reveals == ("treaty-signed",)


def test_names_are_read_with_their_spellings_and_sentences(path: Path) -> None:
    write(path, content())
    with bank.opened(path) as db:
        names = bank_read.names(db)
        assert bank_read.facts_asked(db) == {f for q in content().questions if q.depth != "footnote" for f in q.asks}
    assert names.meant("tyup") == ("tup",)
    assert names.meant("Tüp village") == ("tup",)
    assert names.what("tup") == "Tüp is a settlement."
    assert names.text("kara-balta") == "Kara-Balta"


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


LOOK = """
    import sys
    from pathlib import Path
    from quiz.errors import BankError
    from quiz.store import bank
    path = Path(sys.argv[1])
    def look():
        with bank.opened(path):
            pass
    for act in (look, lambda: bank.state(path, "abc"), lambda: bank.rebuild(path, path.parent, None)):
        try:
            act()
        except BankError as error:
            print(error)
"""


def test_a_folder_that_cannot_be_looked_into_is_said_to_be(unreadable: Path) -> None:
    path = unreadable / "banks" / "kz-kg.bank.db"
    told = run(WITHOUT_RIGHTS + textwrap.dedent(LOOK), path).splitlines()
    assert told == [f"{path} cannot be used: Permission denied. {ALLOW}"] * 3


def test_odd_letters_in_a_path_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "a b?mode=ro#%20ü" / "kz-kg.bank.db"
    write(path, content())
    with bank.opened(path) as db:
        assert bank_read.questions(db) == content().questions
    assert path.is_file()
