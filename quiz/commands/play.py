"""`quiz play`: a timed round, on the whole terminal or line by line."""

import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from quiz.play import Play, Setup
from quiz.rounds.rules import LEVELS, LONGEST_SECONDS, MIXED, THEMES
from quiz.store.homes import Homes


@click.command(name="play")
@click.argument("theme", type=click.Choice([*THEMES, MIXED]), default=MIXED)
@click.option("--questions", type=click.IntRange(min=1), default=10, metavar="N", help="How many; ten otherwise.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=1, max=LONGEST_SECONDS),
    metavar="S",
    help="Time for each question, after time to read it.",
)
@click.option("--calm", is_flag=True, help="No clock and no points; right answers are counted.")
@click.option("--topic", metavar="T", help="Only questions on this topic.")
@click.option("--level", type=click.Choice(LEVELS), help="How hard; adaptive follows what the player can do.")
@click.option("--player", metavar="NAME", help="Who plays; a new name is a new player.")
@click.option("--seed", type=int, metavar="N", help="Equal seeds give equal rounds, which enter no list of the best.")
@click.option("--plain", is_flag=True, help="Line by line: through pipes, for screen readers, without a terminal.")
@click.pass_context
def command(
    ctx: click.Context,
    theme: str,
    questions: int,
    seconds: float | None,
    calm: bool,
    topic: str | None,
    level: str | None,
    player: str | None,
    seed: int | None,
    plain: bool,
) -> None:
    """Play a round. THEME is geography, history, crossings or mixed; mixed where none is named."""
    if calm and seconds is not None:
        raise click.UsageError("A calm round has no clock: leave out either --calm or --seconds.")
    setup = Setup(theme, topic, questions, seconds, calm, seed=seed, player=player, level=level)
    homes: Homes = ctx.obj
    ctx.exit(_in_lines(homes, setup) if plain else _on_screen(homes, setup))


def _on_screen(homes: Homes, setup: Setup) -> int:
    from quiz.tui.launch import launch

    return launch(lambda: Play(homes), setup)


def _in_lines(homes: Homes, setup: Setup) -> int:
    from quiz.clock import now
    from quiz.plain import Lines

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _end)
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    Lines(Play(homes), sys.stdin, sys.stdout, now).play(setup)
    return 0


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    # An exception, so that the round is left as quitting leaves it.
    raise SystemExit(128 + number)
