"""Flaws that stand in the options alone: catch-alls, combinations, order, likeness."""

import re
from itertools import combinations

from quiz.lint.item import Item
from quiz.lint.known import Known
from quiz.lint.rule import HDR_2002, HR_2013, NBME, SAQUET, TARRANT, Rule, example
from quiz.lint.rules.by_pack import asks_for_a_name
from quiz.lint.text import fold, has, lower_words, without_article
from quiz.lint.things import same_person
from quiz.lint.values import Quantity, date, quantity

_OTHERS = r"(?:above|these|those|them|the above|the others?|the rest|options?|answers?|choices?|listed|mentioned|given)"
_CATCH_ALL = re.compile(
    rf"(?:(?:all|both|each|none|any|neither|not any|no(?:ne)? one)\W+(?:of\W+)?(?:the\W+|these\W+"
    rf"|those\W+)?{_OTHERS}\b.*"
    r"|all are (?:correct|right|true)|none is (?:correct|right|true)|none are (?:correct|right|true)"
    r"|(?:all|none|both)|(?:all|any|both|none) of (?:it|us)|neither|more than one of .*|no correct answer.*)",
    re.IGNORECASE,
)

_LABEL = r"(?:\(?(?:[a-eA-E]|[ivIV]{1,4}|[1-9])\)?)"
_COMBINED = re.compile(
    rf"(?:both\s+|only\s+)?{_LABEL}(?:\s*,\s*{_LABEL})*\s*(?:,?\s*(?:and|&|or|but not|\+)\s*{_LABEL})(?:\s+only)?"
    rf"|{_LABEL}\s+only|only\s+{_LABEL}|all but\s+{_LABEL}|{_LABEL}(?:\s*,\s*{_LABEL})+(?:\s+only)?"
)
"""Options made of labels: "A and C only", "1, 2 and 3", "II & III"."""

SAME = (
    ("usa", "us", "united states", "united states of america", "america"),
    ("uk", "united kingdom", "great britain and northern ireland"),
    ("ussr", "soviet union", "union of soviet socialist republics"),
    ("holland", "netherlands"), ("burma", "myanmar"), ("persia", "iran"), ("ceylon", "sri lanka"), ("siam", "thailand"),
    ("h2o", "water"), ("nacl", "sodium chloride", "table salt", "common salt"), ("co2", "carbon dioxide"),
    ("o2", "oxygen"), ("vitamin c", "ascorbic acid"), ("who", "world health organization"),
    ("un", "united nations"), ("eu", "european union"), ("dna", "deoxyribonucleic acid"),
    ("mount everest", "everest", "chomolungma", "sagarmatha"), ("peking", "beijing"), ("bombay", "mumbai"),
    ("constantinople", "istanbul"), ("saigon", "ho chi minh city"), ("first world war", "world war i", "world war one"),
    ("second world war", "world war ii", "world war two"), ("bonaparte", "napoleon", "napoleon bonaparte"),
    ("mark twain", "samuel clemens"), ("rubella", "german measles"), ("varicella", "chickenpox", "chicken pox"),
    ("trachea", "windpipe"), ("patella", "kneecap"), ("clavicle", "collarbone"), ("femur", "thigh bone"),
    ("oesophagus", "esophagus", "gullet"), ("aluminium", "aluminum"), ("sulphur", "sulfur"),
    ("erythrocytes", "red blood cells"), ("leukocytes", "white blood cells"), ("hydrargyrum", "mercury", "quicksilver"),
)  # fmt: skip
"""Names that mean one thing wherever options are read."""

_ALIAS = {fold(name): group[0] for group in SAME for name in group}


def _catch_all(item: Item) -> str | None:
    for option in item.options if item.chosen else ():
        if _CATCH_ALL.fullmatch(option.strip().rstrip(".")):
            return f"the option {option!r} stands for other options instead of an answer of its own"
    return None


def _k_type(item: Item) -> str | None:
    if not item.chosen:
        return None
    combined = [option for option in item.options if _COMBINED.fullmatch(option.strip().rstrip("."))]
    sure = [option for option in combined if has(option, ("only", "both")) or "all but" in option]
    if len(combined) >= 2 or sure:
        return f"options combine labels of other answers: {combined[0]!r}"
    return _both_of_two(item.options)


def _both_of_two(options: tuple[str, ...]) -> str | None:
    """An option that says "both" and joins two others."""
    plain = {without_article(option) for option in options}
    for option in options:
        words = lower_words(option)
        if words[:1] == ["both"] and "and" in words[2:]:
            place = words.index("and", 2)
            parts = {without_article(" ".join(words[1:place])), without_article(" ".join(words[place + 1 :]))}
            if parts <= plain:
                return f"the option {option!r} joins two of the others"
    return None


