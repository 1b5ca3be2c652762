"""Flaws by which the right option gives itself away: logic, repeated words, shared parts."""

import re
from collections import Counter

from quiz.lint.item import Item
from quiz.lint.known import Known
from quiz.lint.rule import HDR_2002, HR_2013, NBME, SAQUET, TARRANT, Rule, example
from quiz.lint.rules.by_pack import asks_for_a_name
from quiz.lint.text import BLANK, akin, content_words, fold, without_article

_PART = re.compile(r"\s*(?:,|;|\s/\s|\+|\band\b|\bwith\b|\bbut\b)\s*", re.IGNORECASE)

TWICE = 2

LEAST_SLOTS = 3
"""So many words an option has that is compared with others word by word."""

_IN_MANY_NAMES = (
    "central north south east west northern southern eastern western great united national upper lower saint"
)
IN_MANY_NAMES = frozenset(_IN_MANY_NAMES.split())
"""Words that stand in the names of things that have nothing else in common."""


def _logic(item: Item) -> str | None:
    """Two options that deny each other: one of them must be right, so the others fall away."""
    if not item.chosen or item.several or len(item.options) < 3:
        return None
    for option in item.options:
        denied = _undenied(option)
        if denied and any(_same_words(denied, fold(other)) for other in item.options if other != option):
            return f"{option!r} denies another option: one of the two must be right"
    return None


def _undenied(option: str) -> tuple[str, ...]:
    """The words of an option without their "not"; empty where it denies nothing."""
    plain = re.sub(r"\b(?:do|does|did) not\s+|\b(?:do|does|did)n['’]t\s+", "not ", option, flags=re.IGNORECASE)
    words = fold(plain)
    return tuple(word for word in words if word != "not") if "not" in words else ()


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and all(akin(*pair) for pair in zip(one, other, strict=True))


def _repeated(item: Item) -> str | None:
    if not item.chosen or item.several or not item.distractors:
        return None
    asked = sorted({word for word in content_words(item.stem) if len(word) >= 4} - IN_MANY_NAMES)
    echoes = {option: _echoes(option, asked) for option in (item.answer, *item.distractors)}
    shared = {word for word, times in Counter(word for of in echoes.values() for word in of).items() if times >= TWICE}
    own = [word for word in echoes[item.answer] if word not in shared]
    if not own or any(set(echoes[option]) - shared for option in item.distractors):
        return None
    if len(echoes[item.answer]) <= max(len(echoes[option]) for option in item.distractors):
        return None
    return f"{own[0]!r} of the stem comes again in the right option and in no other"


def _echoes(option: str, asked: list[str]) -> list[str]:
    """The words of the stem that an option repeats."""
    words = [word for word in content_words(option) if len(word) >= 4]
    return [one for one in asked if any(akin(word, one) for word in words)]


def _in_stem(item: Item) -> str | None:
    return f"the stem holds the answer {item.answer!r}" if _asks_one_thing(item) and _contained(item) else None


def _in_stem_by_pack(item: Item, known: Known) -> str | None:
    if _asks_one_thing(item) and not asks_for_a_name(item) and _under_another_name(item, known):
        return f"the stem holds another name of the answer {item.answer!r}"
    return None


def _asks_one_thing(item: Item) -> bool:
    return (item.chosen or item.typed) and len(item.answers) == 1


def _contained(item: Item) -> bool:
    """Whether the stem holds the whole answer as words, and no other option."""
    answer = without_article(item.answer)
    letters = "".join(answer)
    if len(letters) < (4 if letters.isdigit() else 3):
        return False
    stem = fold(BLANK.sub(" ", item.stem))
    if not _holds(stem, answer) or _offered(item.stem):
        return False
    return not any(_holds(stem, without_article(other)) for other in item.distractors)


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return bool(part) and any(words[start : start + len(part)] == part for start in range(len(words)))


