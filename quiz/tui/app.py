"""The game as a Textual app: it opens the door to play after the first paint and leads from page to page."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from quiz.errors import QuizError
from quiz.tui import commands, themes
from quiz.tui.screens.home import Home

if TYPE_CHECKING:
    from quiz.play import Play, Setup

Clock = Callable[[], float]
"""Seconds of a clock that only ever goes on."""

INTERRUPTED = 130

ONE_MOMENT = "One moment: the questions are being made."
"""Said to who is quicker than the first build of the bank."""


class QuizApp(App[None]):
    """The game.

    `open_door` gives the door to play; it is called once, in a thread, after the first page is painted: it imports
    the database and may build the questions. `now` is the clock of rounds. With `start` a round begins at once.
    """

    TITLE = "quiz"
    # Textual loads the style of a page when it is pushed; the first page never is, so its style comes with the app's.
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # noqa: RUF012 - Textual's own type
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        commands.COLOURS.binding(),
        Binding(commands.INTERRUPT.keys, commands.INTERRUPT.action, commands.INTERRUPT.help, show=False, priority=True),
    ]

    def __init__(
        self,
        open_door: "Callable[[], Play]",
        now: Clock,
        start: "Setup | None" = None,
    ) -> None:
        # Without colour Textual would paint in greys; its native mode leaves the terminal's own colours alone.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for name, palette in themes.PALETTES.items():
            self.register_theme(themes.theme_of(name, palette))
        self.theme = themes.chosen(os.environ)
        self.now = now
        self.failure: QuizError | None = None
        self.ever_fitted = False
        self._open_door = open_door
        self._start = start
        self._door: asyncio.Task[Play] | None = None

    def get_default_screen(self) -> Home:
        """The first page."""
        return Home()

    def on_mount(self) -> None:
        """Open the door once the first page is on the screen."""
        self.call_after_refresh(lambda: self.run_worker(self._arrive()))

    async def door(self) -> "Play":
        """The door to play; waits while it is being opened, and says so. Raises QuizError where it does not open."""
        if self._door is None:
            self._door = asyncio.create_task(asyncio.to_thread(self._open_door))
        elif not self._door.done():
            self.tell(ONE_MOMENT)
        # Shielded, since who waits may give up waiting, and the door is to open all the same.
        return await asyncio.shield(self._door)

    def play_round(self, setup: "Setup | None" = None) -> None:
        """Begin a round under `setup`, ten mixed questions where there is none; say why where none can be played."""
        self._go(self._begin_round(setup))

    def visit(self, name: str) -> None:
        """Go to the page `name`: themes, players or scores; say why where that cannot be."""
        self._go(self._open_page(name))

    def _go(self, where: Coroutine[None, None, None]) -> None:
        """Go there without keeping the page that is shown from being painted and left meanwhile."""
        self.run_worker(self._gone(where), group="going", exclusive=True)

    async def _gone(self, where: Coroutine[None, None, None]) -> None:
        try:
            await where
        except QuizError as error:
            self.tell(str(error))

    async def _open_page(self, name: str) -> None:
        from quiz.tui.screens.players import Players
        from quiz.tui.screens.scores import Scores
        from quiz.tui.screens.themes import Themes

        pages = {"themes": Themes, "players": Players, "scores": Scores}
        await self.push_screen(pages[name](await self.door()))

    async def _begin_round(self, setup: "Setup | None") -> None:
        from quiz.play import Setup
        from quiz.tui.screens.round import RoundPage

        play = await self.door()
        game = play.begin(setup or Setup())
        await self.push_screen(RoundPage(game, play, setup or Setup()))

    def tell(self, text: str) -> None:
        """Say something on the page that is shown."""
        from quiz.tui.screens.page import Page

        if isinstance(self.screen, Page):
            self.screen.say(text)

    def fail(self, error: QuizError) -> None:
        """End the game, since it cannot be played; the error is said on the plain terminal."""
        self.failure = error
        self.exit(return_code=1)

    def action_colours(self) -> None:
        """Take the next set of colours."""
        self.theme = themes.after(self.theme)

    def action_interrupt(self) -> None:
        """Stop at once."""
        self.interrupt(INTERRUPTED)

    def interrupt(self, code: int) -> None:
        """Stop at once with exit code `code`, a round under way being left as quitting leaves it."""
        from quiz.tui.screens.page import Page

        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.hurry_out()
        self.exit(return_code=code)

    async def _arrive(self) -> None:
        try:
            play = await self.door()
            if isinstance(home := self.screen_stack[0], Home):
                home.welcome(play)
            if self._start is not None:
                await self._begin_round(self._start)
        except QuizError as error:
            self.fail(error)
