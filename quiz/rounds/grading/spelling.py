"""Slips of spelling in typed names: forgiven only where they cannot lead to anything else."""

from collections.abc import Iterable

from quiz.folding import fold
from quiz.rounds.names import Form, Names, pressed

ALLOWANCES = ((3, 0), (5, 1), (10, 2))
"""Up to how many letters how many slips are forgiven; short names lie too close together for any."""

MOST = 3
"""Slips forgiven in longer names."""


def allowance(letters: int) -> int:
    """How many slips a name of so many letters may have."""
    return next((slips for longest, slips in ALLOWANCES if letters <= longest), MOST)


def reaches(line: str, entity: str, names: Names) -> bool:
    """Whether `line` is a misspelt name of `entity` and strictly nearer to it than to any other entity."""
    forms = names.accepted(entity)
    slips = _slips(line, pressed(line), entity, forms.values(), names)
    return slips is not None and slips < _nearest_rival(line, entity, set(forms), names)


def nearest(line: str, asked: str, names: Names) -> str:
    """The one entity other than `asked` that `line` is a misspelt name of; empty where none or several could be."""
    typed = pressed(line)
    own = _distance({typed}, {form.text for form in names.forms.get(asked, ())})
    found: dict[str, int] = {}
    for entity, forms in names.forms.items():
        slips = None if entity == asked else _slips(line, typed, entity, forms, names)
        if slips is not None and slips < own:
            found[entity] = slips
    least = min(found.values(), default=0)
    closest = [entity for entity, slips in found.items() if slips == least]
    return closest[0] if len(closest) == 1 else ""


def closest(line: str, entity: str, names: Names) -> tuple[Form, int]:
    """The form of `entity`, which has to have one, that is nearest to `line`, and how many slips lie between."""
    typed = pressed(line)
    slips, _, form = min(
        (_distance({typed}, {form.text}), place, form) for place, form in enumerate(names.forms[entity])
    )
    return form, slips


def _slips(line: str, typed: str, entity: str, forms: Iterable[Form], names: Names) -> int | None:
    """How many slips make `line` of the nearest of `forms`; None where that is more than is forgiven.

    `typed` is `line` as it is compared. Most forms are far away: what costs time is looked at for near ones alone.
    """
    near = [(slips, form) for form in forms if (slips := _distance({typed}, {form.text})) <= MOST]
    if not near:
        return None
    words, letters = frozenset(fold(line)), len(names.core(line, entity))
    forgiven = [
        slips for slips, form in near if slips <= allowance(min(letters, form.core)) and _keeps_fixed(words, form)
    ]
    return min(forgiven, default=None)


def _keeps_fixed(words: frozenset[str], form: Form) -> bool:
    figures = {word for word in words if any(letter.isdigit() for letter in word)}
    return form.fixed <= words and figures <= form.fixed


def _nearest_rival(line: str, entity: str, own: set[str], names: Names) -> int:
    """The distance from `line` to the nearest name that is another entity's and not this one's too."""
    typed = {pressed(line), names.core(line, entity)}
    others = {form.text for other, forms in names.forms.items() if other != entity for form in forms}
    return _distance(typed, others - own)


def _distance(typed: set[str], texts: set[str]) -> int:
    """The least number of letters added, dropped, changed or swapped; `MOST` + 1 stands for anything beyond."""
    from rapidfuzz.distance import OSA  # a round without typed questions must not pay for it

    return min((OSA.distance(a, b, score_cutoff=MOST) for a in typed for b in texts), default=MOST + 1)
