"""An item as the linter sees it: its words and how it is answered, whoever wrote it."""

from dataclasses import dataclass

from quiz.lint.text import fold, sentences

ORDERED_BY_THE_PLAYER = ("order", "match", "timeline")
"""Words of a kind whose options are things to arrange: none of them is wrong."""

SEVERAL_RIGHT = ("multiple-response", "several")
"""Words of a kind that has more than one right option on purpose."""

YES_OR_NO = ("true-false", "true/false", "true_false", "truefalse", "true or false")
"""How a kind says that its stem is a statement to be judged."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `options` as shown (none where the answer is typed), `answers` the right one, or all in order.

    `wants` names the precision that a typed answer needs, where the item says so.
    """

    id: str
    kind: str
    stem: str
    options: tuple[str, ...]
    answers: tuple[str, ...]
    wants: str = ""

    @property
    def answer(self) -> str:
        """The right option; the first of them where there are several."""
        return self.answers[0]

    @property
    def judged(self) -> bool:
        """Whether the stem is a statement that is true or false."""
        return any(word in self.kind.casefold() for word in YES_OR_NO)

    @property
    def chosen(self) -> bool:
        """Whether one or more of the options are picked as right, the others being wrong."""
        arranged = any(word in self.kind.casefold() for word in ORDERED_BY_THE_PLAYER)
        return len(self.options) > 1 and not self.judged and not arranged

    @property
    def several(self) -> bool:
        """Whether the item has more than one right option on purpose."""
        return any(word in self.kind.casefold() for word in SEVERAL_RIGHT)

    @property
    def typed(self) -> bool:
        """Whether the answer is typed."""
        return not self.options and not self.judged

    @property
    def distractors(self) -> tuple[str, ...]:
        """The options that are not right."""
        right = {fold(answer) for answer in self.answers}
        return tuple(option for option in self.options if fold(option) not in right)

    @property
    def statement(self) -> str:
        """The stem without the words that ask whether it is true."""
        bare = self.stem.strip()
        for tail in ("True or false?", "true or false?", "True or False?", "True/False?", "(True/False)", "(T/F)"):
            bare = bare.removesuffix(tail).strip()
        for head in ("True or false:", "True or False:", "true or false:"):
            bare = bare.removeprefix(head).strip()
        return bare

    @property
    def asking(self) -> str:
        """The sentence that asks: the last one that is a question, else the last one."""
        said = sentences(self.stem)
        questions = [sentence for sentence in said if sentence.endswith("?")]
        return (questions or said or [self.stem])[-1]

    @property
    def context(self) -> str:
        """What stands before the sentence that asks."""
        return self.stem[: self.stem.rfind(self.asking)].strip()
