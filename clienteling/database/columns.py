"""Reads what the columns of a book are made from: all that its filters and its order need."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select

from clienteling.database.engine import Transaction
from clienteling.database.tables import (
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


def read(
    transaction: Transaction, book_ids: Sequence[int], customer_ids: Sequence[int] | None = None
) -> Rows:
    """The customers of the books in name order with all their values; or only some, as far as they are in them."""

    def run(statement: Select[Any]) -> Sequence[Any]:
        limited = statement.where(HoldingRow.book_id.in_(book_ids))
        if customer_ids is not None:
            limited = limited.where(HoldingRow.customer_id.in_(customer_ids))
        return transaction.connection().execute(limited).all()

    held = (
        select(HoldingRow.customer_id, HoldingRow.name_key, ClientBookRow.worker_id)
        .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
        .order_by(HoldingRow.name_key, HoldingRow.customer_id)
    )
    value = CustomerAttributeRow
    measure = CustomerMeasureRow
    important = ImportantDateRow
    return Rows(
        customers=run(held),
        attributes=run(_of(value, value.attribute_id, value.text, value.number)),
        measures=run(_of(measure, measure.measure_id, measure.text, measure.number)),
        important_dates=run(_of(important, important.name, important.month, important.day)),
        scores=run(_of(ScoreRow, ScoreRow.score)),
        phones=[
            (customer_id, " ".join({digits(e164 or ""), digits(typed)}))
            for customer_id, typed, e164 in run(_of(PhoneRow, PhoneRow.typed, PhoneRow.e164))
        ],
        emails=run(_of(EmailRow, EmailRow.address)),
        # Also without spaces and signs, as a scanner reads it.
        cards=[
            (customer_id, f"{number} {''.join(words(number))}")
            for customer_id, number in run(_of(LoyaltyCardRow, LoyaltyCardRow.number))
        ],
    )


def _of(table: Any, *columns: Any) -> Select[Any]:
    return select(table.customer_id, *columns).join(HoldingRow, HoldingRow.customer_id == table.customer_id)
