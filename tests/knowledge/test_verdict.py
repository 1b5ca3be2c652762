import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.knowledge import dates
from quiz.knowledge.model import Pack, Value
from quiz.knowledge.verdict import Statement, Truth, Verdict, tied, verdict, wholes, windows_part
from tests.packs import Block, entity, fact, read, relation

TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN

PLACES = [
    *map(entity, ("ashford", "birchley", "chalk", "dale")),
    *(entity(side, "side") for side in ("north", "south")),
    entity("great-range", "range"),
    entity("small-range", "range", part_of=["great-range"]),
    entity("other-range", "range", never_beside=["small-range"]),
    entity("far-range", "range"),
]


def judge(pack: Pack, subject: str, name: str, thing: str | Value, at: str | None = None) -> Verdict:
    return verdict(pack, Statement(subject, name, thing, dates.parse(at) if at else None))


def truth(*args: object) -> Truth:
    return judge(*args).truth  # type: ignore[arg-type]


def _pack(*blocks: Block) -> Pack:
    return read(*PLACES, *blocks)


def test_what_a_fact_says_is_true_and_rests_on_it() -> None:
    pack = _pack(relation("lies_on"), fact("f", "ashford", "lies_on", "north"))
    assert judge(pack, "ashford", "lies_on", "north") == Verdict(TRUE, "asserted", ("f",))


def test_what_is_not_said_of_an_open_relation_is_unknown() -> None:
    """The border passes Taraz; it passes villages too (trap 25)."""
    pack = _pack(relation("passes"), fact("f", "ashford", "passes", "north"))
    assert judge(pack, "ashford", "passes", "south") == Verdict(UNKNOWN)
    assert truth(pack, "birchley", "passes", "north") is UNKNOWN


def test_where_there_is_one_object_another_is_false_for_the_written_reason() -> None:
    pack = _pack(
        relation("lies_on", forward="one", closure_why="It has one side."), fact("f", "ashford", "lies_on", "north")
    )
    assert judge(pack, "ashford", "lies_on", "south") == Verdict(FALSE, "another-object", ("f",), "It has one side.")
    assert truth(pack, "birchley", "lies_on", "south") is UNKNOWN


def test_where_there_is_one_subject_another_is_false_for_the_written_reason() -> None:
    pack = _pack(
        relation("rules", backward="one", backward_why="A side has one."), fact("f", "ashford", "rules", "north")
    )
    assert judge(pack, "birchley", "rules", "north") == Verdict(FALSE, "another-subject", ("f",), "A side has one.")
    assert truth(pack, "birchley", "rules", "south") is UNKNOWN


def test_what_is_not_on_a_closed_list_is_false_and_rests_on_the_whole_list() -> None:
    facts = [fact("f", "ashford", "meets", "birchley"), fact("g", "ashford", "meets", "chalk")]
    pack = _pack(relation("meets", "town", "town", forward="closed", backward="closed"), *facts)
    assert judge(pack, "ashford", "meets", "dale").facts == ("f", "g")
    assert judge(pack, "ashford", "meets", "dale").reason == "not-in-list"
    assert truth(pack, "ashford", "meets", "chalk") is TRUE
    assert judge(pack, "dale", "meets", "chalk").reason == "not-in-list"


def test_a_list_that_is_empty_refutes_nothing() -> None:
    assert truth(_pack(relation("meets", "town", "town", forward="closed")), "ashford", "meets", "dale") is UNKNOWN


@pytest.mark.parametrize(
    ("rival", "judged"),
    [("small-range", TRUE), ("great-range", UNKNOWN), ("other-range", UNKNOWN), ("far-range", FALSE)],
)
def test_only_what_is_distinct_refutes(rival: str, judged: Truth) -> None:
    """The Tian Shan is not refuted by the Ugam Range, which is a part of it."""
    begins = relation("begins_in", "town", "range", forward="one")
    assert (
        truth(_pack(begins, fact("f", "ashford", "begins_in", "small-range")), "ashford", "begins_in", rival) is judged
    )


def test_what_is_of_no_kind_that_may_stand_there_is_unknown_and_not_false() -> None:
    pack = _pack(relation("lies_on", forward="one"), fact("f", "ashford", "lies_on", "north"))
    assert truth(pack, "ashford", "lies_on", "birchley") is UNKNOWN


