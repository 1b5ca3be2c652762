import json

from quiz.generate.build import build
from quiz.generate.draw import draw
from quiz.generate.listing import counts, line
from quiz.generate.question import Question
from tests.generate.vale import GLASS, vale, with_changes

KEYS = {
    "id", "family", "theme", "topics", "depth", "kind", "shape", "stem", "options", "answer", "pool", "explanation",
    "source", "asks", "rests_on", "reveals", "difficulty",
}  # fmt: skip
"""What scripts rely on; a line may hold more."""


def _question(name: str) -> Question:
    return next(question for question in build(vale()).questions if question.id == name)


def test_a_line_has_all_that_scripts_rely_on_and_is_plain_data() -> None:
    for question in build(vale()).questions:
        told = line(question)
        assert set(told) >= KEYS
        assert json.loads(json.dumps(told)) == told


def test_a_choice_shows_one_draw_and_the_whole_pool_with_what_refutes_it() -> None:
    told = line(_question("ashford-lake.object.one-best-answer"))
    assert sorted(told["options"]) == ["Deep Lake", "Long Lake", "Round Lake", "Salt Lake"]
    assert told["answer"] == "Long Lake"
    salt = next(wrong for wrong in told["pool"] if wrong["option"] == "Salt Lake")
    assert salt["feedback"] == "The Salt Lake is where Chalkham lies."
    assert (salt["reason"], salt["closure"]) == ("another-object", "The map shows it.")
    assert salt["facts"] == ["ashford-lake", "chalkham-lake"]


def test_the_options_are_those_of_the_draw_of_seed_0() -> None:
    for question in build(vale()).questions:
        assert line(question)["options"] == [option.text for option in draw(question, 0).options]


def test_what_is_typed_has_no_options_and_an_order_a_list_of_what_is_shown_in_its_right_order() -> None:
    typed = line(_question("ashford-begun.object.typed"))
    assert (typed["options"], typed["answer"], typed["wants"]) == ([], "1801", "year")
    ordered = line(_question("towns-down.order.order"))
    assert sorted(ordered["options"]) == sorted(ordered["answer"])
    assert ordered["options"] != ordered["answer"]
    assert [town for town in ("Ashford", "Birchley", "Chalkham", "Dalebury") if town in ordered["answer"]] == ordered[
        "answer"
    ]


def test_counts_are_of_families_and_add_up() -> None:
    content = build(with_changes(GLASS.but(not_asked="Everyone knows.", depth="detail")))
    told = counts(content.questions, content.facts, content.refusals)
    assert told["families"] == len(content.questions)
    for by in ("by_theme", "by_kind", "by_depth"):
        assert sum(told[by].values()) == told["families"]
    assert sum(sum(kinds.values()) for kinds in told["by_theme_and_kind"].values()) == told["families"]
    assert told["facts"] == told["facts_asked"] + len(told["facts_not_asked"])
    assert told["facts_not_asked"]["ashford-glass"] == "Everyone knows."
    assert sum(told["refusals"].values()) == len(content.refusals)
    assert told["facts_by_depth"]["detail"] == {"asked": 0, "all": 1}


def test_variants_of_a_family_count_once() -> None:
    one = _question("ashford-lake.object.one-best-answer")
    assert counts([one, one], [], [])["families"] == 1
