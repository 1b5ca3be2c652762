"""What a proof that does not hold is told as."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a question that the pack does not bear out.

    `rule` is a short stable word: unknown-kind, unknown-fact, wrong-answer, not-refuted, true-option, no-reason,
    told, same-thing, overlap, never-beside, two-answers, stem, rests-on, no-rival. `question` is its id, `option` the
    text of the option in doubt; empty where no single one is. `what` says what is wrong. `table`, `about` and `key`
    name the block of the pack, and its key, that is to be mended; `table` is fact, order, several or relation, or
    empty where there is none.
    """

    question: str
    option: str
    rule: str
    what: str
    table: str = ""
    about: str = ""
    key: str = ""

    @property
    def told(self) -> str:
        """What is wrong, with the rule that says so."""
        return f"{self.what} ({self.rule})"

    def __str__(self) -> str:
        question = f"question {self.question!r}" if self.question else ""
        option = f", option “{self.option}”" if self.option else ""
        return f"{question}{option}{': ' if question else ''}{self.told}"
