"""Mutants: sound items with one flaw put in by program, a mutator for each rule.

A mutator returns the flawed item, or None where the item gives it nothing to work on.
"""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from quiz.lint.item import Item
from quiz.lint.reading import read
from quiz.lint.rules.wording import HOLDERS
from quiz.lint.text import has, without_article
from quiz.lint.values import date, is_value, quantity

HERE = Path(__file__).parent
Mutator = Callable[[Item], Item | None]


def sound_items() -> list[Item]:
    """The hand-written sound items."""
    return [read(line) for line in (HERE / "sound.jsonl").read_text(encoding="utf-8").splitlines()]


def flawed_items() -> list[tuple[str, Item]]:
    """The hand-written flawed items, each with the rule that it breaks."""
    lines = (HERE / "flawed.jsonl").read_text(encoding="utf-8").splitlines()
    return [(json.loads(line)["flaw"], read(line)) for line in lines]


def _words(item: Item) -> bool:
    """Whether the item is a choice among words, not numbers."""
    return item.chosen and len(item.options) >= 3 and not any(option[0].isdigit() for option in item.options)


def _with_last_wrong(item: Item, option: str) -> Item:
    """The item with its last distractor exchanged."""
    last = item.distractors[-1]
    return replace(item, options=tuple(option if one == last else one for one in item.options))


def _with_answer(item: Item, answer: str) -> Item:
    return replace(
        item, options=tuple(answer if one == item.answer else one for one in item.options), answers=(answer,)
    )


def catch_all(item: Item) -> Item | None:
    return _with_last_wrong(item, "all of the above") if item.chosen and len(item.options) > 2 else None


def none_of_them(item: Item) -> Item | None:
    return _with_last_wrong(item, "None of the above") if item.chosen and len(item.options) > 2 else None


def k_type(item: Item) -> Item | None:
    if not item.chosen or len(item.options) < 4:
        return None
    listed = " ".join(f"{number}. {option}" for number, option in enumerate(item.options[:3], 1))
    return replace(
        item, stem=f"{item.stem} {listed}", options=("1 only", "1 and 2", "2 and 3", "1, 2 and 3"), answers=("1 only",)
    )


def longest(item: Item) -> Item | None:
    return (
        _with_answer(item, f"{item.answer}, as anybody knows who has read about it with some care")
        if _words(item)
        else None
    )


def lost_sequence(item: Item) -> Item | None:
    ordered = (
        item.chosen and len(item.options) > 2 and (all(map(date, item.options)) or all(map(quantity, item.options)))
    )
    return replace(item, options=(item.options[1], item.options[0], *item.options[2:])) if ordered else None


def duplicate(item: Item) -> Item | None:
    return _with_last_wrong(item, item.distractors[0]) if item.chosen and len(item.distractors) > 1 else None


def verdicts(item: Item) -> Item | None:
    return replace(item, options=("True", "False"), answers=("True",)) if item.chosen else None


def negated(item: Item) -> Item | None:
    found = re.match(r"Which (.+?) (is|are|was|were|does|do|did) ", item.stem) if item.chosen else None
    return replace(item, stem=f"{item.stem[: found.end()]}NOT {item.stem[found.end() :]}") if found else None


def absolute(item: Item) -> Item | None:
    return _with_last_wrong(item, f"always {item.distractors[-1]}") if _words(item) else None


def vague(item: Item) -> Item | None:
    return _with_last_wrong(item, f"usually {item.distractors[-1]}") if _words(item) else None


def vague_statement(item: Item) -> Item | None:
    return replace(item, stem=f"{item.statement.rstrip('.')}, and often.") if item.judged else None


def answer_in_stem(item: Item) -> Item | None:
    least = 4 if is_value(item.answer) else 3
    if not (item.chosen or item.typed) or " or " in item.stem or len("".join(without_article(item.answer))) < least:
        return None
    return replace(item, stem=f"Think of {item.answer}. {item.stem}")


def echoed(item: Item) -> Item | None:
    """A telling word of the stem goes into the right option."""
    words = [
        word
        for word in re.findall(r"\b[a-z]{6,}\b", item.stem)
        if word not in ("follows", "through", "before", "called")
    ]
    spare = [word for word in words if not any(word[:4] in option.casefold() for option in item.options)]
    told = " ".join(item.distractors).casefold()
    clean = not any(word[:4] in told for word in re.findall(r"\w{4,}", item.stem.casefold()))
    return _with_answer(item, f"{item.answer} ({spare[-1]})") if _words(item) and spare and clean else None


def article(item: Item) -> Item | None:
    """A completion that ends in an article which only some options can follow."""
    starts = {option.split()[0].casefold() for option in item.options} if _words(item) else {"the"}
    vowels = {option[0].casefold() in "aeiou" for option in item.options}
    if starts & {"a", "an", "the", "to", "its"} or len(vowels) < 2:
        return None
    stem = "The thing that is asked for here is an example of "
    return replace(item, stem=stem + ("an" if item.answer[0].casefold() in "aeiou" else "a"))


def converging(item: Item) -> Item | None:
    if (
        not _words(item)
        or len(item.options) < 4
        or any(re.search(r",| and | with | but ", one) for one in item.options)
    ):
        return None
    a, (b, c, d) = item.answer, item.distractors[:3]
    options = (f"{a} and {b}", f"{a} and {c}", f"{a} and {d}", f"{b} and something else")
    return replace(item, stem=f"{item.stem} (two answers)", options=options, answers=(options[0],))


