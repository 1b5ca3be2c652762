"""Flaws of grammar: a stem that by article, number, unit, tense or verb form fits some options alone."""

import re

from quiz.lint.item import Item
from quiz.lint.rule import HDR_2002, NBME, TARRANT, Rule, example
from quiz.lint.text import ARTICLES, BLANK, is_plural, lower_words
from quiz.lint.values import UNITS, is_value, quantity

_ENDS_IN_ARTICLE = re.compile(r"\b(a|an)\W*$", re.IGNORECASE)
_BEFORE_BLANK = re.compile(r"\b(a|an)\s+_{2,}", re.IGNORECASE)
_ENDS_IN_VERB = re.compile(r"\b(is|are|was|were|has|have)(?: (?:called|known as|named))?(?: the)?\W*$", re.IGNORECASE)
_ASKS_NUMBER = re.compile(r"\b(?:which|what|name the) (two|three|four|pair)\b", re.IGNORECASE)
_ASKS_PLURAL = re.compile(
    r"^\W*(?:who|what|which of (?:these|the following)) (are|were)\b(?! (?:you|the \w+s))", re.IGNORECASE
)
_VOWEL_SOUND = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"(?:uni(?!n|m)|use|usu|uti|eu|ewe|one\b|once|ura)", re.IGNORECASE)
_ASKS_UNIT = re.compile(
    r"\b(?:how many|in how many|in which unit.*?|in) (?P<unit>(?:square |cubic )?[a-z]+(?: (?:per"
    r"|celsius) ?[a-z]*)?)",
    re.IGNORECASE,
)
_MEASURES = {
    "how far": "length", "how long is": "length", "how tall": "length", "how high": "length", "how deep": "length",
    "how heavy": "mass", "what mass": "mass", "at what temperature": "temperature",
    "at which temperature": "temperature",
    "how fast": "speed", "at what speed": "speed",
}  # fmt: skip
_PAST = re.compile(r"\b(?:did|was|were|had)\b|\bin 1[0-9]{3}\b", re.IGNORECASE)
_FUTURE = re.compile(r"^(?:(?:it|they|he|she|we)\s+)?(?:will|is going to|are going to)\b", re.IGNORECASE)
PRONOUNS = ("it", "they", "he", "she", "we")
"""How an option begins that is a clause."""


def _grammar(item: Item) -> str | None:
    if not item.chosen or not item.distractors:
        return None
    return _by_article(item) or _by_number(item) or _by_unit(item) or _by_tense(item) or _by_verb_form(item)


def _by_article(item: Item) -> str | None:
    found = _ENDS_IN_ARTICLE.search(BLANK.sub("", item.stem).rstrip()) or _BEFORE_BLANK.search(item.stem)
    if found is None:
        return None
    article = found[1].casefold()
    wrong = [option for option in item.options if _article_of(option) != article]
    return f"the article {article!r} before the gap does not fit {wrong[0]!r}" if wrong else None


def _article_of(option: str) -> str:
    """Which of "a" and "an" the sound of an option asks for; empty where it brings words of its own."""
    bare = option.strip().lstrip("\"“‘'(")
    if bare.split(" ")[0].casefold() in ARTICLES:
        return ""
    if re.match(r"[A-Z]{2,}\b", bare):
        return "an" if bare[0] in "AEFHILMNORSX" else "a"
    vowel = (bare[:1].casefold() in "aeiou" and not _CONSONANT_SOUND.match(bare)) or _VOWEL_SOUND.match(bare)
    return "an" if vowel else "a"


