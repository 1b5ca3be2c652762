"""The command `quiz`: names its commands and imports each when it runs."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from quiz.errors import PackError, QuizError

COMMANDS = {"bank": "quiz.commands.bank"}


class Lazy(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        module = COMMANDS.get(cmd_name)
        return import_module(module).command if module else None


@click.group(cls=Lazy)
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="Where saves and questions live.")
@click.pass_context
def quiz(ctx: click.Context, home: Path | None) -> None:
    """A quiz on one border."""
    from quiz.store.homes import find

    ctx.obj = find(home, os.environ)


def main() -> None:
    """Run the command line; a QuizError is a line to stderr and exit code 1."""
    try:
        quiz(prog_name="quiz")
    except PackError as error:
        for finding in error.findings:
            print(finding, file=sys.stderr)
        print(error, file=sys.stderr)
        sys.exit(1)
    except QuizError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
