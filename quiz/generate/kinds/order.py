"""Order: things put in the order that dates or the source give; only sets of which every pair is ordered."""

from quiz.generate.question import Option, Question, Sequence, Shape
from quiz.generate.words import capital
from quiz.generate.workshop import Draft, Kind, Workshop, finished
from quiz.knowledge.model import Order, Value
from quiz.knowledge.sequence import date_of, precedes


def of_order(shop: Workshop, order: Order) -> Question:
    """The question of an order block; that every pair is ordered was checked when the pack was read."""
    entities = shop.pack.entities
    labels = {member: order.labels.get(member, entities[member].option) for member in order.members}
    items = tuple(Option(member, capital(label)) for member, label in labels.items())
    shown = min(order.shown, len(items))
    answer = Sequence(items, tuple(_note(shop, order, member) for member in order.members), shown)
    told = (*(item.text for item in items), *answer.notes)
    draft = Draft(KIND, "order", Shape.ORDER, order.ask, answer, told=told, harder=0.05 * (shown - 3))
    return finished(shop, order, draft, _rests_on(shop, order))


def _note(shop: Workshop, order: Order, member: str) -> str:
    when = date_of(shop.pack, order.by, member)
    return str(when) if when else ""


def _rests_on(shop: Workshop, order: Order) -> tuple[str, ...]:
    """The facts that put the members in order: their dates, or what leads from each to the next."""
    if shop.pack.relations[order.by].orders:
        steps = zip(order.members, order.members[1:], strict=False)
        found = [fact for first, then in steps for fact in precedes(shop.pack, order.by, first, then)]
    else:
        dated = (shop.pack.facts_by_pair[member, order.by] for member in order.members)
        found = [fact.id for facts in dated for fact in facts if isinstance(fact.object, Value)]
    return tuple(dict.fromkeys(found))


KIND = Kind("order", base=0.55, of_order=of_order)
