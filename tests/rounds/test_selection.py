from collections import Counter
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quiz.rounds.rules import Rules
from quiz.rounds.selection import Candidate, select

KINDS = [
    ("one-best-answer", "choice", False),
    ("one-best-answer", "choice", False),
    ("true-false", "choice", True),
    ("typed", "text", False),
    ("number", "number", False),
    ("order", "order", False),
]
THEMES = ["geography", "history", "crossings"]


def candidate(name: str, *asks: str, **fields: object) -> Candidate:
    """A core choice of geography on `asks` (its own name where none) unless told otherwise."""
    facts = asks or (name,)
    plain: dict[str, object] = {
        "family": name,
        "theme": "geography",
        "topics": ("course",),
        "depth": "core",
        "kind": "one-best-answer",
        "shape": "choice",
        "difficulty": 0.5,
        "asks": facts,
        "reveals": facts,
        "two_options": False,
    }
    return Candidate(id=name, **{**plain, **fields})  # type: ignore[arg-type]


def bank(seed: int, questions: int = 600, facts: int = 200) -> list[Candidate]:
    """As many candidates as a real bank has, of all kinds, giving one another away here and there."""
    rng = Random(seed)
    names = [f"fact-{i}" for i in range(facts)]
    themes = {name: rng.choice(THEMES) for name in names}
    depths = {name: rng.choice(["core", "detail", "detail", "footnote"]) for name in names}
    made = []
    for i in range(questions):
        fact = rng.choice(names)
        kind, shape, two = rng.choice(KINDS)
        asks = (fact, *rng.sample(names, 3)) if kind == "order" and rng.random() < 0.2 else (fact,)
        made.append(
            candidate(
                f"q-{i}",
                *dict.fromkeys(asks),
                theme=themes[fact],
                depth=depths[fact],
                kind=kind,
                shape=shape,
                two_options=two,
                difficulty=rng.random(),
                reveals=(*asks, *rng.sample(names, rng.randrange(4))),
                topics=("course",) if rng.random() < 0.3 else ("soviet",),
            )
        )
    return made


def asked(candidates: list[Candidate], rules: Rules, seed: int, seen: dict[str, int] | None = None) -> list[Candidate]:
    by_id = {known.id: known for known in candidates}
    return [by_id[chosen] for chosen in select(candidates, rules, Random(seed), seen)]


def check_sound(chosen: list[Candidate]) -> None:
    facts = [fact for question in chosen for fact in question.asks]
    assert len(facts) == len(set(facts))
    assert sum(question.two_options for question in chosen) * 5 <= len(chosen)
    revealed: set[str] = set()
    for question in chosen:
        assert revealed.isdisjoint(question.asks)
        revealed |= set(question.reveals)


SIZES = st.sampled_from([1, 3, 10, 25, 10_000])


@given(st.integers(0, 10**6), SIZES, st.integers(0, 600), st.integers(1, 60))
def test_no_fact_comes_twice_and_none_is_given_away(seed: int, size: int, questions: int, facts: int) -> None:
    candidates = bank(seed, questions, max(facts, 4))
    chosen = asked(candidates, Rules(questions=size), seed)
    check_sound(chosen)
    assert len(chosen) <= size


def can_be_ordered(chosen: list[Candidate]) -> bool:
    """Whether some order gives nothing away, found by taking from the end whatever no other gives away."""
    left = list(chosen)
    while left:
        last = next((q for q in left if not any(set(q.asks) & set(o.reveals) for o in left if o is not q)), None)
        if last is None:
            return False
        left.remove(last)
    return True


@given(st.integers(0, 10**6), st.integers(1, 40), st.integers(4, 25))
def test_a_round_is_shorter_only_where_nothing_more_fits(seed: int, questions: int, facts: int) -> None:
    candidates = [c for c in bank(seed, questions, facts) if c.depth != "footnote"]
    chosen = asked(candidates, Rules(questions=10_000), seed)
    facts_asked = {fact for question in chosen for fact in question.asks}
    twos = sum(question.two_options for question in chosen)
    for more in candidates:
        if facts_asked.isdisjoint(more.asks) and (twos + more.two_options) * 5 <= len(chosen) + 1:
            assert not can_be_ordered([*chosen, more])


