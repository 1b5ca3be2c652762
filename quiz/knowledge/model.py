"""The pack as frozen models: what may be written in its files, and nothing else.

Reading and writing rules for authors stand in docs/packs.md; here is what each field means to the code.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, FiniteFloat, Tag, model_validator

from quiz.knowledge import dates
from quiz.knowledge.fields import Edtf, Identifier, Label, Latitude, Longitude, Model, Name, Sentence, Shown, Slug
from quiz.knowledge.header import Header

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


class Closure(StrEnum):
    """What a relation says of a direction: one object, all objects listed, or perhaps more than are listed."""

    ONE = "one"
    CLOSED = "closed"
    OPEN = "open"


class Depth(StrEnum):
    """How central a fact is; footnotes are asked only by topic."""

    CORE = "core"
    DETAIL = "detail"
    FOOTNOTE = "footnote"


class Entity(Model):
    """A thing that facts speak of.

    `sorts` are finer than the kind: rivals come from a shared sort. `in_text` is how it stands inside a sentence,
    `label` how it stands as an option. `part_of` and `never_beside` name entities that never refute it and never
    stand beside it. A `foil` is in no fact and serves only as a rival; `apart_because` says, as a sentence for the
    player, what it is instead.
    """

    id: Slug
    kind: Slug
    sorts: tuple[Slug, ...] = ()
    name: Name
    in_text: Label = ""
    label: Label = ""
    aliases: tuple[Name, ...] = ()
    part_of: tuple[Slug, ...] = ()
    never_beside: tuple[Slug, ...] = ()
    foil: bool = False
    apart_because: Sentence = ""
    place: tuple[Longitude, Latitude] | None = None

    @property
    def text(self) -> str:
        """How it stands inside a sentence."""
        return self.in_text or self.name

    @property
    def option(self) -> str:
        """How it stands alone, as an option."""
        return self.label or self.name


class Value(Model):
    """An object that is no entity: a number with its unit and tolerance, a date, or words."""

    number: FiniteFloat | None = None
    unit: Label = ""
    tolerance: FiniteFloat = Field(default=0, ge=0)
    date: Edtf | None = None
    text: Name | None = None
    in_text: Sentence = ""

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if sum(part is not None for part in (self.number, self.date, self.text)) != 1:
            raise ValueError("an object has exactly one of number, date or text")
        return self

    @cached_property
    def when(self) -> dates.When | None:
        """The date, read."""
        return dates.parse(self.date) if self.date is not None else None


def _entity_or_value(written: Any) -> str:
    return "value" if isinstance(written, dict | Value) else "entity"


Thing = Annotated[Annotated[Slug, Tag("entity")] | Annotated[Value, Tag("value")], Discriminator(_entity_or_value)]
"""What stands at a fact's far end: an entity's id, or a value."""


class Relation(Model):
    """A kind of fact and what is closed about it.

    `domain` lists kinds of the subject; `range` kinds of the object, or one of "number", "date", "text".
    `forward` is about the objects of one subject, `backward` about the subjects of one object; each that is not open
    carries its reason. `few_options` says why a question may show fewer than four options. `orders` marks a relation
    that puts its subject before its object; `subject_sort` and `object_sort` narrow the rivals of that end (never a
    Kyrgyz end where a Kazakh one is asked); `inherits_along` names a part-of-like relation whose wholes pass it on.
    Templates serve families of like facts; a fact's own words win.
    """

    id: Identifier
    domain: tuple[Slug, ...] = Field(min_length=1)
    range: tuple[Slug, ...] = Field(min_length=1)
    forward: Closure = Closure.OPEN
    backward: Closure = Closure.OPEN
    closure_why: Sentence = ""
    backward_why: Sentence = ""
    few_options: Sentence = ""
    orders: bool = False
    subject_sort: str = ""
    object_sort: str = ""
    inherits_along: Identifier | None = None
    statement: Sentence = ""
    object_statement: Sentence = ""
    ask: Sentence = ""
    ask_subject: Sentence = ""

    @property
    def valued(self) -> str:
        """Which value stands as object: "number", "date", "text", or "" where an entity does."""
        return self.range[0] if self.range[0] in ("number", "date", "text") else ""


class Rival(Model):
    """A wrong object (or subject) that a person refuted.

    `is` is an entity's id, or words, a number or a date where the relation takes these. `because` is what a player
    who chose it reads; `rests_on` the facts that contradict it (the fact itself is always among them).
    """

    is_: Shown = Field(alias="is", max_length=200, min_length=1)
    in_text: Sentence = ""
    because: Sentence
    rests_on: tuple[Slug, ...] = ()

    def as_value(self, valued: str) -> Value | None:
        """What `is` means where a relation takes a "number", a "date" or "text"; None where it names an entity.

        Raises ValueError where it is no such number or date.
        """
        if valued == "date":
            return Value(date=dates.parse(self.is_).edtf)
        if valued == "number":
            if not _NUMBER.fullmatch(self.is_):
                raise ValueError(f"the rival {self.is_!r} is no number; write it as 1212 or 0.5")
            return Value(number=float(self.is_))
        return Value(text=self.is_) if valued else None


class Misbelief(Model):
    """A false statement that learners really believe, with its refutation."""

    says: Sentence
    because: Sentence
    rests_on: tuple[Slug, ...] = ()


class Fact(Model):
    """One thing worth knowing.

    `valid` is the interval in which it held; `holder` whose view it is; `precision` asks a date more coarsely than it
    is known. `object_statement` says the same of the object. `never_rivals` are entities that a well-informed person
    might dispute as wrong, whatever the pack can prove. `skip` says, kind by kind, why a kind is not worth asking;
    `not_asked` why none is; `asked_with` names the fact whose questions ask this one as well. `gives_away` lists
    facts its words reveal beyond those the code sees.
    `ease` is taken off the first guess of difficulty: what most pupils know before they play.
    """

    id: Slug
    was: tuple[Slug, ...] = ()
    subject: Slug
    relation: Identifier
    object: Thing
    holder: Slug | None = None
    valid: Edtf | None = None
    precision: dates.Precision | None = None
    theme: Slug
    topics: tuple[Slug, ...]
    depth: Depth
    source: Name
    statement: Sentence = ""
    object_statement: Sentence = ""
    ask: Sentence = ""
    ask_subject: Sentence = ""
    explanation: Sentence = ""
    rivals: tuple[Rival, ...] = ()
    subject_rivals: tuple[Rival, ...] = ()
    never_rivals: tuple[Slug, ...] = ()
    misbelief: Misbelief | None = None
    skip: Mapping[str, Sentence] = {}
    not_asked: Sentence = ""
    asked_with: Slug | None = None
    gives_away: tuple[Slug, ...] = ()
    ease: float = Field(default=0, ge=0, le=0.4)


class Order(Model):
    """Things that may be asked in order: entities dated by a relation, or put in order by one that `orders`.

    `labels` say what stands on the cards of members whose own names would betray the order.
    """

    id: Slug
    ask: Sentence
    by: Identifier
    members: tuple[Slug, ...] = Field(min_length=4, max_length=8)
    labels: Mapping[str, Label] = {}
    shown: int = Field(default=4, ge=3, le=6)
    theme: Slug
    topics: tuple[Slug, ...]
    depth: Depth
    source: Name
    explanation: Sentence


class Several(Model):
    """A list of which several are asked at once: all that stand in `relation` to the things that are named.

    Either `subjects` are named and their objects are asked, or `objects` are named and their subjects. `rivals` are
    the wrong options and why; where there are none they are found by sort. `never_rivals` and `gives_away` mean what
    they mean in a fact.
    """

    id: Slug
    ask: Sentence
    relation: Identifier
    subjects: tuple[Slug, ...] = ()
    objects: tuple[Thing, ...] = ()
    rivals: tuple[Rival, ...] = ()
    never_rivals: tuple[Slug, ...] = ()
    theme: Slug
    topics: tuple[Slug, ...]
    depth: Depth
    source: Name
    explanation: Sentence
    gives_away: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        if bool(self.subjects) == bool(self.objects):
            raise ValueError("name subjects, whose objects are asked, or objects, whose subjects are asked")
        return self


class Pack(Model):
    """All that is known, looked up by id."""

    header: Header
    entities: Mapping[str, Entity]
    relations: Mapping[str, Relation]
    facts: Mapping[str, Fact]
    orders: tuple[Order, ...] = ()
    several: tuple[Several, ...] = ()
    border: tuple[tuple[float, float], ...] = ()

    @cached_property
    def facts_by_pair(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        """Facts by (subject, relation)."""
        return _grouped(self.facts.values(), lambda fact: (fact.subject, fact.relation))

    @cached_property
    def facts_by_object(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        """Facts whose object is an entity, by (relation, object)."""
        linking = [fact for fact in self.facts.values() if isinstance(fact.object, str)]
        return _grouped(linking, lambda fact: (fact.relation, str(fact.object)))

    @cached_property
    def asked_together(self) -> Mapping[str, tuple[str, ...]]:
        """The facts that are asked with a fact, by its id."""
        together: dict[str, tuple[str, ...]] = {}
        for fact in self.facts.values():
            if fact.asked_with:
                together[fact.asked_with] = (*together.get(fact.asked_with, ()), fact.id)
        return together

    @cached_property
    def facts_about(self) -> Mapping[str, tuple[Fact, ...]]:
        """Facts by each entity that is their subject or object."""
        about: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            for entity in {fact.subject, fact.object if isinstance(fact.object, str) else fact.subject}:
                about.setdefault(entity, []).append(fact)
        return {entity: tuple(facts) for entity, facts in about.items()}


def _grouped(
    facts: Iterable[Fact], key: Callable[[Fact], tuple[str, str]]
) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(key(fact), []).append(fact)
    return {name: tuple(members) for name, members in groups.items()}
