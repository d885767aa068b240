"""The token table that customer search reads, and the hits it leads to."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    intersect,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from clienteling.database import books
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    CustomerAddressBookRow,
    CustomerRow,
    HoldingRow,
    StoreAddressBookRow,
    TokenRow,
)
from clienteling.domain.customer import Customer
from clienteling.domain.search import Hit, MatchedField, scan_token, tokens

MANY = 12_000  # so many that trying one after the other is quicker than going through all of them

_AFTER_ALL = "\U0010ffff"


def index(transaction: Transaction, customers: Sequence[Customer]) -> None:
    """Write what search finds these customers by, in place of what was there."""
    connection = transaction.connection()
    connection.execute(_FORGET, {"ids": [customer.id for customer in customers]})
    rows = [
        (customer.legal_entity_id, token, customer.id, field.value)
        for customer in customers
        for token, field in tokens(customer)
    ]
    if rows:
        # Thousands at once, without the detour of a dictionary for each, and in the order of the table.
        connection.exec_driver_sql(_INSERT_TOKENS[connection.dialect.name], sorted(rows))


def size(transaction: Transaction, legal_entity_id: int, token: str) -> int:
    """How often something begins with a token; counted up to `MANY`."""
    asked = {"entity": legal_entity_id, "most": MANY, **_range(0, token)}
    return transaction.connection().execute(_SIZE, asked).scalar_one()


def every(
    transaction: Transaction, legal_entity_id: int, rare: Sequence[str], common: Sequence[str], *, limit: int
) -> list[int]:
    """Customers that have a token beginning with each asked one: of those that are rare all are gone through."""
    statement = _every(len(rare), len(common))
    asked = {"entity": legal_entity_id, "most": limit, **_ranges([*rare, *common])}
    return list(transaction.connection().execute(statement, asked).scalars())


def find(
    transaction: Transaction,
    legal_entity_id: int,
    asked: Sequence[str],
    *,
    store_id: int | None,
    book_ids: Sequence[int] | None,
    limit: int,
    by_book: bool = False,
) -> list[int]:
    """Customers that have a token beginning with each asked one; unordered.

    `store_id` limits to the customer address books of a store, `book_ids` to client books. The first token leads to
    them, so it should be the rarest; `by_book` goes through the books instead, which is quicker if these are small.
    """
    statement = _find(len(asked), store_id is not None, book_ids is not None, by_book)
    given = {"entity": legal_entity_id, "store": store_id, "books": book_ids, "most": limit, **_ranges(asked)}
    given = {name: value for name, value in given.items() if value is not None}
    return list(transaction.connection().execute(statement, given).scalars())


def of_store(transaction: Transaction, customer_ids: Sequence[int], store_id: int) -> frozenset[int]:
    """Those of the customers that are in the customer address books of a store."""
    found = transaction.connection().execute(_OF_STORE, {"ids": customer_ids, "store": store_id})
    return frozenset(found.scalars())


def _range(place: int, token: str) -> dict[str, str]:
    return {f"from_{place}": token, f"to_{place}": token + _AFTER_ALL}


def _ranges(tokens: Sequence[str]) -> dict[str, str]:
    return {name: value for place, token in enumerate(tokens) for name, value in _range(place, token).items()}


def _begins(table: Any, place: int) -> ColumnElement[bool]:
    """Whether a token begins with the one asked at this place."""
    token = and_(table.token >= bindparam(f"from_{place}"), table.token < bindparam(f"to_{place}"))
    return and_(table.legal_entity_id == bindparam("entity"), token)


def _has(customer_id: Any, place: int) -> ColumnElement[bool]:
    """Whether a customer has a token that begins with the one asked at this place."""
    other = aliased(TokenRow)
    return exists().where(_begins(other, place), other.customer_id == customer_id)


_FORGET = delete(TokenRow).where(among(TokenRow.customer_id, "ids"))
_TOKENS = "INSERT INTO customer_token (legal_entity_id, token, customer_id, field) VALUES "
_INSERT_TOKENS = {"sqlite": _TOKENS + "(?, ?, ?, ?)", "postgresql": _TOKENS + "(%s, %s, %s, %s)"}

# Asked with each key stroke, so they are put together once.
_SIZE = select(func.count()).select_from(
    select(literal(1)).where(_begins(TokenRow, 0)).limit(bindparam("most")).subquery()
)
_SHELVES = select(StoreAddressBookRow.address_book_id).where(
    StoreAddressBookRow.store_id == bindparam("store"), StoreAddressBookRow.kind == "customer"
)
_OF_STORE = select(CustomerAddressBookRow.customer_id).where(
    among(CustomerAddressBookRow.customer_id, "ids"), CustomerAddressBookRow.address_book_id.in_(_SHELVES)
)


@cache
def _every(rare: int, common: int) -> Select[Any]:
    parts: list[Any] = [select(TokenRow.customer_id).where(_begins(TokenRow, place)) for place in range(rare)]
    found: Any = intersect(*parts) if rare > 1 else parts[0].distinct()
    ids = found.subquery()
    has_all = [_has(ids.c.customer_id, rare + place) for place in range(common)]
    statement: Select[Any] = select(ids.c.customer_id).where(*has_all).limit(bindparam("most"))
    return statement


@cache
def _find(tokens: int, of_store: bool, of_books: bool, by_book: bool) -> Select[Any]:
    lead: Any = HoldingRow if by_book else TokenRow
    # What is cheap to find out comes first.
    wanted: list[Any] = [] if by_book else [_begins(TokenRow, 0)]
    if of_books:
        held: Any = among(HoldingRow.book_id, "books")
        wanted.append(held if by_book else exists().where(HoldingRow.customer_id == lead.customer_id, held))
    if of_store:
        shelved = exists().where(CustomerAddressBookRow.customer_id == lead.customer_id)
        wanted.append(shelved.where(CustomerAddressBookRow.address_book_id.in_(_SHELVES)))
    wanted += [_has(lead.customer_id, place) for place in range(0 if by_book else 1, tokens)]
    statement: Select[Any] = select(lead.customer_id).where(*wanted).limit(bindparam("most"))
    return statement if by_book else statement.distinct()


@cache
def _fields(tokens: int) -> Select[Any]:
    """Where some customers have the asked tokens."""
    token = TokenRow.token
    ranges = [and_(token >= bindparam(f"from_{n}"), token < bindparam(f"to_{n}")) for n in range(tokens)]
    statement: Select[Any] = select(TokenRow.customer_id, TokenRow.field).distinct()
    return statement.where(among(TokenRow.customer_id, "ids"), or_(*ranges))


_BY_NAME = select(CustomerRow.id).where(among(CustomerRow.id, "ids")).order_by(CustomerRow.name_key, CustomerRow.id)


def hits(transaction: Transaction, customer_ids: Sequence[int], asked: Sequence[str]) -> tuple[Hit, ...]:
    """The customers by name, each with the fields that the asked tokens were found in."""
    connection = transaction.connection()
    faces = books.faces(transaction, customer_ids)
    fields: dict[int, set[str]] = {}
    for customer_id, field in connection.execute(_fields(len(asked)), {"ids": customer_ids, **_ranges(asked)}).all():
        fields.setdefault(customer_id, set()).add(field)
    found = []
    for key in connection.execute(_BY_NAME, {"ids": customer_ids}).scalars().all():
        (account, name, phone, email, _), holder = faces[key]
        matched = tuple(field for field in MatchedField if field in fields.get(key, ()))
        by_email = MatchedField.EMAIL in matched and MatchedField.PHONE not in matched
        found.append(Hit(key, account, name, email if by_email else phone or email, matched, holder))
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
