"""A small pack in which every kind of question can be made, on a vale that does not exist."""

from functools import cache

from quiz.generate.reach import Reach
from quiz.generate.reveals import Mentions
from quiz.generate.workshop import Workshop
from quiz.knowledge.model import Pack
from tests.packs import Block, entity, fact, order, read, relation, several

SHORES = {"ashford": "long-lake", "birchley": "round-lake", "chalkham": "salt-lake", "dalebury": "deep-lake"}
BEGUN = {"ashford": "1801", "birchley": "1824-10", "chalkham": "1836-02-25", "dalebury": "1850"}
SIDES = ("north-side", "south-side") * 2
OF_YEARS = {"theme": "history", "topics": ["years"]}

PLACES = [
    *(entity(town, in_text=town.title(), aliases=[f"Old {town.title()}"]) for town in SHORES),
    *(entity(lake, "lake", in_text=f"the {lake.replace('-', ' ').title()}") for lake in SHORES.values()),
    *(entity(f"{side}-side", "side", label=f"{side} side", in_text=f"the {side} side") for side in ("north", "south")),
]
RELATIONS = [
    relation(
        "lies_by", "town", "lake", forward="one", backward="one",
        statement="{subject} lies by {object}.", object_statement="{object} is where {subject} lies.",
        ask="By which lake does {subject} lie?", ask_subject="Which town lies by {object}?",
    ),
    relation(
        "lies_on", "town", "side", forward="one", few_options="A vale has two sides.",
        statement="{subject} lies on {object}.", ask="On which side does {subject} lie?",
    ),
    relation(
        "begun_in", "town", "date", forward="one",
        statement="{subject} was begun in {object}.", ask="When was {subject} begun?",
    ),
    relation("far", "town", "number", forward="one", ask="How far is {subject} from the pass?",
             statement="{subject} is {object} from the pass."),
    relation("famous_for", "town", "text", statement="{subject} is famous for {object}.", ask="", ),
    relation("above", "town", "town", orders=True, statement="{subject} lies above {object}.", ask=""),
]  # fmt: skip
GLASS = fact(
    "ashford-glass", "ashford", "famous_for", {"text": "window glass"},
    ask="What is Ashford famous for?", explanation="Its sand is white.",
    rivals=[
        {"is": "oak barrels", "because": "Barrels come from Birchley."},
        {"is": "river boats", "because": "Boats were never built there."},
        {"is": "wool cloaks", "because": "Wool is spun in Dalebury."},
    ],
)  # fmt: skip
FACTS = [
    *(fact(f"{town}-lake", town, "lies_by", lake) for town, lake in SHORES.items()),
    *(fact(f"{town}-side", town, "lies_on", side) for town, side in zip(SHORES, SIDES, strict=True)),
    *(fact(f"{town}-begun", town, "begun_in", {"date": date}, **OF_YEARS) for town, date in BEGUN.items()),
    fact("ashford-far", "ashford", "far", {"number": 1212, "unit": "km", "tolerance": 12}),
    fact("birchley-far", "birchley", "far", {"number": 16, "unit": "km", "tolerance": 1}),
    GLASS,
    *(fact(f"{a}-{b}", a, "above", b) for a, b in zip(list(SHORES)[:-1], list(SHORES)[1:], strict=True)),
]  # fmt: skip
ORDERS = [
    order("towns-begun", "begun_in", list(BEGUN), ask="Order these towns by when they were begun."),
    order("towns-down", "above", list(SHORES), ask="Order these towns down the vale.", theme="geography", shown=3),
]
LISTS = [several("on-the-north", "lies_on", objects=["north-side"], ask="Which of these towns lie on the north side?")]
VALE = [*PLACES, *RELATIONS, *FACTS, *ORDERS, *LISTS]


@cache
def vale() -> Pack:
    return read(*VALE)


def with_changes(*changed: Block, without: tuple[str, ...] = ()) -> Pack:
    """The vale with blocks of the same id replaced, new ones added and those of the ids `without` left out."""
    ids = {(block.table, block.id) for block in changed}
    kept = [block for block in VALE if (block.table, block.id) not in ids and block.id not in without]
    return read(*kept, *changed)


def shop(pack: Pack | None = None) -> Workshop:
    pack = pack or vale()
    return Workshop(pack, Mentions(pack), Reach(pack))
