import math
from collections import Counter
from collections.abc import Sequence as Seq
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz.generate.draw import companies, draw, mixes, stands_out
from quiz.generate.question import Distractor, Name, Option, Pick, Picks, Proof, Question, Sequence, Shape

PROOF = Proof(False, "written", ("f",), "", "It is not.")


def question(
    answer: Pick | Picks | Sequence | Name, pool: Seq[Distractor] = (), shape: Shape = Shape.CHOICE
) -> Question:
    return Question(
        id="f.object.kind", family="f.object.kind", kind="one-best-answer", shape=shape, theme="geography", topics=(),
        depth="core", stem="Which?", answer=answer, pool=tuple(pool), explanation="", source="", asks=("f",),
        rests_on=("f",), reveals=("f",), difficulty=0.3,
    )  # fmt: skip


def choice(
    answer: str, *others: str, ranks: Seq[float | None] | None = None, clashes: dict[str, str] | None = None
) -> Question:
    """A choice between words; each word is its own key."""
    places = list(ranks or [None] * (len(others) + 1))
    pool = [
        Distractor(Option(text, text, rank), PROOF, 0.9 - 0.05 * n, tuple((clashes or {}).get(text, "").split()))
        for n, (text, rank) in enumerate(zip(others, places[1:], strict=True))
    ]
    return question(Pick(Option(answer, answer, places[0]), PROOF), pool)


def order(count: int, shown: int) -> Question:
    items = tuple(Option(f"item-{n}", f"Item {n}") for n in range(count))
    return question(Sequence(items, ("",) * count, shown), shape=Shape.ORDER)


def right_key(asked: Question) -> str:
    assert isinstance(asked.answer, Pick)
    return asked.answer.option.key


def uneven(counts: Counter[int], places: int) -> float:
    """Chi-square of `counts` against even use of `places`, over what chance exceeds once in a million."""
    expected = sum(counts.values()) / places
    chi_square = sum((counts[place] - expected) ** 2 / expected for place in range(places))
    free = places - 1
    limit = free * (1 - 2 / (9 * free) + 4.75 * math.sqrt(2 / (9 * free))) ** 3  # Wilson and Hilferty
    return chi_square / limit


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=14), min_size=4, max_size=11, unique=True)


@st.composite
def choices(draw_: st.DrawFn) -> Question:
    words = draw_(WORDS)
    ranks = draw_(st.one_of(st.none(), st.permutations([float(n) for n in range(len(words))])))
    clashing = draw_(st.lists(st.tuples(st.sampled_from(words[1:]), st.sampled_from(words[1:])), max_size=3))
    clashes = {one: other for one, other in clashing if one != other}
    asked = choice(*words, ranks=ranks, clashes=clashes)
    assume(companies(asked))
    return asked


SEEDS = st.one_of(st.integers(), st.text(max_size=5))


@settings(max_examples=100)
@given(choices(), SEEDS)
def test_a_draw_shows_the_answer_once_and_three_different_distractors(asked: Question, seed: int | str) -> None:
    drawn = draw(asked, seed)
    assert drawn.question is asked
    assert len(drawn.options) == len(set(drawn.keys)) == 4
    assert drawn.keys.count(right_key(asked)) == 1
    assert set(drawn.keys) - {right_key(asked)} <= {distractor.option.key for distractor in asked.pool}


@settings(max_examples=100)
@given(choices(), SEEDS)
def test_nothing_that_clashes_stands_side_by_side(asked: Question, seed: int) -> None:
    keys = set(draw(asked, seed).keys)
    for distractor in asked.pool:
        if distractor.option.key in keys:
            assert not keys & set(distractor.clashes)


@settings(max_examples=100)
@given(choices(), SEEDS)
def test_the_answer_never_stands_out_by_its_length(asked: Question, seed: int) -> None:
    options = draw(asked, seed).options
    assert isinstance(asked.answer, Pick)
    assert not stands_out(asked.answer.option, [option for option in options if option != asked.answer.option])


@settings(max_examples=100)
@given(choices(), SEEDS)
def test_numbers_and_dates_stand_in_their_order(asked: Question, seed: int) -> None:
    ranks = [option.rank for option in draw(asked, seed).options]
    if None not in ranks:
        assert ranks == sorted(ranks)  # type: ignore[type-var]


@settings(max_examples=100)
@given(choices(), SEEDS)
def test_equal_seeds_draw_alike_whatever_was_drawn_before(asked: Question, seed: int | str) -> None:
    first = draw(asked, seed)
    for other in range(3):
        draw(asked, other)
    assert draw(asked, seed) == first
    assert draw(replace(asked), seed) == first


def test_seeds_and_questions_differ_in_what_they_draw() -> None:
    asked = choice("ann", "bob", "cat", "dan", "eve", "fay")
    assert len({draw(asked, seed).keys for seed in range(30)}) > 10
    places = {n: [draw(replace(asked, id=f"q{n}"), seed).keys.index("ann") for seed in range(30)] for n in range(2)}
    assert places[0] != places[1]


@pytest.mark.parametrize("others", [3, 6])
def test_the_answer_stands_in_each_place_equally_often(others: int) -> None:
    asked = choice("ann", *["bob", "cat", "dan", "eve", "fay", "gus"][:others])
    places = Counter(draw(asked, seed).keys.index("ann") for seed in range(4000))
    assert uneven(places, 4) < 1


