"""Adding, removing and reassigning customers. All of them are moves, made all together or not at all."""

from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from clienteling.database import books, follow_ups, notes, records, workers
from clienteling.database.engine import Transaction
from clienteling.domain.audit import UNDONE_BY, Changes, Outcome, Record
from clienteling.domain.book import Move
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services import book_moves
from clienteling.services.operations import Operations, Writing

LONGEST_REASON = 500
_MOVES = (Operation.ADD_TO_CLIENT_BOOK, Operation.REMOVE_FROM_CLIENT_BOOK, Operation.REASSIGN)


class BookChanges:
    """Operations 714, 715 and 716, and their undo. Each customer that moves is one line of the record."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def add(self, session: Session, customer_ids: Sequence[int]) -> Changes:
        """Put customers into the worker's own book. Those who are in it already stay.

        Raises `AlreadyHeld` with the holder's name if one of them is in somebody else's book, unless customers may be
        in several.
        """
        me, entity = session.worker.id, session.legal_entity.id

        def work(writing: Writing) -> None:
            held = books.held(writing.transaction, customer_ids, entity)
            new = [key for key in customer_ids if me not in held.get(key, ())]
            book_moves.move(writing, entity, [Move(new, None, me)])

        return self._operations.write(session, Operation.ADD_TO_CLIENT_BOOK, work)

    def take(self, writing: Writing, session: Session, customer_ids: Sequence[int]) -> None:
        """Put customers who are in no book into the worker's own, as a part of something else."""
        book_moves.move(writing, session.legal_entity.id, [Move(customer_ids, None, session.worker.id)])

    def remove(self, session: Session, customer_ids: Sequence[int]) -> Changes:
        """Take customers out of the worker's own book."""
        moves, entity = [Move(customer_ids, session.worker.id, None)], session.legal_entity.id
        return self._operations.write(
            session, Operation.REMOVE_FROM_CLIENT_BOOK, lambda writing: book_moves.move(writing, entity, moves)
        )

    def reassign(
        self,
        session: Session,
        customer_ids: Sequence[int],
        from_worker: int,
        to_worker: int,
        reason: str = "",
    ) -> Changes:
        """Move customers from one worker's book to another's. Both must be among the store's colleagues.

        What the one who had them wrote for nobody else, the other one sees from now on, and has to follow up.
        """
        reason = checked("reason", reason, longest=LONGEST_REASON)
        if from_worker == to_worker:
            raise Invalid("to", mark("Choose somebody else than the one who has them."))
        moves = [Move(customer_ids, from_worker, to_worker)]

        def work(writing: Writing) -> None:
            _check_belong(writing, session, {"from": from_worker, "to": to_worker})
            _check_takes(writing, session, to_worker)
            book_moves.move(writing, session.legal_entity.id, moves)
            _hand_over(writing, customer_ids, from_worker, to_worker)

        return self._operations.write(session, Operation.REASSIGN, work, reason=reason)

    def make_primary(self, session: Session, customer_id: int, worker_id: int, reason: str = "") -> Changes:
        """Let the book of a worker who has a customer be the primary one of theirs. Operation 716, undone like it."""
        reason = checked("reason", reason, longest=LONGEST_REASON)
        entity = session.legal_entity.id

        def work(writing: Writing) -> None:
            now = books.held(writing.transaction, [customer_id], entity).get(customer_id, ())[:1]
            for concerned in (worker_id, *now):
                _check_belong(writing, session, {"to": concerned})
            book_moves.make_primary(writing, entity, {customer_id: worker_id})

        return self._operations.write(session, Operation.REASSIGN, work, reason=reason)

    def hand_out(
        self,
        session: Session,
        from_worker: int,
        chosen: Mapping[int, int],
        reason: str,
        check: Callable[[Transaction], None],
    ) -> Changes:
        """Move customers from one worker's book to those of several, each to the one chosen for it.

        `check` may refuse it, within the transaction.
        """
        reason = checked("reason", reason, longest=LONGEST_REASON)
        shares: dict[int, list[int]] = {}
        for key, to in chosen.items():
            shares.setdefault(to, []).append(key)
        if from_worker in shares:
            raise Invalid("to", mark("Choose somebody else than the one who has them."))
        moves = [Move(keys, from_worker, to) for to, keys in shares.items()]

        def work(writing: Writing) -> None:
            _check_belong(writing, session, {"from": from_worker})
            for taker in shares:
                _check_belong(writing, session, {"to": taker})
                _check_takes(writing, session, taker)
            check(writing.transaction)
            book_moves.move(writing, session.legal_entity.id, moves)
            for taker, keys in shares.items():
                _hand_over(writing, keys, from_worker, taker)

        return self._operations.write(session, Operation.REASSIGN, work, reason=reason)

    def undo(self, session: Session, record_id: int) -> Changes:
        """Do the opposite of a record, if nothing newer stands in between.

        It needs the permission for the opposite operation; own books are undone by their workers only, and
        reassignments in the stores that see both books.
        """
        record = self._operations.database.read(lambda t: records.find(t, record_id))
        if (
            record is None
            or record.operation not in _MOVES
            or record.outcome is not Outcome.DONE
            or record.legal_entity_id != session.legal_entity.id
        ):
            raise NotFound(mark("There is nothing to undo."))

        def work(writing: Writing) -> None:
            writing.undoes = record.id
            back = book_moves.way_back(writing, record, session.legal_entity.id)
            if record.operation is Operation.REASSIGN:
                for worker_id in back.workers:
                    _check_belong(writing, session, {"to": worker_id})
            elif record.worker_id != session.worker.id:
                raise Conflict(mark("Only the worker who did this can undo it."))
            book_moves.move(writing, session.legal_entity.id, back.moves)
            book_moves.make_primary(writing, session.legal_entity.id, back.primary)
            books.restore_since(writing.transaction, record.id, back.customer_ids)
            _check_newest(writing, record)
            notes.take_back(writing.transaction, record.id, writing.record_id())
            follow_ups.take_back(writing.transaction, record.id, writing.record_id())

        return self._operations.write(session, UNDONE_BY[record.operation], work)


