"""What grading takes and gives."""

from dataclasses import dataclass

Given = str | tuple[str, ...]
"""What a player gave: an option's key, the line that was typed, keys in the order they were put in, or all chosen."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What a response is worth, and what can be said of it.

    `chosen` is what was given, as it was understood; `truth` a sentence on what that truly is, from the proof, from
    what is known of the entity, or plain arithmetic; empty where nothing true can be said. `near` is the name that a
    misspelt line was taken for. `partial` is what an answer that is not all right is worth nevertheless, from 0 to 1.
    `how` names the rule that matched:
    option, denied (a false statement, rightly), order, several; exact, alias, type-word, spelling, other-entity,
    other-spelling (names); within, outside, unit (numbers); within, finer, coarser, outside (dates); unread (nothing
    could be made of it), none (nothing given).
    """

    right: bool
    chosen: str
    truth: str = ""
    how: str = ""
    near: str = ""
    partial: float = 0.0

    @property
    def credit(self) -> float:
        """What the response is worth, from 0 to 1: all of it where it is right."""
        return 1.0 if self.right else self.partial

    @property
    def told(self) -> str:
        """What feedback says of the choice: what a wrong one truly is, or what is true where a statement was not."""
        return self.truth if not self.right or self.how == "denied" else ""


UNANSWERED = Grade(right=False, chosen="", how="none")
"""The grade of a question that was given no answer."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that cannot be an answer; `why` is a sentence that says what is wanted."""

    why: str
