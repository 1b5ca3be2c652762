"""Flaws of what the options say: a distractor nobody would choose, or a second right answer."""

import re
from collections.abc import Callable
from itertools import combinations
from statistics import median

from quiz.lint import things
from quiz.lint.item import Item
from quiz.lint.rule import HDR_2002, HR_2013, NBME, SAQUET, TARRANT, Rule, example
from quiz.lint.rules import by_pack
from quiz.lint.text import content_words, has
from quiz.lint.values import Fineness, date, quantity, years_in

APART = 150
"""So many years between the stem's time and an option's make the option absurd."""

FAR_YEARS = 300
"""So many years from the nearest other option make a year absurd, where the others lie close together."""

LEAST_LIVES = 2
"""So many other options must be people whose time is known."""

FAR_TIMES = 1000
"""So many times the others' size makes a number absurd."""

_IS_A = re.compile(
    r"^\W*which (?:one )?(?:of (?:these|the following|them)(?: \w+)? )?(?:is|are"
    r"|was) an? (?P<what>[a-z]+(?: [a-z]+){0,2})\W*$"
    r"|^\W*(?:which|what) of (?:these|the following) (?:is|are) an? (?P<other>[a-z]+(?: [a-z]+){0,2})\W*$"
    r"|^\W*an? example of an? (?P<third>[a-z]+(?: [a-z]+)?) is\W*$|^\W*name an? (?P<fourth>[a-z]+(?: [a-z]+)?)\W*$",
    re.IGNORECASE,
)
_WHICH_NUMBER = re.compile(
    r"\b(?:which|what)\b[^?]*\b(?:is|are) (?:an? )?(?P<what>prime|even|odd|perfect square|square|multiple of"
    r"|divisible by|factor of"
    r"|greater than|less than|bigger than|smaller than)(?: number)?\s*(?P<than>\d+)?\W*$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\W*(?P<way>more than|over|at least|less than|under|below|above|before|after|fewer than|at most"
    r"|up to) (?P<number>[\d.,]+)\s*(?P<unit>.*)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\W*(?P<low>\d[\d.,]*)\s*(?:[-–—]|to)\s*(?P<high>\d[\d.,]*)\s*(?P<unit>\D*)", re.IGNORECASE)


def _implausible(item: Item) -> str | None:
    if not item.chosen:
        return None
    return _joke(item) or _of_another_type(item) or _of_another_role(item) or _of_another_age(item) or _far_off(item)


def _joke(item: Item) -> str | None:
    jokes = [option for option in item.distractors if things.is_joke(option)]
    return f"{jokes[0]!r} is a joke, nobody chooses it" if jokes and not things.is_joke(item.answer) else None


def _of_another_type(item: Item) -> str | None:
    """A distractor of a known class that shares none, wide or narrow, with any other option that is all known."""
    wide = {option: frozenset(map(things.members_wide, things.classes_of(option))) for option in item.options}
    for option in item.distractors:
        others = [wide[other] for other in item.options if other != option]
        if len(others) < 2 or not wide[option]:
            continue
        shared = frozenset.intersection(*others)
        narrow = frozenset.union(*(things.classes_of(other) for other in item.options if other != option))
        if shared and not any(wide[option] & other for other in others) and not things.classes_of(option) & narrow:
            return f"{option!r} is a {min(things.classes_of(option))}, the other options are not"
    return None


def _of_another_role(item: Item) -> str | None:
    """A distractor known for another role than the stem asks for and the others have."""
    asked = {things.role_named(word) for word in content_words(item.asking)} - {""}
    for option in item.distractors:
        roles = things.roles_of(option)
        others = [things.roles_of(other) for other in item.options if other != option]
        alike = len(others) >= 2 and all(others) and frozenset.intersection(*others)
        if roles and (alike or asked) and not roles & (frozenset(asked) | (alike or frozenset())):
            if asked and not alike and not things.roles_of(item.answer) & asked:
                continue
            return f"{option!r} is known as {min(roles)}, which is not what is asked"
    return None


def _of_another_age(item: Item) -> str | None:
    """A distractor that lived or came into use far from the time that the stem names."""
    years = years_in(item.stem)
    for option in item.distractors:
        life = things.life_of(option)
        own = things.life_of(item.answer)
        if life and years and (life[0] - APART > max(years) or life[1] + APART < min(years)):
            return f"{option!r} lived in another age than the stem speaks of"
        if life and own and not years and _apart_from_all(option, life, item):
            return f"{option!r} lived in another age than the other options"
        if years and (late := _too_early_for(option, max(years))):
            return f"there was no {late} yet in the time the stem speaks of"
    return None


def _apart_from_all(option: str, life: tuple[int, int], item: Item) -> bool:
    others = [things.life_of(other) for other in item.options if other != option]
    lives = [one for one in others if one]
    if len(lives) < LEAST_LIVES or max(one[0] for one in lives) - min(one[1] for one in lives) > APART:
        return False
    return all(life[0] - FAR_YEARS > one[1] or life[1] + FAR_YEARS < one[0] for one in lives)


def _too_early_for(option: str, year: int) -> str:
    word = has(option, tuple(things.FIRST_SEEN))
    return word if word and things.FIRST_SEEN[word] > year + 50 else ""