def joke(item: Item) -> Item | None:
    return _with_last_wrong(item, "Mickey Mouse") if item.chosen and len(item.options) > 2 else None


def far_off(item: Item) -> Item | None:
    if not item.chosen or not all(date(option) and len(option) == 4 for option in item.options):
        return None
    return replace(item, options=("1066", *item.options[1:])) if item.options[0] != item.answer else None


def opinion(item: Item) -> Item | None:
    if item.judged or has(item.stem, HOLDERS):
        return None
    return replace(item, stem=f"{item.stem.rstrip('?.')}, in its most beautiful form?")


def opinion_stated(item: Item) -> Item | None:
    said = f"{item.statement.rstrip('.')}, which is a disgraceful and tragic mistake."
    return replace(item, stem=said) if item.judged else None


def finer(item: Item) -> Item | None:
    """Years become months of the year where a year is asked for."""
    if not item.chosen or "year" not in item.stem or not all(re.fullmatch(r"\d{4}", option) for option in item.options):
        return None
    return replace(item, options=tuple(f"May {one}" for one in item.options), answers=(f"May {item.answer}",))


def mixed_dates(item: Item) -> Item | None:
    years = item.chosen and all(re.fullmatch(r"\d{4}", option) for option in item.options)
    return _with_last_wrong(item, f"May {item.distractors[-1]}") if years else None


def unsaid_precision(item: Item) -> Item | None:
    found = re.match(r"In which year (.+)", item.stem) if item.typed else None
    return replace(item, stem=f"When {found[1]}") if found else None


def aside(item: Item) -> Item | None:
    if item.judged:
        return None
    return replace(item, stem=f"Interestingly, people have wondered about this for ages. {item.stem}")


def idle_context(item: Item) -> Item | None:
    standing = len(re.findall(r"\b[A-Z]\w+", item.asking)) > 1 and item.asking == item.stem and len(item.stem) > 40
    if item.judged or not standing or re.search(r"\b(?:it|its|her|his|both|one|then)\b", item.stem):
        return None
    return replace(
        item, stem=f"Every spring the market of Lyon fills with flowers, cheese and happy families. {item.stem}"
    )


def blank(item: Item) -> Item | None:
    return replace(item, stem="Nobody can live without ____.") if item.typed else None


def several_blanks(item: Item) -> Item | None:
    return replace(item, stem="____ led ____ against ____ once.") if item.typed else None


def unfocused(item: Item) -> Item | None:
    return replace(item, stem="Which of the following is correct?") if item.chosen else None


def no_question(item: Item) -> Item | None:
    return replace(item, stem="Geography.") if item.chosen else None


def number_among_words(item: Item) -> Item | None:
    return _with_last_wrong(item, "1789") if _words(item) and len(item.options) > 2 else None


def sentence_among_phrases(item: Item) -> Item | None:
    short = _words(item) and all(len(option.split()) <= 3 for option in item.options)
    return _with_last_wrong(item, "It was made in the old days by people") if short else None


def overlap(item: Item) -> Item | None:
    found = [quantity(option) for option in item.options] if item.chosen else []
    if len(found) < 3 or not all(found) or any(date(option) for option in item.options):
        return None
    options = ("1–10", "5–15", "16–20", "21–30")
    return replace(item, options=options, answers=(options[0],))


def two_marked(item: Item) -> Item | None:
    return replace(item, answers=(item.answer, item.distractors[0])) if item.chosen else None


def denied(item: Item) -> Item | None:
    if not _words(item) or len(item.options) < 4:
        return None
    return replace(item, options=("it moves", "it does not move", "it sings", "it burns"), answers=("it moves",))


MUTATORS: tuple[tuple[str, Mutator], ...] = (
    ("ambiguous-stem", unfocused),
    ("ambiguous-stem", no_question),
    ("gratuitous-information", aside),
    ("gratuitous-information", idle_context),
    ("date-precision", finer),
    ("date-precision", mixed_dates),
    ("date-precision", unsaid_precision),
    ("blank-with-several-fits", blank),
    ("blank-with-several-fits", several_blanks),
    ("all-or-none-of-the-above", catch_all),
    ("all-or-none-of-the-above", none_of_them),
    ("k-type", k_type),
    ("lost-sequence", lost_sequence),
    ("duplicate-options", duplicate),
    ("longest-option-correct", longest),
    ("true-false-options", verdicts),
    ("options-of-different-kinds", number_among_words),
    ("options-of-different-kinds", sentence_among_phrases),
    ("grammatical-cue", article),
    ("logical-cue", denied),
    ("stem-word-in-answer", echoed),
    ("answer-in-stem", answer_in_stem),
    ("convergence", converging),
    ("absolute-terms", absolute),
    ("vague-terms", vague),
    ("vague-terms", vague_statement),
    ("negative-stem", negated),
    ("opinion-without-holder", opinion),
    ("opinion-without-holder", opinion_stated),
    ("implausible-distractor", joke),
    ("implausible-distractor", far_off),
    ("more-than-one-correct", overlap),
    ("more-than-one-correct", two_marked),
)
"""Every mutator with the rule that must catch it."""
