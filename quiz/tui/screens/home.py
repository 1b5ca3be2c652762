"""The first page: the border between its two countries, and what to do."""

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
from quiz.tui.widgets.border_line import BorderLine
from quiz.tui.widgets.menu import Entry, Menu

if TYPE_CHECKING:
    from quiz.play import Play

MENU = (
    Entry("play", "Play", "ten questions, about three minutes"),
    Entry("themes", "Themes", "geography · history · crossings"),
    Entry("scores", "Scores"),
    Entry("players", "Players"),
)


class Home(Page):
    """Enter plays at once; what is known of the player comes in just after the first paint."""

    AUTO_FOCUS = "Menu"
    KEYS_OF_WIDGETS = (commands.PLAY, commands.BROWSE)
    COMMANDS_HERE = (commands.QUIT, commands.COLOURS)
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.QUIT)]

    def __init__(self) -> None:
        super().__init__()
        self._play: Play | None = None

    def parts(self) -> Iterable[Widget]:
        """The border between the two names, the menu, and a sentence on what this player knows."""
        yield Static("K A Z A K H S T A N", id="kazakhstan", classes="country")
        yield BorderLine()
        yield Static("K Y R G Y Z S T A N", id="kyrgyzstan", classes="country")
        yield Menu(MENU)
        yield Static(id="known")

    def hints(self) -> tuple[commands.Command, ...]:
        """What stands at the foot; help comes before quitting."""
        return (*self.KEYS_OF_WIDGETS, commands.HELP, *self.COMMANDS_HERE)

    def welcome(self, play: "Play") -> None:
        """Let the border draw itself, fill in what is known of the player, and say what is new."""
        self._play = play
        self.query_one(BorderLine).show(play.border(), drawing=True)
        self._fill(play)
        self.say(play.notices[-1] if play.notices else "")

    def on_screen_resume(self) -> None:
        """Fill in anew what another page may have changed."""
        if self._play is not None:
            try:
                self._fill(self._play)
            except QuizError as error:
                self.say(str(error))
            else:
                self.say("")

    def _fill(self, play: "Play") -> None:
        """Say who plays, their best score and what they know."""
        standing = play.standing()
        menu = self.query_one(Menu)
        menu.note("players", play.player)
        menu.note("scores", standing.best)
        self.query_one(BorderLine).light_share(standing.known)
        self.query_one("#known", Static).update(Content(standing.sentence))

    def on_key(self) -> None:
        """Any key has the whole line there at once."""
        self.query_one(BorderLine).finish()

    @on(Menu.Chosen)
    def go(self, event: Menu.Chosen) -> None:
        """Go where the menu points."""
        if event.key == "play":
            self.quiz.play_round()
        else:
            self.quiz.visit(event.key)

    def action_quit(self) -> None:
        """Leave the game."""
        self.app.exit()
