"""Whether anybody is at the till: no key, mouse or touch in its window for a while, and it locks itself."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from clienteling.ui.widgets.popups import close_popups

PAUSE = 5000
"""Milliseconds between two looks at the clock."""

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.NonClientAreaMouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.InputMethod,
}


class Idle(QObject):
    """Emits `passed` when nobody has done anything in `window` for `minutes`; 0 is never.

    It goes by the clock and not by a timer, so that a till that was put to sleep is locked when it wakes up, before
    the first key reaches a page.
    """

    passed = Signal()

    def __init__(self, window: QWidget, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self.minutes = 0
        self._window = window
        self._clock = clock
        self._last = clock()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Somebody has just signed in, or unlocked."""
        self._last = self._clock()
        self._timer.start()
        # What the system tells the window itself: a filter on the application would see every event there is.
        for part in self._parts():
            part.installEventFilter(self)

    def end(self) -> None:
        """Nobody is signed in, or the till is locked."""
        self._timer.stop()
        for part in self._parts():
            part.removeEventFilter(self)

    def look(self) -> None:
        """Emit `passed` if it is time."""
        if self._timer.isActive() and self._is_over():
            self.end()
            close_popups()
            self.passed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            if self._is_over():
                self.look()
                return True
            self._last = self._clock()
        return False

    def _is_over(self) -> bool:
        return self.minutes > 0 and self._clock() - self._last >= timedelta(minutes=self.minutes)

    def _parts(self) -> list[QObject]:
        handle = self._window.windowHandle()
        return [self._window] if handle is None else [self._window, handle]
