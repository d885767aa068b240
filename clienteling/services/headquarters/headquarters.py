"""What administrators work on: the configuration as it will be, item by item, with what waits to be published."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from clienteling.database.configuration import company, sections, snapshots, staged
from clienteling.database.configuration.staged import Staged
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.configuration.company import FeatureSettings, NumberSequence
from clienteling.domain.configuration.configuration import (
    ChangedMeanwhile,
    Configuration,
    InUse,
    InvalidConfiguration,
    ItemChange,
    difference,
    findings,
    where_used,
)
from clienteling.domain.configuration.item import ConfirmationNeeded, Item, Remark
from clienteling.domain.configuration.sections import SECTIONS, Job, Section, section
from clienteling.domain.configuration.usual import going_with
from clienteling.domain.errors import Invalid, NotFound, mark
from clienteling.domain.feature import Feature, FeatureState
from clienteling.domain.number_sequence import capacity, numbered
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.headquarters import publishing
from clienteling.services.headquarters.publishing import View
from clienteling.services.operations import Operations, Writing

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did: the jobs that have brought it to the tills; none if it waits."""

    changes: Changes
    published: tuple[Job, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """What a document changed, or would change, and what is to be known about it."""

    difference: tuple[ItemChange, ...]
    published: tuple[Job, ...]
    remarks: tuple[Remark, ...]


class _DryRun(Exception):
    """Takes back what was only tried."""


@dataclass(frozen=True, slots=True)
class NextNumber:
    """The number that a sequence gives next, as it is written, and how many there are until it runs out."""

    number: int
    written: str
    left: int


class Headquarters:
    """Reads, saves and deletes items of the configuration (9006). Without a session it is an administrator's."""

    def __init__(self, operations: Operations, published: Callable[[], None] = lambda: None) -> None:
        self._operations = operations
        self._published = published

    def sections(self) -> tuple[Section, ...]:
        """All sections, each after those that it refers to."""
        return tuple(SECTIONS.values())

    def view(self, session: Session | None) -> View:
        """What is live and what waits, in one consistent state."""
        return self._read(session, publishing.view)

    def configuration(self, session: Session | None) -> Configuration:
        """Everything as it will be when all that waits is published."""
        return self.view(session).configuration

    def items(self, session: Session | None, name: str) -> tuple[Item, ...]:
        """The items of a section by key, as they will be."""
        known = self.configuration(session).items(section(name).name)
        return tuple(known[key] for key in sorted(known))

    def item(self, session: Session | None, name: str, key: str) -> Item | None:
        return self.configuration(session).find(section(name).name, key)

    def waiting(self, session: Session | None) -> tuple[Staged, ...]:
        """What is saved and not published, with who saved it when."""
        return self._read(session, staged.read)

    def where_used(self, session: Session | None, name: str, key: str) -> tuple[Remark, ...]:
        """What needs an item: other items, and data of customers. Empty: it can be deleted."""

        def work(transaction: Transaction) -> tuple[Remark, ...]:
            now = publishing.view(transaction)
            live = now.live.find(name, key)
            return where_used(now.configuration, name, key) + sections.uses(
                transaction, ItemChange(name, key, live, None)
            )

        return self._read(session, work)

    def check(self, session: Session | None, name: str, item: Item, opened: Item | None = None) -> tuple[Remark, ...]:
        """What would have to be confirmed to save an item. Raises `InvalidConfiguration` with all that is wrong."""
        return self._read(session, lambda t: _checked(t, publishing.view(t), _change(name, item, opened)))

    def save(
        self,
        session: Session | None,
        name: str,
        item: Item,
        opened: Item | None = None,
        *,
        confirmed: bool = False,
    ) -> Saved:
        """Save an item, which was `opened` in an editor (None: it is new); published at once if its job says so.

        Raises `InvalidConfiguration` at the fields, `ChangedMeanwhile` if the item is not any more what was opened, and
        `ConfirmationNeeded` with its remarks unless it is `confirmed`.
        """
        section(name)
        if item.key != (opened or item).key:
            raise Invalid("key", mark("What an item is known by stays as it is. Make a new one instead."))
        return self._change(session, _change(name, item, opened), confirmed=confirmed)

    def delete(self, session: Session | None, name: str, opened: Item) -> Saved:
        """Delete an item. Raises `InUse` with where it is used, and `ChangedMeanwhile`."""
        if section(name).fixed:
            raise Invalid("key", mark("This is always there. It can be changed, not deleted."))
        return self._change(session, ItemChange(name, opened.key, opened, None), confirmed=True)

    def discard(self, session: Session | None, name: str, key: str) -> Changes:
        """Forget what waits for an item: it stays as tills have it. Raises `NotFound`."""

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            now = publishing.view(transaction)
            if now.staged(name, key) is None:
                raise NotFound(mark("Nothing waits for “{key}”."), key=key)
            waiting = now.configuration.find(name, key)
            back = ItemChange(name, key, waiting, now.live.find(name, key))
            changes = (back, *going_with(now.configuration, back))
            staged.remove(transaction, [(change.section, change.key) for change in changes])
            publishing.note(writing, changes)

        return self._operations.write(session, Operation.SET_UP, work)

    def difference_of(self, session: Session | None, wanted: Configuration) -> tuple[ItemChange, ...]:
        """What would change if the sections of `wanted` were as it says."""
        return difference(self.configuration(session), wanted)

    def apply(self, session: Session | None, wanted: Configuration, *, dry_run: bool = False) -> Applied:
        """Make the sections that `wanted` speaks of as it says, whole, and publish them, all in one transaction.

        A company that begins with it has the feature off, unless it says otherwise. Raises `InvalidConfiguration` with
        all that is wrong, `InUse`, `LockedOut`. A dry run does the same and takes it back.
        """
        done: list[Applied] = []

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            live = sections.read(transaction)
            complete = _with_rules(live, _with_features(live, wanted))
            changes = difference(live, complete)
            publishing.check(transaction, live, changes)
            remarks = sections.remarks(transaction, changes) + publishing.all_untranslated(live, changes)
            publishing.store(writing, changes)
            publishing.note(writing, changes)
            waiting = [(s.section, s.key) for s in staged.read(transaction) if s.section in complete.sections]
            staged.remove(transaction, waiting)
            jobs = {SECTIONS[name].job for name in complete.sections}
            published = publishing.keep_snapshots(writing, jobs, changes)
            done[:] = [Applied(changes, published, remarks)]
            if dry_run:
                raise _DryRun

        try:
            self._operations.write(session, Operation.SET_UP, work)
            self._published()
        except _DryRun:
            pass
        return done[0]

    def next_number(self, session: Session | None, item: NumberSequence) -> NextNumber:
        """Where a published number sequence stands; one that waits begins with 1."""

        def work(transaction: Transaction) -> NextNumber:
            live = item.key in sections.read(transaction, ["number_sequences"]).items("number_sequences")
            number = company.next_number(transaction, item) if live else 1
            left = max(capacity(item.format) - number + 1, 0)
            return NextNumber(number, numbered(item.format, number) if left else "", left)

        return self._read(session, work)

    def set_next_number(self, session: Session | None, item: NumberSequence, number: int) -> Changes:
        """Let a sequence go on with a greater number. Raises `Invalid` at "next_number"."""

        def work(writing: Writing) -> None:
            before = company.next_number(writing.transaction, item)
            if not before <= number <= capacity(item.format):
                message = mark("The next number is from {before} to {last}: what was given is not given again.")
                raise Invalid("next_number", message, before=before, last=capacity(item.format))
            if number != before:
                company.set_next_number(writing.transaction, item, number)
                writing.note(f"number sequence {item.key}: next number", None, str(before), str(number))

        return self._operations.write(session, Operation.SET_UP, work)

    def _read(self, session: Session | None, work: Callable[[Transaction], Result]) -> Result:
        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.SET_UP, work)

    def _change(self, session: Session | None, change: ItemChange, *, confirmed: bool) -> Saved:
        published: tuple[Job, ...] = ()
        remarks: tuple[Remark, ...] = ()

        def work(writing: Writing) -> None:
            nonlocal published, remarks
            transaction = writing.transaction
            now = publishing.view(transaction)
            _refuse_if_changed(transaction, now, change)
            if change.before == change.after:
                return
            remarks = _checked(transaction, now, change)
            if remarks and not confirmed:
                raise ConfirmationNeeded(remarks)
            for each in (change, *going_with(now.configuration, change)):
                publishing.note(writing, [each])
                _stage(writing, now, each)
            published = _publish_if_due(writing, change)

        changes = self._operations.write(session, Operation.SET_UP, work)
        if published:
            self._published()
        return Saved(changes, published, remarks)


