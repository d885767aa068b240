"""A key or a chord as it is printed on a keyboard, beside what it does."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import MEDIUM, RADIUS_SMALL, Theme, theme_of
from clienteling.ui.widgets.drawing import CENTER, draw_box, draw_text, painter_on, text_width

CAP_HEIGHT = 24


def cap_width(keys: str, theme: Theme) -> int:
    """How wide the cap of a chord such as "Ctrl K" is."""
    return text_width(theme.font(12, MEDIUM), keys) + 16


def paint_cap(painter: QPainter, rect: QRect, keys: str, theme: Theme) -> None:
    """The cap, filling `rect`."""
    colors = theme.colors
    draw_box(painter, rect, RADIUS_SMALL, colors.surface_sunken)
    draw_text(painter, rect, keys, theme.font(12, MEDIUM), colors.text_muted, align=CENTER)


class KeyCap(QWidget):
    """A key cap 24 high."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(cap_width(self._keys, theme_of(self)), CAP_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_cap(painter, self.rect(), self._keys, theme_of(self))
        painter.end()
