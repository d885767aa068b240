"""Reads what the columns of a book are made from, all that its filters and its order need; keeps them when made."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select
from sqlalchemy.exc import DBAPIError

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    BookColumnRow,
    ClientBookRow,
    CustomerAttributeRow,
    CustomerMeasureRow,
    EmailRow,
    HoldingRow,
    ImportantDateRow,
    LoyaltyCardRow,
    PhoneRow,
    ScoreRow,
)
from clienteling.domain.columns import Rows
from clienteling.domain.text import digits, words

_AT_ONCE = 10_000


class Reading:
    """A question about customers in two forms, put together once: for whole books, and for some customers."""

    def __init__(self, whole: Select[Any], some: Select[Any]) -> None:
        self._whole, self._some = whole, some

    def rows(
        self, transaction: Transaction, book_ids: Sequence[int], customer_ids: Sequence[int] | None, **asked: object
    ) -> Sequence[Any]:
        """The rows of all customers of the books; or those of some customers, who are in them."""
        if customer_ids is None:
            return list(self.each(transaction, book_ids, **asked))
        return transaction.connection().execute(self._some, {"ids": customer_ids, **asked}).all()

    def each(self, transaction: Transaction, book_ids: Sequence[int], **asked: object) -> Iterator[Any]:
        """The rows of whole books, as plain tuples; `asked` are more parameters of the question.

        Of SQLAlchemy's rows the garbage collector would count millions, again and again.
        """
        connection = transaction.connection()
        driver, asked = connection.dialect.loaded_dbapi, {"books": book_ids, **asked}
        with closing(connection.execute(self._whole, asked)) as result:
            try:
                while result.cursor is not None and (rows := result.cursor.fetchmany(_AT_ONCE)):
                    yield from rows
            except driver.Error as error:
                text = str(self._whole)
                raise DBAPIError.instance(text, asked, error, driver.Error, dialect=connection.dialect) from error


_IN_BOOKS = among(HoldingRow.book_id, "books")
_HOLDINGS = (
    select(HoldingRow.customer_id, HoldingRow.name_key, ClientBookRow.worker_id)
    .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .order_by(HoldingRow.name_key, HoldingRow.customer_id)
)
# The customers lead the way, not the books, which have many more.
_HELD = Reading(
    _HOLDINGS.where(_IN_BOOKS),
    _HOLDINGS.add_columns(HoldingRow.book_id).where(among(HoldingRow.customer_id, "ids")),
)


def reading_of(table: Any, *columns: Any) -> Reading:
    """What held customers have in a table: these columns of it, after the customer."""
    return reading(table, select(table.customer_id, *columns))


def reading(table: Any, statement: Select[Any]) -> Reading:
    """A statement about customers of a table, asked of held ones."""
    # By way of IN, SQLite goes through the table in its order instead of jumping about in that of the names.
    return Reading(
        statement.where(table.customer_id.in_(select(HoldingRow.customer_id).where(_IN_BOOKS))),
        statement.where(among(table.customer_id, "ids")),
    )


_ATTRIBUTES = reading_of(
    CustomerAttributeRow, CustomerAttributeRow.attribute_id, CustomerAttributeRow.text, CustomerAttributeRow.number
)
_MEASURES = reading_of(
    CustomerMeasureRow, CustomerMeasureRow.measure_id, CustomerMeasureRow.text, CustomerMeasureRow.number
)
_DATES = reading_of(ImportantDateRow, ImportantDateRow.name, ImportantDateRow.month, ImportantDateRow.day)
_SCORES = reading_of(ScoreRow, ScoreRow.score)
_PHONES = reading_of(PhoneRow, PhoneRow.typed, PhoneRow.e164)
_EMAILS = reading_of(EmailRow, EmailRow.address)
_CARDS = reading_of(LoyaltyCardRow, LoyaltyCardRow.number)
_KEPT = select(BookColumnRow.key, BookColumnRow.data).where(BookColumnRow.place == bindparam("place"))


def read(transaction: Transaction, book_ids: Sequence[int], customer_ids: Sequence[int] | None = None) -> Rows:
    """The customers of the books in name order with all their values; or only some, as far as they are in them."""
    held = _HELD.rows(transaction, book_ids, customer_ids)
    if customer_ids is not None:
        held = [row[:3] for row in held if row[3] in book_ids]
    customers = list({row[0]: row for row in held}.values()) if len(book_ids) > 1 else held
    if customer_ids is not None:
        customer_ids = [row[0] for row in customers]
    of = (transaction, book_ids, customer_ids)
    return Rows(
        customers=customers,
        holders=held if len(customers) < len(held) else customers,
        attributes=_ATTRIBUTES.each(transaction, book_ids) if customer_ids is None else _ATTRIBUTES.rows(*of),
        measures=_MEASURES.rows(*of),
        important_dates=_DATES.rows(*of),
        scores=_SCORES.rows(*of),
        phones=[
            (customer_id, " ".join({digits(e164 or ""), digits(typed)}))
            for customer_id, typed, e164 in _PHONES.rows(*of)
        ],
        emails=_EMAILS.rows(*of),
        # Also without spaces and signs, as a scanner reads it.
        cards=[(customer_id, f"{number} {''.join(words(number))}") for customer_id, number in _CARDS.rows(*of)],
    )


def kept(transaction: Transaction, place: str) -> dict[str, bytes]:
    """What was kept of an open book, by key; empty if nothing was."""
    return {key: data for key, data in transaction.connection().execute(_KEPT, {"place": place}).all()}


def keep(transaction: Transaction, place: str, pieces: Mapping[str, bytes]) -> None:
    """Keep an open book instead of what was kept there."""
    connection = transaction.connection()
    connection.execute(delete(BookColumnRow).where(BookColumnRow.place == place))
    rows = [{"place": place, "key": key, "data": data} for key, data in pieces.items()]
    connection.execute(insert(BookColumnRow), rows)
