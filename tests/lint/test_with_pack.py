"""What a pack adds: a second right answer, other names, other kinds; silence where it does not tell."""

from pathlib import Path

import pytest

from quiz.knowledge.load import load
from quiz.lint.from_pack import known
from quiz.lint.item import Item
from quiz.lint.known import NOTHING, Known
from quiz.lint.linting import lint

PACK = Path(__file__).resolve().parents[2] / "questions" / "kz-kg"


@pytest.fixture(scope="module")
def knowing() -> Known:
    return known(load(PACK))


def found(knowing: Known, stem: str, *options: str) -> list[str]:
    return [one.rule for one in lint(Item("x", "one-best-answer", stem, options, options[:1]), knowing)]


FLAWED = [
    (
        "more-than-one-correct",
        ("Which region of Kyrgyzstan lies along the border?", "Talas Region", "Chüy Region", "Osh Region"),
    ),
    ("more-than-one-correct", ("Which settlement lies on the Kazakh side?", "Kasyk", "Korday", "Sheker")),
    ("answer-in-stem", ("Where does the road from Kegen to Tyup arrive?", "Tüp", "Kara-Balta", "Chongkapka")),
    ("duplicate-options", ("Where does the road from Kegen arrive?", "Kara-Balta", "Tüp", "Tyup")),
    ("implausible-distractor", ("Which river flows past the town?", "Chu", "Naryn", "Syr Darya", "Joseph Stalin")),
]


@pytest.mark.parametrize(("rule", "words"), FLAWED)
def test_the_pack_finds_what_words_alone_do_not(knowing: Known, rule: str, words: tuple[str, ...]) -> None:
    assert rule not in found(NOTHING, *words)
    assert rule in found(knowing, *words)


@pytest.mark.parametrize(
    "words",
    [
        ("Besides Talas and Issyk-Kul, which region of Kyrgyzstan lies along the border?", "Chüy Region", "Osh Region"),
        ("On which side of the border is Kasyk?", "the Kazakh side", "the Kyrgyz side"),
        ("Which region along the border has the fewest schools?", "Talas Region", "Chüy Region", "Osh Region"),
        ("Which town has two names, Tüp and which other?", "Tyup", "Kegen", "Merke"),
    ],
)
def test_the_pack_is_silent_where_it_does_not_tell(knowing: Known, words: tuple[str, ...]) -> None:
    assert found(knowing, *words) == []
