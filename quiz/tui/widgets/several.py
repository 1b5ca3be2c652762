"""Answering by choosing all that fit: each option is ticked or not, then all are given at once."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType

from quiz.generate.draw import Draw
from quiz.generate.question import Option, Picks
from quiz.rounds.grading.several import right_options
from quiz.rounds.round import Response
from quiz.tui import commands
from quiz.tui.widgets.answer import RIGHT, WRONG, AnswerBox
from quiz.tui.widgets.choice import LETTERS
from quiz.tui.widgets.rows import Row, Rows

TICKED, OPEN = "[x]", "[ ]"
"""The box before an option; told by its mark, not by colour."""


class Several(AnswerBox, Rows, can_focus=True):
    """The options, one a row, each with its box."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(*commands.TICK, commands.UP, commands.DOWN, commands.TICK_MARKED, commands.SEND_TICKED),
    ]

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        assert isinstance(draw.question.answer, Picks)
        self._options = draw.options
        self._fitting = right_options(draw, draw.question.answer)
        self._ticked: set[str] = set()
        self._marked: int | None = None
        self._settled = False
        self._lay_out()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the options that are ticked, in the order shown."""
        return tuple(option.key for option in self._options if option.key in self._ticked)

    def action_tick(self, place: int) -> None:
        """Tick the option at `place`, or take its tick away."""
        if not self._settled and place < len(self._options):
            self._ticked ^= {self._options[place].key}
            self._mark(place)

    def action_tick_marked(self) -> None:
        """Tick the marked option, or take its tick away."""
        if self._marked is not None:
            self.action_tick(self._marked)

    def action_send_ticked(self) -> None:
        """Give all that are ticked as the answer; nothing happens while none is."""
        if self._ticked and not self._settled:
            self.post_message(self.Answered(self.ticked))

    def action_move(self, by: int) -> None:
        """Mark the next option, or the first one where none is marked yet."""
        if not self._settled:
            start = -1 if by > 0 else 0
            self._mark(((start if self._marked is None else self._marked) + by) % len(self._options))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the option under the pointer."""
        place = self.row_at(event.y)
        if not self._settled and place is not None and place != self._marked:
            self._mark(place)

    def on_click(self, event: events.Click) -> None:
        """Tick the option under the pointer, or take its tick away."""
        place = self.row_at(event.y)
        if place is not None:
            self.action_tick(place)

    def settle(self, response: Response) -> None:
        """Sign what fits, what was missed of it, and what was ticked and does not fit; the others step back."""
        self._settled = True
        given = response.given is not None
        self.rows = tuple(self._settled_row(place, option, given) for place, option in enumerate(self._options))

    def _settled_row(self, place: int, option: Option, given: bool) -> Row:
        ticked = given and option.key in self._ticked
        text = _boxed(option, ticked)
        if option in self._fitting:
            return Row(RIGHT, text, "bold $right", "bold $right", "" if ticked or not given else "missed")
        if ticked:
            return Row(WRONG, text, "$ink", "bold $ink", "does not fit")
        return Row(LETTERS[place], text, "$quiet", "$quiet", raised=False)

    def _mark(self, place: int) -> None:
        self._marked = place
        self._lay_out()

    def _lay_out(self) -> None:
        self.rows = tuple(
            Row(LETTERS[place], _boxed(option, option.key in self._ticked), marked=place == self._marked)
            for place, option in enumerate(self._options)
        )


def _boxed(option: Option, ticked: bool) -> str:
    return f"{TICKED if ticked else OPEN} {option.text}"
