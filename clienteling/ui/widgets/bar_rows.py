"""Rows of bars that lie, for a few figures beside one another."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import RADIUS_SMALL, STRONG, theme_of
from clienteling.ui.widgets.chart_scale import Written, plain_number
from clienteling.ui.widgets.drawing import RIGHT, draw_box, draw_text, painter_on, text_width
from clienteling.ui.widgets.focus_ring import FocusRing

_ROW = 44


class BarRows(QWidget):
    """Rows of a label, a bar and a number, such as "Under 30 days ▇▇▇▇▇ 402". `chosen` gives the row that was hit."""

    chosen = Signal(int)

    def __init__(self, name: str, written: Written = plain_number, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = written
        self._rows: tuple[tuple[str, float, str], ...] = ()
        self._lit = -1
        FocusRing(self, RADIUS_SMALL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_rows(self, rows: tuple[tuple[str, float, str], ...]) -> None:
        """Label, value, and the name of a colour of the theme ("" for the usual one)."""
        self._rows, self._lit = rows, -1
        self.setAccessibleDescription("; ".join(f"{label} {self._written(value)}" for label, value, _ in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _ROW * len(self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        plain, strong = theme.font(), theme.font(14, STRONG, True)
        labels = max((text_width(plain, label) for label, _, _ in self._rows), default=0) + 16
        numbers = max((text_width(strong, self._written(value)) for _, value, _ in self._rows), default=0) + 12
        most = max((value for _, value, _ in self._rows), default=0) or 1
        for place, (label, value, color) in enumerate(self._rows):
            row = QRect(0, place * _ROW, self.width(), _ROW)
            if place == self._lit:
                draw_box(painter, row, RADIUS_SMALL, theme.colors.surface_sunken)
            draw_text(painter, self._part(row, 0, labels), label, plain, theme.colors.text)
            groove = self._part(row, labels, self.width() - labels - numbers)
            bar = QRectF(groove.left(), row.center().y() - 4, groove.width(), 9)
            draw_box(painter, bar, 3, theme.colors.track)
            filled = QRectF(bar)
            filled.setWidth(bar.width() * value / most)
            if not self.isLeftToRight():
                filled.moveRight(bar.right())
            if value:
                draw_box(painter, filled, 3, getattr(theme.colors, color or "chart_1"))
            place_of = self._part(row, self.width() - numbers, numbers)
            draw_text(painter, place_of, self._written(value), strong, theme.colors.text, align=RIGHT)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y()) // _ROW
        if event.button() == Qt.MouseButton.LeftButton and 0 <= place < len(self._rows):
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._rows:
            self._lit = min(max(self._lit + step, 0), len(self._rows) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._lit >= 0:
            self.chosen.emit(self._lit)
        else:
            super().keyPressEvent(event)

    def _part(self, row: QRect, left: int, width: int) -> QRect:
        start = left if self.isLeftToRight() else self.width() - left - width
        return QRect(start, row.top(), width, row.height())
