"""Saved views."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from clienteling.database.engine import Transaction
from clienteling.database.tables import SavedViewRow, WorkerRow


@dataclass(frozen=True, slots=True)
class StoredView:
    """A view as it is stored: its query is JSON, and `store_id` is set if it is shared with that store."""

    id: int
    name: str
    owner_id: int
    owner: str
    store_id: int | None
    query: str
    version: int


_COLUMNS = (
    SavedViewRow.id,
    SavedViewRow.name,
    SavedViewRow.worker_id,
    WorkerRow.name,
    SavedViewRow.store_id,
    SavedViewRow.query,
    SavedViewRow.version,
)


def visible(
    transaction: Transaction, legal_entity_id: int, worker_id: int, store_id: int, view: str
) -> tuple[StoredView, ...]:
    """A worker's own views of their book or of the store's, and those that are shared with the store."""
    statement = (
        select(*_COLUMNS)
        .join(WorkerRow, WorkerRow.id == SavedViewRow.worker_id)
        .where(
            SavedViewRow.legal_entity_id == legal_entity_id,
            SavedViewRow.view == view,
            or_(SavedViewRow.worker_id == worker_id, SavedViewRow.store_id == store_id),
        )
    )
    return tuple(StoredView(*row) for row in transaction.execute(statement))


def names_of(transaction: Transaction, legal_entity_id: int, worker_id: int, view: str) -> dict[int, str]:
    """What a worker's views are called, by key."""
    statement = select(SavedViewRow.id, SavedViewRow.name).where(
        SavedViewRow.legal_entity_id == legal_entity_id,
        SavedViewRow.worker_id == worker_id,
        SavedViewRow.view == view,
    )
    return {key: name for key, name in transaction.execute(statement)}


def add(
    transaction: Transaction,
    *,
    legal_entity_id: int,
    worker_id: int,
    store_id: int | None,
    view: str,
    name: str,
    query: str,
) -> int:
    key = transaction.key()
    transaction.add(
        SavedViewRow(
            id=key,
            legal_entity_id=legal_entity_id,
            worker_id=worker_id,
            store_id=store_id,
            view=view,
            name=name,
            query=query,
        )
    )
    transaction.flush()
    return key


def change(transaction: Transaction, view_id: int, **values: object) -> None:
    """Set columns of a view and count its version up."""
    row = transaction.get(SavedViewRow, view_id)
    if row is not None:
        for column, value in values.items():
            setattr(row, column, value)
        row.version += 1
        transaction.flush()


def remove(transaction: Transaction, view_id: int) -> None:
    row = transaction.get(SavedViewRow, view_id)
    if row is not None:
        transaction.delete(row)
        transaction.flush()
