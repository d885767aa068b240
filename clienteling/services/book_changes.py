"""Adding, removing and reassigning customers. All of them are moves, made all together or not at all."""

from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from clienteling.database import books, follow_ups, notes, records, workers
from clienteling.database.engine import Transaction
from clienteling.database.records import HOLDER
from clienteling.domain.audit import Change, Changes, Outcome, Record
from clienteling.domain.book import Move, check_moves
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations, Writing

LONGEST_REASON = 500

UNDONE_BY = {
    Operation.ADD_TO_CLIENT_BOOK: Operation.REMOVE_FROM_CLIENT_BOOK,
    Operation.REMOVE_FROM_CLIENT_BOOK: Operation.ADD_TO_CLIENT_BOOK,
    Operation.REASSIGN: Operation.REASSIGN,
}
"""The operation that is the way back, and so needs its permission."""


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

    def take(self, writing: Writing, session: Session, customer_ids: Sequence[int]) -> None:
        """Put customers who are in no book into the worker's own, as a part of something else."""
        self._move(writing, session, [Move(key, None, session.worker.id) for key in customer_ids])

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
        """Move customers from one worker's book to another's. Both must be among the store's colleagues.

        What the one who had them wrote for nobody else, the other one sees from now on, and has to follow up.
        """
        reason = checked("reason", reason, longest=LONGEST_REASON)
        if from_worker == to_worker:
            raise Invalid("to", mark("Choose somebody else than the one who has them."))
        moves = [Move(key, from_worker, to_worker) for key in customer_ids]

        def work(writing: Writing) -> None:
            _check_belong(writing, session, {"from": from_worker, "to": to_worker})
            _check_takes(writing, session, to_worker)
            self._move(writing, session, moves)
            _hand_over(writing, customer_ids, from_worker, to_worker)

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
        takers = dict.fromkeys(chosen.values())
        if from_worker in takers:
            raise Invalid("to", mark("Choose somebody else than the one who has them."))
        moves = [Move(key, from_worker, to) for key, to in chosen.items()]

        def work(writing: Writing) -> None:
            _check_belong(writing, session, {"from": from_worker})
            for taker in takers:
                _check_belong(writing, session, {"to": taker})
                _check_takes(writing, session, taker)
            check(writing.transaction)
            self._move(writing, session, moves)
            for taker in takers:
                _hand_over(writing, [key for key, to in chosen.items() if to == taker], from_worker, taker)

        return self._operations.write(session, Operation.REASSIGN, work, reason=reason)

    def undo(self, session: Session, record_id: int) -> Changes:
        """Do the opposite of a record, if nothing newer stands in between.

        It needs the permission for the opposite operation; own books are undone by their workers only, and
        reassignments in the stores that see both books.
        """
        record = self._operations.database.read(lambda t: records.find(t, record_id))
        if (
            record is None
            or record.operation not in UNDONE_BY
            or record.outcome is not Outcome.DONE
            or record.legal_entity_id != session.legal_entity.id
        ):
            raise NotFound(mark("There is nothing to undo."))

        def work(writing: Writing) -> None:
            writing.undoes = record.id
            moves = _of_those_there(writing, session, _moves_back(writing, record))
            if record.operation is Operation.REASSIGN:
                for worker_id in {worker_id for m in moves for worker_id in (m.from_worker_id, m.to_worker_id)}:
                    _check_belong(writing, session, {"to": worker_id})
            elif record.worker_id != session.worker.id:
                raise Conflict(mark("Only the worker who did this can undo it."))
            self._move(writing, session, moves)
            _check_newest(writing, record)
            notes.take_back(writing.transaction, record.id, writing.record_id())
            follow_ups.take_back(writing.transaction, record.id, writing.record_id())

        return self._operations.write(session, UNDONE_BY[record.operation], work)

    def _move(self, writing: Writing, session: Session, moves: Sequence[Move]) -> None:
        """Make the moves and note one change for each customer."""
        transaction, entity = writing.transaction, session.legal_entity.id
        ids = [move.customer_id for move in moves]
        held = books.holder_ids(transaction, ids, entity)
        if missing := set(ids) - held.keys():
            raise NotFound(mark("Some of these customers are not in this company: {count}."), count=len(missing))
        involved = {worker_id for m in moves for worker_id in (m.from_worker_id, m.to_worker_id)} | {*held.values()}
        known = {key: worker for key in involved - {None} if key and (worker := workers.by_id(transaction, key))}
        holders = {key: known[worker_id] for key, worker_id in held.items() if worker_id is not None}
        elsewhere = [move.customer_id for move in moves if held[move.customer_id] != move.from_worker_id]
        check_moves(moves, holders, books.of_legal_entity(transaction, elsewhere, entity) if elsewhere else {})
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


def _hand_over(writing: Writing, customer_ids: Sequence[int], from_worker: int, to_worker: int) -> None:
    """What goes along with customers: private notes, and what there is to follow up."""
    notes.hand_over(writing.transaction, writing.record_id(), customer_ids, from_worker, to_worker)
    follow_ups.hand_over(writing.transaction, writing.record_id(), customer_ids, from_worker, to_worker)


def _of_those_there(writing: Writing, session: Session, moves: Sequence[Move]) -> list[Move]:
    """The moves without customers who were erased since, or whose file went into another one."""
    ids = [move.customer_id for move in moves]
    there = books.of_legal_entity(writing.transaction, ids, session.legal_entity.id)
    left = [move for move in moves if move.customer_id in there]
    if moves and not left:
        raise NotFound(mark("There is nothing to undo."))
    return left


def _moves_back(writing: Writing, record: Record) -> list[Move]:
    """The opposite of each move of a record."""
    back = [(c.customer_id, c.after, c.before) for c in record.changes if c.subject == HOLDER and c.customer_id]
    known: dict[str | None, int | None] = {None: None}
    for number in {part for _, *parts in back for part in parts if part}:
        worker = workers.by_number(writing.transaction, number)
        if worker is None:
            raise NotFound(mark("There is no worker {number}."), number=number)
        known[number] = worker.id
    return [Move(customer_id, known[after], known[before]) for customer_id, after, before in back]


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
