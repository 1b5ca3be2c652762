"""Reading a pack's files; the one module of the core that opens any. Every mistake is reported with file and line."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from quiz.errors import PackError
from quiz.knowledge.check import findings, idle
from quiz.knowledge.contradictions import Finding
from quiz.knowledge.header import LABELS, Header, stand_in
from quiz.knowledge.lines import Block, blocks
from quiz.knowledge.mistakes import in_words
from quiz.knowledge.model import Entity, Fact, Order, Pack, Relation, Several
from quiz.knowledge.unread import Unread

MAX_BYTES = 1_000_000
"""The largest file of a pack that is read."""

MAX_BLOCKS = 5_000
"""The most entities, relations and facts a pack may have in all."""

MAX_ID = 80
"""How much of an id is read and repeated."""

TOO_DEEP = "values are nested too deeply; a pack needs two levels at most"

_CHAIN = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')\s*\.\s*){32}""")
"""A key of so many parts that reading it would take minutes: `tomllib` takes the square of their number."""

_TABLES = {"entities": "entity", "relations": "relation", "facts": "fact"}
"""The table whose blocks a file or folder of that name holds."""

M = TypeVar("M", bound=BaseModel)

_MODELS: dict[str, type[Entity] | type[Relation] | type[Fact] | type[Order] | type[Several]] = {
    "entity": Entity, "relation": Relation, "fact": Fact, "order": Order, "several": Several,
}  # fmt: skip


