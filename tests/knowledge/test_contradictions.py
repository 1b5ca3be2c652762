import time
from pathlib import Path

import pytest

from tests.packs import Block, entity, fact, line_of, mistake_at, mistakes, order, read, relation, write

TOWNS = [entity("ashford"), entity("birchley"), entity("chalk", part_of=["birchley"]), entity("dale")]
SIDES = [entity("north", "side"), entity("south", "side")]
LIES_ON = relation("lies_on", forward="one")
BEGUN = relation("begun_in", "town", "date", forward="one")
FAR = relation("far", "town", "number", forward="one")
SAID = relation("said", "town", "text", forward="one")
PATH = relation("before", "town", "town", orders=True)


def _fails(tmp_path: Path, *blocks: Block, words: str, key: str, of: str) -> None:
    """The pack has one mistake, told at `key` of the block with the id `of`."""
    folder = write(tmp_path, *TOWNS, *SIDES, *blocks)
    name = "facts/orders.toml" if of == "path" else "facts.toml"
    there = line_of(folder / name, key, after=f'id = "{of}"')
    assert mistake_at(folder, words).endswith(there.removeprefix("facts/"))


@pytest.mark.parametrize(
    ("relations", "one", "other"),
    [
        (LIES_ON, "north", "south"),
        (BEGUN, {"date": "1924"}, {"date": "1925"}),
        (FAR, {"number": 16, "unit": "km"}, {"number": 29, "unit": "km"}),
        (SAID, {"text": "yes"}, {"text": "no"}),
    ],
)
def test_two_objects_where_a_relation_holds_one_contradict_each_other(
    tmp_path: Path, relations: Block, one: object, other: object
) -> None:
    facts = [fact("first", "ashford", relations.id, one), fact("second", "ashford", relations.id, other)]
    words = f"fact 'second': {relations.id} holds one object, but fact 'first' names another; one of the two is wrong"
    _fails(tmp_path, relations, *facts, words=words, key="object", of="second")


def test_two_subjects_where_a_relation_holds_one_contradict_each_other(tmp_path: Path) -> None:
    capital = relation("capital_of", backward="one")
    facts = [fact("first", "ashford", "capital_of", "north"), fact("second", "birchley", "capital_of", "north")]
    words = "capital_of holds one subject, but fact 'first' names another"
    _fails(tmp_path, capital, *facts, words=words, key="subject", of="second")


@pytest.mark.parametrize(
    ("kind", "value"), [("date", {"date": "1924"}), ("number", {"number": 16, "unit": "km"}), ("text", {"text": "yes"})]
)
def test_two_subjects_of_one_value_contradict_each_other(tmp_path: Path, kind: str, value: dict[str, object]) -> None:
    alone = relation("alone_with", "town", kind, backward="one")
    facts = [fact("first", "ashford", "alone_with", value), fact("second", "birchley", "alone_with", value)]
    words = "alone_with holds one subject, but fact 'first' names another"
    _fails(tmp_path, alone, *facts, words=words, key="subject", of="second")


@pytest.mark.parametrize(("then", "fine"), [("1926/1936", True), ("1924-12/1936", False), (None, False)])
def test_one_thing_after_another_is_no_contradiction(tmp_path: Path, then: str | None, fine: bool) -> None:
    first = fact("first", "ashford", "lies_on", "north", valid="1924-10/1925-05")
    second = fact("second", "ashford", "lies_on", "south", **({"valid": then} if then else {}))
    if fine:
        assert read(*TOWNS, *SIDES, LIES_ON, first, second).facts
    else:
        _fails(tmp_path, LIES_ON, first, second, words="holds one object", key="object", of="second")


def test_several_objects_are_fine_where_a_relation_is_open_or_a_list() -> None:
    facts = [fact("first", "ashford", "near", "north"), fact("second", "ashford", "near", "south")]
    for forward in ("open", "closed"):
        assert len(read(*TOWNS, *SIDES, relation("near", forward=forward), *facts).facts) == 2


def test_a_circle_in_an_order_is_told(tmp_path: Path) -> None:
    steps = [("ashford", "birchley"), ("birchley", "chalk"), ("chalk", "ashford")]
    facts = [fact(f"step-{n}", first, "before", then) for n, (first, then) in enumerate(steps)]
    folder = write(tmp_path, *TOWNS, *SIDES, PATH, *facts)
    words = "fact 'step-2': 'ashford' comes before 'chalk' by other facts: the order is a circle"
    assert mistake_at(folder, words) == line_of(folder / "facts.toml", "object", after='id = "step-2"')


def test_a_thing_before_itself_is_a_circle(tmp_path: Path) -> None:
    step = fact("step", "ashford", "before", "ashford")
    _fails(tmp_path, PATH, step, words="the order is a circle", key="object", of="step")


