"""The time left as a thin line with the seconds beside it."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

THIN, THICK = "▁", "▂"
LAST = {3: "▃", 2: "▄", 1: "▅"}
"""The line swells by an eighth of a row in each of the last three seconds, so that it is felt without its colour."""

EIGHTHS = 8
SECONDS_WIDTH = 4


class TimeLine(Widget):
    """A line that shortens from the right, in eighths of a cell; nothing at all in a round without a clock.

    `share` is what is left of the time, from 0 to 1, `seconds` the same in seconds; None while no time runs, when the
    track alone is there.
    The cell at the tip fades in eight steps between the line's colour and that of its track, since a thin line has
    no narrower glyphs; heights are eighths of a row.
    """

    DEFAULT_CSS = "TimeLine { width: 100%; height: 1; }"

    share: reactive[float] = reactive(0.0, repaint=False)
    seconds: reactive[int | None] = reactive(None)
    there: reactive[bool] = reactive(False)

    def watch_share(self, before: float, after: float) -> None:
        """Repaint only where an eighth of a cell has gone."""
        if self._eighths(before) != self._eighths(after):
            self.refresh()

    def hush(self) -> None:
        """Stop showing any time: the track alone stays."""
        self.seconds = None
        self.share = 0.0

    def render_line(self, y: int) -> Strip:
        """The whole line."""
        width = self.size.width
        if y or not self.there:
            return Strip.blank(width, self.rich_style)
        full, part = divmod(self._eighths(self.share), EIGHTHS)
        glyph = LAST.get(self.seconds or 0, THICK)
        segments = [Segment(glyph * full, self._style(self._gold))]
        if full < self._cells:
            tip = self._track.blend(self._gold, part / EIGHTHS)
            segments.append(Segment(glyph if part >= EIGHTHS // 2 else THIN, self._style(tip)))
            segments.append(Segment(THIN * (self._cells - full - 1), self._style(self._track)))
        ink = self._gold if self.seconds in LAST else self._colour("ink")
        segments.append(
            Segment(f"{self.seconds if self.seconds is not None else '':>{SECONDS_WIDTH}}", self._style(ink))
        )
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    @property
    def _cells(self) -> int:
        return max(0, self.size.width - SECONDS_WIDTH)

    @property
    def _gold(self) -> Color:
        return self._colour("gold")

    @property
    def _track(self) -> Color:
        return self._colour("thread")

    def _colour(self, role: str) -> Color:
        return Color.parse(self.app.theme_variables[role])

    def _style(self, colour: Color) -> Style:
        return self.rich_style + Style.from_color(colour.rich_color)

    def _eighths(self, share: float) -> int:
        return round(share * self._cells * EIGHTHS)
