"""Legal entities, stores, registers and address books."""

from collections.abc import Iterator

from sqlalchemy import delete, insert, select, update

from clienteling.database import company
from clienteling.database.configuration.table import Table, rows_that_need
from clienteling.database.engine import Transaction
from clienteling.database.imports import company as drafts
from clienteling.database.imports.company import LegalEntityDraft, StoreDraft
from clienteling.database.tables import (
    AddressBookRow,
    LegalEntityRow,
    ParameterRow,
    RegisterRow,
    StoreAddressBookRow,
    StoreRow,
)
from clienteling.domain.configuration.item import Item, Remark
from clienteling.domain.configuration.retailer import AddressBook, LegalEntity, Register, Store
from clienteling.domain.errors import Invalid, mark


def _legal_entities(transaction: Transaction) -> dict[str, Item]:
    return {
        draft.code: LegalEntity(draft.code, draft.name, draft.currency, draft.country)
        for _, draft in drafts.legal_entities(transaction).values()
    }


def entity_id(transaction: Transaction, code: str) -> int:
    """The key of a legal entity that is there."""
    statement = select(LegalEntityRow.id).where(LegalEntityRow.code == code)
    return int(transaction.connection().execute(statement).scalar_one())


def _save_legal_entity(transaction: Transaction, before: LegalEntity | None, after: LegalEntity) -> None:
    key = entity_id(transaction, before.code) if before else None
    draft = LegalEntityDraft(after.code, after.name, after.currency, after.country)
    drafts.save_legal_entity(transaction, key, draft)


def _delete_legal_entity(transaction: Transaction, item: LegalEntity) -> None:
    key = entity_id(transaction, item.code)
    connection = transaction.connection()
    connection.execute(delete(ParameterRow).where(ParameterRow.scope_id == key))
    connection.execute(delete(LegalEntityRow).where(LegalEntityRow.id == key))


def _uses_of_legal_entity(transaction: Transaction, item: LegalEntity) -> tuple[Remark, ...]:
    return rows_that_need(transaction, LegalEntityRow, entity_id(transaction, item.code))


LEGAL_ENTITIES = Table(_legal_entities, _save_legal_entity, _delete_legal_entity, uses=_uses_of_legal_entity)


def _address_books(transaction: Transaction) -> dict[str, Item]:
    statement = select(AddressBookRow.code, AddressBookRow.name)
    return {code: AddressBook(code, name or code) for code, name in transaction.connection().execute(statement)}


def address_book_id(transaction: Transaction, code: str) -> int:
    statement = select(AddressBookRow.id).where(AddressBookRow.code == code)
    return int(transaction.connection().execute(statement).scalar_one())


def _save_address_book(transaction: Transaction, before: AddressBook | None, after: AddressBook) -> None:
    if before is None:
        company.address_book(transaction, after.code, after.name)
    else:
        change = update(AddressBookRow).where(AddressBookRow.code == after.code).values(name=after.name)
        transaction.connection().execute(change)


def _delete_address_book(transaction: Transaction, item: AddressBook) -> None:
    transaction.connection().execute(delete(AddressBookRow).where(AddressBookRow.code == item.code))


def _uses_of_address_book(transaction: Transaction, item: AddressBook) -> tuple[Remark, ...]:
    return rows_that_need(transaction, AddressBookRow, address_book_id(transaction, item.code))


ADDRESS_BOOKS = Table(_address_books, _save_address_book, _delete_address_book, uses=_uses_of_address_book)


def _stores(transaction: Transaction) -> dict[str, Item]:
    entities = {key: code for code, (key, _) in drafts.legal_entities(transaction).items()}
    return {
        draft.code: Store(
            code=draft.code,
            name=draft.name,
            legal_entity=entities[draft.legal_entity_id],
            city=draft.city,
            country=draft.country,
            time_zone=draft.time_zone,
            customer_address_books=tuple(sorted(draft.customer_books)),
            employee_address_books=tuple(sorted(draft.employee_books)),
        )
        for _, draft in drafts.stores(transaction).values()
    }


def store_id(transaction: Transaction, code: str) -> int:
    """The key of a store that is there."""
    return int(transaction.connection().execute(select(StoreRow.id).where(StoreRow.code == code)).scalar_one())


def _save_store(transaction: Transaction, before: Store | None, after: Store) -> None:
    key, known = drafts.stores(transaction).get(after.code, (None, None)) if before else (None, None)
    draft = StoreDraft(
        code=after.code,
        legal_entity_id=entity_id(transaction, after.legal_entity),
        name=after.name,
        city=after.city,
        country=after.country,
        time_zone=after.time_zone,
        registers=known.registers if known else frozenset(),
        customer_books=frozenset(after.customer_address_books),
        employee_books=frozenset(after.employee_address_books),
    )
    drafts.save_store(transaction, key, known, draft)


def _delete_store(transaction: Transaction, item: Store) -> None:
    key = store_id(transaction, item.code)
    connection = transaction.connection()
    connection.execute(delete(StoreAddressBookRow).where(StoreAddressBookRow.store_id == key))
    connection.execute(delete(StoreRow).where(StoreRow.id == key))


def _store_problems(_transaction: Transaction, before: Store | None, after: Store) -> Iterator[Invalid]:
    if before is not None and before.legal_entity != after.legal_entity:
        yield Invalid("legal_entity", mark("A store cannot move to another legal entity."))


def _uses_of_store(transaction: Transaction, item: Store) -> tuple[Remark, ...]:
    return rows_that_need(transaction, StoreRow, store_id(transaction, item.code))


STORES = Table(_stores, _save_store, _delete_store, problems=_store_problems, uses=_uses_of_store)


def _registers(transaction: Transaction) -> dict[str, Item]:
    statement = select(StoreRow.code, RegisterRow.number, RegisterRow.name).join(
        StoreRow, StoreRow.id == RegisterRow.store_id
    )
    items = [Register(*row) for row in transaction.connection().execute(statement)]
    return {item.key: item for item in items}


def register_id(transaction: Transaction, item: Register) -> int:
    statement = select(RegisterRow.id).where(
        RegisterRow.store_id == store_id(transaction, item.store), RegisterRow.number == item.number
    )
    return int(transaction.connection().execute(statement).scalar_one())


def _save_register(transaction: Transaction, before: Register | None, after: Register) -> None:
    connection = transaction.connection()
    if before is None:
        row = {
            "id": transaction.key(),
            "store_id": store_id(transaction, after.store),
            "number": after.number,
            "name": after.name,
        }
        connection.execute(insert(RegisterRow), row)
    else:
        key = register_id(transaction, before)
        connection.execute(update(RegisterRow).where(RegisterRow.id == key).values(name=after.name))


def _delete_register(transaction: Transaction, item: Register) -> None:
    key = register_id(transaction, item)
    transaction.connection().execute(delete(RegisterRow).where(RegisterRow.id == key))


def _uses_of_register(transaction: Transaction, item: Register) -> tuple[Remark, ...]:
    return rows_that_need(transaction, RegisterRow, register_id(transaction, item))


REGISTERS = Table(_registers, _save_register, _delete_register, uses=_uses_of_register)
