"""The shape of what is being loaded. Nothing moves in it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import Theme, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on

_AVATAR = 40
_WIDTHS = (0.42, 0.56, 0.34, 0.5, 0.38)


def paint_bar(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """One bar that stands for a line of text."""
    draw_box(painter, rect, 4, theme.colors.track)


class SkeletonRows(QWidget):
    """Rows that stand for a list: with discs for lists of people, else lines alone."""

    def __init__(
        self, rows: int = 5, parent: QWidget | None = None, *, row_height: int = 60, discs: bool = True
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._row_height = row_height
        self._discs = discs
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, self._rows * self._row_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        for row in range(self._rows):
            self._paint_row(painter, theme, row)
        painter.end()

    def _paint_row(self, painter: QPainter, theme: Theme, row: int) -> None:
        middle = row * self._row_height + self._row_height / 2
        left = 0.0
        if self._discs:
            disc = QRectF(0, middle - _AVATAR / 2, _AVATAR, _AVATAR)
            draw_box(painter, self._mirrored(disc), _AVATAR / 2, theme.colors.track)
            left = _AVATAR + 12
        room = self.width() - left
        first, second = _WIDTHS[row % len(_WIDTHS)], _WIDTHS[(row + 2) % len(_WIDTHS)]
        if self._row_height < 48:
            paint_bar(painter, self._mirrored(QRectF(left, middle - 5, room * first, 10)), theme)
            return
        paint_bar(painter, self._mirrored(QRectF(left, middle - 14, room * first, 12)), theme)
        paint_bar(painter, self._mirrored(QRectF(left, middle + 5, room * second, 10)), theme)

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.isLeftToRight():
            return rect
        return QRectF(self.width() - rect.right(), rect.top(), rect.width(), rect.height())
