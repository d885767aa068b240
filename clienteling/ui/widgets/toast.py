"""What just happened, in one sentence, with a way back for some seconds."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QPaintEvent, QPen, QShortcut, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.ui.theme import CONTROL, ICON, STRONG, theme_of
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import LEFT, draw_icon, draw_text, painter_on, span, text_width
from clienteling.ui.widgets.floating import Floating

HEIGHT = 52
_WIDEST = 640
_FROM_SIDE = 24
_FROM_BOTTOM = 16
_PADDING = 16
_GAP = 12
_TICK = 100
_LINE = 20


class Toast(Floating):
    """One message at a time over `host`, low at its far side. With `on_undo` it offers the way back for a while.

    `undone` is emitted when somebody takes the way back, `gone` when the time is over or another message
    comes: one of the two, once, for each message. The time stands still while pointer or keyboard are on it. Ctrl+Z
    takes the way back, too, where it does not mean what was typed into a field.
    """

    undone = Signal()
    gone = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, fill="inverse")
        self._text = ""
        self._icon = ""
        self._on_undo: Callable[[], object] | None = None
        self._open = False
        self._lift = 0
        self._length = 1
        self._left = 0
        self.undo_button = _Undo(self)
        self.undo_button.clicked.connect(self._undo)
        self._undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), host)
        self._undo_key.activated.connect(self._undo)
        self._undo_key.setEnabled(False)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.pass_time)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.addStretch()
        row.addWidget(self.undo_button)

    @property
    def text(self) -> str:
        return self._text

    @property
    def lines(self) -> list[str]:
        """The message as it stands there."""
        return self._lines(self.box().width())

    def show_message(
        self,
        text: str,
        *,
        icon: str = "circle-check",
        undo: str = "",
        on_undo: Callable[[], object] | None = None,
        seconds: float = 10.0,
    ) -> None:
        """Say what happened. `undo` names the way back; taking it calls `on_undo`."""
        self._end(self.gone)
        self._text, self._icon, self._on_undo = text, icon, on_undo
        self._open = True
        self._length = self._left = round(seconds * 1000)
        self.undo_button.set_label(undo)
        self.undo_button.set_left(1.0)
        self.undo_button.setVisible(on_undo is not None)
        self._undo_key.setEnabled(on_undo is not None)
        self.setAccessibleName(text)
        self.setToolTip("")
        self.rise()
        self.update()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def close_now(self) -> None:
        """Take the message away; the way back is gone with it."""
        self._end(self.gone)
        self.sink()

    def advance(self, milliseconds: int) -> None:
        """Let time pass on this message."""
        self._left -= milliseconds
        self.undo_button.set_left(max(0, self._left) / self._length)
        if self._left <= 0:
            self.close_now()

    def set_lift(self, pixels: int) -> None:
        """Stand this much higher, to keep clear of a bar below."""
        self._lift = pixels
        if self.raised:
            self.settle()

    def place(self, host: QRect) -> QRect:
        width = min(self._wanted_width(), _WIDEST, host.width() - 2 * _FROM_SIDE)
        left = host.width() - _FROM_SIDE - width if self.isLeftToRight() else _FROM_SIDE
        height = HEIGHT + (len(self._lines(width)) - 1) * _LINE
        return QRect(left, host.height() - _FROM_BOTTOM - height - self._lift, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self)
        color = theme.colors.on_inverse
        painter = painter_on(self)
        box = self.box()
        left = box.left() + _PADDING
        draw_icon(painter, self._icon, self._within(left, ICON), ICON, color)
        left += ICON + _GAP
        place = self._within(left, self._room(box.width()))
        lines = self._lines(box.width())
        place.setTop(place.center().y() + 1 - len(lines) * _LINE // 2)
        for line in lines:
            place.setHeight(_LINE)
            draw_text(painter, place, line, theme.font(), color, align=LEFT)
            place.translate(0, _LINE)
        painter.end()
        if len(lines) > 1:
            self.setToolTip(self._text)

    def _room(self, width: int) -> int:
        """What a box as wide as this leaves for words."""
        return width - _PADDING - ICON - _GAP - self._behind()

    def _lines(self, width: int) -> list[str]:
        """The message in one line, or in two: the second one ends in an ellipsis where even that is not enough."""
        layout = QTextLayout(self._text, theme_of(self).font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, self._room(width)))
        layout.endLayout()
        first, rest = self._text[: line.textLength()], self._text[line.textLength() :]
        return [first.rstrip(), rest] if rest else [first]

    def _within(self, left: int, width: int) -> QRect:
        part = span(self, left, width)
        return QRect(part.left(), self.box().top(), part.width(), self.box().height())

    def _behind(self) -> int:
        return self.undo_button.sizeHint().width() + _GAP if self._on_undo is not None else _PADDING

    def _wanted_width(self) -> int:
        words = text_width(theme_of(self).font(), self._text)
        return _PADDING + ICON + _GAP + words + _GAP + self._behind()

    def pass_time(self) -> None:
        """One tick of the clock, which does not count while pointer or keyboard are on the message."""
        if not self.underMouse() and not self.undo_button.hasFocus():
            self.advance(_TICK)

    def _undo(self) -> None:
        act = self._on_undo
        if self._open and act is not None:
            self._end(self.undone)
            self.sink()
            act()

    def _end(self, signal: object) -> None:
        self._timer.stop()
        if self._open:
            self._open = False
            self._on_undo = None
            self._undo_key.setEnabled(False)
            signal.emit()  # type: ignore[attr-defined]


class _Undo(Control):
    """The way back: a ring that runs empty, and a word."""

    def __init__(self, parent: QWidget) -> None:
        self._left = 1.0
        super().__init__("", parent)
        # A press with the pointer leaves the keyboard where it is.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_left(self, part: float) -> None:
        """How much of the time is left, from 1 to 0."""
        self._left = part
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(theme_of(self).font(14, STRONG), self.label)
        return QSize(width + 16 + 8 + 2 * 12, CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        color = theme.colors.inverse_accent
        painter = painter_on(self)
        place = span(self, 12, 16)
        ring = QRectF(place.left() + 1, self.height() / 2 - 7, 14, 14)
        faint = theme.colors.inverse_accent.toRgb()
        faint.setAlphaF(0.3)
        painter.setPen(QPen(faint, 2))
        painter.drawEllipse(ring)
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, 90 * 16, round(360 * 16 * self._left))
        words = span(self, 12 + 16 + 8, self.width() - 48)
        width = draw_text(painter, words, self.label, theme.font(14, STRONG), color)
        if self.glow.level:
            left = words.left() if self.isLeftToRight() else words.right() + 1 - width
            painter.fillRect(round(left), self.height() // 2 + 9, round(width), 1, color)
        painter.end()
