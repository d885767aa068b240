"""How an operation runs: permission, transaction, record. Every service works through this."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TypeVar

from clienteling.database import guards, records, workers
from clienteling.database.engine import Database, Transaction
from clienteling.domain.audit import Change, Changes, Kind, Outcome, Record
from clienteling.domain.errors import Conflict, NotAllowed, Problem
from clienteling.domain.feature import OPERATIONS, TITLES, FeatureOff
from clienteling.domain.operations import READINGS, Operation
from clienteling.domain.worker import Override, Session
from clienteling.services.overrides import Overrides

Result = TypeVar("Result")

_TOUCHES: dict[int, frozenset[Kind]] = {
    Operation.CUSTOMER_ADD: frozenset({Kind.CUSTOMERS, Kind.BOOKS}),
    Operation.CUSTOMER_EDIT: frozenset({Kind.CUSTOMERS, Kind.BOOKS}),
    Operation.ADD_TO_CLIENT_BOOK: frozenset({Kind.BOOKS}),
    Operation.REMOVE_FROM_CLIENT_BOOK: frozenset({Kind.BOOKS}),
    Operation.REASSIGN: frozenset({Kind.BOOKS, Kind.TASKS}),
    Operation.ADD_ACTIVITY: frozenset({Kind.TIMELINE}),
    Operation.ADD_NOTE: frozenset({Kind.TIMELINE}),
    Operation.EDIT_ACTIVITY_OF_OTHERS: frozenset({Kind.TIMELINE}),
    Operation.RESET_PASSWORD: frozenset({Kind.WORKERS}),
    Operation.EXTENDED_LOG_ON: frozenset({Kind.WORKERS}),
    Operation.CHANGE_PASSWORD: frozenset({Kind.WORKERS}),
    Operation.SAVE_VIEW: frozenset({Kind.VIEWS}),
    Operation.SHARE_VIEW: frozenset({Kind.VIEWS}),
    Operation.KEY_VAULT: frozenset({Kind.CLOUDS}),
    Operation.INSIGHTS: frozenset({Kind.CLOUDS, Kind.CUSTOMERS, Kind.TIMELINE}),
    Operation.TASKS: frozenset({Kind.TASKS}),
    Operation.TASKS_OF_OTHERS: frozenset({Kind.TASKS}),
    Operation.LEND_BOOK: frozenset({Kind.BOOKS, Kind.TASKS}),
    Operation.MERGE_CUSTOMERS: frozenset({Kind.CUSTOMERS, Kind.BOOKS, Kind.TIMELINE}),
    Operation.ERASE_CUSTOMER: frozenset({Kind.CUSTOMERS, Kind.BOOKS, Kind.TIMELINE}),
    Operation.EXPORT_PERSONAL_FILE: frozenset(),
    Operation.LOG_ON: frozenset(),
    Operation.LOG_OFF: frozenset(),
    Operation.LOCK: frozenset(),
    Operation.EXPORT: frozenset(),
    Operation.EXPORT_STORE: frozenset(),
    Operation.PUBLISH: frozenset(Kind),
    **dict.fromkeys(READINGS, frozenset()),
}


@dataclass(slots=True)
class Writing:
    """A write on its way: the transaction, when and by whom it happens, and what it has changed so far.

    `override` is what somebody else signed for; `signed` becomes true when something needed it.
    """

    transaction: Transaction
    at: datetime
    session: Session | None
    changes: list[Change] = field(default_factory=list)
    undoes: int | None = None
    override: Override | None = None
    signed: bool = False
    _record_id: int | None = None

    def record_id(self) -> int:
        """The key that the record will have."""
        if self._record_id is None:
            self._record_id = self.transaction.key()
        return self._record_id

    def note(self, subject: str, customer_id: int | None, before: str | None, after: str | None) -> None:
        """Remember a change for the record; None stands for what was not, or is no more."""
        self.changes.append(Change(subject, customer_id, before, after))


def touched_by(operation: int) -> frozenset[Kind]:
    """The kinds of things that an operation changes; all of them if that is not known."""
    return _TOUCHES.get(operation, frozenset(Kind))


class Operations:
    """Runs reads and writes for a worker who is signed in, or for an administrator at the command line (no session)."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.clock = clock
        self.overrides = Overrides(clock)

    def read(self, session: Session, operation: Operation, work: Callable[[Transaction], Result]) -> Result:
        """Run `work` if the worker has the permission now. A refusal is recorded and raised.

        So is that somebody else signed for what is looked at.
        """

        def checked(transaction: Transaction) -> tuple[Override | None, Result]:
            # Most sessions carry none, and reads are many.
            override = self.overrides.of(session) if session.override is not None else None
            return _check(transaction, session, operation, override, self.clock()), work(transaction)

        with self._refusals(session, operation):
            override, result = self.database.read(checked)
        if override is not None and operation in READINGS and self.overrides.is_first(override, operation):
            self._record_look(session, operation, override)
        return result

    def write(
        self,
        session: Session | None,
        operation: Operation,
        work: Callable[[Writing], None],
        *,
        reason: str = "",
    ) -> Changes:
        """Run `work` in one transaction and record what it noted. Nothing noted: nothing is recorded.

        `work` may run more than once, each time from the beginning. A refusal of any kind is recorded and raised.
        """

        def checked(override: Override | None, transaction: Transaction) -> tuple[bool, Changes]:
            writing = Writing(transaction, self.clock(), session, override=override)
            signed_by = _signed_by(writing, operation)
            work(writing)
            if not writing.changes:
                return writing.signed, Changes(frozenset())
            record = _record(writing.record_id(), writing, operation, Outcome.DONE, reason, signed_by)
            records.write(transaction, record)
            customers = frozenset(c.customer_id for c in writing.changes if c.customer_id is not None)
            return writing.signed, Changes(touched_by(operation), customers, record.id)

        with self._refusals(session, operation), self._override(session) as used:
            signed, changes = self.database.write(partial(checked, used.override))
            used.is_spent = signed
            return changes

    def also(self, writing: Writing, operation: Operation, work: Callable[[Writing], None]) -> int | None:
        """Run another operation within a write, with its own permission and record: both are done, or neither.

        The key of its record; None if it changed nothing.
        """
        transaction = writing.transaction
        other = Writing(transaction, writing.at, writing.session, override=writing.override)
        signed_by = _signed_by(other, operation)
        writing.signed |= other.signed
        work(other)
        if not other.changes:
            return None
        record = _record(other.record_id(), other, operation, Outcome.DONE, "", signed_by)
        records.write(transaction, record)
        return record.id

    def record_refusal(self, session: Session | None, operation: Operation, problem: Problem) -> None:
        """Write the audit line of something that was refused."""

        def work(transaction: Transaction) -> None:
            writing = Writing(transaction, self.clock(), session)
            records.write(transaction, _record(transaction.key(), writing, operation, Outcome.REFUSED, problem.message))

        self.database.write(work)

    def _record_look(self, session: Session, operation: Operation, override: Override) -> None:
        def work(transaction: Transaction) -> None:
            writing = Writing(transaction, self.clock(), session)
            key = transaction.key()
            records.write(transaction, _record(key, writing, operation, Outcome.DONE, "", override.approver_id))

        self.database.write(work)

    @contextmanager
    def _override(self, session: Session | None) -> Iterator["_Use"]:
        """The session's override while it may be used; what was not spent is given back."""
        use = _Use(self.overrides.take(session) if session is not None else None)
        try:
            yield use
        finally:
            if use.override is not None and not use.is_spent:
                self.overrides.give_back(use.override)

    @contextmanager
    def _refusals(self, session: Session | None, operation: Operation) -> Iterator[None]:
        """Records what is refused inside. The refused transaction was rolled back, so the record needs its own."""
        try:
            yield
        except (NotAllowed, Conflict, FeatureOff) as refusal:
            self.record_refusal(session, operation, refusal)
            raise

    def forbidden(self, session: Session) -> dict[Operation, tuple[str, ...]]:
        """The operations that the worker may not use now, each with the permission groups that have it."""

        def work(transaction: Transaction) -> dict[Operation, tuple[str, ...]]:
            allowed = workers.operations_of(transaction, session.worker.id, session.store.id, session.roles)
            allowed |= guards.for_everybody(transaction)
            return {o: workers.who_may(transaction, o) for o in Operation if o not in allowed}

        return self.database.read(work)

    def switched_off(self, session: Session) -> dict[Operation, FeatureOff]:
        """The operations whose feature is not on now in the session's store."""

        def work(transaction: Transaction) -> dict[Operation, FeatureOff]:
            found = ((o, _switched_off(transaction, session, o, self.clock())) for o in OPERATIONS)
            return {operation: problem for operation, problem in found if problem is not None}

        return self.database.read(work)


