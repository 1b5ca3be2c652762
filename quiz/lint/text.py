"""The words of an item, taken apart as far as the rules need it: by spelling and short closed lists, no parser."""

import re
from functools import lru_cache

from quiz import folding

BLANK = re.compile(r"_{2,}|\[\s*blank\s*\]|\.{4,}|…{2,}", re.IGNORECASE)
"""A gap to be filled."""

ARTICLES = frozenset({"a", "an", "the"})

_STOP_WORDS = """
    a about above after again against all also am an and another any are as at be became because been before being
    below between both but by called came can come comes could did do does done down during each either else ever every
    few find finds first following for found from further gave get gets give given gives go goes got had happen happened
    happens has have having he her here him his how i if in into is it its itself just kind known large last later
    least less lie lies like made main make makes many may means might more most much must name named near never new no
    nor not now of off old on once one ones only or other others our out over own part place said same see several she
    should side so some such take taken takes than that the their them then there these they thing things this those
    through time to too took toward two under until up upon us use used uses very was way we well went were what when
    where whether which while who whom whose why will with within without would year years you your three four five six
    seven eight nine ten type sort form number word term describe describes best correct following option statement
    true false"""
STOP = frozenset(_STOP_WORDS.split())
"""Words that carry no content of their own."""

_FINITE_WORDS = """
    is are was were has have had do does did can could will would may might must cannot became becomes lost won
    took made gave went came ran began led built wrote makes takes gives goes comes runs begins leads keeps holds
    needs uses causes moves falls rises grows contains produces absorbs releases melts boils turns stays
    increases decreases allows helps carries shows orbit orbits live lives lay lays eat eats depend depends kill kills
    ruled conquered invented discovered signed joined refused wanted believed conduct conducts require requires
    occur occurs happen happens work works cure cures prevent prevents destroy destroys reflect reflects"""
FINITE = frozenset(_FINITE_WORDS.split())
"""Verb forms that make a clause of a phrase; a list, so that what it lacks is passed over in silence."""

SUFFIXES = ("s", "es", "ed", "d", "ing", "er", "ers", "ion", "ions", "ation", "ic", "al", "ly", "ity", "ment", "ist")
"""Endings that leave a word recognisable."""

_SENTENCE = re.compile(r"(?<=[.?!…])[\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9ÄÖÜ_])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Prof|No|Mt|vs|c|ca|approx|e\.g|i\.e))\.$")
_WORD = re.compile(r"[^\W_]+(?:['’\-–][^\W_]+)*")


@lru_cache(maxsize=256)
def fold(text: str) -> tuple[str, ...]:
    """The words of `text` as names are compared; the rules ask for those of one item again and again."""
    return folding.fold(text)


def sentences(text: str) -> list[str]:
    """The sentences of `text`; an initial or an abbreviation ends none."""
    told: list[str] = []
    for piece in _SENTENCE.split(text.strip()):
        if told and _ABBREVIATED.search(told[-1]):
            told[-1] = f"{told[-1]} {piece}"
        elif piece:
            told.append(piece)
    return told


def raw_words(text: str) -> list[str]:
    """The words as written, with their case; what is joined by a hyphen or an apostrophe is one."""
    return _WORD.findall(text)


def lower_words(text: str) -> list[str]:
    """The words in small letters; straight apostrophes."""
    return [word.casefold().replace("’", "'") for word in raw_words(text)]


def content_words(text: str) -> list[str]:
    """The folded words that carry content: three letters or a number at least, and no function words."""
    return [word for word in fold(_without_genitives(text)) if _carries(word)]


def _without_genitives(text: str) -> str:
    return re.sub(r"['’]s\b|(?<=s)['’](?=\s|$)", "", text)


def _carries(word: str) -> bool:
    return word not in STOP and (len(word) > 2 or word.isdigit())


def without_article(text: str) -> tuple[str, ...]:
    """The folded words without the article before them."""
    folded = fold(text)
    return folded[1:] if len(folded) > 1 and folded[0] in ARTICLES else folded


@lru_cache(maxsize=1024)
def akin(one: str, other: str) -> bool:
    """Whether two folded words are one but for a common ending."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4:
        return False
    if _common_start(short, long) >= max(7, len(long) - 5):
        return True
    return _bare(short) == _bare(long) or (long.startswith(short) and long[len(short) :] in SUFFIXES)


def _common_start(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))


def _bare(word: str) -> str:
    """The word without its longest ending, and without the letter that an ending doubles or drops."""
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        if word.endswith(suffix) and len(word) - len(suffix) >= 5:
            return word[: -len(suffix)].rstrip("e")
    return word.rstrip("e") if len(word) > 5 else word


def has(text: str, phrases: tuple[str, ...]) -> str:
    """The first of `phrases` that stands in `text` as whole words; empty where none does."""
    padded = f" {' '.join(lower_words(text))} "
    return next((phrase for phrase in phrases if f" {phrase} " in padded), "")


def is_title(text: str) -> bool:
    """Whether `text` is a proper name or a title: two words or more, all of weight beginning with a capital."""
    weighty = [word for word in raw_words(text) if word.casefold() not in STOP or word[0].isupper()]
    return len(weighty) > 1 and all(word[0].isupper() or word[0].isdigit() for word in weighty)


def is_clause(text: str) -> bool:
    """Whether `text` holds a finite verb with something before it."""
    return any(word in FINITE for word in lower_words(text)[1:])


def is_plural(text: str) -> bool:
    """Whether a noun phrase speaks of more than one: things joined by "and", or a plural noun at its head."""
    words = lower_words(text)
    if not words:
        return False
    if "and" in words[1:-1]:
        return True
    head = _head(words)
    if head in ("people", "men", "women", "children", "mice", "teeth", "feet", "bacteria", "fungi", "police", "cattle"):
        return True
    return len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "ics", "ous"))


def _head(words: list[str]) -> str:
    """The noun that a phrase is about: the last word before a preposition."""
    for place, word in enumerate(words):
        if place and word in (
            "of",
            "in",
            "on",
            "from",
            "for",
            "with",
            "at",
            "to",
            "that",
            "which",
            "who",
            "by",
            "near",
        ):
            return words[place - 1]
    return words[-1]