def test_a_person_can_refute_what_nothing_else_can() -> None:
    rivals = [{"is": "south", "because": "It is on the other bank.", "rests_on": ["g"]}]
    subject_rivals = [{"is": "birchley", "because": "It is far away."}]
    facts = [
        fact("f", "ashford", "passes", "north", rivals=rivals, subject_rivals=subject_rivals),
        fact("g", "chalk", "passes", "north"),
    ]
    pack = _pack(relation("passes"), *facts)
    by_hand = Verdict(FALSE, "written", ("f", "g"), because="It is on the other bank.")
    assert judge(pack, "ashford", "passes", "south") == by_hand
    assert judge(pack, "birchley", "passes", "north") == Verdict(FALSE, "written", ("f",), because="It is far away.")
    assert truth(pack, "chalk", "passes", "south") is UNKNOWN


def test_a_person_refutes_only_for_the_time_of_the_fact() -> None:
    rivals = {"rivals": [{"is": "south", "because": "No."}], "subject_rivals": [{"is": "birchley", "because": "No."}]}
    pack = _pack(relation("passes"), fact("f", "ashford", "passes", "north", valid="1924", **rivals))
    for statement in (("ashford", "passes", "south"), ("birchley", "passes", "north")):
        assert truth(pack, *statement, "1924-05") is FALSE
        assert truth(pack, *statement, "1930") is UNKNOWN


def test_what_holds_for_the_whole_holds_for_the_part_only_where_the_relation_says_so() -> None:
    """A renaming does not carry a status over; by default nothing is inherited."""
    facts = [
        fact("part", "ashford", "within", "birchley"),
        fact("further", "birchley", "within", "chalk"),
        fact("f", "chalk", "lies_on", "north"),
    ]
    within = relation("within", "town", "town")
    pack = _pack(within, relation("lies_on", forward="one", inherits_along="within"), *facts)
    assert judge(pack, "ashford", "lies_on", "north") == Verdict(TRUE, "inherited", ("part", "further", "f"))
    assert truth(_pack(within, relation("lies_on", forward="one"), *facts), "ashford", "lies_on", "north") is UNKNOWN


def test_inheriting_in_a_circle_comes_to_an_end() -> None:
    facts = [fact("f", "ashford", "within", "birchley"), fact("g", "birchley", "within", "ashford")]
    pack = _pack(relation("within", "town", "town", inherits_along="within"), *facts)
    assert truth(pack, "ashford", "within", "chalk") is UNKNOWN
    assert truth(pack, "ashford", "within", "birchley") is TRUE


def test_an_order_makes_what_follows_true_and_what_is_turned_round_false() -> None:
    steps = [("ashford", "birchley"), ("birchley", "chalk"), ("ashford", "dale")]
    facts = [fact(f"{first}-{then}", first, "before", then) for first, then in steps]
    pack = _pack(relation("before", "town", "town", orders=True), *facts)
    assert judge(pack, "ashford", "before", "chalk") == Verdict(TRUE, "ordered", ("ashford-birchley", "birchley-chalk"))
    assert judge(pack, "chalk", "before", "ashford").reason == "out-of-order"
    assert truth(pack, "chalk", "before", "ashford") is FALSE
    assert truth(pack, "dale", "before", "chalk") is UNKNOWN


@pytest.mark.parametrize(
    ("known", "said", "judged"),
    [
        ("1924-10", "1924-10", TRUE),
        ("1924-10", "1924", TRUE),
        ("1924-10", "192X", TRUE),
        ("1924", "1924-10", UNKNOWN),
        ("1924-10", "1925", FALSE),
        ("1924-10", "1924-05", FALSE),
        ("../1920", "1919", UNKNOWN),
        ("../1920", "1920", UNKNOWN),
        ("../1920", "1921", FALSE),
        ("1990/2009", "199X", UNKNOWN),
        ("1990/2009", "1989", FALSE),
        ("2008/..", "2007", FALSE),
        ("2008/..", "2015", UNKNOWN),
    ],
)
def test_a_date_is_true_when_it_holds_the_known_one_and_false_when_it_excludes_it(
    known: str, said: str, judged: Truth
) -> None:
    pack = _pack(relation("begun_in", "town", "date", forward="one"), fact("f", "ashford", "begun_in", {"date": known}))
    assert truth(pack, "ashford", "begun_in", Value(date=said)) is judged


@pytest.mark.parametrize(
    ("said", "judged"),
    [
        (Value(number=16, unit="km"), TRUE),
        (Value(number=17, unit="km"), TRUE),
        (Value(number=18, unit="km"), FALSE),
        (Value(number=18, unit="km", tolerance=1), UNKNOWN),
        (Value(number=29, unit="km", tolerance=1), FALSE),
        (Value(number=16, unit="miles"), UNKNOWN),
        (Value(number=99, unit="miles"), UNKNOWN),
        (Value(text="16 km"), UNKNOWN),
        (Value(date="1916"), UNKNOWN),
    ],
)
def test_a_number_is_true_within_its_tolerance_and_false_where_the_windows_part(said: Value, judged: Truth) -> None:
    """16 km and 29 km must not overlap, and miles are not kilometres (trap 19)."""
    known = {"number": 16, "unit": "km", "tolerance": 1}
    pack = _pack(relation("far", "town", "number", forward="one"), fact("f", "ashford", "far", known))
    assert truth(pack, "ashford", "far", said) is judged


