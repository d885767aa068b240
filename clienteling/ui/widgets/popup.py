"""A box that opens below a control and closes by itself when somebody presses outside it."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import RADIUS, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on

_GAP = 4


class Popup(QWidget):
    """The ground of such a box. Esc closes it. It may be opened again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)

    def open_below(self, control: QWidget, *, width: int = 0) -> None:
        """Open under a control, or over it where the screen ends; `width` 0: as wanted.

        It is aligned with the control's near edge, or with its far one where it would reach out of the window.
        """
        self.adjustSize()
        size = self.size()
        if width:
            size.setWidth(width)
        self.resize(size)
        screen = control.screen().availableGeometry()
        window = control.window().frameGeometry()
        edges = [0, control.width() - size.width()]
        near, far = edges if control.isLeftToRight() else reversed(edges)
        corner = control.mapToGlobal(QPoint(near, control.height() + _GAP))
        if not window.left() <= corner.x() <= window.right() + 1 - size.width():
            corner.setX(control.mapToGlobal(QPoint(far, 0)).x())
        if corner.y() + size.height() > screen.bottom():
            above = control.mapToGlobal(QPoint(0, -_GAP)).y() - size.height()
            corner.setY(max(screen.top(), above))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() + 1 - size.width())))
        self.move(corner)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A mask rounds the corners on every screen; transparency would need a compositor.
        path = QPainterPath()
        path.addRoundedRect(QRectF(QRect(0, 0, self.width(), self.height())), RADIUS, RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        painter.fillRect(self.rect(), colors.surface_raised)
        draw_box(painter, self.rect(), RADIUS, colors.surface_raised, colors.border_control)
        painter.end()
