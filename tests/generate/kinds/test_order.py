from quiz.generate.kinds import order as kind
from quiz.generate.question import Question, Sequence, Shape
from tests.generate.vale import BEGUN, SHORES, shop, vale, with_changes
from tests.packs import entity, fact, order


def _asked(name: str) -> Question:
    return kind.of_order(shop(), next(block for block in vale().orders if block.id == name))


def test_things_are_ordered_by_their_dates_and_the_dates_are_told_after() -> None:
    asked = _asked("towns-begun")
    assert (asked.id, asked.shape, asked.theme) == ("towns-begun.order.order", Shape.ORDER, "history")
    assert isinstance(asked.answer, Sequence)
    assert [item.key for item in asked.answer.items] == list(BEGUN)
    assert asked.answer.notes == ("1801", "October 1824", "25 February 1836", "1850")
    assert asked.answer.shown == asked.option_count == 4
    assert asked.asks == tuple(f"{town}-begun" for town in BEGUN)


def test_things_are_ordered_by_what_leads_from_each_to_the_next() -> None:
    asked = _asked("towns-down")
    assert isinstance(asked.answer, Sequence)
    assert asked.asks == ("ashford-birchley", "birchley-chalkham", "chalkham-dalebury")
    assert asked.answer.notes == ("",) * 4
    assert asked.option_count == 3


def test_what_the_notes_tell_is_revealed() -> None:
    assert {f"{town}-begun" for town in BEGUN} <= set(_asked("towns-begun").reveals)


def test_steps_in_between_are_asked_too_and_labels_begin_with_a_capital() -> None:
    changed = [
        entity("ashford", label="ashford on the hill"),
        entity("edgeton"),
        fact("dalebury-edgeton", "dalebury", "above", "edgeton"),
        order("far", "above", ["ashford", "chalkham", "dalebury", "edgeton"], shown=6),
    ]
    pack = with_changes(*changed)
    asked = kind.of_order(shop(pack), next(block for block in pack.orders if block.id == "far"))
    assert isinstance(asked.answer, Sequence)
    assert asked.asks == ("ashford-birchley", "birchley-chalkham", "chalkham-dalebury", "dalebury-edgeton")
    assert asked.answer.items[0].text == "Ashford on the hill"
    assert asked.answer.shown == 4


def test_a_card_says_what_the_order_writes_on_it() -> None:
    pack = with_changes(order("down", "above", list(SHORES), labels={"ashford": "the old mill"}))
    asked = kind.of_order(shop(pack), next(block for block in pack.orders if block.id == "down"))
    assert isinstance(asked.answer, Sequence)
    assert (asked.answer.items[0].key, asked.answer.items[0].text) == ("ashford", "The old mill")


def test_putting_more_in_order_is_harder() -> None:
    pack = with_changes(*(order(f"down-{n}", "above", list(SHORES), shown=n) for n in (3, 4)))
    three, four = (kind.of_order(shop(pack), block) for block in pack.orders if block.id.startswith("down"))
    assert four.difficulty > three.difficulty
