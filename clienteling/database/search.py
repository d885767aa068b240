"""The token table that customer search reads, and the hits it leads to."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, delete, exists, insert, select
from sqlalchemy.orm import aliased

from clienteling.database import books
from clienteling.database.engine import Transaction
from clienteling.database.tables import (
    CustomerAddressBookRow,
    CustomerRow,
    HoldingRow,
    StoreAddressBookRow,
    TokenRow,
)
from clienteling.domain.customer import Customer
from clienteling.domain.search import Hit, MatchedField, scan_token, tokens

_AFTER_ALL = "\U0010ffff"


def index(transaction: Transaction, customers: Sequence[Customer]) -> None:
    """Write what search finds these customers by, in place of what was there."""
    for batch in books.batches([customer.id for customer in customers]):
        transaction.execute(delete(TokenRow).where(TokenRow.customer_id.in_(batch)))
    rows = [
        {
            "legal_entity_id": customer.legal_entity_id,
            "token": token,
            "customer_id": customer.id,
            "field": field.value,
        }
        for customer in customers
        for token, field in tokens(customer)
    ]
    if rows:
        transaction.connection().execute(insert(TokenRow), rows)


def find(
    transaction: Transaction,
    legal_entity_id: int,
    asked: Sequence[str],
    *,
    store_id: int | None,
    book_ids: Sequence[int] | None,
    limit: int,
) -> list[int]:
    """Customers that have a token beginning with each asked one; unordered.

    `store_id` limits to the customer address books of a store, `book_ids` to client books.
    """
    first = aliased(TokenRow)
    statement: Select[tuple[int]] = select(first.customer_id).where(_begins(first, legal_entity_id, asked[0]))
    for token in asked[1:]:
        other = aliased(TokenRow)
        statement = statement.where(
            exists().where(_begins(other, legal_entity_id, token), other.customer_id == first.customer_id)
        )
    if store_id is not None:
        statement = statement.where(
            exists()
            .where(CustomerAddressBookRow.customer_id == first.customer_id)
            .where(CustomerAddressBookRow.address_book_id == StoreAddressBookRow.address_book_id)
            .where(StoreAddressBookRow.store_id == store_id, StoreAddressBookRow.kind == "customer")
        )
    if book_ids is not None:
        statement = statement.where(
            exists().where(HoldingRow.customer_id == first.customer_id, HoldingRow.book_id.in_(book_ids))
        )
    return list(transaction.connection().execute(statement.distinct().limit(limit)).scalars())


def _begins(table: type[TokenRow], legal_entity_id: int, token: str) -> ColumnElement[bool]:
    return and_(
        table.legal_entity_id == legal_entity_id, table.token >= token, table.token < token + _AFTER_ALL
    )


def hits(transaction: Transaction, customer_ids: list[int], asked: Sequence[str]) -> tuple[Hit, ...]:
    """The customers by name, each with the fields that the asked tokens were found in."""
    contacts = books.contacts(transaction, customer_ids)
    holders = books.holders(transaction, customer_ids)
    fields: dict[int, set[MatchedField]] = {}
    statement = select(TokenRow.customer_id, TokenRow.token, TokenRow.field).where(
        TokenRow.customer_id.in_(customer_ids)
    )
    for customer_id, token, field in transaction.connection().execute(statement):
        if any(token.startswith(word) for word in asked):
            fields.setdefault(customer_id, set()).add(MatchedField(field))
    names = (
        select(CustomerRow.id)
        .where(CustomerRow.id.in_(customer_ids))
        .order_by(CustomerRow.name_key, CustomerRow.id)
    )
    found = []
    for key in transaction.connection().execute(names).scalars():
        account, name, phone, email, _ = contacts[key]
        matched = tuple(field for field in MatchedField if field in fields.get(key, ()))
        detail = (
            email if MatchedField.EMAIL in matched and MatchedField.PHONE not in matched else phone or email
        )
        found.append(Hit(key, account, name, detail, matched, holders.get(key)))
    return tuple(found)


def by_code(transaction: Transaction, legal_entity_id: int, code: str) -> int | None:
    """The customer whose account number or loyalty card this is, without regard to signs; None if it is nobody's."""
    statement = (
        select(TokenRow.customer_id)
        .where(TokenRow.legal_entity_id == legal_entity_id, TokenRow.token == scan_token(code))
        .distinct()
        .limit(2)
    )
    found = list(transaction.connection().execute(statement).scalars())
    return found[0] if len(found) == 1 else None
