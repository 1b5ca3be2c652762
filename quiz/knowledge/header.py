"""`pack.toml` as models: what a pack is about, where its facts are from, and the words it labels with."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError, field_validator

from quiz.knowledge.fields import Edtf, Model, Name, Sentence, Slug


class Kind(Model):
    """A kind of entity: `type_words` may trail or lead a typed name ("Chu river"); `typed` says names are typed."""

    id: Slug
    type_words: tuple[Name, ...] = ()
    typed: bool = False


class Title(Model):
    """A theme or topic and how it is called."""

    id: Slug
    title: Name


class SourceNote(Model):
    """Where the facts are from: title, publisher, date of the text, licence note."""

    title: Name
    publisher: Name
    date: Edtf
    licence: Sentence
    note: Sentence = ""


class Header(Model):
    """`pack.toml`: what the pack is about, its source, and the words it labels with."""

    id: Slug
    title: Name
    source: SourceNote
    themes: tuple[Title, ...]
    topics: tuple[Title, ...]
    kinds: tuple[Kind, ...]

    @field_validator("themes", "topics", "kinds")
    @classmethod
    def _each_once(cls, labels: tuple[Title, ...] | tuple[Kind, ...]) -> tuple[Title, ...] | tuple[Kind, ...]:
        ids = [label.id for label in labels]
        if twice := sorted({name for name in ids if ids.count(name) > 1}):
            raise ValueError(f"{twice[0]!r} stands here twice; give each its own id")
        return labels


LABELS = ("themes", "topics", "kinds")
"""The lists of a header whose ids the rest of a pack names."""


class _Labelled(BaseModel):
    """Whatever has an id, be the rest of it right or not."""

    id: Slug


_LISTED = TypeAdapter(tuple[_Labelled, ...])


def stand_in(written: Mapping[str, Any]) -> tuple[Header, frozenset[str]]:
    """A header that has the labels of a faulty one, to check the rest of the pack by, and the lists it could not read.

    What else it says serves nothing.
    """
    ids = {name: _ids(written.get(name)) for name in LABELS}
    note = SourceNote(title="unread", publisher="unread", date="2000", licence="")
    themes, topics = (tuple(Title(id=one, title=one) for one in ids[name] or ()) for name in ("themes", "topics"))
    kinds = tuple(Kind(id=one) for one in ids["kinds"] or ())
    header = Header(id="unread", title="unread", source=note, themes=themes, topics=topics, kinds=kinds)
    return header, frozenset(name for name in LABELS if ids[name] is None)


def _ids(listed: Any) -> tuple[str, ...] | None:
    """The ids in a list of labels, each once; None where not every one of them can be told."""
    try:
        return tuple(dict.fromkeys(label.id for label in _LISTED.validate_python(listed)))
    except ValidationError:
        return None
