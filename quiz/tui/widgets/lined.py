"""A widget that is made of lines and repaints only those that change, so that a key is answered at once."""

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


class Lined(Widget):
    """Lines of text, none of them wrapped."""

    def line(self, y: int) -> Content:
        """The line at `y`, at most as wide as the widget."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """The line as it is painted."""
        return Visual.to_strips(self, self.line(y), self.size.width, 1, self.visual_style, pad=True)[0]

    def repaint(self, *lines: int) -> None:
        """Paint these lines anew."""
        self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))
