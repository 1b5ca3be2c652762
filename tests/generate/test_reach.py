from quiz.generate.reach import REACH, Reach
from quiz.knowledge.model import Pack
from tests.generate.vale import with_changes
from tests.packs import entity, fact

MANY = 4 * REACH


def _wide() -> Pack:
    towns = [entity(f"town-{n:03}", sorts=["hamlet"]) for n in range(MANY)]
    dates = [fact(f"begun-{n:03}", f"town-{n:03}", "begun_in", {"date": f"{1500 + n}"}) for n in range(MANY)]
    return with_changes(*towns, *dates)


def test_entities_that_share_a_sort_are_found_around_the_answer_in_the_packs_order() -> None:
    pack = _wide()
    found = [entity.id for entity in Reach(pack).alike(pack.entities["town-050"])]
    assert found == [f"town-{n:03}" for n in range(50 - REACH, 50 + REACH)]


def test_an_entity_without_a_sort_is_like_those_of_its_kind() -> None:
    pack = with_changes()
    lake = next(entity for entity in pack.entities.values() if entity.kind == "lake" and not entity.sorts)
    found = Reach(pack).alike(lake)
    assert {entity.kind for entity in found} == {"lake"}
    assert len(found) == sum(entity.kind == "lake" for entity in pack.entities.values())


def test_at_the_packs_end_there_are_fewer_to_see() -> None:
    pack = _wide()
    found = [entity.id for entity in Reach(pack).alike(pack.entities["town-000"])]
    assert found == [f"town-{n:03}" for n in range(REACH)]


def test_dated_facts_are_found_around_the_fact_and_numbered_ones_apart_from_them() -> None:
    pack = _wide()
    reach = Reach(pack)
    near = reach.dated(pack.facts["begun-050"])
    assert len(near) == 2 * REACH
    assert pack.facts["begun-050"] in near
    assert not [one for one in reach.numbered(pack.facts["begun-050"]) if one in near]
