"""A bar that shows how far something is, and how much in words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on

_HEIGHT = 8


class ProgressBar(QWidget):
    """8 high. Without a known total it is filled by a third in the middle."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: float | None = None
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_part(0.0)

    @property
    def part(self) -> float | None:
        return self._part

    def set_part(self, part: float | None) -> None:
        """From 0 to 1; None when nobody knows."""
        self._part = None if part is None else min(max(part, 0.0), 1.0)
        self.setAccessibleName(self._name if self._part is None else f"{self._name} {self._part:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        whole = QRectF(self.rect())
        draw_box(painter, whole, _HEIGHT / 2, colors.track)
        filled = QRectF(whole)
        if self._part is None:
            filled.setLeft(whole.width() / 3)
            filled.setWidth(whole.width() / 3)
        else:
            filled.setWidth(max(whole.width() * self._part, _HEIGHT if self._part else 0))
        if filled.width():
            draw_box(painter, filled, _HEIGHT / 2, colors.accent)
        painter.end()
