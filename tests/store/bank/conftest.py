from pathlib import Path

import pytest


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
