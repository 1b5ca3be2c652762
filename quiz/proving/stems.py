"""Whether a stem has one answer: in the whole pack, asked or not, nothing else may answer the same words."""

from collections import defaultdict
from collections.abc import Iterator

from quiz.folding import fold
from quiz.generate.question import Question
from quiz.generate.words import ask_object, ask_subject
from quiz.knowledge.model import Fact, Value
from quiz.proving.claims import Asked, Slot, as_asked, time_of
from quiz.proving.doubt import Doubt
from quiz.proving.values import apart
from quiz.proving.world import World, touches

Thing = str | Value


class Stems:
    """Every question that the words of a pack ask, with all that answers it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._answers: dict[tuple[str, ...], list[tuple[Fact, Thing]]] = defaultdict(list)
        for fact in world.pack.facts.values():
            for slot in Slot:
                if stem := written_stem(world, Asked(fact, slot)):
                    self._answers[fold(stem)].append((fact, _end(fact, slot)))

    def doubts(self, question: Question, about: Asked, *, recalled: bool) -> Iterator[Doubt]:
        """A stem that is not the fact's, or that something else answers as well.

        Where the answer is `recalled`, all that the relation holds answers it; where it is chosen, the fact's own
        words may ask more narrowly than its relation does.
        """
        fact = about.fact
        if question.stem != written_stem(self._world, about):
            yield _doubt(question, about, "stem", "the stem is not what the fact asks")
        right = _end(fact, about.slot)
        others = [(other, thing) for other, thing in self._answers[fold(question.stem)] if other.id != fact.id]
        if recalled or not _own_words(about):
            others += self._also_true(about)
        for other, thing in others:
            if _differ(thing, right):
                yield _doubt(question, about, "two-answers", f"{_in_words(thing)} answers it too, by fact {other.id!r}")
                return

    def _also_true(self, about: Asked) -> Iterator[tuple[Fact, Thing]]:
        """What else stands in the asked place at the same time."""
        world, fact, at = self._world, about.fact, time_of(about.fact)
        if about.slot is Slot.SUBJECT and isinstance(fact.object, str):
            yield from world.subjects(fact.relation, fact.object, at)
        elif about.slot is Slot.SUBJECT:
            alike = (other for other in world.facts_in(fact.relation) if not _differ(as_asked(other), as_asked(fact)))
            yield from ((other, other.subject) for other in alike if touches(other, at))
        elif isinstance(fact.object, str):
            yield from world.objects(fact.subject, fact.relation, at)
        else:
            siblings = world.facts_of(fact.subject, fact.relation)
            yield from ((other, other.object) for other in siblings if touches(other, at))


def written_stem(world: World, about: Asked) -> str:
    """The question that the pack's words ask of that end of a fact; empty where none is written."""
    ask = ask_object if about.slot is Slot.OBJECT else ask_subject
    return ask(world.pack, about.fact)


def _own_words(about: Asked) -> bool:
    return bool(about.fact.ask if about.slot is Slot.OBJECT else about.fact.ask_subject)


def _end(fact: Fact, slot: Slot) -> Thing:
    return as_asked(fact) if slot is Slot.OBJECT else fact.subject


def _differ(one: Thing, other: Thing) -> bool:
    """Whether two answers are not one: numbers and dates that may be the same are."""
    if isinstance(one, Value) and isinstance(other, Value):
        return apart(one, other) if one.text is None else one.text != other.text
    return one != other


def _in_words(thing: Thing) -> str:
    if isinstance(thing, str):
        return repr(thing)
    return str(thing.when or thing.text or f"{thing.number:g} {thing.unit}".strip())


def _doubt(question: Question, about: Asked, rule: str, what: str) -> Doubt:
    key = "ask" if about.slot is Slot.OBJECT else "ask_subject"
    return Doubt(question.id, "", rule, what, "fact", about.fact.id, key)
