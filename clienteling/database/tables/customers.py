"""Customers and what stands in their files, and the tokens that search reads."""

from datetime import date, datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, refers, text_column
from clienteling.database.types import Ordered, Utc


class CustomerRow(SQLModel, table=True):
    __tablename__ = "customer"
    __table_args__ = (
        UniqueConstraint("legal_entity_id", "account_number"),
        Index("customer_in_name_order", "legal_entity_id", "name_key"),
    )
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    account_number: str = text_column()
    kind: str = text_column("person")
    title: str = text_column()
    first_name: str = text_column()
    last_name: str = text_column()
    name: str = text_column()
    name_key: str = Field(default="", sa_type=Ordered)
    language: str = text_column()
    since: date | None = None
    created: datetime = Field(sa_type=Utc)
    version: int = 1


class ExternalIdRow(SQLModel, table=True):
    """What a customer without an account number was called by a file, so that it is known when it comes again."""

    __tablename__ = "external_id"
    __table_args__ = {"sqlite_with_rowid": False}
    legal_entity_id: int = refers("legal_entity.id", primary_key=True)
    text: str = Field(sa_type=Text, primary_key=True)
    customer_id: int = refers("customer.id", index=True)


class CustomerAddressBookRow(SQLModel, table=True):
    __tablename__ = "customer_address_book"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = refers("customer.id", primary_key=True)
    address_book_id: int = refers("address_book.id", primary_key=True)


class PhoneRow(SQLModel, table=True):
    __tablename__ = "customer_phone"
    id: int = key_column()
    customer_id: int = refers("customer.id", index=True)
    typed: str = text_column()
    e164: str | None = Field(default=None, sa_type=Text)
    label: str = text_column()
    is_primary: bool = False


class EmailRow(SQLModel, table=True):
    __tablename__ = "customer_email"
    id: int = key_column()
    customer_id: int = refers("customer.id", index=True)
    address: str = text_column()
    label: str = text_column()
    is_primary: bool = False


class AddressRow(SQLModel, table=True):
    __tablename__ = "customer_address"
    id: int = key_column()
    customer_id: int = refers("customer.id", index=True)
    street: str = text_column()
    city: str = text_column()
    postal_code: str = text_column()
    state: str = text_column()
    country: str = text_column()
    label: str = text_column()
    is_primary: bool = False


class LoyaltyCardRow(SQLModel, table=True):
    __tablename__ = "loyalty_card"
    id: int = key_column()
    customer_id: int = refers("customer.id", index=True)
    number: str = Field(sa_type=Text, unique=True)


class ImportantDateRow(SQLModel, table=True):
    __tablename__ = "important_date"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = refers("customer.id", primary_key=True)
    name: str = Field(sa_type=Text, primary_key=True)
    month: int
    day: int
    year: int | None = None


class ConsentRow(SQLModel, table=True):
    __tablename__ = "consent"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = refers("customer.id", primary_key=True)
    channel: str = Field(sa_type=Text, primary_key=True)
    given: bool
    at: datetime = Field(sa_type=Utc)


class VariantRow(SQLModel, table=True):
    """A word of names, and what is left of its beginning without one letter: how a mistyped word is found."""

    __tablename__ = "token_variant"
    __table_args__ = {"sqlite_with_rowid": False}
    legal_entity_id: int = refers("legal_entity.id", primary_key=True)
    variant: str = Field(sa_type=Ordered, primary_key=True)
    token: str = Field(sa_type=Ordered, primary_key=True)


class TokenRow(SQLModel, table=True):
    """What search finds a customer by: the folded words of a field, and phone digits."""

    __tablename__ = "customer_token"
    __table_args__ = (
        Index("customer_token_of_customer", "customer_id"),
        {"sqlite_with_rowid": False},
    )
    legal_entity_id: int = refers("legal_entity.id", primary_key=True)
    token: str = Field(sa_type=Ordered, primary_key=True)
    customer_id: int = refers("customer.id", primary_key=True)
    field: str = Field(sa_type=Text, primary_key=True)
