"""What a build hands to the bank: every question with its proofs, and all that rounds need to know of the pack."""

from dataclasses import dataclass

from quiz.generate.question import Question, Refusal

GENERATOR_VERSION = 3
"""To be raised whenever the same pack would give other questions: it makes every bank built before stale."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of the pack. `not_asked` says why no question asks it, empty where one does."""

    id: str
    theme: str
    depth: str
    topics: tuple[str, ...]
    statement: str
    source: str
    subject: str
    relation: str
    object_text: str
    not_asked: str = ""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity: `text` as a bare option shows it, `what` one true sentence on it (empty where there is none)."""

    id: str
    kind: str
    text: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class NameRow:
    """One spelling of an entity's name; `alias` is false for the name it is shown under."""

    entity: str
    name: str
    alias: bool


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of entity and the words that may trail its names ("river"), of which none need be typed."""

    kind: str
    type_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic and the title that players see."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class BankContent:
    """All that a bank holds.

    `content_hash` is the digest of the pack's files that the build read (whoever writes the bank fills it in where
    the build leaves it empty); `source_date` an ISO date; `border` the line of the border from west to east, as
    degrees of longitude and latitude. Questions, facts, entities and topics stand in the pack's order.
    """

    pack_id: str
    title: str
    source: str
    source_date: str
    licence: str
    questions: tuple[Question, ...]
    facts: tuple[FactRow, ...]
    entities: tuple[EntityRow, ...]
    names: tuple[NameRow, ...]
    kinds: tuple[KindRow, ...]
    topics: tuple[TopicRow, ...]
    refusals: tuple[Refusal, ...] = ()
    border: tuple[tuple[float, float], ...] = ()
    content_hash: str = ""
    generator_version: int = GENERATOR_VERSION
