"""Reads what happened with the customers of a book, for its filters: contacts, purchases, and what was bought."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Date, bindparam, cast, func, select, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from clienteling.database.clouds import IS_CONTACT
from clienteling.database.columns import reading
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    AccountEngagementRow,
    ActivityRow,
    ActivityTypeRow,
    HealthRow,
    ProductRow,
    PurchaseLineRow,
    PurchaseRow,
)
from clienteling.database.types import Utc
from clienteling.domain.history import History, Product
from clienteling.domain.profile import Lately


class seconds(FunctionElement[int]):
    """A moment as whole seconds since 1970: what all drivers give alike."""

    type = BigInteger()
    inherit_cache = True


@compiles(seconds, "sqlite")
def _of_text(element: seconds, compiler: SQLCompiler, **options: Any) -> str:
    # SQLite would round the fraction, into the next day even.
    return f"CAST(strftime('%s', substr({compiler.process(element.clauses, **options)}, 1, 19)) AS INTEGER)"


@compiles(seconds, "postgresql")
def _of_timestamp(element: seconds, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST(floor(extract(epoch FROM {compiler.process(element.clauses, **options)})) AS BIGINT)"


_NOW = bindparam("now", type_=Utc)
_CONTACTS = reading(
    ActivityRow,
    select(
        ActivityRow.customer_id,
        ActivityRow.type_id,
        seconds(func.max(ActivityRow.at).filter(ActivityRow.at <= _NOW)),
        seconds(func.min(ActivityRow.at).filter(ActivityRow.at > _NOW)),
    )
    .where(IS_CONTACT)
    .group_by(ActivityRow.customer_id, ActivityRow.type_id),
)
_PURCHASES = reading(
    PurchaseRow,
    select(
        PurchaseRow.customer_id,
        func.count(),
        cast(func.sum(type_coerce(PurchaseRow.amount, BigInteger)), BigInteger),
        seconds(func.max(PurchaseRow.at)),
    ).group_by(PurchaseRow.customer_id),
)
_BOUGHT = reading(
    PurchaseRow,
    select(PurchaseRow.customer_id, PurchaseLineRow.product_id)
    .join(PurchaseLineRow, PurchaseLineRow.purchase_id == PurchaseRow.id)
    .distinct(),
)
_ENGAGEMENT = reading(
    AccountEngagementRow,
    select(
        AccountEngagementRow.customer_id,
        func.max(AccountEngagementRow.mails_to + AccountEngagementRow.mails_from),
        func.max(AccountEngagementRow.meetings_to + AccountEngagementRow.meetings_from),
        type_coerce(func.max(AccountEngagementRow.last_mail), Date),
        type_coerce(func.max(AccountEngagementRow.last_meeting), Date),
    )
    .where(AccountEngagementRow.level == "year")
    .group_by(AccountEngagementRow.customer_id),
)
_HEALTH = reading(HealthRow, select(HealthRow.customer_id, HealthRow.score).where(HealthRow.score.is_not(None)))
_PRODUCTS = select(ProductRow.id, ProductRow.category, ProductRow.subcategory, ProductRow.name).where(
    among(ProductRow.id, "ids")
)


_LATELY = (ActivityRow.customer_id == bindparam("customer"), ActivityRow.at > bindparam("since", type_=Utc))
_CONTACTS_SINCE = (
    select(ActivityTypeRow.name, func.count())
    .join(ActivityRow, ActivityRow.type_id == ActivityTypeRow.id)
    .where(*_LATELY, ActivityRow.at <= _NOW)
    .group_by(ActivityTypeRow.id, ActivityTypeRow.position, ActivityTypeRow.name)
    .order_by(func.count().desc(), ActivityTypeRow.position)
)
_PURCHASES_SINCE = select(func.count()).where(
    PurchaseRow.customer_id == bindparam("customer"),
    PurchaseRow.at > bindparam("since", type_=Utc),
    PurchaseRow.at <= _NOW,
)


def lately(transaction: Transaction, customer_id: int, since: datetime, now: datetime) -> Lately:
    """What happened with one customer between two moments."""
    connection, asked = transaction.connection(), {"customer": customer_id, "since": since, "now": now}
    contacts = connection.execute(_CONTACTS_SINCE, asked).all()
    return Lately(
        tuple((name, count) for name, count in contacts), connection.execute(_PURCHASES_SINCE, asked).scalar_one()
    )


def read(
    transaction: Transaction, book_ids: Sequence[int], now: datetime, customer_ids: Sequence[int] | None = None
) -> History:
    """What happened up to `now` with the customers of the books; or only with some who are in them."""
    of = (transaction, book_ids, customer_ids)
    bought = _BOUGHT.rows(*of)
    products = transaction.connection().execute(_PRODUCTS, {"ids": {product for _, product in bought}}).all()
    return History(
        contacts=_CONTACTS.rows(*of, now=now),
        purchases=_PURCHASES.rows(*of),
        bought=bought,
        engagement=[(*row[:3], *(_day(one) for one in row[3:])) for row in _ENGAGEMENT.rows(*of)],
        health=_HEALTH.rows(*of),
        products={key: Product(*of_product) for key, *of_product in products},
    )


def health(transaction: Transaction, book_ids: Sequence[int]) -> Sequence[Any]:
    """The scores of relationships of all customers of the books: they change with time, and no record tells."""
    return _HEALTH.rows(transaction, book_ids, None)


def _day(value: date | str | None) -> date | None:
    # Whole books are read by the driver, and SQLite's has days as texts.
    return date.fromisoformat(value) if isinstance(value, str) else value
