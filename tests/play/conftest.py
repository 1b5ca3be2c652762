from pathlib import Path

import pytest

from quiz.store.homes import Homes


@pytest.fixture
def homes(tmp_path: Path) -> Homes:
    found = Homes(saves=tmp_path / "saves", banks=tmp_path / "banks", packs=tmp_path / "packs")
    found.pack_folder().mkdir(parents=True)
    (found.pack_folder() / "pack.toml").write_text('id = "kz-kg"\n')
    return found
