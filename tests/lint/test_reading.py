import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.lint.linting import lint
from quiz.lint.reading import LONGEST_TEXT, Broken, read

GOOD: dict[str, Any] = {"id": "a", "kind": "typed", "stem": "Which?", "options": [], "answer": "x"}
KINDS = ["one-best-answer", "true-false", "typed", "order", "multiple-response", "matching"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
WORDS = st.text(alphabet="abnot_?.,'“”-/ 0123456789ABCéЖ", min_size=1, max_size=60).filter(str.strip)


def test_a_line_becomes_an_item() -> None:
    item = read(json.dumps({**GOOD, "options": ["x", "y"], "pool": ["ignored"]}))
    assert (item.id, item.stem, item.options, item.answers) == ("a", "Which?", ("x", "y"), ("x",))


def test_several_answers_and_pairs_are_read() -> None:
    assert read(json.dumps({**GOOD, "answer": ["x", "y"]})).answers == ("x", "y")
    assert read(json.dumps({**GOOD, "answer": [["Kegen", "Tüp"]]})).answers == ("Kegen – Tüp",)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deep"),
        ("9" * 5000, "too long"),
        ("[]", "not a list"),
        ("3", "not a number"),
        ("true", "not true or false"),
        ("{}", "missing: id, stem, options, answer, kind"),
        (json.dumps({**GOOD, "id": 7}), "id must be text, not a number"),
        (json.dumps({**GOOD, "stem": None}), "stem must be text, not null"),
        (json.dumps({**GOOD, "stem": "  "}), "stem is empty"),
        (json.dumps({**GOOD, "stem": "x" * (LONGEST_TEXT + 1)}), "5,001 characters"),
        (json.dumps({**GOOD, "options": "x"}), "options must be a list of texts, not text"),
        (json.dumps({**GOOD, "options": ["x", 2]}), "options[1] must be text, not a number"),
        (json.dumps({**GOOD, "options": ["x"] * 201}), "201 entries"),
        (json.dumps({**GOOD, "answer": []}), "answer has 0 entries"),
        (json.dumps({**GOOD, "answer": {"a": 1}}), "answer must be text, not an object"),
        (json.dumps({**GOOD, "kind": ["typed"]}), "kind must be text, not a list"),
        (json.dumps({**GOOD, "wants": 3}), "wants must be text, not a number"),
    ],
)
def test_what_is_wrong_is_said(line: str, what: str) -> None:
    with pytest.raises(Broken) as caught:
        read(line)
    assert what in str(caught.value)


@given(JSON, st.sampled_from(list(GOOD)))
def test_whatever_stands_in_a_key_is_read_or_refused(value: Any, key: str) -> None:
    line = json.dumps({**GOOD, "options": ["x", "y", "z"], "kind": "one-best-answer", key: value})
    try:
        item = read(line)
    except Broken:
        return
    assert item == read(line)
    assert all(found.id == item.id for found in lint(item))


@given(
    WORDS, st.lists(WORDS, min_size=2, max_size=5), st.sampled_from(["one-best-answer", "true-false", "typed", "order"])
)
def test_no_words_break_a_rule(stem: str, options: list[str], kind: str) -> None:
    shown = [] if kind == "typed" else options
    item = read(json.dumps({"id": "a", "kind": kind, "stem": stem, "options": shown, "answer": options[0]}))
    found = lint(item)
    assert found == lint(item)
    assert all(one.id == "a" and one.why for one in found)


@given(st.permutations(["Kegen", "Tüp", "Korday", "Merke"]))
def test_the_order_of_words_as_options_changes_nothing(options: list[str]) -> None:
    asked = {**GOOD, "kind": "one-best-answer", "stem": "Which town lies at the Kazakh end?", "answer": "Kegen"}
    assert lint(read(json.dumps({**asked, "options": options}))) == []
