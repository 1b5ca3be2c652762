"""`pack.toml` as models: what a pack is about, where its facts are from, and the words it labels with."""

from pydantic import field_validator

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
