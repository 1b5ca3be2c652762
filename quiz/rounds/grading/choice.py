"""Grading and reading a choice among options."""

from quiz.folding import fold, squeeze
from quiz.generate.draw import Draw
from quiz.generate.question import Pick, Proof
from quiz.rounds.grading.grade import Given, Grade, Unreadable

LETTERS = "abcdefghijklmnopqrstuvwxyz"

RUSSIAN_KEYS = str.maketrans("фисвуапршолд", "abcdefghijkl")
"""What the keys a, b, c … type while the keyboard is set to Russian."""


def grade_choice(draw: Draw, answer: Pick, given: Given) -> Grade:
    """Grade the option with the key `given`. Raises ValueError where the draw shows no such option."""
    shown = {option.key: option for option in draw.options}
    if not isinstance(given, str) or given not in shown:
        raise ValueError(f"{draw.question.id} shows no option {given!r}")
    right = given == answer.option.key
    how = "denied" if right and is_true_false(draw) and given == "false" else "option"
    return Grade(right, shown[given].text, _proof(draw, answer, given).sentence, how)


def _proof(draw: Draw, answer: Pick, key: str) -> Proof:
    if key == answer.option.key:
        return answer.proof
    return next(distractor.proof for distractor in draw.question.pool if distractor.option.key == key)


def read_choice(draw: Draw, line: str) -> str | Unreadable:
    """The key of the option that `line` names by letter, place or text."""
    if is_true_false(draw):
        return _read_true_false(line)
    typed = squeeze(fold(line))
    by_text = {squeeze(fold(option.text)): option.key for option in draw.options}.get(typed)
    by_sign = read_sign(line, len(draw.options))
    by_place = None if by_sign is None else draw.keys[by_sign]
    if by_text and by_place and by_text != by_place:
        return Unreadable(f"“{line.strip()}” could be the text of an option or its place. {letters_wanted(draw)}")
    return by_text or by_place or Unreadable(letters_wanted(draw))


def letters_wanted(draw: Draw) -> str:
    """The sentence that asks for a letter."""
    return f"Type a letter from a to {LETTERS[len(draw.options) - 1]}."


def is_true_false(draw: Draw) -> bool:
    """Whether the options are true and false."""
    return draw.keys == ("true", "false")


def _read_true_false(line: str) -> str | Unreadable:
    typed = squeeze(fold(line))
    if typed in ("t", "true", "a", "1", "yes", "y", "е"):
        return "true"
    # The Cyrillic а types f while the keyboard is set to Russian, but it looks like the first option: ask again.
    if typed in ("f", "false", "b", "2", "no", "n", "и"):
        return "false"
    return Unreadable("Type t for true or f for false.")


def read_sign(sign: str, count: int) -> int | None:
    """The place, from 0, that a letter or a figure stands for among `count` options; None for anything else."""
    bare = sign.strip().strip("().:]").casefold()
    if bare.isdecimal() and bare.isascii() and len(bare) <= 2:
        place = int(bare) - 1
    elif len(bare) == 1:
        place = LETTERS.find(bare.translate(RUSSIAN_KEYS))
    else:
        return None
    return place if 0 <= place < count else None
