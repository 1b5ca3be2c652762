"""Choosing what a round is about, how hard it is, and whether it has a clock."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.rounds.rules import ADAPTIVE, LEVELS, MIXED
from quiz.tui import commands
from quiz.tui.screens.page import Page
from quiz.tui.text import grouped
from quiz.tui.widgets.menu import Entry, Menu

if TYPE_CHECKING:
    from quiz.play import Play

CLOCKED = "With a clock: the quicker a right answer, the more points."
UNHURRIED = "Calm: no clock and no points, right answers are counted."
LEVEL_WORDS = {
    None: "All levels: an easy one first, harder ones later.",
    "easy": "Easy: what most get right.",
    "medium": "Medium: neither the easiest nor the hardest.",
    "hard": "Hard: what few get right.",
    ADAPTIVE: "Adaptive: three of four should be right for you.",
}
ABOUT = {
    "geography": "the line from west to east",
    "history": "how it came about",
    "crossings": "the seven ways across",
    MIXED: "something of everything",
}


class Themes(Page):
    """The themes; Enter begins a round of the marked one."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "Menu"
    KEYS_OF_WIDGETS = (commands.PLAY, commands.BROWSE)
    COMMANDS_HERE = (commands.CALM, commands.LEVEL, commands.BACK)
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(*COMMANDS_HERE)]

    def __init__(self, play: "Play") -> None:
        super().__init__()
        self._play = play
        self._calm = False
        self._level: str | None = None

    def parts(self) -> Iterable[Widget]:
        """The themes, each with the number of its questions, and how the round will be."""
        yield Static("What shall it be about?", classes="title")
        yield Menu(_entry(theme.theme, theme.title, theme.families) for theme in self._play.themes())
        yield Static(self._manner(), id="manner", classes="quiet")

    @on(Menu.Chosen)
    def begin(self, event: Menu.Chosen) -> None:
        """Begin a round of that theme."""
        from quiz.play import Setup

        event.stop()
        self.quiz.play_round(Setup(theme=event.key, calm=self._calm, level=self._level))

    def action_calm(self) -> None:
        """Switch the clock on or off."""
        self._calm = not self._calm
        self.query_one("#manner", Static).update(self._manner())

    def action_level(self) -> None:
        """Choose the next level, and after the last all of them again."""
        levels = (None, *LEVELS)
        self._level = levels[(levels.index(self._level) + 1) % len(levels)]
        self.query_one("#manner", Static).update(self._manner())

    def _manner(self) -> Content:
        return Content(f"{UNHURRIED if self._calm else CLOCKED}\n{LEVEL_WORDS[self._level]}")


def _entry(theme: str, title: str, families: int) -> Entry:
    about = ABOUT.get(theme)
    number = f"{grouped(families)} questions" if families != 1 else "one question"
    return Entry(theme, title, f"{number} · {about}" if about else number)
