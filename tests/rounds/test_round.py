from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import RoundError
from quiz.generate.draw import Draw, draw
from quiz.generate.question import Pick, Question
from quiz.rounds.grading import UNANSWERED
from quiz.rounds.grading.several import right_options
from quiz.rounds.names import Names
from quiz.rounds.round import (
    Answer,
    Event,
    GiveUp,
    Next,
    Phase,
    Quit,
    Round,
    Start,
    TimeLeft,
    TimeOut,
    advance,
    open_round,
    time_left,
)
from quiz.rounds.rules import Rules
from quiz.rounds.scoring import NO_POINTS
from tests.samples import KYRGYZ_SIDE, many, question, right, several, wrong

CLAIM = question("claim", right("true", "True"), (wrong("false", "False"),))


def opened(count: int = 3, rules: Rules | None = None, extra: tuple[Question, ...] = ()) -> Round:
    return open_round(rules or Rules(), [draw(asked, 1) for asked in (*many(count), *extra)], Names())


def played(state: Round, *events: Event) -> Round:
    for event in events:
        state = advance(state, event)
    return state


def right_key(state: Round) -> str:
    answer = state.current.draw.question.answer
    assert isinstance(answer, Pick)
    return answer.option.key


def wrong_key(state: Round) -> str:
    return next(key for key in state.current.draw.keys if key != right_key(state))


def answer_right(state: Round, at: float) -> Round:
    return played(state, Answer(at, right_key(state)))


def test_a_round_runs_from_start_to_finish() -> None:
    state, at = opened(3), 100.0
    assert state.phase is Phase.READY
    state = played(state, Start(at))
    for index in range(3):
        assert (state.phase, state.index, state.shown_at) == (Phase.ASKING, index, at)
        state = answer_right(state, at + 1)
        assert state.phase is Phase.FEEDBACK
        at += 5
        state = played(state, Next(at))
    assert state.phase is Phase.FINISHED
    assert (state.right_count, state.streak, state.score) == (3, 3, 1000 + 1000 + 2400)
    assert [response.streak for response in state.responses] == [1, 2, 3]


def test_a_round_says_how_many_questions_there_really_are() -> None:
    assert opened(3, Rules(questions=10_000)).rules == Rules(questions=3)


def test_a_round_without_questions_cannot_be_opened() -> None:
    with pytest.raises(RoundError, match="no questions"):
        open_round(Rules(), [], Names())


def test_speed_counts_from_the_end_of_the_reading_time() -> None:
    state = played(opened(), Start(50))
    reading = state.current.reading
    assert answer_right(state, 50 + reading).score == 1000
    assert answer_right(state, 50 + reading + 6).score == 750
    assert answer_right(state, 50 + reading + 12).score == 500


def test_an_answer_at_the_last_moment_is_in_time_and_one_after_it_late() -> None:
    state = played(opened(), Start(0))
    assert state.current.allowed == state.current.reading + 12
    last = state.current.allowed
    assert not answer_right(state, last).responses[0].late
    late = answer_right(state, last + 0.01)
    response = late.responses[0]
    assert (response.late, response.right, response.points, late.streak, late.right_count) == (
        True,
        False,
        NO_POINTS,
        0,
        0,
    )
    assert response.grade.right
    assert response.grade.truth
    assert response.given == right_key(state)


def test_a_wrong_answer_ends_the_streak_and_is_told_what_it_is() -> None:
    state = played(answer_right(played(opened(), Start(0)), 1), Next(2))
    key = wrong_key(state)
    state = played(state, Answer(3, key))
    response = state.last_response
    assert response is not None
    assert (response.right, response.streak, response.points, response.given) == (False, 0, NO_POINTS, key)
    assert response.grade.truth.startswith("Wrong")
    assert state.score == 1000


def test_running_out_of_time_is_late_without_an_answer() -> None:
    state = played(opened(), Start(0), TimeOut(30))
    response = state.responses[0]
    assert (response.given, response.grade, response.late, response.used) == (None, UNANSWERED, True, 30)
    assert state.phase is Phase.FEEDBACK


