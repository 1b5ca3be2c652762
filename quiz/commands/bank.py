"""`quiz bank`: build the bank of questions, check the pack behind it, list and count what came of it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from quiz.commands.bank_lint import command as lint
from quiz.generate.content import BankContent, FactRow
from quiz.generate.listing import counts, line
from quiz.generate.question import Question, Refusal
from quiz.store import bank
from quiz.store.homes import Homes

PACK = click.option(
    "--pack",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Read the facts of this pack instead of the game's own.",
)


@click.group(name="bank")
def command() -> None:
    """Build, check, list and count the questions."""


@command.command()
@PACK
@click.pass_obj
def build(homes: Homes, folder: Path | None) -> None:
    """Make all questions anew from the facts and keep them in the bank."""
    pack, path = _places(homes, folder)
    content = bank.rebuild(path, pack, _build)
    families = len({question.family for question in content.questions})
    click.echo(f"{families} questions from {len(content.facts)} facts are in {path}.")


@command.command()
@PACK
@click.pass_obj
def check(homes: Homes, folder: Path | None) -> None:
    """Read the pack as a sceptic: every mistake with its file and line."""
    from quiz.generate.build import build as build_content
    from quiz.knowledge.load import load_with_remarks

    pack, remarks = load_with_remarks(_places(homes, folder)[0])
    content = build_content(pack)
    for remark in remarks:
        click.echo(remark)
    told = counts(content.questions, content.facts, content.refusals)
    click.echo(f"No mistakes: {told['facts']} facts, {told['families']} questions.")


@command.command(name="list")
@PACK
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="How to print.")
@click.pass_obj
def list_(homes: Homes, folder: Path | None, form: str) -> None:
    """Print every question, one a line."""
    for question in _contents(homes, folder).questions:
        if form == "jsonl":
            click.echo(json.dumps(line(question), ensure_ascii=False))
        else:
            click.echo(f"{question.id}\t{question.stem}")


command.add_command(lint)


@command.command()
@PACK
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.pass_obj
def stats(homes: Homes, folder: Path | None, form: str) -> None:
    """Count questions by theme, kind and depth, facts asked and not asked, and what was refused."""
    contents = _contents(homes, folder)
    told = counts(contents.questions, contents.facts, contents.refusals)
    click.echo(json.dumps(told, ensure_ascii=False, indent=2) if form == "json" else _in_words(told))


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a listing or a count needs, be it from the bank or from a pack just read."""

    questions: tuple[Question, ...]
    facts: tuple[FactRow, ...]
    refusals: tuple[Refusal, ...]


def _contents(homes: Homes, folder: Path | None) -> _Contents:
    if folder is not None:
        content = _build(folder)
        return _Contents(content.questions, content.facts, content.refusals)
    from quiz.store import bank_read

    pack, path = _places(homes, None)
    if notice := bank.ensure(path, pack, _build):
        click.echo(notice, err=True)
    with bank.opened(path) as db:
        return _Contents(bank_read.questions(db), bank_read.facts(db), bank_read.refusals(db))


def _places(homes: Homes, folder: Path | None) -> tuple[Path, Path]:
    """The folder of the pack and the file of its bank."""
    return folder or homes.pack_folder(), homes.bank_file(folder)


def _build(folder: Path) -> BankContent:
    from quiz.building import build_bank

    return build_bank(folder)


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
