"""Traps 24, 35 and 36: what counts as a name when it is typed, over the whole pack."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quiz.generate.content import BankContent
from quiz.generate.draw import draw
from quiz.generate.question import Name, Question
from quiz.knowledge.model import Pack
from quiz.rounds.grading import grade
from quiz.rounds.names import Names, pressed
from tests.traps.reading import asking, typed

SPELLINGS = {
    "jambyl-region": ("Jambyl", "Zhambyl", "Jambyl Region", "Zhambyl Region", "Zhambyl oblast", "Жамбыл"),
    "tup": ("Tüp", "Tup", "Tyup", "Түп", "Туп", "Тюп"),
    "kungoy-ala-too": ("Küngöy Ala-Too", "Kungoy Ala-Too", "Kungey Ala-Too", "Küngöy", "Kungoy Ala Too Range"),
    "kok-say": ("Kök-Say", "Kok-Say", "Kok Say", "koksay", "Кок-Сай"),
    "issyk-kul": ("Issyk-Kul", "Issyk Kul", "Ysyk-Köl", "Ysyk Kol", "Lake Issyk-Kul", "Иссык-Куль"),
    "chuy-region": ("Chüy", "Chuy", "Chui", "Chüy Region", "Chui oblast", "Чүй"),
    "tokmok": ("Tokmok", "Tokmak", "Токмок"),
    "korday": ("Korday", "Kordai", "Кордай"),
    "bishkek": ("Bishkek", "Бишкек", "city of Bishkek"),
    "chu": ("Chu", "the Chu", "Chu river", "River Chu", "Чу"),
    "vasilyevka": ("Vasil'yevka", "Vasil’yevka", "Vasilyevka", "Vasilʼyevka", "ВАСИЛЬЕВКА"),
}
"""What traps 24 and 35 list, with the marks, hyphens, type words and letters that people type."""

NEVER = {
    "chuy-region": ("Chu", "the Chu", "Chu river"),
    "chu": ("Chüy", "Chuy", "Chui", "Chüy Region"),
    "taraz": ("Talas", "Talas Region", "Талас"),
    "talas-region": ("Taraz", "Тараз"),
    "korday": ("Kök-Say", "Kok Say"),
    "kok-say": ("Korday", "Kordai"),
    "kara-balta": ("Kara-Bulak", "Kara-Su"),
    "kara-bulak": ("Kara-Balta", "Kara-Su"),
    "kara-su": ("Kara-Balta", "Kara-Bulak"),
    "amu-darya": ("Syr Darya",),
    "ivanovka": ("Pokrovka",),
}
"""Names of other places that no allowance may reach."""

LETTERS = "aeiouyhkprstzаиупя"


@pytest.fixture(scope="module")
def written(pack: Pack, bank: BankContent) -> dict[str, list[str]]:
    """Every spelling of each entity whose name may be asked for at the keyboard."""
    kinds = {kind.id for kind in pack.header.kinds if kind.typed}
    found: dict[str, list[str]] = {entity.id: [] for entity in pack.entities.values() if entity.kind in kinds}
    for row in bank.names:
        if row.entity in found:
            found[row.entity].append(row.name)
    return found


@pytest.fixture(scope="module")
def asked(bank: BankContent) -> list[tuple[Question, str]]:
    """The typed questions, each with the entity that answers it."""
    return [(question, question.answer.entity) for question in bank.questions if isinstance(question.answer, Name)]


@pytest.mark.parametrize(("entity", "line"), [(e, line) for e, lines in SPELLINGS.items() for line in lines])
def test_trap_24_the_spellings_that_must_be_accepted_are(names: Names, entity: str, line: str) -> None:
    assert typed(names, entity, line).right


@pytest.mark.parametrize(("entity", "line"), [(e, line) for e, lines in NEVER.items() for line in lines])
def test_trap_24_a_name_of_another_place_is_never_accepted_but_known(names: Names, entity: str, line: str) -> None:
    graded = typed(names, entity, line)
    assert not graded.right
    assert graded.how == "other-entity"


def test_trap_24_every_typed_question_takes_every_name_of_its_answer(
    pack: Pack, names: Names, asked: list[tuple[Question, str]]
) -> None:
    assert len({entity for _, entity in asked}) > 10
    for question, answer in asked:
        entity = pack.entities[answer]
        for name in (entity.name, entity.text, entity.option, *entity.aliases):
            assert grade(question, draw(question, 0), name, names).right, (question.id, name)


def test_trap_24_every_answer_that_is_typed_may_be_typed_in_cyrillic(
    written: dict[str, list[str]], asked: list[tuple[Question, str]]
) -> None:
    for question, answer in asked:
        assert any(re.search(r"[А-Яа-я]", name) for name in written[answer]), question.id


def as_typed(name: str) -> Iterator[str]:
    """`name` as keyboards and habits change it, without a slip."""
    yield name.upper()
    yield name.casefold()
    yield unicodedata.normalize("NFD", name)
    yield unicodedata.normalize("NFC", name)
    yield name.replace("-", " ")
    yield name.replace("-", "")
    yield name.replace("'", "’")
    yield name.replace("'", "")
    yield f"  {name} "
    yield "".join(mark for mark in unicodedata.normalize("NFD", name) if not unicodedata.combining(mark))


def test_trap_35_marks_case_hyphens_and_apostrophes_do_not_matter(names: Names, written: dict[str, list[str]]) -> None:
    tried = [(entity, line) for entity, known in written.items() for name in known for line in as_typed(name)]
    assert len(tried) > 2000
    assert [(entity, line) for entity, line in tried if not typed(names, entity, line).right] == []


def test_trap_35_cyrillic_is_read_by_its_alias_and_never_by_folding_alone(names: Names) -> None:
    assert pressed("Түп") != pressed("Tüp")
    assert typed(names, "tup", "Түп").how == "alias"
    assert typed(names, "kungoy-ala-too", "Күнгөй Ала-Тоо").how == "alias"


def test_trap_36_no_name_of_another_entity_is_accepted_where_a_name_is_typed(
    bank: BankContent, names: Names, written: dict[str, list[str]]
) -> None:
    for entity, known in written.items():
        own = {pressed(name) for name in known}
        others = {row.name for row in bank.names if row.entity != entity and pressed(row.name) not in own}
        assert len(others) > 300
        assert [name for name in others if typed(names, entity, name).right] == [], entity


def test_trap_36_typed_questions_take_no_option_of_their_own_pool(
    names: Names, asked: list[tuple[Question, str]]
) -> None:
    for question, _ in asked:
        for wrong in question.pool:
            assert not grade(question, draw(question, 0), wrong.option.text, names).right, question.id


def distance(line: str, entity: str, names: Names) -> int:
    """The slips between `line` and the nearest form of `entity`'s name."""
    return min(OSA.distance(line, form.text) for form in names.forms[entity])


