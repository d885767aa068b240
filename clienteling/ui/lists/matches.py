"""Which letters of a text a search found, so that they can be lit."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from clienteling.domain.text import fold
from clienteling.ui.lists.text_style import TextStyle

_RADIUS = 3


class Run(NamedTuple):
    """The characters from `start` up to `end`."""

    start: int
    end: int


class RunLook(NamedTuple):
    """How text and lit letters are drawn."""

    style: TextStyle
    color: QColor
    lit_style: TextStyle
    lit_color: QColor
    lit_fill: QColor


def matched_runs(text: str, tokens: Sequence[str]) -> tuple[Run, ...]:
    """Where `text` has the tokens (folded, see `domain.search.asked`), each as the start of words or else anywhere.

    Case, accents and, for numbers, what stands between the digits make no difference.
    """
    letters = _letters(text)
    digits = [(char, at) for char, at in letters if char.isdigit()]
    found: list[Run] = []
    for token in tokens:
        found += _occurrences(token, digits if token.isdigit() else letters, text)
    return _merged(found)


def paint_runs(painter: QPainter, rect: QRect, text: str, runs: Sequence[Run], look: RunLook) -> None:
    """One line of text with the letters of `runs` lit, elided at its end."""
    backwards = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = 0.0
    for part, lit in _parts(text, runs):
        room = rect.width() - x
        if room < 1:
            return
        style = look.lit_style if lit else look.style
        shown = style.fitted(part, room)
        width = style.width(shown)
        left = rect.x() + rect.width() - x - width if backwards else rect.x() + x
        box = QRectF(left, rect.y(), width + 1, rect.height())
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.lit_fill)
            painter.drawRoundedRect(box.adjusted(-1, 1, 0, -1), _RADIUS, _RADIUS)
        style.draw(painter, box, shown, look.lit_color if lit else look.color)
        x += width
        if shown != part:
            return


def _letters(text: str) -> list[tuple[str, int]]:
    """The folded characters of `text`, each with the place it came from."""
    return [(char, at) for at, original in enumerate(text) for char in (fold(original) or _blank(original))]


def _blank(char: str) -> str:
    return " " if char.isspace() else ""


def _occurrences(token: str, letters: Sequence[tuple[str, int]], text: str) -> list[Run]:
    folded = "".join(char for char, _at in letters)
    starts: list[int] = []
    at = folded.find(token) if token else -1
    while at >= 0:
        starts.append(at)
        at = folded.find(token, at + len(token))
    of_words = [at for at in starts if at == 0 or not folded[at - 1].isalnum()]
    return [_run(letters, at, at + len(token), text) for at in of_words or starts[:1]]


def _run(letters: Sequence[tuple[str, int]], start: int, end: int, text: str) -> Run:
    last = letters[end - 1][1] + 1
    while last < len(text) and not fold(text[last]) and not text[last].isspace():
        last += 1  # an accent that stands behind its letter belongs to it
    return Run(letters[start][1], last)


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in sorted(runs):
        if merged and run.start <= merged[-1].end:
            merged[-1] = Run(merged[-1].start, max(merged[-1].end, run.end))
        else:
            merged.append(run)
    return tuple(merged)


def _parts(text: str, runs: Sequence[Run]) -> Iterator[tuple[str, bool]]:
    at = 0
    for run in runs:
        if run.start > at:
            yield text[at : run.start], False
        yield text[run.start : run.end], True
        at = run.end
    if at < len(text):
        yield text[at:], False
