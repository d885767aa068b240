"""What activities and notes said before they were edited."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, insert, literal, select, true

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    ActivityRevisionRow,
    ActivityRow,
    ActivityTypeRow,
    NoteRevisionRow,
    NoteRow,
    WorkerRow,
)
from clienteling.database.types import Key, Utc
from clienteling.domain.activity import (
    ActivityType,
    Audience,
    Edit,
    Restriction,
    Revision,
    TimelineItem,
    TimelineKind,
)

_ACTIVITY_COLUMNS = ("type_id", "title", "text", "at")
_NOTE_COLUMNS = ("title", "text", "restriction", "audience")
# The tables of each kind: what it is, what it was, the key of the former there, and what is kept.
_TABLES: dict[TimelineKind, tuple[Any, Any, str, tuple[str, ...]]] = {
    TimelineKind.ACTIVITY: (ActivityRow, ActivityRevisionRow, "activity_id", _ACTIVITY_COLUMNS),
    TimelineKind.NOTE: (NoteRow, NoteRevisionRow, "note_id", _NOTE_COLUMNS),
}


def keep(
    transaction: Transaction, kind: TimelineKind, keys: Iterable[int], worker_id: int | None, at: datetime
) -> None:
    """Keep what activities or notes say now, before somebody replaces it."""
    table, revisions, key, names = _TABLES[kind]
    columns = [getattr(table, name) for name in names]
    now = select(table.id, table.version, *columns, literal(worker_id, Key), literal(at, Utc))
    into = [key, "version", *names, "replaced_by", "replaced_at"]
    statement = insert(revisions).from_select(into, now.where(among(table.id, "ids")))
    transaction.connection().execute(statement, {"ids": list(keys)})


def latest_edits(transaction: Transaction, edited: Iterable[TimelineItem]) -> dict[tuple[TimelineKind, int], Edit]:
    """Who edited each of these last, and when."""
    found: dict[tuple[TimelineKind, int], Edit] = {}
    wanted = list(edited)
    for kind in _TABLES:
        ids = [item.id for item in wanted if item.kind is kind]
        if ids:
            rows = transaction.connection().execute(_latest(kind), {"ids": ids})
            found |= {(kind, item_id): Edit(worker or "", at) for item_id, worker, at in rows}
    return found


@cache
def _latest(kind: TimelineKind) -> Select[Any]:
    """Put together once: it is asked with each page of a timeline on which something was edited."""
    table, revisions, key, _ = _TABLES[kind]
    of = getattr(revisions, key)
    statement: Select[Any] = (
        select(of, WorkerRow.name, revisions.replaced_at)
        .join(table, (table.id == of) & (revisions.version == table.version - 1))
        .outerjoin(WorkerRow, WorkerRow.id == revisions.replaced_by)
        .where(among(of, "ids"))
    )
    return statement


def of_activity(transaction: Transaction, activity_id: int) -> tuple[Revision, ...]:
    """What an activity said before, the latest first."""
    row: Any = ActivityRevisionRow
    statement = (
        select(row.version, row.title, row.text, WorkerRow.name, row.replaced_at, row.at)
        .add_columns(ActivityTypeRow.id, ActivityTypeRow.code, ActivityTypeRow.name)
        .add_columns(ActivityTypeRow.icon, ActivityTypeRow.labels)
        .join(ActivityTypeRow, ActivityTypeRow.id == row.type_id)
        .outerjoin(WorkerRow, WorkerRow.id == row.replaced_by)
        .where(row.activity_id == activity_id)
        .order_by(row.version.desc())
    )
    return tuple(
        Revision(version, title, text, Edit(worker or "", replaced), at, ActivityType(*of_type))
        for version, title, text, worker, replaced, at, *of_type in transaction.connection().execute(statement)
    )


def of_note(transaction: Transaction, note_id: int, *, private: bool) -> tuple[Revision, ...]:
    """What a note said before, the latest first; what was private then only with `private`."""
    row: Any = NoteRevisionRow
    statement = (
        select(row.version, row.title, row.text, WorkerRow.name, row.replaced_at, row.restriction)
        .outerjoin(WorkerRow, WorkerRow.id == row.replaced_by)
        .where(row.note_id == bindparam("note"), true() if private else row.audience == Audience.TEAM)
        .order_by(row.version.desc())
    )
    return tuple(
        Revision(version, title, text, Edit(worker or "", replaced), restriction=Restriction(restriction))
        for version, title, text, worker, replaced, restriction in transaction.connection().execute(
            statement, {"note": note_id}
        )
    )
