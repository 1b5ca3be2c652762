"""Traps 1 to 10: polities that share a name, spellings, dates and which event is meant."""

import re
from itertools import combinations

import pytest

from quiz.folding import fold, squeeze
from quiz.generate.content import BankContent
from quiz.generate.question import Sequence, When
from quiz.knowledge import dates
from quiz.knowledge.dates import Precision
from quiz.knowledge.model import Pack
from quiz.knowledge.sequence import date_of, ordered
from quiz.knowledge.verdict import Statement, Truth, verdict
from quiz.rounds.names import Names
from tests.traps.reading import (
    Said,
    asking_a_date,
    dated,
    fact_of,
    matching,
    offered,
    options,
    sentences,
    spellings,
    truth,
    typed,
)

FIRST, SECOND = "first-kirghiz-assr", "second-kirghiz-assr"
OF_1920 = {"takeover-of-1920", FIRST, "bukhara-psr", "khorezm-psr", "delimitation-proposed"}


# --- 1, 2: names that moved ---


def test_trap_01_two_kirghiz_assrs_are_two_entities_without_a_common_name(pack: Pack, names: Names) -> None:
    assert not spellings(pack.entities[FIRST]) & spellings(pack.entities[SECOND])
    assert names.meant("Kirghiz ASSR") == ()


def test_trap_01_two_kirghiz_assrs_are_told_apart_by_what_the_pack_knows(pack: Pack) -> None:
    assert truth(pack, FIRST, "happened", dated("1920-08-26")) is Truth.TRUE
    assert truth(pack, SECOND, "happened", dated("1920-08-26")) is Truth.FALSE
    assert truth(pack, FIRST, "happened", dated("1926")) is Truth.FALSE
    assert truth(pack, FIRST, "covered", "northern-kazakhstan") is Truth.TRUE
    assert truth(pack, SECOND, "covered", "northern-kazakhstan") is not Truth.TRUE
    assert truth(pack, FIRST, "became", "kirghiz-ssr") is not Truth.TRUE


WHICH_ASSR = r"\bfirst\b|\bsecond\b|\banother\b|\b1920\b|\b1926\b|Kazakhs' Kirghiz|Kyrgyzstan's Kirghiz"


def test_trap_01_whatever_names_a_kirghiz_assr_says_which(said: tuple[Said, ...]) -> None:
    named = matching(said, r"Kirghiz ASSR")
    assert named
    assert [one for one in named if not re.search(WHICH_ASSR, one.text)] == []


def test_trap_02_the_names_of_the_time_mean_the_peoples_that_they_meant_then(pack: Pack) -> None:
    meant = {"name-kirghiz": "kazakhs", "name-kara-kirghiz": "kyrgyz"}
    for (name, people), other in ((pair, people) for pair in meant.items() for people in meant.values()):
        then = verdict(pack, Statement(name, "then_meant", other, dates.parse("1922")))
        assert then.truth is (Truth.TRUE if other == people else Truth.FALSE)
        now = verdict(pack, Statement(name, "then_meant", other, dates.parse("2020")))
        assert now.truth is Truth.UNKNOWN


@pytest.mark.parametrize("line", ["Kirghiz", "the Kirghiz", "Kirghiz people", "Kara-Kirghiz", "Kara-Kyrgyz", "Kyrgyz"])
def test_trap_02_no_name_of_the_time_is_taken_for_the_people_of_today_called_otherwise(names: Names, line: str) -> None:
    assert not typed(names, "kazakhs", line).right
    assert typed(names, "kyrgyz", line).right is (line == "Kyrgyz")


@pytest.mark.parametrize("line", ["Kara-Kirghiz", "Kara-Kyrgyz", "kara kirghiz", "Кара-киргизы"])
def test_trap_02_either_spelling_of_kara_kirghiz_is_the_name_and_kirghiz_alone_is_not(names: Names, line: str) -> None:
    assert typed(names, "name-kara-kirghiz", line).right
    assert not typed(names, "name-kara-kirghiz", "Kirghiz").right
    assert not typed(names, "name-kara-kirghiz", "Kyrgyz").right


