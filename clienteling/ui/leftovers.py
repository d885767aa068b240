"""Who collects what is left over: the GUI thread, because a widget that is collected by another is destroyed there."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # ms


class Leftovers(QObject):
    """Stands in for Python's collector, which runs on whichever thread has just made something new.

    A worker thread would destroy widgets of which only a cycle of references is left, while the GUI thread still draws
    them or sends them events.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Collect from now on, if Python does not; what there is by now, what was imported above all, is let be."""
        if not gc.isenabled() and not self._timer.isActive():
            gc.freeze()
            self._timer.start()

    def _look(self) -> None:
        """Collect as deep as Python would: the old when enough of the younger have been looked through."""
        counts, limits = gc.get_count(), gc.get_threshold()
        full = [age for age, (count, limit) in enumerate(zip(counts, limits, strict=True)) if count > limit > 0]
        if full:
            gc.collect(full[-1])
