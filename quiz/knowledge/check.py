"""What is wrong between the parts of a pack: dangling names, contradictions, claims without their reason."""

from collections.abc import Iterator
from string import Formatter

from quiz.folding import fold, squeeze
from quiz.generate.kinds import SKIPPABLE
from quiz.knowledge import dates
from quiz.knowledge.check_several import of_several
from quiz.knowledge.contradictions import Finding, contradictions
from quiz.knowledge.followable import followable
from quiz.knowledge.model import Closure, Entity, Fact, Order, Pack, Relation, Several, Value
from quiz.knowledge.unread import NOTHING, Unread

VALUED = ("number", "date", "text")
TEMPLATES = {
    "statement": ("subject", "object"), "object_statement": ("subject", "object"),
    "ask": ("subject",), "ask_subject": ("object",),
}  # fmt: skip
"""The slots that each template may have: what asks for a thing does not name it."""

LONGEST_ASK = 24
LONGEST_STATEMENT = 25
"""Words that a question and a statement have at most, as docs/packs.md says."""


def findings(pack: Pack, unread: Unread = NOTHING) -> list[Finding]:
    """All mistakes of `pack`, contradictions among them; what is `unread` is not missed as well."""
    known = _Known(pack, unread)
    found = [*_of_entities(known)]
    for relation in pack.relations.values():
        found += _of_relation(known, relation)
    for fact in pack.facts.values():
        found += _of_fact(known, fact)
    for order in pack.orders:
        found += _of_order(known, order)
    for several in pack.several:
        found += [*_of_labels(known, "several", several), *of_several(pack, known.lacks, several)]
    return [*found, *contradictions(followable(pack, found, unread) if found or unread != NOTHING else pack)]


class _Known:
    """The pack with the ids that exist, be their blocks readable or not."""

    def __init__(self, pack: Pack, unread: Unread) -> None:
        self.pack = pack
        self.themes = sorted(theme.id for theme in pack.header.themes)
        self._open = unread.tables
        self._ids: dict[str, set[str]] = {
            "kinds": {kind.id for kind in pack.header.kinds},
            "themes": set(self.themes),
            "topics": {topic.id for topic in pack.header.topics},
            "entity": set(pack.entities),
            "relation": set(pack.relations),
            "fact": set(pack.facts),
        }
        for table, name in unread.blocks:
            self._ids.setdefault(table, set()).add(name)

    def lacks(self, table: str, name: str) -> bool:
        """Whether nothing of that name stands in that table, as far as all of the table is known."""
        return table not in self._open and name not in self._ids[table]


def _of_entities(known: _Known) -> Iterator[Finding]:
    pack = known.pack
    spoken = _spoken_of(pack)
    for entity in pack.entities.values():
        if known.lacks("kinds", entity.kind):
            yield Finding("entity", entity.id, "kind", f"kind {entity.kind!r} is not declared in pack.toml")
        for key in ("part_of", "never_beside"):
            for other in getattr(entity, key):
                if known.lacks("entity", other):
                    yield Finding("entity", entity.id, key, f"there is no entity {other!r}")
        if entity.foil and not entity.apart_because:
            yield Finding("entity", entity.id, "foil", "a foil needs apart_because: a sentence on what it is instead")
        if entity.foil and entity.id in spoken:
            yield Finding("entity", entity.id, "foil", "a foil is in no fact; drop foil = true or the fact")
    yield from _shared_names(pack)


def idle(pack: Pack) -> Iterator[Finding]:
    """Entities that nothing speaks of: no mistake that makes a question wrong, but words that serve nobody."""
    spoken = _spoken_of(pack)
    for entity in pack.entities.values():
        if not entity.foil and entity.id not in spoken:
            yield Finding("entity", entity.id, "id", "no fact speaks of this entity; add one, or mark it foil = true")


def _spoken_of(pack: Pack) -> set[str]:
    spoken = set(pack.facts_about)
    spoken |= {fact.holder for fact in pack.facts.values() if fact.holder}
    return spoken | {member for order in pack.orders for member in order.members}


def _shared_names(pack: Pack) -> Iterator[Finding]:
    owners: dict[str, Entity] = {}
    for entity in pack.entities.values():
        for name in dict.fromkeys(squeeze(fold(name)) for name in (entity.name, *entity.aliases)):
            first = owners.setdefault(name, entity)
            if first is not entity:
                what = f"the name {name!r} belongs to {first.id!r} already; a typed answer could mean either"
                yield Finding("entity", entity.id, "aliases", what)


