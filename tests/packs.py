"""Small packs for tests, written to disk as an author would write them and read back by the loader.

Blocks are made by `entity`, `relation`, `fact`, `order` and `several`, each with what must be there and the rest as
keywords; `write` makes a folder of them, `read` the pack that is in it. The country they speak of does not exist.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from quiz.errors import PackError
from quiz.knowledge.load import load
from quiz.knowledge.model import Pack

KINDS = ("town", "lake", "side", "range", "event", "person")
THEMES = ("geography", "history")
TOPICS = ("course", "towns", "years")


@dataclass(frozen=True)
class Block:
    """A block of a pack's file: its table's name and its keys."""

    table: str
    keys: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.keys["id"])

    def but(self, **keys: Any) -> "Block":
        """The same block with other or further keys."""
        return Block(self.table, {**self.keys, **keys})


def entity(id: str, kind: str = "town", **keys: Any) -> Block:
    return Block("entity", {"id": id, "kind": kind, "name": id.replace("-", " ").title(), **keys})


def relation(id: str, domain: str = "town", range: str = "side", **keys: Any) -> Block:
    """A relation; a direction that is not open gets a reason where none is given."""
    reasons = {"forward": "closure_why", "backward": "backward_why"}
    whys = {why: "The map shows it." for way, why in reasons.items() if keys.get(way, "open") != "open"}
    words = {"statement": "{subject} goes with {object}.", "ask": "What does {subject} go with?"}
    return Block("relation", {"id": id, "domain": [domain], "range": [range], **words, **whys, **keys})


def fact(id: str, subject: str, relation: str, object: str | Mapping[str, Any], **keys: Any) -> Block:
    labels = {"theme": "geography", "topics": ["course"], "depth": "core", "source": "Course/1"}
    return Block("fact", {"id": id, "subject": subject, "relation": relation, "object": object, **labels, **keys})


def order(id: str, by: str, members: Sequence[str], **keys: Any) -> Block:
    labels = {"theme": "history", "topics": ["years"], "depth": "core", "source": "History/1"}
    words = {"ask": "Put these in order.", "explanation": "So it went."}
    return Block("order", {"id": id, "by": by, "members": list(members), **words, **labels, **keys})


def several(id: str, relation: str, **keys: Any) -> Block:
    labels = {"theme": "geography", "topics": ["towns"], "depth": "core", "source": "Course/1"}
    words = {"ask": "Which fit?", "explanation": "So it is."}
    return Block("several", {"id": id, "relation": relation, **words, **labels, **keys})


def header(**keys: Any) -> str:
    """The text of a pack.toml; `keys` replace its top keys and its lists."""
    lists = {"themes": THEMES, "topics": TOPICS}
    source = {"title": "A map", "publisher": "The mapmaker", "date": "2026-11", "licence": "Free."}
    top = {"id": "vale", "title": "The vale", "source": source}
    top |= {name: [{"id": one, "title": one.title()} for one in some] for name, some in lists.items()}
    top["kinds"] = [{"id": kind, "typed": kind != "side"} for kind in KINDS]
    return "".join(f"{key} = {_toml(value)}\n" for key, value in {**top, **keys}.items())


def text(*blocks: Block) -> str:
    """The blocks as TOML, a line for each key."""
    return "\n".join(_block(block) for block in blocks)


def write(folder: Path, *blocks: Block, head: str | None = None, files: Mapping[str, str | bytes] = {}) -> Path:
    """Write a pack to `folder`: its blocks by table, then `files` by their paths; the folder is given back."""
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, str | bytes] = {"pack.toml": header() if head is None else head}
    for table, name in (
        ("entity", "entities"),
        ("relation", "relations"),
        ("fact", "facts"),
        ("order", "facts/orders"),
        ("several", "facts/lists"),
    ):
        written[f"{name}.toml"] = text(*(block for block in blocks if block.table == table))
    for name, content in {**written, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(*blocks: Block, head: str | None = None) -> Pack:
    """The pack that the blocks make, read from real files."""
    with TemporaryDirectory() as folder:
        try:
            return load(write(Path(folder), *blocks, head=head))
        except PackError as error:
            error.add_note("\n".join(error.findings))
            raise


TOWNS = [entity("ashford"), entity("birchley"), entity("north", "side"), entity("south", "side")]
LIES_ON = relation("lies_on", forward="one")
ASHFORD = fact("ashford-side", "ashford", "lies_on", "north")
BIRCHLEY = fact("birchley-side", "birchley", "lies_on", "south")
VALID = [*TOWNS, LIES_ON, ASHFORD, BIRCHLEY]


def mistakes(folder: Path) -> tuple[str, ...]:
    """What the loader finds wrong; whatever else it raises is a failure."""
    with pytest.raises(PackError) as caught:
        load(folder)
    assert all(re.match(r"[\w./-]+:\d+: \S", finding) for finding in caught.value.findings)
    assert "Traceback" not in str(caught.value)
    return caught.value.findings


def mistake_at(folder: Path, words: str) -> str:
    """File and line of the one mistake that `words`, a regular expression, finds."""
    found = [finding for finding in mistakes(folder) if re.search(words, finding)]
    assert len(found) == 1, mistakes(folder)
    return found[0].split(": ")[0]


def line_of(path: Path, key: str, after: str = "") -> str:
    """File and line of the first line that begins with `key`, below the line `after`."""
    lines = path.read_text("utf-8").splitlines()
    first = lines.index(after) if after else 0
    return f"{path.name}:{next(n for n, line in enumerate(lines, 1) if n > first and line.startswith(key))}"


def _block(block: Block) -> str:
    return f"[[{block.table}]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in block.keys.items())


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
