"""Shows what other tills write, without being asked."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Storage
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.pill import State
from clienteling.ui.window import MainWindow

PAUSE = 500
"""Milliseconds between two looks: what another till does is to be seen here within two seconds."""


class Watcher(QObject):
    """Looks again and again while somebody sees the pages; what it finds reaches them like a write of their own.

    While the till is locked or its window put away it rests, and finds all of it afterwards.
    """

    def __init__(self, window: MainWindow, till: Till, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._till = till
        self._reached = True
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        self._timer.start()

    def _look(self) -> None:
        if not self._window.frame.isVisible() or self._window.isMinimized():
            self._timer.start()
            return
        # The next look is a pause after this one: a slow server is not asked twice at once.
        self._till.tasks.query(self, self._till.services.watch.look, self._tell, failed=self._fail, lane=Lane.WATCH)

    def _tell(self, changes: Changes) -> None:
        self._timer.start()
        self._show(reached=True)
        if changes.kinds:
            self._till.tasks.changed.emit(changes)

    def _fail(self, error: Exception) -> None:
        self._timer.start()
        if isinstance(error, Storage):
            self._show(reached=False)

    def _show(self, *, reached: bool) -> None:
        """Whether the database answers, at the top of the window."""
        if reached == self._reached:
            return
        self._reached = reached
        if reached:
            self._window.set_status(QCoreApplication.translate("Sessions", "Online"), State.OK)
        else:
            self._window.set_status(QCoreApplication.translate("Watcher", "No connection"), State.ERROR)