@pytest.fixture(scope="module")
def look_alikes(names: Names, written: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Entities with a name of another within six slips of one of their own: where an allowance might reach it."""
    lines = [(entity, pressed(name)) for entity, known in written.items() for name in known]
    return [
        (entity, line)
        for entity in written
        for other, line in lines
        if other != entity and 0 < distance(line, entity, names) <= 6
    ]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_trap_36_a_slip_that_is_no_nearer_to_the_answer_is_not_forgiven(
    names: Names, look_alikes: list[tuple[str, str]], data: st.DataObject
) -> None:
    entity, other = data.draw(st.sampled_from(look_alikes))
    place = data.draw(st.integers(0, len(other)))
    letter = data.draw(st.sampled_from(["", *LETTERS]))
    line = other[:place] + letter + other[place + data.draw(st.integers(0, 1)) :]
    if line and OSA.distance(line, other) <= distance(line, entity, names):
        assert not typed(names, entity, line).right


def test_trap_36_short_names_forgive_nothing(names: Names, written: dict[str, list[str]]) -> None:
    short = {(entity, pressed(name)) for entity, known in written.items() for name in known if len(pressed(name)) < 4}
    assert {entity for entity, _ in short} >= {"chu", "tup", "ili"}
    for entity, name in short:
        for letter in LETTERS:
            line = letter + name[1:]
            if distance(line, entity, names):
                assert not typed(names, entity, line).right, (entity, line)


def test_trap_36_a_region_is_not_typed_where_its_bare_name_is_another_place(pack: Pack, bank: BankContent) -> None:
    assert [q.id for q in asking(pack, bank, "named_like") if isinstance(q.answer, Name)] == []
