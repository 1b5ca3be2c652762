from quiz.knowledge import dates
from quiz.knowledge.model import Pack
from quiz.proving.world import World, closed
from tests.packs import entity, fact, read, relation


def vale(*more: object) -> Pack:
    """A valley in which a lower part is a part of the whole, and towns lie one above the other."""
    return read(
        entity("whole", "range"), entity("part", "range", part_of=["whole"]), entity("bit", "range", part_of=["part"]),
        entity("apart", "range", never_beside=["bit"]),
        *(entity(town) for town in ("ashford", "birchley", "chalkham")), entity("north", "side"),
        relation("within", "range", "range"), relation("held_by", "range", "side", inherits_along="within"),
        relation("above", "town", "town", orders=True),
        fact("bit-part", "bit", "within", "part"), fact("part-whole", "part", "within", "whole"),
        fact("whole-north", "whole", "held_by", "north", valid="1900/1910"),
        fact("a-b", "ashford", "above", "birchley"), fact("b-c", "birchley", "above", "chalkham"),
    )  # fmt: skip


def test_a_chain_of_links_joins_its_ends_even_in_a_circle() -> None:
    assert closed([("a", "b"), ("b", "c")]) == {("a", "b"), ("b", "c"), ("a", "c")}
    assert closed([("a", "b"), ("b", "a")]) == {("a", "b"), ("b", "a"), ("a", "a"), ("b", "b")}


def test_what_is_true_of_a_whole_is_true_of_all_its_parts_at_the_same_time() -> None:
    world = World(vale())
    for part in ("whole", "part", "bit"):
        assert world.is_true("held_by", part, "north", None)
        assert world.is_true("held_by", part, "north", dates.parse("1905"))
        assert not world.is_true("held_by", part, "north", dates.parse("1911"))
    assert not world.is_true("held_by", "apart", "north", None)
    assert {subject for _, subject in world.subjects("held_by", "north", None)} == {"whole", "part", "bit"}
    assert [(said.id, thing) for said, thing in world.objects("bit", "held_by", None)] == [("whole-north", "north")]
    assert list(world.objects("bit", "held_by", dates.parse("1911"))) == []


def test_an_order_is_followed_to_its_end_and_makes_its_pairs_true() -> None:
    world = World(vale())
    assert world.comes_first("above", "ashford", "chalkham")
    assert world.is_true("above", "ashford", "chalkham", None)
    assert not world.comes_first("above", "chalkham", "ashford")
    assert not world.is_true("above", "chalkham", "ashford", None)


def test_parts_overlap_with_their_wholes_and_what_is_barred_is_tied_without_overlap() -> None:
    world = World(vale())
    assert world.overlap("bit", "whole")
    assert world.overlap("whole", "bit")
    assert not world.overlap("bit", "apart")
    assert world.barred("apart", "bit")
    assert world.barred("bit", "apart")
    assert world.tied("bit", "bit")
    assert world.tied("bit", "whole")
    assert world.tied("apart", "bit")
    assert not world.tied("apart", "whole")


def test_entities_are_found_by_any_name_however_it_is_spelt() -> None:
    world = World(read(entity("tup", name="Tüp", aliases=["Тюп"], label="the town of Tüp"), entity("kegen")))
    for name in ("TÜP", "tup", "Тюп", "the town of Tup"):
        assert world.named(name) == {"tup"}
    assert world.named("town") == frozenset()
