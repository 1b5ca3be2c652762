"""Small ways of saying things that several pages share; text of packs and players never passes through markup."""

from textual.content import Content


def grouped(number: int) -> str:
    """A whole number with its thousands apart: 12 480."""
    return f"{number:,}".replace(",", " ")


def plain(text: str, style: str = "") -> Content:
    """Text of others as it is, in one style."""
    return Content.styled(text, style) if style else Content(text)


def spread(left: Content, right: Content, width: int) -> Content:
    """One row of `width` cells, `left` at its start and `right` at its end; the left one is cut if both don't fit."""
    room = max(0, width - right.cell_length - 1)
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * max(1, width - left.cell_length - right.cell_length), right)