def _far_off(item: Item) -> str | None:
    """A year or a number that stands far from all others."""
    for option in item.distractors:
        others = [other for other in item.options if other != option]
        if len(others) >= 2 and (_year_far_off(option, others) or _size_far_off(option, others)):
            return f"{option!r} is far from all other options"
    return None


def _year_far_off(option: str, others: list[str]) -> bool:
    own = date(option)
    found = [one for one in map(date, others) if one]
    if own is None or len(found) < len(others) or Fineness.CENTURY in {own.fineness, *(one.fineness for one in found)}:
        return False
    years = [one.when[0] for one in found]
    return max(years) - min(years) <= FAR_YEARS / 3 and min(abs(own.when[0] - year) for year in years) >= FAR_YEARS


def _size_far_off(option: str, others: list[str]) -> bool:
    own = quantity(option)
    found = [one for one in map(quantity, others) if one]
    if own is None or len(found) < len(others) or date(option) or any(one.size <= 0 for one in (own, *found)):
        return False
    sizes = [one.size for one in found]
    middle = median(sizes)
    close = max(sizes) / min(sizes) <= 50
    return (
        close and {one.measure for one in found} == {own.measure} and not 1 / FAR_TIMES < own.size / middle < FAR_TIMES
    )


def _several_right(item: Item) -> str | None:
    if not item.chosen or item.several:
        return None
    if len(item.answers) > 1:
        return f"{len(item.answers)} answers are marked as right"
    return _of_the_class(item) or _by_reckoning(item) or _overlapping(item)


def _of_the_class(item: Item) -> str | None:
    found = _IS_A.match(item.asking)
    asked = (
        things.known_class((found["what"] or found["other"] or found["third"] or found["fourth"]).casefold())
        if found
        else ""
    )
    members = [option for option in item.options if asked in things.classes_of(option)]
    return f"{members[0]!r} and {members[1]!r} are each a {asked}" if asked and len(members) > 1 else None


def _by_reckoning(item: Item) -> str | None:
    found = _WHICH_NUMBER.search(item.asking)
    holds = _test_of(found["what"].casefold(), int(found["than"]) if found["than"] else None) if found else None
    if holds is None:
        return None
    sizes = [(option, quantity(option)) for option in item.options]
    right = [
        option
        for option, size in sizes
        if size and not size.unit and size.size == int(size.size) and holds(int(size.size))
    ]
    return f"{right[0]!r} and {right[1]!r} are both right" if len(right) > 1 else None


def _test_of(what: str, than: int | None) -> Callable[[int], bool] | None:
    if than is None:
        return {"prime": _is_prime, "even": lambda n: n % 2 == 0, "odd": lambda n: n % 2 == 1,
                "perfect square": _is_square, "square": _is_square}.get(what)  # fmt: skip
    tests: dict[str, Callable[[int], bool]] = {
        "multiple of": lambda n: than > 0 and n % than == 0,
        "divisible by": lambda n: than > 0 and n % than == 0,
        "factor of": lambda n: n > 0 and than % n == 0,
        "greater than": lambda n: n > than,
        "bigger than": lambda n: n > than,
        "less than": lambda n: n < than,
        "smaller than": lambda n: n < than,
    }
    return tests.get(what)


def _is_prime(number: int) -> bool:
    """Whether a number of school size is prime; larger ones are not judged."""
    return 1 < number < 1_000_000 and all(number % divisor for divisor in range(2, int(number**0.5) + 1))


def _is_square(number: int) -> bool:
    return number >= 0 and round(number**0.5) ** 2 == number


def _overlapping(item: Item) -> str | None:
    """Ranges that share more than an end, or bounds of which one holds the other."""
    for one, other in combinations(item.options, 2):
        first, second = _span(one), _span(other)
        if first and second and first[2] == second[2] and max(first[0], second[0]) < min(first[1], second[1]):
            return f"{one!r} and {other!r} overlap"
    return None


def _span(option: str) -> tuple[float, float, str] | None:
    if found := _RANGE.fullmatch(option):
        return _number(found["low"]), _number(found["high"]), found["unit"].strip().casefold()
    found = _BOUND.fullmatch(option)
    if found is None or not re.search(r"\d", found["number"]):
        return None
    bound = _number(found["number"])
    below = found["way"].casefold() in ("less than", "under", "below", "before", "fewer than", "at most", "up to")
    return (float("-inf"), bound, found["unit"].strip()) if below else (bound, float("inf"), found["unit"].strip())


def _number(text: str) -> float:
    digits = re.sub(r"[,\s]", "", text).rstrip(".")
    return float(digits) if digits.count(".") <= 1 else float("nan")


RULES = (
    Rule(
        "implausible-distractor",
        f"{HDR_2002} (make all distractors plausible); {TARRANT}; {SAQUET}",
        _implausible,
        example("Which planet has the most moons?", "Saturn", "Jupiter", "Uranus", "the Nile"),
        example("Which planet has the most moons?", "Saturn", "Jupiter", "Uranus", "Neptune"),
        in_pack=by_pack.implausible,
    ),
    Rule(
        "more-than-one-correct",
        f"{HDR_2002} (only one option is right); {TARRANT}; {NBME}; {HR_2013}",
        _several_right,
        example("Which of these is a prime number?", "7", "9", "11", "12"),
        example("Which of these is a prime number?", "7", "9", "10", "12"),
        in_pack=by_pack.several_right,
    ),
)
"""Each with an item that has the flaw and one without it."""
