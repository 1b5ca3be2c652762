"""Flaws of the stem: no question in it, too much in it, a gap with many fits, a date of no stated precision."""

import re

from quiz.lint.item import Item
from quiz.lint.rule import HDR_2002, HR_2013, NBME, SAQUET, TARRANT, Rule, example
from quiz.lint.text import BLANK, FINITE, akin, content_words, lower_words, raw_words, sentences
from quiz.lint.values import Fineness, date, quantity

_JUST_TRUE = re.compile(
    r"^\W*(?:which|what)\b(?:(?!\b(?:year|century)\b)[^?])*\b(?:is|are|was|were)\s+(?:always |most |generally )?"
    r"(?:true|correct|right|accurate|false|valid)(?:\s+(?:of|about|for|regarding|concerning|with)\b[^?]*)?\W*$"
    r"|\bwhich\b[^?]*\b(?:true|correct|right|false|accurate) (?:statement|sentence|answer|option|one)\b"
    r"|^\W*(?:(?:choose|select|pick|mark|tick) the (?:best|correct|right|true)\b(?! (?:order|spelling|form"
    r"|past|plural))[^.]*\W*$)"
    r"|^\W*(?:which|what) (?:one )?(?:of (?:these|the following|the options)\W*)?(?:is|are) (?:different"
    r"|special|interesting|important|best|odd)\W*$",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"\b(?:name|order|put|match|choose|select|pick|find|give|calculate|complete|arrange|identify|fill|place"
    r"|sort|work out"
    r"|state|solve|simplify|evaluate|round|convert|estimate|translate|list|type|write|follow|say|point|add"
    r"|subtract|multiply|divide|count)\b",
    re.IGNORECASE,
)
_CONTINUED = re.compile(
    r"\b(?:is|are|was|were|be|been|being|by|to|of|in|on|at|for|from|with|as|a|an|the|into|because|that|than"
    r"|near|between|after|before"
    r"|called|known as|named|has|have|had|when|if|contains?|means?|causes?|produces?|became|becomes?|and"
    r"|until|since|during|through|except|except for)\W*$",
    re.IGNORECASE,
)
_NO_ANTECEDENT = re.compile(
    r"^\W*(?:when|where|why|how|what|which|who|in which \w+)\s+(?:(?:is|was|did|does|do|were|are|has"
    r"|had)\s+)?(?:it|they|he|she|this|that|these)\b"
    r"(?!\s+(?:is|was)\b.*\bthat\b)(?:\s+\w+){0,3}\W*$",
    re.IGNORECASE,
)
_NOTHING_ASKED = re.compile(r"^\W*(?:what about|how about|discuss|tell me about)\b", re.IGNORECASE)
_WEATHER = re.compile(r"\bis it (?:called|raining|possible)|\bdoes it (?:take|mean|cost)", re.IGNORECASE)
_TWO_QUESTIONS = re.compile(
    r"\b(?:who|what|where|when|why|which|how)\b[^?,;]*,?\s+and\s+(?:in which|on which|at which|by whom|who"
    r"|where|when|why|how|what)\b",
    re.IGNORECASE,
)
_SHORTHAND = re.compile(r"\betc\b|\band/or\b|\(s\)", re.IGNORECASE)

_WHICH_YEAR = re.compile(r"\b(?:which|what) year\b", re.IGNORECASE)
_WHICH_MONTH = re.compile(r"\b(?:which|what) month\b", re.IGNORECASE)
_WHICH_DAY = re.compile(r"\b(?:which|what) (?:date|day)\b", re.IGNORECASE)
_WHICH_CENTURY = re.compile(r"\b(?:which|what) century\b", re.IGNORECASE)
_WHICH_DECADE = re.compile(r"\b(?:which|what) decades?\b", re.IGNORECASE)
_PRECISION = re.compile(r"\b(?:year|month|date|day|century|decade|decades|centuries|age|o'clock|time)\b", re.IGNORECASE)

_ASIDE = re.compile(
    r"\b(?:by the way|incidentally|interestingly|as (?:you|we|everyone) (?:all )?know|it is well known that"
    r"|it is interesting"
    r"|needless to say|as is well known|curiously enough|fun fact|did you know|of course|you may remember"
    r"|as you may remember)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s+(?:who|which|whose|where|whom)\s+(?P<said>[^,?]+),", re.IGNORECASE)
_BRACKETS = re.compile(r"\((?P<said>[^()]*)\)")
_REFERS = re.compile(
    r"\b(?:it|its|he|his|him|she|her|they|their|them|this|that|these|those|such|one|other|another|both|same"
    r"|there|then|here|each|next"
    r"|most likely|again|instead|else|now|you|your|i|me|my|we|so|therefore|fourth|third|either|neither"
    r"|former|latter|above|described|shown|mentioned|case|example|which\?)\b"
    r"|^\W*(?:which|what|why|who|where|when|how|how many|how much)\W*$",
    re.IGNORECASE,
)

