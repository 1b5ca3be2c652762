from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.knowledge.model import Pack
from quiz.knowledge.sequence import date_of, ordered, precedes
from tests.packs import Block, entity, fact, read, relation

PATH = relation("before", "town", "town", orders=True, ask="", statement="{subject} comes before {object}.")
BEGUN = relation("begun_in", "town", "date")


def _path(*pairs: tuple[str, str]) -> Pack:
    towns = sorted({town for pair in pairs for town in pair})
    steps = [fact(f"{first}-{then}", first, "before", then) for first, then in pairs]
    return read(*map(entity, towns), PATH, *steps)


def _dated(**dates: list[str]) -> Pack:
    facts = [
        fact(f"{town}-{number}", town, "begun_in", {"date": date})
        for town, all_of_them in dates.items()
        for number, date in enumerate(all_of_them)
    ]
    return read(*map(entity, dates), BEGUN, *facts)


def test_an_order_is_closed_along_its_steps_and_tells_them() -> None:
    pack = _path(("a", "b"), ("b", "c"), ("c", "d"))
    assert precedes(pack, "before", "a", "d") == ("a-b", "b-c", "c-d")
    assert precedes(pack, "before", "b", "c") == ("b-c",)
    assert precedes(pack, "before", "d", "a") == ()
    assert precedes(pack, "before", "a", "a") == ()
    assert precedes(pack, "before", "a", "elsewhere") == ()


def test_of_several_ways_the_shortest_is_told() -> None:
    assert precedes(_path(("a", "b"), ("b", "c"), ("a", "c")), "before", "a", "c") == ("a-c",)


def test_two_that_no_step_joins_are_not_ordered() -> None:
    """Taraz against the Kyrgyz Ala-Too: both follow the Ugam Range, neither is said to come first (trap 22)."""
    pack = _path(("ugam", "taraz"), ("ugam", "ala-too"), ("taraz", "kara-balta"), ("ala-too", "kara-balta"))
    assert ordered(pack, "before", "taraz", "ala-too") is None
    assert ordered(pack, "before", "ugam", "kara-balta") is True
    assert ordered(pack, "before", "kara-balta", "ugam") is False


@pytest.mark.parametrize(
    ("first", "then", "order"),
    [
        ("1924", "1925", True),
        ("1925", "1924", False),
        ("1924", "1924-10", None),
        ("1924-07", "1924-10", True),
        ("199X", "2001", True),
        ("1990/2009", "2001-12-15", None),
        ("../1920", "1924", True),
        ("../1920", "1919", None),
        ("2008/..", "2010", None),
        ("2001", "2008/..", True),
        ("1920", "1920", None),
    ],
)
def test_dates_put_in_order_only_what_they_hold_apart(first: str, then: str, order: bool | None) -> None:
    """Traps 3, 7 and 10: a year and a month in it, work that went on before and after, events of one year."""
    assert ordered(_dated(one=[first], two=[then]), "begun_in", "one", "two") is order


def test_a_thing_without_a_date_or_with_several_is_not_ordered() -> None:
    pack = _dated(one=["1920"], two=["1930", "1910"], three=[], four=["1940", "1940"])
    assert date_of(pack, "begun_in", "two") is None
    assert date_of(pack, "begun_in", "three") is None
    assert str(date_of(pack, "begun_in", "four")) == "1940"
    assert [ordered(pack, "begun_in", "one", other) for other in ("two", "three", "four")] == [None, None, True]


EDGES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda edge: edge[0] < edge[1]), max_size=10)


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_order_is_what_following_the_steps_gives_and_never_both_ways(edges: list[tuple[int, int]]) -> None:
    steps = [fact(f"f{n}", f"t{first}", "before", f"t{then}") for n, (first, then) in enumerate(edges)]
    pack = read(*(entity(f"t{n}") for n in range(7)), PATH, *steps)
    reached = {(first, first) for first in range(7)}
    for _ in range(7):
        reached |= {(start, then) for start, middle in reached for first, then in edges if middle == first}
    for first in range(7):
        for then in range(7):
            way = precedes(pack, "before", f"t{first}", f"t{then}")
            assert bool(way) == ((first, then) in reached and first != then)
            if way:
                _is_a_way(pack, way, f"t{first}", f"t{then}")
                assert ordered(pack, "before", f"t{then}", f"t{first}") is False


def _is_a_way(pack: Pack, way: tuple[str, ...], first: str, then: str) -> None:
    ends = [(pack.facts[step].subject, pack.facts[step].object) for step in way]
    assert ends[0][0] == first
    assert ends[-1][1] == then
    assert all(one[1] == other[0] for one, other in pairwise(ends))


def test_a_circle_is_followed_once_round() -> None:
    """No such pack loads; finding the circle is what `precedes` is asked for before that."""
    pack = _path(("a", "b"), ("b", "c"))
    back: Block = fact("c-a", "c", "before", "a")
    round_it = pack.model_copy(update={"facts": {**pack.facts, "c-a": pack.facts["b-c"].model_copy(
        update={"id": back.id, "subject": "c", "object": "a"})}})  # fmt: skip
    fresh = Pack.model_validate(round_it.model_dump(by_alias=True))
    assert precedes(fresh, "before", "a", "a") == ("a-b", "b-c", "c-a")
    assert precedes(fresh, "before", "b", "a") == ("b-c", "c-a")
