"""One line of a jsonl file read as an item; what is wrong with it is said in words for its writer."""

import json
from typing import Any

from quiz.lint.item import Item

LONGEST_TEXT = 5_000
"""More letters than any stem or option has: beyond it a line is no item, and the rules would only burn time."""

MOST_OPTIONS = 200


class Broken(Exception):
    """A line that is no item; the message says what is wrong."""


def read(line: str) -> Item:
    """The item that a line of jsonl holds. Raises Broken where it is none."""
    try:
        written = json.loads(line)
    except json.JSONDecodeError as why:
        raise Broken(f"not JSON: {why.msg} at column {why.colno}") from why
    except (RecursionError, ValueError) as why:  # nested too deep; a whole number of thousands of digits
        raise Broken("not JSON that can be read: it is nested too deep, or a number in it is too long") from why
    if not isinstance(written, dict):
        raise Broken(f"an item is an object with id, stem, options, answer and kind, not {_kind(written)}")
    missing = [key for key in ("id", "stem", "options", "answer", "kind") if key not in written]
    if missing:
        raise Broken(f"missing: {', '.join(missing)}")
    return Item(
        id=_text(written, "id"),
        kind=_text(written, "kind"),
        stem=_text(written, "stem"),
        options=_texts(written["options"], "options", least=0),
        answers=_answers(written["answer"]),
        wants=_text(written, "wants", optional=True),
    )


def _text(written: dict[str, Any], key: str, *, optional: bool = False) -> str:
    value = written.get(key, "" if optional else None)
    return value if optional and value == "" else _checked(value, key)


def _checked(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise Broken(f"{what} must be text, not {_kind(value)}")
    if not value.strip():
        raise Broken(f"{what} is empty")
    if len(value) > LONGEST_TEXT:
        raise Broken(f"{what} has {len(value):,} characters; {LONGEST_TEXT:,} are the most that are read")
    return value


def _texts(value: object, what: str, least: int) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Broken(f"{what} must be a list of texts, not {_kind(value)}")
    if not least <= len(value) <= MOST_OPTIONS:
        raise Broken(f"{what} has {len(value)} entries; {least} to {MOST_OPTIONS} are read")
    return tuple(_checked(entry, f"{what}[{place}]") for place, entry in enumerate(value))


def _answers(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_pair_or_text(entry, f"answer[{place}]") for place, entry in enumerate(_filled(value)))
    return (_checked(value, "answer"),)


def _filled(value: list[Any]) -> list[Any]:
    if not 1 <= len(value) <= MOST_OPTIONS:
        raise Broken(f"answer has {len(value)} entries; 1 to {MOST_OPTIONS} are read")
    return value


def _pair_or_text(entry: object, what: str) -> str:
    """A text, or a pair of a matching item, read as one text."""
    return " – ".join(_texts(entry, what, least=1)) if isinstance(entry, list) else _checked(entry, what)


def _kind(value: object) -> str:
    """What a JSON value is, in its writer's words."""
    if value is None:
        return "null"
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return names[type(value)]
