import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import PackError
from quiz.generate.distractors import MOST, Asked, asked_date, object_pool, slug, subject_pool
from quiz.generate.question import Distractor
from quiz.generate.reach import Reach
from quiz.generate.reveals import Mentions
from quiz.knowledge import dates
from quiz.knowledge.model import Pack, Value
from quiz.knowledge.verdict import Statement, Truth, tied, verdict, windows_part
from tests.generate.vale import SHORES, vale, with_changes
from tests.packs import Block, entity, fact, read, relation


def pool(pack: Pack, name: str, stem: str = "Which?", *, subject: bool = False) -> tuple[Distractor, ...]:
    asked = Asked(pack, Mentions(pack), Reach(pack), pack.facts[name], stem)
    return subject_pool(asked) if subject else object_pool(asked)


def keys(some: tuple[Distractor, ...]) -> set[str]:
    return {distractor.option.key for distractor in some}


def test_rivals_of_an_object_are_things_of_its_kind_that_the_pack_refutes() -> None:
    found = pool(vale(), "ashford-lake")
    assert keys(found) == set(SHORES.values()) - {"long-lake"}
    salt = next(distractor for distractor in found if distractor.option.key == "salt-lake")
    assert salt.option.text == "Salt Lake"
    assert salt.proof.reason == "another-object"
    assert salt.proof.closure == "The map shows it."
    assert salt.proof.sentence == "The Salt Lake is where Chalkham lies."
    assert salt.proof.facts == ("ashford-lake", "chalkham-lake")
    assert salt.reveals == ("chalkham-lake",)


def test_rivals_of_a_subject_are_told_by_what_they_truly_are() -> None:
    found = pool(with_changes(entity("elm")), "ashford-lake", subject=True)
    assert keys(found) == {*SHORES, "elm"} - {"ashford"}
    told = {distractor.option.key: (distractor.proof.reason, distractor.proof.sentence) for distractor in found}
    assert told["birchley"] == ("another-object", "Birchley lies by the Round Lake.")
    assert told["elm"] == ("another-subject", "Ashford lies by the Long Lake.")


def test_where_nothing_refutes_there_is_no_rival() -> None:
    pack = with_changes(relation("lies_by", "town", "lake"))
    assert pool(pack, "ashford-lake") == pool(pack, "ashford-lake", subject=True) == ()


def test_what_the_stem_names_is_no_rival() -> None:
    assert keys(pool(vale(), "ashford-lake", "Not the Salt Lake, nor Deep Lake: which?")) == {"round-lake"}


def test_what_the_writer_bars_is_no_rival() -> None:
    pack = with_changes(fact("ashford-lake", "ashford", "lies_by", "long-lake", never_rivals=["salt-lake"]))
    assert keys(pool(pack, "ashford-lake")) == {"round-lake", "deep-lake"}


@pytest.mark.parametrize("tie", [{"part_of": ["long-lake"]}, {"never_beside": ["long-lake"]}])
def test_what_is_tied_to_the_answer_is_no_rival(tie: dict[str, list[str]]) -> None:
    pack = with_changes(entity("salt-lake", "lake", **tie))
    assert keys(pool(pack, "ashford-lake")) == {"round-lake", "deep-lake"}


def test_what_looks_like_the_answer_is_no_rival() -> None:
    pack = with_changes(entity("salt-lake", "lake", label="Long Lake"))
    assert keys(pool(pack, "ashford-lake")) == {"round-lake", "deep-lake"}


def test_rivals_share_a_sort_with_the_answer_where_it_has_any() -> None:
    deep = {"long-lake", "deep-lake"}
    pack = with_changes(*(entity(lake, "lake", sorts=["deep" if lake in deep else "flat"]) for lake in SHORES.values()))
    assert keys(pool(pack, "ashford-lake")) == {"deep-lake"}
    assert keys(pool(pack, "birchley-lake")) == {"salt-lake"}


def test_a_relation_may_ask_for_the_sort_that_its_stem_presupposes() -> None:
    """Asked for the Kazakh end, no end on the other side is offered."""
    north = {"ashford", "birchley"}
    towns = [entity(town, sorts=["end", "north-end" if town in north else "south-end"]) for town in SHORES]
    lies_by = relation("lies_by", "town", "lake", forward="one", backward="one")
    assert len(pool(with_changes(*towns, lies_by), "ashford-lake", subject=True)) == 3
    narrowed = with_changes(*towns, lies_by.but(subject_sort="north-end"))
    assert keys(pool(narrowed, "ashford-lake", subject=True)) == {"birchley"}


def test_a_foil_serves_as_a_rival_and_tells_what_sets_it_apart() -> None:
    pack = with_changes(entity("far-lake", "lake", foil=True, apart_because="The Far Lake lies abroad."))
    *others, foil = pool(pack, "ashford-lake")
    assert keys((foil,)) == {"far-lake"}
    assert foil.proof.sentence == "The Far Lake lies abroad."
    assert foil.plausibility < min(distractor.plausibility for distractor in others)