def _of_relation(known: _Known, relation: Relation) -> Iterator[Finding]:
    for key, kinds in (("domain", relation.domain), ("range", relation.range)):
        for kind in kinds:
            if known.lacks("kinds", kind) and not (key == "range" and kind in VALUED and len(kinds) == 1):
                yield Finding("relation", relation.id, key, f"kind {kind!r} is not declared in pack.toml")
    if relation.forward is not Closure.OPEN and not relation.closure_why:
        yield Finding("relation", relation.id, "forward", "a closed direction needs its reason in closure_why")
    if relation.backward is not Closure.OPEN and not relation.backward_why:
        yield Finding("relation", relation.id, "backward", "a closed direction needs its reason in backward_why")
    if relation.inherits_along and known.lacks("relation", relation.inherits_along):
        yield Finding("relation", relation.id, "inherits_along", f"there is no relation {relation.inherits_along!r}")
    yield from _of_templates("relation", relation)
    yield from _of_lengths("relation", relation)


def _of_templates(table: str, written: Relation | Fact) -> Iterator[Finding]:
    """Templates are plain slots: no attribute, index, conversion or format is let through."""
    for key, slots in TEMPLATES.items():
        template = getattr(written, key)
        try:
            parts = [part for part in Formatter().parse(template) if part[1] is not None]
        except ValueError as error:
            yield Finding(table, written.id, key, f"the braces of {template!r} do not match: {error}")
            continue
        right = " and ".join(f"{{{name}}}" for name in slots)
        wrong = [str(slot) for _, slot, form, conversion in parts if slot not in slots or form or conversion]
        yield from (Finding(table, written.id, key, f"{{{slot}}} is no slot here; write {right}") for slot in wrong)
        missed = [name for name in slots if name not in {slot for _, slot, _, _ in parts}]
        if template and missed and not wrong and isinstance(written, Relation):
            what = f"{{{missed[0]}}} is missing: the words serve every fact of the relation; write {right}"
            yield Finding(table, written.id, key, what)


def _of_lengths(table: str, written: Relation | Fact) -> Iterator[Finding]:
    for key in TEMPLATES:
        words = len(getattr(written, key).split())
        limit, what = (LONGEST_ASK, "question") if key.startswith("ask") else (LONGEST_STATEMENT, "statement")
        if words > limit:
            yield Finding(table, written.id, key, f"the {what} has {words} words; write {limit} at most")


def _of_fact(known: _Known, fact: Fact) -> Iterator[Finding]:
    def wrong(key: str, what: str) -> Finding:
        return Finding("fact", fact.id, key, what)

    yield from _of_templates("fact", fact)
    yield from _of_lengths("fact", fact)
    yield from _of_labels(known, "fact", fact)
    if fact.holder is not None and known.lacks("entity", fact.holder):
        yield wrong("holder", f"there is no entity {fact.holder!r}")
    for kind in fact.skip:
        if kind not in SKIPPABLE:
            yield wrong("skip", f"{kind!r} is no kind of question; there are {', '.join(sorted(SKIPPABLE))}")
    for key, other in _facts_named(fact):
        if known.lacks("fact", other):
            yield wrong(key, f"there is no fact {other!r}")
    lead = known.pack.facts.get(fact.asked_with or "")
    if lead and (lead.not_asked or lead.asked_with):
        yield wrong("asked_with", f"{lead.id!r} has no questions of its own; name a fact whose questions ask this one")
    if fact.asked_with and fact.not_asked:
        yield wrong("not_asked", "a fact that is asked with another is asked; drop not_asked or asked_with")
    if known.lacks("relation", fact.relation):
        yield wrong("relation", f"there is no relation {fact.relation!r}")
    elif relation := known.pack.relations.get(fact.relation):
        yield from _of_ends(known, fact, relation)
        yield from _of_words(fact, relation)


def _of_labels(known: _Known, table: str, about: Fact | Order | Several) -> Iterator[Finding]:
    if known.lacks("themes", about.theme):
        themes = ", ".join(known.themes)
        yield Finding(table, about.id, "theme", f"theme {about.theme!r} is not declared in pack.toml ({themes})")
    for topic in about.topics:
        if known.lacks("topics", topic):
            yield Finding(table, about.id, "topics", f"topic {topic!r} is not declared in pack.toml")


def _facts_named(fact: Fact) -> Iterator[tuple[str, str]]:
    """The ids of other facts that a fact names, each with the key where it stands."""
    yield from (("gives_away", other) for other in fact.gives_away)
    yield from (("rivals", other) for rival in fact.rivals for other in rival.rests_on)
    yield from (("subject_rivals", other) for rival in fact.subject_rivals for other in rival.rests_on)
    yield from (("misbelief", other) for other in (fact.misbelief.rests_on if fact.misbelief else ()))
    yield from (("asked_with", other) for other in (fact.asked_with,) if other)


