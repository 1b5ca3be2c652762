"""Answering by choosing one option."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType

from quiz.generate.draw import Draw
from quiz.generate.question import Option, Pick
from quiz.rounds.round import Response
from quiz.tui import commands
from quiz.tui.widgets.answer import RIGHT, WRONG, AnswerBox
from quiz.tui.widgets.rows import Row, Rows

LETTERS = "abcdefgh"


class Choice(AnswerBox, Rows, can_focus=True):
    """The options, one a row. None is marked at first, so that a key held too long answers nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(*commands.PICK, commands.UP, commands.DOWN, commands.ANSWER),
        *commands.bindings(commands.SAY_TRUE, commands.SAY_FALSE),
    ]

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._answer = draw.question.answer
        self._options = draw.options
        self._marked: int | None = None
        self._settled = False
        self._lay_out()

    def action_pick(self, place: int) -> None:
        """Answer with the option at `place`."""
        if self._settled or place >= len(self._options):
            return
        self._mark(place)
        self.post_message(self.Answered(self._options[place].key))

    def action_pick_key(self, key: str) -> None:
        """Answer with the option of that key, where it is shown."""
        place = next((place for place, option in enumerate(self._options) if option.key == key), None)
        if place is not None:
            self.action_pick(place)

    def action_move(self, by: int) -> None:
        """Mark the next option, or the first one where none is marked yet."""
        if not self._settled:
            start = -1 if by > 0 else 0
            self._mark(((start if self._marked is None else self._marked) + by) % len(self._options))

    def action_pick_marked(self) -> None:
        """Answer with the marked option; nothing is marked until the player did so."""
        if self._marked is not None:
            self.action_pick(self._marked)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the option under the pointer."""
        place = self.row_at(event.y)
        if not self._settled and place != self._marked and place is not None:
            self._mark(place)

    def on_leave(self) -> None:
        """Unmark when the pointer goes, so that Enter does not choose what it brushed."""
        if not self._settled and self.is_attached:
            self._mark(None)

    def on_click(self, event: events.Click) -> None:
        """Answer with the option under the pointer."""
        place = self.row_at(event.y)
        if place is not None:
            self.action_pick(place)

    def settle(self, response: Response) -> None:
        """Sign the right option and the chosen one; the others step back."""
        self._settled = True
        self.rows = tuple(self._settled_row(place, option, response) for place, option in enumerate(self._options))

    def _settled_row(self, place: int, option: Option, response: Response) -> Row:
        chosen = option.key == response.given
        if isinstance(self._answer, Pick) and option.key == self._answer.option.key:
            note = "your answer, too late" if chosen and response.late else ""
            return Row(RIGHT, option.text, "bold $right", "bold $right", note)
        if chosen:
            return Row(WRONG, option.text, "$ink", "bold $ink", "your answer")
        return Row(LETTERS[place], option.text, "$quiet", "$quiet", raised=False)

    def _mark(self, place: int | None) -> None:
        self._marked = place
        self._lay_out()

    def _lay_out(self) -> None:
        self.rows = tuple(
            Row(LETTERS[place], option.text, marked=place == self._marked) for place, option in enumerate(self._options)
        )
