"""A box that floats over a page with a shadow, and comes and goes by sliding a little while it fades."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QWidget

from clienteling.ui.theme import RADIUS, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.shadow import ROOM, paint_shadow

_SLIDE = 8


class Floating(QWidget):
    """The ground of toast and command bar: a child of `host` that keeps its place when the host changes size.

    A subclass says by `place` where its box is to be; around the box there is `ROOM` for the shadow. When it goes or
    waits, the keyboard goes from it to its `keyboard_home`, and not to whatever is the next.
    """

    def __init__(self, host: QWidget, *, fill: str, line: str = "") -> None:
        super().__init__(host)
        self._host = host
        self._fill = fill
        self._line = line
        self._going = False
        self.keyboard_home: QWidget | None = None
        self._fade = QGraphicsOpacityEffect(self)
        self._fade.setEnabled(False)
        self.setGraphicsEffect(self._fade)
        self._animation = QVariantAnimation(self)
        self._animation.valueChanged.connect(self._move_to)
        self._animation.finished.connect(self._arrived)
        self.setContentsMargins(ROOM)
        host.installEventFilter(self)
        self.hide()

    @property
    def raised(self) -> bool:
        """Whether it is shown and not on its way out."""
        return not self.isHidden() and not self._going

    def place(self, host: QRect) -> QRect:
        """Where the box belongs within its host."""
        raise NotImplementedError

    def box(self) -> QRect:
        """The box without the room for its shadow, in coordinates of this widget."""
        return self.rect().marginsRemoved(ROOM)

    def box_on_host(self) -> QRect:
        """The box in coordinates of the host, for instance to keep clear of it."""
        return self.box().translated(self.pos())

    def rise(self) -> None:
        """Slide in, or stay where it is."""
        self.settle()
        if self.raised:
            return
        self._going = False
        self.show()
        self.raise_()
        self._start(0.0, 1.0)

    def sink(self) -> None:
        """Slide out and hide."""
        if self.raised:
            self._send_keyboard_home()
            self._going = True
            self._start(1.0, 0.0)

    def setEnabled(self, enabled: bool) -> None:
        # Before it happens: Qt then sends the keyboard to whatever comes next.
        if not enabled:
            self._send_keyboard_home()
        super().setEnabled(enabled)

    def _send_keyboard_home(self) -> None:
        focus = QApplication.focusWidget()
        if self.keyboard_home is not None and focus is not None and self.isAncestorOf(focus):
            self.keyboard_home.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Take the place the host has for it now."""
        self.setGeometry(self.place(self._host.rect()).marginsAdded(ROOM))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.settle()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        paint_shadow(painter, self.box(), theme)
        line = getattr(colors, self._line) if self._line else None
        draw_box(painter, self.box(), RADIUS, getattr(colors, self._fill), line)
        painter.end()

    def _start(self, from_part: float, to_part: float) -> None:
        self._animation.stop()
        duration = theme_of(self).motion.slide
        if not duration or not self._host.isVisible():
            self._arrived()
            return
        self._fade.setEnabled(True)
        self._animation.setDuration(duration)
        self._animation.setStartValue(from_part)
        self._animation.setEndValue(to_part)
        self._move_to(from_part)
        self._animation.start()

    def _move_to(self, part: float) -> None:
        self._fade.setOpacity(part)
        corner = self.place(self._host.rect()).marginsAdded(ROOM).topLeft()
        self.move(corner + QPoint(0, round((1.0 - part) * _SLIDE)))

    def _arrived(self) -> None:
        self._fade.setEnabled(False)
        if self._going:
            self._going = False
            self.hide()
        else:
            self.settle()
