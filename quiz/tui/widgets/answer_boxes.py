"""Which part of the page answers a question of which shape, and what can be done there."""

from quiz.generate.draw import Draw
from quiz.generate.question import Shape
from quiz.tui import commands
from quiz.tui.commands import Command
from quiz.tui.widgets.answer import AnswerBox
from quiz.tui.widgets.choice import Choice
from quiz.tui.widgets.ordering import Ordering
from quiz.tui.widgets.several import Several
from quiz.tui.widgets.typed import Typed

HINTS: dict[Shape, tuple[Command, ...]] = {
    Shape.CHOICE: (commands.ANSWER,),
    Shape.TEXT: (commands.SEND,),
    Shape.NUMBER: (commands.SEND,),
    Shape.ORDER: (commands.BROWSE, commands.GRAB, commands.IN_ORDER),
    Shape.SEVERAL: (commands.TICK_MARKED, commands.SEND_TICKED),
}


def box_for(draw: Draw) -> AnswerBox:
    """A new answer box for that question."""
    match draw.question.shape:
        case Shape.CHOICE:
            return Choice(draw)
        case Shape.ORDER:
            return Ordering(draw)
        case Shape.SEVERAL:
            return Several(draw)
        case Shape.TEXT | Shape.NUMBER:
            return Typed(draw)


def asking_hints(draw: Draw) -> tuple[Command, ...]:
    """What stands at the foot while that question is open."""
    two = draw.question.shape is Shape.CHOICE and len(draw.options) == 2
    return (commands.ANSWER_OF_TWO,) if two else HINTS[draw.question.shape]
