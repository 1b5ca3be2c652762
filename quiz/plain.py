"""The same round line by line: for pipes, screen readers and terminals that cannot be drawn on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from quiz.cartography.strip import in_words as place_in_words
from quiz.cartography.strip import nearest
from quiz.errors import QuizError
from quiz.generate.draw import Draw
from quiz.generate.question import Name, Picks, Quantity, Sequence, Shape, When
from quiz.rounds.grading import Unreadable, read
from quiz.rounds.grading.several import WANTED, right_options
from quiz.rounds.round import Item, Phase, Response, Round
from quiz.rounds.wording import capitalise, counted, figure, in_order, listed, sum_line

if TYPE_CHECKING:
    from quiz.play import Game, Play, Result, Setup

LONGEST_LINE = 1000
"""Characters of a line that are read and kept: more than any answer has."""

LETTERS = "abcdefgh"


class Lines:
    """Plays a round over two streams. One line is one response; nothing else is ever read, and nothing waited for.

    `now` is the clock of rounds, in seconds: an answer is late or not at the moment its line has arrived. A stream
    is None where Python was started with it closed; raises QuizError then.
    """

    def __init__(self, play: "Play", source: TextIO | None, out: TextIO | None, now: Callable[[], float]) -> None:
        if source is None:
            raise QuizError("There is nothing to read answers from: the input is closed", "Leave it open, or pipe it")
        if out is None:
            raise QuizError("There is nothing to write questions to: the output is closed", "Leave it open, or pipe it")
        self._play = play
        self._source = source
        self._out = out
        self._now = now

    def play(self, setup: "Setup") -> None:
        """Play one round under `setup`; the end of input ends it as quitting does."""
        game = self._play.begin(setup)
        try:
            self._say(*self._play.notices)
            if game.notice:
                self._say(game.notice)
            self._say(_opening(game.round), "")
            game.begin(self._now())
            self._ask_all(game)
        finally:
            if game.round.phase not in (Phase.FINISHED, Phase.LEFT):
                game.quit(self._now())
            game.close()
        # Only now is it known what is on disk.
        self._say(*ending_lines(game))

    def _ask_all(self, game: "Game") -> None:
        while game.round.phase is Phase.ASKING:
            self._say(*question_lines(game.round))
            response = self._response(game)
            if response is None:
                self._say("")
                return
            self._say(*feedback_lines(game.round.current, response))
            self._tell_place(game.round.current)
            if game.notice:
                self._say(game.notice)
            self._say("")
            game.next(self._now())

    def _response(self, game: "Game") -> Response | None:
        """The response to the current question, asked again once where a line cannot be one; None at the end."""
        draw = game.round.current.draw
        for attempt in (1, 2):
            line = self._line()
            if line is None:
                return None
            given = read(draw.question, draw, line)
            if not isinstance(given, Unreadable):
                return game.answer(self._now(), given)
            self._say(given.why if attempt == 1 else f"{given.why} On to the next question.")
        return game.give_up(self._now())

    def _line(self) -> str | None:
        if self._source.isatty():
            self._out.write("> ")
            self._out.flush()
        line = part = self._source.readline(LONGEST_LINE)
        while len(part) == LONGEST_LINE and not part.endswith("\n"):
            part = self._source.readline(LONGEST_LINE)
        return line or None

    def _tell_place(self, item: Item) -> None:
        border = self._play.border()
        if item.draw.question.place and border:
            self._say(f"Along the border, that is {place_in_words(nearest(border, item.draw.question.place))}.")

    def _say(self, *lines: str) -> None:
        self._out.write("".join(f"{line}\n" for line in lines))
        self._out.flush()


def question_lines(state: Round) -> list[str]:
    """A question as lines: where one is, the stem, the options, what kind of line is wanted."""
    item, question = state.current, state.current.draw.question
    seconds = "" if item.allowed is None else f" {figure(round(item.allowed))} seconds."
    double = " It counts double." if state.is_last and item.limit is not None else ""
    head = f"Question {state.index + 1} of {len(state.items)}. {capitalise(question.theme)}.{seconds}{double}"
    options = [f"  {letter}) {option.text}" for letter, option in zip(LETTERS, item.draw.options, strict=False)]
    return [head, question.stem, *options, wanted(item.draw)]


def wanted(draw: Draw) -> str:
    """What kind of line answers the question."""
    last = LETTERS[len(draw.options) - 1] if draw.options else ""
    precision = f" Wanted: {draw.question.wants}." if draw.question.wants else ""
    return {
        Shape.CHOICE: f"Type a letter from a to {last}.",
        Shape.ORDER: f"Type the letters a to {last} in the right order, with spaces between.",
        Shape.SEVERAL: WANTED,
        Shape.TEXT: f"Type the answer.{precision}",
        Shape.NUMBER: f"Type a number.{precision}",
    }[draw.question.shape]


def feedback_lines(item: Item, response: Response) -> list[str]:
    """How it went, what the chosen one truly is, why, and the source."""
    question = item.draw.question
    lines = [_verdict(item.draw, response)]
    if response.grade.told:
        lines.append(response.grade.told)
    if question.explanation:
        lines.append(question.explanation)
    return [*lines, f"Source: {question.source}"]


def ending_lines(game: "Game") -> list[str]:
    """How a game that is closed ended, and whether anything of it did not reach the disk."""
    lost = [game.notice, "What was not saved by now is lost."] if game.notice else []
    if game.round.phase is Phase.FINISHED:
        return [*closing_lines(game.result()), *lost]
    kept = "" if lost else f" {capitalise(counted(len(game.round.responses), 'answer'))} kept."
    return [f"The round is left.{kept}", *lost]


def closing_lines(result: "Result") -> list[str]:
    """How the round went: in a sentence, then in figures."""
    figures = f"{result.right} of {result.asked} right."
    score = "" if result.score is None else f"{result.score} points, "
    before = "" if result.best_before is None else f" The best before: {result.best_before}."
    record = " That is a new best." if result.record else ""
    return [result.sentence, f"{score}{figures}{before}{record}"]


def _opening(state: Round) -> str:
    clock = "No clock runs" if state.rules.calm else "The clock runs from the moment a question is shown"
    return f"{capitalise(counted(len(state.items), 'question'))}. Each is answered with one line. {clock}."


def _verdict(draw: Draw, response: Response) -> str:
    if response.right:
        return _with_points("Right.", response)
    lead = "Too late. " if response.late and response.given is not None else ""
    lead = f"{_with_points('Partly right.', response)} " if response.partly else lead
    chosen = f"You said {response.grade.chosen}. " if response.grade.chosen and not response.grade.right else ""
    return f"{lead}{chosen}The answer: {right_answer(draw)}."


def _with_points(lead: str, response: Response) -> str:
    sum_ = sum_line(response.points)
    return f"{lead} {sum_}: {response.points.total} points." if sum_ else lead


def right_answer(draw: Draw) -> str:
    """The right answer as text, an order with what it rests on."""
    answer = draw.question.answer
    if isinstance(answer, Name | When | Quantity):
        return answer.text
    if isinstance(answer, Sequence):
        pairs = zip(answer.items, answer.notes, strict=True)
        return in_order(f"{item.text} ({note})" if note else item.text for item, note in pairs if item.key in draw.keys)
    if isinstance(answer, Picks):
        return listed(option.text for option in right_options(draw, answer))
    return answer.option.text
