"""A range between two knobs, over a picture of how many lie where."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import CONTROL, FOCUS_GAP, FOCUS_WIDTH, MEDIUM, Theme, theme_of
from clienteling.ui.widgets.drawing import RIGHT, draw_box, draw_text, painter_on, span, text_width

_KNOB = 20
_GROOVE = 4
_BARS = 40
_LABELS = 24
_BIG_STEPS = 10
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RangeSlider(QWidget):
    """Two knobs on whole steps from `minimum` to `maximum`; the values stand below in the words of `say`.

    `moved` follows a knob while it moves; `changed` tells the range once the knob is let go or a key moved it.
    Tab goes from the low knob to the high one; arrows move by one step, Page keys by ten, Home and End to
    the ends. Bars, when given, are counts over equal parts of the whole range.
    """

    moved = Signal(int, int)
    changed = Signal(int, int)

    def __init__(
        self,
        name: str,
        minimum: int,
        maximum: int,
        parent: QWidget | None = None,
        *,
        say: Callable[[int], str] = str,
        bars: Sequence[int] = (),
        step: int = 1,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._minimum, self._maximum = minimum, max(maximum, minimum)
        self._low, self._high = self._minimum, self._maximum
        self._say = say
        self._step = step
        self._bars = tuple(bars)
        self._knob = 0
        self._dragged = False
        self._grip = 0
        self._by_keyboard = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def values(self) -> tuple[int, int]:
        return self._low, self._high

    def bounds(self) -> tuple[int, int]:
        return self._minimum, self._maximum

    def set_values(self, low: int, high: int) -> None:
        """Place the knobs, without a signal. Values outside the bounds are drawn to them."""
        low, high = sorted((self._bounded(low), self._bounded(high)))
        self._low, self._high = low, high
        self._tell()

    def set_bounds(self, minimum: int, maximum: int, bars: Sequence[int] = ()) -> None:
        """Change the ends and the bars; the knobs stay where they are, as far as they can."""
        at_ends = (self._low == self._minimum, self._high == self._maximum)
        self._minimum, self._maximum = minimum, max(maximum, minimum)
        self._bars = tuple(bars)
        self.set_values(self._minimum if at_ends[0] else self._low, self._maximum if at_ends[1] else self._high)
        self.updateGeometry()

    def set_bars(self, bars: Sequence[int]) -> None:
        grown = bool(bars) != bool(self._bars)
        self._bars = tuple(bars)
        if grown:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(224, self._groove_y() + CONTROL // 2 - 6 + _LABELS)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

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
            self._knob = wanted
            self._by_keyboard = True
            self._tell()
            return True
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        value = (self._low, self._high)[self._knob]
        ahead = 1 if self.isLeftToRight() else -1
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: _BIG_STEPS,
            Qt.Key.Key_PageDown: -_BIG_STEPS,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            value = self._minimum
        elif key == Qt.Key.Key_End:
            value = self._maximum
        elif key in steps:
            value += steps[key] * self._step
        else:
            super().keyPressEvent(event)
            return
        self._by_keyboard = True
        before = self.values()
        self._move_knob(value)
        if self.values() != before:
            self.changed.emit(self._low, self._high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._near_groove(event.position().toPoint()):
            event.ignore()
            return
        self._by_keyboard = False
        at = round(event.position().x())
        low, high = self._x_of(self._low), self._x_of(self._high)
        between = (at - (low + high) / 2) * (1 if self.isLeftToRight() else -1)
        self._knob = int(between > 0 or (between == 0 and self._low == self._minimum))
        knob_x = (low, high)[self._knob]
        # A press on the knob keeps its distance; a press beside it brings the knob there.
        self._grip = at - knob_x if abs(at - knob_x) <= _KNOB else 0
        self._dragged = True
        self._before = self.values()
        self._move_knob(self._value_at(at - self._grip))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._move_knob(self._value_at(round(event.position().x()) - self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._dragged or event.button() != Qt.MouseButton.LeftButton:
            return
        self._dragged = False
        if self.values() != self._before:
            self.changed.emit(self._low, self._high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        self._paint_bars(painter, theme)
        self._paint_groove(painter, theme)
        self._paint_labels(painter, theme)
        painter.end()

    def _paint_bars(self, painter: QPainter, theme: Theme) -> None:
        if not self._bars or not max(self._bars):
            return
        width = self.width() / len(self._bars)
        bottom = self._groove_y() - _GROOVE // 2 + 1
        ends = sorted((self._x_of(self._low), self._x_of(self._high)))
        for at, count in enumerate(self._bars if self.isLeftToRight() else reversed(self._bars)):
            if not count:
                continue
            height = max(3.0, _BARS * count / max(self._bars))
            bar = QRectF(at * width + 1, bottom - height, width - 2, height)
            inside = ends[0] <= bar.center().x() <= ends[1]
            color = theme.colors.accent if inside else theme.colors.track
            draw_box(painter, bar, min(2.0, bar.width() / 2), color)

    def _paint_groove(self, painter: QPainter, theme: Theme) -> None:
        colors = theme.colors
        middle = self._groove_y()
        low, high = self._x_of(self._low), self._x_of(self._high)
        groove = QRectF(0, middle - _GROOVE / 2, self.width(), _GROOVE)
        draw_box(painter, groove, _GROOVE / 2, colors.track)
        between = QRectF(min(low, high), groove.top(), abs(high - low), _GROOVE)
        draw_box(painter, between, _GROOVE / 2, colors.accent)
        for at, x in enumerate((low, high)):
            knob = QRectF(x - _KNOB / 2, middle - _KNOB / 2, _KNOB, _KNOB)
            draw_box(painter, knob, _KNOB / 2, colors.surface_raised, colors.accent, width=2)
            if self.hasFocus() and self._by_keyboard and at == self._knob:
                out = FOCUS_GAP + FOCUS_WIDTH
                halo = knob.adjusted(-out, -out, out, out)
                draw_box(painter, halo, halo.height() / 2, None, colors.accent, width=FOCUS_WIDTH)

    def _paint_labels(self, painter: QPainter, theme: Theme) -> None:
        font = theme.font(14, MEDIUM, tabular=True)
        color = theme.colors.text
        top = self.height() - _LABELS
        high_text = self._say(self._high)
        width = text_width(font, high_text)
        right = span(self, self.width() - width, width)
        left = span(self, 0, self.width() - width - 8)
        for place, text, align in ((left, self._say(self._low), None), (right, high_text, RIGHT)):
            place.setTop(top)
            if align is None:
                draw_text(painter, place, text, font, color)
            else:
                draw_text(painter, place, text, font, color, align=align)

    def _groove_y(self) -> int:
        return _BARS + 12 if self._bars else CONTROL // 2

    def _near_groove(self, point: QPoint) -> bool:
        return abs(point.y() - self._groove_y()) <= CONTROL // 2

    def _bounded(self, value: int) -> int:
        return min(max(value, self._minimum), self._maximum)

    def _x_of(self, value: int) -> int:
        room = self.width() - _KNOB
        reach = self._maximum - self._minimum
        along = (value - self._minimum) / reach if reach else 0.0
        return round(_KNOB / 2 + (along if self.isLeftToRight() else 1 - along) * room)

    def _value_at(self, x: int) -> int:
        room = max(1, self.width() - _KNOB)
        along = (x - _KNOB / 2) / room
        along = along if self.isLeftToRight() else 1 - along
        value = self._minimum + along * (self._maximum - self._minimum)
        return round(value / self._step) * self._step

    def _move_knob(self, value: int) -> None:
        before = self.values()
        if self._knob == 0:
            self._low = min(self._bounded(value), self._high)
        else:
            self._high = max(self._bounded(value), self._low)
        self._tell()
        if self.values() != before:
            self.moved.emit(self._low, self._high)

    def _tell(self) -> None:
        low, high = self._say(self._low), self._say(self._high)
        self.setAccessibleDescription(f"{low} \N{EN DASH} {high}")
        self.update()
