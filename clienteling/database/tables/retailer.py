"""Legal entities, stores, registers, address books, parameters, number sequences."""

from sqlalchemy import Index, Text, UniqueConstraint, text, true
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, may_refer, refers, text_column
from clienteling.database.types import Key

_IS_SHARED = text("legal_entity_id IS NULL")


class LegalEntityRow(SQLModel, table=True):
    __tablename__ = "legal_entity"
    id: int = key_column()
    code: str = Field(sa_type=Text, unique=True)
    name: str = text_column()
    currency: str = text_column()
    country: str = text_column()


class StoreRow(SQLModel, table=True):
    __tablename__ = "store"
    id: int = key_column()
    code: str = Field(sa_type=Text, unique=True)
    legal_entity_id: int = refers("legal_entity.id", index=True)
    name: str = text_column()
    city: str = text_column()
    country: str = text_column()
    time_zone: str = text_column("UTC")


class RegisterRow(SQLModel, table=True):
    __tablename__ = "register"
    __table_args__ = (UniqueConstraint("store_id", "number"),)
    id: int = key_column()
    store_id: int = refers("store.id")
    number: str = text_column()
    name: str = text_column()


class AddressBookRow(SQLModel, table=True):
    __tablename__ = "address_book"
    id: int = key_column()
    code: str = Field(sa_type=Text, unique=True)
    name: str = text_column()


class StoreAddressBookRow(SQLModel, table=True):
    """`kind` is "customer" (what search at the store finds) or "employee" (whose books the store sees)."""

    __tablename__ = "store_address_book"
    store_id: int = refers("store.id", primary_key=True)
    address_book_id: int = refers("address_book.id", primary_key=True)
    kind: str = Field(sa_type=Text, primary_key=True)


class ParameterRow(SQLModel, table=True):
    """A setting. `scope_id` is a legal entity's key, or 0 for the whole company."""

    __tablename__ = "parameter"
    scope_id: int = key_column()
    name: str = Field(sa_type=Text, primary_key=True)
    value: str = text_column()


class NumberSequenceRow(SQLModel, table=True):
    """`format` has places that count on: # is a digit, & a letter. Without a legal entity it is shared by all."""

    __tablename__ = "number_sequence"
    __table_args__ = (
        UniqueConstraint("legal_entity_id", "code"),
        Index("number_sequence_shared", "code", unique=True, sqlite_where=_IS_SHARED, postgresql_where=_IS_SHARED),
    )
    id: int = key_column()
    legal_entity_id: int | None = may_refer("legal_entity.id")
    code: str = text_column()
    format: str = text_column()
    next_number: int = Field(default=1, sa_type=Key)
    continuous: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
