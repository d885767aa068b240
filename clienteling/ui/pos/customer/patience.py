"""Waiting for data without flicker: its shape shows after a moment, and then not only for a blink."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

SHAPE_AFTER = 100
SHAPE_LEAST = 300
"""Milliseconds."""


class Patience(QObject):
    """Calls `show_shape` when data takes longer than a moment. What arrives then waits until the shape was seen."""

    def __init__(self, show_shape: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show_shape = show_shape
        self._act: Callable[[], None] | None = None
        self._shown = QElapsedTimer()
        self._before = QTimer(self, singleShot=True, interval=SHAPE_AFTER)
        self._before.timeout.connect(self._give_up)
        self._after = QTimer(self, singleShot=True)
        self._after.timeout.connect(self._go_on)

    @property
    def is_waiting(self) -> bool:
        """Whether something is being read or its shape is shown."""
        return self._before.isActive() or self._shown.isValid()

    def begin(self) -> None:
        """Something is being read; an answer that still waits is dropped."""
        self._act = None
        self._after.stop()
        if not self._shown.isValid():
            self._before.start()

    def end(self, act: Callable[[], None]) -> None:
        """It has arrived: act now, or when the shape has been there long enough."""
        self._before.stop()
        self._act = act
        left = SHAPE_LEAST - self._shown.elapsed() if self._shown.isValid() else 0
        if left > 0:
            self._after.start(left)
        else:
            self._go_on()

    def _give_up(self) -> None:
        self._shown.start()
        self._show_shape()

    def _go_on(self) -> None:
        act, self._act = self._act, None
        self._shown.invalidate()
        if act is not None:
            act()
