"""Flaws of form: options that differ in length or make, or that are no options of the question asked."""

import re

from quiz.lint.item import Item
from quiz.lint.rule import HDR_2002, HR_2013, NBME, SAQUET, TARRANT, Rule, example
from quiz.lint.text import ARTICLES, FINITE, has, is_clause, is_title, lower_words, raw_words
from quiz.lint.values import Fineness, date, is_value, quantity

LONGER = 1.5
"""How many times the letters and the words of the next longest option make an answer stand out."""

LEAST_EXCESS = 15
"""So many letters more it must have."""

LEAST_WORDS = 4
"""A shorter answer does not stand out: "sodium chloride" beside "glucose" is just a name."""

LONGEST_SYMBOL, LEAST_WORD = 2, 4
"""Letters of a symbol at most, and of a word at least."""

_VERDICTS = ("true", "false", "yes", "no", "correct", "incorrect")
_JUDGED_OPTIONS = re.compile(
    r"\bwhich\b[^?]*\b(?:statements?|sentences?|assertions?|claims?)\b[^?]*\b(?:true|correct|right|false|accurate)\b"
    r"|\bwhich (?:one )?of (?:the following|these|the options)[^?]{0,12} (?:is|are) (?:always )?(?:true"
    r"|correct|right|false)\b",
    re.IGNORECASE,
)
_COMMON_START_WORDS = """
    a an the it they he she we in on at by from to for with because when if they this that these those its their
    both no not only all some each every more less very how what who where why"""
_COMMON_START = frozenset(_COMMON_START_WORDS.split())
_COMMON_ENDS = ("ing", "tion", "ment", "ness", "ly", "ity", "ism", "ance", "ence")


def _longest(item: Item) -> str | None:
    if not item.chosen or item.several or len(item.options) < 3 or not item.distractors:
        return None
    if all(is_value(option) for option in item.options) or all(map(_is_name, item.options)):
        return None
    own, others = item.answer, item.distractors
    letters, words = max(map(len, others)), max(len(raw_words(other)) for other in others)
    many = len(raw_words(own))
    if len(own) < max(LONGER * letters, letters + LEAST_EXCESS) or many < max(LEAST_WORDS, LONGER * words):
        return None
    return f"the right option has {len(own)} characters, the next longest {letters}"


def _is_name(option: str) -> bool:
    """Whether an option is a name or a title, which nobody can shorten."""
    return is_title(option) or (len(raw_words(option)) == 1 and option[0].isupper())


def _verdicts(item: Item) -> str | None:
    if not item.chosen:
        return None
    heads = [re.match(r"\W*(\w+)\b(?=\W*$|\s*[,:;–—(-]|\s+because\b)", option) for option in item.options]
    verdicts = [
        option for option, head in zip(item.options, heads, strict=True) if head and head[1].casefold() in _VERDICTS
    ]
    if len(verdicts) >= 2:
        return f"options are verdicts ({' · '.join(verdicts)}): that is a true-false item"
    if _JUDGED_OPTIONS.search(item.asking):
        return "each option is a statement to be judged true or false by itself"
    return None


def _mixed(item: Item) -> str | None:
    if not item.chosen:
        return None
    options = item.options
    return (
        _numbers_among_words(options)
        or _word_among_symbols(options)
        or _sentences_among_phrases(options)
        or _full_stops(options)
        or _capitals(options, item.stem)
        or _constructions(options)
    )


def _numbers_among_words(options: tuple[str, ...]) -> str | None:
    values = [option for option in options if is_value(option)]
    words = [option for option in options if not re.search(r"(?<![^\W\d_])\d", option) and option not in values]
    if values and words and len(values) + len(words) == len(options) and not _all_counted(words):
        return f"{values[0]!r} is a number or a date, {words[0]!r} is not"
    dates = [option for option in values if _is_plain_date(option)]
    if (
        dates
        and len(dates) < len(options) == len(values)
        and any((known := quantity(value)) and known.unit for value in values)
    ):
        return f"{dates[0]!r} is a date, other options are quantities"
    return None


def _word_among_symbols(options: tuple[str, ...]) -> str | None:
    """A whole word among symbols of one or two letters ("Au", "Ag")."""
    words = [option for option in options if len(option) >= LEAST_WORD and option.isalpha()]
    symbols = [option for option in options if len(option) <= LONGEST_SYMBOL and option[:1].isupper()]
    if len(words) == 1 and len(symbols) == len(options) - 1 >= LONGEST_SYMBOL:
        return f"{words[0]!r} is a word, the other options are symbols"
    return None


def _all_counted(words: list[str]) -> bool:
    """Whether the words are themselves amounts: "none", "half of it", "infinitely many"."""
    return all(has(word, ("none", "half", "infinite", "infinitely", "zero", "twice", "dozen", "quarter", "third", "one",
                          "two", "three", "once", "hundred", "thousand", "million", "today", "ago",
                          "bc")) for word in words)  # fmt: skip


