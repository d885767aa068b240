"""Customers who may be the one that is typed, found by the tokens of search; and pairs that are two people."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, insert, or_, select
from sqlalchemy.orm import aliased

from clienteling.database import books
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import select_where
from clienteling.database.tables import (
    CustomerRow,
    EmailRow,
    ImportantDateRow,
    PhoneRow,
    StrangersRow,
    TokenRow,
)
from clienteling.domain.customer import BIRTHDAY
from clienteling.domain.dates import YearlyDate
from clienteling.domain.duplicates import Identity, Likely, likeness
from clienteling.domain.phones import national
from clienteling.domain.search import MatchedField, phone_tokens
from clienteling.domain.text import fold, words

_MOST = 200
_FIRST_LETTERS = 2
_LEAST_PHONE, _LAST_DIGITS = 6, 3
_AFTER_ALL = "\U0010ffff"


def candidates(transaction: Transaction, legal_entity_id: int, identity: Identity) -> list[int]:
    """Customers with the same phone, e-mail or name; with a phone that begins alike; born that day and called alike."""
    found: dict[int, None] = {}
    for phone in identity.phones:
        tokens = [token for token in _tokens_of(phone) if len(token) >= _LEAST_PHONE]
        found |= dict.fromkeys(_having(transaction, legal_entity_id, MatchedField.PHONE, tokens))
        for token in tokens:
            if len(token) > _LEAST_PHONE:
                beginning = _beginning(TokenRow, legal_entity_id, MatchedField.PHONE, token[:-_LAST_DIGITS])
                found |= dict.fromkeys(_first(transaction, select(TokenRow.customer_id).where(beginning)))
    emails = [fold(email) for email in identity.emails if email]
    found |= dict.fromkeys(_having(transaction, legal_entity_id, MatchedField.EMAIL, emails))
    names = sorted(dict.fromkeys(words(identity.name)), key=len, reverse=True)[:2]
    if names:
        found |= dict.fromkeys(_named(transaction, legal_entity_id, names))
    if identity.birth_date is not None:
        for name in names:
            found |= dict.fromkeys(_born(transaction, legal_entity_id, name, identity.birth_date))
    return list(found)


def compared(transaction: Transaction, customer_ids: Sequence[int], identity: Identity) -> tuple[Likely, ...]:
    """These customers, each with how alike they are to `identity`, which is the first of the two sides."""
    holders = books.holders(transaction, list(customer_ids))
    rows = select_where(
        transaction,
        select(CustomerRow.id, CustomerRow.account_number, CustomerRow.name),
        CustomerRow.id,
        customer_ids,
    )
    return tuple(
        Likely(key, account, name, holders.get(key), likeness(identity, known))
        for (key, account, name), known in zip(rows, identities(transaction, rows), strict=True)
    )


def identities(transaction: Transaction, customers: Sequence[tuple[int, str, str]]) -> list[Identity]:
    """What customers, (key, account number, name), are known by."""
    ids = [key for key, *_ in customers]
    phones = _parts(transaction, select(PhoneRow.customer_id, PhoneRow.typed, PhoneRow.e164), PhoneRow, ids)
    emails = _parts(transaction, select(EmailRow.customer_id, EmailRow.address), EmailRow, ids)
    birthdays = select(
        ImportantDateRow.customer_id, ImportantDateRow.month, ImportantDateRow.day, ImportantDateRow.year
    ).where(ImportantDateRow.name == BIRTHDAY)
    days = _parts(transaction, birthdays, ImportantDateRow, ids)
    return [
        Identity(
            name,
            YearlyDate(*days[key][0]) if key in days else None,
            tuple(e164 or typed for typed, e164 in phones.get(key, ())),
            tuple(address for (address,) in emails.get(key, ())),
        )
        for key, _, name in customers
    ]


def strangers_of(transaction: Transaction, customer_id: int) -> frozenset[int]:
    """Those who look like a customer and are somebody else."""
    pair = select(StrangersRow.customer_id, StrangersRow.other_id).where(
        or_(StrangersRow.customer_id == customer_id, StrangersRow.other_id == customer_id)
    )
    return frozenset(key for row in transaction.connection().execute(pair) for key in row if key != customer_id)


def keep_apart(
    transaction: Transaction, customer_id: int, others: Iterable[int], worker_id: int, at: datetime
) -> list[int]:
    """Remember that these are other people than a customer; those of whom that was not known yet."""
    new = sorted(set(others) - strangers_of(transaction, customer_id) - {customer_id})
    rows = [
        {"customer_id": min(key, customer_id), "other_id": max(key, customer_id), "worker_id": worker_id, "at": at}
        for key in new
    ]
    if rows:
        transaction.connection().execute(insert(StrangersRow.__table__), rows)
    return new


def _having(
    transaction: Transaction, legal_entity_id: int, field: MatchedField, tokens: Sequence[str]
) -> Iterable[int]:
    if not tokens:
        return ()
    return _first(
        transaction,
        select(TokenRow.customer_id).where(
            TokenRow.legal_entity_id == legal_entity_id, TokenRow.token.in_(tokens), TokenRow.field == field.value
        ),
    )


def _named(transaction: Transaction, legal_entity_id: int, names: Sequence[str]) -> Iterable[int]:
    """Customers in whose name all these words are."""
    first = aliased(TokenRow)
    statement = select(first.customer_id).where(_is(first, legal_entity_id, names[0]))
    for name in names[1:]:
        other = aliased(TokenRow)
        statement = statement.where(
            exists().where(_is(other, legal_entity_id, name), other.customer_id == first.customer_id)
        )
    return _first(transaction, statement)


def _born(transaction: Transaction, legal_entity_id: int, name: str, day: YearlyDate) -> Iterable[int]:
    """Customers with a word in the name that begins like this one, born on that day, or on it read the other way."""
    days = [(ImportantDateRow.month == day.month) & (ImportantDateRow.day == day.day)]
    days += [(ImportantDateRow.month == day.day) & (ImportantDateRow.day == day.month)]
    born = exists().where(
        ImportantDateRow.customer_id == TokenRow.customer_id, ImportantDateRow.name == BIRTHDAY, or_(*days)
    )
    beginning = _beginning(TokenRow, legal_entity_id, MatchedField.NAME, name[:_FIRST_LETTERS])
    return _first(transaction, select(TokenRow.customer_id).where(beginning, born))


def _is(table: type[TokenRow], legal_entity_id: int, name: str) -> ColumnElement[bool]:
    return and_(table.legal_entity_id == legal_entity_id, table.token == name, table.field == MatchedField.NAME.value)


def _beginning(table: type[TokenRow], legal_entity_id: int, field: MatchedField, beginning: str) -> ColumnElement[bool]:
    return and_(
        table.legal_entity_id == legal_entity_id,
        table.token >= beginning,
        table.token < beginning + _AFTER_ALL,
        table.field == field.value,
    )


def _tokens_of(phone: str) -> frozenset[str]:
    e164 = phone if phone.startswith("+") else None
    return phone_tokens(phone, e164, national(e164))


def _first(transaction: Transaction, statement: Select[Any]) -> Sequence[int]:
    return [row[0] for row in transaction.connection().execute(statement.distinct().limit(_MOST))]


def _parts(
    transaction: Transaction, statement: Select[Any], table: Any, customer_ids: Sequence[int]
) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for key, *rest in select_where(transaction, statement, table.customer_id, customer_ids):
        found.setdefault(key, []).append(tuple(rest))
    return found