class _Reading:
    """What has been read so far, where it stood, and the mistakes met."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.mistakes: list[str] = []
        self.found: dict[str, dict[str, Any]] = {name: {} for name in _MODELS}
        self.places: dict[tuple[str, str], tuple[str, Block]] = {}
        self.broken: set[tuple[str, str]] = set()
        self.unread_tables: set[str] = set()

    @property
    def unread(self) -> Unread:
        """What stands there but could not be read."""
        return Unread(frozenset(self.broken), frozenset(self.unread_tables))

    def missed(self, path: Path) -> None:
        """Note that a file, or a part of it that has no ids, could not be read."""
        self.unread_tables |= {_TABLES[path.relative_to(self.root).parts[0].removesuffix(".toml")]}

    def mistake(self, path: Path, line: int, what: str) -> None:
        self.mistakes.append(f"{path.relative_to(self.root).as_posix()}:{line}: {what}")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack without mistakes, and where everything in it stands."""

    pack: Pack
    places: Mapping[tuple[str, str], tuple[str, Block]]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What makes no question wrong but serves nobody, each with file and line."""
        return tuple(f"{self.place(one.table, one.id, one.key)}: {_told(one)}" for one in idle(self.pack))

    def place(self, table: str, name: str, key: str) -> str:
        """File and line of `key` in the block `name` of a table, of the block where it lacks that key."""
        return _place(self.places, table, name, key)


def load(directory: Path) -> Pack:
    """The pack in `directory`. Raises PackError with all findings, each with file and line, where it has mistakes."""
    return load_with_places(directory).pack


def load_with_places(directory: Path) -> Loaded:
    """The pack, and where its blocks stand. Raises PackError as `load` does."""
    reading = _Reading(directory)
    try:
        files = list(_files(directory))
    except OSError as error:
        raise PackError(f"The pack in {directory} cannot be read: {error.strerror}", (), "Check its folder") from error
    header = _read_header(reading)
    for path in files:
        _read_blocks(reading, path)
    pack = Pack(
        header=header,
        entities=reading.found["entity"],
        relations=reading.found["relation"],
        facts=reading.found["fact"],
        orders=tuple(reading.found["order"].values()),
        several=tuple(reading.found["several"].values()),
        border=_read_border(reading),
    )
    for found in findings(pack, reading.unread):
        reading.mistakes.append(f"{_place(reading.places, found.table, found.id, found.key)}: {_told(found)}")
    if reading.mistakes:
        count = len(reading.mistakes)
        what = f"The pack in {directory} has {count} mistake{'s' if count != 1 else ''}"
        raise PackError(what, tuple(reading.mistakes), "Mend what is named and try again")
    return Loaded(pack, reading.places)


def _files(directory: Path) -> Iterator[Path]:
    """The files of blocks, in the order they are read. Raises PackError where there is no pack."""
    if not (directory / "pack.toml").is_file():
        raise PackError(f"No pack in {directory}: pack.toml is missing", (), "Name a folder that holds a pack")
    for name in ("entities", "relations", "facts"):
        alone, folder = directory / f"{name}.toml", directory / name
        yield from [alone] if alone.exists() else []
        inside = folder.iterdir() if folder.is_dir() else iter(())
        yield from sorted(path for path in inside if path.suffix == ".toml" and not path.name.startswith("."))


def _read_toml(reading: _Reading, path: Path) -> tuple[dict[str, Any], list[Block]] | None:
    """The parsed file and where its blocks stand; None where it cannot be read, which is then a mistake noted."""
    try:
        text = _text(path)
        if chain := _CHAIN.search(text):
            reading.mistake(path, text.count("\n", 0, chain.start()) + 1, TOO_DEEP)
            return None
        return tomllib.loads(text), blocks(text)
    except tomllib.TOMLDecodeError as error:
        reading.mistake(path, _line_of(error, path), f"this is not TOML: {error}")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        reading.mistake(path, line, "this is not UTF-8; save the file as UTF-8")
    except RecursionError:
        reading.mistake(path, 1, TOO_DEEP)
    except (OSError, ValueError) as error:
        reading.mistake(path, 1, f"the file cannot be read: {error}")
    return None


def _text(path: Path) -> str:
    """The text of a file, with or without a byte order mark. Raises ValueError where it is too large or no file."""
    if not path.is_file():
        raise ValueError("it is no plain file")
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"it is larger than {MAX_BYTES:,} bytes; split it")
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def _line_of(error: tomllib.TOMLDecodeError, path: Path) -> int:
    """The line that `tomllib` names; the last one where it met the end of the file."""
    _, _, tail = str(error).rpartition("at line ")
    number = tail.split(",")[0]
    return int(number) if number.isdigit() else path.read_bytes().rstrip(b"\n").count(b"\n") + 1


def _read_header(reading: _Reading) -> Header:
    """The header, or, its mistakes noted, one that stands in for it while the rest is checked."""
    path = reading.root / "pack.toml"
    read = _read_toml(reading, path)
    if read is None:
        reading.unread_tables.update(LABELS)
        return stand_in({})[0]
    data, places = read
    header = _validated(
        Header, data, lambda location, what: reading.mistake(path, _header_line(places, location), what)
    )
    if header is None:
        header, unknown = stand_in(data)
        reading.unread_tables |= unknown
    return header


def _header_line(places: list[Block], location: tuple[int | str, ...]) -> int:
    """The line of a mistake in pack.toml, which is a top table, one table and arrays of tables."""
    name = str(location[0]) if location else ""
    same = [block for block in places if block.name == name]
    index = location[1] if len(location) > 1 and isinstance(location[1], int) else 0
    if index < len(same):
        return same[index].line_of(str(location[-1]))
    return places[0].line_of(name)


def _read_blocks(reading: _Reading, path: Path) -> None:
    read = _read_toml(reading, path)
    if read is None:
        reading.missed(path)
        return
    data, places = read
    for name, items in data.items():
        mine = [block for block in places if block.name == name]
        if name not in _MODELS or not isinstance(items, list):
            line = mine[0].line if mine else places[0].line_of(name)
            known = ", ".join(f"[[{known}]]" for known in _MODELS)
            reading.mistake(path, line, f"unknown table {name[:MAX_ID]!r}; a pack's files hold {known}")
            reading.missed(path)
            continue
        if sum(map(len, reading.found.values())) + len(items) > MAX_BLOCKS:
            reading.mistake(path, 1, f"the pack has more than {MAX_BLOCKS:,} blocks")
            reading.missed(path)
            continue
        if len(mine) != len(items):  # written as an array of inline tables
            mine = [mine[0] if mine else Block(name, places[0].line_of(name))] * len(items)
        for item, block in zip(items, mine, strict=True):
            _read_block(reading, path, name, item, block)


def _read_block(reading: _Reading, path: Path, name: str, item: Any, block: Block) -> None:
    identity = str(item.get("id", ""))[:MAX_ID] if isinstance(item, dict) else ""

    def mistake(location: tuple[int | str, ...], what: str) -> None:
        key = str(location[0]) if location else ""
        reading.broken.add((name, identity))
        reading.mistake(path, block.line_of(key), f"{name} {identity!r}: {what}")

    model = _validated(_MODELS[name], item, mistake)
    if model is None:
        return
    if (name, identity) in reading.places:
        first, where = reading.places[name, identity]
        mistake(("id",), f"this id stands already at {first}:{where.line}; give this one its own")
        return
    reading.found[name][identity] = model
    reading.places[name, identity] = (path.relative_to(reading.root).as_posix(), block)


def _validated(model: type[M], data: Any, mistake: Callable[..., None]) -> M | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for problem in error.errors():
            mistake(problem["loc"], in_words(model, problem))
        return None


def _read_border(reading: _Reading) -> tuple[tuple[float, float], ...]:
    path = reading.root / "map" / "border.geojson"
    if not path.exists():
        return ()
    try:
        points = json.loads(_text(path))["features"][0]["geometry"]["coordinates"]
        line = tuple((float(longitude), float(latitude)) for longitude, latitude in points)
        if not all(-180 <= longitude <= 180 and -90 <= latitude <= 90 for longitude, latitude in line):
            raise ValueError("a point lies outside the globe")
    except (OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        reading.mistake(path, 1, f"this is no GeoJSON line of longitude and latitude: {error}")
        return ()
    return line


def _place(places: Mapping[tuple[str, str], tuple[str, Block]], table: str, name: str, key: str) -> str:
    file, block = places.get((table, name), ("pack.toml", Block("", 1)))
    return f"{file}:{block.line_of(key)}"


def _told(finding: Finding) -> str:
    return f"{finding.table} {finding.id!r}: {finding.what}"