def test_equal_seeds_choose_alike_whatever_the_order_of_the_bank() -> None:
    candidates = bank(1)
    assert select(candidates, Rules(), Random(7)) == select(candidates[::-1], Rules(), Random(7))
    assert len({select(candidates, Rules(), Random(seed)) for seed in range(20)}) == 20


def test_a_mixed_round_takes_from_all_themes_evenly() -> None:
    for seed in range(50):
        themes = Counter(question.theme for question in asked(bank(1), Rules(), seed))
        assert sorted(themes.values()) == [3, 3, 4]


def test_a_small_theme_comes_a_little_less_often() -> None:
    sizes = {"crossings": 12, "geography": 50, "history": 110}
    candidates = [candidate(f"{theme}-{i}", theme=theme) for theme, size in sizes.items() for i in range(size)]
    for seed in range(50):
        themes = Counter(question.theme for question in asked(candidates, Rules(), seed))
        assert 2 <= themes["crossings"] <= themes["geography"] <= themes["history"] <= 5


def test_a_theme_or_topic_keeps_to_itself() -> None:
    candidates = bank(2)
    assert {q.theme for q in asked(candidates, Rules(theme="history"), 1)} == {"history"}
    assert all("course" in q.topics for q in asked(candidates, Rules(topic="course"), 1))
    assert asked(candidates, Rules(topic="no such"), 1) == []


def test_footnotes_come_only_with_a_topic() -> None:
    candidates = bank(3)
    usual = [q.depth for seed in range(30) for q in asked(candidates, Rules(), seed)]
    by_topic = [q.depth for q in asked(candidates, Rules(topic="course", questions=10_000), 1)]
    assert "footnote" not in usual
    assert "footnote" in by_topic


def test_core_facts_come_more_often_than_details() -> None:
    candidates = [candidate(f"c{i}") for i in range(50)] + [candidate(f"d{i}", depth="detail") for i in range(50)]
    depths = Counter(q.depth for seed in range(300) for q in asked(candidates, Rules(questions=5), seed))
    assert 1.25 < depths["core"] / depths["detail"] < 1.8


def test_a_fact_with_many_questions_is_asked_no_more_often() -> None:
    many = [candidate(f"many-{i}", "much-asked", kind=f"kind-{i}") for i in range(30)]
    candidates = [*many, *(candidate(f"c{i}") for i in range(29))]
    hits = sum(any(q.asks == ("much-asked",) for q in asked(candidates, Rules(questions=3), s)) for s in range(600))
    assert 30 < hits < 100  # 60 expected


def test_what_this_player_has_seen_least_comes_first() -> None:
    candidates = [candidate(f"c{i}") for i in range(40)]
    seen = {f"c{i}": 5 for i in range(20)}
    chosen = [q for seed in range(50) for q in asked(candidates, Rules(), seed, seen)]
    assert sum(q.id in seen for q in chosen) < 0.02 * len(chosen)
    even = {f"c{i}": 5 for i in range(40)}
    assert len({q.id for seed in range(50) for q in asked(candidates, Rules(), seed, even)}) == 40


def test_kinds_take_turns() -> None:
    kinds = ["one-best-answer", "typed", "number", "order"]
    candidates = [candidate(f"{fact}-{kind}", f"f{fact}", kind=kind) for fact in range(40) for kind in kinds]
    repeats = 0
    for seed in range(50):
        chosen = asked(candidates, Rules(), seed)
        counts = Counter(q.kind for q in chosen)
        assert len(counts) == 4
        assert max(counts.values()) <= 5
        repeats += sum(a.kind == b.kind for a, b in pairwise(chosen))
    assert repeats < 50  # one a round; chance alone would give more than two


def test_the_first_is_easy_and_later_ones_are_harder() -> None:
    rng = Random(4)
    candidates = [candidate(f"c{i}", difficulty=rng.random()) for i in range(100)]
    rounds = [asked(candidates, Rules(), seed) for seed in range(100)]
    assert all(chosen[0].difficulty < 0.4 for chosen in rounds)
    early = sum(q.difficulty for chosen in rounds for q in chosen[:4])
    late = sum(q.difficulty for chosen in rounds for q in chosen[-4:])
    assert late - early > 0.3 * 400


