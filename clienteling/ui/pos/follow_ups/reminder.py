"""Keeps follow-ups current while somebody is signed in: makes what the rules say, and counts for the rail."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.errors import Problem
from clienteling.domain.follow_up import FollowUpCounts
from clienteling.domain.operations import Operation
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.window import MainWindow

FIRST = 4_000
"""Milliseconds after signing in: whoever has just come wants to see a page first."""

PAUSE = 5 * 60_000
"""Milliseconds between two looks at the rules, of which the service does what is due; days change meanwhile, too."""

_PAGE = "follow_ups"


class Reminder(QObject):
    """Works off the GUI thread and off the lane of the pages. What it makes reaches the pages like other writes."""

    def __init__(self, window: MainWindow, till: Till, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._till = till
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._make)
        till.tasks.changed.connect(self._changed)

    def start(self) -> None:
        self._timer.start(FIRST)
        self._count()

    def _make(self) -> None:
        rules = self._till.services.follow_up_rules
        self._till.tasks.query(self, rules.generate, self._made, failed=self._failed, lane=Lane.WATCH)

    def _made(self, changes: Changes) -> None:
        self._timer.start(PAUSE)
        if changes.kinds:
            self._till.tasks.changed.emit(changes)
        else:
            # A new day may have come.
            self._count()

    def _failed(self, error: Exception) -> None:
        """What could not be made now, is made the next time; a bug is told."""
        self._timer.start(PAUSE)
        if not isinstance(error, Problem):
            self._till.messages.error(error)

    def _changed(self, changes: Changes) -> None:
        if changes.concerns(Kind.TASKS) or changes.concerns(Kind.BOOKS):
            self._count()

    def _count(self) -> None:
        if not self._till.may(Operation.TASKS):
            return
        counts = partial(self._till.services.follow_ups.counts, self._till.session)
        self._till.tasks.query(self, counts, self._show, key="counts", failed=lambda _: None)

    def _show(self, counts: FollowUpCounts) -> None:
        translate = QCoreApplication.translate
        spoken = translate("FollowUps", "%n to be done by today", "", counts.now) if counts.now else ""
        self._window.set_badge(_PAGE, counts.now, spoken)