def _with_features(live: Configuration, wanted: Configuration) -> Configuration:
    """What a document asks for; a new company has to enable the feature."""
    if live.items("legal_entities") or "features" in wanted.sections:
        return wanted
    off = FeatureSettings(Feature.CLIENTELING, FeatureState.OFF)
    return Configuration({**wanted.sections, "features": {off.key: off}})


def _with_rules(live: Configuration, wanted: Configuration) -> Configuration:
    """What a document asks for, with what goes with its legal entities where it does not speak of that."""
    if "follow_up_rules" in wanted.sections:
        return wanted
    going = [change for of in difference(live, wanted) for change in going_with(live, of)]
    if not going:
        return wanted
    return Configuration({**wanted.sections, "follow_up_rules": live.changed_by(going).items("follow_up_rules")})


def _change(name: str, item: Item, opened: Item | None) -> ItemChange:
    return ItemChange(section(name).name, item.key, opened, item)


def _refuse_if_changed(transaction: Transaction, now: View, change: ItemChange) -> None:
    """Raise `ChangedMeanwhile` if an item is not what it was when it was opened."""
    theirs = now.configuration.find(change.section, change.key)
    if theirs == change.before:
        return
    waiting = now.staged(change.section, change.key)
    if waiting is not None:
        raise ChangedMeanwhile(theirs, waiting.worker, waiting.at)
    published = snapshots.last_change(transaction, SECTIONS[change.section].job, change.section, change.key)
    worker, at = (published.worker, published.at) if published else ("", None)
    raise ChangedMeanwhile(theirs, worker, at)


