"""Books of those who leave: who they are, and what has to be handed over."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, and_, bindparam, func, or_, select, type_coerce

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    ClientBookRow,
    CustomerRow,
    FollowUpRow,
    HoldingRow,
    NoteRow,
    PurchaseRow,
    WorkerRow,
)
from clienteling.database.types import with_cents
from clienteling.domain.follow_up import State
from clienteling.domain.splitting import Part

_UNTIL: Any = WorkerRow.employed_until
_BOOK = and_(ClientBookRow.legal_entity_id == bindparam("entity"), ClientBookRow.worker_id == bindparam("worker"))
_HELD = select(HoldingRow.customer_id).join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id).where(_BOOK)
_CUSTOMERS = (
    select(HoldingRow.customer_id, CustomerRow.name)
    .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .join(CustomerRow, CustomerRow.id == HoldingRow.customer_id)
    .where(_BOOK)
    .order_by(HoldingRow.name_key, HoldingRow.customer_id)
)
_SPEND = (
    select(PurchaseRow.customer_id, func.sum(type_coerce(PurchaseRow.amount, BigInteger)))
    .where(PurchaseRow.customer_id.in_(_HELD))
    .group_by(PurchaseRow.customer_id)
)
_OPEN = (
    select(FollowUpRow.customer_id, func.count())
    .where(FollowUpRow.worker_id == bindparam("worker"), FollowUpRow.state == State.OPEN.value)
    .group_by(FollowUpRow.customer_id)
)


def leaving(
    transaction: Transaction, legal_entity_id: int, worker_ids: Sequence[int], today: date, notice: int
) -> tuple[tuple[int, str, date, int, int], ...]:
    """Workers whose employment ends within `notice` days or has ended, and who have customers or open follow-ups.

    Each with the last day, and how many of both they have; the first to leave comes first.
    """
    held = (
        select(func.count())
        .select_from(HoldingRow)
        .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
        .where(ClientBookRow.worker_id == WorkerRow.id, ClientBookRow.legal_entity_id == legal_entity_id)
        .correlate(WorkerRow)
        .scalar_subquery()
    )
    to_do = (
        select(func.count())
        .select_from(FollowUpRow)
        .where(FollowUpRow.worker_id == WorkerRow.id, FollowUpRow.state == State.OPEN.value)
        .where(FollowUpRow.legal_entity_id == legal_entity_id)
        .correlate(WorkerRow)
        .scalar_subquery()
    )
    statement = (
        select(WorkerRow.id, WorkerRow.name, _UNTIL, held, to_do)
        .where(among(WorkerRow.id, "ids"), today + timedelta(days=notice) >= _UNTIL)
        .order_by(_UNTIL, WorkerRow.id)
    )
    found = transaction.connection().execute(statement, {"ids": worker_ids}).all()
    return tuple((key, name, until, size, open_ones) for key, name, until, size, open_ones in found if size)


def gone(transaction: Transaction, worker_ids: Sequence[int], today: date) -> frozenset[int]:
    """Those of the workers who do not work here any more."""
    statement = select(WorkerRow.id).where(among(WorkerRow.id, "ids"), or_(today > _UNTIL, WorkerRow.blocked.is_(True)))
    return frozenset(transaction.connection().execute(statement, {"ids": worker_ids}).scalars())


def parts(transaction: Transaction, legal_entity_id: int, worker_id: int) -> tuple[Part, ...]:
    """The customers of a worker's book by name, with what they have spent and what is open to be followed up."""
    connection, asked = transaction.connection(), {"entity": legal_entity_id, "worker": worker_id}
    spend = {key: int(total) for key, total in connection.execute(_SPEND, asked)}
    to_do = {key: number for key, number in connection.execute(_OPEN, {"worker": worker_id})}
    rows = connection.execute(_CUSTOMERS, asked).all()
    return tuple(
        Part(key, name, with_cents(Decimal(spend.get(key, 0)) / 10_000), to_do.get(key, 0)) for key, name in rows
    )


def private_notes(transaction: Transaction, worker_id: int) -> int:
    """How many notes a worker wrote for nobody else."""
    statement = select(func.count()).where(NoteRow.worker_id == worker_id, NoteRow.audience == "private")
    return transaction.connection().execute(statement).scalar_one()
