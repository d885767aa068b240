"""Chips: a filter that is set and can be taken away, and a choice with a count."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import CONTROL, ICON, ICON_SMALL, MEDIUM, RADIUS, STRONG, Theme, theme_of
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import (
    blended,
    draw_box,
    draw_icon,
    draw_text,
    painter_on,
    span,
    text_width,
)

_HEIGHT = 36
_PADDING = 15
_GAP = 6


class FilterChip(Control):
    """A filter that is set: its name, its value, and a cross. Pressing it emits `clicked`: take it away.

    `remove` is what is read out, such as "Remove the filter Brand Aurel Atelier".
    """

    def __init__(self, name: str, value: str, remove: str, parent: QWidget | None = None) -> None:
        self._name = name
        self._value = value
        self._remove = remove
        super().__init__(f"{name} {value}", parent, radius=_HEIGHT / 2)

    def spoken(self) -> str:
        return self._remove

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = text_width(theme.font(), self._name) + _GAP + text_width(theme.font(14, STRONG), self._value)
        return QSize(_PADDING + words + _GAP + ICON_SMALL + 10, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        line = blended(colors.accent_weak, colors.accent, self.lit)
        draw_box(painter, self.rect(), _HEIGHT / 2, colors.accent_weak, line)
        left = _PADDING
        end = self.width() - 10 - ICON_SMALL
        width = text_width(theme.font(), self._name)
        draw_text(painter, span(self, left, width), self._name, theme.font(), colors.accent)
        left += width + _GAP
        draw_text(painter, span(self, left, end - _GAP - left), self._value, theme.font(14, STRONG), colors.accent)
        draw_icon(painter, "x", span(self, end, ICON_SMALL), ICON_SMALL, colors.accent)
        painter.end()


class ChoiceChip(Control):
    """A choice that is on or off, with an optional icon and count.

    `square` is the form of the composer: 44 high with the corners of a button.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        count: str = "",
        icon: str = "",
        square: bool = False,
    ) -> None:
        self._count = count
        self._icon = icon
        self._square = square
        super().__init__(label, parent, radius=RADIUS if square else _HEIGHT / 2)
        self.setCheckable(True)

    @property
    def count(self) -> str:
        return self._count

    def set_count(self, count: str) -> None:
        self._count = count
        self.announce()
        self.updateGeometry()
        self.update()

    def spoken(self) -> str:
        return f"{self.label} {self._count}".strip()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        # The width of the heavier weight, so that choosing moves nothing.
        width = text_width(theme.font(14, STRONG), self.label)
        width += text_width(theme.font(), self._count) + _GAP if self._count else 0
        width += self._icon_size() + 8 if self._icon else 0
        padding = 13 if self._square else _PADDING
        return QSize(width + 2 * padding, CONTROL if self._square else _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        self._paint_ground(painter, theme)
        on = self.isChecked()
        color = colors.accent if on else colors.text
        font = theme.font(14, STRONG if on else MEDIUM)
        words = text_width(font, self.label)
        rest = text_width(theme.font(), self._count) + _GAP if self._count else 0
        icon = self._icon_size() + 8 if self._icon else 0
        left = max(8, (self.width() - icon - words - rest) // 2)
        if self._icon:
            draw_icon(painter, self._icon, span(self, left, icon - 8), icon - 8, color)
            left += icon
        words = min(words, self.width() - left - rest - 8)
        draw_text(painter, span(self, left, words), self.label, font, color)
        if self._count:
            place = span(self, left + words + _GAP, rest)
            draw_text(painter, place, self._count, theme.font(), colors.accent if on else colors.text_muted)
        painter.end()

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        colors = theme.colors
        radius = RADIUS if self._square else _HEIGHT / 2
        if self.isChecked():
            draw_box(painter, self.rect(), radius, colors.accent_weak)
            return
        fill = blended(colors.surface_raised, colors.surface_sunken, self.lit)
        draw_box(painter, self.rect(), radius, fill, colors.border_control)

    def _icon_size(self) -> int:
        return ICON if self._square else ICON_SMALL
