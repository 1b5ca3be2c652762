"""A list of things to choose from, one a row: a name and a quiet word about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from quiz.tui import commands
from quiz.tui.text import plain
from quiz.tui.widgets.lined import Lined

MARK = "▌"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a menu; `key` names it to the page."""

    key: str
    name: str
    note: str = ""


class Menu(Lined, can_focus=True):
    """The list; arrows or the mouse mark a row, Enter, a click or the row's number chooses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Menu { width: 100%; height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.PLAY, commands.UP, commands.DOWN, commands.BROWSE),
    ]

    entries: reactive[tuple[Entry, ...]] = reactive((), layout=True)
    marked: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        key: str

    def __init__(self, entries: Iterable[Entry] = (), *, names: int = 16) -> None:
        """`names` is the width of the first column in cells."""
        super().__init__()
        self.set_reactive(Menu.entries, tuple(entries))
        self._names = names

    def note(self, key: str, text: str) -> None:
        """Change the quiet word of one row."""
        self.entries = tuple(Entry(e.key, e.name, text) if e.key == key else e for e in self.entries)

    @property
    def marked_key(self) -> str | None:
        """The key of the marked row, None in an empty list."""
        return self.entries[self.marked].key if self.entries else None

    def validate_marked(self, marked: int) -> int:
        """Keep the mark on a row."""
        return min(max(marked, 0), max(0, len(self.entries) - 1))

    def watch_marked(self, before: int, after: int) -> None:
        """Show where the mark was and where it is."""
        self.repaint(before, after)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """One line a row."""
        return max(1, len(self.entries))

    def line(self, y: int) -> Content:
        """The row at `y`."""
        return self._row(y, self.entries[y]) if y < len(self.entries) else Content("")

    def action_move(self, by: int) -> None:
        """Move the mark, from the last row to the first and back."""
        if self.entries:
            self.marked = (self.marked + by) % len(self.entries)

    def action_choose(self) -> None:
        """Choose the marked row."""
        if self.entries:
            self.post_message(self.Chosen(self.entries[self.marked].key))

    def on_key(self, event: events.Key) -> None:
        """A figure chooses its row."""
        if event.character and event.character.isdecimal() and 1 <= int(event.character) <= len(self.entries):
            event.stop()
            self.marked = int(event.character) - 1
            self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the row under the pointer."""
        if event.y < len(self.entries):
            self.marked = event.y

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the pointer."""
        if event.y < len(self.entries):
            self.marked = event.y
            self.action_choose()

    def _row(self, place: int, entry: Entry) -> Content:
        here = place == self.marked
        name = plain(entry.name).truncate(self._names - 2, ellipsis=True).pad_right(self._names)
        name = name.truncate(self._names)
        return Content.assemble(
            (f"{MARK} " if here else "  ", "$gold"),
            name.stylize("bold $gold" if here else "$ink"),
            plain(entry.note, "$ink" if here else "$quiet"),
        ).truncate(max(1, self.size.width), ellipsis=True)
