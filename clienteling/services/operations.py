"""How an operation runs: permission, transaction, record. Every service works through this."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from clienteling.database import records, workers
from clienteling.database.engine import Database, Transaction
from clienteling.domain.audit import Change, Changes, Kind, Outcome, Record
from clienteling.domain.errors import Conflict, NotAllowed, Problem
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session

Result = TypeVar("Result")

_TOUCHES: dict[Operation, frozenset[Kind]] = {
    Operation.ADD_TO_CLIENT_BOOK: frozenset({Kind.BOOKS}),
    Operation.REMOVE_FROM_CLIENT_BOOK: frozenset({Kind.BOOKS}),
    Operation.REASSIGN: frozenset({Kind.BOOKS}),
    Operation.ADD_ACTIVITY: frozenset({Kind.TIMELINE}),
    Operation.ADD_NOTE: frozenset({Kind.TIMELINE}),
    Operation.RESET_PASSWORD: frozenset({Kind.WORKERS}),
    Operation.CHANGE_PASSWORD: frozenset({Kind.WORKERS}),
    Operation.LOG_ON: frozenset(),
    Operation.LOG_OFF: frozenset(),
    Operation.LOCK: frozenset(),
    Operation.EXPORT: frozenset(),
    Operation.EXPORT_STORE: frozenset(),
}


@dataclass(slots=True)
class Writing:
    """A write on its way: the transaction, when and by whom it happens, and what it has changed so far."""

    transaction: Transaction
    at: datetime
    session: Session | None
    changes: list[Change] = field(default_factory=list)
    undoes: int | None = None

    def note(self, subject: str, customer_id: int | None, before: str | None, after: str | None) -> None:
        """Remember a change for the record; None stands for what was not, or is no more."""
        self.changes.append(Change(subject, customer_id, before, after))


class Operations:
    """Runs reads and writes for a worker who is signed in, or for an administrator at the command line (no session)."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.clock = clock

    def read(self, session: Session, operation: Operation, work: Callable[[Transaction], Result]) -> Result:
        """Run `work` if the worker has the permission now. A refusal is recorded and raised."""

        def checked(transaction: Transaction) -> Result:
            _check(transaction, session, operation)
            return work(transaction)

        with self._refusals(session, operation):
            return self.database.read(checked)

    def write(
        self,
        session: Session | None,
        operation: Operation,
        work: Callable[[Writing], None],
        *,
        reason: str = "",
        touches: frozenset[Kind] | None = None,
    ) -> Changes:
        """Run `work` in one transaction and record what it noted. Nothing noted: nothing is recorded.

        `work` may run more than once, each time from the beginning. A refusal of any kind is recorded and raised.
        """

        def checked(transaction: Transaction) -> Changes:
            if session is not None:
                _check(transaction, session, operation)
            writing = Writing(transaction, self.clock(), session)
            work(writing)
            kinds = _TOUCHES.get(operation, frozenset(Kind)) if touches is None else touches
            if not writing.changes:
                return Changes(frozenset())
            record = _record(transaction.key(), writing, operation, Outcome.DONE, reason)
            records.write(transaction, record)
            customers = frozenset(c.customer_id for c in writing.changes if c.customer_id is not None)
            return Changes(kinds, customers, record.id)

        with self._refusals(session, operation):
            return self.database.write(checked)

    def also(self, writing: Writing, operation: Operation, work: Callable[[Writing], None]) -> int | None:
        """Run another operation within a write, with its own permission and record: both are done, or neither.

        The key of its record; None if it changed nothing.
        """
        transaction, session = writing.transaction, writing.session
        if session is not None:
            _check(transaction, session, operation)
        other = Writing(transaction, writing.at, session)
        work(other)
        if not other.changes:
            return None
        record = _record(transaction.key(), other, operation, Outcome.DONE, "")
        records.write(transaction, record)
        return record.id

    def record_refusal(self, session: Session | None, operation: Operation, problem: Problem) -> None:
        """Write the audit line of something that was refused."""

        def work(transaction: Transaction) -> None:
            writing = Writing(transaction, self.clock(), session)
            records.write(transaction, _record(transaction.key(), writing, operation, Outcome.REFUSED, problem.message))

        self.database.write(work)

    @contextmanager
    def _refusals(self, session: Session | None, operation: Operation) -> Iterator[None]:
        """Records what is refused inside. The refused transaction was rolled back, so the record needs its own."""
        try:
            yield
        except (NotAllowed, Conflict) as refusal:
            self.record_refusal(session, operation, refusal)
            raise

    def forbidden(self, session: Session) -> dict[Operation, tuple[str, ...]]:
        """The operations that the worker may not use now, each with the permission groups that have it."""

        def work(transaction: Transaction) -> dict[Operation, tuple[str, ...]]:
            allowed = workers.operations_of(transaction, session.worker.id, session.store.id)
            return {o: workers.who_may(transaction, o) for o in Operation if o not in allowed}

        return self.database.read(work)


def _check(transaction: Transaction, session: Session, operation: Operation) -> None:
    if not workers.may(transaction, session.worker.id, session.store.id, operation):
        raise NotAllowed(operation.title, workers.who_may(transaction, operation))


def _record(key: int, writing: Writing, operation: Operation, outcome: Outcome, reason: str) -> Record:
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
    )
