"""What is wrong in a list of several: names that lead nowhere, lists that may have more, rivals that are none."""

from collections.abc import Callable, Iterator

from quiz.folding import fold
from quiz.knowledge.contradictions import Finding
from quiz.knowledge.model import Pack, Relation, Several
from quiz.knowledge.several import decided

LONGEST_ASK = 24
"""Words that a question has at most, as docs/packs.md says."""

Lacks = Callable[[str, str], bool]
"""Tells whether a table has no block of that id."""


def of_several(pack: Pack, lacks: Lacks, block: Several) -> Iterator[Finding]:
    """All mistakes of `block` but those of its labels and those that only verdicts show."""
    words = len(block.ask.split())
    if words > LONGEST_ASK:
        yield _wrong(block, "ask", f"the question has {words} words; write {LONGEST_ASK} at most")
    for fact in block.gives_away:
        if lacks("fact", fact):
            yield _wrong(block, "gives_away", f"there is no fact {fact!r}")
    for other in block.never_rivals:
        if lacks("entity", other):
            yield _wrong(block, "never_rivals", f"there is no entity {other!r}")
    relation = pack.relations.get(block.relation)
    if lacks("relation", block.relation):
        yield _wrong(block, "relation", f"there is no relation {block.relation!r}")
    elif relation:
        yield from _of_relation(pack, lacks, block, relation)


def _of_relation(pack: Pack, lacks: Lacks, block: Several, relation: Relation) -> Iterator[Finding]:
    if not decided(pack, block):
        way = "backward" if block.objects else "forward"
        what = f"{relation.id} is open {way}, so there may be more of them; a list of several needs all"
        yield _wrong(block, "relation", what)
    for subject in block.subjects:
        yield from _of_end(pack, lacks, block, "subjects", subject, relation.domain)
    for thing in block.objects:
        if isinstance(thing, str) and not relation.valued:
            yield from _of_end(pack, lacks, block, "objects", thing, relation.range)
        elif isinstance(thing, str) or getattr(thing, relation.valued or "text") is None or not relation.valued:
            yield _wrong(block, "objects", f"{relation.id} takes {' or '.join(relation.range)} here")
    yield from _of_rivals(pack, lacks, block, relation)


def _of_rivals(pack: Pack, lacks: Lacks, block: Several, relation: Relation) -> Iterator[Finding]:
    valued = "" if block.objects else relation.valued
    if valued in ("number", "date"):
        yield _wrong(block, "subjects", f"the objects of {relation.id} are asked one at a time: they are {valued}s")
        return
    seen: set[tuple[str, ...]] = set()
    for rival in block.rivals:
        if fold(rival.is_) in seen:
            yield _wrong(block, "rivals", f"the rival {rival.is_!r} stands here twice")
        seen.add(fold(rival.is_))
        for fact in rival.rests_on:
            if lacks("fact", fact):
                yield _wrong(block, "rivals", f"there is no fact {fact!r}")
        if not valued:
            kinds = relation.domain if block.objects else relation.range
            yield from _of_end(pack, lacks, block, "rivals", rival.is_, kinds)
    if valued and not block.rivals:
        yield _wrong(block, "rivals", "words are refuted by people only; write the wrong options as rivals")


def _of_end(
    pack: Pack, lacks: Lacks, block: Several, key: str, entity: str, kinds: tuple[str, ...]
) -> Iterator[Finding]:
    if lacks("entity", entity):
        yield _wrong(block, key, f"there is no entity {entity!r}")
    elif entity in pack.entities and pack.entities[entity].kind not in kinds:
        kind = pack.entities[entity].kind
        yield _wrong(block, key, f"{entity!r} is a {kind}; {block.relation} takes {' or '.join(kinds)} here")


def _wrong(block: Several, key: str, what: str) -> Finding:
    return Finding("several", block.id, key, what)
