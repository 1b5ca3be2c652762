"""`quiz bank check`, `show` and `try`: proofs looked at again, shown, and what a response would be worth."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quiz.commands.bank_contents import PACK, contents, places
from quiz.errors import BankError, PackError
from quiz.generate.content import BankContent
from quiz.generate.listing import counts
from quiz.generate.question import Question
from quiz.store.homes import Homes

if TYPE_CHECKING:
    from quiz.knowledge.load import Loaded

FORM = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")

NEAREST = 5
"""How many ids are named where none fits, or several do."""


def _printable(_: click.Context, __: click.Parameter, given: str) -> str:
    """What was given, with a sign in place of what no terminal can show."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in given)


@click.command()
@PACK
@click.pass_obj
def check(homes: Homes, folder: Path | None) -> None:
    """Read the pack as a sceptic: every mistake, proof that does not hold and flawed item, with its file and line."""
    from quiz.generate.build import build
    from quiz.knowledge.load import load_with_places
    from quiz.lint.drawn import flaws
    from quiz.lint.from_pack import known
    from quiz.proving.check import doubts

    root = places(homes, folder)[0]
    loaded = load_with_places(root)
    content = build(loaded.pack)
    found = [f"{loaded.place(one.table, one.about, one.key)}: {one}" for one in doubts(loaded.pack, content)]
    found += [
        f"{_place_of(loaded, one.id)}: question {one.id!r}: {one.why} ({one.rule})"
        for one in flaws(content.questions, known(loaded.pack))
    ]
    if findings := (*loaded.remarks, *found):
        raise PackError(_how_many(root, len(findings)), findings, "Mend what is named and try again")
    told = counts(content.questions, content.facts, content.refusals)
    proofs = sum(1 + len(question.pool) for question in content.questions)
    asked = f"{told['facts']} facts, {told['families']} questions without a flaw"
    click.echo(f"No mistakes: {asked}, {proofs} proofs derived again.")


def _place_of(loaded: "Loaded", question: str) -> str:
    """File and line of what a question asks: a fact, else a block that is asked whole."""
    about = question.split(".")[0]
    table = "fact" if about in loaded.pack.facts else question.split(".")[1]
    return loaded.place(table, about, "ask")


@click.command()
@click.argument("question_id", metavar="ID", callback=_printable)
@PACK
@FORM
@click.pass_obj
def show(homes: Homes, question_id: str, folder: Path | None, form: str) -> None:
    """Show a question's proof: what every option states, and the facts or refutations behind that.

    ID may be cut short where it stays unique.
    """
    from quiz.commands.showing import as_data, as_text
    from quiz.generate.build import build
    from quiz.knowledge.load import load
    from quiz.proving.check import Court
    from quiz.proving.evidence import evidence

    pack = load(places(homes, folder)[0])
    content = build(pack)
    question = _question(content.questions, question_id)
    doubts = Court(pack).doubts(question)
    told = as_data(question, evidence(pack, question, doubts), doubts, _statements(content))
    click.echo(_json(told) if form == "json" else as_text(told))


@click.command(name="try", context_settings={"ignore_unknown_options": True})  # -5 is a response
@click.argument("question_id", metavar="ID", callback=_printable)
@click.argument("response", metavar="RESPONSE", callback=_printable)
@PACK
@FORM
@click.pass_obj
def try_(homes: Homes, question_id: str, response: str, folder: Path | None, form: str) -> None:
    """Say how a response would be graded, by which rule, and what the feedback would be.

    RESPONSE is what a player would type: a letter of the options shown or their text, a name, a number, a date, or
    letters in order.
    """
    from quiz.commands.trying import as_text, tried

    found = contents(homes, folder)
    told = tried(_question(found.questions, question_id), response, found.names)
    click.echo(_json(told) if form == "json" else as_text(told))


def _question(questions: tuple[Question, ...], wanted: str) -> Question:
    """The question of an id, or of the only one that begins so. Raises BankError, naming ids, where there is none."""
    fitting = [question for question in questions if question.id.startswith(wanted)]
    exact = [question for question in fitting if question.id == wanted]
    if exact or (wanted and len(fitting) == 1):
        return (exact or fitting)[0]
    if wanted and fitting:
        more = f" and {len(fitting) - NEAREST} more" if len(fitting) > NEAREST else ""
        ids = ", ".join(question.id for question in fitting[:NEAREST])
        raise BankError(f"{len(fitting)} questions begin with {wanted!r}: {ids}{more}", "Write more of the id")
    near = ", ".join(_nearest(questions, wanted))
    raise BankError(f"There is no question with the id {wanted[:80]!r}; the nearest are {near}", "Name one of them")


def _nearest(questions: tuple[Question, ...], wanted: str) -> list[str]:
    from difflib import SequenceMatcher

    likeness = SequenceMatcher(b=wanted[:80])

    def unlikeness(name: str) -> float:
        likeness.set_seq1(name)
        return -likeness.ratio()

    return sorted((question.id for question in questions), key=unlikeness)[:NEAREST]


def _statements(content: BankContent) -> dict[str, str]:
    return {fact.id: fact.statement for fact in content.facts}


def _how_many(root: Path, count: int) -> str:
    return f"The pack in {root} has {count} mistake{'s' if count != 1 else ''}"


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2)
