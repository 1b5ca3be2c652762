"""The first row of a round: where one is, how it goes, the score."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quiz.tui.text import grouped, spread

COUNTING = 0.6
"""Seconds in which points count up."""


class Heading(Widget):
    """Theme and number of the question at the left; what is in a row and the score at the right."""

    DEFAULT_CSS = "Heading { width: 100%; height: 1; color: $quiet; }"

    place: reactive[str] = reactive("")
    streak: reactive[str] = reactive("")
    factor: reactive[str] = reactive("")
    score: reactive[float | None] = reactive(None)
    """Points so far; None where points are not counted, with `tally` in their place."""
    tally: reactive[str] = reactive("")

    def count_up_to(self, score: int) -> None:
        """Let the points run up to `score`."""
        self.animate("score", float(score), duration=COUNTING, easing="out_cubic", level="basic")

    def render(self) -> Content:
        """The row."""
        number = self.tally if self.score is None else grouped(round(self.score))
        right = Content.assemble(
            self.streak, " " if self.factor else "", (self.factor, "$ink"), (number.rjust(9), "bold $ink")
        )
        return spread(Content(self.place), right, self.size.width)
