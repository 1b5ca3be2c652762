"""`quiz bank`: build the bank of questions, check the pack behind it, list and count what came of it."""

import json
from pathlib import Path
from typing import Any

import click

from quiz.commands.bank_contents import PACK, build_content, contents, places
from quiz.commands.bank_lint import command as lint
from quiz.commands.bank_proofs import check, show, try_
from quiz.generate.listing import counts, line
from quiz.store import bank
from quiz.store.homes import Homes


@click.group(name="bank")
def command() -> None:
    """Build, check, list and count the questions."""


@command.command()
@PACK
@click.pass_obj
def build(homes: Homes, folder: Path | None) -> None:
    """Make all questions anew from the facts and keep them in the bank."""
    pack, path = places(homes, folder)
    content = bank.rebuild(path, pack, build_content)
    families = len({question.family for question in content.questions})
    click.echo(f"{families} questions from {len(content.facts)} facts are in {path}.")


@command.command(name="list")
@PACK
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="How to print.")
@click.pass_obj
def list_(homes: Homes, folder: Path | None, form: str) -> None:
    """Print every question, one a line."""
    for question in contents(homes, folder).questions:
        if form == "jsonl":
            click.echo(json.dumps(line(question), ensure_ascii=False))
        else:
            click.echo(f"{question.id}\t{question.stem}")


@command.command()
@PACK
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.pass_obj
def stats(homes: Homes, folder: Path | None, form: str) -> None:
    """Count questions by theme, kind and depth, facts asked and not asked, and what was refused."""
    found = contents(homes, folder)
    told = counts(found.questions, found.facts, found.refusals)
    click.echo(json.dumps(told, ensure_ascii=False, indent=2) if form == "json" else _in_words(told))


def _in_words(told: dict[str, Any]) -> str:
    lines = [f"{told['families']} questions on {told['facts_asked']} of {told['facts']} facts", ""]
    for theme, kinds in told["by_theme_and_kind"].items():
        lines.append(f"{theme}: {told['by_theme'][theme]}")
        lines += [f"  {kind}: {number}" for kind, number in kinds.items()]
    lines += ["", "by depth of the facts asked"]
    for depth, number in told["facts_by_depth"].items():
        lines.append(
            f"  {depth}: {number['asked']} of {number['all']} facts, {told['by_depth'].get(depth, 0)} questions"
        )
    lines += ["", "facts not asked"]
    lines += [f"  {fact}: {why}" for fact, why in told["facts_not_asked"].items()] or ["  none"]
    lines += ["", "refused, by reason"]
    lines += [f"  {reason}: {number}" for reason, number in told["refusals"].items()]
    return "\n".join(lines)


for proof in (check, show, try_, lint):
    command.add_command(proof)
