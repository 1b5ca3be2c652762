"""The commands by name; each is imported when it is asked for."""

import os
from importlib import import_module
from pathlib import Path

import click

COMMANDS = {
    "play": "quiz.commands.play",
    "scores": "quiz.commands.scores",
    "bank": "quiz.commands.bank",
}
"""Every command and the module that holds it as `command`, in the order of use."""


class Lazy(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """The command of that name, imported now; None where there is none."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(module).command
        return command


@click.group(cls=Lazy, invoke_without_command=True)
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="Where saves and questions live.")
@click.version_option(package_name="border-quiz", prog_name="quiz")
@click.pass_context
def quiz(ctx: click.Context, home: Path | None) -> None:
    """A quiz on one border. Without a command it shows its first page, where Enter plays at once."""
    from quiz.store.homes import find

    ctx.obj = find(home, os.environ)
    if ctx.invoked_subcommand is None:
        from quiz.cli import first_page

        ctx.exit(first_page(ctx.obj))
