"""The command `quiz`: the first page where nothing is asked for, else the command that is."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from quiz.errors import PackError, QuizError

if TYPE_CHECKING:
    from quiz.play import Play
    from quiz.store.homes import Homes

INTERRUPTED = 130


def main() -> None:
    """Run the command line: what cannot be done is a line to stderr and exit code 1, an interruption 130."""
    try:
        sys.exit(_run(sys.argv[1:]))
    except QuizError as error:
        _complain(*(error.findings if isinstance(error, PackError) else ()), str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Nobody reads on.
        _let_go_of_output()
        sys.exit(1)
    except OSError as error:
        _let_go_of_output()
        _complain(f"{error.filename or 'Input or output'} cannot be used: {error.strerror or error}.")
        sys.exit(1)


def first_page(homes: "Homes") -> int:
    """Show the first page of the game; gives the exit code."""
    from quiz.tui.launch import launch

    return launch(lambda: _door(homes))


def _complain(*lines: str) -> None:
    """Say `lines` on stderr, or nowhere, where that is closed or full too: the exit code still tells."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        print(*lines, sep="\n", file=sys.stderr, flush=True)


def _let_go_of_output() -> None:
    """What could not be written, and what Python would flush at its end, goes nowhere."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    if arguments:
        return _command(arguments)
    # Where nothing is asked for, click has nothing to read, and the first page comes sooner without it.
    from quiz.store.homes import find

    return first_page(find(None, os.environ))


def _command(arguments: list[str]) -> int:
    import click

    from quiz.commands.group import quiz

    try:
        return int(quiz.main(args=arguments, prog_name="quiz", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED


def _door(homes: "Homes") -> "Play":
    from quiz.play import Play

    return Play(homes)
