"""A small hand-made bank: real questions of every shape on the border's crossings, course and history."""

from dataclasses import replace

from quiz.generate.content import BankContent, EntityRow, FactRow, KindRow, NameRow, TopicRow
from quiz.generate.question import (
    Answer,
    Distractor,
    Name,
    Option,
    Pick,
    Picks,
    Proof,
    Quantity,
    Question,
    Refusal,
    Sequence,
    Shape,
    When,
)

CROSSINGS = {
    "merke-kara-balta": ("Merke", "Kara-Balta", "road and rail"),
    "korday-lugovoye": ("Korday", "Lugovoye/Akjol", "road"),
    "kegen-tup": ("Kegen", "Tüp", "road"),
    "karasu-tokmok": ("Karasu", "Tokmok", "road"),
    "ozerny-pass": ("Kök-Say", "Chaldybar", "road and hiking"),
}
"""Five of the crossings by id: Kazakh end, Kyrgyz end, means."""


def question(question_id: str, answer: Answer, pool: tuple[Distractor, ...] = (), **fields: object) -> Question:
    """A question of the crossings round with plain defaults for all that a test does not name."""
    defaults: dict[str, object] = {
        "family": question_id.partition("/")[0],
        "kind": "one-best-answer",
        "shape": Shape.CHOICE,
        "theme": "crossings",
        "topics": ("crossings",),
        "depth": "core",
        "stem": f"What of {question_id}?",
        "explanation": f"An explanation of {question_id}.",
        "source": "Crossings/1",
        "asks": (question_id.partition(":")[0],),
        "rests_on": (question_id.partition(":")[0],),
        "reveals": (),
        "difficulty": 0.3,
    }
    return Question(id=question_id, answer=answer, pool=pool, **{**defaults, **fields})  # type: ignore[arg-type]


def wrong(key: str, text: str, sentence: str = "", reveals: tuple[str, ...] = ()) -> Distractor:
    """A refuted option."""
    proof = Proof(False, "another-object", (), "The list names every crossing.", sentence or f"{text} is another.")
    return Distractor(Option(key, text), proof, 0.8, (), reveals)


def right(key: str, text: str, *facts: str) -> Pick:
    """The right option of a choice."""
    return Pick(Option(key, text), Proof(True, "asserted", facts, "", f"It is {text}."))


KYRGYZ_SIDE = Picks(
    tuple(Option(key, text) for key, text in (("kara-balta", "Kara-Balta"), ("tokmok", "Tokmok"), ("tup", "Tüp"))),
    tuple(
        Proof(True, "asserted", (f"side-{key}",), "", f"{text} is on the Kyrgyz side.")
        for key, text in (("kara-balta", "Kara-Balta"), ("tokmok", "Tokmok"), ("tup", "Tüp"))
    ),
    4,
)
"""Three that fit, of which a draw of four options shows two or three."""


def several() -> Question:
    """A question of several, over `KYRGYZ_SIDE`; it is not among those of `content`."""
    return question(
        "kyrgyz-side:several",
        KYRGYZ_SIDE,
        (
            wrong("merke", "Merke", "Merke is on the Kazakh side."),
            wrong("kegen", "Kegen", "Kegen is on the Kazakh side."),
        ),
        kind="multiple-response",
        shape=Shape.SEVERAL,
        stem="Which of these places are on the Kyrgyz side?",
        theme="geography",
        topics=("course",),
        asks=("side-kara-balta", "side-tokmok", "side-tup"),
        rests_on=("side-kara-balta", "side-tokmok", "side-tup"),
    )


def content(**fields: object) -> BankContent:
    """The whole sample as a build would hand it over; `fields` replace those of the same name."""
    questions = (*_destinations(), *_of_other_shapes(), *_history())
    asked = {fact for q in questions for fact in q.asks}
    whole = BankContent(
        pack_id="kz-kg",
        title="The Kazakhstan–Kyrgyzstan border",
        source="A sample for tests",
        source_date="2024-01-01",
        licence="CC BY-SA 4.0",
        questions=questions,
        facts=tuple(_fact(fact, asked) for fact in [*sorted(asked), "views-2010"]),
        entities=_entities(),
        names=_names(),
        kinds=(KindRow("settlement", ("village", "town")), KindRow("river", ("river",))),
        topics=(
            TopicRow("crossings", "The crossings"),
            TopicRow("course", "The course"),
            TopicRow("soviet", "Soviet years"),
        ),
        refusals=(Refusal("views-2010", "one-best-answer", "object", "too-few-rivals", "only one rival is refuted"),),
        border=((70.9477, 42.2488), (73.0, 43.0), (80.2, 42.2)),
    )
    return replace(whole, **fields)  # type: ignore[arg-type]


