"""Where in a TOML text its blocks and keys stand: `tomllib` gives lines for syntax errors only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADER = re.compile(r"\s*\[\[?(?P<name>[^\[\]#=]+)\]")
_KEY = re.compile(r"""\s*(?P<key>[A-Za-z0-9_-]+|"[^"]*"|'[^']*')\s*[=.]""")

_NO_CODE = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*""",
    re.DOTALL,
)
"""Strings of all four sorts and comments: brackets in these mean nothing."""


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
    """The blocks of a valid TOML text in order, the unnamed top first; values that go over several lines are passed."""
    found = [Block("", 1)]
    for number, line in _statements(text):
        if header := _HEADER.match(line):
            found.append(Block(_bare(header["name"]), number))
        elif key := _KEY.match(line):
            found[-1].keys.setdefault(_bare(key["key"]), number)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The lines on which a header or a key can stand, numbered from 1: none inside a string, an array or a table."""
    depth, lines = 0, text.split("\n")
    for number, code in enumerate(_NO_CODE.sub(_blank, text).split("\n"), 1):
        if depth == 0 and code.strip():
            yield number, lines[number - 1]
        depth += sum(map(code.count, "[{")) - sum(map(code.count, "]}"))


def _blank(passage: re.Match[str]) -> str:
    """Air that keeps the lines of a string or comment; a string leaves a dot where it begins."""
    first = "." if passage[0][0] in "\"'" else " "
    return first + re.sub(r"[^\n]", " ", passage[0][1:])


def _bare(name: str) -> str:
    return name.strip().strip("\"'")
