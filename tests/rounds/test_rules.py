import json

import pytest

from quiz.errors import RoundError
from quiz.rounds.rules import MIXED, THEMES, Rules


@pytest.mark.parametrize("theme", [*THEMES, MIXED])
def test_every_theme_can_be_played(theme: str) -> None:
    assert Rules(theme=theme).theme == theme


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"theme": "maps"}, "There is no theme “maps”. Choose one of: geography, history, crossings, mixed."),
        ({"theme": ""}, "There is no theme “”"),
        ({"level": "brutal"}, "There is no level “brutal”. Choose one of: easy, medium, hard, adaptive."),
        ({"topic": "  "}, "The topic has no name."),
        ({"questions": 0}, "A round of 0 questions cannot be played. Ask for one question or more."),
        ({"questions": -1}, "A round of -1 questions cannot be played."),
        ({"questions": 10**30}, "That is more questions than a round can have."),
        ({"seconds": 0}, "A limit of 0 seconds cannot be played. Choose from 1 to 3600 seconds."),
        ({"seconds": -3}, "A limit of -3 seconds"),
        ({"seconds": float("nan")}, "A limit of nan seconds"),
        ({"seconds": float("inf")}, "A limit of inf seconds"),
        ({"seconds": 5, "calm": True}, "A calm round has no clock."),
    ],
)
def test_rules_that_make_no_round_say_why_and_what_would_do(fields: dict[str, object], line: str) -> None:
    with pytest.raises(RoundError) as error:
        Rules(**fields)  # type: ignore[arg-type]
    assert str(error.value).startswith(line)


def test_a_long_theme_is_not_repeated_in_full() -> None:
    with pytest.raises(RoundError) as error:
        Rules(theme="x" * 10_000)
    assert len(str(error.value)) < 200


def test_ten_thousand_questions_may_be_asked_for() -> None:
    assert Rules(questions=10_000).questions == 10_000


def test_only_equal_rules_share_a_best_list() -> None:
    different = [
        Rules(),
        Rules(theme="history"),
        Rules(topic="course"),
        Rules(questions=5),
        Rules(seconds=8),
        Rules(calm=True),
    ]
    assert len({rules.best_list for rules in different}) == len(different)
    assert Rules(seconds=8).best_list == Rules(seconds=8.0).best_list
    assert json.loads(Rules().best_list) == ["mixed", None, 10, None, False]
