"""Texts in columns, for a terminal."""

import unicodedata
from collections.abc import Sequence

DASH = "–"
_GAP = "  "


def clean(text: str) -> str:
    """`text` on one line, without characters that would move the cursor or reverse the direction of writing."""
    return " ".join("".join(_shown(c) for c in text).split())


def lines(text: str) -> list[str]:
    """The lines of `text`, each clean."""
    return [clean(line) for line in text.splitlines()]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Rows under their heads; the columns numbered in `right` are aligned to the right."""
    cells = [[clean(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(heads))]
    return "\n".join(
        _GAP.join(_padded(cell, widths[column], column in right) for column, cell in enumerate(row)).rstrip()
        for row in cells
    )


def pairs(rows: Sequence[tuple[str, str]]) -> str:
    """Labels and their values, below one another; pairs without a value are left out."""
    shown = [(label, value) for label, value in rows if value]
    widest = max((width(label) for label, _ in shown), default=0)
    return "\n".join(f"{_padded(label, widest, False)}{_GAP}{clean(value)}" for label, value in shown)


def width(text: str) -> int:
    """How many places of a terminal `text` takes."""
    return sum(_places(c) for c in text)


def _places(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _padded(text: str, wanted: int, right: bool) -> str:
    space = " " * (wanted - width(text))
    return space + text if right else text + space


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    # Joiners are part of many scripts and emoji; other control and format characters are not text.
    if unicodedata.category(character) in ("Cc", "Cf", "Cs") and character not in "\u200c\u200d":
        return "\ufffd"
    return character
