"""The token table that customer search reads, and the customers it leads to."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import permutations
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    func,
    intersect,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among, texts
from clienteling.database.tables import (
    ClientBookRow,
    CustomerAddressBookRow,
    CustomerRow,
    HoldingRow,
    StoreAddressBookRow,
    TokenRow,
)
from clienteling.domain.search import AFTER_ALL, Beginnings, scan_token

_MOST_TURNED = 3  # words whose order is tried

Words = Sequence[Beginnings]
Shape = tuple[int, ...]
"""How many beginnings each asked word has."""


def size(transaction: Transaction, legal_entity_id: int, word: Beginnings, most: int) -> int:
    """How often something begins with a word, counted up to `most`."""
    asked = {"entity": legal_entity_id, "most": most, **_ranges([word])}
    found: int = transaction.connection().execute(_size(len(word)), asked).scalar_one()
    return found


def known(transaction: Transaction, legal_entity_id: int, beginnings: Iterable[str]) -> frozenset[str]:
    """Those that any token begins with."""
    asked = {"entity": legal_entity_id, "beginnings": [*beginnings]}
    return frozenset(transaction.connection().execute(_KNOWN, asked).scalars())


def every(transaction: Transaction, legal_entity_id: int, rare: Words, common: Words, *, limit: int) -> list[int]:
    """Customers that have a token beginning with each asked word: of those that are rare all are gone through."""
    statement = _every(_shape(rare), _shape(common))
    asked = {"entity": legal_entity_id, "most": limit, **_ranges([*rare, *common])}
    return list(transaction.connection().execute(statement, asked).scalars())


def find(
    transaction: Transaction,
    legal_entity_id: int,
    asked: Words,
    *,
    store_id: int | None,
    book_ids: Sequence[int] | None,
    limit: int,
) -> list[int]:
    """Customers that have a token beginning with each asked word; unordered.

    `store_id` limits to the customer address books of a store, `book_ids` to client books. The first word leads to
    them, so it should be the rarest.
    """
    statement = _find(_shape(asked), store_id is not None, book_ids is not None)
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
            rows = transaction.connection().execute(statement, given | _range("0", " ".join(order)))
            found |= dict.fromkeys(rows.scalars())
    return list(found)[:limit]


def of_store(transaction: Transaction, customer_ids: Sequence[int], store_id: int) -> frozenset[int]:
    """Those of the customers that are in the customer address books of a store."""
    found = transaction.connection().execute(_OF_STORE, {"ids": customer_ids, "store": store_id})
    return frozenset(found.scalars())


def held(
    transaction: Transaction, book_ids: Sequence[int], first: int, customer_ids: Sequence[int] | None = None
) -> tuple[dict[int, int], list[tuple[int, str]]]:
    """The customers of books, or some of them, with their holders; and all tokens as (customer, token).

    Of those who are in several of the books the holder is the worker `first`, if that is one.
    """
    connection = transaction.connection()
    if customer_ids is None:
        holders, tokens, asked = _HELD.where(_IN_BOOKS), _TOKENS_HELD, {"books": book_ids}
    else:
        holders, tokens, asked = _HELD.where(among(HoldingRow.customer_id, "ids")), _TOKENS_OF, {"ids": customer_ids}
    rows = connection.execute(holders, asked).all()
    workers: dict[int, int] = {}
    for key, worker_id, book_id in rows:
        if book_id in book_ids and workers.get(key) != first:
            workers[key] = worker_id
    return workers, [(key, token) for key, token in connection.execute(tokens, asked).all()]


def fields(transaction: Transaction, customer_ids: Sequence[int], asked: Words) -> list[tuple[int, str]]:
    """Where customers have what the asked words begin: (customer, field)."""
    flat = [(beginning,) for word in asked for beginning in word]
    rows = transaction.connection().execute(_fields(len(flat)), {"ids": customer_ids, **_ranges(flat)}).all()
    return [(customer_id, field) for customer_id, field in rows]


def _range(place: str, beginning: str) -> dict[str, str]:
    return {f"from_{place}": beginning, f"to_{place}": beginning + AFTER_ALL}


def _ranges(asked: Words) -> dict[str, str]:
    return {
        name: value
        for place, word in enumerate(asked)
        for number, beginning in enumerate(word)
        for name, value in _range(f"{place}_{number}", beginning).items()
    }


def _shape(asked: Words) -> Shape:
    return tuple(len(word) for word in asked)


def _begins(table: Any, place: str) -> ColumnElement[bool]:
    """Whether a token begins with what is asked at this place."""
    token = and_(table.token >= bindparam(f"from_{place}"), table.token < bindparam(f"to_{place}"))
    return and_(table.legal_entity_id == bindparam("entity"), token)


def _having(place: int, beginnings: int) -> Any:
    """The customers who have a token that begins with the word asked at this place, some of them repeatedly."""
    parts = [select(TokenRow.customer_id).where(_begins(TokenRow, f"{place}_{n}")) for n in range(beginnings)]
    return parts[0] if beginnings == 1 else select(union_all(*parts).subquery().c.customer_id)


def _has(customer_id: Any, place: int, beginnings: int) -> ColumnElement[bool]:
    """Whether a customer has a token that begins with the word asked at this place."""
    other = aliased(TokenRow)
    ways = [exists().where(_begins(other, f"{place}_{n}"), other.customer_id == customer_id) for n in range(beginnings)]
    return or_(*ways)


_IN_BOOKS = among(HoldingRow.book_id, "books")
_HELD = select(HoldingRow.customer_id, ClientBookRow.worker_id, HoldingRow.book_id).join(
    ClientBookRow, ClientBookRow.id == HoldingRow.book_id
)
_TOKENS_OF = select(TokenRow.customer_id, TokenRow.token).where(among(TokenRow.customer_id, "ids"))
_TOKENS_HELD = select(TokenRow.customer_id, TokenRow.token).where(
    TokenRow.customer_id.in_(select(HoldingRow.customer_id).where(_IN_BOOKS))
)
# Asked with each key stroke, so they are put together once.
_SHELVES = select(StoreAddressBookRow.address_book_id).where(
    StoreAddressBookRow.store_id == bindparam("store"), StoreAddressBookRow.kind == "customer"
)
_OF_STORE = select(CustomerAddressBookRow.customer_id).where(
    among(CustomerAddressBookRow.customer_id, "ids"), CustomerAddressBookRow.address_book_id.in_(_SHELVES)
)


def shelved(customer_id: Any) -> ColumnElement[bool]:
    """Whether a customer is in a customer address book of the store."""
    shelf = CustomerAddressBookRow
    return exists().where(shelf.customer_id == customer_id, shelf.address_book_id.in_(_SHELVES))


_beginnings = texts("beginnings").table_valued("value")
_KNOWN = select(_beginnings.c.value).where(
    exists().where(
        TokenRow.legal_entity_id == bindparam("entity"),
        TokenRow.token >= _beginnings.c.value,
        TokenRow.token < _beginnings.c.value.concat(AFTER_ALL),
    )
)


@cache
def _size(beginnings: int) -> Select[Any]:
    return select(func.count()).select_from(_having(0, beginnings).limit(bindparam("most")).subquery())


@cache
def _every(rare: Shape, common: Shape) -> Select[Any]:
    parts: list[Any] = [_having(place, beginnings) for place, beginnings in enumerate(rare)]
    found: Any = intersect(*parts) if len(parts) > 1 else parts[0].distinct()
    ids = found.subquery()
    has_all = [_has(ids.c.customer_id, len(rare) + place, beginnings) for place, beginnings in enumerate(common)]
    statement: Select[Any] = select(ids.c.customer_id).where(*has_all).limit(bindparam("most"))
    return statement


@cache
def _find(asked: Shape, of_store: bool, of_books: bool) -> Select[Any]:
    key: Any = _having(0, asked[0]).subquery().c.customer_id
    # What is cheap to find out comes first.
    wanted: list[Any] = []
    if of_books:
        wanted.append(exists().where(HoldingRow.customer_id == key, among(HoldingRow.book_id, "books")))
    if of_store:
        wanted.append(shelved(key))
    wanted += [_has(key, place, asked[place]) for place in range(1, len(asked))]
    statement: Select[Any] = select(key).where(*wanted).distinct().limit(bindparam("most"))
    return statement


@cache
def _named(of_store: bool, of_books: bool) -> Select[Any]:
    table: Any = HoldingRow if of_books else CustomerRow
    key: Any = HoldingRow.customer_id if of_books else CustomerRow.id
    own = among(HoldingRow.book_id, "books") if of_books else CustomerRow.legal_entity_id == bindparam("entity")
    called = and_(table.name_key >= bindparam("from_0"), table.name_key < bindparam("to_0"))
    statement: Select[Any] = select(key).where(own, called).limit(bindparam("most"))
    return statement.where(shelved(key)) if of_store else statement


@cache
def _fields(beginnings: int) -> Select[Any]:
    token = TokenRow.token
    ranges = [and_(token >= bindparam(f"from_{n}_0"), token < bindparam(f"to_{n}_0")) for n in range(beginnings)]
    statement: Select[Any] = select(TokenRow.customer_id, TokenRow.field).distinct()
    return statement.where(among(TokenRow.customer_id, "ids"), or_(*ranges))


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
