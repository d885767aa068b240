"""Goes through a whole legal entity for customers who have something in common, some hundred groups at a time.

Each way of looking, by phone, e-mail, name or birthday, follows an index from a place on: no more than a block is in
memory, and between two blocks it can be stopped and gone on with.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations
from typing import Any

from sqlalchemy import Select, func, select

from clienteling.database import books
from clienteling.database.duplicates import identities
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import select_where
from clienteling.database.tables import CustomerRow, ImportantDateRow, StrangersRow, TokenRow
from clienteling.domain.customer import BIRTHDAY
from clienteling.domain.duplicates import Identity, Known, Pair, likeness
from clienteling.domain.search import MatchedField
from clienteling.domain.text import words

GROUPS = 200
"""Groups of a block."""

_MOST_ALIKE = 30  # who share something with more people than that share a shop's phone, or a name that many have
_MOST_BORN = 200
_MONTHS = 12
_LEAST_PHONE = 6
_FIRST_LETTERS = 2
_FIRST_DIGIT, _BEHIND_DIGITS = "0", ":"
# What is found from its end begins with a sign.
_IS_NUMBER = (TokenRow.token >= _FIRST_DIGIT, TokenRow.token < _BEHIND_DIGITS)
_YEAR: Any = ImportantDateRow.year


class Way(StrEnum):
    """What a group of customers has in common."""

    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"
    BIRTHDAY = "birthday"


Place = tuple[Any, ...]
"""How far a way of looking has come: what the last group had in common."""

Group = tuple[int, ...]


def groups(
    transaction: Transaction, legal_entity_id: int, way: Way, after: Place | None
) -> tuple[list[Group], Place | None]:
    """The next groups of customers, and the place behind them; None at the end."""
    match way:
        case Way.PHONE:
            shared = _tokens(legal_entity_id, MatchedField.PHONE).where(
                func.length(TokenRow.token) >= _LEAST_PHONE, *_IS_NUMBER
            )
            return _of_tokens(transaction, legal_entity_id, MatchedField.PHONE, shared, after)
        case Way.EMAIL:
            shared = _tokens(legal_entity_id, MatchedField.EMAIL).where(TokenRow.token.contains("@"))
            return _of_tokens(transaction, legal_entity_id, MatchedField.EMAIL, shared, after)
        case Way.NAME:
            return _of_names(transaction, legal_entity_id, after)
        case Way.BIRTHDAY:
            return _of_birthdays(transaction, legal_entity_id, after)


def pairs(transaction: Transaction, found: Sequence[Group], way: Way) -> list[Pair]:
    """Those of the groups' pairs that are likely the same customer, and are not known to be two."""
    ids = sorted({key for group in found for key in group})
    statement = select(CustomerRow.id, CustomerRow.account_number, CustomerRow.name)
    rows = [tuple(row) for row in select_where(transaction, statement, CustomerRow.id, ids)]
    known = {row[0]: (row, identity) for row, identity in zip(rows, identities(transaction, rows), strict=True)}
    apart = _strangers(transaction, ids)
    likely: dict[tuple[int, int], Any] = {}
    for group in found:
        for one, other in combinations(sorted(set(group) & known.keys()), 2):
            if (one, other) in apart or (one, other) in likely:
                continue
            mine, theirs = known[one][1], known[other][1]
            if way is Way.BIRTHDAY and not _begin_alike(mine, theirs):
                continue
            if (alike := likeness(mine, theirs)).is_likely:
                likely[one, other] = alike
    holders = books.holders(transaction, sorted({key for pair in likely for key in pair}))

    def shown(key: int) -> Known:
        (_, account, name), _ = known[key]
        return Known(key, account, name, holders.get(key))

    return [Pair(shown(one), shown(other), alike) for (one, other), alike in likely.items()]


def _begin_alike(one: Identity, other: Identity) -> bool:
    """Whether any words of two names begin alike: of those who were born on one day most do not."""
    mine, theirs = ({word[:_FIRST_LETTERS] for word in words(each.name)} for each in (one, other))
    return not mine.isdisjoint(theirs)


def _strangers(transaction: Transaction, ids: Sequence[int]) -> set[tuple[int, int]]:
    statement = select(StrangersRow.customer_id, StrangersRow.other_id)
    return {(one, other) for one, other in select_where(transaction, statement, StrangersRow.customer_id, ids)}


def _tokens(legal_entity_id: int, field: MatchedField) -> Select[Any]:
    count = func.count()
    statement: Select[Any] = (
        select(TokenRow.token)
        .where(TokenRow.legal_entity_id == legal_entity_id, TokenRow.field == field.value)
        .group_by(TokenRow.token)
        .having(count > 1, count <= _MOST_ALIKE)
        .order_by(TokenRow.token)
        .limit(GROUPS)
    )
    return statement


def _of_tokens(
    transaction: Transaction, legal_entity_id: int, field: MatchedField, shared: Select[Any], after: Place | None
) -> tuple[list[Group], Place | None]:
    connection = transaction.connection()
    if after is not None:
        shared = shared.where(TokenRow.token > after[0])
    tokens = list(connection.execute(shared).scalars())
    members = select(TokenRow.token, TokenRow.customer_id).where(
        TokenRow.legal_entity_id == legal_entity_id, TokenRow.field == field.value
    )
    found: dict[str, list[int]] = {}
    for token, key in select_where(transaction, members, TokenRow.token, tokens):
        found.setdefault(token, []).append(key)
    return [tuple(group) for group in found.values()], (tokens[-1],) if len(tokens) == GROUPS else None


def _of_names(transaction: Transaction, legal_entity_id: int, after: Place | None) -> tuple[list[Group], Place | None]:
    count = func.count()
    shared = (
        select(CustomerRow.name_key)
        .where(CustomerRow.legal_entity_id == legal_entity_id, CustomerRow.name_key > (after[0] if after else ""))
        .group_by(CustomerRow.name_key)
        .having(count > 1, count <= _MOST_ALIKE)
        .order_by(CustomerRow.name_key)
        .limit(GROUPS)
    )
    names = list(transaction.connection().execute(shared).scalars())
    members = select(CustomerRow.name_key, CustomerRow.id).where(CustomerRow.legal_entity_id == legal_entity_id)
    found: dict[str, list[int]] = {}
    for name, key in select_where(transaction, members, CustomerRow.name_key, names):
        found.setdefault(name, []).append(key)
    return [tuple(group) for group in found.values()], (names[-1],) if len(names) == GROUPS else None


def _of_birthdays(
    transaction: Transaction, legal_entity_id: int, after: Place | None
) -> tuple[list[Group], Place | None]:
    """Those born on one day, month by month: a day that very many were born on says that nobody knows it."""
    month = 1 if after is None else after[0] + 1
    born = (
        select(ImportantDateRow.day, ImportantDateRow.year, ImportantDateRow.customer_id)
        .join(CustomerRow, CustomerRow.id == ImportantDateRow.customer_id)
        .where(CustomerRow.legal_entity_id == legal_entity_id)
        .where(ImportantDateRow.name == BIRTHDAY, ImportantDateRow.month == month, _YEAR.is_not(None))
    )
    found: dict[tuple[int, int], list[int]] = {}
    for day, year, key in transaction.connection().execute(born):
        found.setdefault((day, year), []).append(key)
    few = [tuple(group) for group in found.values() if 1 < len(group) <= _MOST_BORN]
    return few, (month,) if month < _MONTHS else None
