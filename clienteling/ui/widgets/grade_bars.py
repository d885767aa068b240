"""How many would get which grade: bars over the scores, and two knobs where grades begin."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import CONTROL, FOCUS_GAP, FOCUS_WIDTH, Theme, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on

_KNOB = 20
_GROOVE = 4
_BARS = 72
_BAR = 5  # scores that one bar counts
_MOST = 100
_BIG_STEPS = 5
_COLORS = ("danger", "warning", "success")
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class GradeBars(QWidget):
    """`low` is where the middle grade begins and `high` where the best does. Knobs push each other.

    `moved` follows a knob, `changed` comes when it is let go or moved by key. Tab goes from the low knob to the high
    one; arrows move by one, Page keys by five.
    """

    moved = Signal(int, int)
    changed = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[int, ...] = ()
        self._low, self._high = 40, 60
        self._knob = 0
        self._before: tuple[int, int] | None = None
        self._by_keyboard = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def values(self) -> tuple[int, int]:
        return self._low, self._high

    def set_values(self, low: int, high: int) -> None:
        """Place the knobs, without a signal."""
        self._low, self._high = low, high
        self._tell()

    def set_counts(self, counts: Sequence[int]) -> None:
        """How many have each score from 0 to 100."""
        last = _MOST - _BAR
        self._bars = tuple(sum(counts[at : at + _BAR + (at == last)]) for at in range(0, _MOST, _BAR))
        self.update()

    @property
    def bars(self) -> tuple[int, ...]:
        return self._bars

    def sizeHint(self) -> QSize:
        return QSize(320, _BARS + 8 + CONTROL // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._knob = 0
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._knob = 1
        self._by_keyboard = event.reason() in _KEYBOARD
        self._tell()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self._by_keyboard = False
        self.update()

    def focusNextPrevChild(self, following: bool) -> bool:
        wanted = 1 if following else 0
        if self._knob != wanted:
            self._knob, self._by_keyboard = wanted, True
            self._tell()
            return True
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = 1 if self.isLeftToRight() else -1
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: _BIG_STEPS,
            Qt.Key.Key_PageDown: -_BIG_STEPS,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._by_keyboard = True
        before = self.values()
        self._go(before[self._knob] + step)
        if self.values() != before:
            self.changed.emit(self._low, self._high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if event.button() == Qt.MouseButton.LeftButton:
            self._by_keyboard = False
            self._before = self.values()
            self._knob = int(abs(x - self._x_of(self._high)) < abs(x - self._x_of(self._low)))
            self._go(self._value_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._before is not None:
            self._go(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        before, self._before = self._before, None
        if before is not None and before != self.values():
            self.changed.emit(self._low, self._high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        self._paint_bars(painter, theme)
        middle = self._groove_y()
        ends = [0, self._low, self._high, _MOST]
        for grade, (first, last) in enumerate(pairwise(ends)):
            left, right = sorted((self._x_of(first), self._x_of(last)))
            draw_box(painter, QRectF(left, middle - _GROOVE / 2, right - left, _GROOVE), 2, _color(grade, theme))
        for number, value in enumerate(self.values()):
            knob = QRectF(self._x_of(value) - _KNOB / 2, middle - _KNOB / 2, _KNOB, _KNOB)
            draw_box(painter, knob, _KNOB / 2, theme.colors.surface_raised, theme.colors.border_strong, width=2)
            if self.hasFocus() and self._by_keyboard and number == self._knob:
                out = FOCUS_GAP + FOCUS_WIDTH
                halo = knob.adjusted(-out, -out, out, out)
                draw_box(painter, halo, halo.height() / 2, None, theme.colors.accent, width=FOCUS_WIDTH)
        painter.end()

    def _paint_bars(self, painter: QPainter, theme: Theme) -> None:
        most = max(self._bars, default=0)
        bottom = self._groove_y() - _KNOB / 2
        for number, count in enumerate(self._bars):
            if not count:
                continue
            first = number * _BAR
            left, right = sorted((self._x_of(first), self._x_of(first + _BAR)))
            height = max(3.0, _BARS * count / most)
            bar = QRectF(left + 1, bottom - height, max(1.0, right - left - 2), height)
            grade = (first >= self._low) + (first >= self._high)
            draw_box(painter, bar, 2, _color(grade, theme))

    def _groove_y(self) -> float:
        return self.height() - _KNOB / 2 - 4

    def _x_of(self, value: int) -> float:
        along = value / _MOST
        return _KNOB / 2 + (along if self.isLeftToRight() else 1 - along) * (self.width() - _KNOB)

    def _value_at(self, x: float) -> int:
        along = (x - _KNOB / 2) / max(1, self.width() - _KNOB)
        return round((along if self.isLeftToRight() else 1 - along) * _MOST)

    def _go(self, value: int) -> None:
        before = self.values()
        if self._knob == 0:
            self._low = min(max(value, 1), _MOST - 1)
            self._high = max(self._high, self._low + 1)
        else:
            self._high = min(max(value, 2), _MOST)
            self._low = min(self._low, self._high - 1)
        self._tell()
        if self.values() != before:
            self.moved.emit(self._low, self._high)

    def _tell(self) -> None:
        self.setAccessibleDescription(f"{self._low}, {self._high}")
        self.update()


def _color(grade: int, theme: Theme) -> QColor:
    found: QColor = getattr(theme.colors, _COLORS[grade])
    return found