def test_giving_up_is_wrong_but_not_late() -> None:
    for rules in (Rules(), Rules(calm=True)):
        response = played(opened(rules=rules), Start(0), GiveUp(3)).responses[0]
        assert (response.given, response.grade, response.late, response.right) == (None, UNANSWERED, False, False)


def test_a_calm_round_has_no_clock_and_counts_right_answers() -> None:
    state = played(opened(rules=Rules(calm=True)), Start(0))
    assert played(state, TimeOut(1000)) is state
    assert time_left(state, 1000) is None
    state = answer_right(state, 100_000)
    assert (state.right_count, state.score, state.responses[0].late) == (1, 0, False)


def test_the_seconds_of_the_rules_are_the_limit_of_every_question() -> None:
    state = opened(rules=Rules(seconds=4), extra=(CLAIM,))
    assert {item.limit for item in state.items} == {4}


def test_two_options_earn_half_and_the_last_question_counts_double() -> None:
    state = played(opened(0, extra=(CLAIM, CLAIM)), Start(0), Answer(0, "true"))
    assert state.score == 500
    assert played(state, Next(1), Answer(1, "true")).score == 500 + 1000


def test_quitting_keeps_what_was_answered() -> None:
    state = played(answer_right(played(opened(), Start(0)), 1), Next(2), Quit(3))
    assert (state.phase, len(state.responses), state.right_count) == (Phase.LEFT, 1, 1)
    assert played(opened(), Quit(0)).phase is Phase.LEFT
    assert played(answer_right(played(opened(), Start(0)), 1), Quit(2)).phase is Phase.LEFT


def test_quitting_after_the_last_answer_is_finishing() -> None:
    assert played(answer_right(played(opened(1), Start(0)), 1), Quit(2)).phase is Phase.FINISHED


@pytest.mark.parametrize(
    ("before", "events"),
    [
        ((), (Answer(1, "r0"), TimeOut(1), GiveUp(1), Next(1))),
        ((Start(0),), (Start(1), Next(1))),
        ((Start(0), TimeOut(30)), (Start(31), Answer(31, "r0"), TimeOut(31), GiveUp(31))),
        ((Start(0), Quit(1)), (Start(2), Answer(2, "r0"), TimeOut(2), GiveUp(2), Next(2), Quit(2))),
    ],
)
def test_events_that_do_not_fit_change_nothing(before: tuple[Event, ...], events: tuple[Event, ...]) -> None:
    state = played(opened(), *before)
    assert all(advance(state, event) is state for event in events)


def test_what_is_left_of_the_time() -> None:
    state = played(opened(), Start(10))
    reading = state.current.reading
    assert time_left(state, 10) == TimeLeft(reading, 12, 1)
    assert time_left(state, 10 + reading) == TimeLeft(0, 12, 1)
    half = time_left(state, 10 + reading + 6)
    assert half
    assert (half.reading, half.seconds, half.fraction) == (0, pytest.approx(6), pytest.approx(0.5))
    assert time_left(state, 1000) == TimeLeft(0, 0, 0)
    assert time_left(opened(), 0) is None
    assert time_left(played(state, TimeOut(30)), 31) is None


def test_a_clock_that_steps_back_pays_nothing_extra() -> None:
    state = answer_right(played(opened(), Start(100)), 40)
    assert (state.responses[0].used, state.score) == (0, 1000)
    left = time_left(played(opened(), Start(100)), 40)
    assert left
    assert left.fraction == 1


def test_a_round_that_was_advanced_is_a_new_one() -> None:
    state = opened()
    started = advance(state, Start(5))
    assert (state.phase, started.phase) == (Phase.READY, Phase.ASKING)
    assert started != state
    assert replace(started, phase=Phase.READY, shown_at=0.0) == state


