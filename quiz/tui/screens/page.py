"""What every page has: a column in the middle, a row for news, the commands at its foot, and a least size."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui import commands
from quiz.tui.commands import Command
from quiz.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp

LEAST = (60, 20)
"""Columns and rows under which a page says what it needs instead of showing half of itself."""


class Page(Screen[None]):
    """A page of the game.

    A page lists what can be done on it in `COMMANDS_HERE`: that gives its keys, the words at its foot and its help.
    Keys of its widgets are listed in `KEYS_OF_WIDGETS`, for help and foot alone.
    """

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    KEYS_OF_WIDGETS: ClassVar[tuple[Command, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.HELP)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (112, "-vast")]  # noqa: RUF012 - Textual's own type
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall"), (34, "-high"), (46, "-lofty")]  # noqa: RUF012 - Textual's own type

    @property
    def quiz(self) -> "QuizApp":
        """The app, with what it knows of the game."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """The parts of the page one under the other, and what is said on a screen that is too small for them.

        They stand in the page itself, without boxes around them: each box would be painted at every key.
        """
        yield Static(id="too-small")
        yield from self.parts()
        yield Static(id="news")
        yield Hints(self.hints())

    def parts(self) -> Iterable[Widget]:
        """What the page is made of, top to bottom."""
        raise NotImplementedError

    def hints(self) -> tuple[Command, ...]:
        """What stands at the foot."""
        return (*self.KEYS_OF_WIDGETS, *self.COMMANDS_HERE, commands.HELP)

    def say(self, text: str) -> None:
        """Tell the player something in the row above the foot."""
        self.query_one("#news", Static).update(Content(text))

    def on_resize(self, event: events.Resize) -> None:
        """Show the page where it fits; elsewhere say what it needs."""
        columns, rows = event.size
        small = columns < LEAST[0] or rows < LEAST[1]
        self.set_class(small, "-too-small")
        if not small:
            self.quiz.ever_fitted = True
        else:
            self.query_one("#too-small", Static).update(Content(too_small(columns, rows)))

    def hurry_out(self) -> None:
        """Put away what is open, since the game is about to end."""

    def action_help(self) -> None:
        """Show what can be done here."""
        from quiz.tui.screens.help import Help

        self.app.push_screen(Help((*self.KEYS_OF_WIDGETS, *self.COMMANDS_HERE)))

    def action_back(self) -> None:
        """Go back to where the player came from."""
        self.app.pop_screen()

    async def action_run_hint(self, action: str) -> None:
        """Do what a hint that was clicked stands for, where its key would have done it."""
        name = f"action_{action.partition('(')[0]}"
        around = self.focused.ancestors_with_self if self.focused else [self]
        node = next((node for node in (*around, self, self.app) if hasattr(node, name)), self)
        await self.app.run_action(action, node)


def too_small(columns: int, rows: int) -> str:
    """What a screen says that is too small for any page."""
    return f"The game needs {LEAST[0]} × {LEAST[1]}. This is {columns} × {rows}. Enlarge it, or leave with esc."
