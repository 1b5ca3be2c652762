import string
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.question import Name
from quiz.rounds.grading.grade import Grade, Unreadable
from quiz.rounds.grading.spelling import allowance
from quiz.rounds.grading.text import grade_name, prepare, read_name
from quiz.rounds.names import Names, pressed
from tests.rounds.grading.article_names import ENTITIES, article_names

NAMES = article_names()
PACK = Path(__file__).parents[3] / "questions" / "kz-kg"
LINES = [(entity, name) for entity, (_, names) in ENTITIES.items() for name in names]


def graded(entity: str, line: str) -> Grade:
    return grade_name(Name(entity, NAMES.text(entity)), line, NAMES)


@pytest.mark.parametrize(("entity", "name"), LINES)
def test_every_name_of_an_entity_is_right_for_it(entity: str, name: str) -> None:
    assert graded(entity, name).right
    assert graded(entity, f"  the {name.upper()} ").right


@pytest.mark.parametrize(("entity", "name"), LINES)
def test_no_name_of_an_entity_is_right_for_one_that_does_not_bear_it(entity: str, name: str) -> None:
    for other, (_, names) in ENTITIES.items():
        if other != entity and pressed(name) not in map(pressed, names):
            assert not graded(other, name).right, (other, name)


@pytest.mark.parametrize(
    ("entity", "line"),
    [
        ("bishkek", "Bishkec"),
        ("bishkek", "Bishek"),
        ("bishkek", "Bihskek"),
        ("kara-balta", "Karabalda"),
        ("kungoy-ala-too", "Kungoi Alatoo"),
        ("kungoy-ala-too", "Küngöy Alla Too"),
        ("kamyshanovka", "Kamishanofka"),
        ("issyk-kul", "Isyk Kul"),
        ("issyk-kul", "lake isyk-kul"),
        ("almaty-region", "Almaty Regoin"),
        ("jambyl-region", "Zhambil region"),
        ("vasilyevka", "Vassilyevka"),
        ("tokmok", "Tokmokk"),
        ("merke", "Merkke"),
        ("kirghiz-ssr", "Kirgiz SSR"),
        ("kirghiz-assr", "Kirgiz ASSR"),
    ],
)
def test_trap_24_a_slip_of_spelling_is_forgiven(entity: str, line: str) -> None:
    grade = graded(entity, line)
    assert (grade.right, grade.how, grade.chosen) == (True, "spelling", NAMES.text(entity))
    assert grade.near == NAMES.text(entity)


@pytest.mark.parametrize(
    ("entity", "line"),
    [
        ("chuy-region", "Chu"),
        ("chuy-region", "Chu Region"),
        ("chu", "Chüy"),
        ("taraz", "Talas"),
        ("taraz", "Talaz"),  # as near to Talas
        ("talas-region", "Taraz"),
        ("talas-region", "Taraz Region"),
        ("korday", "Kök-Say"),
        ("kara-balta", "Kara-Bulak"),
        ("kara-su", "Kara"),
        ("tup", "Tip"),
        ("chu", "Chi"),
        ("almaty", "Almaty Region"),
        ("almaty-region", "Almaty"),
        ("issyk-kul", "Issyk-Kul Region"),
        ("kirghiz-ssr", "Kirghiz ASSR"),
        ("kirghiz-assr", "Kirghiz SSR"),
        ("kazak-assr", "Kazak SSR"),
        ("kirghiz-assr-1926", "Kirghiz ASSR of 1925"),
        ("kyrgyz-ala-too", "Ala-Too"),
        ("kyrgyz-ala-too", "Küngöy Ala-Too"),
        ("pokrovka", "Ivanovka"),
    ],
)
def test_traps_23_24_36_what_is_nearer_to_something_else_is_wrong(entity: str, line: str) -> None:
    assert not graded(entity, line).right


def test_the_question_is_the_judge_where_two_share_a_name() -> None:
    assert graded("kirghiz-assr", "Kirghiz ASSR").right
    assert graded("kirghiz-assr-1926", "Kirghiz ASSR").right
    assert graded("kirghiz-assr-1926", "Kirgiz ASSR").right


def test_another_name_is_told_with_what_it_is() -> None:
    assert graded("almaty-region", "almaty") == Grade(
        False, "Almaty", "Almaty is Kazakhstan's largest city.", "other-entity"
    )


def test_a_misspelt_other_name_is_understood_too() -> None:
    grade = graded("almaty", "bishkec")
    assert grade == Grade(False, "Bishkek", "Bishkek is the Kyrgyz capital.", "other-spelling", "Bishkek")


def test_a_line_as_near_to_the_answer_as_to_another_name_is_taken_for_neither() -> None:
    assert graded("taraz", "Talaz") == Grade(False, "Talaz", "", "unread")


def test_a_line_that_is_short_itself_may_have_no_slip() -> None:
    names = Names([("abai", "settlement", "Abai", False)])
    assert grade_name(Name("abai", "Abai"), "Abay", names).right
    assert not grade_name(Name("abai", "Abai"), "Aba", names).right