def test_trap_02_kirghiz_alone_stands_as_a_name_wherever_a_people_is_meant(said: tuple[Said, ...]) -> None:
    alone = r"(?<![\"“-])\bKirghiz\b(?!-)(?! (?:ASSR|SSR|Autonomous|republic|and ))"
    unquoted = [one for one in matching(sentences(said), alone) if one.text != "Kirghiz"]
    assert [one for one in unquoted if not re.search(r"\bcalled\b|\bnames?\b", one.text)] == []


# --- 3 to 5: dates, cloze, spelling ---


def test_trap_03_the_renaming_changes_the_name_and_not_the_status(pack: Pack) -> None:
    for moment in ("1924-10", "1925-05", "1925-06"):
        status = Statement("kyrgyz-oblast", "had_status", "autonomous-oblast", dates.parse(moment))
        assert verdict(pack, status).truth is Truth.TRUE
    assert truth(pack, "kyrgyz-oblast", "had_status", "autonomous-republic") is Truth.FALSE
    assert truth(pack, "oblast-renamed", "happened", dated("1925-05")) is Truth.TRUE
    assert pack.entities["oblast-renamed"].kind == "event"


def test_trap_03_1926_and_1936_have_no_month_in_fact_answer_or_option(pack: Pack, bank: BankContent) -> None:
    asked = [q for q in asking_a_date(pack, bank) if q.asks[0] in ("assr-year", "ssr-year")]
    assert {q.asks[0] for q in asked} == {"assr-year", "ssr-year"}
    for question in asked:
        assert all(re.fullmatch(r"\d{4}", text) for text in options(question)), question.id
        assert not isinstance(question.answer, When) or question.answer.precision == "year"
    for entity in (SECOND, "kirghiz-ssr"):
        when = date_of(pack, "happened", entity)
        assert when
        assert when.precision is Precision.YEAR


def test_trap_03_no_order_has_a_pair_of_dates_that_overlap(pack: Pack) -> None:
    dating = [order for order in pack.orders if not pack.relations[order.by].orders]
    assert dating
    for order in dating:
        for first, then in combinations(order.members, 2):
            one, other = date_of(pack, order.by, first), date_of(pack, order.by, then)
            assert one, first
            assert other, then
            assert one.latest < other.earliest, (order.id, first, then)


def test_trap_04_no_stem_gives_away_a_part_of_the_date_it_asks(pack: Pack, bank: BankContent) -> None:
    asked = asking_a_date(pack, bank)
    assert len(asked) > 10
    for question in asked:
        for part in re.findall(r"\d{4}|[A-Z][a-z]+", options(question)[0]):
            assert part not in question.stem, question.id


def as_one_spelling(text: str) -> str:
    """Variants that are one name in the source, written alike."""
    alike = squeeze(fold(text)).replace("kazakh", "kazak").replace("kyrgyz", "kirghiz")
    return alike.replace("russianssr", "russiassr").replace("russiansfsr", "russiassr")


def test_trap_05_spelling_variants_are_one_entity(pack: Pack, names: Names) -> None:
    for variants in (("Russia SSR", "Russian SFSR"), ("Kazak ASSR", "Kazakh ASSR"), ("Kirghiz SSR", "Kyrgyz SSR")):
        one, other = map(names.meant, variants)
        assert one == other
        assert len(one) == 1
    polities = [entity for entity in pack.entities.values() if entity.kind == "polity"]
    for one_polity, other_polity in combinations(polities, 2):
        assert as_one_spelling(one_polity.name) != as_one_spelling(other_polity.name)


def test_trap_05_no_question_offers_two_spellings_of_one_name(bank: BankContent, names: Names) -> None:
    for question in bank.questions:
        texts = options(question)
        assert len({as_one_spelling(text) for text in texts}) == len(texts), question.id
        if question.asks[:1] == ("oblast-new-name",):
            continue  # which of its names a thing took, and when, is what this one asks
        for one, other in combinations(texts, 2):
            assert not (set(names.meant(one)) & set(names.meant(other))), (question.id, one, other)


# --- 6 to 10: which event ---


def test_trap_06_a_date_is_asked_of_an_event_and_never_of_the_border(pack: Pack, bank: BankContent) -> None:
    for question in asking_a_date(pack, bank):
        fact = fact_of(pack, question)
        assert fact
        assert pack.entities[fact.subject].kind in ("event", "polity", "work"), question.id
        if re.search(r"\b(border|boundary|frontier)\b", question.stem):
            assert re.search(r"international|sign|into force|demarcat", question.stem), question.id


