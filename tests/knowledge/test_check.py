from pathlib import Path

import pytest

from quiz.knowledge.load import load
from tests.packs import (
    ASHFORD,
    BIRCHLEY,
    LIES_ON,
    TOWNS,
    VALID,
    entity,
    fact,
    line_of,
    mistake_at,
    mistakes,
    order,
    relation,
    write,
)

FOUR = ["ashford", "birchley", "chalk", "dale"]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("statement", "{subject.__class__} lies on {object}.", r"\{subject\.__class__\} is no slot here"),
        ("statement", "{subject[0]} lies on {object}.", r"\{subject\[0\]\} is no slot here"),
        ("statement", "{subject!r} lies on {object}.", r"\{subject\} is no slot here"),
        ("statement", "{subject:>99999999} lies on {object}.", r"\{subject\} is no slot here"),
        ("statement", "{subject:{object}}.", r"\{subject\} is no slot here"),
        ("statement", "{} lies on {object}.", r"\{\} is no slot here; write \{subject\} and \{object\}"),
        ("statement", "{0} lies on {object}.", r"\{0\} is no slot here"),
        ("statement", "{town} lies on {object}.", r"\{town\} is no slot here"),
        ("statement", "{subject lies on {object}.", "the braces of '.*' do not match"),
        ("statement", "subject} lies on {object}.", "the braces of '.*' do not match"),
        ("object_statement", "{other} holds it.", r"\{other\} is no slot here"),
        ("ask", "Where does {subject} lie on {object}?", r"\{object\} is no slot here; write \{subject\}"),
        ("ask_subject", "What of {subject} lies on {object}?", r"\{subject\} is no slot here; write \{object\}"),
        ("ask", " ".join(["word"] * 25), "the question has 25 words; write 24 at most"),
        ("ask_subject", " ".join(["word"] * 25), "the question has 25 words; write 24 at most"),
        ("statement", " ".join(["word"] * 26), "the statement has 26 words; write 25 at most"),
        ("object_statement", " ".join(["word"] * 26), "the statement has 26 words; write 25 at most"),
        ("holder", "nobody", "there is no entity 'nobody'"),
        ("gives_away", ["nothing"], "there is no fact 'nothing'"),
        ("asked_with", "nothing", "there is no fact 'nothing'"),
        (
            "skip",
            {"riddle": "no"},
            "'riddle' is no kind of question; there are number, one-best-answer, subject:",
        ),
        ("misbelief", {"says": "x", "because": "y", "rests_on": ["nothing"]}, "there is no fact 'nothing'"),
        ("misbelief", {"says": "x", "becuase": "y"}, r"'misbelief\.becuase'; did you mean 'because'\?"),
        ("rivals", [{"is": "nowhere", "because": "x"}], "there is no entity 'nowhere'"),
        ("rivals", [{"is": "birchley", "because": "x"}], "'birchley' is a town; lies_on takes side here"),
        ("rivals", [{"is": "south", "because": "x", "rests_on": ["nothing"]}], "there is no fact 'nothing'"),
        ("rivals", [{"is": "south", "becuase": "x"}], r"unknown key 'rivals\.0\.becuase'; did you mean 'because'\?"),
        ("rivals", [{"is": "south"}], r"key 'rivals\.0\.because' is missing; write it"),
        ("rivals", [{"is": "south", "because": "x"}] * 2, "the rival 'south' stands here twice"),
        ("subject_rivals", [{"is": "south", "because": "x"}], "'south' is a side; lies_on takes town here"),
        ("subject_rivals", [{"is": "birchley", "because": "x", "rests_on": ["no"]}], "there is no fact 'no'"),
        ("never_rivals", ["nowhere"], "there is no entity 'nowhere'"),
        ("precision", "year", "only a date is asked more coarsely than it is known"),
        ("precision", "minute", "precision: Input should be 'day', 'month', 'year' or 'years'"),
        ("valid", "1925/1924", "valid: the interval '1925/1924' ends before it starts"),
    ],
)
def test_a_mistake_in_the_words_of_a_fact_is_told_at_its_key(
    tmp_path: Path, key: str, value: object, words: str
) -> None:
    folder = write(tmp_path, *TOWNS, LIES_ON, BIRCHLEY, ASHFORD.but(**{key: value}, depth="detail"))
    assert mistake_at(folder, words) == line_of(folder / "facts.toml", key)


