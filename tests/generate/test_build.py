import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from itertools import product
from pathlib import Path
from shutil import copytree

import pytest

from quiz.generate.build import LARGEST_SHARE, build
from quiz.generate.content import GENERATOR_VERSION, BankContent, NameRow
from quiz.generate.listing import line
from quiz.generate.question import Pick, Refusal, Sequence
from quiz.knowledge.model import Pack
from tests.generate.vale import GLASS, VALE, vale, with_changes
from tests.packs import Block, entity, fact, read, relation, write

ROOT = Path(__file__).parents[2]


def ids(content: BankContent) -> set[str]:
    return {question.id for question in content.questions}


def refusals(content: BankContent, name: str) -> dict[tuple[str, str], str]:
    return {(r.kind, r.slot): r.reason for r in content.refusals if r.fact == name}


def test_a_fact_is_asked_in_every_kind_and_slot_that_is_sound_and_every_other_is_refused_with_its_reason() -> None:
    content = build(vale())
    assert {name for name in ids(content) if name.startswith("ashford-side")} == {"ashford-side.object.one-best-answer"}
    assert refusals(content, "ashford-side") == {
        ("one-best-answer", "subject"): "no-stem",
        ("typed", "object"): "not-a-name",
        ("typed", "subject"): "no-stem",
        ("number", "object"): "no-number",
        ("true-false", "object"): "same-as-choice",
    }
    assert all(refused.detail for refused in content.refusals)


def test_each_kind_is_made_of_the_vale() -> None:
    kinds = Counter(question.kind for question in build(vale()).questions)
    assert set(kinds) == {"one-best-answer", "typed", "number", "order", "true-false", "multiple-response"}


def test_questions_facts_and_entities_stand_in_the_order_of_the_pack() -> None:
    content = build(vale())
    place = {
        name: n for n, name in enumerate([*vale().facts, *(block.id for block in (*vale().orders, *vale().several))])
    }
    asked = [place[question.id.split(".")[0]] for question in content.questions]
    assert asked == sorted(asked)
    assert [row.id for row in content.facts] == list(vale().facts)
    assert [row.id for row in content.entities] == list(vale().entities)


def test_ids_are_made_of_what_is_asked_and_not_of_how_it_is_worded() -> None:
    words = {"ask": "Whose shore is Ashford on?", "explanation": "It is known.", "depth": "detail"}
    reworded = with_changes(fact("ashford-lake", "ashford", "lies_by", "long-lake", **words))
    assert ids(build(reworded)) == ids(build(vale()))


def test_a_stem_with_two_answers_is_refused_for_both() -> None:
    """Nobody could know which is meant; the writer is told which facts answer the same question."""
    twice = [fact(f"{town}-{n}", town, "lies_by", "long-lake", ask="By which lake does the old town lie?")
             for n, town in enumerate(["ashford"])]  # fmt: skip
    other = fact("birchley-lake", "birchley", "lies_by", "round-lake", ask="By which lake does the old town lie?")
    content = build(with_changes(*twice, other, without=("ashford-lake",)))
    for name in ("ashford-0", "birchley-lake"):
        assert refusals(content, name)["one-best-answer", "object"] == "several-answers"
        assert refusals(content, name)["typed", "object"] == "several-answers"
        assert f"{name}.object.typed" not in ids(content)


def test_a_fact_that_is_not_asked_says_why_and_has_no_question() -> None:
    content = build(with_changes(GLASS.but(not_asked="Everyone knows.")))
    assert not any(name.startswith("ashford-glass") for name in ids(content))
    assert Refusal("ashford-glass", "any", "any", "not-asked", "Everyone knows.") in content.refusals
    rows = {row.id: row for row in content.facts}
    assert rows["ashford-glass"].not_asked == "Everyone knows."
    assert rows["ashford-lake"].not_asked == ""


def test_a_fact_that_is_asked_with_another_is_asked_by_all_of_its_questions_and_has_none_of_its_own() -> None:
    content = build(with_changes(GLASS.but(asked_with="ashford-lake")))
    assert not any(name.startswith("ashford-glass") for name in ids(content))
    lake = [question for question in content.questions if question.id.startswith("ashford-lake")]
    assert lake
    assert all(question.asks == ("ashford-lake", "ashford-glass") for question in lake)
    assert all("ashford-glass" in question.reveals for question in lake)
    assert next(row for row in content.facts if row.id == "ashford-glass").not_asked == ""


def test_a_fact_that_nothing_asks_tells_the_refusals_as_the_reason() -> None:
    alone = with_changes(relation("knows", "town", "side", ask="What does {subject} know?"),
                         fact("knows", "ashford", "knows", "north-side"))  # fmt: skip
    row = next(row for row in build(alone).facts if row.id == "knows")
    assert "one-best-answer: 0 refuted rivals are there, 3 are needed" in row.not_asked


