"""Distribution jobs: what each has waiting, when it runs, what it has published."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from clienteling.database import company
from clienteling.database.configuration import sections, snapshots, staged
from clienteling.database.configuration.snapshots import Snapshot
from clienteling.database.configuration.staged import Staged
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.configuration.configuration import Configuration, difference
from clienteling.domain.configuration.schedule import (
    Mode,
    Schedule,
    check,
    ran,
    ran_parameter,
    schedule_of,
    stored,
    when_parameter,
)
from clienteling.domain.configuration.sections import SECTIONS, Job, Section, carried_by
from clienteling.domain.errors import NotFound, Problem, mark
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.headquarters import publishing
from clienteling.services.operations import Operations, Writing

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class JobStatus:
    """A job as the distribution schedule shows it. `newest` is None before the first snapshot."""

    job: Job
    sections: tuple[Section, ...]
    schedule: Schedule
    ran: datetime | None
    newest: Snapshot | None
    waiting: tuple[Staged, ...]


class Distribution:
    """Publishes what waits (9020), all of a job or nothing of it. Without a session it is an administrator's."""

    def __init__(self, operations: Operations, published: Callable[[], None] = lambda: None) -> None:
        self._operations = operations
        self._published = published

    def jobs(self, session: Session | None) -> tuple[JobStatus, ...]:
        """All jobs."""
        return self._read(session, _statuses)

    def history(self, session: Session | None, job: Job, limit: int = 50) -> tuple[Snapshot, ...]:
        """The snapshots of a job, newest first; the first one is made if there is none."""
        if not self._read(session, lambda t: snapshots.newest_version(t, job)):
            self._operations.write(session, Operation.PUBLISH, lambda w: _keep_first(w, job))
        return self._read(session, lambda t: snapshots.of_job(t, job, limit))

    def snapshot(self, session: Session | None, job: Job, version: int) -> Configuration:
        """What a version carries. Raises `NotFound`."""
        return self._read(session, lambda t: _document(t, job, version))

    def run(self, session: Session | None, jobs: Collection[Job] = tuple(Job)) -> Changes:
        """Publish what waits for these jobs in one transaction. Raises what stands in the way of it."""
        changes = self._operations.write(session, Operation.PUBLISH, lambda w: _run(w, jobs))
        self._published()
        return changes

    def republish(self, session: Session | None, job: Job, version: int) -> Changes:
        """Bring back what an older version carried, as a new version. Raises `NotFound`, and what stands in the way."""

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            wanted = _document(transaction, job, version)
            live = sections.read(transaction)
            changes = difference(live, wanted)
            publishing.check(transaction, live, changes)
            publishing.store(writing, changes)
            publishing.note(writing, changes)
            publishing.keep_snapshots(writing, [job], changes, republished=version)
            _remember_run(writing, [job])

        changes = self._operations.write(session, Operation.PUBLISH, work)
        self._published()
        return changes

    def set_schedule(self, session: Session | None, job: Job, schedule: Schedule) -> Changes:
        """Choose when a job runs. On save: what waits is published now. Raises `Invalid` at "hours"."""
        check(schedule)

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            before = schedule_of(company.parameters(transaction), job)
            if before == schedule:
                return
            company.set_parameter(transaction, company.COMPANY, when_parameter(job), stored(schedule))
            writing.note(f"distribution job {int(job)}: schedule", None, str(before), str(schedule))
            if schedule.mode is Mode.ON_SAVE:
                _run(writing, [job])

        changes = self._operations.write(session, Operation.PUBLISH, work)
        self._published()
        return changes

    def run_due(self, now: datetime) -> Changes:
        """Run the jobs whose hours have passed and that have something waiting: asked by open windows now and then.

        A job that cannot run is left for the next time; what stands in its way is shown where somebody runs it.
        """
        due = self._operations.database.read(lambda t: _due(t, now))
        touched = Changes(frozenset())
        for job in due:
            try:
                touched = self.run(None, [job])
            except Problem as problem:
                self._operations.record_refusal(None, Operation.PUBLISH, problem)
                self._operations.database.write(lambda t, job=job: _set_ran(t, job, now))  # type: ignore[misc]
        return touched

    def _read(self, session: Session | None, work: Callable[[Transaction], Result]) -> Result:
        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.PUBLISH, work)


def _statuses(transaction: Transaction) -> tuple[JobStatus, ...]:
    given = company.parameters(transaction)
    waiting = staged.read(transaction)
    return tuple(
        JobStatus(
            job,
            carried_by(job),
            schedule_of(given, job),
            ran(given, job),
            next(iter(snapshots.of_job(transaction, job, 1)), None),
            tuple(s for s in waiting if SECTIONS[s.section].job is job),
        )
        for job in Job
    )


def _document(transaction: Transaction, job: Job, version: int) -> Configuration:
    found = snapshots.document(transaction, job, version)
    if found is None:
        raise NotFound(mark("Job {job} has no version {version}."), job=int(job), version=version)
    return found


def _keep_first(writing: Writing, job: Job) -> None:
    publishing.keep_snapshots(writing, [job], ())


def _run(writing: Writing, jobs: Collection[Job]) -> None:
    publishing.publish(writing, jobs)
    _remember_run(writing, jobs)


def _remember_run(writing: Writing, jobs: Collection[Job]) -> None:
    for job in jobs:
        _set_ran(writing.transaction, job, writing.at)


def _set_ran(transaction: Transaction, job: Job, at: datetime) -> None:
    company.set_parameter(transaction, company.COMPANY, ran_parameter(job), at.isoformat())


def _due(transaction: Transaction, now: datetime) -> tuple[Job, ...]:
    given = company.parameters(transaction)
    waiting = {SECTIONS[s.section].job for s in staged.read(transaction)}
    return tuple(job for job in sorted(waiting) if schedule_of(given, job).is_due(ran(given, job), now))
