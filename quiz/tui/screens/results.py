"""How a round went: one sentence, the score, and every question for review."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.play import FIRST_PLAYER
from quiz.rounds.summary import Reviewed
from quiz.tui import commands
from quiz.tui.commands import Command
from quiz.tui.screens.page import Page
from quiz.tui.text import grouped, plain
from quiz.tui.widgets.answer import PARTLY, RIGHT, WRONG
from quiz.tui.widgets.border_line import BorderLine
from quiz.tui.widgets.hints import Hints
from quiz.tui.widgets.review import Review

if TYPE_CHECKING:
    from quiz.play import Play, Result, Setup


class Results(Page):
    """The end of a round; R plays another one of its sort, N gives a newcomer a name."""

    CSS_PATH = "results.tcss"
    AUTO_FOCUS = "Review"
    KEYS_OF_WIDGETS = (commands.BROWSE,)
    COMMANDS_HERE = (commands.AGAIN, commands.TAKE_NAME, commands.HOME)
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(*COMMANDS_HERE)]

    def __init__(self, result: "Result", play: "Play", setup: "Setup") -> None:
        super().__init__()
        self._result = result
        self._play = play
        self._setup = setup

    def parts(self) -> Iterable[Widget]:
        """The sentence, the figures, the review, and the border as far as it is known."""
        yield Static(Content(self._result.sentence), classes="title")
        yield Static(figures(self._result), id="figures")
        yield Review(self._result.review)
        yield Static(id="detail")
        yield BorderLine(self._play.border())

    def hints(self) -> tuple[Command, ...]:
        """What stands at the foot; a name is offered while there is none."""
        nameless = (commands.TAKE_NAME,) if self._nameless else ()
        return (commands.AGAIN, *nameless, commands.BROWSE, commands.HOME, commands.HELP)

    def on_mount(self) -> None:
        """Light what is known, and offer a newcomer a name."""
        standing = self._play.standing()
        self.query_one(BorderLine).light_share(standing.known)
        if self._nameless and standing.rounds == 1:
            self.say("Your first round. Press n to give these scores a name.")
        else:
            self.say(standing.sentence)

    @on(Review.Marked)
    def show_detail(self, event: Review.Marked) -> None:
        """Show the marked question whole."""
        self.query_one("#detail", Static).update(detail(event.row))

    def action_again(self) -> None:
        """Play another round of this sort."""
        self.app.pop_screen()
        self.quiz.play_round(self._setup)

    def action_take_name(self) -> None:
        """Ask for a name, and take it for the player of this round."""
        from quiz.tui.screens.name import Naming

        self.app.push_screen(Naming("Your name", self._take_name))

    def _take_name(self, name: str) -> None:
        self._play.rename_player(self._play.player, name)
        self.say(f"These scores are {self._play.player}’s now.")
        self.query_one(Hints).show(self.hints())

    @property
    def _nameless(self) -> bool:
        return self._play.player == FIRST_PLAYER


def figures(result: "Result") -> Content:
    """Score, accuracy and personal best in one row; a calm round has no score."""
    accuracy = f"{result.right} of {result.asked} right"
    if result.score is None:
        return Content.assemble((accuracy, "bold $gold"), (_best(result), "$quiet"))
    return Content.assemble((grouped(result.score), "bold $gold"), (f"   {accuracy}{_best(result)}", "$quiet"))


def _best(result: "Result") -> str:
    if result.record:
        before = f", {grouped(result.best_before)} before" if result.best_before else ""
        return f"   your best so far{before}"
    return f"   your best: {grouped(result.best_before)}" if result.best_before else ""


def detail(row: Reviewed) -> Content:
    """The marked question whole: what was asked, what was given, what is right, why, and the source."""
    took = (f"   {seconds(row.used)}", "$quiet")
    if row.right:
        answer = Content.assemble((f"{RIGHT} ", "bold $right"), plain(row.answer, "$ink"), took)
    else:
        given = plain(row.given or "no answer", "$ink")
        right = (("   the answer: ", "$quiet"), plain(row.answer, "$gold"))
        answer = Content.assemble((f"{PARTLY if row.partly else WRONG} ", "bold $ink"), given, took, *right)
    why = Content.assemble(plain(row.explanation, "$soft"), "   " if row.explanation else "")
    return Content.assemble(
        *(plain(row.stem, "$soft"), "\n"),
        *(answer, "\n"),
        *(why, plain(row.source, "$quiet")),
    )


def seconds(used: float) -> str:
    """Seconds as people say them: "4.2 s", "14 s"."""
    return f"{used:.1f} s" if used < 10 else f"{used:.0f} s"
