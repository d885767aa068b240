"""Activities and notes that come from elsewhere, by the thousand. Each is known by its customer and its source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import select

from clienteling.database import revisions
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import insert_rows, select_where, update_rows
from clienteling.database.tables import ActivityRow, NoteRow
from clienteling.domain.activity import TimelineKind


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    customer_id: int
    source: str
    type_id: int
    title: str
    text: str
    at: datetime
    worker_id: int | None
    store_id: int | None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    customer_id: int
    source: str
    title: str
    text: str
    restriction: str
    at: datetime
    worker_id: int | None


Draft = TypeVar("Draft", ActivityDraft, NoteDraft)


@dataclass(frozen=True, slots=True)
class Known(Generic[Draft]):
    """What is stored for a customer and a source already."""

    id: int
    version: int
    draft: Draft


_TABLES: dict[type, Any] = {ActivityDraft: ActivityRow, NoteDraft: NoteRow}
_KINDS = {ActivityDraft: TimelineKind.ACTIVITY, NoteDraft: TimelineKind.NOTE}


def find(
    transaction: Transaction, kind: type[Draft], customer_ids: Iterable[int], sources: Iterable[str]
) -> dict[tuple[int, str], Known[Draft]]:
    """What these customers have from these sources, by (customer, source)."""
    table = _TABLES[kind]
    columns = [getattr(table, column.name) for column in fields(kind)]
    statement = select(table.id, table.version, *columns).where(table.source.is_not(None))
    rows = select_where(transaction, statement, table.customer_id, customer_ids)
    wanted = set(sources)
    known = (Known(row[0], row[1], kind(*row[2:])) for row in rows)
    return {(k.draft.customer_id, k.draft.source): k for k in known if k.draft.source in wanted}


def save(
    transaction: Transaction, kind: type[Draft], drafts: Sequence[tuple[Known[Draft] | None, Draft]], at: datetime
) -> None:
    """Store what is new (nothing known), or change what is known: that is a new version, and the former one is kept."""
    table = _TABLES[kind]
    names = [column.name for column in fields(kind)]
    new = [{"id": transaction.key(), "version": 1, **_row(names, draft)} for known, draft in drafts if known is None]
    changed = [{"id": k.id, "version": k.version + 1, **_row(names, draft)} for k, draft in drafts if k is not None]
    insert_rows(transaction, table, new)
    if changed:
        revisions.keep(transaction, _KINDS[kind], [row["id"] for row in changed], None, at)
    update_rows(transaction, table, ["id"], changed)


def _row(names: Sequence[str], draft: object) -> dict[str, Any]:
    """The values by column. They are texts, numbers and moments, which need no copies."""
    return {name: getattr(draft, name) for name in names}
