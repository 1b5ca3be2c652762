"""What of a pack could not be read, so that nothing is called missing, or contradicted, for being unreadable."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """The parts of a pack that stand somewhere but could not be read.

    `blocks` are (table, id). `tables` are those of which more may stand in files that could not be read at all:
    entity, relation, fact, and of pack.toml kinds, themes and topics.
    """

    blocks: frozenset[tuple[str, str]] = frozenset()
    tables: frozenset[str] = frozenset()

    def lacks(self, table: str) -> bool:
        """Whether anything of that table could not be read."""
        return table in self.tables or any(name == table for name, _ in self.blocks)


NOTHING = Unread()
