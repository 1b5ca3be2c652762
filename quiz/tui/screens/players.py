"""Who plays."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.errors import QuizError
from quiz.tui import commands
from quiz.tui.screens.page import Page
from quiz.tui.widgets.menu import Entry, Menu

if TYPE_CHECKING:
    from quiz.play import Play

PLAYS_NOW = "plays now"


class Players(Page):
    """The players; Enter lets the marked one play."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "Menu"
    KEYS_OF_WIDGETS = (commands.CHOOSE, commands.BROWSE)
    COMMANDS_HERE = (commands.NEW_PLAYER, commands.RENAME, commands.BACK)
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(*COMMANDS_HERE)]

    def __init__(self, play: "Play") -> None:
        super().__init__()
        self._play = play

    def parts(self) -> Iterable[Widget]:
        """The players."""
        yield Static("Who plays?", classes="title")
        yield Menu(self._entries(), names=44)
        yield Static(Content("Each player has scores of their own."), id="manner", classes="quiet")

    def on_screen_resume(self) -> None:
        """Show the players as they are now, the one who plays marked."""
        menu = self.query_one(Menu)
        menu.entries = self._entries()
        menu.marked = next((place for place, entry in enumerate(menu.entries) if entry.note == PLAYS_NOW), 0)

    @on(Menu.Chosen)
    def choose(self, event: Menu.Chosen) -> None:
        """Let that player play from now on."""
        event.stop()
        try:
            self._play.choose_player(event.key)
        except QuizError as error:
            self.say(str(error))
        else:
            self.app.pop_screen()

    def action_new_player(self) -> None:
        """Ask for a name and play as that player."""
        from quiz.tui.screens.name import Naming

        self.app.push_screen(Naming("The new player’s name", self._add))

    def action_rename(self) -> None:
        """Ask for another name for the marked player."""
        from quiz.tui.screens.name import Naming

        old = self.query_one(Menu).marked_key
        if old is not None:
            rename = lambda new: self._play.rename_player(old, new)  # noqa: E731 - the name belongs to this press
            self.app.push_screen(Naming(f"Another name for {old}", rename, old))

    def _add(self, name: str) -> None:
        self._play.add_player(name)
        self._play.choose_player(name)

    def _entries(self) -> tuple[Entry, ...]:
        now = self._play.player
        return tuple(Entry(name, name, PLAYS_NOW if name == now else "") for name in self._play.players())
