"""One game as a face plays it: the state of a round, and each response on disk before it is shown."""

from dataclasses import dataclass

from quiz.errors import RoundError
from quiz.rounds.grading import Given
from quiz.rounds.round import Answer, Event, GiveUp, Next, Phase, Quit, Response, Round, Start, TimeOut, advance
from quiz.rounds.rules import Rules
from quiz.rounds.summary import Reviewed, review, sentence
from quiz.store.recorder import Recorder, standing


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a round.

    `score` is None in a calm round, whose right answers count instead. `best_before` is the best under equal rules
    before this round, in points or right answers, None where there was none; `record` whether this round beat it.
    """

    score: int | None
    right: int
    asked: int
    best_before: int | None
    record: bool
    sentence: str
    review: tuple[Reviewed, ...]


class Game:
    """A round being played. `at` is always seconds of one clock that the face keeps to.

    `round` is its state. `notice` is what the player should be told: before the start, that there are fewer questions
    than asked for; later, that responses cannot be saved just now, until they can.
    """

    def __init__(self, state: Round, recorder: Recorder, best_before: int | None, notice: str, ranked: bool) -> None:
        self.round = state
        self.notice = notice
        self._recorder = recorder
        self._best_before = best_before
        self._ranked = ranked
        self._started_at = 0.0
        self._elapsed = 0.0

    @property
    def rules(self) -> Rules:
        """The rules, with the number of questions there really are."""
        return self.round.rules

    def begin(self, at: float) -> None:
        """Show the first question."""
        self._started_at = at
        self.notice = ""
        self.round = advance(self.round, Start(at))

    def answer(self, at: float, given: Given) -> Response:
        """Grade what was given; the response is on disk when this returns, or `notice` says that it is not.

        Raises RoundError where no question is open, ValueError for what is no possible answer to it.
        """
        return self._respond(self._advanced(Answer(at, given)), at)

    def time_out(self, at: float) -> Response:
        """The time is over; kept as `answer` keeps. Raises RoundError where no clock runs."""
        return self._respond(self._advanced(TimeOut(at)), at)

    def give_up(self, at: float) -> Response:
        """Leave the question without an answer, clock or no clock; kept as `answer` keeps.

        Raises RoundError where no question is open.
        """
        return self._respond(self._advanced(GiveUp(at)), at)

    def next(self, at: float) -> None:
        """Go on from the feedback: to the next question, or to the end."""
        self.round = advance(self.round, Next(at))

    def quit(self, at: float) -> None:
        """Leave the round; what was answered is kept."""
        before = self.round.phase
        self.round = advance(self.round, Quit(at))
        if self.round.phase is Phase.LEFT and before is not Phase.LEFT:
            if before is not Phase.READY:
                self._elapsed = self._since_start(at)
            self._recorder.leave(standing(self.round, self._elapsed))
            self._tell_failure()

    def result(self) -> Result:
        """What came of the round so far; a record only once it is finished."""
        calm = self.rules.calm
        value = self.round.right_count if calm else self.round.score
        finished = self.round.phase is Phase.FINISHED
        best = self._best_before
        return Result(
            score=None if calm else self.round.score,
            right=self.round.right_count,
            asked=len(self.round.responses),
            best_before=best,
            record=self._ranked and finished and best is not None and value > best,
            sentence=sentence(self.round),
            review=review(self.round),
        )

    def close(self) -> None:
        """Let go of the round and of the saves; a second call does nothing."""
        self._recorder.close(standing(self.round, self._elapsed))
        self._tell_failure()

    def _advanced(self, event: Event) -> Round:
        state = advance(self.round, event)
        if len(state.responses) == len(self.round.responses):
            raise RoundError("No question is open" if self.round.phase is not Phase.ASKING else "No clock runs")
        return state

    def _respond(self, state: Round, at: float) -> Response:
        """Keep the newest response of `state`, and let it be the state of the game."""
        self._elapsed = self._since_start(at)
        response = state.responses[-1]
        try:
            self._recorder.keep(state.current, response, standing(state, self._elapsed))
        finally:
            # Whatever interrupts the writing, a signal for one: the response may be on disk, and must count as given.
            self.round = state
        self._tell_failure()
        return response

    def _since_start(self, at: float) -> float:
        return max(at - self._started_at, self._elapsed)

    def _tell_failure(self) -> None:
        self.notice = f"Not saved yet: {self._recorder.failure}" if self._recorder.failure else ""
