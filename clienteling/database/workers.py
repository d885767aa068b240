"""Workers, their credentials, and what their permission groups let them do."""

from sqlalchemy import bindparam, exists, select, update

from clienteling.database.engine import Transaction
from clienteling.database.tables import (
    AppRoleRow,
    PermissionGroupRow,
    PermissionRow,
    StoreAddressBookRow,
    WorkerAccountRow,
    WorkerAddressBookRow,
    WorkerRow,
    WorkerStoreRow,
)
from clienteling.domain.customer import name_key
from clienteling.domain.operations import Operation, PermissionGroup
from clienteling.domain.worker import Credentials, Worker

# Asked with each operation, so they are put together once.
_MAY = select(
    exists()
    .where(WorkerRow.id == bindparam("worker"), WorkerRow.blocked.is_(False))
    .where(PermissionRow.group_id == WorkerRow.group_id, PermissionRow.operation == bindparam("operation"))
    .where(WorkerStoreRow.worker_id == WorkerRow.id, WorkerStoreRow.store_id == bindparam("store"))
)
_VISIBLE = (
    select(WorkerAddressBookRow.worker_id)
    .join(StoreAddressBookRow, StoreAddressBookRow.address_book_id == WorkerAddressBookRow.address_book_id)
    .where(StoreAddressBookRow.store_id == bindparam("store"), StoreAddressBookRow.kind == "employee")
    .distinct()
    .order_by(WorkerAddressBookRow.worker_id)
)


def groups(transaction: Transaction) -> dict[int, PermissionGroup]:
    """All permission groups by key."""
    operations: dict[int, set[Operation]] = {}
    for group_id, operation in transaction.execute(select(PermissionRow.group_id, PermissionRow.operation)):
        operations.setdefault(group_id, set()).add(Operation(operation))
    return {
        row.id: PermissionGroup(row.id, row.code, row.name, frozenset(operations.get(row.id, ())))
        for row in transaction.scalars(select(PermissionGroupRow))
    }


def _workers(transaction: Transaction, rows: list[WorkerRow]) -> tuple[Worker, ...]:
    known = groups(transaction)
    stores: dict[int, set[int]] = {}
    statement = select(WorkerStoreRow.worker_id, WorkerStoreRow.store_id)
    for worker_id, store_id in transaction.execute(
        statement.where(WorkerStoreRow.worker_id.in_([row.id for row in rows]))
    ):
        stores.setdefault(worker_id, set()).add(store_id)
    return tuple(
        Worker(
            id=row.id,
            personnel_number=row.personnel_number,
            name=row.name,
            title=row.title,
            group=known[row.group_id],
            language=row.language,
            store_ids=frozenset(stores.get(row.id, ())),
            employed_until=row.employed_until,
        )
        for row in rows
    )


def by_number(transaction: Transaction, personnel_number: str) -> Worker | None:
    statement = select(WorkerRow).where(WorkerRow.personnel_number == personnel_number)
    rows = list(transaction.scalars(statement))
    return _workers(transaction, rows)[0] if rows else None


def by_id(transaction: Transaction, worker_id: int) -> Worker | None:
    row = transaction.get(WorkerRow, worker_id)
    return _workers(transaction, [row])[0] if row else None


def by_account(transaction: Transaction, oid: str, tid: str) -> Worker | None:
    """Who has a company account."""
    table = WorkerAccountRow
    statement = select(table.worker_id).where(table.oid == oid.lower(), table.tid == tid.lower())
    found = transaction.connection().execute(statement).scalar()
    return None if found is None else by_id(transaction, found)


def of_store(transaction: Transaction, store_id: int) -> tuple[Worker, ...]:
    """Who works in a store and is not blocked, by name."""
    statement = (
        select(WorkerRow).join(WorkerStoreRow).where(WorkerStoreRow.store_id == store_id, WorkerRow.blocked.is_(False))
    )
    found = _workers(transaction, list(transaction.scalars(statement)))
    # Each server has its own idea of the order of names.
    return tuple(sorted(found, key=lambda worker: (name_key(worker.name), worker.id)))


