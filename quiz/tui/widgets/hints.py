"""What can be done here, at the foot of the page: the key, then the word. A click does the same as the key."""

from collections.abc import Iterable

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from quiz.tui.commands import Command, shown

GAP = "   "


class Hints(Widget):
    """The row of commands; those that find no room are left out, the last ones first."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Hints {
        width: 100%; height: 1; color: $quiet;
        link-style: none; link-style-hover: underline; link-background-hover: $ground;
        link-color: $quiet; link-color-hover: $ink;
    }
    """

    commands: reactive[tuple[Command, ...]] = reactive(())

    def __init__(self, commands: Iterable[Command] = ()) -> None:
        super().__init__()
        self.set_reactive(Hints.commands, tuple(shown(commands)))

    def show(self, commands: Iterable[Command]) -> None:
        """Show these commands from now on."""
        self.commands = tuple(shown(commands))

    def render(self) -> Content:
        """The commands that fit."""
        row = Content("")
        for command in self.commands:
            hint = Content.assemble(GAP if row.plain else "", self._hint(command))
            if row.cell_length + hint.cell_length > self.size.width:
                break
            row = Content.assemble(row, hint)
        return row

    @staticmethod
    def _hint(command: Command) -> Content:
        hint = Content.assemble((command.shown, "$soft"), " ", command.label)
        return hint.stylize(Style.from_meta({"@click": f"screen.run_hint({command.action!r})"}))
