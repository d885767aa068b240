"""Moving customers between client books, within a write: what is stored, what is noted, and what the way back is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clienteling.database import books, company, workers
from clienteling.database.engine import Transaction
from clienteling.database.records import FOLDED, HOLDER, PRIMARY
from clienteling.domain.audit import Change, Record
from clienteling.domain.book import (
    Holders,
    Move,
    check_named_once,
    check_no_longer_several,
    first_wrong,
    new_primary,
    refusal,
)
from clienteling.domain.errors import Conflict, NotFound, mark
from clienteling.domain.parameters import SEVERAL_BOOKS
from clienteling.domain.worker import Worker
from clienteling.services.operations import Writing

_Way = tuple[int | None, int | None, bool]
"""From whom, to whom, and whether the book that customers come into anew is their primary one."""


@dataclass(frozen=True, slots=True)
class Back:
    """The opposite of what a record did to books: the moves, and the worker of each customer's primary book."""

    moves: tuple[Move, ...]
    primary: Mapping[int, int]

    @property
    def customer_ids(self) -> list[int]:
        return [key for m in self.moves for key in m.customer_ids]

    @property
    def workers(self) -> set[int]:
        """Everybody whose books are concerned."""
        moved = {worker_id for m in self.moves for worker_id in (m.from_worker_id, m.to_worker_id)} - {None}
        return {key for key in (*moved, *self.primary.values()) if key is not None}


def move(writing: Writing, legal_entity_id: int, moves: Sequence[Move]) -> None:
    """Make the moves, all or none, and note a change for each customer.

    A customer's primary book that is left goes over to whoever of the others has had them longest.
    """
    moves = [m for m in moves if m.customer_ids]
    check_named_once(moves)
    kept = _Books(writing, legal_entity_id)
    ids = [key for m in moves for key in m.customer_ids]
    # Thousands may move at once: it is enough to count them, as long as nobody of them is in several books.
    if books.is_one_in_several(writing.transaction, ids) or not all(_starts_where_it_says(kept, m) for m in moves):
        _move_each(kept, moves)
        return
    for m in moves:
        _store(kept, (m.from_worker_id, m.to_worker_id, True), m.customer_ids)
        numbers = [kept.number(key) for key in (m.from_worker_id, m.to_worker_id)]
        writing.changes += [Change(HOLDER, key, *numbers) for key in m.customer_ids]


def make_primary(writing: Writing, legal_entity_id: int, chosen: Mapping[int, int]) -> None:
    """Let the chosen worker's book of each customer be the primary one, and note where it was not."""
    transaction = writing.transaction
    held = _held(transaction, legal_entity_id, list(chosen))
    kept = _Books(writing, legal_entity_id)
    for customer_id, worker_id in chosen.items():
        holders = held[customer_id]
        if worker_id not in holders:
            raise _refusal(kept, customer_id, Move([customer_id], worker_id, None), holders)
        if worker_id != holders[0]:
            books.make_primary(transaction, kept.of(worker_id), [customer_id])
            writing.note(PRIMARY, customer_id, kept.number(holders[0]), kept.number(worker_id))


def way_back(writing: Writing, record: Record, legal_entity_id: int) -> Back:
    """What undoes a record, without customers who were erased since, or whose file went into another one."""
    transaction = writing.transaction
    lines = [c for c in record.changes if c.subject in (HOLDER, FOLDED, PRIMARY) and c.customer_id is not None]
    there = books.of_legal_entity(transaction, [c.customer_id for c in lines if c.customer_id], legal_entity_id)
    left = [(c, c.customer_id) for c in lines if c.customer_id in there and c.customer_id is not None]
    if lines and not left:
        raise NotFound(mark("There is nothing to undo."))
    known: dict[str | None, int | None] = {None: None}
    for number in {part for c, _ in left for part in (c.before, c.after) if part}:
        worker = workers.by_number(transaction, number)
        if worker is None:
            raise NotFound(mark("There is no worker {number}."), number=number)
        known[number] = worker.id
    moved: dict[tuple[str | None, str | None], list[int]] = {}
    for c, key in left:
        if c.subject in (HOLDER, FOLDED):
            moved.setdefault((c.after if c.subject == HOLDER else None, c.before), []).append(key)
    moves = tuple(Move(keys, known[giver], known[taker]) for (giver, taker), keys in moved.items())
    primary = {key: known[c.before] for c, key in left if c.subject == PRIMARY}
    return Back(moves, {key: worker_id for key, worker_id in primary.items() if worker_id is not None})


def are_several_allowed(transaction: Transaction, legal_entity_id: int) -> bool:
    """Whether a customer of a legal entity may be in several books."""
    return SEVERAL_BOOKS.of(company.parameters(transaction, legal_entity_id))


def check_parameter(transaction: Transaction, legal_entity_id: int, key: str, value: str) -> None:
    """Refuse that customers be in one book only while some are in several. They are named."""
    if key == SEVERAL_BOOKS.key and not SEVERAL_BOOKS.read(value):
        found = books.in_several(transaction, legal_entity_id)
        check_no_longer_several([f"{account} {name}" for account, name in found])


