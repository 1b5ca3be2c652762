"""How building grows with the pack: `python tests/bench/bench_scaling.py`.

The shipped pack is copied 1, 2, 5 and 10 times over into one pack, each copy with ids and names of its own. Printed:
seconds to make and check all questions, and how that compares with growth by n · log n from the single pack.
"""

import math
import time
from pathlib import Path
from typing import Any

from quiz.generate.build import build
from quiz.knowledge.load import load
from quiz.knowledge.model import Entity, Fact, Pack
from quiz.proving.check import doubts

PACK = Path(__file__).parents[2] / "questions" / "kz-kg"


def enlarged(pack: Pack, copies: int) -> Pack:
    """A pack with `copies` of all entities and facts of `pack`; relations and orders' relations are shared."""
    entities: dict[str, Entity] = {}
    facts: dict[str, Fact] = {}
    for copy in range(copies):
        for entity in pack.entities.values():
            renamed = _entity(pack, entity, copy)
            entities[renamed.id] = renamed
        for fact in pack.facts.values():
            moved = _fact(pack, fact, copy)
            facts[moved.id] = moved
    return Pack(header=pack.header, entities=entities, relations=pack.relations, facts=facts, border=pack.border)


def _entity(pack: Pack, entity: Entity, copy: int) -> Entity:
    tail = f" {copy}" if copy else ""
    written: dict[str, Any] = {
        key: getattr(entity, key) + tail for key in ("name", "in_text", "label") if getattr(entity, key)
    }
    written["aliases"] = tuple(alias + tail for alias in entity.aliases)
    return entity.model_copy(update={**written, **_moved(pack, entity, copy, ("id", "part_of", "never_beside"))})


def _fact(pack: Pack, fact: Fact, copy: int) -> Fact:
    keys = ("id", "subject", "object", "holder", "gives_away", "never_rivals", "asked_with")
    rivals = {
        key: tuple(_rival(pack, rival, copy) for rival in getattr(fact, key)) for key in ("rivals", "subject_rivals")
    }
    moved = {**_moved(pack, fact, copy, keys), **rivals}
    if fact.misbelief:
        moved["misbelief"] = fact.misbelief.model_copy(update=_moved(pack, fact.misbelief, copy, ("rests_on",)))
    return fact.model_copy(update=moved)


def _rival(pack: Pack, rival: Any, copy: int) -> Any:
    return rival.model_copy(update=_moved(pack, rival, copy, ("is_", "rests_on")))


def _moved(pack: Pack, block: Any, copy: int, keys: tuple[str, ...]) -> dict[str, Any]:
    def move(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(move, value))
        return f"{value}-{copy}" if copy and (value in pack.entities or value in pack.facts) else value

    return {key: move(getattr(block, key)) for key in keys if isinstance(getattr(block, key), str | tuple)}


def main() -> None:
    """Print the seconds and the growth for each size."""
    pack = load(PACK)
    single = 0.0
    for copies in (1, 2, 5, 10):
        large = enlarged(pack, copies)
        start = time.perf_counter()
        content = build(large)
        built = time.perf_counter() - start
        found = len(list(doubts(large, content)))
        checked = time.perf_counter() - start - built
        total = built + checked
        single = single or total
        size = len(large.facts)
        fair = single * copies * math.log(size) / math.log(len(pack.facts))
        print(
            f"{size:5d} facts, {len(content.questions):5d} questions: build {built:6.2f} s, proofs {checked:6.2f} s"
            f" ({found} doubts), {total / fair:.2f} of n·log n"
        )


if __name__ == "__main__":
    main()
