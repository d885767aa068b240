"""Computes everybody's health in the background, with how far it is, until it is done or somebody cancels."""

from threading import Event

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.errors import Problem
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.label import Label, Tone

_SHOWN_AFTER = 1000  # ms
_LOOK = 200  # ms


class Computing(QWidget):
    """Words and a link to cancel, once it takes longer than a second. `done` comes when cards have new health."""

    done = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._progress = (0, 0)
        self._cancelled = Event()
        self.is_running = False
        self._words = Label(tone=Tone.MUTED)
        self.cancel = Link(QCoreApplication.translate("RelationshipPage", "Cancel"))
        self.cancel.clicked.connect(self._cancelled.set)
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._waited = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self.cancel)
        till.tasks.closing.connect(self._cancelled.set)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def start(self) -> None:
        """Begin, unless it is under way."""
        if self.is_running:
            return
        self.is_running, self._progress, self._waited = True, (0, 0), 0
        self._cancelled.clear()
        self._timer.start()
        self._till.tasks.query(self, self._compute, self._end, failed=self._fail, lane=Lane.CLOUD)

    def _compute(self) -> int:
        """In a thread of its own."""
        relationships, entity = self._till.services.relationships, self._till.session.legal_entity
        return relationships.computation.refresh(entity, progress=self._tell, cancelled=self._cancelled.is_set)

    def _tell(self, done: int, total: int) -> None:
        self._progress = (done, total)

    def _look(self) -> None:
        self._waited += _LOOK
        done, total = self._progress
        words = QCoreApplication.translate("RelationshipPage", "Computing health: {done} of {total}")
        number = self._till.formats.number
        self._words.setText(words.format(done=number(done), total=number(total)))
        self.setVisible(self._waited >= _SHOWN_AFTER)

    def _end(self, computed: int) -> None:
        self._stop()
        if computed:
            self._till.tasks.changed.emit(Changes(frozenset({Kind.BOOKS})))
        self.done.emit()

    def _fail(self, error: Exception) -> None:
        self._stop()
        if isinstance(error, Problem):
            self._till.messages.error(error)

    def _stop(self) -> None:
        self.is_running = False
        self._timer.stop()
        self.hide()
