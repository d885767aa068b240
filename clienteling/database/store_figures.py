"""What a manager's page counts, store by store."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, and_, bindparam, case, func, select

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import ActivityRow, ClientBookRow, FollowUpRow, HoldingRow
from clienteling.database.types import Utc
from clienteling.domain.follow_up import State
from clienteling.domain.store_figures import Silence

_LAST: Any = (
    select(func.max(ActivityRow.at))
    .where(ActivityRow.customer_id == HoldingRow.customer_id, ActivityRow.at <= bindparam("now", type_=Utc))
    .correlate(HoldingRow)
    .scalar_subquery()
)
_HELD = (
    select(ClientBookRow.worker_id, _LAST.label("last"))
    .select_from(HoldingRow)
    .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
    .where(ClientBookRow.legal_entity_id == bindparam("entity"), among(ClientBookRow.worker_id, "workers"))
    .subquery()
)


def _moment(name: str) -> Any:
    return bindparam(name, type_=Utc)


def _number_of(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


# Part by part from the newest: each is what is left by those before it.
_AGES = select(
    _HELD.c.worker_id,
    _number_of(_HELD.c.last >= _moment("first")),
    _number_of(and_(_HELD.c.last < _moment("first"), _HELD.c.last >= _moment("second"))),
    _number_of(and_(_HELD.c.last < _moment("second"), _HELD.c.last >= _moment("third"))),
    _number_of(_HELD.c.last < _moment("third")),
    _number_of(_HELD.c.last.is_(None)),
).group_by(_HELD.c.worker_id)
_OVERDUE = (
    select(FollowUpRow.worker_id, func.count())
    .where(FollowUpRow.legal_entity_id == bindparam("entity"), among(FollowUpRow.worker_id, "workers"))
    .where(FollowUpRow.state == State.OPEN.value, FollowUpRow.due < bindparam("today", type_=Date()))
    .group_by(FollowUpRow.worker_id)
)
_WORKER: Any = ActivityRow.worker_id


def silences(
    transaction: Transaction,
    legal_entity_id: int,
    worker_ids: Sequence[int],
    now: datetime,
    edges: Sequence[datetime],
) -> dict[int, Silence]:
    """How long ago the customers of each worker were contacted: before which of three moments, the newest first."""
    asked = {"entity": legal_entity_id, "workers": worker_ids, "now": now}
    asked |= dict(zip(("first", "second", "third"), edges, strict=True))
    found = {}
    for worker_id, *numbers, never in transaction.connection().execute(_AGES, asked):
        parts = [int(number) for number in numbers]
        parts[-1] += int(never)
        found[worker_id] = Silence(tuple(parts), int(never))
    return found


def contacts(
    transaction: Transaction, worker_ids: Sequence[int], moments: Sequence[datetime], now: datetime
) -> dict[int, tuple[int, ...]]:
    """How many activities each worker recorded between two moments that follow one another, the last one up to now."""
    ends = [*moments[1:], None]
    columns = []
    for begin, end in zip(moments, ends, strict=True):
        within = ActivityRow.at >= begin if end is None else and_(ActivityRow.at >= begin, ActivityRow.at < end)
        columns.append(_number_of(within))
    statement = (
        select(_WORKER, *columns)
        .where(among(_WORKER, "workers"), ActivityRow.at >= moments[0], ActivityRow.at <= now)
        .group_by(_WORKER)
    )
    found = transaction.connection().execute(statement, {"workers": worker_ids})
    return {worker_id: tuple(int(number) for number in numbers) for worker_id, *numbers in found}


def overdue(transaction: Transaction, legal_entity_id: int, worker_ids: Sequence[int], today: date) -> dict[int, int]:
    """How many follow-ups of each worker should have been done."""
    asked = {"entity": legal_entity_id, "workers": worker_ids, "today": today}
    return {worker_id: number for worker_id, number in transaction.connection().execute(_OVERDUE, asked)}