@dataclass(slots=True)
class _Books:
    """Workers and their books, by the worker's key. A book is made where there is none."""

    writing: Writing
    legal_entity_id: int
    _workers: dict[int, Worker] = field(default_factory=dict)

    def worker(self, worker_id: int) -> Worker:
        if worker_id not in self._workers:
            worker = workers.by_id(self.writing.transaction, worker_id)
            if worker is None:
                raise NotFound(mark("There is no such worker."))
            self._workers[worker_id] = worker
        return self._workers[worker_id]

    def number(self, worker_id: int | None) -> str | None:
        return None if worker_id is None else self.worker(worker_id).personnel_number

    def found(self, worker_id: int) -> int | None:
        book = books.find(self.writing.transaction, self.legal_entity_id, worker_id)
        return book.id if book is not None else None

    def of(self, worker_id: int) -> int:
        found = self.found(worker_id)
        if found is not None:
            return found
        book = books.make(self.writing.transaction, self.legal_entity_id, worker_id, self.worker(worker_id).name)
        self.writing.note("client book", None, None, book.code)
        return book.id


def _starts_where_it_says(kept: _Books, m: Move) -> bool:
    """Whether all of its customers are there, and in no other book."""
    transaction = kept.writing.transaction
    if m.from_worker_id is None:
        return books.held_by_nobody(transaction, kept.legal_entity_id, m.customer_ids) == len(m.customer_ids)
    book_id = kept.found(m.from_worker_id)
    return book_id is not None and books.held_in(transaction, book_id, m.customer_ids) == len(m.customer_ids)


def _move_each(kept: _Books, moves: Sequence[Move]) -> None:
    """Make moves of customers of whom some are in several books, or will be."""
    writing, entity = kept.writing, kept.legal_entity_id
    held = _held(writing.transaction, entity, [key for m in moves for key in m.customer_ids])
    joining = any(m.from_worker_id is None and held[key] for m in moves for key in m.customer_ids)
    several = joining and are_several_allowed(writing.transaction, entity)
    wrong = first_wrong(moves, held, several=several)
    if wrong is not None:
        key, m = wrong
        raise _refusal(kept, key, m, held[key])
    for way, customer_ids in _ways(moves, held).items():
        _store(kept, way, customer_ids)
    heirs: dict[int, list[int]] = {}
    for m in moves:
        giver, taker = m.from_worker_id, m.to_worker_id
        for key in m.customer_ids:
            folds = giver is not None and taker in held[key]
            writing.note(FOLDED if folds else HOLDER, key, kept.number(giver), kept.number(taker))
            heir = new_primary(held[key], giver, taker)
            if heir is not None:
                heirs.setdefault(heir, []).append(key)
                writing.note(PRIMARY, key, kept.number(giver), kept.number(heir))
    for heir, customer_ids in heirs.items():
        books.make_primary(writing.transaction, kept.of(heir), customer_ids)


def _store(kept: _Books, way: _Way, customer_ids: Sequence[int]) -> None:
    transaction, at = kept.writing.transaction, kept.writing.at
    giver, taker, is_primary = way
    if giver is not None:
        books.note_since(transaction, kept.writing.record_id(), kept.of(giver), customer_ids)
    if taker is None and giver is not None:
        books.release(transaction, kept.of(giver), customer_ids)
    elif taker is not None and giver is None:
        books.hold(transaction, kept.of(taker), customer_ids, at, is_primary=is_primary)
    elif taker is not None and giver is not None:
        books.move(transaction, kept.of(giver), kept.of(taker), customer_ids, at)


def _ways(moves: Iterable[Move], held: Mapping[int, Holders]) -> dict[_Way, list[int]]:
    """The customers by the way they go; those who only leave come first."""
    leaving: dict[_Way, list[int]] = {}
    found: dict[_Way, list[int]] = {}
    for m in moves:
        giver, taker = m.from_worker_id, m.to_worker_id
        for key in m.customer_ids:
            if giver is not None and (taker is None or taker in held[key]):
                leaving.setdefault((giver, None, False), []).append(key)
            else:
                found.setdefault((giver, taker, not held[key]), []).append(key)
    return leaving | found


def _held(transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int]) -> dict[int, Holders]:
    """Who has each of the customers. Raises `NotFound` if some are not of the legal entity."""
    held = books.held(transaction, customer_ids, legal_entity_id)
    if missing := set(customer_ids) - held.keys():
        raise NotFound(mark("Some of these customers are not in this company: {count}."), count=len(missing))
    return held


def _refusal(kept: _Books, customer_id: int, m: Move, holders: Holders) -> Conflict:
    names = books.of_legal_entity(kept.writing.transaction, [customer_id], kept.legal_entity_id)
    return refusal(m, [kept.worker(key) for key in holders], names[customer_id])
