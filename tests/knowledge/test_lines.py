import tomllib
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.knowledge.lines import Block, blocks


def _places(text: str) -> list[tuple[str, int, dict[str, int]]]:
    tomllib.loads(text)  # `blocks` promises something of valid texts only
    return [(block.name, block.line, block.keys) for block in blocks(text)]


def test_blocks_and_their_keys_have_the_lines_they_stand_on() -> None:
    text = dedent("""\
        id = "top"
        title = "A pack"

        [source]
        title = "A source"

        # a comment
        [[fact]]
        id = "one"
        object = {number = 16, unit = "km"}

          [[ fact ]]   # indented, with air
          id = "two"
        """)
    assert _places(text) == [
        ("", 1, {"id": 1, "title": 2}),
        ("source", 4, {"title": 5}),
        ("fact", 8, {"id": 9, "object": 10}),
        ("fact", 12, {"id": 13}),
    ]


def test_the_line_of_a_missing_key_is_that_of_its_block() -> None:
    assert Block("fact", 7, {"id": 8}).line_of("subject") == 7


@pytest.mark.parametrize(
    "value",
    [
        '"""\n[[fact]]\nid = 5\n"""',
        "'''\n[[fact]]\nid = 5\n'''",
        '"""a \\""" b\n[[fact]]\n"""',
        '"""ends in quotes""\n[[fact]]\n"""""',
        "'''it''s\n[[fact]]\n'''",
        "\"has ''' inside\"",
        '\'has """ inside\'',
        '"escaped \\" and # no comment ["',
        "'a backslash \\'",
        '[ # ]\n  "[[fact]]", """\nx = 1""",\n]',
        '[\n  {is = "a", because = "b"},\n  {is = "c", because = "d"},\n]',
        "[\n[1],\n[2]\n]",
        '"""\u2028[[fact]]"""',
        '"next\u0085line"',
        "1 # here stands \"\"\" and ''' and [",
    ],
)
def test_what_stands_inside_a_value_is_no_header_and_hides_none(value: str) -> None:
    text = f'[[fact]]\nkey = {value}\n[[fact]]\nid = "x"\n'
    after = text.count("\n", 0, text.rindex("[[fact]]")) + 1
    assert _places(text) == [("fact" if line else "", line or 1, keys) for line, keys in (
        (0, {}), (1, {"key": 2}), (after, {"id": after + 1})
    )]  # fmt: skip


def test_a_name_in_quotes_is_the_same_name() -> None:
    assert _places('[["fact"]]\n"id" = 1\n\'theme\' = 2\n') == [("", 1, {}), ("fact", 1, {"id": 2, "theme": 3})]


def test_a_table_of_a_block_is_a_block_of_its_own() -> None:
    text = '[[fact]]\nid = "x"\n[fact.skip]\ntyped = "why"\n[[fact.rivals]]\nis = "y"\n'
    assert [name for name, _, _ in _places(text)] == ["", "fact", "fact.skip", "fact.rivals"]


STRINGS = st.one_of(
    st.text("ab\"'[]#= {}\n\u2028", max_size=12).map(lambda s: "'''" + s.replace("'", "") + "'''"),
    st.text("ab\"'[]#= {}\n", max_size=12).map(lambda s: '"""' + s.replace('"', '\\"') + '"""'),
    st.text("ab\"'[]#= {}", max_size=12).map(lambda s: '"' + s.replace('"', '\\"') + '"'),
    st.text('ab"[]#= {}', max_size=12).map(lambda s: "'" + s + "'"),
)
VALUES = st.recursive(STRINGS, lambda inner: st.lists(inner, max_size=3).map(lambda xs: "[\n" + ",\n".join(xs) + "]"))
COMMENTS = st.text("ab\"'[]=# ", max_size=8).map(" # {}".format)


@given(st.lists(st.tuples(VALUES, COMMENTS), max_size=6))
def test_every_block_is_found_at_its_line_whatever_its_values_hold(values: list[tuple[str, str]]) -> None:
    text, expected = "", []
    for value, comment in values:
        line = text.count("\n") + 1
        expected.append(("fact", line, {"key": line + 1, "next": line + 2 + value.count("\n")}))
        text += f"[[fact]]{comment}\nkey = {value}{comment}\nnext = 1{comment}\n"
    assert _places(text)[1:] == expected
