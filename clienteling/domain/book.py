"""Client books: a worker's list of key customers in one legal entity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from clienteling.domain.errors import AlreadyHeld, Conflict, Invalid, mark
from clienteling.domain.worker import Worker


@dataclass(frozen=True, slots=True)
class ClientBook:
    """`code` comes from the number sequence *Client book identifier*."""

    id: int
    legal_entity_id: int
    worker_id: int
    code: str
    description: str


@dataclass(frozen=True, slots=True)
class BookSize:
    """A worker of a store and how many customers their book has."""

    worker_id: int
    personnel_number: str
    name: str
    title: str
    customers: int


@dataclass(frozen=True, slots=True)
class Holding:
    """That a customer is in a book, since when."""

    customer_id: int
    book_id: int
    worker_id: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """Customers from one worker's book to another's; None is no book: added from it, removed to it."""

    customer_ids: Sequence[int]
    from_worker_id: int | None
    to_worker_id: int | None


def check_named_once(moves: Sequence[Move]) -> None:
    keys = [key for move in moves for key in move.customer_ids]
    if len(set(keys)) < len(keys):
        raise Invalid("customers", mark("A customer is named twice."))


def check_moves(moves: Sequence[Move], holders: Mapping[int, Worker], names: Mapping[int, str]) -> None:
    """Raise unless every move starts where its customers are. A customer is in at most one book of a legal entity
    (CB-2).

    `AlreadyHeld` if somebody has a customer who is to be added, `Conflict` if a customer is no longer where the move
    says. `names` are the customers'.
    """
    for move in moves:
        for key in move.customer_ids:
            holder = holders.get(key)
            if (holder.id if holder else None) != move.from_worker_id:
                raise _elsewhere(move, names[key], holder)


def _elsewhere(move: Move, name: str, holder: Worker | None) -> Conflict:
    if move.from_worker_id is None and holder is not None:
        return AlreadyHeld(name, holder.name, holder.id)
    if holder is None:
        return Conflict(mark("{customer} is in no client book any more."), customer=name)
    return Conflict(mark("{customer} is in the client book of {holder} by now."), customer=name, holder=holder.name)
