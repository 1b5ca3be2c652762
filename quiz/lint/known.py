"""What the linter knows of an item's subject when a pack is given: plain data, empty without one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quiz.lint.text import fold, without_article


@dataclass(frozen=True, slots=True)
class Link:
    """That a pack's fact ties two entities: `words` are the folded words in which it says so."""

    subject: str
    relation: str
    object: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """`names` lead from a folded name to the entities that bear it; `kinds` from an entity to whatever it is
    confused by: its kind, its sorts, the places it may fill.

    `spans` give the first and the last year of an entity that the pack dates; `links` are its facts between entities.
    """

    names: Mapping[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def entity(self, text: str) -> str | None:
        """The one entity that `text` names, with or without an article; None where there is none, or several."""
        bare = without_article(text)
        for words in (fold(text), bare, ("the", *bare)):
            bearers = self.names.get(words, frozenset())
            if len(bearers) == 1:
                return next(iter(bearers))
        return None

    def named_in(self, text: str) -> frozenset[str]:
        """Every entity that a name in `text` may mean."""
        words = fold(text)
        found: set[str] = set()
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + 8) + 1):
                found |= self.names.get(words[start:end], frozenset())
        return frozenset(found)


NOTHING = Known()
"""What is known without a pack."""
