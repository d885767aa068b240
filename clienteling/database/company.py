"""Legal entities, stores, registers, and the parameters of each legal entity."""

from collections.abc import Mapping

from sqlalchemy import select

from clienteling.database.engine import Transaction
from clienteling.database.tables import (
    AddressBookRow,
    LegalEntityRow,
    ParameterRow,
    RegisterRow,
    StoreAddressBookRow,
    StoreRow,
)
from clienteling.domain.company import LegalEntity, Register, Store

COMPANY = 0  # the scope of parameters that no legal entity owns

# Names of parameters
CLIENT_BOOK_GROUP = "client_book_attribute_group"
CUSTOMER_GROUP = "customer_attribute_group"
MEASURES = "measures"
BADGE_SALT = "badge_salt"
DEMO_PASSWORD = "demo_password"  # noqa: S105 - a name; the value is shown on the sign-in page of a demo company

# What numbers are needed for; also the code of the number sequence where no other is chosen.
CLIENT_BOOK_SEQUENCE = "client_book"
CUSTOMER_SEQUENCE = "customer"
SEQUENCE_PREFIX = "number_sequence."


def legal_entity_name(transaction: Transaction, legal_entity_id: int) -> str:
    statement = select(LegalEntityRow.name).where(LegalEntityRow.id == legal_entity_id)
    found: str = transaction.connection().execute(statement).scalar_one()
    return found


def _legal_entity(row: LegalEntityRow) -> LegalEntity:
    return LegalEntity(row.id, row.code, row.name, row.currency, row.country)


def _store(row: StoreRow, legal_entity: LegalEntityRow) -> Store:
    return Store(row.id, row.code, row.name, _legal_entity(legal_entity), row.city, row.time_zone)


def legal_entity(transaction: Transaction, legal_entity_id: int) -> LegalEntity:
    return _legal_entity(transaction.get_one(LegalEntityRow, legal_entity_id))


def legal_entities(transaction: Transaction) -> tuple[LegalEntity, ...]:
    rows = transaction.scalars(select(LegalEntityRow).order_by(LegalEntityRow.code))
    return tuple(_legal_entity(row) for row in rows)


def stores(transaction: Transaction) -> tuple[Store, ...]:
    statement = select(StoreRow, LegalEntityRow).join(LegalEntityRow).order_by(StoreRow.code)
    return tuple(_store(store, entity) for store, entity in transaction.execute(statement))


def registers(transaction: Transaction) -> tuple[Register, ...]:
    """All tills, by store and number."""
    statement = (
        select(RegisterRow, StoreRow, LegalEntityRow)
        .select_from(RegisterRow)
        .join(StoreRow)
        .join(LegalEntityRow)
        .order_by(StoreRow.code, RegisterRow.number)
    )
    return tuple(
        Register(row.id, _store(store, entity), row.number, row.name)
        for row, store, entity in transaction.execute(statement)
    )


def parameters(transaction: Transaction, scope_id: int = COMPANY) -> Mapping[str, str]:
    """The parameters of a legal entity, or of the company."""
    statement = select(ParameterRow.name, ParameterRow.value).where(ParameterRow.scope_id == scope_id)
    return {name: value for name, value in transaction.execute(statement)}


def set_parameter(transaction: Transaction, scope_id: int, name: str, value: str) -> None:
    row = transaction.get(ParameterRow, (scope_id, name))
    if row is None:
        transaction.add(ParameterRow(scope_id=scope_id, name=name, value=value))
    else:
        row.value = value
    transaction.flush()


def address_book(transaction: Transaction, code: str, name: str) -> int:
    """The key of the address book with this code, made if there is none."""
    found: int | None = transaction.scalars(select(AddressBookRow.id).where(AddressBookRow.code == code)).first()
    if found is not None:
        return found
    row = AddressBookRow(id=transaction.key(), code=code, name=name)
    transaction.add(row)
    transaction.flush()
    return row.id


def give_address_book(transaction: Transaction, store_id: int, address_book_id: int, kind: str) -> None:
    """Let a store find customers ("customer") or see the books of workers ("employee") of an address book."""
    if transaction.get(StoreAddressBookRow, (store_id, address_book_id, kind)) is None:
        transaction.add(StoreAddressBookRow(store_id=store_id, address_book_id=address_book_id, kind=kind))
        transaction.flush()


def customer_address_books(transaction: Transaction, store_id: int) -> tuple[int, ...]:
    """The address books that a store finds customers in."""
    statement = select(StoreAddressBookRow.address_book_id).where(
        StoreAddressBookRow.store_id == store_id, StoreAddressBookRow.kind == "customer"
    )
    return tuple(transaction.connection().execute(statement).scalars())


def sequence_parameter(purpose: str) -> str:
    """The name of the parameter that chooses the number sequence for a purpose."""
    return f"{SEQUENCE_PREFIX}{purpose}"
