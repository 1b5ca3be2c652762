"""A round: one question after the other on a page on which nothing moves but the clock."""

from collections.abc import Iterable
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from quiz.rounds.clock import GUARD
from quiz.rounds.round import Item, Phase, Response, time_left
from quiz.tui import commands
from quiz.tui.commands import Command
from quiz.tui.guard import KeyGuard
from quiz.tui.screens import round_text
from quiz.tui.screens.page import Page
from quiz.tui.widgets.answer import AnswerBox
from quiz.tui.widgets.answer_boxes import asking_hints, box_for
from quiz.tui.widgets.border_line import BorderLine
from quiz.tui.widgets.feedback import Feedback
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.hints import Hints
from quiz.tui.widgets.leave_bar import LeaveBar
from quiz.tui.widgets.time_line import TimeLine

if TYPE_CHECKING:
    from quiz.play import Game, Play, Setup

TICK = 0.1
"""Seconds between two looks at the clock."""

MOVES_ON = 1.2
"""Seconds after which a right answer goes on by itself."""

ALWAYS = ("escape", "ctrl+c", "ctrl+q", "f1", "f2")
"""Keys that do the same at any moment of a round."""


class RoundPage(Page):
    """Plays one game to its end. The clock is asked ten times a second; each answer is saved before it is judged."""

    CSS_PATH = "round.tcss"
    AUTO_FOCUS = ""
    COMMANDS_HERE = (commands.LEAVE, commands.GO_ON, commands.SCROLL_UP, commands.SCROLL_DOWN)
    KEYS_OF_WIDGETS = (
        *commands.PICK,
        commands.SAY_TRUE,
        commands.SAY_FALSE,
        commands.ANSWER,
        commands.TICK_MARKED,
        commands.SEND,
        commands.GRAB,
        commands.LIFT,
        commands.DROP,
    )
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(*COMMANDS_HERE)]

    def __init__(self, game: "Game", play: "Play", setup: "Setup") -> None:
        super().__init__()
        self._game = game
        self._play = play
        self._setup = setup
        self._guard = KeyGuard(GUARD)
        self._box: AnswerBox | None = None
        self._moves_on: Timer | None = None

    # --- what is on the page

    def parts(self) -> Iterable[Widget]:
        """Heading, clock, question, the room for its answer and for what is said then, and the border."""
        yield Heading()
        yield TimeLine()
        yield Static(id="stem")
        yield Container(id="answer")
        yield Feedback()
        yield BorderLine(self._play.border())
        yield LeaveBar()

    def hints(self) -> tuple[Command, ...]:
        """What stands at the foot while the first question is on its way."""
        return (commands.LEAVE,)

    async def on_mount(self) -> None:
        """Say first what must be said first, else ask at once."""
        self.set_interval(TICK, self._tick)
        if self._game.notice:
            self._say_first(self._game.notice)
        else:
            await self._begin()

    # --- from question to question

    def _say_first(self, notice: str) -> None:
        self.query_one("#stem", Static).update(Content(notice))
        self.query_one(Heading).place = ""
        self._show_hints(commands.BEGIN, commands.LEAVE)

    async def _begin(self) -> None:
        self._game.begin(self.quiz.now())
        await self._ask()

    async def _ask(self) -> None:
        state = self._game.round
        item = state.current
        with self.app.batch_update():
            self._head()
            self.query_one("#stem", Static).update(Content(item.draw.question.stem))
            self.query_one(Feedback).show(())
            self.query_one(BorderLine).light_place(None)
            self._box = box_for(item.draw)
            room = self.query_one("#answer")
            await room.remove_children()
            await room.mount(self._box)
            self._show_clock(item)
            self._show_hints_of_phase()
        self._close_to_keys()

    def _close_to_keys(self) -> None:
        """Let no key reach the answer until the guard opens."""
        if not self._leaving:
            self.set_focus(None)
        self._guard.arm(self.quiz.now())
        self.set_timer(GUARD, self._open_to_keys)

    def _open_to_keys(self) -> None:
        wait = self._guard.closed_for(self.quiz.now())
        if wait:
            self.set_timer(wait, self._open_to_keys)
        elif self._in(Phase.ASKING) and self._box and not self._leaving:
            self._box.take_focus()

    @on(AnswerBox.Answered)
    def answer(self, event: AnswerBox.Answered) -> None:
        """Save the answer, then show how it went."""
        event.stop()
        if self._in(Phase.ASKING):
            self._settle(self._game.answer(self.quiz.now(), event.given))

    def _tick(self) -> None:
        state = self._game.round
        if state.phase is not Phase.ASKING:
            return
        left = time_left(state, self.quiz.now())
        if left is None:
            return
        if left.seconds <= 0 and left.reading <= 0:
            self._settle(self._game.time_out(self.quiz.now()))
        else:
            self._show_clock(state.current)

    def _settle(self, response: Response) -> None:
        item = self._game.round.current
        assert self._box is not None
        with self.app.batch_update():
            self._box.settle(response)
            self.query_one(TimeLine).hush()
            self.query_one(Feedback).show(round_text.paragraphs(item.draw, response))
            self._light(item)
            self._head(counting=True)
            self._show_hints_of_phase()
            self.say(self._game.notice or "")
        if not self._leaving:
            self.set_focus(None)
        self._guard.arm(self.quiz.now())
        if response.right and not self._game.rules.calm:
            self._moves_on = self.set_timer(MOVES_ON, self._go_on)

    async def _go_on(self) -> None:
        if self._moves_on is not None:
            self._moves_on.stop()
            self._moves_on = None
        if not self._in(Phase.FEEDBACK):
            return
        self._game.next(self.quiz.now())
        if self._in(Phase.FINISHED):
            self._show_results()
        else:
            await self._ask()

    def _show_results(self) -> None:
        from quiz.tui.screens.results import Results

        result = self._game.result()
        self._game.close()
        # Not awaited: that would wait for this page to end, which waits for this call.
        self.app.switch_screen(Results(result, self._play, self._setup))

    # --- keys

    async def on_key(self, event: events.Key) -> None:
        """Hold back keys that come too soon; any other key goes on from a right answer."""
        if event.key in ALWAYS or self._leaving:
            return
        if not self._guard.admits(self.quiz.now()):
            event.stop()
        elif self._moves_on is not None:
            event.stop()
            await self._go_on()

    async def action_go_on(self) -> None:
        """Begin, or go on from the feedback."""
        if self._leaving:
            return
        if self._in(Phase.READY):
            await self._begin()
        else:
            await self._go_on()

    async def on_click(self) -> None:
        """A click anywhere goes on from a right answer."""
        if self._moves_on is not None and not self._leaving:
            await self._go_on()

    def action_scroll_feedback(self, by: int) -> None:
        """Scroll what is said, where it is longer than its room."""
        self.query_one(Feedback).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Ask whether to leave; nothing to ask before the first question, or on a screen too small to ask on."""
        if self._in(Phase.READY) or self.has_class("-too-small"):
            self.action_leave_now()
            return
        self.add_class("-leaving")
        self.query_one(LeaveBar).focus()
        self._show_hints_of_phase()

    def action_stay(self) -> None:
        """Go on with the round."""
        self.remove_class("-leaving")
        self._show_hints_of_phase()
        self.set_focus(None)
        self._open_to_keys()

    def action_leave_now(self) -> None:
        """Leave the round; the answers so far are kept."""
        self.hurry_out()
        self.app.pop_screen()

    def hurry_out(self) -> None:
        """Leave the round where it stands and let go of it."""
        if not self._in(Phase.FINISHED, Phase.LEFT):
            self._game.quit(self.quiz.now())
        self._game.close()

    def _in(self, *phases: Phase) -> bool:
        return self._game.round.phase in phases

    @property
    def _leaving(self) -> bool:
        return self.has_class("-leaving")

    # --- small parts of the page

    def _head(self, counting: bool = False) -> None:
        state = self._game.round
        heading = self.query_one(Heading)
        heading.place = round_text.place_in_round(state)
        heading.streak, heading.factor = round_text.streak_words(state)
        if state.rules.calm:
            heading.tally = f"{state.right_count} right"
        elif counting and heading.score is not None:
            heading.count_up_to(state.score)
        else:
            heading.score = state.score

    def _light(self, item: Item) -> None:
        self.query_one(BorderLine).light_place(item.draw.question.place)

    def _show_clock(self, item: Item) -> None:
        clock = self.query_one(TimeLine)
        left = time_left(self._game.round, self.quiz.now())
        clock.there = item.limit is not None
        if left is not None:
            clock.share, clock.seconds = left.fraction, ceil(left.seconds)

    def _show_hints(self, *shown: Command) -> None:
        self.query_one(Hints).show((*shown, commands.HELP))

    def _show_hints_of_phase(self) -> None:
        state = self._game.round
        if self._leaving:
            bar = self.query_one(LeaveBar)
            bar.answered = len(state.responses)
            bar.clocked = state.phase is Phase.ASKING and not state.rules.calm
            self._show_hints(commands.LEAVE_NOW, commands.STAY)
        elif state.phase is Phase.ASKING:
            self._show_hints(*asking_hints(state.current.draw), commands.LEAVE)
        else:
            self._show_hints(commands.GO_ON, commands.LEAVE)
