"""Starting the game on a real terminal, and leaving that terminal sane however it ends."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
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
    asyncio.run(_run(app))
    if app.failure is not None:
        print(app.failure, file=sys.stderr)
        return 1
    if not app.ever_fitted and not app.return_code:
        print(TOO_SMALL, file=sys.stderr)
        return 1
    return app.return_code or 0


async def _run(app: QuizApp) -> None:
    # The default actions would leave the alternate screen on, or end with 0 on SIGINT.
    loop = asyncio.get_running_loop()
    for ending in ENDINGS:
        signal.signal(ending, lambda number, _frame: _end(app, loop, 128 + number))
    await app.run_async()


def _end(app: QuizApp, loop: asyncio.AbstractEventLoop, code: int) -> None:
    """End in good order, or, where the terminal is gone and painting on it never returns, all the same."""
    loop.call_soon_threadsafe(app.interrupt, code)
    last_call = threading.Timer(LAST_CALL, os._exit, (code,))
    last_call.daemon = True
    last_call.start()
