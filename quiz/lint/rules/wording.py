"""Flaws of single words: absolutes, vague quantities, negatives, judgements without a holder."""

import re

from quiz.lint.item import Item
from quiz.lint.rule import HDR_2002, HR_2013, NBME, SAQUET, TARRANT, Rule, example
from quiz.lint.text import FINITE, has, is_title, lower_words, raw_words

STRONG = ("always", "never", "absolutely", "completely", "entirely", "totally", "invariably", "impossible", "everyone",
          "everybody", "everything", "everywhere", "nobody", "no one", "nothing", "nowhere", "without exception",
          "in all cases", "under all circumstances", "under no circumstances", "in every case", "exclusively",
          "without fail", "guaranteed", "every single", "all the time", "at all times")  # fmt: skip
"""Words that leave no exception."""

WEAK = ("all", "none", "every", "no", "only")
"""Words that leave none only where a clause says so of a whole class: "summer only" is a restriction."""

NO_ABSOLUTE = re.compile(
    r"\b(?:all the way|at all|after all|above all|first of all|all (?:the )?(?:two|three|four|five|six|seven"
    r"|eight|nine|ten|\d+)"
    r"|all (?:its|his|her|their|our)|every (?:\w+ )?(?:day|night|week|month|year|hour|minute|second|other|two"
    r"|three|four|\d+|decade|century|spring"
    r"|summer|autumn|winter|time)s?|the only|not only|only (?:one|two|three|four|a|an|the|\d+|in|at|on|from"
    r"|to|by|for|half|since|after|until)"
    r"|(?:was|were|had|has|have) never|never been|no longer|no more than|no fewer than|no less than"
    r"|no later than|\w+ only$|almost all|nearly all|not all"
    r"|(?:almost|often|sometimes|nearly|practically) (?:completely|entirely|impossible)|nearly (?:always"
    r"|never)|almost (?:always|never|every)|all but)\b",
    re.IGNORECASE,
)

FREQUENCIES = ("often", "usually", "sometimes", "frequently", "generally", "occasionally", "rarely", "seldom",
               "typically", "commonly", "normally", "regularly", "mostly", "quite a few", "quite a lot", "a lot",
               "fairly", "rather often", "now and then", "from time to time", "most of the time", "in most cases",
               "in many cases", "in some cases", "probably", "possibly", "perhaps", "recently", "lately", "nowadays",
               "hardly ever", "not long ago", "some time ago", "a while", "a long time", "a short time", "a few",
               "lots of", "plenty of", "more or less", "to some extent", "relatively", "quite")  # fmt: skip
"""Words that each reader takes for another amount."""

AMOUNTS = ("many", "some", "several", "few", "numerous", "various", "a number of", "a great deal", "long ago", "soon")
"""Such words too, in a statement; in an option they are vague only before what is counted in time or people."""

_COUNTED = re.compile(
    r"\b(?:many|some|several|few|numerous) (?:years?|days?|times?|weeks?|months?|hours?|centuries|decades"
    r"|people|of them|others|cases)\b"
    r"|^(?:many|some|several|few|not many|very few|very many|a great many|numerous)\b(?! \w+ \w+ \w+)",
    re.IGNORECASE,
)

NOT_NEGATIVE = re.compile(
    r"\b(?:not only|whether or not|or not|at least|least (?:common|squares?|action)|not until|if not|not yet"
    r"|last but not least|no later than)\b|[\"“‘].*?[\"”’](?=\W|$)",
    re.IGNORECASE,
)

