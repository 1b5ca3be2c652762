"""Flaws by which the right option gives itself away: grammar, logic, repeated words, shared parts."""

import re
from collections import Counter

from quiz.folding import fold
from quiz.lint.item import Item
from quiz.lint.known import Known
from quiz.lint.rule import HDR_2002, HR_2013, NBME, SAQUET, TARRANT, Rule, example
from quiz.lint.rules.by_pack import asks_for_a_name
from quiz.lint.text import ARTICLES, BLANK, akin, content_words, is_plural, lower_words, without_article
from quiz.lint.values import UNITS, is_value, quantity

_ENDS_IN_ARTICLE = re.compile(r"\b(a|an)\W*$", re.IGNORECASE)
_BEFORE_BLANK = re.compile(r"\b(a|an)\s+_{2,}", re.IGNORECASE)
_ENDS_IN_VERB = re.compile(r"\b(is|are|was|were|has|have)(?: (?:called|known as|named))?(?: the)?\W*$", re.IGNORECASE)
_ASKS_NUMBER = re.compile(r"\b(?:which|what|name the) (two|three|four|pair)\b", re.IGNORECASE)
_ASKS_PLURAL = re.compile(r"^\W*(?:who|what) (are|were)\b(?! (?:you|the \w+s))", re.IGNORECASE)
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
_PART = re.compile(r"\s*(?:,|;|/|\+|\band\b|\bwith\b|\bbut\b)\s*", re.IGNORECASE)

TWICE = 2

_IN_MANY_NAMES = (
    "central north south east west northern southern eastern western great united national upper lower saint"
)
IN_MANY_NAMES = frozenset(_IN_MANY_NAMES.split())
"""Words that stand in the names of things that have nothing else in common."""


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
    if last in ("by", "for", "of", "without", "from") and item.answer in gerunds:
        wrong = [option for option, head in heads.items() if option in finite or head in ("it", "they", "he")]
        return f"after {last!r} the option {wrong[0]!r} is no grammar" if wrong else None
    return None


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
    if any(_echo(option, asked) for option in item.distractors):
        return None
    echo = _echo(item.answer, asked)
    return f"{echo[0]!r} of the right option echoes {echo[1]!r} of the stem, no other option does" if echo else None


def _echo(option: str, asked: list[str]) -> tuple[str, str] | None:
    """A word of the option and the word of the stem that it echoes."""
    pairs = ((word, one) for word in content_words(option) if len(word) >= 4 for one in asked if akin(word, one))
    return next(pairs, None)


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
    if not item.chosen or item.several or len(item.options) < 3 or not item.distractors:
        return None
    parts = {option: _parts(option) for option in item.options}
    if any(len(of) < TWICE for of in parts.values()) or len({len(of) for of in parts.values()}) > 1:
        return None
    own = parts.get(item.answer)
    if own is None:
        return None
    counted = Counter(part for of in parts.values() for part in set(of))
    score = {option: sum(counted[part] - 1 for part in set(of)) for option, of in parts.items()}
    best_other = max(score[option] for option in item.distractors)
    shared = min(counted[part] - 1 for part in set(own))
    if shared < 1 or score[item.answer] <= best_other:
        return None
    return f"the right option {item.answer!r} shares most parts with the others"


def _parts(option: str) -> tuple[tuple[str, ...], ...]:
    return tuple(without_article(part) for part in _PART.split(option) if fold(part))


RULES = (
    Rule(
        "grammatical-cue",
        f"{HDR_2002}; {TARRANT}; {NBME}",
        _grammar,
        example("A frog is an", "amphibian", "reptile", "mammal", "fish"),
        example("To which class of animals does a frog belong?", "amphibians", "reptiles", "mammals", "fishes"),
    ),
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
