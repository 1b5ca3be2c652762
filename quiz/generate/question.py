"""What a question is once it has been made: plain data that rounds, grading and faces read without the pack."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a question is answered; grading, widgets and plain prompts know nothing else of it."""

    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    ORDER = "order"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Proof:
    """Why an option is right or wrong, as data that a player can be shown.

    `reason` is one of: asserted, another-object, not-in-list, dates-exclude, written, out-of-window, out-of-order.
    `facts` are the ids it rests on, `closure` the written reason why the relation holds no more than the pack says
    (empty where no closure is used) and `sentence` what a player reads: what the option truly is.
    """

    verdict: bool
    reason: str
    facts: tuple[str, ...]
    closure: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen or put in order.

    `key` names it whatever its wording (an entity's id, or a slug of a value). `rank` is its place on a natural
    scale (a number, a date as a day ordinal): options that have one stand in its order; None where order is free.
    """

    key: str
    text: str
    rank: float | None = None


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option, refuted by its proof.

    `plausibility` runs from 0 (nobody would choose it) to 1 (the confusion learners really make). `clashes` are
    keys of other distractors it is never shown beside; `reveals` the facts that showing it gives away.
    """

    option: Option
    proof: Proof
    plausibility: float
    clashes: tuple[str, ...] = ()
    reveals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pick:
    """The right option of a choice."""

    option: Option
    proof: Proof


@dataclass(frozen=True, slots=True)
class Name:
    """The entity whose name, in any of its spellings, is to be typed; `text` is how it is shown."""

    entity: str
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """A date to be typed: first and last day as proleptic ordinals, `precision` one of day, month, year, years."""

    start: int
    end: int
    precision: str
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number to be typed: right within `value` ± `tolerance`, both in `unit` (empty for a plain count)."""

    value: float
    unit: str
    tolerance: float
    text: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Things to be put in order.

    `items` stand in the right order; `notes` tell, item by item, what the order rests on (a date, a place), for the
    feedback. A draw shows `shown` of them.
    """

    items: tuple[Option, ...]
    notes: tuple[str, ...]
    shown: int = 4


@dataclass(frozen=True, slots=True)
class Picks:
    """The right options of a choice of several, each with its proof; a draw shows some of them.

    `shown` is how many options, right and wrong ones together, a draw shows.
    """

    options: tuple[Option, ...]
    proofs: tuple[Proof, ...]
    shown: int


Answer = Pick | Name | When | Quantity | Sequence | Picks


@dataclass(frozen=True, slots=True)
class Question:
    """One question with all that is needed to ask it, grade it, explain it and prove it.

    `id` is made of what is asked, never of how it is worded. `asks` are the facts it tests, `rests_on` all facts its
    proofs use, `reveals` those that its stem, answer or explanation give away (a distractor lists its own).
    `few_options` says why fewer than four options are shown, empty elsewhere. `wants` names the precision a typed
    answer needs ("month and year", "km"). `place` is longitude and latitude of what is asked, where known.
    `difficulty` is a first guess from 0 (easy) to 1.
    """

    id: str
    family: str
    kind: str
    shape: Shape
    theme: str
    topics: tuple[str, ...]
    depth: str
    stem: str
    answer: Answer
    pool: tuple[Distractor, ...]
    explanation: str
    source: str
    asks: tuple[str, ...]
    rests_on: tuple[str, ...]
    reveals: tuple[str, ...]
    difficulty: float
    few_options: str = ""
    wants: str = ""
    place: tuple[float, float] | None = None

    @property
    def option_count(self) -> int:
        """How many options a draw shows: four at most where one is chosen, none where the answer is typed."""
        if isinstance(self.answer, Pick):
            return min(4, len(self.pool) + 1)
        return self.answer.shown if isinstance(self.answer, Sequence | Picks) else 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be asked soundly: of which fact, as which kind, and why; `reason` is a short stable word."""

    fact: str
    kind: str
    slot: str
    reason: str
    detail: str
