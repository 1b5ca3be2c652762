"""What the generator goes by and what the checker goes by are two pieces of code: they have to agree."""

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.generate.question import Proof
from quiz.knowledge.dates import When, parse
from quiz.knowledge.load import load
from quiz.knowledge.model import Fact, Pack, Value
from quiz.knowledge.verdict import Statement, Truth, Verdict, verdict
from quiz.proving.claims import Claim
from quiz.proving.refutation import REASONS, is_true, lacks
from quiz.proving.world import World

SHIPPED = Path(__file__).resolve().parents[2] / "questions" / "kz-kg"
SEVERAL = 400
"""Statements of a run: most are unknown, so many are needed."""


@cache
def world() -> World:
    return World(load(SHIPPED))


def pack() -> Pack:
    return world().pack


def things(fact: Fact) -> st.SearchStrategy[str | Value]:
    """What may be put in the place of a fact's object."""
    right = fact.object
    if isinstance(right, str):
        return st.sampled_from([*pack().entities])
    if right.when:
        written = [other.object.date for other in pack().facts.values() if isinstance(other.object, Value)]
        made = st.dates().map(lambda day: day.isoformat()) | st.integers(1000, 2029).map(str)
        known = st.sampled_from([date for date in written if date])
        return (known | made).map(lambda date: Value(date=date))
    if right.number is not None:
        return st.floats(0, 3000).map(lambda number: right.model_copy(update={"number": number}))
    return st.sampled_from([rival.is_ for rival in fact.rivals] or ["words"]).map(lambda words: Value(text=words))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A fact with something else in one of its places, at its own time or at another."""
    fact = draw(st.sampled_from([*pack().facts.values()]))
    at: When | None = parse(fact.valid) if fact.valid else None
    if draw(st.booleans()):
        at = draw(st.none() | st.sampled_from(["1924", "1917/1991", "1936-12", "2001"]).map(parse))
    if draw(st.booleans()):
        return Statement(draw(st.sampled_from([*pack().entities])), fact.relation, fact.object, at)
    return Statement(fact.subject, fact.relation, draw(things(fact)), at)


def as_claim(said: Statement) -> Claim:
    return Claim(said.subject, said.relation, said.object, said.at)


def proof_of(found: Verdict) -> Proof:
    return Proof(False, found.reason, found.facts, found.closure, found.because)


@given(statements())
@settings(max_examples=SEVERAL, deadline=None)
def test_both_call_the_same_statements_true(said: Statement) -> None:
    assert is_true(world(), as_claim(said)) is (verdict(pack(), said).truth is Truth.TRUE)


@given(statements())
@settings(max_examples=SEVERAL, deadline=None)
def test_what_the_generator_refutes_is_refuted_again(said: Statement) -> None:
    found = verdict(pack(), said)
    if found.truth is Truth.FALSE:
        assert lacks(world(), as_claim(said), proof_of(found)) is None


@given(statements(), st.sampled_from(sorted(REASONS)))
@settings(max_examples=SEVERAL, deadline=None)
def test_what_is_not_known_to_be_false_no_proof_refutes(said: Statement, reason: str) -> None:
    """Even a proof that names every fact and the relation's own reason."""
    if verdict(pack(), said).truth is not Truth.FALSE:
        relation = pack().relations[said.relation]
        for closure in ("", relation.closure_why, relation.backward_why):
            forged = Proof(False, reason, tuple(pack().facts), closure, "It is not so.")
            assert lacks(world(), as_claim(said), forged) is not None
