from random import Random
from statistics import fmean

import pytest

from quiz.rounds.levels import AIM, Answered, Ratings, learned, select_at_level
from quiz.rounds.rating import Rating, expected, first_guess
from quiz.rounds.rules import ADAPTIVE, LEVELS, Rules
from quiz.rounds.selection import Candidate, select
from tests.rounds.test_selection import bank, candidate

GRADED = [candidate(f"fact-{n:02}", difficulty=n / 40) for n in range(41)]


def _round(
    level: str | None,
    *,
    able: float = 0.0,
    candidates: list[Candidate] = GRADED,
    questions: int = 10,
    difficulties: dict[str, Rating] | None = None,
) -> list[Candidate]:
    rules = Rules(questions=questions, level=level)
    ids = select_at_level(candidates, rules, Random(5), {}, Rating(able), difficulties or {})
    by_id = {one.id: one for one in candidates}
    return [by_id[name] for name in ids]


def _mean(chosen: list[Candidate]) -> float:
    return fmean(one.difficulty for one in chosen)


def test_the_levels_lie_in_their_order() -> None:
    easy, medium, hard = (_mean(_round(level)) for level in ("easy", "medium", "hard"))
    assert easy < 0.4 < medium < 0.6 < hard


def test_without_a_level_a_round_is_chosen_as_ever() -> None:
    rules = Rules()
    assert select_at_level(GRADED, rules, Random(5), {}, Rating(), {}) == select(GRADED, rules, Random(5))


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_never_makes_a_round_shorter(level: str) -> None:
    for seed in range(20):
        made = bank(seed)
        rules = Rules(questions=10, level=level)
        assert len(select_at_level(made, rules, Random(seed), {}, Rating(), {})) == 10


def test_where_a_level_has_too_few_the_next_nearest_fill_the_round() -> None:
    assert len(_round("hard", questions=41)) == 41


def test_each_theme_of_a_mixed_round_has_its_own_easy_ones() -> None:
    themes = {"geography": 0.0, "history": 0.5, "crossings": 0.9}
    made = [
        candidate(f"{theme}-{n:02}", theme=theme, difficulty=base + n / 400)
        for theme, base in themes.items()
        for n in range(20)
    ]
    assert {one.theme for one in _round("easy", candidates=made)} == set(themes)


@pytest.mark.parametrize("able", [-0.5, 0.0, 1.0])  # others find too few that suit them among these
def test_an_adaptive_round_aims_at_the_success_it_names(able: float) -> None:
    chosen = _round(ADAPTIVE, able=able)
    success = fmean(expected(Rating(able), first_guess(one.difficulty), 0.25) for one in chosen)
    assert success == pytest.approx(AIM, abs=0.08)


def test_who_is_abler_gets_harder_questions() -> None:
    assert _mean(_round(ADAPTIVE, able=-1)) < _mean(_round(ADAPTIVE, able=0)) < _mean(_round(ADAPTIVE, able=1))


def test_what_turned_out_hard_is_no_longer_easy() -> None:
    easiest = [one.family for one in GRADED[:16]]
    chosen = _round("easy", difficulties=dict.fromkeys(easiest, Rating(2.0, responses=40)))
    assert not {one.family for one in chosen} & set(easiest)


def test_a_family_nobody_answered_keeps_its_first_guess() -> None:
    assert _round("easy", difficulties={"fact-00": Rating(2.0, responses=0)}) == _round("easy")


def test_ratings_are_learned_from_responses_in_their_order() -> None:
    first = {"lake": 0.5, "river": 0.5}
    told = learned([Answered(1, "lake", 1.0, 0.25), Answered(2, "river", 0.0, 0.25)], first)
    assert told.abilities[1].value > 0 > told.abilities[2].value
    assert told.difficulties["lake"].value < 0 < told.difficulties["river"].value
    assert learned([], first) == Ratings({}, {family: first_guess(0.5) for family in first})


def test_a_family_that_is_asked_no_more_tells_nothing() -> None:
    assert learned([Answered(1, "gone", 1.0, 0.25)], {}) == Ratings()