def _lost_sequence(item: Item) -> str | None:
    if not item.chosen or len(item.options) < 3:
        return None
    ranks = _dates(item.options) or _sizes(item.options)
    if not ranks or ranks in (sorted(ranks), sorted(ranks, reverse=True)):
        return None
    return f"numbers or dates stand out of order: {' · '.join(item.options)}"


def _dates(options: tuple[str, ...]) -> list[tuple[int, int, int]]:
    found = [date(option) for option in options]
    return [one.when for one in found if one] if all(found) else []


def _sizes(options: tuple[str, ...]) -> list[float]:
    found = [quantity(_start_of_range(option)) for option in options]
    read = [one for one in found if one is not None]
    one_measure = len({one.measure for one in read}) == 1
    return [one.size for one in read] if len(read) == len(options) and one_measure else []


def _start_of_range(option: str) -> str:
    """The first number of a range, with the unit that stands behind the last: 10–20 km is 10 km here."""
    found = re.fullmatch(r"\s*([\d.,]+)\s*(?:[-–—]|to)\s*[\d.,]+\s*(.*)", option)
    return f"{found[1]} {found[2]}" if found else option


def _duplicates(item: Item) -> str | None:
    spelling = re.search(r"\b(?:spell|spelled|spelt|spelling|punctuat|capital letter|written correctly)", item.stem)
    for one, other in combinations(item.options, 2) if not item.judged and not spelling else ():
        if why := _alike(one, other):
            return f"{one!r} and {other!r} {why}"
    return None


def _duplicates_in_pack(item: Item, known: Known) -> str | None:
    for one, other in combinations(item.options, 2) if not asks_for_a_name(item) else ():
        entity = known.entity(one)
        if entity and entity == known.entity(other):
            return f"{one!r} and {other!r} are two names of one thing in the pack"
    return None


def _alike(one: str, other: str) -> str | None:
    if one.strip() == other.strip():
        return "are the same"
    if _spelled_alike(one, other):
        return "are the same but for spelling"
    if _ALIAS.get(without_article(one), one) == _ALIAS.get(without_article(other), other):
        return "are two names of one thing"
    if same_person(one, other):
        return "are two names of one person"
    return "are the same value" if _same_value(quantity(one), quantity(other)) else None


def _spelled_alike(one: str, other: str) -> bool:
    """Whether two options are one but for case, marks and article; formulas and signs may differ in just these."""
    if sum(map(one.count, "'’")) != sum(map(other.count, "'’")):
        return False
    plain = all(len(text) > 2 and re.fullmatch(r"[^\d_+\-*/^=<>()%°§#]+", text) for text in (one, other))
    return plain and bool(fold(one)) and without_article(one) == without_article(other)


def _same_value(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None or (one.measure, other.measure) == ("", ""):
        return one is not None and other is not None and one.size == other.size
    measures = {one.measure, other.measure}
    return (len(measures) == 1 or measures == {"", "share"}) and abs(one.size - other.size) < 1e-9 * max(
        abs(one.size), 1e-9
    )


RULES = (
    Rule(
        "all-or-none-of-the-above",
        f"{HDR_2002}; {TARRANT}; {NBME}",
        _catch_all,
        example(
            "Which metal is liquid at room temperature?",
            "iron",
            "copper",
            "mercury",
            "none of the above",
            answer="mercury",
        ),
        example("Which metal is liquid at room temperature?", "iron", "copper", "mercury", "tin", answer="mercury"),
    ),
    Rule(
        "k-type",
        f"{HDR_2002}; {TARRANT}; {SAQUET}",
        _k_type,
        example("Which are noble gases? 1 neon, 2 argon, 3 chlorine", "1 and 2", "1 and 3", "2 and 3", "1, 2 and 3"),
        example("Which element is a noble gas?", "neon", "chlorine", "sodium", "sulphur"),
    ),
    Rule(
        "lost-sequence",
        f"{HDR_2002}; {TARRANT}; {SAQUET}",
        _lost_sequence,
        example("In which year did the Berlin Wall fall?", "1991", "1961", "1989", "1975", answer="1989"),
        example("In which year did the Berlin Wall fall?", "1961", "1975", "1989", "1991", answer="1989"),
    ),
    Rule(
        "duplicate-options",
        f"{HDR_2002} (options must not overlap); {HR_2013}",
        _duplicates,
        example("Which country lies north of Mexico?", "the United States", "Canada", "the USA", "Cuba"),
        example("Which country lies north of Mexico?", "the United States", "Canada", "Greenland", "Cuba"),
        in_pack=_duplicates_in_pack,
    ),
)
"""Each with an item that has the flaw and one without it."""
