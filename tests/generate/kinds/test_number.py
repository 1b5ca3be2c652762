import pytest

from quiz.generate.kinds import number
from quiz.generate.question import Quantity, Shape
from quiz.generate.workshop import Unsound
from tests.generate.vale import shop, vale, with_changes
from tests.packs import fact


def test_a_number_is_typed_with_its_unit_and_tolerance() -> None:
    asked = number.of_fact(shop(), vale().facts["ashford-far"])
    assert (asked.id, asked.shape) == ("ashford-far.object.number", Shape.NUMBER)
    assert asked.stem == "How far is Ashford from the pass?"
    assert asked.answer == Quantity(1212, "km", 12, "1,212 km")
    assert asked.wants == "km"


def test_a_plain_count_wants_no_unit() -> None:
    pack = with_changes(fact("x", "chalkham", "far", {"number": 7}))
    asked = number.of_fact(shop(pack), pack.facts["x"])
    assert (asked.answer, asked.wants) == (Quantity(7, "", 0, "7"), "")


@pytest.mark.parametrize("name", ["ashford-lake", "ashford-begun", "ashford-glass"])
def test_what_is_no_number_is_refused(name: str) -> None:
    with pytest.raises(Unsound) as caught:
        number.of_fact(shop(), vale().facts[name])
    assert (caught.value.reason, bool(caught.value.detail)) == ("no-number", True)


def test_what_is_not_worth_asking_is_refused() -> None:
    pack = with_changes(fact("ashford-far", "ashford", "far", {"number": 16, "unit": "km"}, skip={"number": "Dull."}))
    with pytest.raises(Unsound, match="Dull") as caught:
        number.of_fact(shop(pack), pack.facts["ashford-far"])
    assert caught.value.reason == "not-worth-asking"
