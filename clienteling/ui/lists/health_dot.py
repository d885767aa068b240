"""The dot of a relationship's health, at the corner of the score's ring: shape and colour both say the grade."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from clienteling.domain.relationship.analytics import State
from clienteling.ui.theme import Theme

_SIZE = 12
_ROOM = 2
_COLORS = {State.GOOD: "success", State.FAIR: "warning", State.POOR: "danger"}


def paint_health(
    painter: QPainter, ring: QRect, state: State | None, theme: Theme, ground: QColor | None = None
) -> None:
    """Full for good, half for fair, a circle for poor; nothing without a grade. `ground` is the card's fill.

    It stands where the language ends, at the foot of the ring.
    """
    if state not in _COLORS:
        return
    from_left = painter.layoutDirection() == Qt.LayoutDirection.LeftToRight
    left = ring.right() + 1 - _SIZE + _ROOM if from_left else ring.left() - _ROOM
    dot = QRectF(left, ring.bottom() + 1 - _SIZE + _ROOM, _SIZE, _SIZE)
    color: QColor = getattr(theme.colors, _COLORS[state])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground or theme.colors.surface_raised)
    painter.drawEllipse(dot.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
    painter.setPen(QPen(color, 2))
    painter.setBrush(color if state is State.GOOD else Qt.BrushStyle.NoBrush)
    inner = dot.adjusted(1, 1, -1, -1)
    painter.drawEllipse(inner)
    if state is State.FAIR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPie(inner, -90 * 16, -180 * 16)
