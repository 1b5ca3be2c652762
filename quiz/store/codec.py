"""Answers, options and lists of words as JSON text; answers and words come back without loss.

Malformed text raises ValueError, KeyError or TypeError.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from quiz.generate.question import Answer, Name, Option, Pick, Picks, Proof, Quantity, Sequence, When

PLAIN: dict[str, type[Name] | type[When] | type[Quantity]] = {"name": Name, "when": When, "quantity": Quantity}
"""The answers whose fields are plain values, by the word that stands for them in JSON."""


def dumps(value: object) -> str:
    """Compact JSON, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encode_words(words: Iterable[str]) -> str:
    """A tuple of texts as a JSON list."""
    return dumps(list(words))


def decode_words(text: str) -> tuple[str, ...]:
    """The texts of a JSON list, in order."""
    words = json.loads(text)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError(f"a list of texts was expected, not {text[:40]!r}")
    return tuple(words)


def encode_options(options: Iterable[Option]) -> str:
    """Options as a JSON list of objects, in the order given."""
    return dumps([asdict(option) for option in options])


def encode_answer(answer: Answer) -> str:
    """An answer of any type as JSON; its type stands under "is"."""
    return dumps({"is": _type_word(answer), **asdict(answer)})


def decode_answer(text: str) -> Answer:
    """The answer that `encode_answer` wrote."""
    fields = json.loads(text)
    word = fields.pop("is")
    if word == "pick":
        return Pick(Option(**fields["option"]), _proof(fields["proof"]))
    if word == "sequence":
        items = tuple(Option(**item) for item in fields["items"])
        return Sequence(items, tuple(fields["notes"]), fields["shown"])
    if word == "picks":
        options = tuple(Option(**option) for option in fields["options"])
        return Picks(options, tuple(_proof(proof) for proof in fields["proofs"]), fields["shown"])
    return PLAIN[word](**fields)


def _type_word(answer: Answer) -> str:
    return type(answer).__name__.lower()


def _proof(fields: dict[str, Any]) -> Proof:
    return Proof(**{**fields, "facts": tuple(fields["facts"])})
