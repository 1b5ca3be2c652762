"""What words give away: a fact is revealed where one text names both its ends. Rather too much than too little."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from quiz.generate.words import object_in_text, object_option
from quiz.knowledge.model import Entity, Fact, Pack

SHORTEST = 3
"""Names with fewer letters are not looked for."""


JOINT = " – "
"""What joins two names into one, as a crossing's two ends."""

NOTHING = "(?!)"
"""A pattern that matches nowhere: an entity's end of a fact is found by its names."""

WORD = re.compile(r"\w+")


class Mentions:
    """Finds a pack's entities and facts in sentences."""

    def __init__(self, pack: Pack) -> None:
        self._owners: dict[str, set[str]] = {}
        for entity in pack.entities.values():
            for name in _names(entity):
                self._owners.setdefault(name, set()).add(entity.id)
        self._names = _by_first_word(self._owners)
        self._by_subject: dict[str, list[tuple[str, str, re.Pattern[str]]]] = {}
        for fact in pack.facts.values():
            thing, words = _object_end(pack, fact)
            self._by_subject.setdefault(fact.subject, []).append((fact.id, thing, words))
        self.entities = lru_cache(maxsize=None)(self._entities)
        self.facts = lru_cache(maxsize=None)(self._facts)

    def _entities(self, text: str) -> frozenset[str]:
        """The ids of the entities that `text` names, by the longest name at each place."""
        return frozenset(owner for name in self._found(text.casefold()) for owner in self._owners[name])

    def _found(self, folded: str) -> Iterator[str]:
        """The names in a text from left to right; of two that begin together the longer, and none inside another."""
        free_from = 0
        for word in WORD.finditer(folded):
            for start, name in ((word.start() - before, name) for before, name in self._names.get(word[0], ())):
                if start >= free_from and _stands_alone(folded, start, name):
                    yield name
                    free_from = start + len(name)
                    break

    def _facts(self, text: str) -> frozenset[str]:
        """The ids of the facts both of whose ends `text` names; a name made of two others names these as well."""
        there = self.entities(text).union(*map(self.entities, text.split(JOINT)))
        folded = text.casefold()
        return frozenset(
            fact
            for entity in there
            for fact, thing, words in self._by_subject.get(entity, ())
            if thing in there or words.search(folded)
        )

    def in_any(self, texts: Iterable[str]) -> frozenset[str]:
        """The facts that any one of the texts gives away."""
        return frozenset().union(*(self.facts(text) for text in texts))


def _by_first_word(names: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """Names, the longest first, by their first word, each with the number of characters before that word.

    One look at a word finds them, however many names there are.
    """
    index: dict[str, list[tuple[int, str]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if first := WORD.search(name):
            index.setdefault(first[0], []).append((first.start(), name))
    return index


def _stands_alone(folded: str, start: int, name: str) -> bool:
    """Whether `name` stands in a text from `start` on, and is no part of a longer word."""
    end = start + len(name)
    return (
        folded.startswith(name, start)
        and not (start and WORD.match(folded[start - 1]))
        and not (end < len(folded) and WORD.match(folded[end]))
    )


def _names(entity: Entity) -> set[str]:
    written = (entity.name, entity.text, entity.option, *entity.aliases)
    names = {name.casefold().removeprefix("the ") for name in written}
    return {name for name in names if len(name) >= SHORTEST}


def _object_end(pack: Pack, fact: Fact) -> tuple[str, re.Pattern[str]]:
    """The entity at the object's end, or a pattern of the words that stand there."""
    if isinstance(fact.object, str):
        return fact.object, re.compile(NOTHING)
    words = sorted({object_option(pack, fact).casefold(), object_in_text(pack, fact).casefold()})
    return "", re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
