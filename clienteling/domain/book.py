"""Client books: a worker's list of key customers in one legal entity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clienteling.domain.errors import AlreadyHeld, Conflict, Invalid, mark
from clienteling.domain.parameters import SEVERAL_BOOKS
from clienteling.domain.worker import Worker

MOST_NAMED = 10
"""So many customers are named in a refusal."""

Holders = tuple[int, ...]
"""The workers in whose books a customer is: that of the primary book, then the others, who has had them longest first.

By default a customer is in one book of a legal entity at most (CB-2); a parameter lets them be in several (CB-3).
"""


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
class Move:
    """Customers from one worker's book to another's; None is no book: added from it, removed to it."""

    customer_ids: Sequence[int]
    from_worker_id: int | None
    to_worker_id: int | None


def after(holders: Holders, giver: int | None, taker: int | None) -> Holders:
    """Who has a customer after a move.

    Out of the primary book, whoever has had them longest gets it. Where the taker has them already, the two holdings
    fold together.
    """
    left = tuple(worker_id for worker_id in holders if worker_id not in (giver, taker))
    if taker is None:
        return left
    is_first = not holders or holders[0] in (giver, taker)
    if is_first or giver is None:
        return (taker, *left) if is_first else (*holders, taker)
    if taker in holders:
        return tuple(worker_id for worker_id in holders if worker_id != giver)
    return (*left, taker)


def new_primary(holders: Holders, giver: int | None, taker: int | None) -> int | None:
    """The worker whose book becomes the primary one by a move without getting the customer by it."""
    left = after(holders, giver, taker)
    return left[0] if left and left[0] in holders[1:] else None


def check_named_once(moves: Sequence[Move]) -> None:
    keys = [key for move in moves for key in move.customer_ids]
    if len(set(keys)) < len(keys):
        raise Invalid("customers", mark("A customer is named twice."))


def first_wrong(moves: Sequence[Move], held: Mapping[int, Holders], *, several: bool) -> tuple[int, Move] | None:
    """The first customer who is not where their move starts; `several` lets somebody who is held be added, too."""
    for move in moves:
        giver, taker = move.from_worker_id, move.to_worker_id
        for key in move.customer_ids:
            holders = held[key]
            if giver not in holders if giver is not None else holders and (not several or taker in holders):
                return key, move
    return None


def refusal(move: Move, holders: Sequence[Worker], name: str) -> Conflict:
    """Why a customer of this name cannot be moved like that: `AlreadyHeld` to be added, else `Conflict`."""
    if move.from_worker_id is None and holders:
        holder = next((holder for holder in holders if holder.id == move.to_worker_id), holders[0])
        return AlreadyHeld(name, holder.name, holder.id)
    if not holders:
        return Conflict(mark("{customer} is in no client book any more."), customer=name)
    return Conflict(mark("{customer} is in the client book of {holder} by now."), customer=name, holder=holders[0].name)


def check_no_longer_several(names: Sequence[str]) -> None:
    """Refuse that customers be in one book only, while some are in several: by account number and name."""
    if not names:
        return
    shown = ", ".join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        message = mark(
            "Customers are in several client books ({count}): {customers}, and more. Leave each of them in one."
        )
    else:
        message = mark("Customers are in several client books ({count}): {customers}. Leave each of them in one.")
    raise Invalid(SEVERAL_BOOKS.key, message, count=len(names), customers=shown)