@pytest.mark.parametrize(
    ("relations", "right", "wrong"),
    [
        (relation("leads_to", "town", "town"), "ashford", "ashford"),
        (relation("leads_to", "town", "town"), "birchley", "chalk"),
        (relation("leads_to", "town", "town"), "chalk", "birchley"),
        (BEGUN, {"date": "1924-10"}, "1924-10"),
        (BEGUN, {"date": "../1920"}, "1919"),
        (BEGUN, {"date": "1990/2009"}, "2000/2005"),
        (FAR, {"number": 16, "unit": "km", "tolerance": 1}, "16"),
        (FAR, {"number": 16, "unit": "km", "tolerance": 1}, "18"),
        (SAID, {"text": "The railway"}, "the railway"),
    ],
)
def test_a_rival_that_is_true_or_one_with_the_answer_is_told(
    tmp_path: Path, relations: Block, right: object, wrong: str
) -> None:
    """A whole and its part, spans or windows that overlap: none can stand beside the answer."""
    stated = fact("stated", "ashford", relations.id, right, rivals=[{"is": wrong, "because": "It is not."}])
    words = f"the rival '{wrong}' is true, or one with the answer"
    _fails(tmp_path, relations, stated, words=words, key="rivals", of="stated")


def test_a_date_asked_by_its_year_has_no_rival_in_that_year(tmp_path: Path) -> None:
    rivals = [{"is": "1924", "because": "It was in October."}]
    stated = fact("stated", "ashford", "begun_in", {"date": "1924-10"}, precision="year", rivals=rivals)
    _fails(tmp_path, BEGUN, stated, words="'1924' is true, or one with", key="rivals", of="stated")


@pytest.mark.parametrize(("relations", "other"), [("near", "south"), ("said", {"text": "no"})])
def test_a_rival_that_another_fact_says_is_told(tmp_path: Path, relations: str, other: object) -> None:
    near, said = relation("near"), relation("said", "town", "text")
    right, wrong = ("north", "south") if relations == "near" else ({"text": "yes"}, "no")
    stated = fact("stated", "ashford", relations, right, rivals=[{"is": wrong, "because": "It is not."}])
    more = fact("more", "ashford", relations, other)
    _fails(tmp_path, near, said, stated, more, words=f"the rival '{wrong}' is true", key="rivals", of="stated")


@pytest.mark.parametrize("wrong", ["birchley", "chalk"])
def test_a_rival_of_the_subject_that_is_true_or_one_with_it_is_told(tmp_path: Path, wrong: str) -> None:
    stated = fact("stated", "birchley", "near", "north", subject_rivals=[{"is": wrong, "because": "It is not."}])
    words = f"the rival '{wrong}' is true, or one with the answer"
    _fails(tmp_path, relation("near"), stated, words=words, key="subject_rivals", of="stated")


def test_a_rival_of_the_subject_that_has_the_same_date_is_told(tmp_path: Path) -> None:
    rivals = [{"is": "birchley", "because": "It is not."}]
    stated = fact("stated", "ashford", "begun_in", {"date": "1924"}, subject_rivals=rivals)
    more = fact("more", "birchley", "begun_in", {"date": "1924-10"})
    _fails(tmp_path, BEGUN, stated, more, words="'birchley' is true, or", key="subject_rivals", of="stated")


def test_a_rival_that_was_true_at_another_time_may_be_wrong_at_this() -> None:
    then = fact("then", "ashford", "lies_on", "north", valid="1924/1926")
    now = fact("now", "ashford", "lies_on", "south", valid="1927/1936", rivals=[{"is": "north", "because": "Before."}])
    assert read(*TOWNS, *SIDES, LIES_ON, then, now).facts["now"].rivals


def test_an_order_that_nothing_makes_is_told(tmp_path: Path) -> None:
    dates = {"ashford": "1920", "birchley": "1924", "chalk": "1924-10", "dale": "1926"}
    facts = [fact(town, town, "begun_in", {"date": date}) for town, date in dates.items()]
    words = "the pack does not put 'birchley' before 'chalk'; leave one out or add what orders them"
    _fails(tmp_path, BEGUN, *facts, order("path", "begun_in", list(dates)), words=words, key="members", of="path")


@pytest.mark.parametrize("members", [["birchley", "ashford", "chalk", "dale"], ["ashford", "ashford", "chalk", "dale"]])
def test_an_order_that_the_facts_turn_round_is_told(tmp_path: Path, members: list[str]) -> None:
    steps = [("ashford", "birchley"), ("birchley", "chalk"), ("chalk", "dale")]
    facts = [fact(f"step-{n}", first, "before", then) for n, (first, then) in enumerate(steps)]
    words = f"the pack does not put '{members[0]}' before '{members[1]}'"
    _fails(tmp_path, PATH, *facts, order("path", "before", members), words=words, key="members", of="path")


def test_what_judging_takes_does_not_grow_with_the_cube_of_a_pack(tmp_path: Path) -> None:
    """Circles and clashes are looked for among thousands of facts; with the cube, four times as many take 64 times."""
    assert _judging(tmp_path / "large", 1200) < 30 * _judging(tmp_path / "small", 300)


def _judging(folder: Path, count: int) -> float:
    """Seconds of the processor, not of the clock, for a pack of one circle and one clash of `count` facts each."""
    towns = [entity(f"t{n}") for n in range(count)]
    steps = [fact(f"s{n}", f"t{n}", "before", f"t{(n + 1) % count}") for n in range(count)]
    times = [fact(f"v{n}", "t0", "rules", f"t{n}", valid=f"{1000 + n}") for n in range(count)]
    pack = write(folder, *towns, PATH, relation("rules", "town", "town", forward="one"), *steps, *times)
    started = time.process_time()
    found = mistakes(pack)
    assert len(found) == count
    return time.process_time() - started