def test_rivals_written_by_hand_come_first_in_the_order_of_their_writer() -> None:
    rivals = [
        {"is": lake, "because": f"No, {lake}.", "rests_on": ["ashford-side"]} for lake in ("salt-lake", "deep-lake")
    ]
    found = pool(with_changes(fact("ashford-lake", "ashford", "lies_by", "long-lake", rivals=rivals)), "ashford-lake")
    assert [distractor.option.key for distractor in found] == ["salt-lake", "deep-lake", "round-lake"]
    assert found[0].proof.sentence == "No, salt-lake."
    assert found[0].proof.reason == "written"
    assert found[0].proof.facts == ("ashford-lake", "ashford-side")


def test_words_are_refuted_by_hand_alone() -> None:
    found = pool(vale(), "ashford-glass")
    assert [distractor.option.text for distractor in found] == ["oak barrels", "river boats", "wool cloaks"]
    assert [distractor.option.key for distractor in found] == ["oak-barrels", "river-boats", "wool-cloaks"]
    assert all(distractor.proof.reason == "written" for distractor in found)


def test_rivals_that_are_tied_to_each_other_or_look_alike_clash() -> None:
    pack = with_changes(
        entity("salt-lake", "lake", part_of=["round-lake"]), entity("deep-lake", "lake", label="Round Lake")
    )
    clashes = {distractor.option.key: set(distractor.clashes) for distractor in pool(pack, "ashford-lake")}
    assert clashes == {
        "round-lake": {"salt-lake", "deep-lake"},
        "salt-lake": {"round-lake"},
        "deep-lake": {"round-lake"},
    }


def test_no_more_are_kept_than_a_draw_can_use() -> None:
    more = [entity(f"lake-{n}", "lake", foil=True, apart_because="It lies abroad.") for n in range(20)]
    found = pool(with_changes(*more), "ashford-lake")
    assert len(found) == MOST
    assert set(SHORES.values()) - {"long-lake"} <= keys(found)


def test_dates_of_other_facts_come_before_those_made_by_program_and_tell_what_they_are() -> None:
    found = pool(vale(), "ashford-begun")
    assert all(distractor.option.rank == dates.parse(distractor.option.key).start for distractor in found)
    told = {distractor.option.text: distractor.proof.sentence for distractor in found}
    assert told["1850"] == "Dalebury was begun in 1850."
    assert told["1824"] == "Birchley was begun in October 1824."
    assert told["1800"] == "1800 is one year too early."
    assert "1801" not in told


@pytest.mark.parametrize(
    ("date", "precision", "wanted"),
    [
        ("1836-02-25", None, "day"),
        ("1836-02-25", "month", "month"),
        ("1836-02-25", "year", "year"),
        ("../1836", None, "year"),
    ],
)
def test_dates_stand_beside_dates_of_their_precision_that_they_exclude(
    date: str, precision: str | None, wanted: str
) -> None:
    keys_ = {"precision": precision} if precision else {}
    pack = with_changes(
        fact("chalkham-begun", "chalkham", "begun_in", {"date": date}, **keys_), without=("towns-begun",)
    )
    right = asked_date(pack.facts["chalkham-begun"])
    found = pool(pack, "chalkham-begun")
    assert len(found) >= 3
    for distractor in found:
        assert dates.parse(distractor.option.key).precision == wanted
        assert dates.parse(distractor.option.key).excludes(right)


def test_a_span_stands_only_beside_spans_that_it_excludes() -> None:
    more = [
        fact(f"{town}-begun", town, "begun_in", {"date": date})
        for town, date in zip(SHORES, ("1820/1829", "1825/1834", "184X", "1860/1899"), strict=True)
    ]
    assert keys(pool(with_changes(*more, without=("towns-begun",)), "ashford-begun")) == {"184X"}


def test_a_date_that_the_stem_names_is_no_rival() -> None:
    assert "1850" not in keys(pool(vale(), "ashford-begun", "Half a century before 1850, what year was it?"))


@pytest.mark.parametrize("name", ["ashford-far", "birchley-far"])
def test_numbers_have_windows_that_part_from_the_answer_and_from_each_other(name: str) -> None:
    right = vale().facts[name].object
    assert isinstance(right, Value)
    found = pool(vale(), name)
    assert len(found) >= 3
    windows = [right, *(right.model_copy(update={"number": distractor.option.rank}) for distractor in found)]
    for place, one in enumerate(windows):
        assert all(windows_part(one, other) for other in windows[:place])
    assert all(distractor.option.text.endswith(" km") for distractor in found)