def visible_from(transaction: Transaction, store_id: int) -> tuple[int, ...]:
    """The workers who share an employee address book with a store: whose books the store sees."""
    return tuple(transaction.connection().execute(_VISIBLE, {"store": store_id}).scalars())


def may(
    transaction: Transaction,
    worker_id: int,
    store_id: int,
    operation: Operation,
    roles: frozenset[str] = frozenset(),
) -> bool:
    """Whether a worker, not blocked and working in the store, has the permission for an operation now.

    `roles` are those of the company account that the worker signed in with.
    """
    if roles:
        return operation in operations_of(transaction, worker_id, store_id, roles)
    asked = {"worker": worker_id, "store": store_id, "operation": int(operation)}
    return bool(transaction.connection().execute(_MAY, asked).scalar())


def operations_of(
    transaction: Transaction, worker_id: int, store_id: int, roles: frozenset[str] = frozenset()
) -> frozenset[Operation]:
    """What a worker, not blocked and working in the store, may do now.

    The permission groups of `roles` stand in the place of the worker's own, where any role has one.
    """
    given = select(AppRoleRow.group_id).where(AppRoleRow.role.in_(sorted(roles)))
    group_ids = list(transaction.scalars(given)) if roles else []
    is_of_group = PermissionRow.group_id.in_(group_ids) if group_ids else PermissionRow.group_id == WorkerRow.group_id
    statement = (
        select(PermissionRow.operation)
        .join(WorkerRow, is_of_group)
        .join(WorkerStoreRow, WorkerStoreRow.worker_id == WorkerRow.id)
        .where(WorkerRow.id == worker_id, WorkerRow.blocked.is_(False), WorkerStoreRow.store_id == store_id)
    )
    return frozenset(Operation(operation) for operation in transaction.scalars(statement))


def who_may(transaction: Transaction, operation: Operation) -> tuple[str, ...]:
    """The names of the permission groups that have an operation."""
    statement = (
        select(PermissionGroupRow.name)
        .join(PermissionRow, PermissionRow.group_id == PermissionGroupRow.id)
        .where(PermissionRow.operation == int(operation))
    )
    return tuple(sorted(transaction.scalars(statement), key=name_key))


def credentials(transaction: Transaction, worker_id: int) -> Credentials:
    statement = select(WorkerRow.password_hash, WorkerRow.failures, WorkerRow.locked_until, WorkerRow.blocked).where(
        WorkerRow.id == worker_id
    )
    return Credentials(*transaction.execute(statement).one())


def set_credentials(transaction: Transaction, worker_id: int, credentials: Credentials) -> None:
    statement = update(WorkerRow).where(WorkerRow.id == worker_id)
    transaction.execute(
        statement.values(
            password_hash=credentials.password_hash,
            failures=credentials.failures,
            locked_until=credentials.locked_until,
            blocked=credentials.blocked,
        )
    )


def add_group(transaction: Transaction, code: str, name: str, operations: frozenset[Operation]) -> int:
    """Make a permission group."""
    group = PermissionGroupRow(id=transaction.key(), code=code, name=name)
    transaction.add(group)
    transaction.flush()
    transaction.add_all(PermissionRow(group_id=group.id, operation=int(operation)) for operation in operations)
    transaction.flush()
    return group.id


def set_operations(transaction: Transaction, group_id: int, operations: frozenset[Operation]) -> None:
    """Let a permission group do these operations and no others."""
    for row in transaction.scalars(select(PermissionRow).where(PermissionRow.group_id == group_id)):
        transaction.delete(row)
    transaction.flush()
    transaction.add_all(PermissionRow(group_id=group_id, operation=int(operation)) for operation in operations)
    transaction.flush()
