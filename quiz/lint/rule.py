"""What a rule is: a name, where the literature asks for it, what finds the flaw, and two examples."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quiz.lint.item import Item
from quiz.lint.known import NOTHING, Known

HDR_2002 = "Haladyna, Downing & Rodriguez 2002"
HR_2013 = "Haladyna & Rodriguez 2013"
TARRANT = "Tarrant et al. 2006"
NBME = "NBME item-writing guide"
SAQUET = "Moore et al. 2023 (SAQUET)"


@dataclass(frozen=True, slots=True)
class Rule:
    """A flaw by its standard name; `find` says what is wrong with an item, or None where nothing is.

    `in_pack` finds it by what a pack says of the item's subject; a rule without one needs no pack.
    """

    name: str
    reference: str
    find: Callable[[Item], str | None]
    flawed: Item
    sound: Item
    in_pack: Callable[[Item, Known], str | None] | None = None

    def why(self, item: Item, known: Known = NOTHING) -> str | None:
        """What is wrong with the item; None where nothing is, or nothing can be told."""
        return self.find(item) or (self.in_pack(item, known) if self.in_pack else None)


@dataclass(frozen=True, slots=True)
class Finding:
    """That the item of that id has the flaw `rule`, and why."""

    id: str
    rule: str
    why: str

    def line(self) -> dict[str, Any]:
        """The finding as the jsonl of `quiz bank lint` has it."""
        return {"id": self.id, "rule": self.rule, "why": self.why}


def example(stem: str, *options: str, answer: str = "", kind: str = "one-best-answer") -> Item:
    """An item for a rule's examples; the first option is right where no `answer` is named."""
    return Item("example", kind, stem, options, (answer or options[0],))
