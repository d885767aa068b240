"""A knob that says how much more or less something counts, from its middle."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import CONTROL, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.focus_ring import FocusRing

_KNOB = 20
_GROOVE = 4
_TICK = 14


class InfluenceSlider(QWidget):
    """Whole steps from -`most` to `most`. `moved` follows the knob, `changed` comes when it is let go or moved by key.

    Arrows move by a step, Home and End to the ends; Delete, 0 and a double click bring it back to the middle.
    """

    moved = Signal(int)
    changed = Signal(int)

    def __init__(self, name: str, most: int, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._step = most, step
        self._value = 0
        self._before: int | None = None
        FocusRing(self, CONTROL / 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_value(0)

    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        """Place the knob, without a signal."""
        self._value = min(max(value, -self._most), self._most)
        self.setAccessibleDescription(f"{self._value:+d} %")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        middle, at = self.height() / 2, self._x_of(self._value)
        zero = self._x_of(0)
        draw_box(painter, QRectF(0, middle - _GROOVE / 2, self.width(), _GROOVE), _GROOVE / 2, colors.track)
        draw_box(painter, QRectF(zero - 1, middle - _TICK / 2, 2, _TICK), 1, colors.border_strong)
        filled = QRectF(min(zero, at), middle - _GROOVE / 2, abs(at - zero), _GROOVE)
        draw_box(painter, filled, _GROOVE / 2, colors.accent)
        knob = QRectF(at - _KNOB / 2, middle - _KNOB / 2, _KNOB, _KNOB)
        draw_box(painter, knob, _KNOB / 2, colors.surface_raised, colors.accent, width=2)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = self._step if self.isLeftToRight() else -self._step
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Up: self._step,
            Qt.Key.Key_Down: -self._step,
        }
        places = {
            Qt.Key.Key_Home: -self._most,
            Qt.Key.Key_End: self._most,
            Qt.Key.Key_Delete: 0,
            Qt.Key.Key_0: 0,
        }
        key = Qt.Key(event.key())
        if key not in steps and key not in places:
            super().keyPressEvent(event)
            return
        before = self._value
        self._go(places[key] if key in places else self._value + steps[key])
        if self._value != before:
            self.changed.emit(self._value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._before = self._value
            self._go(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._before is not None:
            self._go(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        before, self._before = self._before, None
        if before is not None and before != self._value:
            self.changed.emit(self._value)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        before = self._value
        self._go(0)
        if before:
            self.changed.emit(0)

    def _go(self, value: int) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.moved.emit(self._value)

    def _x_of(self, value: int) -> float:
        along = (value + self._most) / (2 * self._most)
        return _KNOB / 2 + (along if self.isLeftToRight() else 1 - along) * (self.width() - _KNOB)

    def _value_at(self, x: float) -> int:
        along = (x - _KNOB / 2) / max(1, self.width() - _KNOB)
        along = along if self.isLeftToRight() else 1 - along
        return round((along * 2 - 1) * self._most / self._step) * self._step
