"""A distribution job: when it runs, what waits for it, and what it has published."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.configuration.schedule import Mode, Schedule
from clienteling.domain.configuration.sections import SECTIONS, Job
from clienteling.services.headquarters.distribution import JobStatus
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column
from clienteling.ui.theme import SPACE_4, STRONG, TEXT_HEAD
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.select import Choice, Select


class JobDetail(QWidget):
    """`run_asked`; `scheduled` with mode and hours; `republish_asked` with the version that is lit in the history."""

    run_asked = Signal()
    scheduled = Signal(object, int)
    republish_asked = Signal(int)

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self.title = Label(size=TEXT_HEAD, weight=STRONG)
        modes = [Choice(mode, schedule_words(Schedule(mode))) for mode in Mode]
        self.when = Select(modes, prefix=translate("Distribution", "Runs"))
        self.hours = Field(translate("Distribution", "Hours"))
        self.hours.setFixedWidth(180)
        self.run = Button(translate("Distribution", "Run now"), icon="play")
        self.again = Button(translate("Distribution", "Publish this version again"), icon="history")
        self.error = Label(tone=Tone.DANGER, wrap=True)
        self.waiting = DataTable(translate("Distribution", "What waits"), self._waiting_columns(), opens=False)
        self.waiting.set_empty(
            "circle-check",
            translate("Distribution", "Nothing waits"),
            translate("Distribution", "Tills have all that headquarters has decided."),
        )
        self.history = DataTable(translate("Distribution", "History"), self._history_columns(), opens=False)
        self._lay_out()
        self.when.changed.connect(self._choose_mode)
        self.hours.submitted.connect(self._tell_hours)
        self.hours.edit.editingFinished.connect(self._tell_hours)
        self.run.clicked.connect(self.run_asked)
        self.again.clicked.connect(self._tell_again)
        self.history.selected.connect(lambda _: self._show_again())
        self._schedule = Schedule()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.again)
        head.addWidget(self.hours)
        head.addWidget(self.when)
        head.addWidget(self.run)
        tables = QHBoxLayout()
        tables.setSpacing(SPACE_4)
        tables.addWidget(self.waiting, 2)
        tables.addWidget(self.history, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.error)
        column.addLayout(tables, 1)
        self.error.hide()

    def _waiting_columns(self) -> list[Column[Any]]:
        translate = QCoreApplication.translate
        deleted = translate("Distribution", "to be deleted")
        return [
            Column(translate("Distribution", "What"), lambda s: translate("Problem", SECTIONS[s.section].title)),
            Column(translate("Distribution", "Which"), lambda s: s.key if s.item else f"{s.key}, {deleted}", weight=2),
            Column(translate("Distribution", "Who"), lambda s: s.worker or "–", muted=True),
        ]

    def _history_columns(self) -> list[Column[Any]]:
        translate, formats = QCoreApplication.translate, self._till.formats

        def changed(snapshot: Any) -> str:
            if snapshot.republished is not None:
                words = translate("Distribution", "version {version} again")
                return words.format(version=snapshot.republished)
            keys = [change.key for change in snapshot.changes]
            return formats.joined(keys[:4]) + ("…" if len(keys) > 4 else "") or translate("Distribution", "everything")

        return [
            Column(translate("Distribution", "Version"), lambda s: formats.number(s.version), at_end=True, weight=0,
                   sort_key=lambda s: s.version),
            Column(translate("Distribution", "When"), lambda s: formats.moment(s.at, self._till.now()), width=130,
                   sort_key=lambda s: s.at),
            Column(translate("Distribution", "What changed"), changed, weight=3),
            Column(translate("Distribution", "Who"), lambda s: s.worker or "–", muted=True),
        ]  # fmt: skip

    def show_job(self, status: JobStatus, history: Sequence[Any]) -> None:
        self._schedule = status.schedule
        self.title.setText(job_words(status.job))
        self.when.set_value(status.schedule.mode)
        self.hours.setVisible(status.schedule.mode is Mode.EVERY)
        if not self.hours.edit.hasFocus():
            self.hours.set_text(str(status.schedule.hours or 4))
        self.waiting.show_rows(status.waiting)
        self.history.show_rows(tuple(history))
        self._show_again()

    def say(self, message: str) -> None:
        """What stands in the way of running; "" takes it away."""
        self.error.setText(message)
        self.error.setVisible(bool(message))
        self.hours.clear_error()

    def _show_again(self) -> None:
        """Only an older version can be published again."""
        rows, current = self.history.rows, self.history.current()
        newest = max((snapshot.version for snapshot in rows), default=0)
        self.again.setVisible(current is not None and current.version != newest)

    def _tell_again(self) -> None:
        current = self.history.current()
        if current is not None:
            self.republish_asked.emit(current.version)

    def _choose_mode(self, mode: object) -> None:
        if mode is Mode.EVERY:
            self.hours.show()
            self.hours.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell_hours()
        elif isinstance(mode, Mode):
            self.scheduled.emit(mode, 0)

    def _tell_hours(self) -> None:
        text = self.hours.text().strip()
        hours = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
        if Schedule(Mode.EVERY, hours) != self._schedule:
            self._schedule = Schedule(Mode.EVERY, hours)
            self.scheduled.emit(Mode.EVERY, hours)


def job_words(job: Job) -> str:
    """1110 Global configuration."""
    return f"{int(job)} {QCoreApplication.translate('Problem', job.title)}"


def schedule_words(schedule: Schedule) -> str:
    translate = QCoreApplication.translate
    match schedule.mode:
        case Mode.ON_SAVE:
            return translate("Distribution", "on save")
        case Mode.BY_HAND:
            return translate("Distribution", "by hand")
    if not schedule.hours:
        return translate("Distribution", "every few hours")
    return translate("Distribution", "every %n hour(s)", "", schedule.hours)
