"""Packs that are broken or mean harm: each is refused in clear lines, at once, and nothing else comes out."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import PackError
from quiz.knowledge.load import MAX_BLOCKS, MAX_BYTES, load
from quiz.knowledge.model import Pack
from tests.packs import (
    ASHFORD,
    LIES_ON,
    TOWNS,
    VALID,
    mistakes,
    relation,
    text,
    write,
)

ROOT = Path(__file__).parents[2]


HOSTILE = {
    "an open array": (b"a = [1,\n\n", ":[123]: this is not TOML"),
    "a key twice": (b"[[fact]]\nid = 'x'\nid = 'y'\n", ":3: this is not TOML: Cannot overwrite a value"),
    "an open string": (b"[[fact]]\nid = 'x\n", ":2: this is not TOML"),
    "an open string of lines": (b"[[fact]]\nid = '''\n\n\nx", ":5: this is not TOML"),
    "nothing but noughts": (b"\x00\x01\x02", ":1: this is not TOML"),
    "a byte that is no letter": (b"[[fact]]\n# \xff\n", ":2: this is not UTF-8; save the file as UTF-8"),
    "UTF-16": ("[[fact]]".encode("utf-16"), ":1: this is not UTF-8"),
    "arrays in arrays": (b"a = " + b"[" * 100_000, ":1: values are nested too deeply"),
    "tables in tables": (b"a = " + b"{a=" * 50_000, ":1: values are nested too deeply"),
    "a key of many parts": (b"[[fact]]\nobject" + b".a" * 400_000 + b" = 1", ":2: values are nested too deeply"),
    "a table of many parts": (b"\n[" + b"'a' . " * 150_000 + b"a]", ":2: values are nested too deeply"),
    "an endless number": (b"a = " + b"9" * 5_000, ":1: the file cannot be read: Exceeds the limit"),
    "two megabytes": (
        b"# " + b"x" * 2_000_000,
        ":1: the file cannot be read: it is larger than 1,000,000 bytes; split",
    ),
    "no blocks": (b"fact = 5", ":1: unknown table 'fact'"),
    "a block that is none": (b"\nfact = [5]", ":2: fact '': Input should be a valid dictionary"),
    "a long table": (b"[[" + b"k" * 5_000 + b"]]\n", ":1: unknown table 'k{80}'; a pack"),
    "a long id": (b"[[fact]]\nid = '" + b"k" * 5_000 + b"'\n", ":2: fact 'k{80}': id: String should have at most 80"),
    "a long key": (b"[[fact]]\n" + b"k" * 5_000 + b" = 1\n", ":2: fact '': unknown key 'k{80}'; known keys"),
    "a long date": (b"[[fact]]\nobject = {date = '" + b"9" * 5_000 + b"'}", r":2: fact '': object\.date: .*at most 40"),
    "a huge number": (b"[[fact]]\nobject = {number = 1" + b"0" * 400 + b"}", r":2: fact '': object\.number: Input"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_at_its_line(tmp_path: Path, what: str) -> None:
    content, finding = HOSTILE[what]
    found = mistakes(write(tmp_path, *VALID, files={"facts/hostile.toml": content}))
    assert any(re.match("facts/hostile.toml" + finding, one) for one in found), found
    assert all(len(one) < 600 for one in found)


@pytest.mark.parametrize("name", ["entities.toml", "relations.toml", "facts.toml", "pack.toml"])
def test_a_hostile_file_is_refused_wherever_it_stands(tmp_path: Path, name: str) -> None:
    for content in (b"\xff", b"x = [", b"a = " + b"[" * 100_000, b"#" * (MAX_BYTES + 1)):
        found = mistakes(write(tmp_path, *VALID, files={name: content}))
        assert any(finding.startswith(f"{name}:1: ") for finding in found)


def test_too_many_blocks_are_refused(tmp_path: Path) -> None:
    many = "".join(f"[[entity]]\nid='e{n}'\nkind='town'\nname='E{n}'\n" for n in range(MAX_BLOCKS // 2 + 1))
    files = {"entities/a.toml": many, "entities/b.toml": many.replace("'e", "'f").replace("'E", "'F")}
    found = mistakes(write(tmp_path, files=files))
    assert found[0] == "entities/b.toml:1: the pack has more than 5,000 blocks"


def _nothing(folder: Path) -> None:
    (folder / "pack.toml").unlink()


def _a_folder(folder: Path) -> None:
    (folder / "pack.toml").unlink()
    (folder / "pack.toml").mkdir()


def _a_dangling_link(folder: Path) -> None:
    (folder / "pack.toml").unlink()
    (folder / "pack.toml").symlink_to(folder / "gone")


def _a_circle_of_links(folder: Path) -> None:
    (folder / "pack.toml").unlink()
    (folder / "pack.toml").symlink_to(folder / "pack.toml")


@pytest.mark.parametrize("spoil", [_nothing, _a_folder, _a_dangling_link, _a_circle_of_links])
def test_a_folder_without_a_pack_is_told_as_such(tmp_path: Path, spoil: object) -> None:
    folder = write(tmp_path / "pack", *VALID)
    spoil(folder)  # type: ignore[operator]
    with pytest.raises(PackError, match=r"No pack in .*: pack\.toml is missing\. Name a folder that holds a pack\."):
        load(folder)


@pytest.mark.parametrize("name", ["gone", "with\0null", "long" * 500])
def test_a_folder_that_cannot_be_is_told_as_such(tmp_path: Path, name: str) -> None:
    with pytest.raises(PackError, match=r"No pack in|cannot be read"):
        load(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_among_the_facts_is_told_and_not_waited_for(tmp_path: Path) -> None:
    folder = write(tmp_path, *VALID)
    (folder / "facts").mkdir(exist_ok=True)
    (folder / "facts/folder.toml").mkdir()
    (folder / "facts/gone.toml").symlink_to(folder / "gone")
    os.mkfifo(folder / "facts/pipe.toml")
    assert mistakes(folder) == tuple(
        f"facts/{name}.toml:1: the file cannot be read: it is no plain file" for name in ("folder", "gone", "pipe")
    )


@pytest.mark.parametrize(
    "border",
    [
        *("", "[]", "{}", "5", '{"features": []}', "[" * 100_000, "[" * 10),
        *(
            f'{{"features": [{{"geometry": {{"coordinates": {points}}}}}]}}'
            for points in ["5", "[[1]]", "[[1,2,3]]", "[[181,0]]", "[[0,-91]]", "[[NaN,0]]", "[[[1,2]]]", "[[1e999,0]]"]
        ),
        f'{{"features": [{{"geometry": {{"coordinates": [[1{"0" * 400}, 0]]}}}}]}}',
    ],
    ids=lambda border: border[-40:],
)
def test_a_border_that_is_no_line_is_told(tmp_path: Path, border: str) -> None:
    (finding,) = mistakes(write(tmp_path, *VALID, files={"map/border.geojson": border}))
    assert finding.startswith("map/border.geojson:1: this is no GeoJSON line of longitude and latitude")


def _pieces() -> Iterator[str]:
    for path in sorted((ROOT / "questions/kz-kg").rglob("*.toml"))[:6]:
        yield from path.read_text("utf-8").splitlines()[:40]


PIECES = st.sampled_from(
    [*dict.fromkeys(_pieces()), "[[fact]]", "[[entity]]", "[[order]]", "[fact.object]", 'id = "x"']
)
WILD = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        ["nan", "inf", "-1", "[]", "{}", "true", '""', "1979-05-27", "'''", '"""', "{object", "\\", "\x00"]
    ),
)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A pack's text with pieces cut, doubled, swapped and put in."""
    written = draw(st.lists(PIECES, max_size=8).map("\n".join)) + text(*VALID)
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted((draw(st.integers(0, len(written))), draw(st.integers(0, len(written)))))
        cut = draw(st.sampled_from([written[:start] + written[end:], written[:end] + written[start:]]))
        at = draw(st.integers(0, len(cut)))
        written = cut[:at] + draw(WILD) + cut[at:]
    return written


