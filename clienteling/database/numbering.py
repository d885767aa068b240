"""Account numbers of new customers, which go on where those that were imported end."""

import re
from collections import Counter

from sqlalchemy import func, select, update

from clienteling.database import company
from clienteling.database.engine import Transaction
from clienteling.database.imports import definitions
from clienteling.database.tables import CustomerRow, NumberSequenceRow
from clienteling.domain.company import LegalEntity

CUSTOMER_SEQUENCE = "customer"

_LOOKED_AT = 200
_LEAST_DIGITS = 6
_ENDS_IN_DIGITS = re.compile(r"([^#]*?)([0-9]+)")


def ensure_sequence(transaction: Transaction, entity: LegalEntity) -> bool:
    """Make the number sequence of a legal entity's customers, unless there is one; whether it was made.

    It counts on in the way that most of the newest account numbers are written.
    """
    if definitions.has_number_sequence(transaction, entity.id, CUSTOMER_SEQUENCE):
        return False
    prefix, width = _usual(transaction, entity)
    definitions.add_number_sequence(transaction, entity.id, CUSTOMER_SEQUENCE, prefix + "#" * width)
    _skip_taken(transaction, entity, prefix, width)
    return True


def next_account(transaction: Transaction, entity: LegalEntity) -> str:
    """A number that no customer of the legal entity has. Raises `Conflict` when the sequence has run out."""
    number = company.next_number(transaction, entity.id, CUSTOMER_SEQUENCE)
    if _is_taken(transaction, entity, number):
        match = _ENDS_IN_DIGITS.fullmatch(number)
        if match:
            _skip_taken(transaction, entity, match[1], len(match[2]))
        number = company.next_number(transaction, entity.id, CUSTOMER_SEQUENCE)
    while _is_taken(transaction, entity, number):
        number = company.next_number(transaction, entity.id, CUSTOMER_SEQUENCE)
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
    return shapes.most_common(1)[0][0] if shapes else (f"{entity.code.replace('#', '')}-C-", _LEAST_DIGITS)


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
        sequence = NumberSequenceRow.__table__
        change = update(sequence).where(
            NumberSequenceRow.legal_entity_id == entity.id, NumberSequenceRow.code == CUSTOMER_SEQUENCE
        )
        transaction.connection().execute(change.values(next_number=int(digits) + 1))
        transaction.expire_all()


def _is_taken(transaction: Transaction, entity: LegalEntity, number: str) -> bool:
    statement = select(CustomerRow.id).where(
        CustomerRow.legal_entity_id == entity.id, CustomerRow.account_number == number
    )
    return transaction.connection().execute(statement).first() is not None
