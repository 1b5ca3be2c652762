"""`quiz bank lint`: the flaws of the items of a file, one a line, whoever wrote them."""

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

import click

from quiz.errors import QuizError
from quiz.lint.known import NOTHING, Known

LONGEST_LINE = 1 << 20
"""Bytes of a line that are read; a longer one is passed over, so that no file fills the memory."""


@click.command(name="lint")
@click.argument("file", metavar="FILE")
@click.option(
    "--pack",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Use what this pack knows: other names, kinds, dates, what else is true.",
)
def command(file: str, folder: Path | None) -> None:
    """Print the item-writing flaws in FILE (jsonl as `bank list` has it; - reads standard input)."""
    from quiz.lint.linting import lint
    from quiz.lint.reading import Broken, read

    known = _known(folder) if folder else NOTHING
    whole = True
    for number, line in _lines(file):
        try:
            item = read(_decoded(line))
        except Broken as why:
            click.echo(f"{file}:{number}: {why}", err=True)
            whole = False
            continue
        for finding in lint(item, known):
            click.echo(json.dumps(finding.line(), ensure_ascii=False))
    if not whole:
        sys.exit(1)


def _lines(file: str) -> Iterator[tuple[int, bytes | None]]:
    """Every line that holds something, with its number; None for one that is too long to be read."""
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as source:
            yield from _bounded(source)
    except OSError as why:
        raise QuizError(f"{file} cannot be read: {why.strerror or why}") from why


def _bounded(source: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := source.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line


def _decoded(line: bytes | None) -> str:
    from quiz.lint.reading import Broken

    if line is None:
        raise Broken(f"longer than {LONGEST_LINE:,} bytes: no item is that long")
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        raise Broken(f"not UTF-8 at byte {why.start + 1}") from why


def _known(folder: Path) -> Known:
    """What the pack says, as the plain data that the rules take."""
    from quiz.knowledge.load import load
    from quiz.lint.from_pack import known

    return known(load(folder))
