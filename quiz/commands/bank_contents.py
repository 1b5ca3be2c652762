"""What the commands of `quiz bank` work on: the built bank of the game, or a pack that is read and built for once."""

from dataclasses import dataclass
from pathlib import Path

import click

from quiz.generate.content import BankContent, FactRow
from quiz.generate.question import Question, Refusal
from quiz.rounds.names import Names
from quiz.store import bank
from quiz.store.homes import Homes

PACK = click.option(
    "--pack",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Read the facts of this pack instead of the game's own.",
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a listing, a count or a grading needs, be it from the bank or from a pack just read."""

    questions: tuple[Question, ...]
    facts: tuple[FactRow, ...]
    refusals: tuple[Refusal, ...]
    names: Names


def contents(homes: Homes, folder: Path | None) -> Contents:
    """All questions of the pack in `folder`; of the game's own bank, made first where it has to be, without one."""
    if folder is not None:
        content = build_content(folder)
        return Contents(content.questions, content.facts, content.refusals, _names(content))
    from quiz.store import bank_read

    pack, path = places(homes, None)
    if notice := bank.ensure(path, pack, build_content):
        click.echo(notice, err=True)
    with bank.opened(path) as db:
        return Contents(bank_read.questions(db), bank_read.facts(db), bank_read.refusals(db), bank_read.names(db))


def places(homes: Homes, folder: Path | None) -> tuple[Path, Path]:
    """The folder of the pack and the file of its bank."""
    return folder or homes.pack_folder(), homes.bank_file(folder)


def build_content(folder: Path) -> BankContent:
    """All that the pack in `folder` makes. Raises PackError where it has mistakes."""
    from quiz.building import build_bank

    return build_bank(folder)


def _names(content: BankContent) -> Names:
    """The names of a pack just built, as a bank would give them to grading."""
    kinds = {entity.id: entity.kind for entity in content.entities}
    rows = [(row.entity, kinds[row.entity], row.name, row.alias) for row in content.names]
    what = {entity.id: entity.what for entity in content.entities if entity.what}
    return Names(rows, {row.kind: row.type_words for row in content.kinds}, what)
