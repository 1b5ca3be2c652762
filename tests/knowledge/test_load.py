import json
from pathlib import Path

import pytest

from quiz.knowledge.load import load, load_with_places
from quiz.knowledge.model import Pack
from tests.packs import (
    ASHFORD,
    BIRCHLEY,
    LIES_ON,
    TOWNS,
    VALID,
    entity,
    fact,
    header,
    line_of,
    mistake_at,
    mistakes,
    relation,
    text,
    write,
)

ROOT = Path(__file__).parents[2]


def place(folder: Path) -> str:
    """The file and line that a test marked with "# here"."""
    found = [
        f"{path.relative_to(folder).as_posix()}:{number}"
        for path in sorted(folder.rglob("*.toml"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "# here" in line
    ]
    assert len(found) == 1, "mark one line"
    return found[0]


def test_a_pack_is_read_with_its_parts_in_the_order_of_its_files(tmp_path: Path) -> None:
    chalk = fact("chalk", "ashford", "near", "birchley")
    files = {
        "facts/b.toml": text(fact("last", "birchley", "near", "ashford")),
        "facts/a.toml": text(chalk),
        "facts/.hidden.toml": "not TOML at all",
        "facts/notes.txt": "nor this",
        "map/border.geojson": json.dumps({"features": [{"geometry": {"coordinates": [[70, 42.5], [80, 42]]}}]}),
    }
    pack = load(write(tmp_path, *VALID, relation("near", "town", "town"), files=files))
    assert list(pack.facts) == ["ashford-side", "birchley-side", "chalk", "last"]
    assert list(pack.entities) == ["ashford", "birchley", "north", "south"]
    assert pack.border == ((70.0, 42.5), (80.0, 42.0))
    assert pack.header.title == "The vale"


def test_a_file_may_begin_with_a_byte_order_mark_and_have_the_line_ends_of_any_system(tmp_path: Path) -> None:
    folder = write(tmp_path, *VALID)
    content = (folder / "facts.toml").read_text()
    (folder / "facts.toml").write_bytes(b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode())
    assert list(load(folder).facts) == ["ashford-side", "birchley-side"]


def test_what_serves_nobody_is_remarked_and_stops_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path, *VALID, entity("idle"), entity("rival", foil=True, apart_because="It lies far off."))
    loaded = load_with_places(folder)
    assert isinstance(loaded.pack, Pack)
    line = (folder / "entities.toml").read_text().splitlines().index('id = "idle"') + 1
    assert loaded.remarks == (
        f"entities.toml:{line}: entity 'idle': no fact speaks of this entity; add one, or mark it foil = true",
    )


def test_every_block_and_key_is_found_where_it_stands(tmp_path: Path) -> None:
    folder = write(tmp_path, *VALID)
    loaded = load_with_places(folder)
    lines = (folder / "facts.toml").read_text().splitlines()
    block = lines.index('id = "birchley-side"')
    assert loaded.place("fact", "birchley-side", "id") == f"facts.toml:{block + 1}"
    assert loaded.place("fact", "birchley-side", "explanation") == f"facts.toml:{block}"
    assert lines[int(loaded.place("fact", "birchley-side", "object").split(":")[1]) - 1] == 'object = "south"'
    assert loaded.place("fact", "nowhere", "id") == "pack.toml:1"


FACT = """
[[fact]]
id = "chalk"
subject = "ashford"
relation = "lies_on"
object = "north"
theme = "geography"
topics = ["course"]
depth = "core"
source = "Course/1"
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('depth = "core"', 'deph = "core" # here', r"unknown key 'deph'; did you mean 'depth'\?"),
        ('depth = "core"', 'depth = "core"\nzzz = 1 # here', r"unknown key 'zzz'; known keys: id, was, subject"),
        ('depth = "core"', 'depth = "deep" # here', "depth: Input should be 'core', 'detail' or 'footnote'"),
        ('id = "chalk"', 'id = "Chalk Hill" # here', "id: 'Chalk Hill' is no id; write small letters, figures and "),
        ('relation = "lies_on"', 'relation = "lies-on" # here', "'lies-on' is no id; .*figures and underscores"),
        ('relation = "lies_on"', 'relation = "lies_in" # here', "there is no relation 'lies_in'"),
        ('subject = "ashford"', 'subject = "nowhere" # here', "there is no entity 'nowhere'"),
        ('subject = "ashford"', 'subject = "north" # here', "'north' is a side; lies_on takes town here"),
        ('object = "north"', 'object = "nowhere" # here', "there is no entity 'nowhere'"),
        ('object = "north"', 'object = 5 # here', "object: write text, in quotes"),
        ('object = "north"', 'object = {number = 5} # here', "lies_on takes side, not a number"),
        ('object = "north"', "object = {nubmer = 5} # here", r"unknown key 'object\.nubmer'; did you mean 'number'\?"),
        ('object = "north"', "object = {} # here", "object: an object has exactly one of number, date or text"),
        ('object = "north"', 'object = {number = 1, text = "x"} # here', "exactly one of number, date or text"),
        ('object = "north"', "object = {number = nan} # here", r"object\.number: Input should be a finite number"),
        ('object = "north"', "object = {number = 1e999} # here", r"object\.number: Input should be a finite number"),
        ('object = "north"', "object = {number = 1, tolerance = -1} # here", r"object\.tolerance: .*greater than"),
        ('object = "north"', 'object = {date = "1925/1924"} # here', "ends before it starts; write the earlier date"),
        ('object = "north"', 'object = {date = "May 1924"} # here', "'May 1924' is no date; write 1924, 1924-10"),
        ('object = "north"', "object = {date = 1924-10-01} # here", r"object\.date: write text, in quotes"),
        ('theme = "geography"', 'theme = "cookery" # here', r"'cookery' is not declared in pack\.toml \(geography, "),
        ('topics = ["course"]', 'topics = ["stew"] # here', r"topic 'stew' is not declared in pack\.toml"),
        ('topics = ["course"]', 'topics = "course" # here', "topics: Input should be a valid tuple"),
        ('source = "Course/1"', 'source = "" # here', "source: String should have at least 1 character"),
        ('source = "Course/1"', f'source = "{"x" * 121}" # here', "source: String should have at most 120 characters"),
        ('source = "Course/1"', f'explanation = "{"x" * 401}" # here', "at most 400 characters"),
        ('source = "Course/1"', 'source = " x" # here', "source: spaces stand at the beginning or end; take them out"),
        ('source = "Course/1"', 'source = "a\\u001b[2Jb" # here', r"character U\+001B cannot be shown; take it out"),
        ('source = "Course/1"', 'source = "a\\u202Eb" # here', r"the character U\+202E cannot be shown"),
        ('source = "Course/1"', 'source = "a\\u200Bb" # here', r"the character U\+200B cannot be shown"),
        ("\n[[fact]]\n", "\n[[fact]] # here\nvalid = '1924'\n", "key 'source' is missing; write it"),
        ("\n[[fact]]\n", "\n[[facts]] # here\n", r"unknown table 'facts'; a pack's files hold \[\[entity\]\], "),
        ("\n[[fact]]\n", "\n[fact] # here\n", r"unknown table 'fact'; a pack's files hold \[\[entity\]\], "),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_file_its_line_and_what_would_be_right(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    written = FACT.replace(old, new, 1)
    if "is missing" in words:
        written = written.replace('source = "Course/1"', "")
    folder = write(tmp_path, *VALID, files={"facts/hill.toml": written})
    assert mistake_at(folder, words) == place(folder)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("title", "", "title: String should have at least 1 character"),
        ("titel", "x", r"unknown key 'titel'; did you mean 'title'\?"),
        ("relation", [], "unknown key 'relation'; known keys: id, title, source, themes, topics, kinds"),
        ("source", {"title": "A map"}, r"key 'source\.date' is missing; write it"),
        ("themes", [{"id": "geography", "title": "x"}] * 2, "'geography' stands here twice; give each its own id"),
        ("topics", [{"id": "x", "titel": "x"}], r"unknown key 'topics\.0\.titel'; did you mean 'title'\?"),
        ("kinds", [{"id": "Town!"}], r"kinds\.0\.id: 'Town!' is no id; write small letters"),
    ],
)
def test_a_mistake_in_the_header_is_told_at_its_line(tmp_path: Path, key: str, value: object, words: str) -> None:
    folder = write(tmp_path, head=header(**{key: value}))
    assert mistake_at(folder, words) == line_of(folder / "pack.toml", f"{key} =")


def test_the_line_of_a_mistake_in_a_table_of_the_header_is_that_of_its_key(tmp_path: Path) -> None:
    head = """\
id = "vale"
title = "The vale"
[source]
title = "A map"
publisher = "The mapmaker"
date = "soon"
licence = "Free."
[[themes]]
id = "geography"
title = "Geography"
[[themes]]
id = "history"
[[topics]]
id = "course"
title = "Course"
[[kinds]]
id = "Town!"
"""
    found = mistakes(write(tmp_path, head=head))
    assert [finding.split(" ")[0] for finding in found] == ["pack.toml:6:", "pack.toml:11:", "pack.toml:17:"]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        *TOWNS,
        entity("bad", colour="red", kind="Town"),
        LIES_ON,
        ASHFORD.but(deph="core", theme="cookery"),
        BIRCHLEY.but(object="nowhere", topics=["stew"], holder="nobody"),
        files={"facts/broken.toml": "x = ", "facts/latin.toml": b"a = '\xe9'", "map/border.geojson": "{}"},
    )
    found = mistakes(folder)
    for words in (
        "'colour'",
        "'Town' is no id",
        "'deph'",
        "'nowhere'",
        "'stew'",
        "'nobody'",
        "not TOML",
        "UTF-8",
        "GeoJ",
    ):
        assert sum(words in finding for finding in found) == 1, words
    assert len(found) == 9


def test_what_points_to_a_broken_block_is_not_told_as_missing(tmp_path: Path) -> None:
    folder = write(tmp_path, TOWNS[0].but(colour="red"), *TOWNS[1:], LIES_ON.but(backwards="x"), ASHFORD, BIRCHLEY)
    assert sorted("unknown key" in finding for finding in mistakes(folder)) == [True, True]


def test_an_id_that_stands_twice_is_told_with_where_it_stood_first(tmp_path: Path) -> None:
    folder = write(tmp_path, *VALID, files={"facts/more.toml": text(ASHFORD)})
    (finding,) = mistakes(folder)
    assert (
        finding
        == "facts/more.toml:2: fact 'ashford-side': this id stands already at facts.toml:1; give this one its own"
    )


@pytest.mark.parametrize("header_line", ["[[ fact ]]", '[["fact"]]', "[['fact']]  # so"])
def test_no_block_is_lost_however_its_header_is_written(tmp_path: Path, header_line: str) -> None:
    folder = write(tmp_path, *VALID, relation("near", "town", "town"))
    more = text(fact("one", "ashford", "near", "birchley"), fact("two", "birchley", "near", "ashford"))
    (folder / "facts").mkdir(exist_ok=True)
    (folder / "facts/more.toml").write_text(more.replace("[[fact]]", header_line, 1))
    assert {"one", "two"} <= set(load(folder).facts)


def test_blocks_written_as_an_array_of_tables_in_one_line_are_read(tmp_path: Path) -> None:
    folder = write(tmp_path, files={"entities.toml": 'entity = [{id = "a", kind = "town", name = "A"}, {id = "b"}]'})
    assert [finding for finding in mistakes(folder) if "'b'" in finding] == [
        "entities.toml:1: entity 'b': key 'kind' is missing; write it",
        "entities.toml:1: entity 'b': key 'name' is missing; write it",
    ]
