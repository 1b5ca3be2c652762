"""What only a pack can tell of options: what kind of thing they are, when they were, and what else is true."""

import re

from quiz.lint.item import Item
from quiz.lint.known import Known, Link
from quiz.lint.text import content_words
from quiz.lint.values import years_in

APART = 150
"""So many years between the stem's time and an option's make the option absurd."""


_OF_NAMES = re.compile(
    r"\b(?:names?|named|renamed|called|means?|word|title|known as|spell(?:ed|ing)?)\b", re.IGNORECASE
)


def asks_for_a_name(item: Item) -> bool:
    """Whether the item asks what a thing is called: two names of one thing are two answers then."""
    return bool(_OF_NAMES.search(item.stem))


def implausible(item: Item, known: Known) -> str | None:
    """A distractor that the pack knows as another kind of thing than all other options."""
    entities = {option: known.entity(option) for option in item.options}
    if not item.chosen or len(item.options) < 3 or None in entities.values():
        return None
    kinds = {option: known.kinds[entity] for option, entity in entities.items() if entity}
    for option in item.distractors:
        shared = frozenset.intersection(*(kinds[other] for other in item.options if other != option))
        if shared and not shared & kinds[option]:
            return f"to the pack {option!r} is another kind of thing than the other options"
    return _age_in_pack(item, known, entities)


def _age_in_pack(item: Item, known: Known, entities: dict[str, str | None]) -> str | None:
    """A distractor far from the stem's time, where the pack dates every option: what it dates once may be older."""
    years = years_in(item.stem)
    spans = {option: known.spans.get(entity or "") for option, entity in entities.items()}
    for option in item.distractors if years and None not in spans.values() else ():
        span = spans[option]
        if span and (span[0] - APART > max(years) or span[1] + APART < min(years)):
            return f"the pack dates {option!r} far from the time the stem speaks of"
    return None


def several_right(item: Item, known: Known) -> str | None:
    """A distractor tied to what the stem names by the same relation as the answer, with no word that parts the two."""
    answer = known.entity(item.answer)
    named = known.named_in(item.stem)
    if answer is None or not item.chosen or item.several:
        return None
    asked = frozenset(content_words(item.stem))
    for option in item.distractors:
        other = known.entity(option)
        if (
            other
            and other != answer
            and other not in named
            and (link := _both_tied(known, answer, other, named, asked))
        ):
            return f"the pack says the same of {option!r} as of {item.answer!r} ({link.relation})"
    return None


def _both_tied(known: Known, answer: str, other: str, named: frozenset[str], asked: frozenset[str]) -> Link | None:
    mine = _links(known, answer, named)
    for (relation, forward, end), theirs in _links(known, other, named).items():
        own = mine.get((relation, forward, end))
        if own is not None and not _parts_them(own, theirs, asked):
            return own
    return None


def _links(known: Known, entity: str, named: frozenset[str]) -> dict[tuple[str, bool, str], Link]:
    """The links between an entity and what the stem names, by relation, direction and the named end."""
    found: dict[tuple[str, bool, str], Link] = {}
    for link in known.links:
        if link.object == entity and link.subject in named:
            found[link.relation, True, link.subject] = link
        if link.subject == entity and link.object in named:
            found[link.relation, False, link.object] = link
    return found


def _parts_them(own: Link, theirs: Link, asked: frozenset[str]) -> bool:
    """Whether the stem says anything that the pack does not say of both: then it may tell the two apart."""
    return not asked <= (own.words & theirs.words)
