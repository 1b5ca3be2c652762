from pathlib import Path

import pytest

from quiz.knowledge.several import decided, judged, members
from quiz.knowledge.verdict import Truth
from tests.packs import Block, entity, fact, line_of, mistake_at, read, relation, several, write

TOWNS = [entity(name) for name in ("ashford", "birchley", "chalkham", "dale")]
SIDES = [entity("north", "side"), entity("south", "side")]
LIES_ON = relation("lies_on", forward="one")
FACTS = [
    fact("ashford", "ashford", "lies_on", "north"),
    fact("birchley", "birchley", "lies_on", "north"),
    fact("chalkham", "chalkham", "lies_on", "south"),
]
NORTH = several("north-towns", "lies_on", objects=["north"])
WORDS = relation("makes", "town", "text", forward="closed")
MADE = [fact(f"makes-{word}", "ashford", "makes", {"text": word}) for word in ("glass", "salt")]
MAKES = several("makes", "makes", subjects=["ashford"], rivals=[{"is": "wool", "because": "No wool."}])
ALL = [*TOWNS, *SIDES, LIES_ON, WORDS, *FACTS, *MADE]


def test_what_fits_what_does_not_and_what_is_not_told_are_kept_apart() -> None:
    pack = read(*ALL, NORTH)
    (block,) = pack.several
    assert [member.thing for member in members(pack, block)] == ["ashford", "birchley"]
    truths = {town.id: judged(pack, block, town.id).truth for town in TOWNS}
    assert truths == {
        "ashford": Truth.TRUE, "birchley": Truth.TRUE, "chalkham": Truth.FALSE, "dale": Truth.UNKNOWN,
    }  # fmt: skip


def test_of_several_objects_any_one_is_enough_and_each_must_be_refuted() -> None:
    east = entity("east", "side")
    pack = read(*ALL, east, several("not-south", "lies_on", objects=["north", "east"]))
    refuted = judged(pack, pack.several[0], "chalkham")
    assert (refuted.truth, refuted.facts) == (Truth.FALSE, ("chalkham",))
    assert judged(pack, pack.several[0], "ashford").truth is Truth.TRUE


@pytest.mark.parametrize(
    ("forward", "backward", "of_objects", "is_decided"),
    [
        ("open", "open", False, False), ("closed", "open", False, True), ("one", "open", False, True),
        ("open", "one", False, True), ("open", "closed", False, False),
        ("open", "open", True, False), ("open", "closed", True, True), ("open", "one", True, True),
        ("one", "open", True, True), ("closed", "open", True, False),
    ],
)  # fmt: skip
def test_a_list_is_decided_if_it_is_closed_or_a_thing_has_one_such_other(
    forward: str, backward: str, of_objects: bool, is_decided: bool
) -> None:
    pack = read(*TOWNS, *SIDES, relation("goes", forward=forward, backward=backward))
    end = {"objects": ("north",)} if of_objects else {"subjects": ("ashford",)}
    block = read(*ALL, NORTH).several[0].model_copy(update={"relation": "goes", "subjects": (), "objects": (), **end})
    assert decided(pack, block) is is_decided


@pytest.mark.parametrize(
    ("block", "key", "words"),
    [
        (NORTH.but(relation="lives_on"), "relation", "there is no relation 'lives_on'"),
        (NORTH.but(objects=["west"]), "objects", "there is no entity 'west'"),
        (NORTH.but(objects=["dale"]), "objects", "'dale' is a town; lies_on takes side here"),
        (NORTH.but(objects=[{"date": "1924"}]), "objects", "lies_on takes side here"),
        (NORTH.but(objects=["south"]), "relation", "the pack knows 1 that fit; a list of several needs 2 at least"),
        (NORTH.but(subjects=["ashford"]), "[[several]]", "name subjects, whose objects are asked, or objects"),
        (NORTH.but(never_rivals=["elm"]), "never_rivals", "there is no entity 'elm'"),
        (NORTH.but(gives_away=["elm"]), "gives_away", "there is no fact 'elm'"),
        (NORTH.but(theme="music"), "theme", "theme 'music' is not declared"),
        (NORTH.but(topics=["music"]), "topics", "topic 'music' is not declared"),
        (NORTH.but(ask="Which? " * 25), "ask", "spaces stand at the beginning or end"),
        (NORTH.but(ask=" ".join(["Which?"] * 25)), "ask", "the question has 25 words; write 24 at most"),
        (NORTH.but(rivals=[{"is": "elm", "because": "No."}]), "rivals", "there is no entity 'elm'"),
        (NORTH.but(rivals=[{"is": "south", "because": "No."}]), "rivals", "'south' is a side; lies_on takes town here"),
        (NORTH.but(rivals=[{"is": "ashford", "because": "No."}]), "rivals", "the rival 'ashford' fits, or is one with"),
        (NORTH.but(rivals=[{"is": "dale", "because": "No."}]), "rivals", "no fact of lies_on refutes the rival 'dale'"),
        (NORTH.but(rivals=[{"is": "chalkham", "because": "No."}] * 2), "rivals", "'chalkham' stands here twice"),
        (NORTH.but(rivals=[{"is": "chalkham", "because": "No.", "rests_on": ["x"]}]), "rivals", "there is no fact 'x'"),
        (MAKES.but(rivals=[]), "rivals", "words are refuted by people only; write the wrong options as rivals"),
        (MAKES.but(rivals=[{"is": "Glass", "because": "No."}]), "rivals", "the rival 'Glass' fits, or is one with"),
        (MAKES.but(subjects=["elm"]), "subjects", "there is no entity 'elm'"),
        (NORTH.but(askt="Which?"), "askt", "unknown key 'askt'; did you mean 'ask'?"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_key(tmp_path: Path, block: Block, key: str, words: str) -> None:
    folder = write(tmp_path, *ALL, block)
    there = line_of(folder / "facts/lists.toml", key)
    assert mistake_at(folder, words) == f"facts/{there}"


@pytest.mark.parametrize(("domain", "range", "end"), [("town", "side", "objects"), ("side", "town", "subjects")])
def test_a_list_of_which_there_may_be_more_is_refused(tmp_path: Path, domain: str, range: str, end: str) -> None:
    faces = relation("faces", domain, range)
    ends = [("ashford", "north"), ("birchley", "north")]
    pairs = ends if domain == "town" else [(side, town) for town, side in ends]
    facts = [fact(f"f{n}", *(one, "faces", other)) for n, (one, other) in enumerate(pairs)]
    folder = write(tmp_path, *TOWNS, *SIDES, faces, *facts, several("all", "faces", **{end: ["north"]}))
    assert mistake_at(folder, "so there may be more of them; a list of several needs all").startswith("facts/lists")


@pytest.mark.parametrize("value", ["date", "number"])
def test_dates_and_numbers_are_no_list(tmp_path: Path, value: str) -> None:
    begun = relation("begun_in", "town", value, forward="one")
    folder = write(tmp_path, *TOWNS, begun, several("years", "begun_in", subjects=["ashford"]))
    assert mistake_at(folder, f"are asked one at a time: they are {value}s")


def test_a_list_over_a_file_that_cannot_be_read_adds_no_mistake(tmp_path: Path) -> None:
    folder = write(tmp_path, *ALL, NORTH, files={"facts/more.toml": "[[fact]\n"})
    assert "this is not TOML" in mistake_at(folder, "facts/more.toml") or mistake_at(folder, "not TOML")
