"""What must hold of every question of the pack that ships with the game, whoever writes the next fact."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from quiz.folding import fold
from quiz.generate.build import build
from quiz.generate.content import BankContent
from quiz.generate.draw import companies, draw
from quiz.generate.question import Name, Option, Pick, Picks, Question, Sequence, Shape
from quiz.knowledge.load import load
from quiz.knowledge.model import Fact, Order, Pack, Several
from quiz.proving.check import doubts
from quiz.rounds.names import Names
from tests.traps.reading import names_of, options, texts

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT / "questions" / "kz-kg"
ARTICLE = ROOT.parent / "shared" / "article.txt"
"""The article that the facts are from; it is no part of the project and may not be there."""

SECTIONS = {
    "Lead": 1,
    "Description": 2,
    "History": 7,
    "Border crossings": 1,
    "Settlements near the border": 1,
    "History maps": 1,
    "Border regions": 1,
}
"""The sections of the article with the number of their paragraphs."""

COPIED = 8
"""As many words in a row would be the article's, not ours."""

TRUE_FALSE = "true-false"
SEEDS = range(40)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(PACK)


@pytest.fixture(scope="module")
def bank(pack: Pack) -> BankContent:
    return build(pack)


@pytest.fixture(scope="module")
def names(bank: BankContent) -> Names:
    return names_of(bank)


@pytest.fixture(scope="module")
def drawn(bank: BankContent) -> dict[str, list[tuple[Option, ...]]]:
    """The options of every choice but true-false, under each of the seeds."""
    chosen = [q for q in bank.questions if q.shape is Shape.CHOICE and q.kind != TRUE_FALSE]
    return {question.id: [draw(question, seed).options for seed in SEEDS] for question in chosen}


def right_key(question: Question) -> str:
    assert isinstance(question.answer, Pick)
    return question.answer.option.key


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


# --- What is asked ---


def test_every_source_is_a_section_of_the_article_and_a_paragraph_of_it(pack: Pack) -> None:
    sourced: list[Fact | Order | Several] = [*pack.facts.values(), *pack.orders, *pack.several]
    for about in sourced:
        section, _, paragraph = about.source.partition("/")
        assert section in SECTIONS, about.id
        assert 1 <= int(paragraph or 1) <= SECTIONS[section], about.id


def test_nearly_every_core_and_detail_fact_is_asked(bank: BankContent) -> None:
    asked = {fact for question in bank.questions for fact in question.asks}
    central = [fact.id for fact in bank.facts if fact.depth in ("core", "detail")]
    assert len(central) > 150
    unasked = [fact for fact in central if fact not in asked]
    assert share(len(unasked), len(central)) <= 0.02, unasked


def test_every_topic_has_questions_and_every_theme_many(bank: BankContent) -> None:
    topics = Counter(topic for question in bank.questions for topic in question.topics)
    assert {topic.id for topic in bank.topics} == set(topics)
    themes = Counter(question.theme for question in bank.questions)
    assert min(themes[theme] for theme in ("geography", "history", "crossings")) >= 30


def test_true_false_is_at_most_a_quarter_of_a_theme(bank: BankContent) -> None:
    for theme in {question.theme for question in bank.questions}:
        mine = [question.kind for question in bank.questions if question.theme == theme]
        assert share(mine.count(TRUE_FALSE), len(mine)) <= 0.25, theme


def test_about_half_of_the_statements_are_true(bank: BankContent) -> None:
    answers = [right_key(question) for question in bank.questions if question.kind == TRUE_FALSE]
    assert 0.4 <= share(answers.count("true"), len(answers)) <= 0.6, Counter(answers)


def test_a_choice_has_four_options_unless_it_says_why(bank: BankContent) -> None:
    for question in bank.questions:
        if question.shape is Shape.CHOICE:
            shown = draw(question, 0).options
            assert len(shown) == 4 or (len(shown) > 1 and question.few_options.endswith(".")), question.id
            assert len({option.text.casefold() for option in shown}) == len(shown), question.id


# --- How it is said ---


def test_no_stem_is_long(bank: BankContent) -> None:
    assert [q.stem for q in bank.questions if len(q.stem.removesuffix(" True or false?").split()) > 24] == []


def phrase_in(phrase: str, text: str) -> bool:
    """Whether the words of `phrase` stand in a row in `text`, case and marks aside."""
    words, inside = fold(phrase), fold(text)
    if words[:1] in (("the",), ("a",), ("an",)):
        words = words[1:]
    return any(inside[i : i + len(words)] == words for i in range(len(inside) - len(words) + 1))


