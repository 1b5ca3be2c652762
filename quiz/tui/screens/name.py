"""Typing a name."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from quiz.errors import QuizError
from quiz.tui import commands
from quiz.tui.commands import Command
from quiz.tui.screens.page import Page
from quiz.tui.text import plain

LONGEST = 80
"""Letters that can be typed; what is too long for a name is said, not cut."""


class Naming(Page):
    """Asks for a name and hands it to `take`, which raises a QuizError where the name will not do."""

    CSS_PATH = "name.tcss"
    AUTO_FOCUS = "Input"
    COMMANDS_HERE = (commands.KEEP_NAME, commands.BACK)
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.BACK)]

    def __init__(self, title: str, take: Callable[[str], None], name: str = "") -> None:
        super().__init__()
        self._title = title
        self._take = take
        self._name_so_far = name

    def parts(self) -> Iterable[Widget]:
        """The line to type on."""
        yield Static(plain(self._title), classes="title")
        with Horizontal(id="line"):
            yield Static("›", id="sign")
            yield Input(self._name_so_far, max_length=LONGEST, compact=True)
        yield Static(id="why", markup=False)

    def hints(self) -> tuple[Command, ...]:
        """What stands at the foot; a question mark belongs to the name here."""
        return self.COMMANDS_HERE

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Take the name, or say why it will not do."""
        event.stop()
        try:
            self._take(event.value)
        except QuizError as error:
            self.query_one("#why", Static).update(plain(str(error), "$ink"))
        else:
            self.app.pop_screen()

    async def action_keep(self) -> None:
        """The same as Enter, for a click on the word at the foot."""
        await self.query_one(Input).action_submit()
