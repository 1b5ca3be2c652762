import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def unreadable() -> Iterator[Path]:
    """A folder that users without rights may not look into."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o000)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)
