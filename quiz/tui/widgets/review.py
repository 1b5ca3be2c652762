"""Every question of a round in one row: right or wrong, what was asked, the answer, the points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quiz.rounds.summary import Reviewed
from quiz.tui import commands
from quiz.tui.text import grouped, plain
from quiz.tui.widgets.answer import PARTLY, RIGHT, WRONG

POINTS_WIDTH = 7


class Review(Widget, can_focus=True):
    """The rows; arrows mark one, and the list runs on where it is longer than its room."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Review { width: 100%; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.UP, commands.DOWN, commands.BROWSE, commands.PAGE_UP, commands.PAGE_DOWN)
    ]

    marked: reactive[int] = reactive(0)
    top: reactive[int] = reactive(0)

    @dataclass
    class Marked(Message):
        """Another row is marked."""

        row: Reviewed

    def __init__(self, rows: Sequence[Reviewed]) -> None:
        super().__init__()
        self._rows = tuple(rows)

    def on_mount(self) -> None:
        """Mark the first row that was missed, else the first of all."""
        self.marked = next((place for place, row in enumerate(self._rows) if not row.right), 0)
        self._tell()

    def validate_marked(self, marked: int) -> int:
        """Keep the mark on a row."""
        return min(max(marked, 0), max(0, len(self._rows) - 1))

    def watch_marked(self) -> None:
        """Tell it, and keep the row in sight."""
        self._keep_in_sight()
        self._tell()

    def on_resize(self) -> None:
        """Keep the marked row in sight."""
        self._keep_in_sight()

    def render(self) -> Content:
        """The rows in sight."""
        last = self.top + self.size.height
        seen = range(self.top, min(last, len(self._rows)))
        return Content("\n").join(self._row(place) for place in seen)

    def action_move(self, by: int) -> None:
        """Mark another row."""
        self.marked += by

    def action_page(self, by: int) -> None:
        """Mark a row one page away."""
        self.marked += by * max(1, self.size.height - 1)

    def on_mouse_scroll_down(self) -> None:
        """Mark the next row."""
        self.marked += 1

    def on_mouse_scroll_up(self) -> None:
        """Mark the row before."""
        self.marked -= 1

    def on_click(self, event: events.Click) -> None:
        """Mark the row under the pointer."""
        self.marked = self.top + event.y

    def _tell(self) -> None:
        if self._rows:
            self.post_message(self.Marked(self._rows[self.marked]))

    def _keep_in_sight(self) -> None:
        height = max(1, self.size.height)
        self.top = min(max(self.top, self.marked - height + 1), self.marked, max(0, len(self._rows) - height))

    def _row(self, place: int) -> Content:
        row, here = self._rows[place], place == self.marked
        answer_width = self.size.width // 3 - 1
        stem_width = self.size.width - answer_width - POINTS_WIDTH - 4
        stem_style = "$soft" if row.right else "bold $ink"
        sign = (RIGHT, "bold $right") if row.right else (PARTLY if row.partly else WRONG, "bold $ink")
        line = Content.assemble(
            ("▌" if here else " ", "$gold"),
            sign,
            " ",
            _column(row.stem, stem_width).stylize(stem_style),
            " ",
            _column(row.answer, answer_width).stylize("$quiet" if row.right else "$gold"),
            (_points(row).rjust(POINTS_WIDTH), "$quiet"),
        )
        return line.stylize_before("on $raised") if here else line


def _column(text: str, width: int) -> Content:
    return plain(text).truncate(max(1, width), ellipsis=True, pad=True)


def _points(row: Reviewed) -> str:
    return grouped(row.points) if row.points else ""
