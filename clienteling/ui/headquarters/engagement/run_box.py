"""A run on its way: how far it is, what is left, and the button that stops it."""

import threading
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.enrichment import Run, RunState
from clienteling.ui.headquarters.engagement.words import run_state_words, run_words
from clienteling.ui.tasks import Lane
from clienteling.ui.theme import STRONG
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.progress import ProgressBar


class RunBox(Box):
    """Runs an enrichment off the GUI thread; `ended` gives the run as it ended. One of another program shows too."""

    ended = Signal(object)

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self._own: int | None = None
        self._other: Run | None = None
        self._stop = threading.Event()
        self._cancelled = False
        self._news = _News(till.tasks)
        self._news.told.connect(self._show_progress)
        self.title = Label(weight=STRONG)
        self.note = Label(tone=Tone.MUTED)
        self.bar = ProgressBar(translate("AccountEngagement", "Interactions"))
        self.cancel = Button(translate("AccountEngagement", "Cancel"), icon="x")
        self.cancel.clicked.connect(self._cancel)
        till.tasks.closing.connect(self._stop_now)
        words = QVBoxLayout()
        words.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        words.addLayout(head)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 12, 12)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a run of this window is on."""
        return self._own is not None

    def run(self, enrichment_id: int) -> None:
        """Begin a run; there is one at a time."""
        if self._own is not None:
            return
        till, session, told = self._till, self._till.session, self._news.told.emit
        self._own, self._stop, self._cancelled = enrichment_id, threading.Event(), False
        stop = self._stop
        self._begin(run_state_words(RunState.QUEUED))
        runs = till.services.engagement.runs
        till.tasks.query(
            self,
            lambda: runs.run(session, enrichment_id, progress=told, cancelled=stop.is_set),
            self._end,
            key="run",
            failed=self._fail,
            lane=Lane.CLOUD,
        )

    def show_other(self, run: Run | None) -> None:
        """A run that is on elsewhere, or none."""
        if self._own is not None:
            return
        self._other = run
        self.setVisible(run is not None)
        if run is not None:
            self._begin(run_state_words(run.state))
            self._show_progress(run.done, run.total)
            self.note.setText(run_words(run, self._till.formats))

    def _begin(self, title: str) -> None:
        self.title.setText(title)
        self.note.setText("")
        self.bar.set_part(None)
        self.cancel.setEnabled(True)
        self.show()

    def _show_progress(self, done: int, total: int) -> None:
        if self._cancelled and self._own is not None:
            return
        number = self._till.formats.number
        self.title.setText(run_state_words(RunState.PROCESSING))
        self.bar.set_part(done / total if total else None)
        words = QCoreApplication.translate("AccountEngagement", "{done} of {total}, {left} left")
        self.note.setText(
            words.format(done=number(done), total=number(total), left=number(max(0, total - done))) if total else ""
        )

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.note.setText(QCoreApplication.translate("AccountEngagement", "Cancelling…"))
        runs, session = self._till.services.engagement.runs, self._till.session
        if self._own is not None:
            self._cancelled = True
            cancel = partial(runs.cancel_current, session, self._own)
        elif self._other is not None:
            cancel = partial(runs.cancel, session, self._other.id)
        else:
            return
        self._till.tasks.command(self, cancel, self._is_asked, self._till.messages.error)

    def _is_asked(self, changes: Changes) -> None:
        """A run that is not even queued yet ends before it begins."""
        if changes.record_id is None:
            self._stop.set()

    def _stop_now(self) -> None:
        self._stop.set()

    def _end(self, run: Run) -> None:
        self._own = None
        self.hide()
        self.ended.emit(run)
        if run.state is RunState.SUCCESSFUL:
            kinds = frozenset({Kind.CUSTOMERS, Kind.BOOKS, Kind.ATTRIBUTES})
            self._till.tasks.changed.emit(Changes(kinds))

    def _fail(self, error: Exception) -> None:
        self._own = None
        self.hide()
        self._till.messages.error(error)


class _News(QObject):
    """Carries the progress from the lane to the GUI thread. Lives on when the page is gone."""

    told = Signal(int, int)