STEPS = st.tuples(
    st.sampled_from(["start", "right", "wrong", "time-out", "give-up", "next", "next", "quit"]), st.floats(-2, 20)
)
ORDINARY = st.lists(STEPS, max_size=40)


def event_for(step: str, at: float, state: Round) -> Event:
    return {
        "start": Start(at),
        "right": Answer(at, right_key(state)),
        "wrong": Answer(at, wrong_key(state)),
        "time-out": TimeOut(at),
        "give-up": GiveUp(at),
        "next": Next(at),
        "quit": Quit(at),
    }[step]


@given(ORDINARY, st.integers(1, 5), st.sampled_from([Rules(), Rules(calm=True), Rules(seconds=2)]))
def test_any_events_in_any_order_leave_a_sound_round(steps: list[tuple[str, float]], count: int, rules: Rules) -> None:
    state, at = opened(count, rules, extra=(CLAIM,)), 0.0
    for step, passed in steps:
        at += passed
        before, state = state, advance(state, event_for(step, at, state))
        check(before, state)


def check(before: Round, state: Round) -> None:
    """What holds of every state, and of every step."""
    answered = state.index + (state.phase in (Phase.FEEDBACK, Phase.FINISHED))
    assert len(state.responses) == answered or state.phase is Phase.LEFT
    assert state.responses[: len(before.responses)] == before.responses
    assert len(state.responses) - len(before.responses) in (0, 1)
    assert 0 <= state.index < len(state.items)
    assert state.score >= before.score
    assert state.right_count <= len(state.responses) <= len(state.items)
    if state.phase is Phase.FINISHED:
        assert len(state.responses) == len(state.items)
    if before.phase in (Phase.FINISHED, Phase.LEFT):
        assert state is before
    run = 0
    for item, response in zip(state.items, state.responses, strict=False):
        run = run + 1 if response.right else 0
        assert response.streak == run
        assert response.used >= 0
        assert (response.points.total > 0) == (response.right and item.limit is not None)
        assert response.question_id == item.draw.question.id
    if state.rules.calm:
        assert state.score == 0
        assert not any(response.late for response in state.responses)


def test_an_impossible_answer_is_a_bug_of_the_face() -> None:
    with pytest.raises(ValueError, match="shows no option"):
        played(opened(), Start(0), Answer(1, "nowhere"))


def test_a_draw_without_options_is_read_by_its_stem_alone() -> None:
    asked = many(1)[0]
    state = open_round(Rules(), [Draw(asked, ())], Names())
    assert state.current.reading == 1 + len(asked.stem) / 20


def several_after_one() -> Round:
    """A round of one right answer, then a question of several in which two or three of four fit."""
    state = open_round(Rules(), [draw(asked, 1) for asked in (*many(1), several(), *many(3)[2:])], Names())
    return played(answer_right(played(state, Start(0.0)), 1.0), Next(2.0))


def fitting_keys(state: Round) -> list[str]:
    return [option.key for option in right_options(state.current.draw, KYRGYZ_SIDE)]


def test_part_of_several_earns_its_share_but_ends_the_streak() -> None:
    state = several_after_one()
    keys = fitting_keys(state)
    state = played(state, Answer(2.5, (keys[0],)))
    response = state.responses[-1]
    assert (response.right, response.partly, response.streak) == (False, True, 0)
    assert response.grade.credit == 1 / len(keys)
    assert abs(response.points.total - 1000 / len(keys)) <= 1
    assert state.right_count == 1


def test_all_of_several_is_right() -> None:
    state = several_after_one()
    state = played(state, Answer(2.5, tuple(fitting_keys(state))))
    response = state.responses[-1]
    assert (response.right, response.partly, response.streak, response.points.total) == (True, False, 2, 1000)


def test_part_of_several_too_late_earns_nothing() -> None:
    state = several_after_one()
    state = played(state, Answer(200.0, (fitting_keys(state)[0],)))
    response = state.responses[-1]
    assert (response.right, response.partly, response.points) == (False, False, NO_POINTS)
