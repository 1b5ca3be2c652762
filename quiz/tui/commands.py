"""What a player can do, each thing defined once: its keys, its words at the foot of the page and its line of help."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

LATIN = "qwertyuiopasdfghjklzxcvbnm"
CYRILLIC = "йцукенгшщзфывапролдячсмить"


def letter(key: str) -> str:
    """The keys that bear the letter `key`: small or capital, on a Latin or a Russian keyboard."""
    other = CYRILLIC[LATIN.index(key)]
    return f"{key},{key.upper()},{other},{other.upper()}"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a player can do.

    `action` is the method of the page or widget that does it, `keys` what starts it, `shown` those keys as written at
    the foot, `label` the word beside them and `help` the sentence on the help page. A command without a label works,
    but is not shown at the foot.
    """

    action: str
    keys: str
    shown: str
    label: str
    help: str

    def binding(self) -> Binding:
        """The command as Textual wants it."""
        return Binding(self.keys, self.action, self.label or self.help, show=False)


def bindings(*commands: Command) -> list[Binding]:
    """The bindings of a page or a widget."""
    return [command.binding() for command in commands]


def shown(commands: Iterable[Command]) -> list[Command]:
    """Those that stand at the foot of a page."""
    return [command for command in commands if command.label]


PLAY = Command("choose", "enter,space", "enter", "play", "Start what is marked.")
CHOOSE = Command("choose", "enter,space", "enter", "choose", "Take what is marked.")
UP = Command("move(-1)", f"up,{letter('k')}", "↑", "", "Mark the one above.")
DOWN = Command("move(1)", f"down,{letter('j')}", "↓", "", "Mark the one below.")
BROWSE = Command("move(1)", "down,tab", "↑↓", "mark", "Mark the next one; arrow up marks the one before.")
SCROLL = Command("scroll_down", "up,down", "↑↓", "scroll", "Scroll the page.")
PAGE_UP = Command("page(-1)", "pageup", "page up", "", "Go up a page.")
PAGE_DOWN = Command("page(1)", "pagedown", "page down", "", "Go down a page.")
HELP = Command("help", "question_mark,f1", "?", "help", "Show what can be done here.")
QUIT = Command("quit", f"{letter('q')},escape", "q", "quit", "Leave the game.")
BACK = Command("back", "escape", "esc", "back", "Go back to where you came from.")
HOME = Command("back", "escape", "esc", "home", "Go back to the first page.")
COLOURS = Command("colours", "f2", "f2", "", "Other colours: night, day, high contrast, colour-blind safe.")
INTERRUPT = Command("interrupt", "ctrl+c", "ctrl+c", "", "Stop at once; what was answered is kept.")

LEAVE = Command("leave", "escape", "esc", "leave", "Ask whether to leave the round; the clock runs on.")
STAY = Command("stay", f"{letter('n')},escape", "n", "stay", "Go on with the round.")
LEAVE_NOW = Command("leave_now", f"{letter('y')}", "y", "leave", "Leave the round; what was answered is kept.")
GO_ON = Command("go_on", "enter,space,right", "enter", "go on", "Go on to the next question.")
BEGIN = Command("go_on", "enter,space,right", "enter", "begin", "Begin the round.")
SCROLL_UP = Command("scroll_feedback(-1)", "up,pageup", "↑", "", "Scroll the explanation up.")
SCROLL_DOWN = Command("scroll_feedback(1)", "down,pagedown", "↓", "", "Scroll the explanation down.")

PICK = tuple(
    Command(f"pick({place})", f"{place + 1},{letter(name)}", name, "", f"Answer {name}.")
    for place, name in enumerate("abcd")
)
SAY_TRUE = Command("pick_key('true')", "t,T", "t", "", "Answer true, where that is asked.")
SAY_FALSE = Command("pick_key('false')", "f,F", "f", "", "Answer false, where that is asked.")
ANSWER_OF_TWO = Command("pick_marked", "enter,space", "a, b or ↑↓ enter", "answer", "Answer with what is marked.")
ANSWER = Command("pick_marked", "enter,space", "a–d or ↑↓ enter", "answer", "Answer with what is marked.")
TICK = tuple(
    Command(f"tick({place})", f"{place + 1},{letter(name)}", name, "", f"Choose {name}, where several may fit.")
    for place, name in enumerate("abcdef")
)
TICK_MARKED = Command("tick_marked", "space", "a–f or space", "choose", "Choose all that fit; again to take one back.")
SEND_TICKED = Command("send_ticked", "enter", "enter", "answer", "Give all that are chosen as the answer.")
SEND = Command("send", "enter", "enter", "answer", "Give what is typed as the answer.")
GRAB = Command("grab", "space", "space", "take, put", "Take the marked one up, or put it down.")
LIFT = Command("shift(-1)", f"shift+up,{letter('w')}", "shift ↑", "", "Move the marked one up a place.")
DROP = Command("shift(1)", f"shift+down,{letter('s')}", "shift ↓", "", "Move the marked one down a place.")
IN_ORDER = Command("done", "enter", "enter", "done", "Give this order as the answer.")

AGAIN = Command("again", f"{letter('r')},enter", "r", "again", "Play another round of this sort.")
TAKE_NAME = Command("take_name", letter("n"), "n", "take a name", "Give yourself a name; your scores come with you.")
NEW_PLAYER = Command("new_player", letter("n"), "n", "new player", "Add a player and play as them.")
RENAME = Command("rename", letter("r"), "r", "rename", "Give the marked player another name.")
CALM = Command("calm", letter("c"), "c", "clock or calm", "Switch between a round with a clock and a calm one.")
LEVEL = Command("level", letter("l"), "l", "level", "Another level: all that there is, easy, medium, hard, adaptive.")
KEEP_NAME = Command("keep", "enter", "enter", "take it", "Take the name that is typed.")
