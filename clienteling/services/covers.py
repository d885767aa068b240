"""Lending a book to a colleague until a day (CB-9). Nobody moves: the colleague's own book shows those customers, too.

So it goes back by itself, whether or not any program runs when the day has come.
"""

from dataclasses import replace
from datetime import date

from clienteling.database import covers, lendings, records, workers
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes, Outcome
from clienteling.domain.cover import Cover, Event, Lending, check_cover, subjects_of
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.book_changes import LONGEST_REASON
from clienteling.services.follow_ups import day_at
from clienteling.services.operations import Operations, Writing


class Covers:
    """Operation 9014. Everybody sees what is lent to whom in the store."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def lend(self, session: Session, owner_id: int, worker_id: int, until: date, reason: str = "") -> Changes:
        """Lend a colleague's book to another, to the end of a day.

        Raises `Invalid` at "from", "to", "until" or "reason".
        """
        reason = checked("reason", reason, longest=LONGEST_REASON)
        today = self.today(session)

        def work(writing: Writing) -> None:
            transaction, entity = writing.transaction, session.legal_entity.id
            visible = workers.visible_from(transaction, session.store.id)
            for field, key in (("from", owner_id), ("to", worker_id)):
                if key not in visible:
                    message = mark("This worker's book does not belong to {store}.")
                    raise Invalid(field, message, store=session.store.name)
            check_cover(owner_id, worker_id, until, today, covers.running(transaction, entity, [owner_id], today))
            _check_works(transaction, worker_id, today)
            key = covers.add(
                transaction,
                legal_entity_id=entity,
                owner_id=owner_id,
                worker_id=worker_id,
                since=writing.at,
                until=until,
                made_by=session.worker.id,
                reason=reason,
            )
            owner, taker = (_number(transaction, worker) for worker in (owner_id, worker_id))
            writing.note(subjects_of(key)[0], None, owner, f"{taker} until {until.isoformat()}")

        return self._operations.write(session, Operation.LEND_BOOK, work, reason=reason)

    def end(self, session: Session, cover: Cover) -> Changes:
        """Give a book back now. Raises `Conflict` if somebody changed that since it was read."""

        def work(writing: Writing) -> None:
            stored = _found(writing.transaction, session, cover.id)
            if stored.version != cover.version or not stored.runs(self.today(session)):
                raise Conflict(mark("The book has been given back already, or lent anew. Please look again."))
            _store(writing, stored, replace(stored, ended_at=writing.at))

        return self._operations.write(session, Operation.LEND_BOOK, work)

    def undo(self, session: Session, record_id: int) -> Changes:
        """Undo the lending of a book, or its early end, unless something newer was done with it."""
        record = self._operations.database.read(lambda t: records.find(t, record_id))
        if (
            record is None
            or record.operation is not Operation.LEND_BOOK
            or record.outcome is not Outcome.DONE
            or record.legal_entity_id != session.legal_entity.id
        ):
            raise NotFound(mark("There is nothing to undo."))
        today = self.today(session)

        def work(writing: Writing) -> None:
            transaction, entity = writing.transaction, session.legal_entity.id
            told = lendings.told(transaction, [record.id], today).get(record.id)
            stored = _found(transaction, session, told.cover.id if told is not None else 0)
            _check_newest(told)
            writing.undoes = record.id
            if told is not None and told.event is Event.LENT:
                _store(writing, stored, replace(stored, ended_at=writing.at))
                return
            running = covers.running(transaction, entity, [stored.owner_id], today)
            check_cover(stored.owner_id, stored.worker_id, stored.until, today, running)
            _store(writing, stored, replace(stored, ended_at=None))

        return self._operations.write(session, Operation.LEND_BOOK, work)

    def running(self, session: Session, operation: Operation = Operation.VIEW_MY_CLIENT_BOOK) -> tuple[Cover, ...]:
        """What is lent now among the store's colleagues, the first to end first, for who may do the operation."""
        today = self.today(session)

        def work(transaction: Transaction) -> tuple[Cover, ...]:
            visible = workers.visible_from(transaction, session.store.id)
            return covers.running(transaction, session.legal_entity.id, visible, today)

        return self._operations.read(session, operation, work)

    def mine(self, session: Session) -> tuple[Cover, ...]:
        """What the worker lends or keeps now."""
        today, me = self.today(session), session.worker.id
        return self._operations.read(
            session,
            Operation.VIEW_MY_CLIENT_BOOK,
            lambda t: covers.running(t, session.legal_entity.id, [me], today),
        )

    def today(self, session: Session) -> date:
        """The day it is at the store."""
        return day_at(self._operations.clock(), session)


def _found(transaction: Transaction, session: Session, cover_id: int) -> Cover:
    found = covers.find(transaction, session.legal_entity.id, cover_id)
    visible = workers.visible_from(transaction, session.store.id)
    if found is None or found.owner_id not in visible:
        raise NotFound(mark("There is no such lent book."))
    return found


def _check_newest(told: Lending | None) -> None:
    """Refuse to undo what something newer was done after, or what is over anyway."""
    if told is None or told.newer_is_undo:
        raise Conflict(mark("This has been undone already."))
    if told.newer is not None:
        raise Conflict(mark("The book has been given back already, or lent anew. Please look again."))
    if told.is_over:
        raise Conflict(mark("The book has gone back by itself."))


def _store(writing: Writing, before: Cover, after: Cover) -> None:
    covers.change(writing.transaction, replace(after, version=before.version + 1))
    taker = _number(writing.transaction, before.worker_id)
    told = (f"{taker} until {before.until.isoformat()}", None)
    was, now = told if after.ended_at is not None else told[::-1]
    writing.note(subjects_of(before.id)[1], None, was, now)


def _number(transaction: Transaction, worker_id: int) -> str:
    worker = workers.by_id(transaction, worker_id)
    return worker.personnel_number if worker is not None else ""


def _check_works(transaction: Transaction, worker_id: int, today: date) -> None:
    """Refuse to lend a book to a worker who has left or is blocked."""
    worker = workers.by_id(transaction, worker_id)
    if worker is None:
        raise NotFound(mark("There is no such worker."))
    left = worker.employed_until is not None and worker.employed_until < today
    if left or workers.credentials(transaction, worker_id).blocked:
        raise Invalid("to", mark("{worker} does not work here any more."), worker=worker.name)
