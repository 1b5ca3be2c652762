"""Programs run apart from the tests: without root's rights, under a limit of file sizes, or to be killed."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def start(code: str, *arguments: object, prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """A Python program of `code` at work, with pipes; `prepare` runs in it before Python starts."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=prepare,
    )


def run(code: str, *arguments: object, prepare: Callable[[], None] | None = None) -> str:
    """What that program printed; fails the test with its errors if it fails."""
    process = start(code, *arguments, prepare=prepare)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out


WITHOUT_RIGHTS = """
import os
import quiz.play, quiz.store.bank_write, quiz.store.migrations, quiz.store.players, quiz.store.saves, tests.samples
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
"""
"""Goes before code that must not write just anywhere: root gives its rights up, once all it needs is imported."""

ALLOW = "Allow reading and writing there, or name another folder with --home."
"""What to do where files may not be used."""
