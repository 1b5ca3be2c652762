import textwrap
from pathlib import Path

import pytest

from quiz.store import homes
from tests.store.helpers import REPOSITORY, WITHOUT_RIGHTS, run


def test_a_checkout_keeps_its_saves_and_questions_in_its_own_folders() -> None:
    found = homes.find(None, {})
    assert found.saves_file == REPOSITORY / "saves" / "saves.db"
    assert found.bank_file() == REPOSITORY / "questions" / "kz-kg.bank.db"
    assert found.pack_folder() == REPOSITORY / "questions" / "kz-kg"


def test_a_named_home_goes_before_the_variable_and_that_before_the_checkout(tmp_path: Path) -> None:
    env = {"QUIZ_HOME": str(tmp_path / "variable")}
    assert homes.find(None, env).saves_file == tmp_path / "variable" / "saves.db"
    found = homes.find(tmp_path / "named", env)
    assert found.saves_file == tmp_path / "named" / "saves.db"
    assert found.bank_file() == tmp_path / "named" / "kz-kg.bank.db"
    assert found.pack_folder() == REPOSITORY / "questions" / "kz-kg"


def test_a_pack_that_cannot_be_looked_at_is_said_to_be(unreadable: Path) -> None:
    code = """
        import sys
        from pathlib import Path
        from quiz.errors import PackError
        from quiz.store.homes import pack_digest
        try:
            pack_digest(Path(sys.argv[1]))
        except PackError as error:
            print(error)
    """
    told = run(WITHOUT_RIGHTS + textwrap.dedent(code), unreadable / "kz-kg")
    assert told == f"{unreadable / 'kz-kg'} cannot be read: Permission denied. Allow reading the pack.\n"


def test_an_empty_variable_counts_as_none() -> None:
    assert homes.find(None, {"QUIZ_HOME": ""}) == homes.find(None, {})


def test_a_home_is_absolute_and_knows_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert homes.find(Path("~/quiz"), {}).saves == tmp_path / "quiz"
    assert homes.find(Path("here"), {}).saves == tmp_path / "here"


def test_an_installed_copy_keeps_files_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "quiz"
    (package / "questions" / "kz-kg").mkdir(parents=True)
    monkeypatch.setattr(homes, "PACKAGE", package)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    found = homes.find(None, {})
    assert found.pack_folder() == package / "questions" / "kz-kg"
    assert found.saves == found.banks
    assert found.saves.name == "border-quiz"
    assert found.saves.is_relative_to(tmp_path)


def test_no_pack_shares_a_file_with_the_saves_or_with_the_games_own_bank(tmp_path: Path) -> None:
    found = homes.find(tmp_path / "home", {})
    names = ("saves", "saves.db", "kz-kg", "kz-kg.bank", "..")
    files = {found.bank_file(tmp_path / "others" / name) for name in names}
    assert len(files) == len(names)
    assert not files & {found.saves_file, found.bank_file()}
    assert {file.parent for file in files} == {found.banks}


def test_the_games_own_pack_has_one_bank_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = homes.find(tmp_path, {})
    monkeypatch.chdir(REPOSITORY)
    assert found.bank_file(Path("questions/kz-kg")) == found.bank_file()
    assert found.bank_file(Path("quiz/../questions/kz-kg/")) == found.bank_file()
