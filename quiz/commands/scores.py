"""`quiz scores`: best rounds by theme and every player's progress."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, fields

import click

from quiz.rounds.wording import counted
from quiz.store import saves
from quiz.store.homes import Homes
from quiz.store.scores import BestRound, Progress, Scores, scores

FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula at the start of a cell."""


@click.command(name="scores")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="How to print; csv has the best rounds only.",
)
@click.pass_obj
def command(homes: Homes, form: str) -> None:
    """Show the best rounds and how far every player has come."""
    found = _scores(homes)
    if form == "json":
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(_csv(found.rounds), nl=False)
    else:
        click.echo("\n".join(_text(found)))


def _scores(homes: Homes) -> Scores:
    """All scores; where nobody has played yet no file is made to say so."""
    if not saves.exist(homes.saves_file):
        return Scores()
    with saves.opened(homes.saves_file) as db:
        return scores(db)


def _csv(rounds: Iterable[BestRound]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, [field.name for field in fields(BestRound)], lineterminator="\n")
    writer.writeheader()
    for best in rounds:
        writer.writerow({**asdict(best), "player": _cell(best.player), "topic": _cell(best.topic or "")})
    return out.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def _text(found: Scores) -> list[str]:
    if not found.players:
        return ["Nobody has played yet. Play a round with: quiz play"]
    lines: list[str] = []
    heading = ""
    for best in found.rounds:
        if _heading(best) != heading:
            heading = _heading(best)
            lines += [heading]
        lines.append(_line(best))
    return [*lines, *([""] if lines else []), "Players", *(_player_line(player) for player in found.players)]


def _heading(best: BestRound) -> str:
    """The rules under which rounds compare."""
    topic = f", {best.topic}" if best.topic else ""
    seconds = f", {best.seconds:g} seconds each" if best.seconds is not None else ""
    calm = ", calm" if best.calm else ""
    return f"{best.theme.capitalize()}{topic}, {counted(best.questions, 'question')}{seconds}{calm}"


def _line(best: BestRound) -> str:
    value = f"{best.right} right" if best.calm else f"{best.score:,} points".replace(",", " ")
    share = "" if best.calm else f"  {best.right} of {best.asked}"
    return f"  {best.rank}. {value:>14}{share}  {best.ended[:10]}  {best.player}"


def _player_line(player: Progress) -> str:
    if not player.responses:
        return f"  {player.player}: no answers yet"
    rounds = "1 round" if player.rounds == 1 else f"{player.rounds} rounds"
    answers = f"{player.right} of {player.responses} answers right"
    return f"  {player.player}: {rounds}, {answers}, knows {player.facts_known} of {player.facts_met} facts met"