def test_what_the_opener_gives_away_is_not_asked_where_something_else_can_be() -> None:
    """It would have to stand before the opener, which then opened nothing."""
    opener = candidate("easy", difficulty=0.1, reveals=("easy", "told"))
    told = candidate("told", difficulty=0.9)
    others = [candidate(f"c{i}", difficulty=0.6 + i / 100) for i in range(12)]
    rounds = [asked([opener, told, *others], Rules(), seed) for seed in range(100)]
    opened = [chosen for chosen in rounds if chosen[0] == opener]
    assert len(opened) > 30
    assert not any(told in chosen for chosen in opened)
    assert told in asked([opener, told], Rules(), 1)


def test_a_question_that_shuts_out_all_others_does_not_cut_the_round_short() -> None:
    others = [candidate(f"c{i}", reveals=(f"c{i}", "hub")) for i in range(12)]
    hub = candidate("hub", reveals=("hub", *(f"c{i}" for i in range(12))))
    assert {len(asked([hub, *others], Rules(), seed)) for seed in range(50)} == {10}


def test_few_offer_two_options_even_where_most_do() -> None:
    candidates = [candidate(f"t{i}", two_options=True, kind="true-false") for i in range(100)]
    candidates += [candidate(f"c{i}") for i in range(20)]
    for size in (4, 5, 10, 20, 10_000):
        chosen = asked(candidates, Rules(questions=size), 1)
        assert sum(q.two_options for q in chosen) <= len(chosen) // 5
        assert len(chosen) == min(size, 25)


def test_a_topic_that_has_two_options_only_is_asked_all_the_same() -> None:
    """A teacher who names it wants it; the cap is there for variety, which such a topic has not."""
    candidates = [candidate(f"t{i}", two_options=True, topics=("sides",)) for i in range(20)]
    candidates += [candidate(f"c{i}", topics=("sides", "other")) for i in range(3)]
    assert len(asked(candidates, Rules(topic="sides"), 1)) == 10
    assert len(asked(candidates, Rules(topic="other"), 1)) == 3
    assert len(asked(candidates, Rules(), 1)) == 3


def test_no_round_opens_with_two_options_where_others_are_easy_too() -> None:
    candidates = [candidate(f"t{i}", two_options=True, difficulty=0.1) for i in range(20)]
    candidates += [candidate(f"c{i}", difficulty=0.3 + i / 100) for i in range(30)]
    rounds = [asked(candidates, Rules(), seed) for seed in range(100)]
    assert not any(chosen[0].two_options for chosen in rounds)


def test_two_that_give_each_other_away_never_meet() -> None:
    pair = [candidate("a", reveals=("a", "b")), candidate("b", reveals=("a", "b"))]
    assert {len(asked(pair, Rules(), seed)) for seed in range(20)} == {1}


def test_a_ring_of_three_loses_one_and_the_rest_stands_in_order() -> None:
    ring = [candidate(n, reveals=(n, next_)) for n, next_ in [("a", "b"), ("b", "c"), ("c", "a")]]
    for seed in range(20):
        chosen = asked(ring, Rules(), seed)
        assert len(chosen) == 2
        check_sound(chosen)


def test_one_that_gives_away_much_comes_last_however_easy() -> None:
    telling = candidate("telling", difficulty=0.0, reveals=("telling", *(f"c{i}" for i in range(9))))
    candidates = [telling, *(candidate(f"c{i}", difficulty=0.9) for i in range(9))]
    chosen = asked(candidates, Rules(), 3)
    assert (len(chosen), chosen[-1].id) == (10, "telling")


def test_after_the_first_few_a_breather_follows_each_harder_one() -> None:
    made = [candidate(f"fact-{n}", difficulty=n / 9, kind=f"kind-{n}") for n in range(10)]
    for seed in range(20):
        ids = select(made, Rules(questions=10), Random(seed))
        heights = [next(one.difficulty for one in made if one.id == name) for name in ids]
        assert max(heights[:3]) < 0.5
        for place in (3, 5, 7):
            assert heights[place] > heights[place + 1]
        assert heights[9] >= 0.8