def test_a_fact_is_asked_with_one_that_is_asked_itself(tmp_path: Path) -> None:
    silent = BIRCHLEY.but(not_asked="Everyone knows.")
    folder = write(tmp_path, *TOWNS, LIES_ON, silent, ASHFORD.but(asked_with="birchley-side", depth="detail"))
    words = "'birchley-side' has no questions of its own; name a fact whose questions ask this one"
    assert mistake_at(folder, words) == line_of(folder / "facts.toml", "asked_with")


def test_a_fact_that_is_asked_with_another_is_not_called_unasked(tmp_path: Path) -> None:
    both = ASHFORD.but(not_asked="Everyone knows.", asked_with="birchley-side")
    folder = write(tmp_path, *TOWNS, LIES_ON, BIRCHLEY, both)
    words = "a fact that is asked with another is asked; drop not_asked or asked_with"
    assert mistake_at(folder, words) == line_of(folder / "facts.toml", "not_asked")


@pytest.mark.parametrize(
    ("value", "rival", "words"),
    [
        ({"date": "1924-10"}, "October", "'October' is no date"),
        ({"number": 16, "unit": "km"}, "1,212", r"the rival '1,212' is no number; write it as 1212 or 0\.5"),
        ({"number": 16, "unit": "km"}, "nan", "the rival 'nan' is no number"),
        ({"number": 16, "unit": "km"}, "9" * 50, "the rival '9+' is no number"),
    ],
)
def test_a_rival_of_a_value_is_a_value_of_its_sort(
    tmp_path: Path, value: dict[str, object], rival: str, words: str
) -> None:
    valued = relation("is", "town", "date" if "date" in value else "number")
    folder = write(
        tmp_path, *VALID, valued, fact("x", "ashford", "is", value, rivals=[{"is": rival, "because": "No."}])
    )
    assert mistake_at(folder, words) == line_of(folder / "facts.toml", "rivals")


@pytest.mark.parametrize(("right", "precision", "rival"), [("1924-10", None, "1925"), ("1924-10", "year", "1925-05")])
def test_a_rival_date_is_as_exact_as_the_answer_is_asked(
    tmp_path: Path, right: str, precision: str | None, rival: str
) -> None:
    """A year among months, or a month among years, tells the answer by its form."""
    asked = {"precision": precision} if precision else {}
    rivals = [{"is": rival, "because": "It was not."}]
    dated = fact("begun", "ashford", "begun_in", {"date": right}, rivals=rivals, **asked)
    folder = write(tmp_path, *TOWNS, relation("begun_in", "town", "date"), dated)
    assert mistake_at(folder, "say both alike") == line_of(folder / "facts.toml", "rivals")


