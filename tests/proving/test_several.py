"""A sound question of several into which one mistake is put: the checker has to find each."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.generate.build import build
from quiz.generate.question import Name, Option, Picks, Question
from quiz.knowledge.model import Pack
from quiz.proving.check import Court, doubts
from quiz.proving.evidence import evidence
from tests.generate.vale import vale, with_changes
from tests.packs import entity, fact, relation, several

TOWNS = "on-the-north.several.multiple-response"
MADE = "known.several.multiple-response"
RIVALS = [{"is": word, "because": f"No {word} there.", "rests_on": ["ashford-glass"]} for word in ("iron", "silk")]


def with_words() -> Pack:
    known = relation("known_for", "town", "text", forward="closed", statement="{subject} has {object}.")
    facts = [fact(f"has-{word}", "ashford", "known_for", {"text": word}) for word in ("glass", "salt", "wool")]
    return with_changes(known, *facts, several("known", "known_for", subjects=["ashford"], rivals=RIVALS))


def question(pack: Pack, name: str) -> Question:
    return next(one for one in build(pack).questions if one.id == name)


def picks(sound: Question) -> Picks:
    assert isinstance(sound.answer, Picks)
    return sound.answer


def wrong_is(sound: Question, **changed: object) -> Question:
    first, *others = sound.pool
    return replace(sound, pool=(replace(first, **changed), *others))  # type: ignore[arg-type]


def proven_by(sound: Question, **changed: object) -> Question:
    return wrong_is(sound, proof=replace(sound.pool[0].proof, **changed))  # type: ignore[arg-type]


def right_is(sound: Question, option: Option) -> Question:
    answer = picks(sound)
    return replace(sound, answer=replace(answer, options=(option, *answer.options[1:])))


MUTANTS: list[tuple[str, Callable[[Question], Question], str]] = [
    (TOWNS, lambda q: replace(q, answer=Name("ashford", "Ashford")), "wrong-answer"),
    (TOWNS, lambda q: replace(q, stem="Which of these towns lie on the south side?"), "stem"),
    (TOWNS, lambda q: right_is(q, Option("birchley", "Birchley")), "wrong-answer"),
    (TOWNS, lambda q: right_is(q, Option("ashford", "Dalebury")), "same-thing"),
    (TOWNS, lambda q: wrong_is(q, option=Option("ashford", "Old Ashford")), "true-option"),
    (TOWNS, lambda q: wrong_is(q, option=Option("long-lake", "Long Lake")), "not-refuted"),
    (TOWNS, lambda q: wrong_is(q, option=q.pool[1].option), "same-thing"),
    (TOWNS, lambda q: proven_by(q, facts=("chalkham-side",)), "not-refuted"),
    (TOWNS, lambda q: proven_by(q, verdict=True), "not-refuted"),
    (TOWNS, lambda q: proven_by(q, sentence="It lies nowhere."), "told"),
    (MADE, lambda q: wrong_is(q, option=Option("salt", "salt")), "true-option"),
    (MADE, lambda q: wrong_is(q, option=Option("gold", "gold")), "not-refuted"),
    (MADE, lambda q: proven_by(q, closure=""), "not-refuted"),
    (MADE, lambda q: proven_by(q, facts=("has-glass", "ashford-glass")), "not-refuted"),
    (MADE, lambda q: right_is(q, Option("gold", "gold")), "wrong-answer"),
]


@pytest.mark.parametrize(("name", "mutate", "rule"), MUTANTS)
def test_each_mistake_is_found(name: str, mutate: Callable[[Question], Question], rule: str) -> None:
    pack = with_words()
    sound = question(pack, name)
    assert Court(pack).doubts(sound) == []
    assert rule in {doubt.rule for doubt in Court(pack).doubts(mutate(sound))}


def test_what_the_pack_does_not_want_asked_is_found() -> None:
    more = [entity("elm"), fact("elm-side", "elm", "lies_on", "north-side")]
    asked = question(with_changes(*more), TOWNS)
    unwanted = with_changes(more[0], more[1].but(not_asked="In dispute."))
    assert [(doubt.rule, doubt.option) for doubt in Court(unwanted).doubts(asked)] == [("wrong-answer", "Elm")]


def test_a_list_of_which_no_question_comes_is_told_at_its_block() -> None:
    pack = with_changes(several("on-the-north", "lies_on", objects=["north-side"], never_rivals=["birchley"]))
    (doubt,) = doubts(pack, build(pack))
    assert (doubt.rule, doubt.table, doubt.about, doubt.key) == ("no-rival", "several", "on-the-north", "rivals")


def test_every_option_is_shown_with_its_proof() -> None:
    shown = evidence(vale(), question(vale(), TOWNS), [])
    assert [(one.option, one.verdict) for one in shown] == [
        ("Ashford", "true"), ("Chalkham", "true"), ("Dalebury", "false"), ("Birchley", "false"),
    ]  # fmt: skip
    assert shown[0].states == "Which of these towns lie on the north side? – Ashford"