def _of_order(known: _Known, order: Order) -> Iterator[Finding]:
    yield from _of_labels(known, "order", order)
    relation = known.pack.relations.get(order.by)
    if known.lacks("relation", order.by) or (relation and not (relation.orders or relation.valued == "date")):
        yield Finding("order", order.id, "by", f"{order.by!r} is no relation that orders or dates")
    for member in order.members:
        if known.lacks("entity", member):
            yield Finding("order", order.id, "members", f"there is no entity {member!r}")
    for labelled in order.labels:
        if labelled not in order.members:
            yield Finding("order", order.id, "labels", f"{labelled!r} is no member of this order")


def _of_ends(known: _Known, fact: Fact, relation: Relation) -> Iterator[Finding]:
    yield from _of_entity_end(known, fact, "subject", fact.subject, relation.domain)
    if isinstance(fact.object, Value):
        given = next(kind for kind in VALUED if getattr(fact.object, kind) is not None)
        if relation.valued != given:
            yield Finding("fact", fact.id, "object", f"{relation.id} takes {_or(relation.range)}, not a {given}")
    elif relation.valued:
        yield Finding(
            "fact", fact.id, "object", f"{relation.id} takes a {relation.valued}: write {{{relation.valued} = …}}"
        )
    else:
        yield from _of_entity_end(known, fact, "object", fact.object, relation.range)
    for rival in fact.rivals if not relation.valued else ():
        yield from _of_entity_end(known, fact, "rivals", rival.is_, relation.range)
    for rival in fact.subject_rivals:
        yield from _of_entity_end(known, fact, "subject_rivals", rival.is_, relation.domain)
    for other in fact.never_rivals:
        if known.lacks("entity", other):
            yield Finding("fact", fact.id, "never_rivals", f"there is no entity {other!r}")
    yield from _of_rivals(fact, relation)


def _of_rivals(fact: Fact, relation: Relation) -> Iterator[Finding]:
    for key, rivals in (("rivals", fact.rivals), ("subject_rivals", fact.subject_rivals)):
        seen: set[tuple[str, ...]] = set()
        for rival in rivals:
            if fold(rival.is_) in seen:
                yield Finding("fact", fact.id, key, f"the rival {rival.is_!r} stands here twice")
            seen.add(fold(rival.is_))
    try:
        values = [rival.as_value(relation.valued) for rival in fact.rivals]
    except ValueError as error:
        yield Finding("fact", fact.id, "rivals", str(error))
        return
    yield from _of_rival_dates(fact, [value.when for value in values if value and value.when])


def _of_rival_dates(fact: Fact, rivals: list[dates.When]) -> Iterator[Finding]:
    """Dates side by side are said equally exactly, or the one that is not gives itself away."""
    if isinstance(fact.object, Value) and fact.object.when:
        asked = fact.precision or fact.object.when.precision
        for rival in rivals:
            if rival.precision is not asked:
                what = f"the rival {rival} is a {rival.precision} beside an answer asked by its {asked}; say both alike"
                yield Finding("fact", fact.id, "rivals", what)


def _of_entity_end(known: _Known, fact: Fact, key: str, entity: str, kinds: tuple[str, ...]) -> Iterator[Finding]:
    if known.lacks("entity", entity):
        yield Finding("fact", fact.id, key, f"there is no entity {entity!r}")
    elif entity in known.pack.entities and known.pack.entities[entity].kind not in kinds:
        kind = known.pack.entities[entity].kind
        yield Finding("fact", fact.id, key, f"{entity!r} is a {kind}; {fact.relation} takes {_or(kinds)} here")


def _or(kinds: tuple[str, ...]) -> str:
    return " or ".join(kinds)


def _of_words(fact: Fact, relation: Relation) -> Iterator[Finding]:
    if not (fact.statement or relation.statement):
        yield Finding("fact", fact.id, "statement", "a statement is missing: the fact has none, nor has its relation")
    ask = fact.ask or relation.ask
    own = bool(ask or fact.ask_subject or fact.misbelief)
    if not (own or fact.not_asked or fact.asked_with or relation.orders):
        yield Finding("fact", fact.id, "ask", "the fact is never asked; write ask, or not_asked with the reason")
    if fact.precision:
        yield from _of_precision(fact, fact.precision)


def _of_precision(fact: Fact, precision: dates.Precision) -> Iterator[Finding]:
    if not (isinstance(fact.object, Value) and fact.object.when):
        yield Finding("fact", fact.id, "precision", "only a date is asked more coarsely than it is known")
    elif precision is dates.Precision.YEARS:
        yield Finding("fact", fact.id, "precision", "a date is asked by its day, month or year")
    elif fact.object.when.precision.rank > precision.rank:
        yield Finding("fact", fact.id, "precision", f"the date is known to the {fact.object.when.precision} only")