def _by_number(item: Item) -> str | None:
    asked = _ASKS_NUMBER.search(item.asking)
    if asked and _joined(item.answer):
        single = [option for option in item.distractors if not _joined(option) and not is_plural(option)]
        return f"{asked[1]!r} are asked for and {single[0]!r} is one" if single else None
    verb = _ENDS_IN_VERB.search(BLANK.sub("", item.stem).rstrip()) or _ASKS_PLURAL.search(item.asking)
    if verb is None or any(is_value(option) for option in item.options):
        return None
    many = verb[1].casefold() in ("are", "were", "have")
    if is_plural(item.answer) is not many:
        return None
    misfits = [option for option in item.distractors if is_plural(option) is not many and _is_noun(option)]
    alone = len(misfits) == len(item.distractors)
    return f"{verb[1]!r} fits the right option alone, not {misfits[0]!r}" if alone else None


def _joined(option: str) -> bool:
    return " and " in option or "," in option or "&" in option or "–" in option


def _is_noun(option: str) -> bool:
    """Whether an option can be a noun phrase: not too long, and a name or no adjective or participle by its ending."""
    words = lower_words(option)
    if not 0 < len(words) <= 5:
        return False
    endings = ("ed", "ing", "ous", "ful", "ive", "able", "al", "ic", "er")
    return option[0].isupper() or not words[0].endswith(endings)


def _by_unit(item: Item) -> str | None:
    sizes = [(option, quantity(option)) for option in item.options]
    if any(size is None for _, size in sizes):
        return None
    measures = {option: size.measure for option, size in sizes if size is not None}
    wanted = _wanted_measure(item.asking.casefold())
    own = measures.get(item.answer, "")
    others = [option for option in item.distractors if measures[option] != own and own != "share"]
    if not others or not own:
        return None
    if wanted == own or len(others) == len(item.distractors) or len({measures[o] for o in item.options}) > 1:
        return f"the unit of {item.answer!r} fits the question, that of {others[0]!r} is another"
    return None


def _wanted_measure(asking: str) -> str:
    for words, measure in _MEASURES.items():
        if words in asking:
            return measure
    found = _ASKS_UNIT.search(asking)
    return UNITS.get(found["unit"].strip(), ("", 0.0))[0] if found else ""


def _by_tense(item: Item) -> str | None:
    if not _PAST.search(item.asking) or _FUTURE.match(item.answer):
        return None
    later = [option for option in item.distractors if _FUTURE.match(option)]
    return f"the stem speaks of the past and {later[0]!r} of the future" if later else None


def _by_verb_form(item: Item) -> str | None:
    """A completion after "to", "by", "can" and the like that only some options continue."""
    last = (lower_words(BLANK.sub("", item.stem)) or [""])[-1]
    if item.stem.strip().endswith("?"):
        return None
    heads = {option: (lower_words(option) or [""])[0] for option in item.options}
    gerunds = [option for option, head in heads.items() if head.endswith("ing") and len(head) > 4]
    finite = [option for option, head in heads.items() if head.endswith("ed") or head in ("to", "is", "are", "was")]
    if last in ("to", "can", "could", "must", "will", "would", "should", "may", "cannot"):
        wrong = [option for option in (*gerunds, *finite) if option != item.answer and option in item.distractors]
        return (
            f"after {last!r} the option {wrong[0]!r} is no grammar"
            if wrong and item.answer not in (*gerunds, *finite)
            else None
        )
    if last in ("by", "for", "of", "without", "from", "with", "in", "on", "at", "into", "a", "an", "the", "called"):
        clauses = [option for option in item.distractors if heads[option] in PRONOUNS]
        clauses += [option for option in item.distractors if item.answer in gerunds and option in finite]
        misfit = clauses and heads[item.answer] not in PRONOUNS
        return f"after {last!r} the option {clauses[0]!r} is no grammar" if misfit else None
    return None


RULES = (
    Rule(
        "grammatical-cue",
        f"{HDR_2002}; {TARRANT}; {NBME}",
        _grammar,
        example("A frog is an", "amphibian", "reptile", "mammal", "fish"),
        example("To which class of animals does a frog belong?", "amphibians", "reptiles", "mammals", "fishes"),
    ),
)
"""Each with an item that has the flaw and one without it."""
