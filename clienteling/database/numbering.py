"""Account numbers of new customers, which go on where those that were imported end."""

import re
from collections import Counter

from sqlalchemy import func, select

from clienteling.database import number_sequences
from clienteling.database.company import CUSTOMER_SEQUENCE
from clienteling.database.engine import Transaction
from clienteling.database.imports import definitions
from clienteling.database.tables import CustomerRow
from clienteling.domain.company import LegalEntity
from clienteling.domain.number_sequence import constant, is_decimal

_LOOKED_AT = 200
_LEAST_DIGITS = 6
_ENDS_IN_DIGITS = re.compile(r"(.*?)([0-9]+)")


def ensure_sequence(transaction: Transaction, entity: LegalEntity) -> bool:
    """Make the number sequence of a legal entity's customers, unless there is one; whether it was made.

    It counts on in the way that most of the newest account numbers are written.
    """
    if number_sequences.find(transaction, entity.id, CUSTOMER_SEQUENCE) is not None:
        return False
    prefix, width = _usual(transaction, entity)
    definitions.add_number_sequence(transaction, entity.id, CUSTOMER_SEQUENCE, constant(prefix) + "#" * width)
    _skip_taken(transaction, entity, prefix, width)
    return True


def next_account(transaction: Transaction, entity: LegalEntity) -> str:
    """A number that no customer of the legal entity has. Raises `Conflict` when the sequence has run out."""
    number = number_sequences.next_number(transaction, entity.id, CUSTOMER_SEQUENCE)
    if _is_taken(transaction, entity, number):
        match = _ENDS_IN_DIGITS.fullmatch(number)
        if match:
            _skip_taken(transaction, entity, match[1], len(match[2]))
        number = number_sequences.next_number(transaction, entity.id, CUSTOMER_SEQUENCE)
    while _is_taken(transaction, entity, number):
        number = number_sequences.next_number(transaction, entity.id, CUSTOMER_SEQUENCE)
    return number


def _usual(transaction: Transaction, entity: LegalEntity) -> tuple[str, int]:
    """What stands before the digits of most account numbers, and how many digits there are."""
    statement = (
        select(CustomerRow.account_number)
        .where(CustomerRow.legal_entity_id == entity.id)
        .order_by(CustomerRow.id.desc())
        .limit(_LOOKED_AT)
    )
    numbers = transaction.connection().execute(statement).scalars()
    shapes = Counter(
        (match[1], max(len(match[2]), _LEAST_DIGITS)) for n in numbers if (match := _ENDS_IN_DIGITS.fullmatch(n))
    )
    return shapes.most_common(1)[0][0] if shapes else (f"{entity.code}-C-", _LEAST_DIGITS)


def _skip_taken(transaction: Transaction, entity: LegalEntity, prefix: str, width: int) -> None:
    """Let the sequence go on behind the greatest number of this shape."""
    account = CustomerRow.account_number
    statement = select(func.max(account)).where(
        CustomerRow.legal_entity_id == entity.id,
        account >= prefix + "0",
        account < prefix + ":",  # what comes behind 9
        func.length(account) == len(prefix) + width,
    )
    greatest = transaction.connection().execute(statement).scalar()
    digits = greatest[len(prefix) :] if greatest else ""
    if digits.isascii() and digits.isdecimal():
        row = number_sequences.find(transaction, entity.id, CUSTOMER_SEQUENCE)
        if row is not None and is_decimal(row.format) and int(digits) >= row.next_number:
            number_sequences.forget_blocks(transaction, [row.id])
            row.next_number = int(digits) + 1
            transaction.flush()


def _is_taken(transaction: Transaction, entity: LegalEntity, number: str) -> bool:
    statement = select(CustomerRow.id).where(
        CustomerRow.legal_entity_id == entity.id, CustomerRow.account_number == number
    )
    return transaction.connection().execute(statement).first() is not None
