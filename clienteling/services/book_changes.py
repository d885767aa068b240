"""Adding, removing and reassigning customers. All of them are moves, made all together or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from clienteling.database import books, follow_ups, notes, records, workers
from clienteling.database.engine import Transaction
from clienteling.database.records import HOLDER
from clienteling.domain.audit import Change, Changes, Outcome, Record
from clienteling.domain.book import Move, check_moves, check_named_once
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session, Worker
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
            self._move(writing, session, [Move(new, None, me.id)])

        return self._operations.write(session, Operation.ADD_TO_CLIENT_BOOK, work)

    def take(self, writing: Writing, session: Session, customer_ids: Sequence[int]) -> None:
        """Put customers who are in no book into the worker's own, as a part of something else."""
        self._move(writing, session, [Move(customer_ids, None, session.worker.id)])

    def remove(self, session: Session, customer_ids: Sequence[int]) -> Changes:
        """Take customers out of the worker's own book."""
        moves = [Move(customer_ids, session.worker.id, None)]
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
        moves = [Move(customer_ids, from_worker, to_worker)]

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
            self._move(writing, session, moves)
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
        moves = [move for move in moves if move.customer_ids]
        check_named_once(moves)
        if not all(_starts_where_it_says(transaction, entity, move) for move in moves):
            _refuse_wrong(transaction, entity, moves)
        for move in moves:
            before, after = (_worker(transaction, key) for key in (move.from_worker_id, move.to_worker_id))
            if after is None:
                books.release(transaction, move.customer_ids)
            else:
                book = books.find(transaction, entity, after.id)
                if book is None:
                    book = books.make(transaction, entity, after.id, after.name)
                    writing.note("client book", None, None, book.code)
                put = books.hold if before is None else books.move
                put(transaction, book.id, move.customer_ids, writing.at)
            numbers = (worker.personnel_number if worker else None for worker in (before, after))
            writing.changes += _changes(move, *numbers)


def _changes(move: Move, before: str | None, after: str | None) -> list[Change]:
    return [Change(HOLDER, key, before, after) for key in move.customer_ids]


def _worker(transaction: Transaction, worker_id: int | None) -> Worker | None:
    return workers.by_id(transaction, worker_id) if worker_id is not None else None


def _starts_where_it_says(transaction: Transaction, entity: int, move: Move) -> bool:
    """Whether all of its customers are there: they are counted, since thousands may move at once."""
    if move.from_worker_id is None:
        return books.held_by_nobody(transaction, entity, move.customer_ids) == len(move.customer_ids)
    book = books.find(transaction, entity, move.from_worker_id)
    return book is not None and books.held_in(transaction, book.id, move.customer_ids) == len(move.customer_ids)


def _refuse_wrong(transaction: Transaction, entity: int, moves: Sequence[Move]) -> None:
    """Say of which customer it is wrong that a move starts where it says."""
    ids = [key for move in moves for key in move.customer_ids]
    held = books.holder_ids(transaction, ids, entity)
    if missing := set(ids) - held.keys():
        raise NotFound(mark("Some of these customers are not in this company: {count}."), count=len(missing))
    known = {key: worker for key in {*held.values()} if (worker := _worker(transaction, key))}
    holders = {key: known[worker_id] for key, worker_id in held.items() if worker_id is not None}
    elsewhere = [key for move in moves for key in move.customer_ids if held[key] != move.from_worker_id]
    check_moves(moves, holders, books.of_legal_entity(transaction, elsewhere, entity))


def _hand_over(writing: Writing, customer_ids: Sequence[int], from_worker: int, to_worker: int) -> None:
    """What goes along with customers: private notes, and what there is to follow up."""
    notes.hand_over(writing.transaction, writing.record_id(), customer_ids, from_worker, to_worker)
    follow_ups.hand_over(writing.transaction, writing.record_id(), customer_ids, from_worker, to_worker)


def _of_those_there(writing: Writing, session: Session, moves: Sequence[Move]) -> list[Move]:
    """The moves without customers who were erased since, or whose file went into another one."""
    ids = [key for move in moves for key in move.customer_ids]
    there = books.of_legal_entity(writing.transaction, ids, session.legal_entity.id)
    left = [replace(move, customer_ids=[key for key in move.customer_ids if key in there]) for move in moves]
    if ids and not there:
        raise NotFound(mark("There is nothing to undo."))
    return left


def _moves_back(writing: Writing, record: Record) -> list[Move]:
    """The opposite of what a record moved."""
    back: dict[tuple[str | None, str | None], list[int]] = {}
    for c in record.changes:
        if c.subject == HOLDER and c.customer_id:
            back.setdefault((c.after, c.before), []).append(c.customer_id)
    known: dict[str | None, int | None] = {None: None}
    for number in {part for parts in back for part in parts if part}:
        worker = workers.by_number(writing.transaction, number)
        if worker is None:
            raise NotFound(mark("There is no worker {number}."), number=number)
        known[number] = worker.id
    return [Move(keys, known[after], known[before]) for (after, before), keys in back.items()]


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
