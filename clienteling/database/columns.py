"""Reads what the columns of a book are made from, all that its filters and its order need; keeps them when made."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, select
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
    """A question about held customers in two forms, put together once: for whole books, and for some customers."""

    def __init__(self, whole: Select[Any], some: Select[Any], *, grouped: bool = False) -> None:
        self._whole = whole
        book = func.min(HoldingRow.book_id) if grouped else HoldingRow.book_id
        self._some = some.add_columns(book).where(among(HoldingRow.customer_id, "ids"))

    def rows(
        self, transaction: Transaction, book_ids: Sequence[int], customer_ids: Sequence[int] | None, **asked: object
    ) -> Sequence[Any]:
        if customer_ids is None:
            return list(self.each(transaction, book_ids, **asked))
        # The customers lead the way, not the books, which have many more.
        found = transaction.connection().execute(self._some, {"ids": customer_ids, **asked}).all()
        return [row[:-1] for row in found if row[-1] in book_ids]

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
_HELD = Reading(_HOLDINGS.where(_IN_BOOKS), _HOLDINGS)


def reading_of(table: Any, *columns: Any) -> Reading:
    """What held customers have in a table: these columns of it, after the customer."""
    return reading(table, select(table.customer_id, *columns))


def reading(table: Any, statement: Select[Any], *, grouped: bool = False) -> Reading:
    """A statement about customers of a table, asked of held ones; `grouped` if it groups by customer."""
    # By way of IN, SQLite goes through the table in its order instead of jumping about in that of the names.
    return Reading(
        statement.where(table.customer_id.in_(select(HoldingRow.customer_id).where(_IN_BOOKS))),
        statement.join(HoldingRow, HoldingRow.customer_id == table.customer_id),
        grouped=grouped,
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
    of = (transaction, book_ids, customer_ids)
    return Rows(
        customers=_HELD.rows(*of),
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
