from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.question import Shape
from quiz.rounds.rating import Rating, as_difficulty, expected, first_guess, guessing, updated
from tests.bench.bench_rating import rank_correlation, simulate

values = st.floats(-6, 6)
ratings = st.builds(Rating, values, st.integers(0, 10_000))
guesses = st.floats(0, 0.5)


@given(ratings, ratings, guesses)
def test_the_expected_success_lies_between_guessing_and_certainty(able: Rating, hard: Rating, guess: float) -> None:
    assert guess <= expected(able, hard, guess) <= 1


@given(ratings, ratings, guesses)
def test_who_is_right_is_held_abler_and_the_family_easier(able: Rating, hard: Rating, guess: float) -> None:
    after_able, after_hard = updated(able, hard, 1, guess)
    assert after_able.value >= able.value
    assert after_hard.value <= hard.value
    assert (after_able.responses, after_hard.responses) == (able.responses + 1, hard.responses + 1)


@given(ratings, ratings, guesses)
def test_who_is_wrong_is_held_less_able_and_the_family_harder(able: Rating, hard: Rating, guess: float) -> None:
    after_able, after_hard = updated(able, hard, 0, guess)
    assert after_able.value < able.value
    assert after_hard.value > hard.value


@given(values, values, st.integers(0, 1000), st.floats(0, 1))
def test_the_more_responses_a_rating_rests_on_the_less_it_moves(
    able: float, hard: float, responses: int, credit: float
) -> None:
    young, _ = updated(Rating(able, responses), Rating(hard), credit)
    old, _ = updated(Rating(able, responses + 50), Rating(hard), credit)
    assert abs(old.value - able) <= abs(young.value - able)


def test_a_guess_among_few_options_proves_little() -> None:
    guessed, _ = updated(Rating(), Rating(), 1, guessing(Shape.CHOICE, 2))
    recalled, _ = updated(Rating(), Rating(), 1, guessing(Shape.TEXT, 0))
    assert guessed.value < recalled.value


@pytest.mark.parametrize(
    ("shape", "options", "chance"), [(Shape.CHOICE, 4, 0.25), (Shape.TEXT, 0, 0), (Shape.ORDER, 4, 0)]
)
def test_only_a_choice_can_be_guessed(shape: Shape, options: int, chance: float) -> None:
    assert guessing(shape, options) == chance


@given(st.floats(0, 1))
def test_a_first_guess_comes_back_as_it_was(difficulty: float) -> None:
    assert as_difficulty(first_guess(difficulty)) == pytest.approx(difficulty)


@pytest.mark.parametrize("credit", [-0.1, 1.1])
def test_no_response_is_worth_less_than_nothing_or_more_than_all(credit: float) -> None:
    with pytest.raises(ValueError, match="worth 0 to 1"):
        updated(Rating(), Rating(), credit)


def test_difficulties_are_found_from_responses_though_all_first_guesses_are_alike() -> None:
    truth, found = simulate(Random(3), families=60, players=60, responses=100)
    assert rank_correlation(truth, found) > 0.9


def test_ranks_agree_fully_with_themselves_and_not_at_all_backwards() -> None:
    assert rank_correlation([1, 2, 3, 4], [10, 20, 30, 40]) == 1
    assert rank_correlation([1, 2, 3, 4], [4, 3, 2, 1]) == -1
