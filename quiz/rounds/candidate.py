"""What selection knows of a question, read from the bank in one go."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """What selection knows of a question.

    `reveals` are all facts that showing it may give away: by its stem, answer and explanation or by any distractor.
    `depth` is core, detail or footnote, `difficulty` runs from 0 to 1, `shape` is a Shape or its value.
    """

    id: str
    family: str
    theme: str
    topics: tuple[str, ...]
    depth: str
    kind: str
    shape: str
    difficulty: float
    asks: tuple[str, ...]
    reveals: tuple[str, ...]
    two_options: bool
