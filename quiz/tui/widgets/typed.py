"""Answering by typing a name, a date or a number."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from quiz.generate.draw import Draw
from quiz.generate.question import Name, Quantity, When
from quiz.rounds.grading import Unreadable, read
from quiz.rounds.round import Response
from quiz.tui.widgets.answer import RIGHT, WRONG, AnswerBox
from quiz.tui.widgets.rows import Row, Rows

LONGEST = 80
"""Letters that can be typed: more than any name or date has."""


class Typed(AnswerBox):
    """One line to type on, a quiet word under it on what is wanted; the answer takes their two rows afterwards."""

    DEFAULT_CSS = """
    Typed { height: 2; }
    Typed > Horizontal { height: 1; background: $raised; }
    Typed #sign { width: 5; color: $gold; text-style: bold; padding: 0 0 0 2; }
    Typed Input, Typed Input:focus {
        width: 1fr; height: 1; border: none; padding: 0; color: $ink;
        background: $raised; background-tint: $raised 0%;
    }
    Typed Input > .input--cursor { background: $gold; color: $ground; text-style: none; }
    Typed Input > .input--placeholder { color: $quiet; }
    Typed #wanted { width: 100%; height: 1; padding: 0 0 0 5; color: $quiet; }
    Typed Rows { display: none; height: 2; }
    Typed.-settled Horizontal, Typed.-settled #wanted { display: none; }
    Typed.-settled Rows { display: block; }
    """

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw

    def compose(self) -> ComposeResult:
        """The line, the word under it and, hidden, the rows of the answer."""
        with Horizontal():
            yield Static("›", id="sign")
            yield Input(max_length=LONGEST, select_on_focus=False, compact=True)
        yield Static(Content(self._wanted()), id="wanted")
        yield Rows()

    def take_focus(self) -> None:
        """Let keys come to the line."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def send(self, event: Input.Submitted) -> None:
        """Give what is typed as the answer, unless it cannot be one: then say what is wanted."""
        event.stop()
        given = read(self._draw.question, self._draw, event.value)
        if isinstance(given, Unreadable):
            self._say(given.why)
        else:
            self.post_message(self.Answered(given))

    def settle(self, response: Response) -> None:
        """Show the right answer, and what was typed where it is wrong."""
        self.query_one(Input).disabled = True
        answer = self._draw.question.answer
        assert isinstance(answer, Name | When | Quantity)
        given = response.given if isinstance(response.given, str) else ""
        right = Row(RIGHT, answer.text, "bold $right", "bold $right", _as_typed(given, response))
        wrong = Row(WRONG, given, "$ink", "bold $ink", "your answer")
        self.query_one(Rows).rows = (right,) if response.grade.right or not given else (wrong, right)
        self.add_class("-settled")

    def action_send(self) -> None:
        """The same as Enter, for a click on the word at the foot."""
        self.run_worker(self.query_one(Input).action_submit())

    def _wanted(self) -> str:
        return f"Wanted: {self._draw.question.wants}" if self._draw.question.wants else ""

    def _say(self, why: str) -> None:
        self.query_one("#wanted", Static).update(Content.styled(why, "$ink"))
        self.query_one(Input).select_all()


def _as_typed(given: str, response: Response) -> str:
    """How the line differs from the right answer it was taken for."""
    if response.late and response.grade.right:
        return "your answer, too late"
    return f"you typed {given.strip()}" if response.grade.right and response.grade.how == "spelling" else ""
