"""What a typed name can mean: every spelling of every entity, folded so that marks, case and hyphens do not matter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quiz.folding import fold, squeeze

TYPE_WORD = "type-word"
"""How a form comes about that adds a type word, moves it or leaves it out: the Chu river, the River Chu, the Chu."""


def pressed(line: str) -> str:
    """`line` folded and run together, without a leading "the": what is compared."""
    return squeeze(without_article(fold(line)))


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing an entity's name.

    `text` is folded and run together. `how` is exact, alias or type-word (a type word was added, moved or left out);
    `whole` is False where the type word that belongs to the name is left out. `core` is the length of the name
    without type words, `fixed` the words in which no slip is forgiven: figures and abbreviations (ASSR is not SSR).
    `name` is the spelling that it comes from, as the pack writes it.
    """

    text: str
    how: str
    whole: bool
    core: int
    fixed: frozenset[str]
    name: str


class Names:
    """All names of a bank's entities, as grading needs them.

    `rows` are (entity id, kind, name, is_alias); `type_words` gives the type words of a kind ("river" for rivers);
    `what` one true sentence on an entity. Forms are worked out on first use: a round without typed questions pays
    nothing.
    """

    def __init__(
        self,
        rows: Iterable[tuple[str, str, str, bool]] = (),
        type_words: Mapping[str, Sequence[str]] | None = None,
        what: Mapping[str, str] | None = None,
    ) -> None:
        self._rows = tuple(rows)
        self._type_words = {kind: tuple(words) for kind, words in (type_words or {}).items()}
        self._what = dict(what or {})

    def what(self, entity: str) -> str:
        """One true sentence on `entity`; empty where none is known."""
        return self._what.get(entity, "")

    def text(self, entity: str) -> str:
        """The name that `entity` is shown by; its id where it has none."""
        return self._texts.get(entity, entity)

    def kind(self, entity: str) -> str:
        """The kind of `entity`; empty where it is not known."""
        return self._kinds.get(entity, "")

    def meant(self, line: str) -> tuple[str, ...]:
        """The entities that `line` names exactly, those named in full before those whose type word is left out."""
        senses = self._senses.get(pressed(line), {})
        return tuple(sorted(senses, key=lambda entity: not senses[entity].whole))

    def accepted(self, entity: str) -> dict[str, Form]:
        """The forms that name `entity` where it is asked for.

        Its own names always do. A type word may be added or left out only where that gives no other entity's name
        (Almaty is the city, not the region), nor what is left of another entity of the same kind.
        """
        return {form.text: form for form in self.forms.get(entity, ()) if self._free(entity, form)}

    def core(self, line: str, entity: str) -> str:
        """`line` folded and run together, without an article and without the type words of `entity`'s kind."""
        words = without_article(fold(line))
        return squeeze(_bare(words, self._folded_type_words(self.kind(entity))))

    @cached_property
    def forms(self) -> dict[str, tuple[Form, ...]]:
        """Every form of every entity; where one text comes about in two ways the plainer way stands first."""
        found: dict[str, dict[str, Form]] = {}
        for entity, kind, name, is_alias in self._rows:
            of_entity = found.setdefault(entity, {})
            for form in _forms(name, is_alias, self._folded_type_words(kind)):
                known = of_entity.get(form.text)
                if known is None or _plainness(form) < _plainness(known):
                    of_entity[form.text] = form
        return {entity: tuple(forms.values()) for entity, forms in found.items()}

    @cached_property
    def _senses(self) -> dict[str, dict[str, Form]]:
        senses: dict[str, dict[str, Form]] = {}
        for entity, forms in self.forms.items():
            for form in forms:
                senses.setdefault(form.text, {})[entity] = form
        return senses

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {entity: name for entity, _, name, is_alias in self._rows if not is_alias}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {entity: kind for entity, kind, _, _ in self._rows}

    def _free(self, entity: str, form: Form) -> bool:
        if form.how != TYPE_WORD:
            return True
        others = [(other, sense) for other, sense in self._senses[form.text].items() if other != entity]
        return not any(
            sense.how != TYPE_WORD or (not form.whole and self.kind(other) == self.kind(entity))
            for other, sense in others
        )

    def _folded_type_words(self, kind: str) -> tuple[tuple[str, ...], ...]:
        return tuple(fold(word) for word in self._type_words.get(kind, ()))


def without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """`words` without a leading "the"."""
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _plainness(form: Form) -> int:
    return ("exact", "alias", TYPE_WORD).index(form.how) + (not form.whole)


def _forms(name: str, is_alias: bool, type_words: tuple[tuple[str, ...], ...]) -> Iterator[Form]:
    words = without_article(fold(name))
    bare = _bare(words, type_words)
    core = len(squeeze(bare))
    fixed = _fixed(name)

    yield Form(squeeze(words), "alias" if is_alias else "exact", True, core, fixed, name)
    for typed in _with_type_words(bare, type_words):
        yield Form(squeeze(typed), TYPE_WORD, True, core, fixed, name)
    if bare != words:
        yield Form(squeeze(bare), TYPE_WORD, False, core, fixed, name)


def _with_type_words(bare: tuple[str, ...], type_words: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    for word in type_words:
        yield bare + word
        yield word + bare
        yield (*word, "of", *bare)


def _bare(words: tuple[str, ...], type_words: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """`words` without a type word at either end, but never without any word left."""
    for word in sorted(type_words, key=len, reverse=True):
        size = len(word)
        if size and len(words) > size:
            if words[-size:] == word:
                return words[:-size]
            if words[:size] == word:
                rest = words[size:]
                return rest[1:] if len(rest) > 1 and rest[0] == "of" else rest
    return words


def _fixed(name: str) -> frozenset[str]:
    """Words of `name` that allow no slip: those with figures, and abbreviations in capitals."""
    strict = (
        word for word in name.replace("-", " ").split() if len(word) > 1 and (word.isupper() or _has_figure(word))
    )
    return frozenset(squeeze(fold(word)) for word in strict)


def _has_figure(word: str) -> bool:
    return any(letter.isdigit() for letter in word)
