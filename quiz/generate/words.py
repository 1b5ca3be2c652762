"""How facts are said: templates with their slots filled, values as text. A capital at a sentence's start is all
the grammar there is."""

from quiz.knowledge.dates import Precision, When
from quiz.knowledge.model import Fact, Pack, Value


def capital(sentence: str) -> str:
    """The sentence with its first letter in upper case."""
    return sentence[:1].upper() + sentence[1:]


def filled(template: str, subject: str, thing: str) -> str:
    """A template with both slots filled, as a sentence."""
    return capital(template.format(subject=subject, object=thing))


def statement(pack: Pack, fact: Fact, thing: str | None = None) -> str:
    """What the fact says; with `thing` in the object's place where one is given (then it may be false)."""
    template = fact.statement or pack.relations[fact.relation].statement
    return filled(template, pack.entities[fact.subject].text, object_in_text(pack, fact) if thing is None else thing)


def said_of_object(pack: Pack, fact: Fact) -> str:
    """What the fact says, told of its object where it has such words."""
    template = fact.object_statement or ("" if fact.statement else pack.relations[fact.relation].object_statement)
    if not template:
        return statement(pack, fact)
    return filled(template, pack.entities[fact.subject].text, object_in_text(pack, fact))


def ask_object(pack: Pack, fact: Fact) -> str:
    """The question for the object; empty where none is written."""
    template = fact.ask or pack.relations[fact.relation].ask
    return filled(template, pack.entities[fact.subject].text, "") if template else ""


def ask_subject(pack: Pack, fact: Fact) -> str:
    """The question for the subject; empty where none is written."""
    template = fact.ask_subject or pack.relations[fact.relation].ask_subject
    return filled(template, "", object_in_text(pack, fact)) if template else ""


def object_in_text(pack: Pack, fact: Fact) -> str:
    """The object as it stands inside a sentence."""
    if isinstance(fact.object, str):
        return pack.entities[fact.object].text
    return fact.object.in_text or value_text(fact.object, fact.precision)


def object_option(pack: Pack, fact: Fact) -> str:
    """The object as it stands alone."""
    if isinstance(fact.object, str):
        return pack.entities[fact.object].option
    return value_text(fact.object, fact.precision)


def value_text(value: Value, precision: Precision | None = None) -> str:
    """A number with its unit, a date at `precision`, or the words themselves."""
    if value.number is not None:
        return quantity_text(value.number, value.unit)
    if value.when:
        return date_text(value.when.coarsened(precision) if precision else value.when)
    return value.text or ""


def quantity_text(number: float, unit: str) -> str:
    """A number with thousands set apart and its unit: 1,212 km."""
    return f"{number:,.10g} {unit}".strip()


def date_text(when: When) -> str:
    """A date as an option: a bound is asked for by its own date ("As early as which year …")."""
    return when.text.removeprefix("by ").removeprefix("from ")


def source_text(pack: Pack, section: str) -> str:
    """Where a fact is from, for the small type under the feedback; `section` may end in a paragraph's number."""
    source = pack.header.source
    return f"{section.split('/')[0]} · {source.title} · {source.publisher}, {_date_of_source(source.date)}"


def _date_of_source(date: str) -> str:
    """The date in few letters, so that a source fits one line: Nov 2026."""
    *finer, year = str(Value(date=date).when).split()
    return " ".join([*(word[:3] for word in finer), year])