def many(count: int, theme: str = "geography") -> tuple[Question, ...]:
    """`count` plain choices on `count` facts, for rounds longer than the sample."""
    return tuple(
        question(
            f"made-{i}:choice",
            right(f"r{i}", f"Right {i}", f"made-{i}"),
            tuple(wrong(f"w{i}-{j}", f"Wrong {j}") for j in range(3)),
            theme=theme,
            topics=("course",),
            asks=(f"made-{i}",),
            difficulty=i / max(count, 1),
        )
        for i in range(count)
    )


def content_of(questions: tuple[Question, ...]) -> BankContent:
    """The sample with `questions` in place of its own."""
    asked = {fact for q in questions for fact in q.asks}
    return content(questions=questions, facts=tuple(_fact(fact, asked) for fact in [*sorted(asked), "views-2010"]))


def _destinations() -> tuple[Question, ...]:
    """Where each crossing leads: choice, and the same fact typed."""
    ends = {crossing: end for crossing, (_, end, _) in CROSSINGS.items()}
    made = []
    for crossing, (start, end, _) in CROSSINGS.items():
        pool = tuple(wrong(_slug(e), e, f"{e} is another crossing's end.") for c, e in ends.items() if c != crossing)
        fact = f"{crossing}-ends"
        stem = f"You leave Kazakhstan at {start}. At which Kyrgyz end do you arrive?"
        made.append(
            question(f"{fact}:choice", right(_slug(end), end, fact), pool, stem=stem, asks=(fact,), rests_on=(fact,))
        )
    return tuple(made)


def _of_other_shapes() -> tuple[Question, ...]:
    statement = right("true", "True", "merke-kara-balta-means")
    items = tuple(
        Option(_slug(name), name, float(i))
        for i, name in enumerate(("Ugam Range", "Kara-Balta", "Tokmok", "Küngöy Ala-Too"))
    )
    geography: dict[str, object] = {"theme": "geography", "topics": ("course",)}
    return (
        question(
            "merke-kara-balta-means:true-false",
            statement,
            (wrong("false", "False", "Rails are listed there."),),
            kind="true-false",
            stem="At Merke – Kara-Balta trains cross too.",
            few_options="A statement is true or false.",
        ),
        question(
            "kegen-road:typed",
            Name("tup", "Tüp"),
            kind="typed",
            shape=Shape.TEXT,
            stem="Where does the road from Kegen lead?",
            wants="a place",
            depth="detail",
            place=(78.36, 42.73),
        ),
        question(
            "bishkek-distance:number",
            Quantity(16.0, "km", 2.0, "16 km"),
            kind="number",
            shape=Shape.NUMBER,
            stem="How far is Bishkek from the border?",
            wants="km",
            **geography,
        ),
        question(
            "course-order:order",
            Sequence(items, ("in the west", "an arc", "along the Chu", "in the east")),
            kind="order",
            shape=Shape.ORDER,
            stem="Order them as you meet them going east.",
            **geography,
        ),
        question(
            "footnote-press:choice",
            right("guardian", "The Guardian", "footnote-press"),
            (wrong("economist", "The Economist"), wrong("diplomat", "The Diplomat"), wrong("national", "The National")),
            depth="footnote",
            theme="history",
            topics=("soviet",),
        ),
    )


def _history() -> tuple[Question, ...]:
    shared: dict[str, object] = {"theme": "history", "topics": ("soviet",)}
    return (
        question(
            "treaty-signed:typed",
            When(730834, 730834, "day", "15 December 2001"),
            kind="typed",
            shape=Shape.TEXT,
            stem="On which day was the border treaty signed?",
            wants="day, month and year",
            reveals=("treaty-year",),
            **shared,
        ),
        question(
            "treaty-year:choice",
            right("2001", "2001", "treaty-year"),
            (wrong("1991", "1991"), wrong("2008", "2008", reveals=("treaty-force",)), wrong("1998", "1998")),
            stem="In which year was the border treaty signed?",
            **shared,
        ),
        question(
            "treaty-force:choice",
            right("2008", "2008", "treaty-force"),
            (wrong("2002", "2002"), wrong("2012", "2012"), wrong("2005", "2005")),
            stem="In which year did the border treaty come into force?",
            **shared,
        ),
    )


def _fact(fact: str, asked: set[str]) -> FactRow:
    why = "" if fact in asked else "no rival is refuted"
    return FactRow(fact, "crossings", "core", ("crossings",), f"Of {fact}.", "Crossings/1", "a", "is", "b", why)


def _entities() -> tuple[EntityRow, ...]:
    places = ["Tüp", "Tokmok", "Kara-Balta", "Chaldybar", "Merke", "Kegen"]
    return tuple(EntityRow(_slug(name), "settlement", name, f"{name} is a settlement.") for name in places)


def _names() -> tuple[NameRow, ...]:
    shown = tuple(NameRow(entity.id, entity.text, False) for entity in _entities())
    return (*shown, NameRow("tup", "Tup", True), NameRow("tup", "Tyup", True), NameRow("tup", "Түп", True))


def _slug(text: str) -> str:
    return text.lower().replace("ü", "u").replace("ö", "o").replace(" ", "-").replace("/", "-")
