"""Books that are lent to a colleague until a day."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, bindparam, insert, or_, select, update
from sqlalchemy.orm import aliased

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import CoverRow, WorkerRow
from clienteling.domain.cover import Cover

_OWNER, _WORKER = aliased(WorkerRow), aliased(WorkerRow)
COVERS = (
    select(
        CoverRow.id,
        CoverRow.owner_id,
        _OWNER.name,
        CoverRow.worker_id,
        _WORKER.name,
        CoverRow.since,
        CoverRow.until,
        CoverRow.ended_at,
        CoverRow.reason,
        CoverRow.version,
    )
    .select_from(CoverRow)
    .join(_OWNER, _OWNER.id == CoverRow.owner_id)
    .join(_WORKER, _WORKER.id == CoverRow.worker_id)
    .order_by(CoverRow.until, CoverRow.id)
)
_OF_ENTITY = CoverRow.legal_entity_id == bindparam("entity")
_RUNS: Any = (CoverRow.ended_at.is_(None), CoverRow.until >= bindparam("today", type_=Date()))
# Asked with each look at an own book, so it is put together once.
_OWNERS = select(CoverRow.owner_id).where(_OF_ENTITY, CoverRow.worker_id == bindparam("worker"), *_RUNS).distinct()


def owners(transaction: Transaction, legal_entity_id: int, worker_id: int, today: date) -> tuple[int, ...]:
    """The workers whose books are lent to this one now."""
    asked = {"entity": legal_entity_id, "worker": worker_id, "today": today}
    return tuple(sorted(transaction.connection().execute(_OWNERS, asked).scalars()))


def running(
    transaction: Transaction, legal_entity_id: int, worker_ids: Sequence[int], today: date
) -> tuple[Cover, ...]:
    """The covers that run now and that one of the workers lends or keeps, the first to end first."""
    concerned = or_(among(CoverRow.owner_id, "workers"), among(CoverRow.worker_id, "workers"))
    asked = {"entity": legal_entity_id, "workers": worker_ids, "today": today}
    found = transaction.connection().execute(COVERS.where(_OF_ENTITY, *_RUNS, concerned), asked)
    return tuple(Cover(*row) for row in found)


def find(transaction: Transaction, legal_entity_id: int, cover_id: int) -> Cover | None:
    statement = COVERS.where(CoverRow.id == cover_id, CoverRow.legal_entity_id == legal_entity_id)
    row = transaction.connection().execute(statement).first()
    return Cover(*row) if row else None


def add(
    transaction: Transaction,
    *,
    legal_entity_id: int,
    owner_id: int,
    worker_id: int,
    since: datetime,
    until: date,
    made_by: int | None,
    reason: str,
) -> int:
    key = transaction.key()
    values = {"owner_id": owner_id, "worker_id": worker_id, "since": since, "until": until}
    values |= {"id": key, "legal_entity_id": legal_entity_id, "made_by": made_by, "reason": reason, "version": 1}
    transaction.connection().execute(insert(CoverRow.__table__), values)
    return key


def change(transaction: Transaction, cover: Cover) -> None:
    """Store when a cover ends."""
    values = {"until": cover.until, "ended_at": cover.ended_at, "version": cover.version}
    transaction.connection().execute(update(CoverRow).where(CoverRow.id == cover.id).values(**values))
