"""Rows that can be chosen or moved: a sign, a text that may wrap under itself, a quiet note at the end."""

from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from quiz.tui.widgets.lined import Lined

INDENT = 5
"""Cells before the text of a row: a mark, a blank, the sign and two blanks."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as shown. `raised` rows stand on a lighter ground; `note` is left out where it finds no room."""

    sign: str
    text: str
    style: str = "$ink"
    sign_style: str = "bold $gold"
    note: str = ""
    raised: bool = True
    marked: bool = False


class Rows(Lined):
    """A block of rows. Its height depends on the texts and the width alone, so no change of state moves anything."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Rows { width: 100%; height: auto; }"

    rows: reactive[tuple[Row, ...]] = reactive((), repaint=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """The rows of the screen that all texts take together."""
        return max(1, sum(len(_wrapped(row.text, width)) for row in self.rows))

    def watch_rows(self, before: tuple[Row, ...], after: tuple[Row, ...]) -> None:
        """Paint what changed; a change of texts can change the height."""
        if [row.text for row in before] != [row.text for row in after]:
            self.refresh(layout=True)
            return
        changed = {place for place, (old, new) in enumerate(zip(before, after, strict=True)) if old != new}
        self.repaint(*(y for y, (place, _) in enumerate(self._places()) if place in changed))

    def line(self, y: int) -> Content:
        """The line at `y`."""
        places = self._places()
        if y >= len(places):
            return Content("")
        place, number = places[y]
        return _lines(self.rows[place], max(INDENT + 1, self.size.width))[number]

    def row_at(self, y: int) -> int | None:
        """Which row stands at line `y` of the widget; None below the last."""
        places = self._places()
        return places[y][0] if 0 <= y < len(places) else None

    def _places(self) -> list[tuple[int, int]]:
        """Line by line, the row that stands there and which of its lines it is."""
        lines = ((place, len(_wrapped(row.text, self.size.width))) for place, row in enumerate(self.rows))
        return [(place, number) for place, count in lines for number in range(count)]


def _wrapped(text: str, width: int) -> list[Content]:
    return Content(text).wrap(max(1, width - INDENT - 1))


def _lines(row: Row, width: int) -> list[Content]:
    ground = " on $lifted" if row.marked else " on $raised" if row.raised else ""
    lines = []
    for number, text in enumerate(_wrapped(row.text, width)):
        lead = Content.assemble(("▌" if row.marked else " ", "$gold"), " ", (row.sign, row.sign_style), "  ")
        line = Content.assemble(lead if number == 0 else " " * INDENT, text.rstrip().stylize(row.style))
        lines.append(line)
    note = Content.styled(f"   {row.note}", "$quiet") if row.note else Content("")
    if lines[-1].cell_length + note.cell_length <= width:
        lines[-1] = Content.assemble(lines[-1], note)
    return [line.pad_right(max(0, width - line.cell_length)).stylize_before(ground.strip()) for line in lines]
