"""Colours by role. A role means one thing on every page, whatever the set of colours."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from textual.theme import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours, each as #rrggbb.

    `ground` lies behind everything, `raised` behind what can be chosen, `lifted` behind what is under the hand. `ink`
    is for what is read first, `soft` for what comes next, `quiet` for the rest. `thread` draws lines that are not
    lit. `gold` is now and yours, `sky` the Kazakh side, `coral` the Kyrgyz side, `right` a right answer.
    """

    ground: str
    raised: str
    lifted: str
    ink: str
    soft: str
    quiet: str
    thread: str
    gold: str
    sky: str
    coral: str
    right: str


NIGHT = Palette(
    ground="#10161d",
    raised="#1a242d",
    lifted="#263340",
    ink="#f4f0e6",
    soft="#c9ccca",
    quiet="#98a2ab",
    thread="#64717d",
    gold="#f2c14e",
    sky="#6cc3f0",
    coral="#f28e70",
    right="#8fd67f",
)
DAY = Palette(
    ground="#faf7f0",
    raised="#efeadf",
    lifted="#e2dbcb",
    ink="#1b1f24",
    soft="#3b4249",
    quiet="#5a6168",
    thread="#857f72",
    gold="#7d5500",
    sky="#0a5a8a",
    coral="#a1361a",
    right="#256b1d",
)
CONTRAST = Palette(
    ground="#000000",
    raised="#161616",
    lifted="#303030",
    ink="#ffffff",
    soft="#ececec",
    quiet="#cfcfcf",
    thread="#9a9a9a",
    gold="#ffd84d",
    sky="#8fd8ff",
    coral="#ffab91",
    right="#a8f59a",
)
SAFE = Palette(
    ground="#10161d",
    raised="#1a242d",
    lifted="#263340",
    ink="#f4f0e6",
    soft="#c9ccca",
    quiet="#98a2ab",
    thread="#64717d",
    gold="#f0e442",
    sky="#56b4e9",
    coral="#e69f00",
    right="#4fc7a5",
)

PALETTES: Mapping[str, Palette] = {"night": NIGHT, "day": DAY, "contrast": CONTRAST, "safe": SAFE}
"""Every set by the name a player gives in QUIZ_COLOURS; the first is used where none is named."""


def theme_of(name: str, palette: Palette) -> Theme:
    """The palette as a Textual theme whose variables carry the names of the roles."""
    return Theme(
        name=name,
        primary=palette.gold,
        secondary=palette.sky,
        accent=palette.gold,
        success=palette.right,
        foreground=palette.ink,
        background=palette.ground,
        surface=palette.raised,
        panel=palette.raised,
        dark=name != "day",
        variables=asdict(palette)
        | {
            "block-cursor-text-style": "none",
            "input-selection-background": palette.lifted,
            "scrollbar": palette.thread,
            "scrollbar-hover": palette.quiet,
            "scrollbar-active": palette.quiet,
            "scrollbar-background": palette.ground,
            "scrollbar-background-hover": palette.ground,
            "scrollbar-background-active": palette.ground,
        },
    )


def chosen(env: Mapping[str, str]) -> str:
    """The name of the set to start with: what QUIZ_COLOURS names, night where it names none that exists."""
    name = env.get("QUIZ_COLOURS", "").strip().casefold()
    return name if name in PALETTES else next(iter(PALETTES))


def after(name: str) -> str:
    """The set that follows `name`, round and round."""
    names = list(PALETTES)
    return names[(names.index(name) + 1) % len(names)] if name in PALETTES else names[0]