def test_a_number_of_another_unit_is_no_rival() -> None:
    pack = with_changes(fact("birchley-far", "birchley", "far", {"number": 1000, "unit": "miles"}))
    assert "1000-km" not in keys(pool(pack, "ashford-far"))
    assert not any("miles" in key for key in keys(pool(pack, "ashford-far")))


def test_what_held_at_another_time_is_judged_for_the_time_of_the_fact() -> None:
    capital = relation("capital", "side", "town", forward="one")
    first = fact("first", "north-side", "capital", "ashford", valid="1801/1810", ask="What was the capital first?")
    second = fact("second", "north-side", "capital", "birchley", valid="1820/1830", ask="What was the capital next?")
    found = pool(with_changes(capital, first, second), "first")
    assert {"birchley", "chalkham", "dalebury"} == keys(found)
    overlapping = with_changes(capital.but(forward="closed"), first, second.but(valid="1805/1830"))
    assert keys(pool(overlapping, "first")) == {"chalkham", "dalebury"}


@pytest.mark.parametrize(
    ("text", "key"), [("Küngöy Ala-Too", "kungoy-ala-too"), ("1,212 km", "1-212-km"), ("—", "option"), ("A b", "a-b")]
)
def test_words_are_named_by_their_letters_and_figures(text: str, key: str) -> None:
    assert slug(text) == key


# --- Laws that hold for whatever a pack says ---

TOWNS = [f"t{n}" for n in range(6)]
TOWN = st.sampled_from(TOWNS)
WAYS = st.sampled_from(["open", "one", "closed"])


@st.composite
def packs(draw: st.DrawFn) -> Pack | None:
    rule = relation("goes", "town", "town", forward=draw(WAYS), backward=draw(WAYS), orders=draw(st.booleans()))
    times = st.sampled_from([None, "1924", "1924-10", "1925/1930"])
    said = draw(st.lists(st.tuples(TOWN, TOWN, times), min_size=1, max_size=5, unique_by=lambda ends: ends[:2]))
    facts = [
        fact(f"f{n}", one, "goes", other, **({"valid": valid} if valid else {}))
        for n, (one, other, valid) in enumerate(said)
    ]
    part_of = dict(draw(st.lists(st.tuples(TOWN, TOWN), max_size=2)))
    apart = dict(draw(st.lists(st.tuples(TOWN, TOWN), max_size=1)))
    labels = dict(draw(st.lists(st.tuples(TOWN, st.sampled_from(["T0", "T1", "Same"])), max_size=3)))
    try:
        return read(*(_town(town, part_of, apart, labels) for town in TOWNS), rule, *facts)
    except PackError:
        return None


def _town(town: str, part_of: dict[str, str], apart: dict[str, str], labels: dict[str, str]) -> Block:
    ties = {
        "part_of": [part_of[town]] if town in part_of else [],
        "never_beside": [apart[town]] if town in apart else [],
    }
    return entity(town, label=labels.get(town, ""), **ties)


@settings(max_examples=120, deadline=None)
@given(packs(), st.booleans())
def test_a_distractor_is_never_true_nor_unknown_nor_one_with_the_answer(pack: Pack | None, subject: bool) -> None:
    for asked in pack.facts.values() if pack else ():
        answer = asked.subject if subject else str(asked.object)
        for distractor in pool(pack, asked.id, subject=subject):
            rival = distractor.option.key
            ends = (rival, str(asked.object)) if subject else (asked.subject, rival)
            at = dates.parse(asked.valid) if asked.valid else None
            assert verdict(pack, Statement(ends[0], "goes", ends[1], at)).truth is Truth.FALSE
            assert not tied(pack, rival, answer)
            assert distractor.option.text != pack.entities[answer].option
            assert set(distractor.proof.facts) <= set(pack.facts)
            assert distractor.proof.sentence
            assert not distractor.proof.verdict


@settings(max_examples=80, deadline=None)
@given(packs())
def test_clashes_are_mutual_and_cover_ties_and_equal_texts(pack: Pack | None) -> None:
    for asked in pack.facts.values() if pack else ():
        found = pool(pack, asked.id)
        for one in found:
            for other in found:
                alike = one.option.text == other.option.text or tied(pack, one.option.key, other.option.key)
                clash = other.option.key in one.clashes
                assert clash == (one is not other and alike)
                assert clash == (one.option.key in other.clashes)


@settings(max_examples=80, deadline=None)
@given(packs())
def test_pools_are_ranked_and_the_same_each_time(pack: Pack | None) -> None:
    for asked in pack.facts.values() if pack else ():
        found = pool(pack, asked.id)
        assert found == pool(pack, asked.id)
        plausible = [distractor.plausibility for distractor in found]
        assert plausible == sorted(plausible, reverse=True)
        assert all(0 <= one <= 1 for one in plausible)
        assert len(keys(found)) == len(found)
