"""Where in a TOML text its blocks and keys stand: `tomllib` gives lines for syntax errors only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADER = re.compile(r"\s*\[\[?\s*(?P<name>[A-Za-z0-9_.-]+)\s*\]\]?")
_KEY = re.compile(r"\s*(?P<key>[A-Za-z0-9_-]+)\s*=")
_QUOTES = ('"""', "'''")


@dataclass(slots=True)
class Block:
    """A table of the file: its name, the line of its header (1-based; 1 for the top) and the line of each key."""

    name: str
    line: int
    keys: dict[str, int] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        """The line of `key`, or of the block where the key is not there."""
        return self.keys.get(key, self.line)


def blocks(text: str) -> list[Block]:
    """The blocks of a TOML text in order, the unnamed top first; what stands inside long strings is passed over."""
    found = [Block("", 1)]
    for number, line in _outside_strings(text):
        if header := _HEADER.match(line):
            found.append(Block(header["name"], number))
        elif key := _KEY.match(line):
            found[-1].keys.setdefault(key["key"], number)
    return found


def _outside_strings(text: str) -> Iterator[tuple[int, str]]:
    """Lines, numbered from 1, that do not begin inside a multi-line string."""
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not inside:
            yield number, line
        rest = line
        while rest:
            mark = inside or next((quote for quote in _QUOTES if quote in rest), "")
            if not mark or mark not in rest:
                break
            rest = rest.split(mark, 1)[1]
            inside = "" if inside else mark
