"""The border as a strip of dots."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cartography import braille
from quiz.cartography.strip import in_words, nearest, shares_of, trace

BORDER = Path(__file__).parents[2] / "questions" / "kz-kg" / "map" / "border.geojson"
points = st.lists(
    st.tuples(st.floats(69, 82, allow_nan=False), st.floats(40, 45, allow_nan=False)), min_size=2, max_size=40
)


@pytest.fixture(scope="module")
def border() -> list[tuple[float, float]]:
    shape = json.loads(BORDER.read_text())
    return [(x, y) for x, y in shape["features"][0]["geometry"]["coordinates"]]


@given(points, st.integers(1, 90), st.integers(1, 12))
def test_every_dot_lies_inside_the_strip_and_the_line_runs_on(points, columns, rows):
    dots = trace(points, columns, rows)
    assert all(0 <= dot.x < columns * 2 and 0 <= dot.y < rows * 4 and 0 <= dot.along <= 1 for dot in dots)
    assert [dot.along for dot in dots] == sorted(dot.along for dot in dots)


@given(points, st.integers(1, 90), st.integers(1, 12))
def test_the_line_has_no_gap(points, columns, rows):
    dots = trace(points, columns, rows)
    assert all(abs(a.x - b.x) <= 1 and abs(a.y - b.y) <= 1 for a, b in pairwise(dots))


@given(points)
def test_each_point_of_the_line_is_found_on_it(points):
    shares = shares_of(points)
    assert shares[0] == 0
    for place in points:
        assert 0 <= nearest(points, place) <= 1


def test_the_border_runs_from_the_left_edge_to_the_right(border):
    dots = trace(border, 72, 7)
    assert {dot.x for dot in dots} == set(range(144))
    assert {min(dot.y for dot in dots), max(dot.y for dot in dots)} == {0, 27}


def test_bishkek_lies_along_the_middle_and_the_ends_at_the_ends(border):
    assert nearest(border, border[0]) == pytest.approx(0)
    assert nearest(border, border[-1]) == pytest.approx(1)
    assert 0.4 < nearest(border, (74.59, 42.87)) < 0.6


def test_lit_and_unlit_differ_in_their_dots(border):
    dots = trace(border, 72, 3)
    thin, lit = braille.rows(dots, 72, 3), braille.rows(dots, 72, 3, lit=((0.0, 1.0),))
    count = lambda rows: sum((ord(c) - 0x2800).bit_count() for row in rows for run in row for c in run.text if c != " ")  # noqa: E731
    assert count(lit) > count(thin) * 1.4
    assert not any(run.lit for row in thin for run in row)


def test_a_half_drawn_line_stops_half_way(border):
    rows = braille.rows(trace(border, 72, 3), 72, 3, drawn=0.5)
    texts = ["".join(run.text for run in row) for row in rows]
    assert all(len(text) == 72 for text in texts)
    assert max(len(text.rstrip()) for text in texts) < 48


def test_too_little_to_draw_gives_no_dots():
    assert trace([(70.0, 42.0)], 72, 3) == ()
    assert trace([(70.0, 42.0), (71.0, 42.0)], 0, 3) == ()


def test_a_place_is_told_in_words():
    assert in_words(0) == "at its western end"
    assert in_words(0.5) == "about half-way east"
    assert in_words(1) == "at its eastern end"