def _checked(transaction: Transaction, now: View, change: ItemChange) -> tuple[Remark, ...]:
    """Raise what is wrong with a change, seen with all that waits; what is to be confirmed."""
    after = now.configuration.changed_by([change, *going_with(now.configuration, change)])
    live = now.live.find(change.section, change.key)
    for_tills = ItemChange(change.section, change.key, live, change.after)
    if change.after is None:
        publishing.check_unused(transaction, after, for_tills)
        return ()
    wrong = findings(after, [change]) + sections.findings(transaction, [for_tills])
    if wrong:
        raise InvalidConfiguration(wrong)
    return sections.remarks(transaction, [for_tills]) + publishing.untranslated(change.before, change.after, after)


def _stage(writing: Writing, now: View, change: ItemChange) -> None:
    """Let a change wait; one that brings back what tills have waits no more."""
    if now.live.find(change.section, change.key) == change.after:
        staged.remove(writing.transaction, [(change.section, change.key)])
        return
    worker_id = writing.session.worker.id if writing.session else None
    staged.stage(writing.transaction, change.section, change.key, change.after, writing.at, worker_id)


def _publish_if_due(writing: Writing, change: ItemChange) -> tuple[Job, ...]:
    """Publish what waits for the jobs that are published on save: all of them, or else the one of the change.

    What needs something that waits for another job is published together with that one.
    """
    mine, due = SECTIONS[change.section].job, publishing.on_save(writing.transaction)
    if mine not in due:
        return ()
    now = publishing.view(writing.transaction)
    waiting = due & {SECTIONS[s.section].job for s in now.waiting}
    for jobs in (waiting, waiting & {mine}):
        changes = publishing.waiting_changes(now.live, [s for s in now.waiting if SECTIONS[s.section].job in jobs])
        try:
            publishing.check(writing.transaction, now.live, changes)
        except (InvalidConfiguration, InUse):
            continue
        return publishing.publish(writing, jobs)
    return ()
