"""The score ring: an arc over a track, with the number inside."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import REGULAR, STRONG, Theme, theme_of
from clienteling.ui.widgets.drawing import CENTER, draw_text, painter_on

_TOP = 90 * 16
_TURN = 360 * 16


def paint_ring(
    painter: QPainter,
    rect: QRectF | QRect,
    score: float | None,
    theme: Theme,
    width: float = 4.0,
    *,
    maximum: float = 100.0,
) -> None:
    """The ring that fills `rect`, clockwise from the top. Without a score: a dashed track and a dash."""
    colors = theme.colors
    outer = QRectF(rect)
    box = outer.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if score is None:
        dashes = QPen(colors.track, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        dashes.setDashPattern([0.7, (3.14159 * box.width() / width - 12 * 0.7) / 12])
        painter.setPen(dashes)
        painter.drawEllipse(box)
        draw_text(painter, outer, "\N{EN DASH}", theme.font(14, REGULAR), colors.text_muted, align=CENTER)
        return
    painter.setPen(QPen(colors.track, width))
    painter.drawEllipse(box)
    part = min(max(score / maximum, 0.0), 1.0)
    if part > 0:
        pen = QPen(colors.accent, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, _TOP, -round(_TURN * part))
    size = 14 if outer.height() < 64 else 20
    draw_text(painter, outer, f"{score:.0f}", theme.font(size, STRONG), colors.text, align=CENTER)


class Ring(QWidget):
    """A score out of a hundred. `name` says what is scored, for a screen reader."""

    def __init__(
        self,
        score: float | None,
        name: str,
        parent: QWidget | None = None,
        *,
        size: int = 40,
        width: float = 4.0,
    ) -> None:
        super().__init__(parent)
        self._score = score
        self._width = width
        self.setFixedSize(QSize(size, size))
        self.setAccessibleName(name)
        self.set_score(score)

    def set_score(self, score: float | None) -> None:
        self._score = score
        self.setAccessibleDescription("\N{EN DASH}" if score is None else f"{score:.0f}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_ring(painter, self.rect(), self._score, theme_of(self), self._width)
        painter.end()
