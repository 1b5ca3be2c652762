import pytest

from quiz.generate.reveals import Mentions
from tests.generate.vale import vale
from tests.packs import Block, entity, fact, read, relation

NEAR = relation("near", "town", "lake")
CHU = [
    entity("chu", "lake", name="Chu", in_text="the Chu"),
    entity("chuy", "lake", name="Chüy"),
    entity("long-range", "range", name="Long Range"),
    entity("range-town", name="Long Range Town", label="Range Town"),
    entity("ob", "lake", name="Ob"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Chu flows on.", {"chu"}),
        ("Where does the CHU flow?", {"chu"}),
        ("Chu's course, the Chu-side, (Chu)", {"chu"}),
        ("Chüy is not Chu.", {"chu", "chuy"}),
        ("Chukotka and Machu Picchu", set()),
        ("Long Range Town", {"range-town"}),
        ("the Long Range, Range Town", {"long-range", "range-town"}),
        ("Ob is too short a name to look for.", set()),
        ("", set()),
    ],
)
def test_names_are_found_whole_in_any_case_and_the_longest_first(text: str, found: set[str]) -> None:
    """Chu is no Chüy (trap 23)."""
    assert Mentions(read(*CHU)).entities(text) == found


def test_a_fact_is_given_away_by_a_text_that_names_both_its_ends() -> None:
    mentions = Mentions(vale())
    assert mentions.facts("Old Ashford is a town; the long lake is not.") == {"ashford-lake"}
    assert mentions.facts("Ashford is a town.") == set()
    assert mentions.facts("The Long Lake is deep.") == set()
    assert mentions.facts("Ashford lies above Birchley, by the Long Lake.") == {"ashford-birchley", "ashford-lake"}


def test_each_text_gives_away_for_itself() -> None:
    mentions = Mentions(vale())
    assert mentions.in_any(["Ashford", "Long Lake"]) == set()
    assert mentions.in_any(["Ashford, Long Lake", "Birchley on the south side"]) == {"ashford-lake", "birchley-side"}


@pytest.mark.parametrize(
    ("text", "given_away"),
    [
        ("Birchley is 16 km away.", True),
        ("Birchley is 116 km away.", False),
        ("Birchley is 16 kmh away.", False),
        ("It is 16 km away.", False),
        ("Birchley was begun in October 1824.", False),
    ],
)
def test_a_number_is_given_away_as_a_whole_word_only(text: str, given_away: bool) -> None:
    assert ("birchley-far" in Mentions(vale()).facts(text)) is given_away


def test_a_name_made_of_two_names_gives_away_what_joins_them() -> None:
    """A crossing is named by its two ends: its name answers where the road leads."""
    joined = [entity("kegen"), entity("tup", "lake"), entity("both", "range", name="Kegen – Tup"), NEAR]
    mentions = Mentions(read(*joined, fact("pair", "kegen", "near", "tup")))
    assert mentions.facts("Kegen – Tup opens in summer.") == {"pair"}


@pytest.mark.parametrize("blocks", [[], [entity("ob", "lake", name="Ob")]])
def test_a_pack_without_names_to_look_for_gives_nothing_away(blocks: list[Block]) -> None:
    assert Mentions(read(*blocks)).facts("Ob, and a word.") == set()