def _loaded(folder: Path) -> Pack | PackError:
    try:
        return load(folder)
    except PackError as error:
        return error


@settings(max_examples=150, deadline=None)
@given(written=mangled(), head=st.one_of(st.none(), mangled()))
def test_whatever_is_written_nothing_but_a_clear_refusal_comes_out(
    tmp_path_factory: pytest.TempPathFactory, written: str, head: str | None
) -> None:
    folder = write(tmp_path_factory.mktemp("pack"), files={"facts.toml": written}, head=head)
    read = _loaded(folder)
    if isinstance(read, PackError):
        assert all(re.match(r"[\w./-]+:\d+: \S", finding) for finding in mistakes(folder))


CHOICES: dict[str, list[object]] = {
    "subject": ["ashford", "north", "nowhere"],
    "relation": ["lies_on", "near", "begun_in", "none"],
    "object": ["north", "ashford", {"date": "1924"}, {"number": 0}, {"text": "x"}, {}, 5, []],
    "valid": ["1924", "../1920", "x"],
    "precision": ["year", "years", "day"],
    "ask": ["", "{subject}", "{object}", "{", "{x.y}"],
    "rivals": [[], [{"is": "south", "because": "x"}], [{"is": "1924", "because": "x"}] * 2, 5, [{}]],
    "subject_rivals": [[{"is": "ashford", "because": "x"}], [{"is": "birchley", "because": "x"}]],
    "skip": [{}, {"typed": "x"}, {"x": "y"}, []],
}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in CHOICES.items()}), max_size=3))
def test_whatever_a_fact_holds_nothing_but_a_clear_refusal_comes_out(
    tmp_path_factory: pytest.TempPathFactory, changes: list[dict[str, object]]
) -> None:
    near = relation("near", "town", "town", forward="one", backward="closed", inherits_along="near")
    begun = relation("begun_in", "town", "date", forward="one")
    facts = [ASHFORD.but(id=f"f{number}", **keys) for number, keys in enumerate(changes)]
    folder = write(tmp_path_factory.mktemp("pack"), *TOWNS, LIES_ON, near, begun, *facts)
    read = _loaded(folder)
    if isinstance(read, Pack):
        assert len(read.facts) == len(facts)
    else:
        assert mistakes(folder)
