"""Plain ground: a box with a fill and a line, and a flat surface with an edge."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import RADIUS, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on


class Box(QWidget):
    """A rounded box that holds other widgets. `fill` and `line` name colours of the theme; "" is none."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        fill: str = "surface_raised",
        line: str = "border",
        radius: int = RADIUS,
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._line = line
        self._radius = radius

    def set_colors(self, fill: str, line: str = "") -> None:
        self._fill, self._line = fill, line
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        fill = getattr(colors, self._fill) if self._fill else None
        line = getattr(colors, self._line) if self._line else None
        painter = painter_on(self)
        draw_box(painter, self.rect(), self._radius, fill, line)
        painter.end()


class Surface(QWidget):
    """A flat part of the window, such as a bar or a column, with a hairline along one edge.

    The edge is meant for languages that run from the left; it changes sides for the others.
    """

    def __init__(self, parent: QWidget | None = None, *, fill: str = "surface", edge: Qt.Edge | None = None) -> None:
        super().__init__(parent)
        self._fill = fill
        self._edge = edge

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        painter.fillRect(self.rect(), getattr(colors, self._fill))
        edge = self._shown_edge()
        if edge == Qt.Edge.RightEdge:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), colors.border)
        elif edge == Qt.Edge.LeftEdge:
            painter.fillRect(0, 0, 1, self.height(), colors.border)
        elif edge == Qt.Edge.BottomEdge:
            painter.fillRect(0, self.height() - 1, self.width(), 1, colors.border)
        elif edge == Qt.Edge.TopEdge:
            painter.fillRect(0, 0, self.width(), 1, colors.border)
        painter.end()

    def _shown_edge(self) -> Qt.Edge | None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            swapped = {Qt.Edge.LeftEdge: Qt.Edge.RightEdge, Qt.Edge.RightEdge: Qt.Edge.LeftEdge}
            return swapped.get(self._edge, self._edge) if self._edge is not None else None
        return self._edge
