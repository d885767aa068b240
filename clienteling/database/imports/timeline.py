"""Activities and notes that come from elsewhere, by the thousand. Each is known by its customer and its source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Column, Integer, Select, select

from clienteling.database import revisions
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import insert_rows, select_where, update_rows
from clienteling.database.imports.given import Given
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
class Stored:
    """What is stored for a customer and a source already."""

    id: int
    version: int


_TABLES: dict[type, Any] = {ActivityDraft: ActivityRow, NoteDraft: NoteRow}
_THIS = ("customer_id", "source")
_KINDS = {ActivityDraft: TimelineKind.ACTIVITY, NoteDraft: TimelineKind.NOTE}


def known(
    transaction: Transaction, kind: type[Draft], customer_ids: Iterable[int], sources: Iterable[str]
) -> set[tuple[int, str]]:
    """Which of these customers have something from which of these sources."""
    table = _TABLES[kind]
    statement = select(table.customer_id, table.source).where(table.source.is_not(None))
    wanted = set(sources)
    found = select_where(transaction, statement, table.customer_id, customer_ids)
    return {(customer_id, source) for customer_id, source in found if source in wanted}


@cache
def _comparing(kind: type) -> tuple[Select[Any], Given, list[str]]:
    table = _TABLES[kind].__table__
    names = [column.name for column in fields(kind)]
    given = Given(Column("place", Integer), *(table.c[name] for name in names))
    beside, differs = given.comparing(table, _THIS, [name for name in names if name not in _THIS])
    return select(given.cell("place"), table.c.id, table.c.version).select_from(beside).where(differs), given, names


def compare(transaction: Transaction, kind: type[Draft], drafts: Sequence[Draft]) -> dict[int, Stored | None]:
    """The places of drafts that say something else than what is stored for their customer and source, and what that is.

    None where nothing is stored.
    """
    if not drafts:
        return {}
    statement, given, names = _comparing(kind)
    rows = _placed(names, drafts)
    connection = transaction.connection()
    found = connection.execute(statement, given.parameters(connection.dialect, rows))
    return {place: None if key is None else Stored(key, version) for place, key, version in found}


def save(
    transaction: Transaction, kind: type[Draft], drafts: Sequence[tuple[Stored | None, Draft]], at: datetime
) -> None:
    """Store what is new, where nothing is stored; else it is a new version, and the former one is kept."""
    table = _TABLES[kind]
    names = [column.name for column in fields(kind)]
    new = [{"id": transaction.key(), "version": 1, **_row(names, draft)} for stored, draft in drafts if stored is None]
    changed = [{"id": k.id, "version": k.version + 1, **_row(names, draft)} for k, draft in drafts if k is not None]
    insert_rows(transaction, table, new)
    if changed:
        revisions.keep(transaction, _KINDS[kind], [row["id"] for row in changed], None, at)
    update_rows(transaction, table, ["id"], changed)


def _row(names: Sequence[str], draft: object) -> dict[str, Any]:
    """The values by column. They are texts, numbers and moments, which need no copies."""
    return {name: getattr(draft, name) for name in names}


def _placed(names: Sequence[str], drafts: Sequence[object]) -> list[tuple[Any, ...]]:
    return [(place, *_row(names, draft).values()) for place, draft in enumerate(drafts)]
