"""Follow-ups as workers have them: their own, those of the books that are lent to them, and the store's."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from clienteling.database import covers, follow_ups, records, workers
from clienteling.database.engine import Transaction
from clienteling.database.follow_ups import Stored
from clienteling.domain.audit import Changes, Outcome
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.follow_up import (
    FollowUp,
    FollowUpCounts,
    State,
    check_due,
    checked_text,
    checked_title,
)
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations, Writing
from clienteling.services.timeline import check_customers

MOST_SHOWN = 500
MOST_DONE = 100
_SUBJECT = "follow-up "


class FollowUps:
    """Operation 1400. What others have to do needs 9013 to be changed; who shares the store's books sees it."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def mine(self, session: Session) -> tuple[FollowUp, ...]:
        """What is open, the first due at the top: one's own, and that of books that are lent to one."""
        return self._list(session, (State.OPEN,))

    def of_store(self, session: Session) -> tuple[FollowUp, ...]:
        """What is open of everybody whose books the store sees."""
        return self._list(session, (State.OPEN,), store=True)

    def proposed(self, session: Session) -> tuple[FollowUp, ...]:
        """What rules propose to the worker."""
        return self._list(session, (State.PROPOSED,))

    def done(self, session: Session) -> tuple[FollowUp, ...]:
        """What was done, the latest first."""
        entity = session.legal_entity.id

        def work(transaction: Transaction) -> tuple[FollowUp, ...]:
            ids = self._mine(transaction, session)
            return follow_ups.list_of(transaction, entity, ids, (State.DONE,), MOST_DONE, latest=True)

        return self._operations.read(session, Operation.TASKS, work)

    def of_customer(self, session: Session, customer_id: int) -> tuple[FollowUp, ...]:
        """What is open about a customer, whoever has it to do."""

        def work(transaction: Transaction) -> tuple[FollowUp, ...]:
            check_customers(transaction, session, [customer_id])
            return follow_ups.of_customer(transaction, customer_id)

        return self._operations.read(session, Operation.TASKS, work)

    def counts(self, session: Session) -> FollowUpCounts:
        """How many the worker has: what stands in the rail."""
        return self._operations.read(
            session,
            Operation.TASKS,
            lambda t: follow_ups.counts(t, session.legal_entity.id, self._mine(t, session), self.today(session)),
        )

    def add(
        self,
        session: Session,
        customer_ids: Sequence[int],
        title: str,
        due: date,
        *,
        at: time | None = None,
        text: str = "",
        worker_id: int | None = None,
    ) -> Changes:
        """The same follow-up about each of the customers, or about none; for oneself, or for a colleague (9013).

        Raises `Invalid` at "title", "text", "due" or "worker".
        """
        title, text = checked_title(title), checked_text(text)
        check_due(due, self.today(session))
        whose = session.worker.id if worker_id is None else worker_id
        about: list[int | None] = [*customer_ids] or [None]
        operation = Operation.TASKS if whose == session.worker.id else Operation.TASKS_OF_OTHERS

        def work(writing: Writing) -> None:
            check_customers(writing.transaction, session, customer_ids)
            _check_works(writing, session, whose)
            keys = follow_ups.add(
                writing.transaction,
                session.legal_entity.id,
                whose,
                about,
                title=title,
                text=text,
                due=due,
                at=at,
                made_by=session.worker.id,
                made_at=writing.at,
            )
            for key, customer_id in zip(keys, about, strict=True):
                writing.note(f"{_SUBJECT}{key}", customer_id, None, State.OPEN)

        return self._operations.write(session, operation, work)

    def take_back(self, session: Session, record_id: int) -> Changes:
        """Undo what `add` did, as far as nothing was done with it since."""
        record = self._operations.database.read(lambda t: records.find(t, record_id))
        if (
            record is None
            or record.operation not in (Operation.TASKS, Operation.TASKS_OF_OTHERS)
            or record.outcome is not Outcome.DONE
            or record.worker_id != session.worker.id
            or record.legal_entity_id != session.legal_entity.id
            or any(not c.subject.startswith(_SUBJECT) or c.before is not None for c in record.changes)
        ):
            raise NotFound(mark("There is nothing to undo."))
        keys = [int(change.subject.removeprefix(_SUBJECT)) for change in record.changes]

        def work(writing: Writing) -> None:
            writing.undoes = record.id
            for key in keys:
                stored = _found(writing.transaction, session, key)
                if stored.version > 1:
                    raise Conflict(mark("Something was done with it in the meantime, so it stays."))
                _store(writing, stored, replace(stored, state=State.DROPPED))

        return self._operations.write(session, record.operation, work)

    def finish(self, session: Session, follow_up: FollowUp) -> Changes:
        """It is done. Raises `Conflict` if somebody changed it since it was read; so do the others."""
        return self._become(session, follow_up, State.DONE, among=(State.OPEN,))

    def reopen(self, session: Session, follow_up: FollowUp) -> Changes:
        return self._become(session, follow_up, State.OPEN, among=(State.DONE, State.DROPPED))

    def take(self, session: Session, follow_up: FollowUp) -> Changes:
        """Make a proposal one's own."""
        return self._become(session, follow_up, State.OPEN, among=(State.PROPOSED,))

    def take_all(self, session: Session) -> Changes:
        """Take every proposal there is for the worker."""
        entity = session.legal_entity.id

        def work(writing: Writing) -> None:
            ids = self._mine(writing.transaction, session)
            for found in follow_ups.list_of(writing.transaction, entity, ids, (State.PROPOSED,), MOST_SHOWN):
                stored = _found(writing.transaction, session, found.id)
                _store(writing, stored, replace(stored, state=State.OPEN))

        return self._operations.write(session, Operation.TASKS, work)

    def drop(self, session: Session, follow_up: FollowUp) -> Changes:
        """Delete it, or skip a proposal. It does not come back by itself."""
        return self._become(session, follow_up, State.DROPPED, among=(State.OPEN, State.PROPOSED))

    def postpone(self, session: Session, follow_up: FollowUp, due: date, at: time | None = None) -> Changes:
        """Do it another day. Raises `Invalid` at "due"."""
        check_due(due, self.today(session))
        return self._change(session, follow_up, lambda stored: replace(stored, due=due, at=at))

    def edit(
        self, session: Session, follow_up: FollowUp, title: str, due: date, *, at: time | None = None, text: str = ""
    ) -> Changes:
        """Raises `Invalid` at "title", "text" or "due"."""
        title, text = checked_title(title), checked_text(text)
        if due != follow_up.due:
            check_due(due, self.today(session))
        return self._change(session, follow_up, lambda stored: replace(stored, title=title, text=text, due=due, at=at))

    def put_back(self, session: Session, former: FollowUp) -> Changes:
        """Let it be as it was before the latest change of it: the undo of all of the above."""

        def back(stored: Stored) -> Stored:
            return replace(
                stored, title=former.title, text=former.text, due=former.due, at=former.at, state=former.state
            )

        return self._change(session, replace(former, version=former.version + 1), back)

    def today(self, session: Session) -> date:
        """The day it is at the store."""
        return day_at(self._operations.clock(), session)

    def _list(self, session: Session, states: Sequence[State], *, store: bool = False) -> tuple[FollowUp, ...]:
        entity = session.legal_entity.id

        def work(transaction: Transaction) -> tuple[FollowUp, ...]:
            ids = workers.visible_from(transaction, session.store.id) if store else self._mine(transaction, session)
            return follow_ups.list_of(transaction, entity, ids, states, MOST_SHOWN)

        return self._operations.read(session, Operation.TASKS, work)

    def _mine(self, transaction: Transaction, session: Session) -> tuple[int, ...]:
        """The worker, and those whose books are lent to them."""
        lent = covers.owners(transaction, session.legal_entity.id, session.worker.id, self.today(session))
        return (session.worker.id, *lent)

    def _become(self, session: Session, follow_up: FollowUp, state: State, *, among: Sequence[State]) -> Changes:
        def become(stored: Stored) -> Stored:
            if stored.state not in among:
                raise Conflict(mark("Somebody was there first: this follow-up is no longer open."))
            return replace(stored, state=state)

        return self._change(session, follow_up, become)

    def _change(self, session: Session, follow_up: FollowUp, change: Callable[[Stored], Stored]) -> Changes:
        """Change one of the worker's own, or with 9013 one of somebody whose book the store sees."""

        def is_mine(transaction: Transaction) -> bool:
            return follow_up.worker_id in self._mine(transaction, session)

        is_own = self._operations.database.read(is_mine)

        def work(writing: Writing) -> None:
            stored = _found(writing.transaction, session, follow_up.id)
            if stored.version != follow_up.version or stored.worker_id != follow_up.worker_id:
                raise Conflict(mark("Somebody has changed this follow-up in the meantime. Please look at it anew."))
            if not is_own and stored.worker_id not in workers.visible_from(writing.transaction, session.store.id):
                raise NotFound(mark("There is no such follow-up."))
            _store(writing, stored, change(stored))

        operation = Operation.TASKS if is_own else Operation.TASKS_OF_OTHERS
        return self._operations.write(session, operation, work)


