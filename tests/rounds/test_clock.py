import pytest

from quiz.generate.draw import draw
from quiz.generate.question import Option, Question, Sequence, Shape
from quiz.rounds.clock import has_two_options, limit, reading
from quiz.rounds.rules import Rules
from tests.samples import content, question, right, wrong

BY_KIND = {asked.kind: asked for asked in content().questions}
CLAIM = question("claim", right("true", "True"), (wrong("false", "False"),))


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [(BY_KIND["one-best-answer"], 12), (CLAIM, 8), (BY_KIND["typed"], 20), (BY_KIND["number"], 15),
     (BY_KIND["order"], 25)],
)  # fmt: skip
def test_each_shape_has_its_limit(asked: Question, seconds: float) -> None:
    assert limit(asked, Rules()) == seconds
    assert limit(asked, Rules(seconds=5)) == 5
    assert limit(asked, Rules(calm=True)) is None


def test_only_a_choice_of_two_has_two_options() -> None:
    pair = question("pair", Sequence((Option("a", "A"), Option("b", "B")), ("", ""), 2), shape=Shape.ORDER)
    assert [has_two_options(asked) for asked in (CLAIM, BY_KIND["typed"], pair)] == [True, False, False]


def test_reading_time_counts_every_letter_shown_once() -> None:
    short = question("short", right("a", "aa"), (wrong("b", "bb"), wrong("c", "cc"), wrong("d", "dd")), stem="s" * 32)
    assert reading(draw(short, 1)) == 1 + 40 / 20


def test_a_usual_question_is_read_in_a_few_seconds() -> None:
    times = [reading(draw(asked, 0)) for asked in content().questions]
    assert all(1 < time < 8 for time in times)
