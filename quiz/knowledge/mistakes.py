"""What pydantic finds, in words for a pack's writer: what is wrong and what would be right."""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from quiz.knowledge.header import Kind, SourceNote, Title
from quiz.knowledge.model import Misbelief, Rival, Value

_INSIDE: dict[str, type[BaseModel]] = {
    "rivals": Rival, "subject_rivals": Rival, "misbelief": Misbelief, "object": Value,
    "source": SourceNote, "themes": Title, "topics": Title, "kinds": Kind,
}  # fmt: skip
"""The tables that stand inside others, by the key that holds them."""

_TAGS = ("entity", "value")
"""Which of two forms an object was read in: no part of the path that the writer sees."""

_LONGEST = 80
"""How much of a key's name is repeated."""


def in_words(model: type[BaseModel], problem: Any) -> str:
    """One `problem` of validating `model`, as a line."""
    path = [str(part) for place, part in enumerate(problem["loc"]) if place != 1 or part not in _TAGS]
    where = ".".join(path)[:_LONGEST]
    if problem["type"] == "extra_forbidden":
        return f"unknown key {where!r}; {_right_key(_INSIDE[path[0]] if len(path) > 1 else model, path[-1])}"
    if problem["type"] == "missing":
        return f"key {where!r} is missing; write it"
    return f"{where}: {_message(problem)}" if where else _message(problem)


def _right_key(model: type[BaseModel], wrong: str) -> str:
    known = [field.alias or name for name, field in model.model_fields.items()]
    near = get_close_matches(wrong[:_LONGEST], known, 1)
    return f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"


def _message(problem: Any) -> str:
    if problem["type"] == "string_type":
        return "write text, in quotes"
    if problem["type"] == "string_pattern_mismatch":
        joint = "underscores" if "_" in problem["ctx"]["pattern"] else "hyphens between them"
        return f"{problem['input'][:_LONGEST]!r} is no id; write small letters, figures and {joint}"
    return str(problem["msg"]).removeprefix("Value error, ")
