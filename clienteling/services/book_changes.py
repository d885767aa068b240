"""Adding, removing and reassigning customers. All of them are moves, made all together or not at all."""

from collections.abc import Sequence

from clienteling.database import books, records, workers
from clienteling.database.records import HOLDER
from clienteling.domain.audit import Change, Changes, Outcome
from clienteling.domain.book import Move, check_moves
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session, Worker
from clienteling.services.operations import Operations, Writing

LONGEST_REASON = 500

_UNDOING = {
    Operation.ADD_TO_CLIENT_BOOK: Operation.REMOVE_FROM_CLIENT_BOOK,
    Operation.REMOVE_FROM_CLIENT_BOOK: Operation.ADD_TO_CLIENT_BOOK,
    Operation.REASSIGN: Operation.REASSIGN,
}


class BookChanges:
    """Operations 714, 715 and 716, and their undo. Each customer that moves is one line of the record."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def add(self, session: Session, customer_ids: Sequence[int]) -> Changes:
        """Put customers into the worker's own book. Those who are in it already stay.

        Raises `AlreadyHeld` with the holder's name if one of them is in somebody else's book.
        """
        me = session.worker

        def work(writing: Writing) -> None:
            held = books.holdings(writing.transaction, customer_ids)
            new = [key for key in customer_ids if key not in held or held[key].worker_id != me.id]
            self._move(writing, session, [Move(key, None, me.id) for key in new])

        return self._operations.write(session, Operation.ADD_TO_CLIENT_BOOK, work)

    def remove(self, session: Session, customer_ids: Sequence[int]) -> Changes:
        """Take customers out of the worker's own book."""
        moves = [Move(key, session.worker.id, None) for key in customer_ids]
        return self._operations.write(
            session, Operation.REMOVE_FROM_CLIENT_BOOK, lambda writing: self._move(writing, session, moves)
        )

    def reassign(
        self,
        session: Session,
        customer_ids: Sequence[int],
        from_worker: int,
        to_worker: int,
        reason: str = "",
    ) -> Changes:
        """Move customers from one worker's book to another's. Both must be among the store's colleagues."""
        reason = checked("reason", reason, longest=LONGEST_REASON)
        if from_worker == to_worker:
            raise Invalid("to", mark("Choose somebody else than the one who has them."))
        moves = [Move(key, from_worker, to_worker) for key in customer_ids]

        def work(writing: Writing) -> None:
            visible = workers.visible_from(writing.transaction, session.store.id)
            for field, worker_id in (("from", from_worker), ("to", to_worker)):
                if worker_id not in visible:
                    raise Invalid(
                        field,
                        mark("This worker's book does not belong to {store}."),
                        store=session.store.name,
                    )
            _check_takes(writing, to_worker)
            self._move(writing, session, moves)

        return self._operations.write(session, Operation.REASSIGN, work, reason=reason)

    def undo(self, session: Session, record_id: int) -> Changes:
        """Do the opposite of a record, if nothing newer stands in between.

        It needs the permission for the opposite operation; own books are undone by their workers only.
        """
        record = self._operations.database.read(lambda t: records.find(t, record_id))
        if (
            record is None
            or record.operation not in _UNDOING
            or record.outcome is not Outcome.DONE
            or record.legal_entity_id != session.legal_entity.id
        ):
            raise NotFound(mark("There is nothing to undo."))
        if record.operation is not Operation.REASSIGN and record.worker_id != session.worker.id:
            raise Conflict(mark("Only the worker who did this can undo it."))

        def work(writing: Writing) -> None:
            writing.undoes = record.id
            known: dict[str | None, int | None] = {None: None}
            for number in {part for c in record.changes for part in (c.before, c.after)} - {None}:
                worker = workers.by_number(writing.transaction, number or "")
                known[number] = worker.id if worker else None
            moves = [
                Move(c.customer_id, known[c.after], known[c.before])
                for c in record.changes
                if c.subject == HOLDER and c.customer_id is not None
            ]
            self._move(writing, session, moves)

        return self._operations.write(session, _UNDOING[record.operation], work)

    def _move(self, writing: Writing, session: Session, moves: Sequence[Move]) -> None:
        """Make the moves and note one change for each customer."""
        transaction, entity = writing.transaction, session.legal_entity.id
        ids = [move.customer_id for move in moves]
        names = books.of_legal_entity(transaction, ids, entity)
        if missing := set(ids) - set(names):
            raise NotFound(mark("Some of these customers are not in this company: {count}."), count=len(missing))
        held = books.holdings(transaction, ids)
        involved = {worker_id for m in moves for worker_id in (m.from_worker_id, m.to_worker_id)}
        involved |= {holding.worker_id for holding in held.values()}
        known = {key: worker for key in involved - {None} if key and (worker := workers.by_id(transaction, key))}
        holders = {key: known[holding.worker_id] for key, holding in held.items()}
        check_moves(moves, holders, names)
        for to in {move.to_worker_id for move in moves}:
            group = [move for move in moves if move.to_worker_id == to]
            if to is None:
                books.release(transaction, [move.customer_id for move in group])
                continue
            book = books.find(transaction, entity, to)
            if book is None:
                book = books.make(transaction, entity, to, known[to].name)
                writing.note("client book", None, None, book.code)
            arriving = [move.customer_id for move in group if move.from_worker_id is None]
            books.hold(transaction, book.id, arriving, writing.at)
            moving = [move.customer_id for move in group if move.from_worker_id is not None]
            books.move(transaction, book.id, moving, writing.at)
        numbers: dict[int | None, str | None] = {None: None}
        numbers |= {key: worker.personnel_number for key, worker in known.items()}
        writing.changes += [
            Change(HOLDER, m.customer_id, numbers[m.from_worker_id], numbers[m.to_worker_id]) for m in moves
        ]


def _check_takes(writing: Writing, worker_id: int) -> Worker:
    """The worker who is to get customers; refused for one whose employment has ended or who is blocked."""
    worker = workers.by_id(writing.transaction, worker_id)
    if worker is None:
        raise NotFound(mark("There is no such worker."))
    if worker.employed_until is not None and worker.employed_until < writing.at.date():
        raise Invalid("to", mark("{worker} does not work here any more."), worker=worker.name)
    return worker
