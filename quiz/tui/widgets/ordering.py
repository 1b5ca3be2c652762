"""Answering by putting things in order: take one up, carry it, put it down, by keys or with the mouse."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType

from quiz.generate.draw import Draw
from quiz.generate.question import Option, Sequence
from quiz.rounds.round import Response
from quiz.tui import commands
from quiz.tui.widgets.answer import RIGHT, WRONG, AnswerBox
from quiz.tui.widgets.rows import Row, Rows


class Ordering(AnswerBox, Rows, can_focus=True):
    """The things to order, the first one on top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.UP, commands.DOWN, commands.LIFT, commands.DROP, commands.GRAB, commands.IN_ORDER),
        *commands.bindings(*commands.PICK),
    ]

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._order = list(draw.options)
        self._right = self._right_keys(draw)
        self._marked: int | None = None
        self._held = False
        self._settled = False
        self._lay_out()

    @property
    def order(self) -> tuple[str, ...]:
        """The keys in the order in which they stand now."""
        return tuple(option.key for option in self._order)

    def action_pick(self, place: int) -> None:
        """Mark the thing at `place`."""
        if place < len(self._order) and not self._held:
            self._mark(place)

    def action_move(self, by: int) -> None:
        """Mark the next one, or carry the one that is held there."""
        if self._held:
            self.action_shift(by)
        else:
            start = -1 if by > 0 else 0
            self._mark(((start if self._marked is None else self._marked) + by) % len(self._order))

    def action_shift(self, by: int) -> None:
        """Move the marked one by one place; at either end it stays."""
        if self._marked is not None:
            self._carry_to(self._marked + by)

    def action_grab(self) -> None:
        """Take the marked one up, or put it down again."""
        self._held = not self._held
        self._mark(0 if self._marked is None else self._marked)

    def action_done(self) -> None:
        """Put down what is held, or give this order as the answer."""
        if self._held:
            self.action_grab()
        elif not self._settled:
            self.post_message(self.Answered(self.order))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take up the thing under the pointer."""
        place = self.row_at(event.y)
        if place is not None and not self._settled:
            self._held = True
            self._mark(place)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry what is held, or mark what the pointer is over."""
        place = self.row_at(max(0, event.y))
        if self._settled or place is None or place == self._marked:
            return
        if self._held:
            self._carry_to(place)
        else:
            self._mark(place)

    def on_mouse_up(self) -> None:
        """Put down what is held."""
        self.release_mouse()
        if self._held:
            self.action_grab()

    def settle(self, response: Response) -> None:
        """Say of each thing whether it stands in its place, and where it belongs if not."""
        self._settled, self._held = True, False
        self.release_mouse()
        given = response.given is not None
        self.rows = tuple(self._settled_row(place, option, given) for place, option in enumerate(self._order))

    def _settled_row(self, place: int, option: Option, given: bool) -> Row:
        belongs = self._right.index(option.key)
        if not given:
            return Row(str(place + 1), option.text, "$soft", "$quiet", f"belongs in place {belongs + 1}")
        if belongs == place:
            return Row(RIGHT, option.text, "bold $right", "bold $right")
        return Row(WRONG, option.text, "$ink", "bold $ink", f"belongs in place {belongs + 1}")

    @staticmethod
    def _right_keys(draw: Draw) -> tuple[str, ...]:
        assert isinstance(draw.question.answer, Sequence)
        shown = set(draw.keys)
        return tuple(item.key for item in draw.question.answer.items if item.key in shown)

    def _carry_to(self, place: int) -> None:
        if self._settled or self._marked is None or not 0 <= place < len(self._order):
            return
        self._order.insert(place, self._order.pop(self._marked))
        self._mark(place)

    def _mark(self, place: int) -> None:
        if not self._settled:
            self._marked = place
            self._lay_out()

    def _lay_out(self) -> None:
        self.rows = tuple(self._row(place, option.text) for place, option in enumerate(self._order))

    def _row(self, place: int, text: str) -> Row:
        marked = place == self._marked
        held = marked and self._held
        return Row("↕" if held else str(place + 1), text, "bold $gold" if held else "$ink", marked=marked)
