"""Starting the game on a real terminal, and leaving that terminal sane however it ends."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from quiz.tui.app import QuizApp
from quiz.tui.screens.page import LEAST

if TYPE_CHECKING:
    from quiz.play import Play, Setup

NO_TERMINAL = "There is no terminal to draw on. Play line by line: quiz play --plain."
TOO_SMALL = (
    f"The terminal is too small, the game needs {LEAST[0]} × {LEAST[1]}. "
    "Enlarge it, or play line by line: quiz play --plain."
)

ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that end the game, with 128 and their number as exit code."""


LAST_CALL = 3.0
"""Seconds that an ending in good order may take: it takes a few hundredths, unless nothing can be painted any more."""


def has_terminal() -> bool:
    """Whether there is a terminal that can be drawn on: keys come from stdin, and Textual paints on stderr."""
    streams = (sys.__stdin__, sys.__stderr__)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def launch(open_door: "Callable[[], Play]", start: "Setup | None" = None) -> int:
    """Play in the terminal; gives the exit code. What went wrong is said on stderr."""
    if not has_terminal():
        print(NO_TERMINAL, file=sys.stderr)
        return 1
    from quiz.clock import now

    app = QuizApp(open_door, now, start)
    terminals = painted_on()
    try:
        asyncio.run(_run(app, terminals))
    finally:
        let_go_if_gone(terminals)
    if app.failure is not None:
        print(app.failure, file=sys.stderr)
        return 1
    if not app.ever_fitted and not app.return_code:
        print(TOO_SMALL, file=sys.stderr)
        return 1
    return app.return_code or 0


def painted_on() -> tuple[int, ...]:
    """The file descriptors of what Python writes to, as far as they are a terminal."""
    streams = (sys.__stdout__, sys.__stderr__)
    return tuple(stream.fileno() for stream in streams if stream is not None and stream.isatty())


def let_go_if_gone(terminals: Sequence[int]) -> None:
    """Let what is still written to a terminal that went away go nowhere.

    Python flushes its streams when it ends and turns the exit code into 120 where that fails; and Textual's thread of
    writing dies of the first failure, after which painting never returns.
    """
    for terminal in terminals:
        if not os.isatty(terminal):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, terminal)
            os.close(nowhere)


async def _run(app: QuizApp, terminals: Sequence[int]) -> None:
    # The default actions would leave the alternate screen on, or end with 0 on SIGINT.
    loop = asyncio.get_running_loop()
    for ending in ENDINGS:
        signal.signal(ending, lambda number, _frame: _end(app, loop, terminals, 128 + number))
    await app.run_async()


def _end(app: QuizApp, loop: asyncio.AbstractEventLoop, terminals: Sequence[int], code: int) -> None:
    """End in good order, or, where the terminal is gone and painting on it never returns, all the same."""
    let_go_if_gone(terminals)
    loop.call_soon_threadsafe(app.interrupt, code)
    last_call = threading.Timer(LAST_CALL, os._exit, (code,))
    last_call.daemon = True
    last_call.start()
