"""A question's proof as data for scripts and as text for people."""

import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quiz.generate.listing import line
from quiz.generate.question import Question
from quiz.proving.doubt import Doubt
from quiz.proving.evidence import Evidence
from quiz.rounds.wording import in_order, listed

WIDEST = 110
"""Columns beyond which a line is hard to follow, however wide the terminal."""

LABEL = 14
"""Columns of the labels before what they label."""

REASONS = {
    "asserted": "a fact says so",
    "ordered": "its place in the order",
    "written": "refuted in writing",
    "another-object": "something else stands there, and only one thing can",
    "another-subject": "it is true of something else, and only of one thing",
    "not-in-list": "the list is closed, and it does not stand there",
    "dates-exclude": "the date is another",
    "out-of-window": "the number is another, beyond its tolerance",
    "out-of-order": "the order is the other way round",
}
"""The reasons of proofs, in words."""


def as_data(
    question: Question, found: Sequence[Evidence], doubts: Sequence[Doubt], statements: Mapping[str, str]
) -> dict[str, Any]:
    """The line of `quiz bank list`, with the proof of every option; `statements` are those of facts by their ids."""
    told = line(question)
    del told["pool"]
    told["proofs"] = [_proof(one, statements) for one in found]
    told["doubts"] = [str(doubt) for doubt in doubts]
    return told


def _proof(one: Evidence, statements: Mapping[str, str]) -> dict[str, Any]:
    return {
        "option": one.option,
        "right": one.right,
        "states": one.states,
        "verdict": one.verdict,
        "reason": one.proof.reason,
        "facts": [{"id": fact, "statement": statements.get(fact, "")} for fact in one.proof.facts],
        "closure": one.proof.closure,
        "told": one.proof.sentence,
        "doubts": list(one.doubts),
    }


def as_text(told: Mapping[str, Any]) -> str:
    """The same for people: wrapped to the terminal's width, or a line for each thing where it goes through a pipe."""
    return "\n".join(_fitted(_lines(told)))


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    yield told["id"]
    yield told["stem"]
    yield ""
    right = told["answer"]
    together = in_order if told["shape"] == "order" else listed
    yield _labelled("answer", together(right) if isinstance(right, list) else right)
    about = (told["kind"], told["shape"], told["theme"], told["depth"])
    yield _labelled("asked as", f"{', '.join(about)}; difficulty {told['difficulty']:.2f} of 1")
    for key in ("asks", "rests_on", "reveals"):
        yield _labelled(key.replace("_", " "), ", ".join(told[key]) or "nothing")
    yield _labelled("explanation", told["explanation"])
    yield _labelled("source", told["source"])
    for proof in told["proofs"]:
        yield ""
        yield from _proof_lines(proof)
    for doubt in told["doubts"]:
        yield ""
        yield _labelled("doubt", doubt)


def _proof_lines(proof: Mapping[str, Any]) -> Iterator[str]:
    yield f"{'right' if proof['right'] else 'wrong'}: {proof['option']}"
    if proof["states"] != proof["option"]:
        yield _labelled("states", proof["states"])
    yield _labelled("verdict", f"{proof['verdict']}: {REASONS.get(proof['reason'], proof['reason'])}")
    for doubt in proof["doubts"]:
        yield _labelled("doubt", doubt)
    for fact in proof["facts"]:
        yield _labelled("fact", f"{fact['id']}: {fact['statement']}")
    if proof["closure"]:
        yield _labelled("closure", proof["closure"])
    if proof["told"]:
        yield _labelled("refutation" if proof["reason"] == "written" else "told", proof["told"])


def _labelled(label: str, text: str) -> str:
    return f"  {label:<{LABEL - 2}}{text}"


def _fitted(lines: Iterator[str]) -> Iterator[str]:
    if not sys.stdout.isatty():
        yield from lines
        return
    width = min(WIDEST, max(40, shutil.get_terminal_size().columns))
    for one in lines:
        yield from textwrap.wrap(one, width, subsequent_indent=" " * LABEL, break_long_words=False) or [""]
