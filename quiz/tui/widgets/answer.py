"""What every way of answering has in common: it takes an answer once, tells it, and then shows how it went."""

from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget

from quiz.rounds.grading.grade import Given
from quiz.rounds.round import Response

RIGHT, WRONG, PARTLY = "✓", "✗", "~"


class AnswerBox(Widget):
    """The part of the page in which a question is answered. It never changes its height once it is shown."""

    DEFAULT_CSS = "AnswerBox { width: 100%; height: auto; }"

    @dataclass
    class Answered(Message):
        """The player gave an answer."""

        given: Given

    def settle(self, response: Response) -> None:
        """Take no answer any more and show how it went."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Let keys come here."""
        self.focus()
