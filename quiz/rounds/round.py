"""One round as a state machine: an event in, a new state out. Time enters as seconds of whatever clock a face uses."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from quiz.errors import RoundError
from quiz.generate.draw import Draw
from quiz.rounds.clock import GUARD, has_two_options, limit, reading
from quiz.rounds.grading import UNANSWERED, Given, Grade, grade
from quiz.rounds.names import Names
from quiz.rounds.rules import Rules
from quiz.rounds.scoring import Points, points

__all__ = [
    "GUARD",
    "Answer",
    "Event",
    "GiveUp",
    "Item",
    "Next",
    "Phase",
    "Quit",
    "Response",
    "Round",
    "Start",
    "TimeLeft",
    "TimeOut",
    "advance",
    "open_round",
    "time_left",
]


class Phase(StrEnum):
    """Where a round stands."""

    READY = "ready"
    ASKING = "asking"
    FEEDBACK = "feedback"
    FINISHED = "finished"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a round as drawn; `reading` and `limit` in seconds, `limit` None in a calm round."""

    draw: Draw
    reading: float
    limit: float | None

    @property
    def allowed(self) -> float | None:
        """Seconds from the moment it is shown until an answer is late; None in a calm round."""
        return None if self.limit is None else self.reading + self.limit


@dataclass(frozen=True, slots=True)
class Response:
    """What came of one question.

    `given` is None where time ran out or the player gave up. `used` is seconds since the question was shown. A `late`
    answer is graded for the words of the feedback, but is not `right` and earns nothing. `streak` counts right ones in
    a row up to here.
    """

    question_id: str
    asks: tuple[str, ...]
    given: Given | None
    grade: Grade
    used: float
    late: bool
    points: Points
    streak: int

    @property
    def right(self) -> bool:
        """Whether it counts as right: right and in time."""
        return self.grade.right and not self.late

    @property
    def partly(self) -> bool:
        """Whether some of it counts as right, and not all."""
        return 0 < self.grade.credit < 1 and not self.late


@dataclass(frozen=True, slots=True)
class Start:
    """The player is ready: the first question is shown."""

    at: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The player answers the current question."""

    at: float
    given: Given


@dataclass(frozen=True, slots=True)
class TimeOut:
    """The face's clock has run out; it is taken at its word."""

    at: float


@dataclass(frozen=True, slots=True)
class GiveUp:
    """The player gives no answer to the current question: it counts as wrong, but not as late."""

    at: float


@dataclass(frozen=True, slots=True)
class Next:
    """The feedback has been read."""

    at: float


@dataclass(frozen=True, slots=True)
class Quit:
    """The player leaves; what was answered stays."""

    at: float


Event = Start | Answer | TimeOut | GiveUp | Next | Quit


@dataclass(frozen=True, slots=True)
class Round:
    """The state of one round. `index` is the current question's, `shown_at` when it was shown, in seconds."""

    rules: Rules
    items: tuple[Item, ...]
    names: Names = field(repr=False, compare=False)
    phase: Phase = Phase.READY
    index: int = 0
    shown_at: float = 0.0
    responses: tuple[Response, ...] = ()

    @property
    def current(self) -> Item:
        """The question that is or was shown last; the first before the start."""
        return self.items[self.index]

    @property
    def is_last(self) -> bool:
        """Whether the current question is the last one."""
        return self.index == len(self.items) - 1

    @property
    def last_response(self) -> Response | None:
        """The latest response; None before the first."""
        return self.responses[-1] if self.responses else None

    @property
    def score(self) -> int:
        """All points so far; 0 in a calm round."""
        return sum(response.points.total for response in self.responses)

    @property
    def streak(self) -> int:
        """How many right responses in a row stand at the end so far."""
        return self.responses[-1].streak if self.responses else 0

    @property
    def right_count(self) -> int:
        """How many responses are right."""
        return sum(response.right for response in self.responses)


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """What is left of the current question's time.

    `reading` seconds of reading time (0 once it is over), `seconds` of the limit (all of it while reading lasts) and
    `fraction` of the limit from 1 to 0.
    """

    reading: float
    seconds: float
    fraction: float


def open_round(rules: Rules, draws: Iterable[Draw], names: Names) -> Round:
    """A round ready to start; its rules say how many questions there really are, which may be fewer than asked for.

    Raises RoundError where there is no question.
    """
    items = tuple(Item(draw, reading(draw), limit(draw.question, rules)) for draw in draws)
    if not items:
        raise RoundError("There are no questions for this round", "Choose another topic or theme")
    return Round(replace(rules, questions=len(items)), items, names)


def advance(state: Round, event: Event) -> Round:
    """The round after `event`; an event that does not fit the phase leaves it as it is.

    Start fits READY; Answer, GiveUp and (under a clock) TimeOut fit ASKING; Next fits FEEDBACK and Quit every phase
    before the end. To quit during the last feedback is to finish: nothing is left unanswered.
    """
    match state.phase, event:
        case Phase.READY, Start(at):
            return replace(state, phase=Phase.ASKING, shown_at=at)
        case Phase.ASKING, Answer(at, given):
            return _answered(state, at, given)
        case Phase.ASKING, TimeOut(at) if state.current.limit is not None:
            return _respond(state, None, UNANSWERED, _used(state, at), late=True)
        case Phase.ASKING, GiveUp(at):
            return _respond(state, None, UNANSWERED, _used(state, at), late=False)
        case Phase.FEEDBACK, Next(at) if not state.is_last:
            return replace(state, phase=Phase.ASKING, index=state.index + 1, shown_at=at)
        case Phase.FEEDBACK, Next() | Quit() if state.is_last:
            return replace(state, phase=Phase.FINISHED)
        case Phase.READY | Phase.ASKING | Phase.FEEDBACK, Quit():
            return replace(state, phase=Phase.LEFT)
    return state


def time_left(state: Round, at: float) -> TimeLeft | None:
    """What is left of the current question's time at `at`; None where no clock runs (calm, or not asking)."""
    item = state.current
    if state.phase is not Phase.ASKING or item.limit is None or item.allowed is None:
        return None
    used = _used(state, at)
    seconds = min(max(item.allowed - used, 0.0), item.limit)
    return TimeLeft(max(item.reading - used, 0.0), seconds, seconds / item.limit)


def _used(state: Round, at: float) -> float:
    """Seconds since the question was shown, never negative: a clock that steps back must not pay."""
    return max(at - state.shown_at, 0.0)


def _answered(state: Round, at: float, given: Given) -> Round:
    item, used = state.current, _used(state, at)
    late = item.allowed is not None and used > item.allowed
    return _respond(state, given, grade(item.draw.question, item.draw, given, state.names), used, late)


def _respond(state: Round, given: Given | None, graded: Grade, used: float, late: bool) -> Round:
    item, question = state.current, state.current.draw.question
    right = graded.right and not late
    streak = state.streak + 1 if right else 0
    credit = 0.0 if late else graded.credit
    earned = points(credit, used - item.reading, item.limit, has_two_options(question), streak, state.is_last)
    response = Response(question.id, question.asks, given, graded, used, late, earned, streak)
    return replace(state, phase=Phase.FEEDBACK, responses=(*state.responses, response))
