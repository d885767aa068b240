"""The token table that customer search reads, and the hits it leads to."""

from collections.abc import Sequence
from functools import cache
from itertools import permutations
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
    ClientBookRow,
    CustomerAddressBookRow,
    CustomerRow,
    HoldingRow,
    StoreAddressBookRow,
    TokenRow,
)
from clienteling.domain.customer import Customer
from clienteling.domain.search import AFTER_ALL, Hit, MatchedField, scan_token, tokens

_MOST_TURNED = 3  # words whose order is tried


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


def size(transaction: Transaction, legal_entity_id: int, token: str, most: int) -> int:
    """How often something begins with a token, counted up to `most`."""
    asked = {"entity": legal_entity_id, "most": most, **_range(0, token)}
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
) -> list[int]:
    """Customers that have a token beginning with each asked one; unordered.

    `store_id` limits to the customer address books of a store, `book_ids` to client books. The first token leads to
    them, so it should be the rarest.
    """
    statement = _find(len(asked), store_id is not None, book_ids is not None)
    given = {"entity": legal_entity_id, "store": store_id, "books": book_ids, "most": limit, **_ranges(asked)}
    given = {name: value for name, value in given.items() if value is not None}
    return list(transaction.connection().execute(statement, given).scalars())


def named(
    transaction: Transaction,
    legal_entity_id: int,
    asked: Sequence[str],
    *,
    store_id: int | None,
    book_ids: Sequence[int] | None,
    limit: int,
) -> list[int]:
    """Some of those that `find` finds: whose name begins with the tokens in some order, one behind the other."""
    found: dict[int, None] = {}
    statement = _named(store_id is not None, book_ids is not None)
    given: dict[str, Any] = {"entity": legal_entity_id, "store": store_id, "books": book_ids, "most": limit}
    given = {name: value for name, value in given.items() if value is not None}
    for order in permutations(asked) if len(asked) <= _MOST_TURNED else ():
        if len(found) < limit:
            rows = transaction.connection().execute(statement, given | _range(0, " ".join(order)))
            found |= dict.fromkeys(rows.scalars())
    return list(found)[:limit]


def of_store(transaction: Transaction, customer_ids: Sequence[int], store_id: int) -> frozenset[int]:
    """Those of the customers that are in the customer address books of a store."""
    found = transaction.connection().execute(_OF_STORE, {"ids": customer_ids, "store": store_id})
    return frozenset(found.scalars())


def held(
    transaction: Transaction, book_ids: Sequence[int], customer_ids: Sequence[int] | None = None
) -> tuple[dict[int, int], list[tuple[int, str]]]:
    """The customers of books, or some of them, with their holders; and all tokens as (customer, token)."""
    connection = transaction.connection()
    if customer_ids is None:
        holders, tokens, asked = _HELD.where(_IN_BOOKS), _TOKENS_HELD, {"books": book_ids}
    else:
        holders, tokens, asked = _HELD.where(among(HoldingRow.customer_id, "ids")), _TOKENS_OF, {"ids": customer_ids}
    rows = connection.execute(holders, asked).all()
    workers = {key: worker_id for key, worker_id, book_id in rows if book_id in book_ids}
    return workers, [(key, token) for key, token in connection.execute(tokens, asked).all()]


def _range(place: int, token: str) -> dict[str, str]:
    return {f"from_{place}": token, f"to_{place}": token + AFTER_ALL}


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


_IN_BOOKS = among(HoldingRow.book_id, "books")
_HELD = select(HoldingRow.customer_id, ClientBookRow.worker_id, HoldingRow.book_id).join(
    ClientBookRow, ClientBookRow.id == HoldingRow.book_id
)
_TOKENS_OF = select(TokenRow.customer_id, TokenRow.token).where(among(TokenRow.customer_id, "ids"))
_TOKENS_HELD = select(TokenRow.customer_id, TokenRow.token).where(
    TokenRow.customer_id.in_(select(HoldingRow.customer_id).where(_IN_BOOKS))
)
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


def _shelved(customer_id: Any) -> ColumnElement[bool]:
    """Whether a customer is in a customer address book of the store."""
    shelf = CustomerAddressBookRow
    return exists().where(shelf.customer_id == customer_id, shelf.address_book_id.in_(_SHELVES))


@cache
def _every(rare: int, common: int) -> Select[Any]:
    parts: list[Any] = [select(TokenRow.customer_id).where(_begins(TokenRow, place)) for place in range(rare)]
    found: Any = intersect(*parts) if rare > 1 else parts[0].distinct()
    ids = found.subquery()
    has_all = [_has(ids.c.customer_id, rare + place) for place in range(common)]
    statement: Select[Any] = select(ids.c.customer_id).where(*has_all).limit(bindparam("most"))
    return statement


@cache
def _find(tokens: int, of_store: bool, of_books: bool) -> Select[Any]:
    key: Any = TokenRow.customer_id
    # What is cheap to find out comes first.
    wanted: list[Any] = [_begins(TokenRow, 0)]
    if of_books:
        wanted.append(exists().where(HoldingRow.customer_id == key, among(HoldingRow.book_id, "books")))
    if of_store:
        wanted.append(_shelved(key))
    wanted += [_has(key, place) for place in range(1, tokens)]
    statement: Select[Any] = select(key).where(*wanted).distinct().limit(bindparam("most"))
    return statement


@cache
def _named(of_store: bool, of_books: bool) -> Select[Any]:
    table: Any = HoldingRow if of_books else CustomerRow
    key: Any = HoldingRow.customer_id if of_books else CustomerRow.id
    own = among(HoldingRow.book_id, "books") if of_books else CustomerRow.legal_entity_id == bindparam("entity")
    begins = and_(table.name_key >= bindparam("from_0"), table.name_key < bindparam("to_0"))
    statement: Select[Any] = select(key).where(own, begins).limit(bindparam("most"))
    return statement.where(_shelved(key)) if of_store else statement


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
