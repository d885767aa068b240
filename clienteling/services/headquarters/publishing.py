"""Checks changes of the configuration and brings them to the tills, within a transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from clienteling.database import company
from clienteling.database.configuration import people, sections, snapshots, staged
from clienteling.database.configuration.staged import Staged
from clienteling.database.engine import Transaction
from clienteling.domain.configuration.configuration import (
    Configuration,
    InUse,
    InvalidConfiguration,
    ItemChange,
    LockedOut,
    difference,
    findings,
    name_of,
    where_used,
)
from clienteling.domain.configuration.item import Item, Remark
from clienteling.domain.configuration.people import Worker
from clienteling.domain.configuration.schedule import Mode, schedule_of
from clienteling.domain.configuration.sections import SECTIONS, Job
from clienteling.domain.errors import mark
from clienteling.services.operations import Writing


@dataclass(frozen=True, slots=True)
class View:
    """The configuration as tills see it, and with what waits on top, as headquarters sees it."""

    live: Configuration
    waiting: tuple[Staged, ...]

    @property
    def configuration(self) -> Configuration:
        return self.live.changed_by(waiting_changes(self.live, self.waiting))

    def staged(self, section: str, key: str) -> Staged | None:
        return next((s for s in self.waiting if (s.section, s.key) == (section, key)), None)


def view(transaction: Transaction) -> View:
    return View(sections.read(transaction), staged.read(transaction))


def waiting_changes(live: Configuration, waiting: Collection[Staged]) -> tuple[ItemChange, ...]:
    """What waits as changes of what is live, in the order in which they can be stored."""
    wanted = live.changed_by(ItemChange(s.section, s.key, None, s.item) for s in waiting)
    return difference(live, wanted)


def check(transaction: Transaction, before: Configuration, changes: Sequence[ItemChange]) -> None:
    """Raise what is wrong with changes of `before`: `InvalidConfiguration` with all of it, or `InUse`."""
    after = before.changed_by(changes)
    wrong = (*findings(after, changes), *sections.findings(transaction, changes))
    if wrong:
        raise InvalidConfiguration(wrong)
    for change in changes:
        if change.after is None:
            check_unused(transaction, after, change)


def check_unused(transaction: Transaction, after: Configuration, change: ItemChange) -> None:
    """Raise `InUse` if something needs an item that is to be deleted."""
    uses = where_used(after, change.section, change.key) + sections.uses(transaction, change)
    if uses:
        raise InUse(name_of(change.before) if change.before is not None else change.key, uses)


def untranslated(before: Item | None, after: Item, configuration: Configuration) -> tuple[Remark, ...]:
    """The languages of workers in which a name is missing that was not missing before."""
    languages = frozenset(worker.language for worker in configuration.all(Worker).values() if not worker.blocked)
    missing = after.untranslated(languages)
    if before is not None:
        missing -= before.untranslated(languages)
    message = mark("“{key}” has no name in {languages}, which workers read.")
    return (Remark(message, {"key": after.key, "languages": ", ".join(sorted(missing))}),) if missing else ()


def all_untranslated(live: Configuration, changes: Sequence[ItemChange]) -> tuple[Remark, ...]:
    """The same for many changes of what is live."""
    after = live.changed_by(changes)
    return tuple(
        remark
        for change in changes
        if change.after is not None
        for remark in untranslated(change.before, change.after, after)
    )


def store(writing: Writing, changes: Sequence[ItemChange]) -> None:
    """Store checked changes where tills see them. Raises `LockedOut`."""
    transaction = writing.transaction
    could_set_up = people.can_set_up(transaction)
    sections.apply(transaction, changes)
    if could_set_up and not people.can_set_up(transaction):
        raise LockedOut


def note(writing: Writing, changes: Sequence[ItemChange]) -> None:
    """Remember each field that changes, for the record."""
    for change in changes:
        name = SECTIONS[change.section].title
        for field in change.fields():
            writing.note(f"{name}: {change.key}: {field.field}", None, field.before, field.after)


def publish(writing: Writing, jobs: Collection[Job]) -> tuple[Job, ...]:
    """Bring what waits for some jobs to the tills, all of it or nothing; the jobs that have a new snapshot."""
    transaction = writing.transaction
    now = view(transaction)
    mine = tuple(s for s in now.waiting if SECTIONS[s.section].job in jobs)
    changes = waiting_changes(now.live, mine)
    check(transaction, now.live, changes)
    keep_snapshots(writing, jobs, ())  # what was there before the first change can be brought back, too
    store(writing, changes)
    staged.remove(transaction, [(s.section, s.key) for s in mine])
    return keep_snapshots(writing, jobs, changes)


def keep_snapshots(
    writing: Writing, jobs: Collection[Job], changes: Sequence[ItemChange], republished: int | None = None
) -> tuple[Job, ...]:
    """Keep the next version of what each job carries, if it changed or there is none yet."""
    transaction = writing.transaction
    published: list[Job] = []
    worker_id = writing.session.worker.id if writing.session else None
    for job in sorted(jobs):
        mine = [change for change in changes if SECTIONS[change.section].job is job]
        if not mine and snapshots.newest_version(transaction, job):
            continue
        carried = sections.read(transaction, [s.name for s in SECTIONS.values() if s.job is job])
        version = snapshots.add(transaction, job, carried, mine, writing.at, worker_id, republished)
        writing.note(f"distribution job {int(job)}", None, str(version - 1) if version > 1 else None, str(version))
        published.append(job)
    return tuple(published)


def on_save(transaction: Transaction) -> frozenset[Job]:
    """The jobs that are published with each save."""
    given = company.parameters(transaction)
    return frozenset(job for job in Job if schedule_of(given, job).mode is Mode.ON_SAVE)
