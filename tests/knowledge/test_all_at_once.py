"""A pack with mistakes of every sort: all are told in one run, and nothing is told of what could not be read."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.packs import (
    ASHFORD,
    BIRCHLEY,
    LIES_ON,
    TOWNS,
    VALID,
    Block,
    entity,
    fact,
    header,
    mistakes,
    order,
    relation,
    text,
    write,
)

SECOND = fact("second", "ashford", "lies_on", "south")
CLASH = "fact 'second': lies_on holds one object, but fact 'ashford-side' names another"
FOUR = ["ashford", "birchley", "chalk", "dale"]
BEGUN = relation("begun_in", "town", "date", forward="one")
DATED = [fact(f"begun-{n}", town, "begun_in", {"date": f"192{n}"}) for n, town in enumerate(FOUR)]
PATH = order("path", "begun_in", FOUR)
MORE = [entity("chalk"), entity("dale"), BEGUN]


def told(folder: Path, *words: str) -> None:
    """Each of `words` is told once, and nothing else."""
    found = mistakes(folder)
    assert [sum(one in finding for finding in found) for one in words] == [1] * len(words), found
    assert len(found) == len(words), found


@pytest.mark.parametrize(
    "head",
    [
        header(relation=1),
        header(kinds=[{"id": kind, "colour": 1} for kind in ("town", "side")]),
        header(topics=[{"id": "course"}]),
    ],
)
def test_a_mistake_in_the_header_hides_none_in_the_rest(tmp_path: Path, head: str) -> None:
    folder = write(tmp_path, *VALID, entity("mount", "volcano"), SECOND, head=head)
    found = mistakes(folder)
    assert sum(CLASH in finding for finding in found) == 1
    assert sum("kind 'volcano' is not declared" in finding for finding in found) == 1
    assert all("pack.toml:" in finding for finding in found if "second" not in finding and "volcano" not in finding)
    assert sum("is not declared" in finding for finding in found) == 1


@pytest.mark.parametrize("name", ["kinds", "themes", "topics"])
@pytest.mark.parametrize("value", ["none", [{"id": "Town!"}], [1], {}])
def test_labels_that_cannot_be_read_are_not_called_undeclared(tmp_path: Path, name: str, value: object) -> None:
    found = mistakes(write(tmp_path, *VALID, SECOND, head=header(**{name: value})))
    assert [finding for finding in found if not finding.startswith("pack.toml:")] == [
        finding for finding in found if CLASH in finding
    ]
    assert sum(CLASH in finding for finding in found) == 1


def test_a_header_that_is_no_toml_hides_nothing_else(tmp_path: Path) -> None:
    told(write(tmp_path, *VALID, SECOND, head="id = "), "pack.toml:1: this is not TOML", CLASH)


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([entity("bad", colour="red")], "'colour'"),
        ([fact("bad", "birchley", "lies_on", "nowhere")], "there is no entity 'nowhere'"),
        ([fact("bad", "birchley", "lies_in", "north")], "there is no relation 'lies_in'"),
        ([fact("bad", "birchley", "lies_on", "south", deph="core")], "'deph'"),
        ([fact("bad", "north", "lies_on", "north")], "'north' is a side"),
        ([fact("bad", "birchley", "lies_on", "south", rivals=[{"is": "no", "because": "x"}])], "no entity 'no'"),
        ([fact("bad", "birchley", "lies_on", "south", holder="nobody")], "there is no entity 'nobody'"),
        ([entity("odd", part_of=["nowhere"])], "there is no entity 'nowhere'"),
        ([BEGUN, fact("bad", "birchley", "begun_in", {"number": 1})], "begun_in takes date, not a number"),
        ([BEGUN.but(closure_why="")], "a closed direction needs its reason"),
    ],
)
def test_no_mistake_hides_a_contradiction(tmp_path: Path, blocks: list[Block], words: str) -> None:
    told(write(tmp_path, *VALID, *blocks, SECOND), words, CLASH)


def test_a_rival_that_is_true_is_told_beside_one_that_is_nothing(tmp_path: Path) -> None:
    rivals = [{"is": "nowhere", "because": "x"}, {"is": "north", "because": "x"}]
    folder = write(tmp_path, *TOWNS, LIES_ON, ASHFORD.but(rivals=rivals), BIRCHLEY)
    told(folder, "there is no entity 'nowhere'", "the rival 'north' is true, or one with the answer")


def test_a_rival_date_that_is_none_hides_none_that_is_true(tmp_path: Path) -> None:
    rivals = [{"is": "October", "because": "x"}, {"is": "1924", "because": "x"}]
    dated = fact("begun", "ashford", "begun_in", {"date": "1924"}, rivals=rivals)
    told(write(tmp_path, *VALID, BEGUN, dated), "'October' is no date", "the rival '1924' is true")


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([*DATED[:3], DATED[3].but(deph="core")], "'deph'"),
        ([*DATED[:3], DATED[3].but(object="north")], "begun_in takes a date"),
        ([*DATED[:3], DATED[3].but(subject="nowhere")], "there is no entity 'nowhere'"),
    ],
)
def test_an_order_is_not_doubted_for_a_date_that_could_not_be_read(
    tmp_path: Path, blocks: list[Block], words: str
) -> None:
    told(write(tmp_path, *VALID, *MORE, *blocks, PATH), words)


def test_an_order_is_doubted_beside_a_mistake_elsewhere(tmp_path: Path) -> None:
    lost = fact("lost", "birchley", "lies_on", "nowhere")
    folder = write(tmp_path, *VALID, *MORE, *DATED[:3], lost, PATH)
    told(folder, "there is no entity 'nowhere'", "the pack does not put 'chalk' before 'dale'")


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"entities.toml": "x = "}, "entities.toml:1: this is not TOML"),
        ({"relations.toml": "x = "}, "relations.toml:1: this is not TOML"),
        ({"facts.toml": "x = "}, "facts.toml:1: this is not TOML"),
        ({"entities.toml": text(*TOWNS).replace("[[entity]]", "[[entities]]")}, "unknown table 'entities'"),
    ],
)
def test_what_a_file_that_cannot_be_read_may_hold_is_not_called_missing(
    tmp_path: Path, files: Mapping[str, str], words: str
) -> None:
    pointing = fact("pointing", "ashford", "near", "birchley", gives_away=["birchley-side"])
    near = relation("near", "town", "town")
    other = {"relations/near.toml": text(near), "facts/pointing.toml": text(pointing)}
    told(write(tmp_path, *VALID, *MORE, *DATED, PATH, files={**other, **files}), words)
