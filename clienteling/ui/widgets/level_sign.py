"""The sign of three bars beside a level in words."""

from enum import IntEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import Theme, theme_of
from clienteling.ui.widgets.drawing import painter_on

SIGN_SIZE = QSize(13, 12)
_BAR, _GAP, _STEP = 3, 2, 4


class Level(IntEnum):
    """How many bars are lit."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


def level_color(level: Level, theme: Theme) -> QColor:
    """The colour of the lit bars: calm, warning, danger."""
    colors = theme.colors
    return {Level.LOW: colors.success, Level.MEDIUM: colors.warning, Level.HIGH: colors.danger}[level]


def paint_level(painter: QPainter, rect: QRectF | QRect, level: Level, theme: Theme) -> None:
    """The bars in the middle of `rect`, 13 wide and 12 high, growing to the right."""
    box = QRectF(rect)
    left = round(box.center().x() - SIGN_SIZE.width() / 2)
    bottom = round(box.center().y() + SIGN_SIZE.height() / 2)
    lit = level_color(level, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    for bar in range(3):
        height = _STEP * (bar + 1)
        painter.setBrush(lit if bar < level else theme.colors.track)
        painter.drawRoundedRect(QRectF(left + bar * (_BAR + _GAP), bottom - height, _BAR, height), 1, 1)


class LevelSign(QWidget):
    """The bars as a widget. The word beside it is what is read out."""

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.setFixedSize(SIGN_SIZE)

    def set_level(self, level: Level) -> None:
        self._level = level
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_level(painter, self.rect(), self._level, theme_of(self))
        painter.end()
