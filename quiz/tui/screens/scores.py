"""The best rounds by theme, and how each player gets on."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.rounds.wording import capitalise, counted, figure
from quiz.tui import commands
from quiz.tui.screens.page import Page
from quiz.tui.text import grouped, plain

if TYPE_CHECKING:
    from quiz.play import BestRound, Play, Progress

NONE_YET = "No round has been played to its end yet. On the first page, Enter begins one."
NAME_WIDTH = 24
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Scores(Page):
    """Lists of the best: one a theme, rounds under other rules apart."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "#lists"
    COMMANDS_HERE = (commands.SCROLL, commands.BACK)
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.BACK)]

    def __init__(self, play: "Play") -> None:
        super().__init__()
        self._scores = play.scores()
        self._player = play.player

    def parts(self) -> Iterable[Widget]:
        """The lists, then the players."""
        yield Static("Best rounds", classes="title")
        with VerticalScroll(id="lists"):
            yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> list[Content]:
        if not self._scores.rounds:
            return [Content.styled(NONE_YET, "$soft")]
        lines: list[Content] = []
        for rules, rounds in groupby(self._scores.rounds, key=rules_in_words):
            lines += [Content.styled(rules, "bold $ink"), *(self._round(best) for best in rounds), Content("")]
        players = [self._progress(progress) for progress in self._scores.players if progress.responses]
        return [*lines, Content.styled("Players", "bold $ink"), *players]

    def _round(self, best: "BestRound") -> Content:
        value = f"{best.right} right" if best.calm else grouped(best.score)
        style = "$gold" if best.player == self._player else "$soft"
        return Content.assemble(
            (f"{best.rank:>3}  ", "$quiet"),
            _column(best.player, style),
            (f"{value:>9}", style),
            (f"{f'{best.right} of {best.asked}':>12}   {day(best.ended)}", "$quiet"),
        )

    def _progress(self, progress: "Progress") -> Content:
        share = f"{round(100 * progress.right / progress.responses)} % right"
        rounds = f"{progress.rounds} {'round' if progress.rounds == 1 else 'rounds'}"
        words = f"{rounds:>9}{share:>12}   {progress.facts_known} facts known"
        style = "$gold" if progress.player == self._player else "$soft"
        return Content.assemble("     ", _column(progress.player, style), (words, "$quiet"))


def rules_in_words(best: "BestRound") -> str:
    """The rules that a list is played under; what is usual is not said."""
    unusual = [
        best.topic or "",
        "calm" if best.calm else "",
        counted(best.questions, "question") if best.questions != 10 else "",
        f"{figure(best.seconds)} {'second' if best.seconds == 1 else 'seconds'} each" if best.seconds else "",
    ]
    return ", ".join([capitalise(best.theme), *filter(None, unusual)])


def day(moment: str) -> str:
    """The day of a moment in ISO form, as "5 Nov 2026" in the player's own time zone."""
    local = datetime.fromisoformat(moment).astimezone()
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def _column(name: str, style: str) -> Content:
    return plain(name).truncate(NAME_WIDTH, ellipsis=True, pad=True).stylize(style)
