"""What is said after an answer, in the room that was kept for it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Feedback(VerticalScroll, can_focus=False):
    """Paragraphs; a blank row between them where there is room, and scrolling where there is none."""

    DEFAULT_CSS = """
    Feedback { width: 100%; height: 1fr; scrollbar-size-vertical: 1; }
    Feedback > Static { width: 100%; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, paragraphs: Sequence[Content]) -> None:
        """Say this; no paragraphs empty the room."""
        self.scroll_home(animate=False)
        self.query_one(Static).update(self._joined(paragraphs))

    @property
    def overflows(self) -> bool:
        """Whether some of it is out of sight."""
        return self.max_scroll_y > 0

    def _joined(self, paragraphs: Sequence[Content]) -> Content:
        """The paragraphs with as many blank rows between as there is room for, the last ones first."""
        width = max(1, self.size.width)
        spare = self.size.height - 1 - sum(len(paragraph.wrap(width)) for paragraph in paragraphs)
        crowded = max(0, len(paragraphs) - 1 - max(0, spare))
        parts: list[Content] = []
        for number, paragraph in enumerate(paragraphs):
            parts.append(Content("\n\n" if number > crowded else "\n" if number else ""))
            parts.append(paragraph)
        return Content("").join(parts)
