import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quiz.commands.bank import command
from quiz.errors import BankError, PackError
from quiz.generate.build import build
from quiz.knowledge.load import load
from quiz.store.homes import Homes, find
from tests.generate.vale import FACTS, ORDERS, PLACES, RELATIONS, VALE
from tests.packs import Block, entity, fact, line_of, relation, write
from tests.store.helpers import REPOSITORY

PACK = REPOSITORY / "questions" / "kz-kg"
LAKE = "ashford-lake.object.one-best-answer"


@pytest.fixture
def homes(tmp_path: Path) -> Homes:
    return find(tmp_path / "home", {})


# Neighbours made of a whole day share so much with it that the linter finds convergence; a year's do not.
SOUND = [block.but(object={"date": "1836"}) if block.id == "chalkham-begun" else block for block in VALE]


@pytest.fixture
def vale(tmp_path: Path) -> Path:
    return write(tmp_path / "vale", *VALE)


def bank(homes: Homes, *arguments: object) -> str:
    result = CliRunner().invoke(command, [str(a) for a in arguments], obj=homes, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def data(homes: Homes, *arguments: object) -> Any:
    return json.loads(bank(homes, *arguments, "--format", "json"))


def findings(homes: Homes, folder: Path) -> tuple[str, ...]:
    with pytest.raises(PackError) as caught:
        bank(homes, "check", "--pack", folder)
    return caught.value.findings


# --- show ---


def test_show_gives_every_option_its_statement_its_verdict_and_what_is_behind_it(homes: Homes, vale: Path) -> None:
    told = data(homes, "show", LAKE, "--pack", vale)
    assert (told["stem"], told["answer"]) == ("By which lake does Ashford lie?", "Long Lake")
    proofs = {proof["option"]: proof for proof in told["proofs"]}
    assert proofs["Long Lake"]["right"] is True
    assert (proofs["Long Lake"]["states"], proofs["Long Lake"]["verdict"]) == ("Ashford lies by the Long Lake.", "true")
    salt = proofs["Salt Lake"]
    assert (salt["states"], salt["verdict"]) == ("Ashford lies by the Salt Lake.", "false")
    assert (salt["reason"], salt["closure"]) == ("another-object", "The map shows it.")
    assert {"id": "ashford-lake", "statement": "Ashford lies by the Long Lake."} in salt["facts"]
    assert told["doubts"] == []


def test_show_gives_the_written_refutation(homes: Homes, vale: Path) -> None:
    told = data(homes, "show", "ashford-glass.object.one", "--pack", vale)
    barrels = next(proof for proof in told["proofs"] if proof["option"] == "oak barrels")
    assert (barrels["reason"], barrels["told"]) == ("written", "Barrels come from Birchley.")
    assert barrels["states"] == "Ashford is famous for oak barrels."


def test_every_question_can_be_shown_and_none_of_its_options_is_without_a_verdict(homes: Homes, vale: Path) -> None:
    questions = build(load(vale)).questions
    for question in questions:
        text = bank(homes, "show", question.id, "--pack", vale)
        told = data(homes, "show", question.id, "--pack", vale)
        assert len(told["proofs"]) >= 1 + len(question.pool)
        assert "not proven" not in text
        for key in ("stem", "explanation", "source"):
            assert told[key] in text
        for proof in told["proofs"]:
            assert proof["states"], question.id
            assert proof["states"] in text
            assert proof["facts"], question.id
            assert all(one["statement"] in text for one in proof["facts"])
            assert proof["closure"] in text


def test_a_pipe_gets_a_line_for_each_thing(homes: Homes, vale: Path) -> None:
    lines = bank(homes, "show", LAKE, "--pack", vale).splitlines()
    assert "wrong: Salt Lake" in lines
    assert "  closure     The map shows it." in lines
    assert any(one.startswith("  asks        ashford-lake") for one in lines)


@pytest.mark.parametrize("name", ["show", "try"])
def test_an_id_may_be_cut_short_where_it_stays_unique(homes: Homes, vale: Path, name: str) -> None:
    response = ["a"] if name == "try" else []
    assert data(homes, name, "ashford-lake.object.one", *response, "--pack", vale)["id"] == LAKE
    with pytest.raises(BankError, match=r"\d+ questions begin with 'ashford-lake': ashford-lake\.object") as caught:
        bank(homes, name, "ashford-lake", *response, "--pack", vale)
    assert "more. Write more of the id" in str(caught.value) or LAKE in str(caught.value)


@pytest.mark.parametrize("wanted", ["ashford-lkae.object.one-best-answer", "", "x" * 5000, "ashford\x1b[31m"])
def test_an_unknown_id_is_told_the_nearest(homes: Homes, vale: Path, wanted: str) -> None:
    with pytest.raises(BankError, match="the nearest are") as caught:
        bank(homes, "show", wanted, "--pack", vale)
    assert len(str(caught.value)) < 500
    assert "\x1b" not in str(caught.value)
    if wanted.startswith("ashford-lkae"):
        assert f"the nearest are {LAKE}" in str(caught.value)


# --- try ---


@pytest.mark.parametrize(
    ("name", "response", "right", "how"),
    [
        ("ashford-lake.object.typed", "long lake", True, "exact"),
        ("ashford-lake.subject.typed", "old ashford", True, "alias"),
        ("ashford-lake.subject.typed", "Ashfort", True, "spelling"),
        ("ashford-lake.subject.typed", "Birchley", False, "other-entity"),
        ("ashford-lake.subject.typed", "7", False, "unreadable"),
        ("ashford-begun.object.typed", "1801", True, "within"),
        ("ashford-begun.object.typed", "1802", False, "outside"),
        ("birchley-begun.object.typed", "1824", False, "coarser"),
        ("ashford-far.object.number", "1 212 km", True, "within"),
        ("ashford-far.object.number", "-5", False, "outside"),
        (LAKE, "Long Lake", True, "option"),
        (LAKE, "Salt Lake", False, "option"),
        (LAKE, "z", False, "unreadable"),
        ("towns-begun.order", "Ashford, Birchley, Chalkham, Dalebury", True, "order"),
        ("towns-begun.order", "Birchley > Ashford > Chalkham > Dalebury", False, "order"),
    ],
)
def test_try_tells_how_a_response_would_be_graded(
    homes: Homes, vale: Path, name: str, response: str, right: bool, how: str
) -> None:
    told = data(homes, "try", name, response, "--pack", vale)
    assert (told["right"], told["how"]) == (right, how)
    assert told["why"]
    assert told["feedback"]
    text = bank(homes, "try", name, response, "--pack", vale)
    assert all(part in text for part in (told["stem"], told["how"], told["why"], *told["feedback"]))


def test_a_letter_is_of_the_options_that_are_shown(homes: Homes, vale: Path) -> None:
    told = data(homes, "try", LAKE, "a", "--pack", vale)
    listed = [json.loads(one) for one in bank(homes, "list", "--format", "jsonl", "--pack", vale).splitlines()]
    assert told["options"] == next(one["options"] for one in listed if one["id"] == LAKE)
    assert told["understood"] == told["options"][0]


def test_an_option_is_graded_though_the_usual_draw_leaves_it_out(homes: Homes) -> None:
    """Every wrong option of the shipped bank can be tried, and is told what it truly is."""
    bank(homes, "build")
    content = build(load(PACK))
    large = next(question for question in content.questions if question.id == "treaty-signed.object.one-best-answer")
    for wrong in large.pool:
        told = data(homes, "try", large.id, wrong.option.text)
        assert (told["right"], told["how"]) == (False, "option")
        assert wrong.proof.sentence in told["feedback"]


def test_feedback_is_what_play_says(homes: Homes, vale: Path) -> None:
    told = data(homes, "try", LAKE, "Salt Lake", "--pack", vale)
    assert told["feedback"][:2] == [
        "You said Salt Lake. The answer: Long Lake.",
        "The Salt Lake is where Chalkham lies.",
    ]


def test_bytes_that_are_no_text_are_no_traceback(tmp_path: Path) -> None:
    run = [
        sys.executable,
        "-m",
        "quiz",
        "--home",
        str(tmp_path),
        "bank",
        "try",
        "lake-passed.object.typed",
        b"\xff\x1b",
    ]
    ended = subprocess.run(run, capture_output=True, cwd=REPOSITORY, timeout=60)
    assert (ended.returncode, b"Traceback" in ended.stderr) == (0, False)
    assert b"\x1b" not in ended.stdout


# --- check ---


def test_the_shipped_pack_is_proven_again(homes: Homes) -> None:
    assert "proofs derived again" in bank(homes, "check")


def broken(folder: Path, *changed: Block, without: tuple[str, ...] = ()) -> Path:
    ids = {(block.table, block.id) for block in changed}
    kept = [block for block in SOUND if (block.table, block.id) not in ids and block.id not in without]
    return write(folder, *kept, *changed)


def test_a_flawed_item_is_found_at_its_question(homes: Homes, vale: Path) -> None:
    with pytest.raises(PackError) as error:
        bank(homes, "check", "--pack", vale)
    (finding,) = error.value.findings
    block = (vale / "facts.toml").read_text("utf-8").split('id = "chalkham-begun"')[0].count("\n")
    assert finding.startswith(f"facts.toml:{block}: question 'chalkham-begun.object.one-best-answer': ")
    assert finding.endswith("(convergence)")


def test_a_relation_without_a_sound_distractor_is_found(homes: Homes, tmp_path: Path) -> None:
    open_relation = next(block for block in RELATIONS if block.id == "lies_by").but(forward="open", backward="open")
    folder = broken(tmp_path / "pack", open_relation)
    found = [one for one in findings(homes, folder) if "no-rival" in one]
    assert len(found) == 1
    assert found[0].startswith(line_of(folder / "relations.toml", "forward", 'id = "lies_by"'))
    assert "no wrong option is refuted for any fact of 'lies_by'" in found[0]


def test_an_entity_that_nothing_speaks_of_is_found(homes: Homes, tmp_path: Path) -> None:
    folder = broken(tmp_path / "pack", entity("elmstead"))
    (found,) = findings(homes, folder)
    assert found.startswith(line_of(folder / "entities.toml", 'id = "elmstead"'))


def test_an_alias_that_two_entities_share_is_found(homes: Homes, tmp_path: Path) -> None:
    folder = broken(tmp_path / "pack", next(one for one in PLACES if one.id == "dalebury").but(aliases=["Old Ashford"]))
    (found,) = findings(homes, folder)
    assert found.startswith(line_of(folder / "entities.toml", "aliases", 'id = "dalebury"'))
    assert "belongs to 'ashford' already" in found


@pytest.mark.parametrize(
    ("key", "words", "missing"),
    [
        ("statement", "{subject} lies by a lake.", "{object}"),
        ("statement", "A town lies by {object}.", "{subject}"),
        ("object_statement", "{object} has a town.", "{subject}"),
        ("ask", "By which lake does it lie?", "{subject}"),
        ("ask_subject", "Which town lies there?", "{object}"),
    ],
)
def test_a_template_that_misses_its_slot_is_found(
    homes: Homes, tmp_path: Path, key: str, words: str, missing: str
) -> None:
    """All facts of the relation would be said, or asked, in the same words."""
    folder = broken(tmp_path / "pack", next(one for one in RELATIONS if one.id == "lies_by").but(**{key: words}))
    (found,) = findings(homes, folder)
    assert found.startswith(line_of(folder / "relations.toml", key, 'id = "lies_by"'))
    assert f"{missing} is missing" in found


def test_a_rival_that_is_true_is_found(homes: Homes, tmp_path: Path) -> None:
    rivals = [{"is": "long-lake", "because": "It is not."}]
    folder = broken(tmp_path / "pack", next(one for one in FACTS if one.id == "ashford-lake").but(rivals=rivals))
    (found,) = findings(homes, folder)
    assert found.startswith(line_of(folder / "facts.toml", "rivals", 'id = "ashford-lake"'))


@pytest.mark.parametrize("object_", ["salt-lake", {"number": 2}])
def test_a_closure_that_a_fact_breaks_is_found(homes: Homes, tmp_path: Path, object_: Any) -> None:
    name = "lies_by" if isinstance(object_, str) else "far"
    folder = broken(tmp_path / "pack", fact("ashford-more", "ashford", name, object_, ask="Which?"))
    found = findings(homes, folder)
    assert found[0].startswith(line_of(folder / "facts.toml", "object", 'id = "ashford-more"'))
    assert "holds one object" in found[0]


def test_a_closure_without_its_reason_is_found(homes: Homes, tmp_path: Path) -> None:
    bare = relation("lies_on", "town", "side", forward="one", closure_why="")
    folder = broken(tmp_path / "pack", bare)
    (found,) = findings(homes, folder)
    assert found.startswith(line_of(folder / "relations.toml", "forward", 'id = "lies_on"'))


def test_a_stem_that_another_fact_answers_too_is_found(homes: Homes, tmp_path: Path) -> None:
    """The other fact is never asked, so that the build compares no two questions."""
    lake = next(one for one in FACTS if one.id == "ashford-lake").but(ask="Which lake is it?")
    other = next(one for one in FACTS if one.id == "dalebury-lake").but(ask="Which lake is it?", not_asked="Too hard.")
    folder = broken(tmp_path / "pack", lake, other)
    found = findings(homes, folder)
    assert found
    assert all(one.startswith(line_of(folder / "facts.toml", "ask", 'id = "ashford-lake"')) for one in found)
    assert all("'deep-lake' answers it too, by fact 'dalebury-lake' (two-answers)" in one for one in found)


def test_what_is_sound_has_no_finding(homes: Homes, tmp_path: Path) -> None:
    assert ORDERS
    assert "No mistakes" in bank(homes, "check", "--pack", write(tmp_path / "sound", *SOUND))


def test_findings_end_in_exit_code_1_with_each_on_its_line(tmp_path: Path) -> None:
    folder = broken(tmp_path / "pack", entity("elmstead"))
    run = [sys.executable, "-m", "quiz", "--home", str(tmp_path), "bank", "check", "--pack", str(folder)]
    ended = subprocess.run(run, capture_output=True, text=True, cwd=REPOSITORY, timeout=60)
    assert (ended.returncode, ended.stdout) == (1, "")
    first, last = ended.stderr.splitlines()
    assert first.startswith("entities.toml:")
    assert last.endswith("has 1 mistake. Mend what is named and try again.")
