"""Small parts: colours, commands, the guard against held keys, what the first frame imports."""

import subprocess
import sys
from itertools import pairwise

import pytest
from textual.color import Color

from quiz.tui import commands, themes
from quiz.tui.commands import Command
from quiz.tui.guard import KeyGuard
from quiz.tui.screens.help import keys_in_words
from quiz.tui.themes import PALETTES

NOT_BEFORE_THE_FIRST_FRAME = [
    "click",
    "pydantic",
    "pydantic_core",
    "sqlite3",
    "sqlite_utils",
    "rapidfuzz",
    "quiz.play",
    "quiz.game",
    "quiz.store.database",
    "quiz.store.bank",
    "quiz.knowledge",
    "quiz.generate",
    "quiz.tui.screens.round",
    "quiz.tui.screens.results",
    "quiz.tui.screens.scores",
    "quiz.tui.widgets.typed",
    "textual.widgets._data_table",
    "textual.widgets._markdown",
]


ROLES_ON = {
    "ground": ["ink", "soft", "quiet", "gold", "sky", "coral", "right"],
    "raised": ["ink", "soft", "quiet", "gold", "right"],
    "lifted": ["ink", "gold"],
}
"""Which roles stand on which ground on any page."""


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("ground", "role"), [(ground, role) for ground in ROLES_ON for role in ROLES_ON[ground]])
def test_text_stands_out_from_its_ground(name, role, ground):
    palette = PALETTES[name]
    assert contrast(getattr(palette, role), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
def test_lines_stand_out_from_the_ground(name):
    assert contrast(PALETTES[name].thread, PALETTES[name].ground) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (part / 255 for part in Color.parse(colour).rgb)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_follow_each_other_round_and_round():
    names = ["night"]
    while len(names) < 5:
        names.append(themes.after(names[-1]))
    assert names == [*PALETTES, "night"]
    assert themes.after("textual-dark") == "night"


@pytest.mark.parametrize(("named", "taken"), [("", "night"), ("Day", "day"), ("nonsense", "night"), ("safe", "safe")])
def test_colours_are_chosen_by_name(named, taken):
    assert themes.chosen({"QUIZ_COLOURS": named}) == taken
    assert themes.chosen({}) == "night"


def test_every_command_has_its_help_and_its_keys():
    found = [value for value in vars(commands).values() if isinstance(value, Command)] + list(commands.PICK)
    assert len(found) > 25
    for command in found:
        assert command.keys
        assert command.help.endswith(".")


def test_keys_are_written_as_on_a_keyboard():
    assert keys_in_words(commands.PICK[0].keys) == "1, a"
    assert keys_in_words(commands.HELP.keys) == "?, f1"
    assert keys_in_words("shift+up,pageup") == "shift up, page up"


def test_the_guard_stays_closed_as_long_as_a_key_is_held():
    guard = KeyGuard(0.2)
    guard.arm(10.0)
    held = [10.0 + 0.05 * press for press in range(40)]
    assert not any(guard.admits(at) for at in held)
    assert guard.closed_for(held[-1]) == pytest.approx(0.15)
    assert guard.admits(held[-1] + 0.16)


def test_the_guard_opens_after_its_time():
    guard = KeyGuard(0.2)
    assert guard.admits(0.0)
    guard.arm(5.0)
    assert guard.closed_for(5.1) == pytest.approx(0.1)
    assert guard.admits(5.21)
    assert all(guard.admits(5.21 + step) for step, _ in pairwise(range(3)))


def test_the_first_frame_imports_no_more_than_it_shows():
    code = "import sys, quiz.cli, quiz.store.homes, quiz.tui.launch, quiz.clock; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "quiz.tui.screens.home" in loaded
    assert [name for name in NOT_BEFORE_THE_FIRST_FRAME if name in loaded] == []