def _offered(stem: str) -> bool:
    """Whether the stem itself offers the answers ("north or south", "Turkmen or Uzbek?")."""
    return bool(re.search(r"\b\w+,? or \w+", stem))


def _under_another_name(item: Item, known: Known) -> bool:
    """Whether a pack's other name of the answer stands in the stem, and no other option's does."""
    entity = known.entity(item.answer)
    named = known.named_in(item.stem) if entity else frozenset()
    if entity not in named or _offered(item.stem):
        return False
    stem = fold(item.stem)
    mine = [name for name, bearers in known.names.items() if bearers == {entity} and _holds(stem, name)]
    longer = [name for name, bearers in known.names.items() if entity not in bearers and _holds(stem, name)]
    alone = [name for name in mine if not any(_holds(other, name) for other in longer)]
    return bool(alone) and not any(known.entity(other) in named for other in item.distractors)


def _converging(item: Item) -> str | None:
    if not item.chosen or item.several or len(item.options) < 3 or item.answer not in item.options:
        return None
    if _shares_most_parts(item) or _is_the_centre(item):
        return f"the right option {item.answer!r} shares most parts with the others"
    return None


def _shares_most_parts(item: Item) -> bool:
    """Whether options are joined of equally many parts, and those of the answer come again most."""
    parts = {option: _parts(option) for option in item.options}
    if any(len(of) < TWICE for of in parts.values()) or len({len(of) for of in parts.values()}) > 1:
        return False
    counted = Counter(part for of in parts.values() for part in set(of))
    score = {option: sum(counted[part] - 1 for part in set(of)) for option, of in parts.items()}
    best_other = max((score[option] for option in item.distractors), default=0)
    return all(counted[part] > 1 for part in parts[item.answer]) and score[item.answer] > best_other


def _parts(option: str) -> tuple[tuple[str, ...], ...]:
    return tuple(without_article(part) for part in _PART.split(option) if fold(part))


def _is_the_centre(item: Item) -> bool:
    """Whether each distractor is the answer with one word changed, and not always the same one."""
    own = fold(item.answer)
    if len(own) < LEAST_SLOTS or any(len(fold(option)) != len(own) for option in item.options):
        return False
    changed = [[place for place, word in enumerate(fold(option)) if word != own[place]] for option in item.distractors]
    return all(len(places) == 1 for places in changed) and len({places[0] for places in changed}) >= TWICE


RULES = (
    Rule(
        "logical-cue",
        f"{TARRANT}; {NBME}",
        _logic,
        example("What does copper do at a magnet?", "it does not stick", "it sticks", "it glows red", "it melts away"),
        example(
            "What does copper salt do to a flame?",
            "it turns it green",
            "it puts it out",
            "it turns it red",
            "it cools it",
        ),
    ),
    Rule(
        "stem-word-in-answer",
        f"{HDR_2002} (clang associations); {TARRANT}; {NBME} (word repeats)",
        _repeated,
        example(
            "What does a solar panel turn into current?", "solar radiation", "rainfall", "air pressure", "the tides"
        ),
        example("What does a barograph record?", "air pressure", "rainfall", "wind", "tides"),
    ),
    Rule(
        "answer-in-stem",
        f"{HDR_2002}; {HR_2013}",
        _in_stem,
        example("On the Don lies Rostov. Which river flows past Rostov?", "the Don", "the Oka", "the Ob", "the Bug"),
        example("Which river flows past Rostov?", "the Don", "the Oka", "the Ob", "the Bug"),
        in_pack=_in_stem_by_pack,
    ),
    Rule(
        "convergence",
        f"{TARRANT}; {NBME}; {SAQUET}",
        _converging,
        example("Which colours has the flag?", "red and white", "red and blue", "white and green", "red and black"),
        example("Which colours has the flag?", "red and white", "red and blue", "green and white", "green and blue"),
    ),
)
"""Each with an item that has the flaw and one without it."""
