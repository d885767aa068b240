"""Draws numbers from the number sequence that a legal entity has chosen for a purpose.

A continuous sequence gives a number back when its transaction fails: the row is locked until the end. Of another one a
block of numbers is taken at once, by the first transaction that needs one; the rest of the block serves later ones
without touching the row, and what a failed transaction had drawn is lost. The block is taken within the transaction and
not beside it, because SQLite has one writer at a time.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import event, select
from sqlmodel import Session

from clienteling.database import company
from clienteling.database.engine import Transaction
from clienteling.database.tables import NumberSequenceRow
from clienteling.domain.errors import Conflict, mark
from clienteling.domain.number_sequence import capacity, numbered

BLOCK = 20
_DRAWN = "numbers"  # what this transaction has taken of its blocks, by sequence


def next_number(transaction: Transaction, legal_entity_id: int, purpose: str) -> str:
    """The next number for a purpose. Raises `Conflict` where no sequence is set up, or it has run out."""
    row = find(transaction, legal_entity_id, purpose)
    if row is None:
        message = mark("The number sequence “{code}” is not set up. Ask an administrator.")
        raise Conflict(message, code=chosen_code(transaction, legal_entity_id, purpose) or purpose)
    number = _continuous(transaction, row) if row.continuous else _from_block(transaction, row)
    if number > capacity(row.format):
        raise Conflict(mark("The number sequence “{code}” has run out. Ask an administrator."), code=row.code)
    return numbered(row.format, number)


def chosen_code(transaction: Transaction, legal_entity_id: int, purpose: str) -> str:
    """The code of the sequence that is chosen for a purpose; "" if none is to be used."""
    return company.parameters(transaction, legal_entity_id).get(company.sequence_parameter(purpose), purpose)


def find(transaction: Transaction, legal_entity_id: int, purpose: str) -> NumberSequenceRow | None:
    """The sequence for a purpose: that of the legal entity, or else the shared one."""
    code = chosen_code(transaction, legal_entity_id, purpose)
    owner = NumberSequenceRow.legal_entity_id
    statement = (
        select(NumberSequenceRow)
        .where(NumberSequenceRow.code == code, (owner == legal_entity_id) | owner.is_(None))
        .order_by(owner.is_(None))
    )
    return transaction.scalars(statement).first() if code else None


def _locked(transaction: Transaction, row: NumberSequenceRow) -> NumberSequenceRow:
    statement = select(NumberSequenceRow).where(NumberSequenceRow.id == row.id).with_for_update()
    found: NumberSequenceRow = transaction.scalars(statement.execution_options(populate_existing=True)).one()
    return found


def _continuous(transaction: Transaction, row: NumberSequenceRow) -> int:
    row = _locked(transaction, row)
    number, row.next_number = row.next_number, row.next_number + 1
    transaction.flush()
    return number


def _from_block(transaction: Transaction, row: NumberSequenceRow) -> int:
    mine: dict[int, list[int]] = transaction.info.setdefault(_DRAWN, {})
    if not mine.get(row.id):
        kept = transaction.reserve.take(row.id)
        if kept is not None:
            return kept
        first = _locked(transaction, row).next_number
        row.next_number = first + BLOCK
        transaction.flush()
        if not mine:
            _keep_rest(transaction, mine)
        mine[row.id] = list(range(first, first + BLOCK))
    return mine[row.id].pop(0)


def _keep_rest(transaction: Transaction, mine: dict[int, list[int]]) -> None:
    """What is left of the blocks serves later transactions, once this one is done."""

    @event.listens_for(transaction, "after_commit")
    def keep(_session: Session) -> None:
        for key, numbers in mine.items():
            transaction.reserve.put(key, numbers)


def forget_blocks(transaction: Transaction, keys: Iterable[Any]) -> None:
    """Let the next number of sequences come from their rows."""
    for key in keys:
        transaction.info.get(_DRAWN, {}).pop(key, None)
        transaction.reserve.forget(key)
