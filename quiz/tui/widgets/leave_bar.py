"""The question whether to leave a round, in one row of its page, so that clock and question stay in sight."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quiz.rounds.wording import capitalise, counted
from quiz.tui import commands


class LeaveBar(Widget, can_focus=True):
    """Asks, and hands yes and no to its page by the actions `leave_now` and `stay`."""

    DEFAULT_CSS = "LeaveBar { width: 100%; height: 1; color: $ink; text-style: bold; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        commands.Command("screen.leave_now", commands.LEAVE_NOW.keys, "", "", commands.LEAVE_NOW.help).binding(),
        commands.Command("screen.stay", commands.STAY.keys, "", "", commands.STAY.help).binding(),
    ]

    answered: reactive[int] = reactive(0)
    clocked: reactive[bool] = reactive(True)

    def render(self) -> Content:
        """The question."""
        kept = f"{counted(self.answered, 'answer')} kept" if self.answered else "nothing answered yet"
        said = f"The clock runs on; {kept}" if self.clocked else capitalise(kept)
        return Content(f"Leave this round? {said}.")