def test_a_type_word_does_not_carry_another_name_over() -> None:
    rows = [("region", "region", "Tokmak Region", False), ("town", "town", "Tokmok", False)]
    names = Names(rows, {"region": ["region"]})
    assert not grade_name(Name("region", "Tokmak Region"), "Tokmok Region", names).right
    assert grade_name(Name("region", "Tokmak Region"), "Tokmaak Region", names).right


def test_a_name_that_two_others_share_is_not_guessed_at() -> None:
    assert graded("kirghiz-ssr", "kirghiz assr") == Grade(False, "kirghiz assr", "", "other-entity")


def test_a_name_nobody_bears_is_repeated_and_nothing_is_said_of_it() -> None:
    assert graded("almaty", "  Samarkand   on the Zeravshan ") == Grade(
        False, "Samarkand on the Zeravshan", "", "unread"
    )


def test_how_a_name_was_matched_is_told() -> None:
    assert [graded("tup", line).how for line in ("Tüp", "tup", "Tyup", "Tüp village")] == [
        "exact",
        "exact",
        "alias",
        "type-word",
    ]


@pytest.mark.parametrize("line", ["", "...", "1234567", "🙂", "x" * 100_000, "a\x00b", "ü" * 5000])
def test_no_line_breaks_it(line: str) -> None:
    assert not graded("almaty", line).right


def test_reading_keeps_names_and_explains_what_is_none() -> None:
    assert read_name("  Kara   Balta ") == "Kara Balta"
    assert isinstance(read_name("42"), Unreadable)
    assert isinstance(read_name("a" * 300), Unreadable)


def test_preparing_leaves_nothing_to_wait_for() -> None:
    names = article_names()
    assert "forms" not in vars(names)
    prepare(names)
    assert {"forms", "_senses"} <= set(vars(names))
    assert "rapidfuzz.distance" in sys.modules


@pytest.mark.parametrize(("letters", "slips"), [(1, 0), (3, 0), (4, 1), (5, 1), (6, 2), (10, 2), (11, 3), (40, 3)])
def test_longer_names_may_have_more_slips(letters: int, slips: int) -> None:
    assert allowance(letters) == slips


def damaged() -> st.SearchStrategy[tuple[str, str]]:
    """A name of the article with up to four letters changed, added or dropped."""
    edit = st.tuples(st.sampled_from("cad"), st.integers(0, 40), st.sampled_from(string.ascii_lowercase))
    return st.tuples(st.sampled_from(LINES), st.lists(edit, max_size=4)).map(_damage)


def _damage(parts: tuple[tuple[str, str], list[tuple[str, int, str]]]) -> tuple[str, str]:
    (entity, text), edits = parts
    for how, place, letter in edits:
        at = place % (len(text) + 1)
        text = text[:at] + (letter if how in "ca" else "") + text[at + (how in "cd") :]
    return entity, text


@given(damaged(), st.sampled_from(sorted(ENTITIES)))
def test_trap_36_no_slip_reaches_another_entity(line: tuple[str, str], asked: str) -> None:
    """Whatever is accepted is strictly nearer to a name of the answer than to any name that is only another's."""
    typed = line[1]
    if graded(asked, typed).how != "spelling":
        return
    own = {pressed(name) for name in ENTITIES[asked][1]} | set(NAMES.accepted(asked))
    others = {pressed(name) for _, names in ENTITIES.values() for name in names} - own
    key = pressed(typed)
    assert key not in others
    assert min(slips(key, name) for name in own) < min(slips(key, name) for name in others)


@given(st.text(max_size=3), st.sampled_from(sorted(ENTITIES)))
def test_short_lines_are_right_exactly_or_not_at_all(line: str, asked: str) -> None:
    assert graded(asked, line).how != "spelling"


def slips(one: str, other: str) -> int:
    """Letters added, dropped, changed or swapped with their neighbour, counted the plain slow way."""
    rows = [[max(i, j) if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (not same))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def pack_names() -> Names:
    """Every name of the real pack, read as plain TOML."""
    entities = [
        entity
        for path in sorted((PACK / "entities").glob("*.toml"))
        for entity in tomllib.loads(path.read_text(encoding="utf-8"))["entity"]
    ]
    header = tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8"))
    rows = [
        (entity["id"], entity["kind"], name, i > 0)
        for entity in entities
        for i, name in enumerate([entity["name"], *entity.get("aliases", [])])
    ]
    return Names(rows, {kind["id"]: kind.get("type_words", []) for kind in header["kinds"]})


def test_trap_24_no_name_of_the_pack_is_accepted_for_another_entity() -> None:
    names = pack_names()
    by_key: dict[str, set[str]] = {}
    for entity, forms in names.forms.items():
        for form in forms:
            if form.how != "type-word":
                by_key.setdefault(form.text, set()).add(entity)
    wrong = [
        (key, asked)
        for asked in names.forms
        for key, bearers in by_key.items()
        if asked not in bearers and grade_name(Name(asked, asked), key, names).right
    ]
    assert not wrong