@dataclass(slots=True)
class _Use:
    """An override within a write."""

    override: Override | None
    is_spent: bool = False


def _check(
    transaction: Transaction, session: Session, operation: Operation, override: Override | None, now: datetime
) -> Override | None:
    """The override if it was needed.

    Raises `FeatureOff`, or `NotAllowed`: neither the worker nor who signed for it may do this now.
    """
    problem = _switched_off(transaction, session, operation, now)
    if problem is not None:
        raise problem
    if workers.may(transaction, session.worker.id, session.store.id, operation, session.roles):
        return None
    guard = guards.settings(transaction, operation)
    if not guard.check_user_access and guards.works_in(transaction, session.worker.id, session.store.id):
        return None
    if (
        override is not None
        and guard.override
        and operation in override.operations
        and workers.may(transaction, override.approver_id, session.store.id, operation)
    ):
        return override
    raise NotAllowed(operation.title, workers.who_may(transaction, operation))


def _switched_off(transaction: Transaction, session: Session, operation: Operation, now: datetime) -> FeatureOff | None:
    """Why an operation is not there, if the feature that brings it is not on."""
    feature = OPERATIONS.get(operation)
    if feature is None:
        return None
    status = guards.feature(transaction, feature)
    if status.is_on(now, session.store.time_zone):
        return None
    return FeatureOff(operation.title, TITLES[feature], status.starts)


def _signed_by(writing: Writing, operation: Operation) -> int | None:
    """Who signed for an operation, if that was needed."""
    if writing.session is None:
        return None
    used = _check(writing.transaction, writing.session, operation, writing.override, writing.at)
    writing.signed |= used is not None
    return used.approver_id if used is not None else None


def _record(
    key: int, writing: Writing, operation: Operation, outcome: Outcome, reason: str, override_by: int | None = None
) -> Record:
    session = writing.session
    return Record(
        id=key,
        at=writing.at,
        operation=operation,
        outcome=outcome,
        worker_id=session.worker.id if session else None,
        register_id=session.register.id if session else None,
        legal_entity_id=session.legal_entity.id if session else None,
        reason=reason,
        changes=tuple(writing.changes),
        undoes=writing.undoes,
        override_by=override_by,
    )