LONGEST_STEM = 60
"""More words than a reader keeps in mind, unless the item is reckoned from them."""

LEAST_ASIDE = 5
"""So many words make a clause between commas an aside."""

LEAST_CONTEXT = 9
"""A shorter sentence before the question is a setting, not ballast."""

_VAGUE_GAP = re.compile(r"\b(?P<before>\w+)\s+(?:the\s+|a\s+|an\s+)?_{2,}\W*$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the \w+(?: \w+){0,3} (?:of|for|in|that|which|between|on|from|to)\b|called|known as"
    r"|\w+(?:ed|en) by|\b(?:built|won|led|made) by|year|named|largest|smallest|highest|longest|first|only|capital)",
    re.IGNORECASE,
)


def _unfocused(item: Item) -> str | None:
    if item.judged:
        return None
    stem, asking = item.stem.strip(), item.asking
    if _JUST_TRUE.search(asking):
        return "the stem only asks what is right: the question stands in the options"
    if _NO_ANTECEDENT.search(stem) and not _WEATHER.search(stem):
        return "the stem speaks of a thing that it does not name"
    if _SHORTHAND.search(stem) or _NOTHING_ASKED.search(asking):
        return "the stem leaves open what it means"
    two = _TWO_QUESTIONS.search(asking)
    if two and not all(re.search(r",|\band\b|;|–|-|\bin\b", option) for option in item.options or (item.answer,)):
        return "the stem asks two things at once"
    return _no_question(item)


def _no_question(item: Item) -> str | None:
    stem = item.stem.strip()
    if "?" in stem or BLANK.search(stem) or (_IMPERATIVE.search(stem) and len(raw_words(stem)) >= 3):
        return None
    about = content_words(stem)
    told = max((len(raw_words(option)) for option in item.options), default=0)
    if not _CONTINUED.search(stem):
        unfinished = any(word in FINITE for word in lower_words(stem)[-1:])
        return None if unfinished and len(about) > 1 else "the stem asks nothing"
    if (len(about) <= 1 or (len(about) == 2 and len(lower_words(stem)) <= 4)) and told >= 3:
        return "the stem names a subject only: the question stands in the options"
    return None


def _gratuitous(item: Item) -> str | None:
    if item.judged:
        return None
    if found := _ASIDE.search(item.stem):
        return f"{found[0]!r} adds nothing to the question"
    for found in (*_RELATIVE.finditer(item.stem), *_BRACKETS.finditer(item.stem)):
        if len(raw_words(found["said"])) >= LEAST_ASIDE and not _reckoned_with(found["said"], item):
            return f"{found['said']!r} is not needed for the answer"
    if len(raw_words(item.stem)) > LONGEST_STEM and not re.search(r"\d", item.stem):
        return f"the stem has {len(raw_words(item.stem))} words"
    return _idle_context(item)


def _reckoned_with(said: str, item: Item) -> bool:
    """Whether an aside holds a number, and the answer is one."""
    return bool(re.search(r"\d", said)) and quantity(item.answer) is not None


def _idle_context(item: Item) -> str | None:
    """A sentence before a question that can be read without it."""
    asking, context = item.asking, item.context
    said = [sentence for sentence in sentences(context) if len(raw_words(sentence)) >= LEAST_CONTEXT]
    if not said or context.rstrip().endswith("?") or _refers_back(asking, context):
        return None
    if re.search(r"\d", context) and (quantity(item.answer) or re.search(r"\d", item.answer)):
        return None
    if not _stands_alone(asking) or (_sets_the_time(context) and not _sets_the_time(asking)):
        return None
    return f"the question can be answered without {said[0]!r}"


def _sets_the_time(text: str) -> bool:
    """Whether a year, a decade or a century is named."""
    return bool(re.search(r"\b(?:1\d{3}|20\d{2})s?\b|\bcentury\b", text))


def _stands_alone(asking: str) -> bool:
    """Whether a question names what it is about: by a proper name, or by words enough."""
    named = any(word[0].isupper() or word[0].isdigit() for word in raw_words(asking)[1:])
    return len(content_words(asking)) >= (2 if named else 3)


