"""A worker on the sign-in page, to be chosen."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from clienteling.ui.theme import ICON, RADIUS, STRONG, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.control import Painted
from clienteling.ui.widgets.drawing import (
    blended,
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    painter_on,
    text_width,
)

_HEIGHT = 72
_AVATAR = 44
_PADDING = 17
_GAP = 12


class PersonTile(Painted, QRadioButton):
    """72 high: initials, name, role. Tiles with the same parent exclude one another. Without initials it stands
    for somebody who is not shown.

    Space, Enter and a tap choose; the arrow keys only go from tile to tile.
    """

    def __init__(self, initials: str, name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials
        self._name = name
        self._role = role
        self.dress()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(role)

    @property
    def name(self) -> str:
        return self._name

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = max(text_width(theme.font(14, STRONG), self._name), text_width(theme.font(), self._role))
        return QSize(2 * _PADDING + _AVATAR + _GAP + words, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = f"{self._name}\n{self._role}"
        self.setToolTip(whole if self.width() < self.sizeHint().width() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._neighbour(key).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        on = self.isChecked()
        if on:
            draw_box(painter, self.rect(), RADIUS, colors.accent_weak, colors.accent, width=2)
        else:
            line = blended(colors.border, colors.border_strong, self.lit)
            draw_box(painter, self.rect(), RADIUS, colors.surface_raised, line)
        disc = self._part(_PADDING, (_HEIGHT - _AVATAR) // 2, _AVATAR, _AVATAR)
        if self._initials:
            paint_avatar(painter, disc, self._initials, theme, active=on)
        else:
            self._paint_nobody(painter, disc, theme)
        left = _PADDING + _AVATAR + _GAP
        room = self.width() - left - 12
        name = self._part(left, 16, room, 20)
        draw_text(painter, name, self._name, theme.font(14, STRONG), colors.text)
        draw_text(painter, self._part(left, 36, room, 20), self._role, theme.font(), colors.text_muted)
        painter.end()

    def _neighbour(self, arrow: Qt.Key) -> "PersonTile":
        """The nearest tile in the direction of an arrow key, or this one at the edge."""
        here = self.geometry().center()

        def way(tile: PersonTile) -> tuple[int, int]:
            """How far ahead, and how far away."""
            to = tile.geometry().center() - here
            ahead = {
                Qt.Key.Key_Left: -to.x(),
                Qt.Key.Key_Right: to.x(),
                Qt.Key.Key_Up: -to.y(),
                Qt.Key.Key_Down: to.y(),
            }
            return ahead[arrow], to.manhattanLength()

        place = self.parentWidget() or self
        beside = place.findChildren(PersonTile, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return min((tile for tile in beside if way(tile)[0] > 0), key=lambda tile: way(tile)[1], default=self)

    def _paint_nobody(self, painter: QPainter, disc: QRect, theme: Theme) -> None:
        pen = QPen(theme.colors.border_strong, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(disc).adjusted(0.5, 0.5, -0.5, -0.5))
        draw_icon(painter, "user", disc, ICON, theme.colors.text_muted)

    def _part(self, left: int, top: int, width: int, height: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(left, top, width, height))
