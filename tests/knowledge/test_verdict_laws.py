"""Laws that hold for whatever a pack says."""

from collections.abc import Iterator
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import PackError
from quiz.knowledge import dates
from quiz.knowledge.model import Fact, Pack, Value
from quiz.knowledge.verdict import Statement, Truth, Verdict, tied, verdict
from tests.packs import entity, fact, read, relation

TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def judge(pack: Pack, subject: str, name: str, thing: str | Value, at: str | None = None) -> Verdict:
    return verdict(pack, Statement(subject, name, thing, dates.parse(at) if at else None))


def truth(*args: object) -> Truth:
    return judge(*args).truth  # type: ignore[arg-type]


TOWNS = ("t0", "t1", "t2", "t3")
TOWN = st.sampled_from(TOWNS)
TIMES = (None, "1924", "1924-10", "1925/1930", "../1926", "1928/..", "19XX")
WAYS = st.sampled_from(["open", "one", "closed"])


@st.composite
def packs(draw: st.DrawFn) -> Pack | None:
    """A pack of facts of the relation "goes", with parts and things to inherit; None where it contradicts itself."""
    rule = relation("goes", "town", "town", forward=draw(WAYS), backward=draw(WAYS), orders=draw(st.booleans()))
    along = draw(st.sampled_from([None, "goes", "within"]))
    said = draw(st.lists(st.tuples(TOWN, TOWN, st.sampled_from(TIMES)), min_size=1, max_size=4))
    facts = [
        fact(f"f{n}", subject, "goes", thing, **({"valid": valid} if valid else {}))
        for n, (subject, thing, valid) in enumerate(said)
    ]
    inside = draw(st.lists(st.tuples(TOWN, TOWN), max_size=1))
    part_of = dict(draw(st.lists(st.tuples(TOWN, TOWN).filter(lambda two: two[0] != two[1]), max_size=1)))
    towns = [entity(town, part_of=[part_of[town]] if town in part_of else []) for town in TOWNS]
    within = [
        relation("within", "town", "town"),
        *(fact(f"w{n}", *ends[:1], "within", ends[1]) for n, ends in enumerate(inside)),
    ]
    try:
        return read(*towns, rule.but(**({"inherits_along": along} if along else {})), *facts, *within)
    except PackError:
        return None


def _all_verdicts(pack: Pack) -> Iterator[tuple[Statement, Verdict]]:
    for subject, thing, time in product(TOWNS, TOWNS, TIMES):
        statement = Statement(subject, "goes", thing, dates.parse(time) if time else None)
        yield statement, verdict(pack, statement)


def _asserted(pack: Pack, statement: Statement) -> bool:
    """Whether a fact says just this, of a time that may be the statement's."""
    return any(
        (one.subject, one.relation, one.object) == (statement.subject, statement.relation, statement.object)
        and not (one.valid and statement.at and dates.parse(one.valid).excludes(statement.at))
        for one in pack.facts.values()
    )


@settings(max_examples=80, deadline=None)
@given(packs())
def test_what_is_asserted_is_true_and_never_false(pack: Pack | None) -> None:
    for statement, judged in _all_verdicts(pack) if pack else ():
        if _asserted(pack, statement):
            assert judged.truth is TRUE


@settings(max_examples=80, deadline=None)
@given(packs())
def test_a_verdict_rests_on_facts_and_a_refutation_on_what_is_distinct(pack: Pack | None) -> None:
    for statement, judged in _all_verdicts(pack) if pack else ():
        assert bool(judged.facts) == (judged.truth is not UNKNOWN)
        assert set(judged.facts) <= set(pack.facts)
        if judged.truth is FALSE and judged.reason != "out-of-order":
            assert judged.closure == "The map shows it."
            assert not any(_same(pack, statement, pack.facts[name]) for name in judged.facts)


def _same(pack: Pack, statement: Statement, one: Fact) -> bool:
    return tied(pack, one.subject, statement.subject) and tied(pack, str(one.object), str(statement.object))


@settings(max_examples=80, deadline=None)
@given(packs())
def test_one_that_is_known_for_a_time_refutes_only_within_that_time(pack: Pack | None) -> None:
    for statement, judged in _all_verdicts(pack) if pack else ():
        if judged.reason in ("another-object", "another-subject"):
            times = [pack.facts[name].valid for name in judged.facts]
            assert any(t is None or (statement.at and dates.parse(t).contains(statement.at)) for t in times)


@settings(max_examples=80, deadline=None)
@given(packs())
def test_a_narrower_time_never_makes_true_what_was_false(pack: Pack | None) -> None:
    for subject, thing in product(TOWNS, TOWNS) if pack else ():
        always, year, month = (truth(pack, subject, "goes", thing, at) for at in (None, "1924", "1924-10"))
        assert (always, year) != (FALSE, TRUE)
        assert (year, month) != (FALSE, TRUE)


@settings(max_examples=60, deadline=None)
@given(packs())
def test_an_unrelated_fact_changes_no_verdict(pack: Pack | None) -> None:
    if pack is None:
        return
    other = relation("unlike", "town", "town", forward="one")
    more = read(*map(entity, TOWNS), other, fact("more", "t0", "unlike", "t1"))
    relations = {**pack.relations, "unlike": more.relations["unlike"]}
    wider = Pack(header=pack.header, entities=pack.entities, relations=relations, facts={**pack.facts, **more.facts})
    assert list(_all_verdicts(wider)) == list(_all_verdicts(pack))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TOWN, st.sampled_from(["1924", "1924-10", "1925", "../1920", "192X"])), max_size=4))
def test_a_date_is_never_both_true_and_excluded(said: list[tuple[str, str]]) -> None:
    facts = [fact(f"f{n}", town, "begun_in", {"date": date}) for n, (town, date) in enumerate(said)]
    rule = relation("begun_in", "town", "date")
    pack = read(*map(entity, TOWNS), rule, *facts)
    strict = pack.model_copy(
        update={"relations": {"begun_in": pack.relations["begun_in"].model_copy(update={"forward": "one"})}}
    )
    for town, date in said:
        assert truth(pack, town, "begun_in", Value(date=date)) is not FALSE
        assert truth(strict, town, "begun_in", Value(date=date)) is not FALSE