def test_no_stem_contains_its_answer(pack: Pack, bank: BankContent) -> None:
    for question in bank.questions:
        if question.kind == TRUE_FALSE:
            continue
        if isinstance(question.answer, Sequence):
            given_away = [item.text for item in question.answer.items]
        elif isinstance(question.answer, Picks):
            given_away = [option.text for option in question.answer.options]
        elif isinstance(question.answer, Name):
            known = pack.entities[question.answer.entity]
            given_away = [known.name, known.option, known.text, *known.aliases]
        else:
            given_away = options(question)[:1]
        assert [answer for answer in given_away if phrase_in(answer, question.stem)] == [], question.id


def test_nothing_that_a_player_reads_is_empty(bank: BankContent) -> None:
    for question in bank.questions:
        for text in (*texts(question), question.source):
            assert text.strip(), question.id
            assert "{" not in text, question.id
            assert "  " not in text, question.id
        assert question.explanation.endswith((".", "!", "?", '"', "”")), question.id
        assert all(wrong.proof.sentence.endswith((".", "?", "”", '"')) for wrong in question.pool), question.id


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + COPIED]) for i in range(len(words) - COPIED + 1)}


def test_no_eight_words_in_a_row_are_the_articles(bank: BankContent) -> None:
    ours = {text for question in bank.questions for text in texts(question)} | {fact.statement for fact in bank.facts}
    assert len(ours) > 1000
    titles = {run for entity in bank.entities if entity.kind == "work" for run in runs(words_of(entity.text))}
    copied: set[tuple[str, ...]] = set()
    if ARTICLE.is_file():
        prose = [line for line in ARTICLE.read_text("utf-8").splitlines() if not line.startswith("-")]
        copied = runs(words_of("\n".join(prose))) - titles
        assert len(copied) > 500
    assert sorted(text for text in ours if runs(words_of(text)) & copied) == []


# --- Soundness ---


def test_every_distractor_is_refuted_and_every_answer_asserted(bank: BankContent) -> None:
    known = {fact.id for fact in bank.facts}
    for question in bank.questions:
        assert all(wrong.proof.verdict is False for wrong in question.pool), question.id
        assert all(set(wrong.proof.facts) <= known for wrong in question.pool), question.id
        if isinstance(question.answer, Pick):
            assert question.answer.proof.verdict is True, question.id
            assert right_key(question) not in {wrong.option.key for wrong in question.pool}, question.id


def test_every_proof_holds_when_it_is_derived_again(pack: Pack, bank: BankContent) -> None:
    assert sum(len(question.pool) for question in bank.questions) > 900
    assert [str(doubt) for doubt in doubts(pack, bank)] == []


# --- What a draw gives away ---


def test_the_answer_stands_in_each_place_equally_often(
    bank: BankContent, drawn: dict[str, list[tuple[Option, ...]]]
) -> None:
    """Shuffled ones in every place, numbers and dates in every place that their own order leaves them."""
    places: dict[tuple[int, bool], Counter[int]] = defaultdict(Counter)
    expected: dict[tuple[int, bool], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for question in (q for q in bank.questions if q.id in drawn):
        possible = places_left(question)
        for shown in drawn[question.id]:
            group = (len(shown), shown[0].rank is not None)
            places[group][[option.key for option in shown].index(right_key(question))] += 1
            for place in possible:
                expected[group][place] += 1 / len(possible)
    assert {(2, False), (4, False), (4, True)} <= set(places)
    for group, found in places.items():
        for place, wanted in expected[group].items():
            assert abs(found[place] - wanted) <= max(0.12 * wanted, 3 * wanted**0.5), (group, place, found, wanted)


def places_left(question: Question) -> list[int]:
    """The places where the answer may stand: all of them where options are shuffled."""
    answer = question.answer
    assert isinstance(answer, Pick)
    if answer.option.rank is None:
        return list(range(question.option_count))
    return sorted({sum((d.option.rank or 0) < answer.option.rank for d in company) for company in companies(question)})


def test_the_answer_is_seldom_the_longest_option(bank: BankContent, drawn: dict[str, list[tuple[Option, ...]]]) -> None:
    longest = total = 0
    for question in (q for q in bank.questions if q.id in drawn):
        for shown in drawn[question.id]:
            if len(shown) == 4:
                lengths = {option.key: len(option.text) for option in shown}
                own = lengths.pop(right_key(question))
                longest += own > max(lengths.values())
                total += 1
    assert total > 3000
    assert share(longest, total) <= 0.3


def test_the_same_pack_gives_the_same_bank(pack: Pack, bank: BankContent) -> None:
    assert build(pack) == bank
