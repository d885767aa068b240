"""Workers, their permission groups and address books."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, delete, exists, select, update

from clienteling.database import workers
from clienteling.database.configuration.retailer import address_book_id
from clienteling.database.configuration.table import Table, rows_that_need
from clienteling.database.engine import Transaction
from clienteling.database.imports import company as drafts
from clienteling.database.imports.bulk import insert_rows
from clienteling.database.imports.company import EMPLOYEE, WorkerDraft
from clienteling.database.tables import (
    AddressBookRow,
    AppRoleRow,
    BadgeRow,
    PermissionGroupRow,
    PermissionRow,
    StoreAddressBookRow,
    StoreRow,
    WorkerAccountRow,
    WorkerAddressBookRow,
    WorkerRow,
    WorkerStoreRow,
)
from clienteling.domain.configuration.item import Item, Remark
from clienteling.domain.configuration.people import AppRole, PermissionGroup, Worker
from clienteling.domain.operations import Operation


def _groups(transaction: Transaction) -> dict[str, Item]:
    return {
        group.code: PermissionGroup(group.code, group.name, tuple(sorted(int(o) for o in group.operations)))
        for group in workers.groups(transaction).values()
    }


def _group_id(transaction: Transaction, code: str) -> int:
    statement = select(PermissionGroupRow.id).where(PermissionGroupRow.code == code)
    return int(transaction.connection().execute(statement).scalar_one())


def _save_group(transaction: Transaction, before: PermissionGroup | None, after: PermissionGroup) -> None:
    operations = frozenset(Operation(number) for number in after.operations)
    if before is None:
        workers.add_group(transaction, after.code, after.name, operations)
        return
    key = _group_id(transaction, after.code)
    change = update(PermissionGroupRow).where(PermissionGroupRow.id == key).values(name=after.name)
    transaction.connection().execute(change)
    workers.set_operations(transaction, key, operations)
    transaction.expire_all()


def _delete_group(transaction: Transaction, item: PermissionGroup) -> None:
    key = _group_id(transaction, item.code)
    connection = transaction.connection()
    connection.execute(delete(PermissionRow).where(PermissionRow.group_id == key))
    connection.execute(delete(PermissionGroupRow).where(PermissionGroupRow.id == key))


def _uses_of_group(transaction: Transaction, item: PermissionGroup) -> tuple[Remark, ...]:
    return rows_that_need(transaction, PermissionGroupRow, _group_id(transaction, item.code))


PERMISSION_GROUPS = Table(_groups, _save_group, _delete_group, uses=_uses_of_group)


def _app_roles(transaction: Transaction) -> dict[str, Item]:
    statement = select(AppRoleRow.role, PermissionGroupRow.code).join(PermissionGroupRow)
    return {role: AppRole(role, code) for role, code in transaction.connection().execute(statement)}


def _save_app_role(transaction: Transaction, before: AppRole | None, after: AppRole) -> None:
    _delete_app_role(transaction, after)
    insert_rows(transaction, AppRoleRow, [{"role": after.role, "group_id": _group_id(transaction, after.group)}])


def _delete_app_role(transaction: Transaction, item: AppRole) -> None:
    transaction.connection().execute(delete(AppRoleRow).where(AppRoleRow.role == item.role))


APP_ROLES = Table(_app_roles, _save_app_role, _delete_app_role)


def _workers(transaction: Transaction) -> dict[str, Item]:
    connection = transaction.connection()
    stores = _texts(transaction, select(WorkerStoreRow.worker_id, StoreRow.code).join(StoreRow))
    own = _texts(transaction, select(WorkerAddressBookRow.worker_id, AddressBookRow.code).join(AddressBookRow))
    of_stores = by_store(transaction)
    accounts = {row.worker_id: row for row in connection.execute(select(WorkerAccountRow.__table__))}
    statement = select(WorkerRow.__table__, PermissionGroupRow.code.label("group")).join(
        PermissionGroupRow, PermissionGroupRow.id == WorkerRow.group_id
    )
    return {
        row.personnel_number: Worker(
            personnel_number=row.personnel_number,
            name=row.name,
            group=row.group,
            title=row.title,
            language=row.language,
            stores=tuple(sorted(stores.get(row.id, ()))),
            address_books=tuple(sorted(found))
            if (found := own.get(row.id, set())) != of_stores.get(row.id, set())
            else (),
            hired=row.hired,
            employed_until=row.employed_until,
            blocked=row.blocked,
            entra_oid=accounts[row.id].oid if row.id in accounts else "",
            entra_tid=accounts[row.id].tid if row.id in accounts else "",
        )
        for row in connection.execute(statement)
    }


def _texts(transaction: Transaction, statement: Select[Any]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for key, code in transaction.connection().execute(statement):
        found.setdefault(key, set()).add(code)
    return found


def by_store(transaction: Transaction) -> dict[int, set[str]]:
    """The employee address books that workers have by their stores, by worker."""
    statement = (
        select(WorkerStoreRow.worker_id, AddressBookRow.code)
        .join(StoreAddressBookRow, StoreAddressBookRow.store_id == WorkerStoreRow.store_id)
        .join(AddressBookRow, AddressBookRow.id == StoreAddressBookRow.address_book_id)
        .where(StoreAddressBookRow.kind == EMPLOYEE)
    )
    return _texts(transaction, statement)


def worker_id(transaction: Transaction, personnel_number: str) -> int:
    """The key of a worker who is there."""
    statement = select(WorkerRow.id).where(WorkerRow.personnel_number == personnel_number)
    return int(transaction.connection().execute(statement).scalar_one())


def _save_worker(transaction: Transaction, before: Worker | None, after: Worker) -> None:
    key, known = drafts.workers(transaction, [after.personnel_number]).get(after.personnel_number, (None, None))
    store_ids = {code: key for key, code in transaction.connection().execute(select(StoreRow.id, StoreRow.code))}
    draft = WorkerDraft(
        personnel_number=after.personnel_number,
        name=after.name,
        title=after.title,
        group=after.group,
        language=after.language,
        birth_date=known.birth_date if known else None,
        hired=after.hired,
        employed_until=after.employed_until,
        store_ids=frozenset(store_ids[code] for code in after.stores),
    )
    drafts.save_workers(transaction, [(key, draft)])
    key = worker_id(transaction, after.personnel_number)
    change = update(WorkerRow).where(WorkerRow.id == key).values(blocked=after.blocked)
    transaction.connection().execute(change)
    _save_account(transaction, key, after)


def _save_account(transaction: Transaction, key: int, after: Worker) -> None:
    table = WorkerAccountRow
    oid, tid = after.account or ("", "")
    # Whoever has it still gives it up in the same transaction: that was checked.
    same = (table.worker_id == key) | ((table.oid == oid) & (table.tid == tid))
    transaction.connection().execute(delete(table).where(same))
    if after.account is not None:
        insert_rows(transaction, table, [{"worker_id": key, "oid": oid, "tid": tid}])


def give_address_books(transaction: Transaction, items: Collection[Worker]) -> None:
    """Give workers their own address books, or those of their stores if they have none of their own."""
    ids = {
        number: key
        for number, key in transaction.connection().execute(select(WorkerRow.personnel_number, WorkerRow.id))
    }
    drafts.see_by_store(transaction, [ids[item.personnel_number] for item in items])
    for item in items:
        if item.address_books:
            key = ids[item.personnel_number]
            mine = WorkerAddressBookRow.worker_id == key
            transaction.connection().execute(delete(WorkerAddressBookRow).where(mine))
            rows = [
                {"worker_id": key, "address_book_id": address_book_id(transaction, code)}
                for code in sorted(set(item.address_books))
            ]
            insert_rows(transaction, WorkerAddressBookRow, rows)


def _delete_worker(transaction: Transaction, item: Worker) -> None:
    key = worker_id(transaction, item.personnel_number)
    connection = transaction.connection()
    for table in (WorkerStoreRow, WorkerAddressBookRow, BadgeRow, WorkerAccountRow):
        connection.execute(delete(table).where(table.worker_id == key))
    connection.execute(delete(WorkerRow).where(WorkerRow.id == key))


def _uses_of_worker(transaction: Transaction, item: Worker) -> tuple[Remark, ...]:
    return rows_that_need(transaction, WorkerRow, worker_id(transaction, item.personnel_number))


WORKERS = Table(_workers, _save_worker, _delete_worker, uses=_uses_of_worker)


def can_set_up(transaction: Transaction) -> bool:
    """Whether there is a worker with a password, not blocked, with a store, who may set up the company."""
    statement = select(
        exists()
        .where(WorkerRow.blocked.is_(False), WorkerRow.password_hash.is_not(None))
        .where(PermissionRow.group_id == WorkerRow.group_id, PermissionRow.operation == int(Operation.SET_UP))
        .where(WorkerStoreRow.worker_id == WorkerRow.id)
    )
    return bool(transaction.connection().execute(statement).scalar())