def _hand_over(writing: Writing, customer_ids: Sequence[int], from_worker: int, to_worker: int) -> None:
    """What goes along with customers: private notes, and what there is to follow up."""
    notes.hand_over(writing.transaction, writing.record_id(), customer_ids, from_worker, to_worker)
    follow_ups.hand_over(writing.transaction, writing.record_id(), customer_ids, from_worker, to_worker)


def _check_newest(writing: Writing, record: Record) -> None:
    """Refuse if one of the record's customers was moved again since, and say by which change."""
    later, is_undo = records.newer(writing.transaction, [record.id]).get(record.id, (0, False))
    if is_undo:
        raise Conflict(mark("This has been undone already."))
    newer = records.find(writing.transaction, later)
    if newer is None:
        return
    worker = workers.by_id(writing.transaction, newer.worker_id) if newer.worker_id else None
    operation = newer.operation.title
    if worker is None:
        raise Conflict(mark("A newer change by an administrator stands in between: {operation}."), operation=operation)
    raise Conflict(
        mark("A newer change stands in between: {operation}, by {worker}."), operation=operation, worker=worker.name
    )


def _check_belong(writing: Writing, session: Session, chosen: Mapping[str, int | None]) -> None:
    """Refuse workers whose books the store does not see. `chosen` are the fields in which they were chosen."""
    visible = workers.visible_from(writing.transaction, session.store.id)
    for field, worker_id in chosen.items():
        if worker_id not in visible:
            raise Invalid(field, mark("This worker's book does not belong to {store}."), store=session.store.name)


def _check_takes(writing: Writing, session: Session, worker_id: int) -> None:
    """Refuse to give customers to a worker whose employment has ended or who is blocked."""
    worker = workers.by_id(writing.transaction, worker_id)
    if worker is None:
        raise NotFound(mark("There is no such worker."))
    today = writing.at.astimezone(ZoneInfo(session.store.time_zone)).date()
    gone = worker.employed_until is not None and worker.employed_until < today
    if gone or workers.credentials(writing.transaction, worker_id).blocked:
        raise Invalid("to", mark("{worker} does not work here any more."), worker=worker.name)
