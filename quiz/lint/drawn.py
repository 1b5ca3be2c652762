"""The questions of a bank, linted as players get to see them: over many draws."""

from collections.abc import Iterable, Iterator

from quiz.generate.draw import Draw, draw
from quiz.generate.question import Pick, Picks, Question, Sequence
from quiz.lint.item import Item
from quiz.lint.known import Known
from quiz.lint.linting import lint
from quiz.lint.rule import Finding

SEEDS = range(20)
"""The seeds whose draws are looked at."""


def flaws(questions: Iterable[Question], known: Known, seeds: Iterable[int] = SEEDS) -> Iterator[Finding]:
    """The flaws of each question, each once, whichever of its draws shows it."""
    for question in questions:
        found = {one.rule: one for item in _items(question, tuple(seeds)) for one in lint(item, known)}
        yield from found.values()


def _items(question: Question, seeds: tuple[int, ...]) -> Iterable[Item]:
    """The items that a question's draws make; the same options in another order are the same item."""
    items: dict[frozenset[str], Item] = {}
    for seed in seeds:
        shown = draw(question, seed)
        if (options := frozenset(shown.keys)) not in items:
            items[options] = _item(question, shown)
    return items.values()


def _item(question: Question, shown: Draw) -> Item:
    options = tuple(option.text for option in shown.options)
    return Item(question.id, question.kind, question.stem, options, _right(question, shown), question.wants)


def _right(question: Question, shown: Draw) -> tuple[str, ...]:
    """What is right among the options shown; of an order, all of them."""
    match question.answer:
        case Pick(option=option):
            return (option.text,)
        case Picks(options=fitting) | Sequence(items=fitting):
            return tuple(option.text for option in fitting if option.key in shown.keys)
        case typed:
            return (typed.text,)