_NEGATED = re.compile(
    r"\b(?:not|except|excepting|excluding|incorrect|incorrectly|untrue|cannot|least|unlikely|false|wrong"
    r"|other than)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(r"\b(?:which|who|whose|what|where|when)\b", re.IGNORECASE)
_WHY = re.compile(
    r"^(?:\W*(?:so|and|but|then)\W+)?(?:why|how|what (?:happens|happened|would|will|if|should)|if|explain)\b",
    re.IGNORECASE,
)

HOLDERS = ("according to", "in the view", "in the opinion", "is said to", "are said to", "was said to", "were said to",
           "often said", "considered", "regarded", "regard", "portrayal", "portray", "portrayed", "view", "views",
           "opinion",
           "opinions", "critics", "critic", "historians", "historian", "scholars", "believed", "believes", "argued",
           "argues",
           "claimed", "claims", "described as", "thought", "held that",
           "definition", "closer study", "voted", "survey", "poll", "so-called", "judged", "accused",
           "blamed", "blames", "praised", "rated", "ranked", "known as", "conventional wisdom", "in the eyes of", "saw",
           "seen as", "titled", "entitled", "title", "award", "awarded", "prize", "says", "said",
           "coverage")  # fmt: skip
"""Words that name whose judgement it is, or that it is one."""

JUDGEMENTS = ("beautiful", "ugly", "boring", "interesting", "fascinating", "wonderful", "terrible", "awful",
              "delicious",
              "evil", "tragic", "cynical", "brilliant", "heroic", "glorious", "foolish", "stupid", "unfair", "unjust",
              "disastrous", "regrettable", "unfortunately", "fortunately", "sadly", "luckily", "obviously",
              "clearly the",
              "shameful", "cruel", "barbaric", "overrated", "underrated", "inspiring", "impressive", "amazing",
              "magnificent", "marvellous", "charming", "enjoyable", "pleasant", "admirable", "wicked", "hopeless",
              "ridiculous", "absurd", "senseless", "arrogant", "greedy", "reckless", "misguided", "incompetent",
              "genius", "wisest", "noblest", "loveliest", "prettiest", "most important", "most significant",
              "most interesting", "most impressive", "most talented", "most influential", "most exciting",
              "most elegant",
              "nicest", "tastiest", "finest", "ruined", "deserved", "deserves", "rightly", "wrongly", "unforgivable",
              "inhumane", "immoral", "greatest mistake", "biggest mistake", "worst mistake", "main cause",
              "main reason", "real reason", "real cause", "true cause", "true reason", "primary cause", "chief cause",
              "root cause", "principal cause", "was a tragedy", "was a mistake", "was a disaster", "was a crime",
              "to blame", "should have", "ought to", "betrayed", "betrayal",
              "masterpiece", "needless", "pointless", "superior to", "inferior to", "a failure",
              "a disaster")  # fmt: skip
"""Words that weigh: of worth, or of which cause counted most."""

_RANKED = re.compile(
    r"\b(?:best|greatest|worst|finest|better|better than)\s+(?:\w+\s+){0,2}?(?P<what>writers?|poets?"
    r"|composers?|painters?|artists?|"
    r"players?|footballers?|musicians?|singers?|actors?|kings?|queens?|emperors?|rulers?|leaders?|presidents?"
    r"|generals?|"
    r"scientists?|philosophers?|films?|movies?|novels?|books?|songs?|operas?|paintings?|poems?|plays?|inventions?|"
    r"achievements?|discover(?:y|ies)|cit(?:y|ies)|countr(?:y|ies)|nations?|teams?|tsars?|sultans?|khans?"
    r"|foods?|dish(?:es)?|"
    r"seasons?|languages?|religions?|governments?|hero(?:es)?|statesm[ae]n|minds?|idea|system"
    r"|form of government|place to live)\b",
    re.IGNORECASE,
)
_OUGHT = re.compile(
    r"\b(?:should|ought to|must)\b(?! (?:be (?:written|placed|added|multiplied|divided)|have been))", re.IGNORECASE
)


def _absolute(item: Item) -> str | None:
    if item.judged:
        return _absolute_statement(item.statement)
    if not item.chosen:
        return None
    having = [(option, word) for option in item.options if (word := _absolute_in(option))]
    if not having or len(having) == len(item.options):
        return None
    option, word = having[0]
    return f"{word!r} in the option {option!r} leaves no exception, other options do"


def _absolute_in(option: str) -> str:
    words = lower_words(option)
    if len(words) < 2 or is_title(option):
        return ""
    bare = NO_ABSOLUTE.sub(" ", option)
    if strong := has(bare, STRONG):
        return strong
    return has(bare, WEAK) if len(words) >= 4 and _says_something(words) else ""


def _says_something(words: list[str]) -> bool:
    return any(word in FINITE for word in words) or any(
        word.endswith("s") and not word.endswith("ss") for word in words[:1]
    )


def _absolute_statement(statement: str) -> str | None:
    bare = NO_ABSOLUTE.sub(" ", statement)
    word = has(bare, (*STRONG, "none", "every"))
    if not word and (
        found := re.match(r"\W*(All|No|Only|Every)\b(?! (?:\d+|of (?:the|these)? ?(?:two|three|four|seven)))", bare)
    ):
        word = found[1].casefold()
    return f"{word!r} leaves no exception, which tells that the statement is false" if word else None


def _vague(item: Item) -> str | None:
    texts = (item.statement,) if item.judged else item.options if item.chosen else ()
    for text in texts:
        if is_title(text):
            continue
        word = has(text, FREQUENCIES) or (has(text, AMOUNTS) if item.judged else _counted(text))
        if word:
            return f"each reader takes {word!r} for another amount: {text!r}"
    return None


def _counted(option: str) -> str:
    found = _COUNTED.search(option)
    return found[0].casefold() if found else ""


def _negative(item: Item) -> str | None:
    asking = item.statement if item.judged else item.asking
    found = _NEGATED.search(NOT_NEGATIVE.sub(" ", asking))
    if found is None or (not item.judged and _WHY.match(asking)):
        if re.search(r"\b(?:which|who)\b[^?]*\bnever\b", asking, re.IGNORECASE):
            return "'never' turns the question round: it asks for what does not hold"
        return None
    if found[0].casefold() in ("false", "wrong", "incorrect", "least", "unlikely") and not _ASKED_FOR.search(asking):
        return None
    return f"{found[0]!r} turns the {'statement' if item.judged else 'question'} round: it asks for what does not hold"


def _opinion(item: Item) -> str | None:
    said = item.statement if item.judged else " ".join((item.stem, item.answer))
    if has(said, HOLDERS):
        return None
    plain = _without_names(re.sub(r"[\"“].*?[\"”]", " ", said))
    word = has(plain, JUDGEMENTS)
    if not word and (ranked := _RANKED.search(plain)):
        word = ranked[0].casefold()
    if not word and item.judged and (ought := _OUGHT.search(plain)):
        word = ought[0].casefold()
    return f"{word!r} is a judgement, and nothing says whose" if word else None


def _without_names(text: str) -> str:
    """The text without words that a capital marks as part of a name ("Alexander the Great", "A Beautiful Mind")."""
    return " ".join(
        word for place, word in enumerate(raw_words(text)) if place == 0 or not word[0].isupper() or word == "I"
    )


RULES = (
    Rule(
        "absolute-terms",
        f"{HDR_2002} (specific determiners); {TARRANT}; {NBME}",
        _absolute,
        example(
            "What does an acid do to litmus?",
            "turns it red",
            "never changes its colour",
            "turns it blue",
            "makes it glow",
        ),
        example("When is the bridge open?", "summer only", "weekends only", "winter only", "mornings only"),
    ),
    Rule(
        "vague-terms",
        f"{HDR_2002}; {TARRANT}; {NBME}",
        _vague,
        example("How does a glacier move?", "it usually slides downhill", "it rolls", "it floats", "it is blown"),
        example("How does a glacier move?", "it slides downhill", "it rolls", "it floats", "it is blown"),
    ),
    Rule(
        "negative-stem",
        f"{HDR_2002}; {TARRANT}; {SAQUET}",
        _negative,
        example("Which of these is NOT a mammal?", "trout", "whale", "bat", "seal"),
        example(
            "Why does oil not mix with water?", "oil is not polar", "oil is heavier", "oil is hotter", "oil is sticky"
        ),
    ),
    Rule(
        "opinion-without-holder",
        f"{HDR_2002} (avoid opinion-based items); {HR_2013}",
        _opinion,
        example("Who was the greatest composer of the Baroque?", "Bach", "Handel", "Vivaldi", "Purcell"),
        example("Whom did the critic Hanslick attack in his reviews?", "Wagner", "Brahms", "Schumann", "Mendelssohn"),
    ),
)
"""Each with an item that has the flaw and one without it."""
