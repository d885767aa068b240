"""The disc with a person's initials."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import STRONG, Theme, theme_of
from clienteling.ui.widgets.drawing import CENTER, draw_icon, draw_text, painter_on


def paint_avatar(
    painter: QPainter,
    rect: QRectF | QRect,
    initials: str,
    theme: Theme,
    selected: bool = False,
    *,
    active: bool = False,
) -> None:
    """The disc that fills `rect`: initials; on accent a tick when selected, initials when active."""
    box = QRectF(rect)
    colors = theme.colors
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.accent if selected or active else colors.avatar)
    painter.drawEllipse(box)
    if selected:
        draw_icon(painter, "check", box, round(box.height() / 2), colors.on_accent)
        return
    font = theme.font(_text_size(box.height()), STRONG)
    draw_text(painter, box, initials, font, colors.on_accent if active else colors.avatar_text, align=CENTER)


def _text_size(diameter: float) -> int:
    if diameter >= 56:
        return 20
    if diameter >= 36:
        return 14
    return 12 if diameter >= 30 else 10


class Avatar(QWidget):
    """A person's initials on a disc; the name is read out."""

    def __init__(self, initials: str, name: str, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials
        self._active = False
        self.setFixedSize(QSize(size, size))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_person(self, initials: str, name: str) -> None:
        self._initials = initials
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def set_active(self, active: bool) -> None:
        """Show the disc in the accent colour."""
        self._active = active
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_avatar(painter, self.rect(), self._initials, theme_of(self), active=self._active)
        painter.end()
