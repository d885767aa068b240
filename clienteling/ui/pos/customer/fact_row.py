"""A label and its value, as everything known about a customer is told."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.formats import PropertyText
from clienteling.ui.lists.property_painter import ValueLine
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.lists.timeline_entry import Paragraph
from clienteling.ui.pos.customer.wrapped_text import fitted
from clienteling.ui.theme import MEDIUM, TEXT_BODY, theme_of
from clienteling.ui.widgets.drawing import mirrored, painter_on

_ROW = 28
_LINE = 20
_GAP = 16
MOST_LINES = 6


class FactRow(QWidget):
    """28 high with the value at the far end. A value too long for that goes below its label, and wraps there.

    Of a very long value `most` lines show; the tooltip has all of it then.
    """

    def __init__(
        self, label: str, value: PropertyText, parent: QWidget | None = None, *, most: int = MOST_LINES
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._label = " ".join(label.split())
        self._value = value
        self._below: Paragraph | None = None
        self._beside = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ROW)
        self.setAccessibleName(f"{self._label}: {value.spoken}")

    def sizeHint(self) -> QSize:
        return QSize(240, _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        line = ValueLine(self._value, theme_of(self)).width
        label = text_style().width(self._label)
        self._beside = label + _GAP + line <= self.width()
        self._below, cut = None, False
        if line > self.width():
            style = text_style(TEXT_BODY, MEDIUM)
            self._below, cut = fitted(self._value.spoken, self.width(), style, self._most)
        height = 0 if self._beside else (self._below.height if self._below else _LINE) + 4
        self.setFixedHeight(_ROW + height)
        shortened = ((self._label, label > self.width()), (self._value.spoken, cut))
        self.setToolTip("\n".join(text for text, is_short in shortened if is_short))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        painter.setLayoutDirection(self.layoutDirection())
        first = self._line((_ROW - _LINE) // 2)
        text_style().draw(painter, first, self._label, theme.colors.text_muted)
        if self._below is not None:
            self._paint_below(painter, self._below)
        else:
            place = first if self._beside else self._line(_ROW - 2)
            ValueLine(self._value, theme).paint(painter, place, at_end=True)
        painter.end()

    def _paint_below(self, painter: QPainter, words: Paragraph) -> None:
        painter.setPen(theme_of(self).colors.text)
        words.draw(painter, QRect(0, _ROW - 2, self.width(), words.height))

    def _line(self, top: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(0, top, self.width(), _LINE))