def test_trap_06_each_step_of_the_border_has_its_own_date(pack: Pack) -> None:
    steps = {
        "delimitation-announced": "1924",
        "became-international": "1991",
        "treaty-signing": "2001-12-15",
        "treaty-in-force": "2008",
    }
    for (event, date), other in ((pair, step) for pair in steps.items() for step in steps):
        wanted = Truth.TRUE if event == other else Truth.FALSE
        assert truth(pack, other, "happened", dated(date)) is wanted


@pytest.mark.parametrize("work", ["demarcation-work", "ground-demarcation"])
@pytest.mark.parametrize("event", ["treaty-signing", "treaty-in-force", "became-international"])
def test_trap_07_demarcation_is_not_ordered_against_the_treaty(pack: Pack, work: str, event: str) -> None:
    assert ordered(pack, "happened", work, event) is None
    assert not any({work, event} <= set(order.members) for order in pack.orders)


def test_trap_07_no_sentence_puts_the_work_of_demarcation_before_or_after_the_signing(said: tuple[Said, ...]) -> None:
    told = matching(sentences(said), r"demarcat|cooperat|\bwork\b", r"\btreaty\b", r"\bbefore\b|\bled to\b|\bafter\b")
    in_force = r"after the (?:border )?treaty (?:entered|came) into force"
    assert [one for one in told if not re.search(in_force, one.text)] == []


def test_trap_08_the_three_starts_of_the_delimitation_are_three_facts(pack: Pack, bank: BankContent) -> None:
    assert truth(pack, "delimitation-announced", "happened", dated("1924-02-25")) is Truth.TRUE
    assert truth(pack, "delimitation-proposed", "happened", dated("1924-02-25")) is Truth.FALSE
    assert truth(pack, "delimitation-proposed", "happened", dated("1919")) is Truth.UNKNOWN
    assert truth(pack, "central-asia", "divided_after", "communists-in-power") is Truth.TRUE
    for question in asking_a_date(pack, bank):
        if re.search(r"delimitation|division of Central Asia", question.stem):
            assert re.search(r"\bannounced\b|\bproposed\b", question.stem), question.id


def test_trap_08_nothing_says_that_the_delimitation_simply_began(said: tuple[Said, ...]) -> None:
    begins = r"(?:delimitation|division)[^.?]*\b(?:began|begun|begin|started)\b|\bbeginning of the (?:delim|divi)"
    assert matching(sentences(said), begins) == []


def test_trap_09_the_decision_on_both_is_of_april_and_khorezms_own_vote_of_july(pack: Pack, bank: BankContent) -> None:
    for event, right, wrong in (("partition-decided", "04", "07"), ("khorezm-vote", "07", "04")):
        assert truth(pack, event, "happened", dated(f"1924-{right}")) is Truth.TRUE
        assert truth(pack, event, "happened", dated(f"1924-{wrong}")) is Truth.FALSE
    stems = {q.asks[0]: q.stem for q in asking_a_date(pack, bank)}
    assert "Bukhara" in stems["partition-date"]
    assert "Khorezm" in stems["partition-date"]
    assert "Bukhara" not in stems["khorezm-vote-date"]


def test_trap_09_no_sentence_gives_bukhara_a_vote(said: tuple[Said, ...]) -> None:
    assert matching(sentences(said), r"Bukhara", r"\bvote[ds]?\b", r"\bJuly\b") == []


def test_trap_10_no_order_has_two_events_of_1920_nor_dissolution_beside_independence(
    pack: Pack, bank: BankContent
) -> None:
    orders = [q for q in bank.questions if isinstance(q.answer, Sequence)]
    assert orders
    for question in orders:
        assert len(offered(question) & OF_1920) <= 1, question.id
        assert not {"soviet-end", "became-international"} <= offered(question), question.id
    for one, other in combinations(sorted(OF_1920), 2):
        assert ordered(pack, "happened", one, other) is None
    assert ordered(pack, "happened", "soviet-end", "became-international") is None
