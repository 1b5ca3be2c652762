"""The border as one line of dots from west to east; a stretch of it may be lit."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from quiz.cartography.braille import Interval, Run, rows
from quiz.cartography.strip import Dot, Point, nearest, trace

DRAWING = 0.8
"""Seconds that the line takes to draw itself."""

GLOW = 0.014
"""Half the length of the stretch that is lit around a place, as a share of the line."""


class BorderLine(Widget):
    """The line; without points it keeps its room empty."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"border-line--lit", "border-line--unlit"}
    DEFAULT_CSS = """
    BorderLine { width: 100%; height: 3; }
    BorderLine > .border-line--lit { color: $gold; }
    BorderLine > .border-line--unlit { color: $thread; }
    """

    drawn: reactive[float] = reactive(1.0)
    lit: reactive[tuple[Interval, ...]] = reactive(())

    def __init__(self, points: Sequence[Point] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.points = tuple(points)
        self._traced_for: tuple[tuple[Point, ...], Size] | None = None
        self._dots: tuple[Dot, ...] = ()
        self._rows: tuple[tuple[Run, ...], ...] = ()

    def show(self, points: Sequence[Point], *, drawing: bool = False) -> None:
        """Take the line's points; `drawing` lets it draw itself from west to east."""
        self.points = tuple(points)
        self._lay_out()
        if drawing:
            self.drawn = 0.0
            self.animate("drawn", 1.0, duration=DRAWING, easing="in_out_sine", level="basic")

    def finish(self) -> None:
        """Have the whole line there at once."""
        if self.drawn < 1.0:
            self.call_later(self.stop_animation, "drawn", True)

    def light_share(self, share: float) -> None:
        """Light the line from its western end up to `share` of it."""
        self.lit = ((0.0, share),) if share > 0 else ()

    def light_place(self, place: Point | None) -> None:
        """Light the stretch nearest to a place; nothing for None."""
        if place is None or not self.points:
            self.lit = ()
            return
        along = nearest(self.points, place)
        self.lit = ((along - GLOW, along + GLOW),)

    def on_resize(self) -> None:
        """Fit the line into its new room."""
        self._lay_out()

    def watch_drawn(self) -> None:
        """Show as much of the line as is drawn."""
        self._lay_out()

    def watch_lit(self) -> None:
        """Show what is lit."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """One row of the line."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        lit = self.get_component_rich_style("border-line--lit")
        unlit = self.get_component_rich_style("border-line--unlit")
        return Strip([Segment(run.text, lit if run.lit else unlit) for run in self._rows[y]], self.size.width)

    def _lay_out(self) -> None:
        # The size can change some frames before it is told, in the middle of drawing.
        if self._traced_for != (self.points, self.size):
            self._traced_for = (self.points, self.size)
            self._dots = trace(self.points, *self.size)
        self._rows = rows(self._dots, *self.size, self.lit, self.drawn)
        self.refresh()