@pytest.mark.parametrize(
    ("answer", "ranks", "possible"),
    [
        ("5", [5, 1, 2, 3, 6, 7, 8], [0, 1, 2, 3]),
        ("5", [5, 6, 7, 8, 9, 10], [0]),
        ("5", [5, 4, 6, 7, 8, 9], [0, 1]),
        ("5", [5, 1, 2, 3, 4, 6], [2, 3]),
    ],
)
def test_the_rank_of_the_answer_is_spread_evenly_over_those_it_can_have(
    answer: str, ranks: list[float], possible: list[int]
) -> None:
    asked = choice(answer, *(str(int(rank)) for rank in ranks[1:]), ranks=ranks)
    places = Counter(possible.index(draw(asked, seed).keys.index("5")) for seed in range(3000))
    assert len(possible) == 1 or uneven(places, len(possible)) < 1


def test_the_answer_is_the_longest_as_often_as_the_shortest() -> None:
    asked = choice("dddd", "a", "bb", "ccc", "eeeee", "ffffff", "ggggggg")
    shorter = Counter(sum(len(key) < 4 for key in draw(asked, seed).keys) for seed in range(3000))
    assert uneven(shorter, 4) < 1


def test_plausible_distractors_are_shown_more_often() -> None:
    asked = choice("ann", "bob", "cat", "dan", "eve", "fay", "gus")
    shown = Counter(key for seed in range(2000) for key in draw(asked, seed).keys)
    assert shown["bob"] > shown["dan"] > shown["gus"] > 0


@pytest.mark.parametrize(
    ("answer", "others", "out"),
    [
        ("ten letters", ["a", "bb", "ccc"], True),
        ("tiny", ["something long", "something else", "another thing"], True),
        ("four", ["fiv", "six", "ten"], False),
        ("ten letters", ["a", "bb", "eleven more"], False),
        ("1,212 km", ["606 km", "303 km", "99 km"], False),
    ],
)
def test_an_answer_stands_out_that_is_far_longer_or_shorter_than_all_others(
    answer: str, others: list[str], out: bool
) -> None:
    assert stands_out(Option("a", answer), [Option(text, text) for text in others]) is out


def test_true_always_stands_before_false() -> None:
    true, false = Option("true", "True", 0.0), Option("false", "False", 1.0)
    for right, wrong in ((true, false), (false, true)):
        asked = question(Pick(right, PROOF), [Distractor(wrong, PROOF, 0.9)])
        assert {draw(asked, seed).keys for seed in range(50)} == {("true", "false")}


def test_with_few_rivals_all_of_them_are_shown() -> None:
    asked = choice("north", "south")
    assert {frozenset(draw(asked, seed).keys) for seed in range(20)} == {frozenset({"north", "south"})}


@settings(max_examples=100)
@given(st.integers(3, 8), st.integers(3, 6), SEEDS)
def test_things_to_be_ordered_are_a_part_of_them_and_never_in_order_already(count: int, shown: int, seed: int) -> None:
    asked = order(count, shown)
    assert isinstance(asked.answer, Sequence)
    drawn = draw(asked, seed)
    assert len(drawn.options) == len(set(drawn.keys)) == min(count, shown)
    in_order = [item for item in asked.answer.items if item in drawn.options]
    assert len(in_order) == len(drawn.options)
    assert list(drawn.options) != in_order
    assert draw(asked, seed) == drawn


def test_each_thing_to_be_ordered_is_shown_equally_often() -> None:
    shown = Counter(int(key[-1]) for seed in range(2000) for key in draw(order(6, 3), seed).keys)
    assert uneven(shown, 6) < 1


def test_what_is_typed_has_no_options() -> None:
    asked = question(Name("ashford", "Ashford"), shape=Shape.TEXT)
    assert draw(asked, 1).options == ()
    assert companies(asked) == []


def several(right: int, wrong: int, shown: int, clashes: dict[str, str] | None = None) -> Question:
    options = tuple(Option(f"r{n}", f"Right {n}") for n in range(right))
    pool = choice("x", *(f"w{n}" for n in range(wrong)), clashes=clashes).pool
    return question(Picks(options, (PROOF,) * right, shown), pool, Shape.SEVERAL)


def right_keys(asked: Question, seed: int) -> list[str]:
    return [key for key in draw(asked, seed).keys if key.startswith("r")]


@given(st.integers(2, 6), st.integers(2, 6), st.integers(4, 6), st.integers())
def test_of_several_two_to_four_fit_and_one_at_least_does_not(right: int, wrong: int, shown: int, seed: int) -> None:
    asked = several(right, wrong, shown)
    assume(mixes(asked))
    keys = draw(asked, seed).keys
    assert len(keys) == len(set(keys)) == shown
    assert 2 <= len(right_keys(asked, seed)) <= min(4, shown // 2 + 1)


def test_how_many_of_several_fit_is_drawn_evenly_and_they_stand_anywhere() -> None:
    asked = several(4, 4, 6)
    counts = Counter(len(right_keys(asked, seed)) for seed in range(3000))
    assert uneven(Counter({n - 2: count for n, count in counts.items()}), 3) < 1
    places = Counter(draw(asked, seed).keys.index(key) for seed in range(3000) for key in right_keys(asked, seed)[:1])
    first = Counter(draw(asked, seed).keys.index("r0") for seed in range(3000) if "r0" in draw(asked, seed).keys)
    assert set(places) == set(range(5))
    assert uneven(first, 6) < 1


def test_choosing_all_of_several_brings_little() -> None:
    for asked in (several(3, 2, 4), several(3, 3, 5), several(4, 4, 6)):
        right = [len(right_keys(asked, seed)) for seed in range(300)]
        shown = asked.option_count
        assert sum(max(0.0, (n - (shown - n)) / n) for n in right) / len(right) < 0.36


def test_wrong_options_of_several_that_clash_never_stand_together() -> None:
    asked = several(2, 4, 4, clashes={"w0": "w1", "w1": "w0"})
    shown = [set(draw(asked, seed).keys) for seed in range(200)]
    assert not any({"w0", "w1"} <= keys for keys in shown)
    assert {"w0", "w1"} <= set().union(*shown)