def day_at(at: datetime, session: Session) -> date:
    """The day of a moment at the store."""
    return at.astimezone(ZoneInfo(session.store.time_zone)).date()


def _found(transaction: Transaction, session: Session, follow_up_id: int) -> Stored:
    stored = follow_ups.find(transaction, session.legal_entity.id, follow_up_id)
    if stored is None:
        raise NotFound(mark("There is no such follow-up."))
    return stored


def _store(writing: Writing, before: Stored, after: Stored) -> None:
    """Store what a follow-up is now, and note the day or the state, whichever changed."""
    if after == before:
        return
    ended = writing.at if after.state in (State.DONE, State.DROPPED) else None
    follow_ups.change(writing.transaction, replace(after, version=before.version + 1), ended)
    told = (before.state, after.state)
    if before.state is after.state:
        told = (before.due.isoformat(), after.due.isoformat())  # type: ignore[assignment]
    writing.note(f"{_SUBJECT}{before.id}", before.customer_id, *told)


def _check_works(writing: Writing, session: Session, worker_id: int) -> None:
    """Refuse to give something to do to a worker whose books the store does not see, or who has left."""
    if worker_id == session.worker.id:
        return
    worker = workers.by_id(writing.transaction, worker_id)
    if worker is None or worker_id not in workers.visible_from(writing.transaction, session.store.id):
        raise Invalid("worker", mark("Please choose a colleague of this store."))
    left = worker.employed_until is not None and worker.employed_until < day_at(writing.at, session)
    if left or workers.credentials(writing.transaction, worker_id).blocked:
        raise Invalid("worker", mark("{worker} does not work here any more."), worker=worker.name)
