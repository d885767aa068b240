"""The pull: when it runs, how far it is, and what came of the last one."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from clienteling.domain.cloud_state import PullState
from clienteling.domain.errors import Problem
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.progress import ProgressBar
from clienteling.ui.widgets.select import Choice, Select

_HOURS = (0, 1, 4, 12, 24, 168)


class PullBox(Box):
    """`pull_asked`, `cancel_asked`, and `scheduled` with the hours between two pulls; 0 is by hand."""

    pull_asked = Signal()
    cancel_asked = Signal()
    scheduled = Signal(int)

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self.last = Label(tone=Tone.MUTED, wrap=True)
        self.error = Label(tone=Tone.DANGER, wrap=True)
        self.when = Select(
            [Choice(hours, _hours_words(hours)) for hours in _HOURS], prefix=translate("Insights", "Runs")
        )
        self.pull = Button(translate("Insights", "Pull now"), icon="cloud-download")
        self.progress = ProgressBar(translate("Insights", "Customers"))
        self.note = Label(tone=Tone.MUTED)
        self.cancel = Button(translate("Insights", "Cancel"), icon="x")
        title = Label(translate("Insights", "Values on the cards"), size=TEXT_HEAD, weight=STRONG)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.when)
        buttons.addStretch(1)
        buttons.addWidget(self.pull)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (title, self.last, self.error, self.note, self.progress):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.error.hide()
        self.pull.clicked.connect(self.pull_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.when.changed.connect(lambda hours: self.scheduled.emit(int(hours)))
        self.show_running(running=False)

    def show_state(self, state: PullState | None, hours: int, *, enabled: bool) -> None:
        """What the last pull brought, and whether one can begin."""
        if hours not in _HOURS:
            self.when.set_choices([Choice(h, _hours_words(h)) for h in sorted((*_HOURS, hours))])
        self.when.set_value(hours)
        self.pull.setEnabled(enabled)
        self.last.setText(self._last_words(state, enabled=enabled))

    def show_running(self, *, running: bool) -> None:
        for widget in (self.progress, self.note, self.cancel):
            widget.setVisible(running)
        self.pull.setVisible(not running)
        if running:
            self.error.hide()
            self.progress.set_part(None)
            self.note.setText(QCoreApplication.translate("Insights", "Asking…"))

    def show_progress(self, state: PullState) -> None:
        number = self._till.formats.number
        self.progress.set_part(state.done / state.total if state.total else None)
        words = QCoreApplication.translate("Insights", "{done} of {total} customers")
        self.note.setText(words.format(done=number(state.done), total=number(state.total)))

    def show_cancelling(self) -> None:
        self.note.setText(QCoreApplication.translate("Insights", "Cancelling…"))

    def show_failure(self, problem: Problem) -> None:
        self.error.setText(f"{problem_title(problem)}. {problem_message(problem)}")
        self.error.show()

    def _last_words(self, state: PullState | None, *, enabled: bool) -> str:
        translate, formats = QCoreApplication.translate, self._till.formats
        number, now = formats.number, self._till.now()
        if state is None:
            if enabled:
                return translate("Insights", "Nothing was pulled yet.")
            return translate("Insights", "Nothing was pulled yet. Enable Customer Insights first.")
        if state.finished is None:
            words = translate(
                "Insights", "Begun {when}, not finished: {done} of {total} customers. The next pull goes on."
            )
            return words.format(
                when=formats.moment(state.started, now), done=number(state.done), total=number(state.total)
            )
        words = translate(
            "Insights", "{when}: {done} customers asked for, {changed} changed, {unknown} not known there."
        )
        return words.format(
            when=formats.moment(state.finished, now),
            done=number(state.done),
            changed=number(state.changed),
            unknown=number(state.unknown),
        )


def _hours_words(hours: int) -> str:
    translate = QCoreApplication.translate
    if not hours:
        return translate("Insights", "by hand")
    return translate("Distribution", "every %n hour(s)", "", hours)