def _many(count: int, *, misled: int) -> Pack:
    """A pack with many facts of which some are believed wrongly, and so make true-false questions."""
    towns = [entity(f"town-{n}") for n in range(count)]
    lakes = [entity(f"lake-{n}", "lake") for n in range(4)]
    near = relation(
        "near", "town", "lake", forward="one", statement="{subject} is near {object}.", ask="Near which is {subject}?"
    )
    rivals = [[{"is": f"lake-{other}", "because": "No."} for other in range(4) if other != n % 4] for n in range(count)]
    facts = [
        fact(f"f{n}", f"town-{n}", "near", f"lake-{n % 4}", theme="history" if n % 3 else "geography", rivals=rivals[n],
             **({} if n < misled else {"skip": {"true-false": "No."}}))
        for n in range(count)
    ]  # fmt: skip
    return read(*towns, *lakes, near, *facts)


@pytest.mark.parametrize(("count", "misled"), list(product((1, 5, 12, 30), (1, 5, 30))))
def test_true_false_is_at_most_a_quarter_of_each_theme_and_the_rest_is_refused(count: int, misled: int) -> None:
    content = build(_many(count, misled=misled))
    for theme in ("geography", "history"):
        mine = [question for question in content.questions if question.theme == theme]
        share = [question for question in mine if question.kind == "true-false"]
        assert len(share) <= LARGEST_SHARE * len(mine)
    left = Counter(refused.reason for refused in content.refusals)["share-of-true-false"]
    made = sum(question.kind == "true-false" for question in content.questions)
    assert left + made == min(count, misled)


def test_a_quarter_is_used_where_there_are_enough_and_about_half_of_it_is_true() -> None:
    content = build(_many(60, misled=60))
    said = [q.answer.option.key for q in content.questions if q.kind == "true-false" and isinstance(q.answer, Pick)]
    assert len(said) >= 0.22 * len(content.questions)
    assert 0.35 <= said.count("true") / len(said) <= 0.65


def test_every_name_of_an_entity_is_handed_on_the_one_shown_first() -> None:
    pack = with_changes(entity("ashford", label="Ashford town", in_text="old Ashford", aliases=["Ash", "Эшфорд"]))
    rows = [row for row in build(pack).names if row.entity == "ashford"]
    assert rows == [
        NameRow("ashford", name, alias)
        for name, alias in (
            ("Ashford town", False),
            ("Ashford", True),
            ("old Ashford", True),
            ("Ash", True),
            ("Эшфорд", True),
        )
    ]


def test_every_entity_tells_one_truth_and_labels_and_source_are_handed_on() -> None:
    content = build(vale())
    assert {row.id: row.what for row in content.entities}["long-lake"] == "The Long Lake is where Ashford lies."
    assert [(row.id, row.title) for row in content.topics] == [
        ("course", "Course"),
        ("towns", "Towns"),
        ("years", "Years"),
    ]
    assert {row.kind for row in content.kinds} >= {"town", "lake"}
    assert (content.pack_id, content.title, content.source, content.source_date) == (
        "vale",
        "The vale",
        "A map",
        "2026-11",
    )


def test_all_that_a_question_names_is_in_the_pack() -> None:
    content = build(vale())
    facts = {row.id for row in content.facts}
    entities = {row.id for row in content.entities}
    for question in content.questions:
        assert set(question.asks) <= set(question.rests_on) <= facts
        assert set(question.asks) <= set(question.reveals) <= facts
        for distractor in question.pool:
            assert set(distractor.proof.facts) | set(distractor.reveals) <= facts
            assert set(distractor.clashes) <= {other.option.key for other in question.pool}
        if isinstance(question.answer, Sequence):
            assert {item.key for item in question.answer.items} <= entities


def test_a_pack_of_nothing_makes_a_bank_of_nothing() -> None:
    content = build(read())
    assert (content.questions, content.facts, content.refusals) == ((), (), ())


def test_facts_that_are_added_elsewhere_take_no_question_away() -> None:
    more: list[Block] = [entity("elm"), fact("elm-begun", "elm", "begun_in", {"date": "1777"})]
    assert ids(build(with_changes(*more))) >= ids(build(vale()))


def _bank_list(home: Path, pack: Path, hash_seed: str) -> bytes:
    command = [
        sys.executable,
        "-m",
        "quiz",
        "--home",
        str(home),
        "bank",
        "list",
        "--pack",
        str(pack),
        "--format",
        "jsonl",
    ]
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=env, capture_output=True, check=True, cwd=home).stdout


@pytest.mark.parametrize("which", ["vale", "kz-kg"])
def test_the_same_pack_gives_the_same_bytes_in_every_process(tmp_path: Path, which: str) -> None:
    pack = write(tmp_path / "pack", *VALE) if which == "vale" else copytree(ROOT / "questions/kz-kg", tmp_path / "pack")
    first, second = (_bank_list(tmp_path, pack, seed) for seed in ("1", "4242"))
    assert first
    assert first == second
    assert first.count(b"\n") == len(first.splitlines())


PINNED = (3, "f764036f3d9bf738")
"""The version of the generator and what it makes of the small pack: raise the one whenever the other changes."""


def test_a_generator_that_makes_other_questions_has_another_version() -> None:
    """Banks that an older generator built must count as stale, or players keep its questions."""
    lines = [json.dumps(line(question), sort_keys=True) for question in build(vale()).questions]
    assert (GENERATOR_VERSION, hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]) == PINNED