def test_a_value_of_an_open_relation_is_refuted_by_a_person_alone() -> None:
    rivals = [{"is": "1925-05", "because": "That was the renaming."}]
    stated = fact("f", "ashford", "named_in", {"date": "1924-10"}, rivals=rivals)
    pack = _pack(relation("named_in", "town", "date"), stated)
    assert judge(pack, "ashford", "named_in", Value(date="1925-05")).because == "That was the renaming."
    assert truth(pack, "ashford", "named_in", Value(date="1926")) is UNKNOWN


@pytest.mark.parametrize(
    ("written", "said"), [("1500000", 1_500_000), ("0.5", 0.5), ("20", 20.0), ("12345678", 12345678)]
)
def test_a_written_number_is_met_however_large_it_is(written: str, said: float) -> None:
    stated = fact("f", "ashford", "far", {"number": 3}, rivals=[{"is": written, "because": "No."}])
    assert truth(_pack(relation("far", "town", "number"), stated), "ashford", "far", Value(number=said)) is FALSE


CAPITALS = [
    relation("capital", "side", "town", forward="one", backward="one"),
    fact("first", "north", "capital", "ashford", valid="1924-10/1925-05"),
    fact("second", "north", "capital", "birchley", valid="1926/1936"),
]


@pytest.mark.parametrize(
    ("thing", "at", "judged"),
    [
        ("ashford", "1925-01", TRUE),
        ("birchley", "1925-01", FALSE),
        ("chalk", "1925-01", FALSE),
        ("ashford", "1930", FALSE),
        ("ashford", "1925-08", UNKNOWN),  # nobody says what was the capital then
        ("chalk", "1925", UNKNOWN),  # it may have been, from June on
        ("chalk", None, UNKNOWN),  # it may have been at some time
        ("chalk", "1924-10/1925-05", FALSE),
        ("ashford", None, TRUE),
    ],
)
def test_one_at_a_time_refutes_only_at_the_time_for_which_it_is_known(
    thing: str, at: str | None, judged: Truth
) -> None:
    assert truth(_pack(*CAPITALS), "north", "capital", thing, at) is judged


def test_one_at_a_time_refutes_another_subject_only_at_that_time() -> None:
    pack = _pack(*CAPITALS)
    assert truth(pack, "south", "capital", "ashford", "1925-01") is FALSE
    assert truth(pack, "south", "capital", "ashford", "1930") is UNKNOWN
    assert truth(pack, "south", "capital", "ashford") is UNKNOWN


def test_a_value_that_held_for_a_time_refutes_others_only_then() -> None:
    stated = fact("f", "ashford", "people", {"number": 500}, valid="1924")
    pack = _pack(relation("people", "town", "number", forward="one"), stated)
    assert truth(pack, "ashford", "people", Value(number=900), "1924") is FALSE
    assert truth(pack, "ashford", "people", Value(number=900)) is UNKNOWN


def test_what_was_on_a_closed_list_at_another_time_is_not_refuted() -> None:
    facts = [
        fact("f", "north", "holds", "ashford", valid="1924/1925"),
        fact("g", "north", "holds", "birchley", valid="1930/.."),
    ]
    pack = _pack(relation("holds", "side", "town", forward="closed"), *facts)
    assert truth(pack, "north", "holds", "ashford", "1931") is UNKNOWN
    assert truth(pack, "north", "holds", "chalk", "1931") is FALSE


def test_a_relation_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        judge(_pack(), "ashford", "nothing", "north")


def test_wholes_are_followed_and_a_circle_of_parts_comes_to_an_end() -> None:
    one, two = entity("one", part_of=["two"]), entity("two", part_of=["three"])
    pack = read(one, two, entity("three", part_of=["one"]), entity("four"))
    assert wholes(pack, "one") == {"one", "two", "three"}
    assert tied(pack, "one", "three")
    assert not tied(pack, "one", "four")


NUMBERS = st.builds(Value, number=st.integers(-50, 50), unit=st.sampled_from(["", "km"]), tolerance=st.integers(0, 9))


@given(NUMBERS, NUMBERS, st.integers(-60, 60))
def test_windows_that_part_share_no_value(one: Value, other: Value, number: int) -> None:
    assert windows_part(one, other) == windows_part(other, one)
    if windows_part(one, other):
        within = [abs(number - (value.number or 0)) <= value.tolerance for value in (one, other)]
        assert within != [True, True]
