"""Rows that can be chosen or moved: a sign, a text that may wrap under itself, a quiet note at the end."""

from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

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


class Rows(Widget):
    """A block of rows. Its height depends on the texts and the width alone, so no change of state moves anything."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Rows { width: 100%; height: auto; }"

    rows: reactive[tuple[Row, ...]] = reactive(())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """The rows of the screen that all texts take together."""
        return max(1, sum(len(_wrapped(row.text, width)) for row in self.rows))

    def render(self) -> Content:
        """All rows, one under the other."""
        width = max(INDENT + 1, self.size.width)
        return Content("\n").join(line for row in self.rows for line in _lines(row, width))

    def row_at(self, y: int) -> int | None:
        """Which row stands at line `y` of the widget; None below the last."""
        for place, row in enumerate(self.rows):
            y -= len(_wrapped(row.text, self.size.width))
            if y < 0:
                return place
        return None


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
