"""Paints the value of a property: level sign, near date, value, date, age, as far as there is room."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from clienteling.ui.formats import PropertyText
from clienteling.ui.lists.text_style import TextStyle, text_style
from clienteling.ui.theme import ICON_SMALL, MEDIUM, REGULAR, STRONG, TEXT_BODY, Theme
from clienteling.ui.widgets.drawing import draw_icon
from clienteling.ui.widgets.level_sign import SIGN_SIZE, Level, paint_level

_GAP = 8
_CLOCK_GAP = 4
_LEAST_TEXT = 24


class _Part(NamedTuple):
    """A piece of the value, `gap` after the one before. Without a style it is a sign: the level's, or the clock."""

    text: str
    width: float
    gap: float
    color: QColor
    style: TextStyle | None = None


class ValueLine:
    """A property's value in one line. `width` is what it needs when nothing is elided."""

    def __init__(self, value: PropertyText, theme: Theme) -> None:
        self._level = value.level
        self._theme = theme
        self._parts = _parts(value, theme)
        self.width = _total(self._parts)

    def paint(self, painter: QPainter, rect: QRect, *, at_end: bool) -> None:
        """Draw it at the start or the end of `rect`. When it is too long, its longest text is elided."""
        parts = self._parts if self.width <= rect.width() + 0.5 else _shortened(self._parts, rect.width())
        backwards = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = max(0.0, rect.width() - _total(parts)) if at_end else 0.0
        for number, part in enumerate(parts):
            x += part.gap if number else 0.0
            width = int(part.width) + 1
            left = rect.x() + rect.width() - round(x) - width if backwards else rect.x() + round(x)
            box = QRect(left, rect.y(), width, rect.height())
            if part.style is not None:
                part.style.draw(painter, box, part.text, part.color)
            elif self._level is not None and number == 0:
                paint_level(painter, box, self._level, self._theme)
            else:
                draw_icon(painter, "clock", box, ICON_SMALL, part.color)
            x += part.width


def _parts(value: PropertyText, theme: Theme) -> list[_Part]:
    colors = theme.colors
    worst = value.level is Level.HIGH
    parts: list[_Part] = []
    if value.level is not None:
        parts.append(_Part("", SIGN_SIZE.width(), 0, colors.text))
    if value.near_text:
        parts.append(_text(value.near_text, STRONG, colors.accent))
    if value.text:
        weight, color = (STRONG, colors.danger) if worst else (MEDIUM, colors.text)
        parts.append(_text(value.text, weight, color))
    if value.muted_text:
        parts.append(_text(value.muted_text, REGULAR, colors.text_muted))
    if value.age_text:
        parts.append(_Part("", ICON_SMALL, _GAP, colors.text_muted))
        parts.append(_text(value.age_text, REGULAR, colors.text_muted, _CLOCK_GAP))
    return parts


def _text(text: str, weight: int, color: QColor, gap: float = _GAP) -> _Part:
    style = text_style(TEXT_BODY, weight)
    return _Part(text, style.width(text), gap, color, style)


def _total(parts: list[_Part]) -> float:
    return sum(part.width for part in parts) + sum(part.gap for part in parts[1:])


def _shortened(parts: list[_Part], room: float) -> list[_Part]:
    """The parts with the longest text elided to what is left; signs and shorter texts stay whole."""
    longest = max((part for part in parts if part.style is not None), key=lambda part: part.width)
    left = max(_LEAST_TEXT, longest.width - (_total(parts) - room))
    return [part._replace(width=left) if part is longest else part for part in parts]
