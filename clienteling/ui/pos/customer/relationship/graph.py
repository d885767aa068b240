"""Who knows whom as a picture: the customer in the middle, colleagues round them, the stronger the thicker the line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.domain.text import initials
from clienteling.ui.theme import FOCUS_GAP, FOCUS_WIDTH, TEXT_NOTE, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.drawing import CENTER, draw_box, draw_text, painter_on

_ANGLES = {
    1: (-90,),
    2: (-135, -45),
    3: (-140, -40, 90),
    4: (-140, -40, 40, 140),
    5: (-134, -46, 24, 90, 156),
}
_MIDDLE = 60
_NODE = 44
_LABEL = 18
_GAP = 4
_PER_LEVEL = 1.5
_EDGE = 70


@dataclass(frozen=True, slots=True)
class Node:
    """A colleague. `spoken` is what the list says of them."""

    key: int
    name: str
    level: int
    spoken: str


class KnownGraph(QWidget):
    """Arrows move from colleague to colleague, Enter and a tap choose one: `chosen` gives its key."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._customer = ""
        self.nodes: tuple[Node, ...] = ()
        self._current = -1
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    @property
    def current(self) -> int | None:
        """The key of the colleague that the keyboard is on."""
        return self.nodes[self._current].key if 0 <= self._current < len(self.nodes) else None

    def show_nodes(self, customer: str, nodes: Sequence[Node]) -> None:
        # Shown anew under somebody's hands, it stays with the colleague the keyboard was on.
        before = self.current
        self._customer = customer
        self.nodes = tuple(nodes)
        keys = [node.key for node in self.nodes]
        self._current = keys.index(before) if before in keys else min(0, len(keys) - 1)
        self._hovered = -1
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(340, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 280)

    def place_of(self, number: int) -> QRectF:
        """The disc of a colleague."""
        center, angle = self._center(), math.radians(_ANGLES[len(self.nodes)][number])
        across = max(60.0, min(self.width() / 2 - _EDGE, 190.0))
        down = max(60.0, min(self.height() / 2 - _NODE / 2 - _LABEL - _GAP, 150.0))
        # On an ellipse, so that a wide place is used.
        x, y = center.x() + across * math.cos(angle), center.y() + down * math.sin(angle)
        return QRectF(x - _NODE / 2, y - _NODE / 2, _NODE, _NODE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        center = self._center()
        for number, node in enumerate(self.nodes):
            painter.setPen(QPen(theme.colors.accent, _PER_LEVEL * node.level, Qt.PenStyle.SolidLine))
            painter.drawLine(*_between(center, _MIDDLE / 2 + _GAP, self.place_of(number).center(), _NODE / 2 + _GAP))
        for number in range(len(self.nodes)):
            self._paint_node(painter, theme, number)
        middle = QRectF(center.x() - _MIDDLE / 2, center.y() - _MIDDLE / 2, _MIDDLE, _MIDDLE)
        paint_avatar(painter, middle, initials(self._customer), theme, active=True)
        painter.end()

    def _paint_node(self, painter: QPainter, theme: Theme, number: int) -> None:
        node, disc = self.nodes[number], self.place_of(number)
        paint_avatar(painter, disc, initials(node.name), theme)
        if number == self._hovered or (number == self._current and self.hasFocus()):
            out = FOCUS_GAP + FOCUS_WIDTH
            halo = disc.adjusted(-out, -out, out, out)
            draw_box(painter, halo, halo.height() / 2, None, theme.colors.accent, width=FOCUS_WIDTH)
        above = disc.center().y() < self._center().y()
        top = disc.top() - _LABEL - _GAP if above else disc.bottom() + _GAP
        label = QRectF(disc.center().x() - _EDGE, top, 2 * _EDGE, _LABEL)
        draw_text(painter, label, node.name.split(" ", 1)[0], theme.font(TEXT_NOTE), theme.colors.text, align=CENTER)

    # Pointer and keys

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self.nodes:
            self._move_to((self._current + step) % len(self.nodes))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._node_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.setToolTip(self.nodes[hovered].spoken if hovered >= 0 else "")
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hovered = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._node_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and hit >= 0:
            self._move_to(hit)
            self.chosen.emit(self.nodes[hit].key)

    def _node_at(self, at: QPointF) -> int:
        discs = enumerate(self.place_of(number) for number in range(len(self.nodes)))
        return next((number for number, disc in discs if disc.contains(at)), -1)

    def _move_to(self, number: int) -> None:
        self._current = number
        self._tell()

    def _tell(self) -> None:
        words = self.nodes[self._current].spoken if self.current is not None else ""
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        self.setAccessibleDescription("; ".join(node.spoken for node in self.nodes))
        self.update()

    def _center(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)


def _between(one: QPointF, one_room: float, other: QPointF, other_room: float) -> tuple[QPointF, QPointF]:
    """A line between two points that keeps some room at each."""
    way = other - one
    length = math.hypot(way.x(), way.y()) or 1.0
    return one + way * (one_room / length), other - way * (other_room / length)