@pytest.mark.parametrize(
    ("precision", "words"),
    [("day", "the date is known to the month only"), ("years", "a date is asked by its day, month or year")],
)
def test_a_date_is_not_asked_more_finely_than_it_is_known(tmp_path: Path, precision: str, words: str) -> None:
    dated = fact("begun", "ashford", "begun_in", {"date": "1924-10"}, precision=precision)
    (finding,) = mistakes(write(tmp_path, *VALID, relation("begun_in", "town", "date"), dated))
    assert words in finding


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("kind", "volcano", r"kind 'volcano' is not declared in pack\.toml"),
        ("part_of", ["nowhere"], "there is no entity 'nowhere'"),
        ("never_beside", ["nowhere"], "there is no entity 'nowhere'"),
        ("foil", True, "a foil needs apart_because"),
        ("foil", True, "a foil is in no fact; drop foil = true or the fact"),
        ("place", [181, 42], r"place\.0: Input should be less than or equal to 180"),
        ("place", [42], r"place\.1: Field required|key 'place\.1' is missing"),
        ("aliases", ["Birchley"], "'birchley' belongs to 'birchley' already; a typed answer could mean either"),
        ("aliases", ["bírch-ley"], "'birchley' belongs to 'birchley' already"),
        ("name", "", "name: String should have at least 1 character"),
        ("label", "x" * 121, "label: String should have at most 120 characters"),
        ("sorts", ["Big Town"], r"sorts\.0: 'Big Town' is no id"),
        ("colour", "red", "unknown key 'colour'; known keys: id, kind, sorts, name"),
    ],
)
def test_a_mistake_in_an_entity_is_told_at_its_key(tmp_path: Path, key: str, value: object, words: str) -> None:
    birchley, north, south = TOWNS[1:]
    folder = write(tmp_path, birchley, entity("ashford").but(**{key: value}), north, south, *VALID[4:])
    assert mistake_at(folder, words) == line_of(folder / "entities.toml", key, after='id = "ashford"')


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("forward", "one", "a closed direction needs its reason in closure_why"),
        ("forward", "closed", "a closed direction needs its reason in closure_why"),
        ("backward", "one", "a closed direction needs its reason in backward_why"),
        ("forward", "two", "forward: Input should be 'one', 'closed' or 'open'"),
        ("domain", [], "domain: Tuple should have at least 1 item"),
        ("range", [], "range: Tuple should have at least 1 item"),
        ("range", ["volcano"], r"kind 'volcano' is not declared in pack\.toml"),
        ("range", ["side", "date"], r"kind 'date' is not declared in pack\.toml"),
        ("inherits_along", "part_of", "there is no relation 'part_of'"),
        ("ask", "Where is {town}?", r"\{town\} is no slot here"),
        ("ask", " ".join(["word"] * 25), "the question has 25 words; write 24 at most"),
        ("statement", " ".join(["word"] * 26), "the statement has 26 words; write 25 at most"),
    ],
)
def test_a_mistake_in_a_relation_is_told_at_its_key(tmp_path: Path, key: str, value: object, words: str) -> None:
    wrong = relation("lies_on").but(**{key: value})
    folder = write(tmp_path, *TOWNS, relation("other"), wrong, ASHFORD, BIRCHLEY)
    assert mistake_at(folder, words) == line_of(folder / "relations.toml", key, after='id = "lies_on"')


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("by", "nothing", "'nothing' is no relation that orders or dates"),
        ("by", "lies_on", "'lies_on' is no relation that orders or dates"),
        ("members", [*FOUR[:3], "nowhere"], "there is no entity 'nowhere'"),
        ("members", FOUR[:3], "members: Tuple should have at least 4 items"),
        ("members", [f"t{n}" for n in range(9)], "members: Tuple should have at most 8 items"),
        ("theme", "cookery", "theme 'cookery' is not declared"),
        ("topics", ["stew"], "topic 'stew' is not declared"),
        ("shown", 2, "shown: Input should be greater than or equal to 3"),
        ("labels", {"nobody": "x"}, "'nobody' is no member of this order"),
    ],
)
def test_a_mistake_in_an_order_is_told_at_its_key(tmp_path: Path, key: str, value: object, words: str) -> None:
    wrong = order("path", "begun_in", FOUR).but(**{key: value})
    dated = [fact(f"begun-{n}", town, "begun_in", {"date": f"192{n}"}) for n, town in enumerate(FOUR)]
    folder = write(
        tmp_path, *VALID, entity("chalk"), entity("dale"), relation("begun_in", "town", "date"), *dated, wrong
    )
    assert mistake_at(folder, words) == "facts/" + line_of(folder / "facts/orders.toml", key)


def test_words_as_many_as_there_may_be_are_no_mistake(tmp_path: Path) -> None:
    words = {"ask": " ".join(["word"] * 24), "statement": " ".join(["word"] * 25)}
    assert load(write(tmp_path, *TOWNS, LIES_ON, ASHFORD.but(**words), BIRCHLEY)).facts