def _is_plain_date(option: str) -> bool:
    found = date(option)
    return found is not None and (found.fineness is not Fineness.YEAR or quantity(option) is None)


def _sentences_among_phrases(options: tuple[str, ...]) -> str | None:
    whole = [option for option in options if _is_sentence(option)]
    short = [option for option in options if len(raw_words(option)) <= 3 and not is_clause(option)]
    if whole and short and len(whole) + len(short) == len(options):
        return f"{whole[0]!r} is a sentence, {short[0]!r} a phrase"
    return None


def _is_sentence(option: str) -> bool:
    words = lower_words(option)
    return (
        len(words) >= 4
        and words[0] in ("it", "they", "he", "she", "we", "this", "the", "a", "an")
        and is_clause(option)
        and not (has(option, ("that", "who", "which", "where", "when")))
    )


def _full_stops(options: tuple[str, ...]) -> str | None:
    stopped = [option for option in options if re.search(r"[^\W\d_]{4,}\.$", option.strip())]
    bare = [option for option in options if not option.strip().endswith((".", "!", "?"))]
    return f"{stopped[0]!r} ends in a full stop, {bare[0]!r} does not" if stopped and bare else None


def _capitals(options: tuple[str, ...], stem: str) -> str | None:
    if all(option in stem for option in options):
        return None  # quoted from the stem as they stand there
    small = [option for option in options if option.strip()[:1].islower()]
    large = [option for option in options if _needless_capital(option, small)]
    return f"{large[0]!r} begins with a capital, {small[0]!r} does not" if small and large else None


def _needless_capital(option: str, small: list[str]) -> bool:
    """Whether a capital stands where small letters would do: a function word, or a common noun by its ending."""
    words = raw_words(option)
    if not words or not words[0][0].isupper() or (len(words) > 1 and is_title(option)) or words[0].isupper():
        return False
    first = words[0].casefold()
    if first in _COMMON_START:
        return True
    seen = {word for other in small for word in lower_words(other)}
    return first in seen or (len(first) > 5 and first.endswith(_COMMON_ENDS))


def _constructions(options: tuple[str, ...]) -> str | None:
    """Options of which some are infinitives, gerunds or prepositional, and the others are not."""
    makes = [_make(option) for option in options]
    for make, name in (("to", "an infinitive"), ("ing", "a gerund"), ("by", "an adverbial phrase")):
        of_make = [option for option, one in zip(options, makes, strict=True) if one == make]
        rest = [option for option, one in zip(options, makes, strict=True) if one != make]
        plain = [option for option, one in zip(options, makes, strict=True) if one == "noun"]
        if of_make and rest and (make == "to" or len(plain) == len(rest)):
            return f"{of_make[0]!r} is {name}, {rest[0]!r} is not"
    return None


def _make(option: str) -> str:
    words = lower_words(option)
    if len(words) < 2:
        return "word"
    if (
        words[0] == "to"
        and words[1] not in ARTICLES
        and not words[1].isdigit()
        and not raw_words(option)[1][0].isupper()
    ):
        return "to"
    if (
        words[0].endswith("ing")
        and len(words[0]) > 5
        and words[0] not in ("during", "nothing", "something", "spring", "string")
    ):
        return "ing"
    if words[0] in ("by", "because", "due", "through"):
        return "by"
    return "noun" if words[0] in ARTICLES and words[-1] not in FINITE else "other"


RULES = (
    Rule(
        "longest-option-correct",
        f"{HDR_2002} (keep options about equal in length); {TARRANT}; {NBME}",
        _longest,
        example(
            "Why do leaves look green?",
            "Their chlorophyll reflects green light and absorbs most of the red and the blue",
            "They are wet",
            "They store iron",
            "They absorb green light",
        ),
        example(
            "Why do leaves look green?",
            "They reflect green light",
            "They are wet",
            "They store iron",
            "They absorb green light",
        ),
    ),
    Rule(
        "true-false-options",
        f"{TARRANT}; {SAQUET}; {NBME}",
        _verdicts,
        example("Does sound travel through a vacuum?", "No", "Yes"),
        example("Through which of these does sound travel fastest?", "steel", "water", "air", "oil"),
    ),
    Rule(
        "options-of-different-kinds",
        f"{HDR_2002} (homogeneous in content and grammar); {HR_2013}; {NBME}",
        _mixed,
        example("What ended the war?", "a treaty", "1918", "a revolution", "an armistice", answer="an armistice"),
        example("What ended the war?", "a treaty", "a famine", "a revolution", "an armistice", answer="an armistice"),
    ),
)
"""Each with an item that has the flaw and one without it."""