def _refers_back(asking: str, context: str) -> bool:
    """Whether a question leans on what was said before it: a pronoun, or "the" with a word from there."""
    ahead = re.sub(r"^\W*(?:which|what) (?:one\b|of these\b)", "", asking, flags=re.IGNORECASE)
    if _REFERS.search(ahead) or _IMPERATIVE.match(asking):
        return True
    told = content_words(context)
    definite = re.findall(r"\b(?:the|whose|which|what)\s+(?:\w+\s+)?([a-zà-ž]\w+)", asking)
    bare = re.match(r"\W*what (?:is|was|are|were) the [a-z]+(?: [a-z]+)?\W*$", asking, re.IGNORECASE)
    return bool(bare) or any(akin(word.casefold(), one) for word in definite for one in told)


def _precision(item: Item) -> str | None:
    if item.typed:
        return _unsaid_precision(item)
    if not item.chosen:
        return None
    found = [date(option) for option in item.options]
    levels = {one.fineness for one in found if one}
    if not levels or None in found:
        return None
    if len(levels) > 1:
        return f"options are dates of different precision: {' · '.join(item.options)}"
    wanted, level = _wanted(item.asking), next(iter(levels))
    if wanted is None or wanted is level:
        return None
    return f"the stem asks for the {wanted.name.lower()}, the options give the {level.name.lower()}"


def _wanted(asking: str) -> Fineness | None:
    for pattern, level in (
        (_WHICH_DAY, Fineness.DAY),
        (_WHICH_MONTH, Fineness.MONTH),
        (_WHICH_YEAR, Fineness.YEAR),
        (_WHICH_DECADE, Fineness.DECADE),
        (_WHICH_CENTURY, Fineness.CENTURY),
    ):
        if pattern.search(asking):
            return level
    return None


def _unsaid_precision(item: Item) -> str | None:
    asks_when = re.match(r"^\W*(?:when|since when|until when)\b", item.asking, re.IGNORECASE)
    if asks_when and not item.wants and not _PRECISION.search(item.asking) and date(item.answer):
        return "a date is to be typed and nothing says how exact: year, month or day"
    return None


def _blank(item: Item) -> str | None:
    gaps = BLANK.findall(item.stem)
    if not gaps or item.judged:
        return None
    around = content_words(BLANK.sub(" ", item.stem))
    if len(gaps) > 1:
        if item.options and all(re.search(r",|;|/|\band\b|…|\.\.\.|–|-", option) for option in item.options):
            return None
        return f"{len(gaps)} gaps leave too little to tell what fits"
    if len(around) < 2:
        return "the words around the gap do not tell what fits"
    stem = BLANK.sub("___", item.stem).strip()
    if _VAGUE_GAP.search(stem) and not _DEFINITE.search(stem) and not (item.chosen and len(around) >= 2):
        return "more than one word fits the gap"
    if (
        item.chosen
        and len(around) <= 2
        and re.search(r"\b(?:is|are|was|were)\s+(?:a |an |the )?_{2,}\W*$", stem)
        and not _DEFINITE.search(stem)
    ):
        return "more than one option may fit the gap"
    return None


RULES = (
    Rule(
        "ambiguous-stem",
        f"{HDR_2002} (central idea in the stem); {TARRANT} (unfocused stem); {SAQUET}",
        _unfocused,
        example("Volcanoes are", "openings in the crust", "folds of old rock", "piles of river sand", "walls of ice"),
        example(
            "What is a volcano?",
            "an opening in the crust",
            "a fold of old rock",
            "a pile of river sand",
            "a wall of ice",
        ),
    ),
    Rule(
        "gratuitous-information",
        f"{HDR_2002} (window dressing); {TARRANT}; {SAQUET}",
        _gratuitous,
        example(
            "Venice is full of tourists who ride in gondolas all day. On which sea does Italy's city of Trieste lie?",
            "the Adriatic",
            "the Aegean",
            "the Tyrrhenian",
            "the Ionian",
        ),
        example("On which sea does Trieste lie?", "the Adriatic", "the Aegean", "the Tyrrhenian", "the Ionian"),
    ),
    Rule(
        "date-precision",
        f"{NBME} (numeric data stated consistently); {HR_2013}",
        _precision,
        example("In which year did the war end?", "May 1944", "May 1945", "August 1945", "May 1946", answer="May 1945"),
        example(
            "In which month and year did the war end?",
            "May 1944",
            "May 1945",
            "August 1945",
            "May 1946",
            answer="May 1945",
        ),
    ),
    Rule(
        "blank-with-several-fits",
        f"{TARRANT} (fill in the blank); {SAQUET}",
        _blank,
        Item("example", "typed", "Mozart was born in ____.", (), ("Salzburg",)),
        Item("example", "typed", "The river that flows through Cologne is called the ____.", (), ("Rhine",)),
    ),
)
"""Each with an item that has the flaw and one without it."""
