import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.rounds.scoring import NO_POINTS, Points, points, streak_multiplier

TIMES = st.floats(-60, 120)
LIMITS = st.floats(1, 3600)
STREAKS = st.integers(1, 50)


@pytest.mark.parametrize(
    ("used", "streak", "two_options", "last", "earned"),
    [
        (0, 1, False, False, Points(500, 500, 1.0, 1000)),
        (-3, 1, False, False, Points(500, 500, 1.0, 1000)),
        (12, 1, False, False, Points(500, 0, 1.0, 500)),
        (3, 2, False, False, Points(500, 375, 1.0, 875)),
        (3, 3, False, False, Points(500, 375, 1.2, 1050)),
        (3, 4, False, False, Points(500, 375, 1.2, 1050)),
        (3, 5, False, False, Points(500, 375, 1.5, 1313)),
        (3, 1, False, True, Points(500, 375, 2.0, 1750)),
        (3, 5, False, True, Points(500, 375, 3.0, 2625)),
        (0, 1, True, False, Points(250, 250, 1.0, 500)),
        (6, 3, True, True, Points(250, 125, 2.4, 900)),
    ],
)
def test_points_add_up(used: float, streak: int, two_options: bool, last: bool, earned: Points) -> None:
    assert points(True, used, 12, two_options, streak, last) == earned


@given(st.floats(0.05, 1), TIMES, LIMITS, st.booleans())
def test_partial_credit_earns_its_share(credit: float, used: float, limit: float, last: bool) -> None:
    whole, part = (points(worth, used, limit, False, 0, last) for worth in (1.0, credit))
    assert abs(part.total - credit * whole.total) <= 5, "base, speed and their sum are each rounded, and may be doubled"
    assert part.total <= whole.total


@given(TIMES, LIMITS, st.booleans(), STREAKS, st.booleans())
def test_nothing_wrong_earns_anything(used: float, limit: float, two: bool, streak: int, last: bool) -> None:
    assert points(False, used, limit, two, streak, last) == NO_POINTS


@given(TIMES, st.booleans(), STREAKS, st.booleans())
def test_a_calm_round_has_no_points(used: float, two: bool, streak: int, last: bool) -> None:
    assert points(True, used, None, two, streak, last) == NO_POINTS


@given(TIMES, LIMITS, st.booleans(), STREAKS, st.booleans())
def test_what_is_shown_makes_the_total(used: float, limit: float, two: bool, streak: int, last: bool) -> None:
    earned = points(True, used, limit, two, streak, last)
    assert abs((earned.base + earned.speed) * earned.multiplier - earned.total) <= 0.5
    assert earned.base == (250 if two else 500)
    assert 0 <= earned.speed <= earned.base


@given(TIMES, TIMES, LIMITS, STREAKS)
def test_nobody_loses_by_being_faster(one: float, other: float, limit: float, streak: int) -> None:
    fast, slow = sorted((one, other))
    assert (
        points(True, fast, limit, False, streak, False).total >= points(True, slow, limit, False, streak, False).total
    )


@given(TIMES, LIMITS, STREAKS)
def test_nobody_loses_by_a_longer_streak(used: float, limit: float, streak: int) -> None:
    longer = points(True, used, limit, False, streak + 1, False)
    assert longer.total >= points(True, used, limit, False, streak, False).total


def test_the_streak_counts_from_three_and_more_from_five() -> None:
    assert [streak_multiplier(n) for n in range(7)] == [1, 1, 1, 1.2, 1.2, 1.5, 1.5]
