"""The distribution schedule: the jobs that bring what headquarters decides to the tills."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.configuration.schedule import Mode, Schedule
from clienteling.domain.configuration.sections import Job
from clienteling.domain.errors import Invalid, Problem
from clienteling.services.headquarters.distribution import JobStatus
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.headquarters.job_detail import JobDetail, job_words, schedule_words
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column, Pill
from clienteling.ui.messages import problem_message
from clienteling.ui.page import Page
from clienteling.ui.theme import PAGE_PADDING, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.pill import State
from clienteling.ui.widgets.state_page import StatePage

_TABLE_HEIGHT = 54 + 6 * 52
_LEAST_DETAIL = 300


class DistributionPage(Page):
    """The jobs above; below the chosen one: when it runs, what waits, what it has published."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._job = Job.GLOBAL_CONFIGURATION
        self._error: Exception | None = None
        translate = QCoreApplication.translate
        self.run_all = Button(translate("Distribution", "Run all now"), icon="send", kind=Kind.PRIMARY)
        self.jobs = DataTable(translate("Distribution", "Distribution jobs"), self._columns(), opens=False)
        self.jobs.setFixedHeight(_TABLE_HEIGHT)
        self.detail = JobDetail(till)
        self.state = StatePage()
        self._lay_out()
        self.run_all.clicked.connect(lambda: self._run(tuple(Job)))
        self.jobs.selected.connect(self._choose)
        self.detail.run_asked.connect(lambda: self._run((self._job,)))
        self.detail.scheduled.connect(self._schedule)
        self.detail.republish_asked.connect(self._republish)
        self.state.primary.connect(self._read)
        self.state.plain.connect(self._copy_details)

    def _lay_out(self) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_4)
        inner.addWidget(self.jobs)
        inner.addWidget(self.detail, 1)
        self.detail.setMinimumHeight(_LEAST_DETAIL)
        self._content = QScrollArea()
        self._content.setFrameShape(QFrame.Shape.NoFrame)
        self._content.setWidgetResizable(True)
        self._content.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content.setWidget(content)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(0)
        title = QCoreApplication.translate("Headquarters", "Distribution schedule")
        column.addWidget(PageHead(title, self.run_all))
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._content)
        self._stack.addWidget(self.state)

    def _columns(self) -> list[Column[JobStatus]]:
        translate, formats = QCoreApplication.translate, self._till.formats

        def carries(status: JobStatus) -> str:
            return formats.joined(translate("Problem", section.title) for section in status.sections)

        def waiting(status: JobStatus) -> Pill | None:
            number = len(status.waiting)
            words = translate("Distribution", "%n waiting", "", number)
            return Pill(words, State.WARNING) if number else None

        def ran(status: JobStatus) -> str:
            at = _last(status)
            return formats.moment(at, self._till.now()) if at is not None else translate("Distribution", "never")

        return [
            Column[JobStatus](
                translate("Distribution", "Job"), lambda s: job_words(s.job), weight=2, sort_key=lambda s: s.job,
                strong=True, width=180,
            ),
            Column[JobStatus](translate("Distribution", "Carries"), carries, weight=5, muted=True, width=160),
            Column[JobStatus](translate("Distribution", "Waiting"), lambda _: "", pill=waiting, width=110,
                              sort_key=lambda s: len(s.waiting), cell=lambda s: len(s.waiting)),
            Column[JobStatus](translate("Distribution", "Last run"), ran, width=130, weight=2, sort_key=_last),
            Column[JobStatus](
                translate("Distribution", "Version"),
                lambda s: formats.number(s.newest.version) if s.newest else "–",
                at_end=True,
                weight=0,
                sort_key=lambda s: s.newest.version if s.newest else 0,
            ),
            Column[JobStatus](
                translate("Distribution", "Runs"), lambda s: schedule_words(s.schedule), weight=2, width=130
            ),
        ]  # fmt: skip

    # As pages do

    def activate(self, argument: object) -> None:
        if isinstance(argument, int) and argument in set(Job):
            self._job = Job(argument)
        self._read()
        self.jobs.setFocus()

    def refresh(self, changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        till, job = self._till, self._job
        distribution = till.services.distribution
        till.tasks.query(
            self,
            # The history first: it makes the first snapshot, which the table then knows.
            lambda: (distribution.history(till.session, job), distribution.jobs(till.session)),
            lambda found: self._show(found[1], job, found[0]),
            key="jobs",
            failed=self._fail,
        )

    def _show(self, statuses: tuple[JobStatus, ...], job: Job, history: tuple[object, ...]) -> None:
        self._error = None
        self._stack.setCurrentWidget(self._content)
        self.jobs.blockSignals(True)
        self.jobs.show_rows(statuses)
        status = next(status for status in statuses if status.job is job)
        self.jobs.select(status)
        self.jobs.blockSignals(False)
        self.detail.show_job(status, history)

    def _choose(self, status: JobStatus | None) -> None:
        if status is not None and status.job is not self._job:
            self._job = status.job
            self._read()

    # What people do

    def _run(self, jobs: tuple[Job, ...]) -> None:
        till = self._till
        self._write(
            lambda: till.services.distribution.run(till.session, jobs),
            QCoreApplication.translate("Distribution", "Published to the tills"),
        )

    def _schedule(self, mode: Mode, hours: int) -> None:
        till, job = self._till, self._job
        schedule = Schedule(mode, hours if mode is Mode.EVERY else 0)
        self._write(
            lambda: till.services.distribution.set_schedule(till.session, job, schedule),
            QCoreApplication.translate("Distribution", "{job} runs: {when}").format(
                job=job_words(job), when=schedule_words(schedule)
            ),
        )

    def _republish(self, version: int) -> None:
        till, job = self._till, self._job
        self._write(
            lambda: till.services.distribution.republish(till.session, job, version),
            QCoreApplication.translate("Distribution", "Version {version} is published again").format(version=version),
        )

    def _write(self, work: Callable[[], Changes], words: str) -> None:
        self.detail.say("")
        self._till.tasks.command(self, work, partial(self._done, words), self._refused)

    def _done(self, words: str, _changes: Changes) -> None:
        self._till.messages.toast(words)
        self._read()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Invalid) and error.field == "hours":
            self.detail.hours.set_error(problem_message(error))
        elif isinstance(error, Problem):
            self.detail.say(problem_message(error))
        else:
            self._till.messages.error(error)

    def _fail(self, error: Exception) -> None:
        self._error = error
        show_failure(self.state, QCoreApplication.translate("Distribution", "The jobs could not be read"), error)
        self._stack.setCurrentWidget(self.state)

    def _copy_details(self) -> None:
        if self._error is not None:
            copy_details(self.state, self._error)


def _last(status: JobStatus) -> datetime | None:
    """When it ran, or published with a save."""
    moments = [at for at in (status.ran, status.newest.at if status.newest else None) if at is not None]
    return max(moments, default=None)
