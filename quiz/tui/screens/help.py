"""What can be done on the page one comes from."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui import commands
from quiz.tui.commands import Command
from quiz.tui.screens.page import Page

KEYS_WIDTH = 18

NAMES = {
    "question_mark": "?",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "right": "→",
    "pageup": "page up",
    "pagedown": "page down",
}


class Help(Page):
    """One line a command: its keys and what it does."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#lines"
    COMMANDS_HERE = (commands.BACK,)
    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.BACK),
        commands.Command("back", "enter,space,question_mark,f1,q", "", "", "Go back.").binding(),
    ]

    def __init__(self, listed: Sequence[Command]) -> None:
        super().__init__()
        self._listed = (*listed, commands.HELP, commands.COLOURS, commands.INTERRUPT)

    def parts(self) -> Iterable[Widget]:
        """The commands of that page, then those that work everywhere."""
        yield Static("What can be done here", classes="title")
        with VerticalScroll(id="lines"):
            yield Static(Content("\n").join(_line(command) for command in dict.fromkeys(self._listed)))

    def hints(self) -> tuple[Command, ...]:
        """What stands at the foot."""
        return (commands.BACK,)

    def action_help(self) -> None:
        """The help page's own help is itself: the key that opened it closes it."""
        self.action_back()


def _line(command: Command) -> Content:
    return Content.assemble((keys_in_words(command.keys).ljust(KEYS_WIDTH), "$gold"), (command.help, "$soft"))


def keys_in_words(keys: str) -> str:
    """Keys as they are written on a keyboard, without capitals and without the other layout's letters."""
    names = [key for key in keys.split(",") if len(key) > 1 or (key.isascii() and not key.isupper())]
    return ", ".join(NAMES.get(name, name.replace("+", " ")) for name in names)
