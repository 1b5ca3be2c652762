import shutil
import sqlite3
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from quiz.errors import BankError, PackError
from quiz.generate.content import GENERATOR_VERSION, BankContent
from quiz.store import bank, bank_read
from quiz.store.bank_schema import BANK, TOLD
from quiz.store.bank_write import write
from quiz.store.homes import pack_digest
from quiz.store.saves import SAVES
from tests.samples import content
from tests.store.helpers import ALLOW, WITHOUT_RIGHTS, run


def build(pack: Path) -> BankContent:
    return content()


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


@pytest.mark.parametrize("key", sorted(TOLD))
def test_a_bank_that_does_not_tell_all_of_itself_is_built_anew(path: Path, pack: Path, key: str) -> None:
    bank.ensure(path, pack, build)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM meta WHERE key = ?", (key,))
        db.commit()
    assert bank.ensure(path, pack, build) == "The questions were built anew: their file was damaged."


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
