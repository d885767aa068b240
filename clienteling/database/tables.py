"""The tables. Private to this package: rows become domain values before they leave it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from clienteling.database.types import Key, Money, Ordered, Utc


def _key() -> Any:
    return Field(sa_type=Key, primary_key=True, sa_column_kwargs={"autoincrement": False})


def _refers(target: str, *, primary_key: bool = False, index: bool = False) -> Any:
    kwargs = {"autoincrement": False} if primary_key else {}
    return Field(sa_type=Key, foreign_key=target, primary_key=primary_key, index=index, sa_column_kwargs=kwargs)


def _may_refer(target: str, *, index: bool = False) -> Any:
    return Field(default=None, sa_type=Key, foreign_key=target, nullable=True, index=index)


def _text(default: str = "") -> Any:
    return Field(default=default, sa_type=Text)


# The retailer


class LegalEntityRow(SQLModel, table=True):
    __tablename__ = "legal_entity"
    id: int = _key()
    code: str = Field(sa_type=Text, unique=True)
    name: str = _text()
    currency: str = _text()
    country: str = _text()


class StoreRow(SQLModel, table=True):
    __tablename__ = "store"
    id: int = _key()
    code: str = Field(sa_type=Text, unique=True)
    legal_entity_id: int = _refers("legal_entity.id", index=True)
    name: str = _text()
    city: str = _text()
    country: str = _text()
    time_zone: str = _text("UTC")


class RegisterRow(SQLModel, table=True):
    __tablename__ = "register"
    __table_args__ = (UniqueConstraint("store_id", "number"),)
    id: int = _key()
    store_id: int = _refers("store.id")
    number: str = _text()
    name: str = _text()


class AddressBookRow(SQLModel, table=True):
    __tablename__ = "address_book"
    id: int = _key()
    code: str = Field(sa_type=Text, unique=True)
    name: str = _text()


class StoreAddressBookRow(SQLModel, table=True):
    """`kind` is "customer" (what search at the store finds) or "employee" (whose books the store sees)."""

    __tablename__ = "store_address_book"
    store_id: int = _refers("store.id", primary_key=True)
    address_book_id: int = _refers("address_book.id", primary_key=True)
    kind: str = Field(sa_type=Text, primary_key=True)


class ParameterRow(SQLModel, table=True):
    """A setting. `scope_id` is a legal entity's key, or 0 for the whole company."""

    __tablename__ = "parameter"
    scope_id: int = _key()
    name: str = Field(sa_type=Text, primary_key=True)
    value: str = _text()


class NumberSequenceRow(SQLModel, table=True):
    """`format` holds one run of #, which the next number fills, padded with zeros."""

    __tablename__ = "number_sequence"
    __table_args__ = (UniqueConstraint("legal_entity_id", "code"),)
    id: int = _key()
    legal_entity_id: int = _refers("legal_entity.id")
    code: str = _text()
    format: str = _text()
    next_number: int = Field(default=1, sa_type=Key)


# Workers


class PermissionGroupRow(SQLModel, table=True):
    __tablename__ = "permission_group"
    id: int = _key()
    code: str = Field(sa_type=Text, unique=True)
    name: str = _text()


class PermissionRow(SQLModel, table=True):
    __tablename__ = "permission"
    group_id: int = _refers("permission_group.id", primary_key=True)
    operation: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class WorkerRow(SQLModel, table=True):
    __tablename__ = "worker"
    id: int = _key()
    personnel_number: str = Field(sa_type=Text, unique=True)
    name: str = _text()
    title: str = _text()
    group_id: int = _refers("permission_group.id")
    language: str = _text("en")
    birth_date: date | None = None
    hired: date | None = None
    employed_until: date | None = None
    password_hash: str | None = Field(default=None, sa_type=Text)
    failures: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=Utc)
    blocked: bool = False


class WorkerStoreRow(SQLModel, table=True):
    __tablename__ = "worker_store"
    worker_id: int = _refers("worker.id", primary_key=True)
    store_id: int = _refers("store.id", primary_key=True, index=True)


class WorkerAddressBookRow(SQLModel, table=True):
    __tablename__ = "worker_address_book"
    worker_id: int = _refers("worker.id", primary_key=True)
    address_book_id: int = _refers("address_book.id", primary_key=True, index=True)


# Customers


class CustomerRow(SQLModel, table=True):
    __tablename__ = "customer"
    __table_args__ = (UniqueConstraint("legal_entity_id", "account_number"),)
    id: int = _key()
    legal_entity_id: int = _refers("legal_entity.id")
    account_number: str = _text()
    kind: str = _text("person")
    title: str = _text()
    first_name: str = _text()
    last_name: str = _text()
    name: str = _text()
    name_key: str = Field(default="", sa_type=Ordered)
    language: str = _text()
    since: date | None = None
    created: datetime = Field(sa_type=Utc)
    version: int = 1


class CustomerAddressBookRow(SQLModel, table=True):
    __tablename__ = "customer_address_book"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = _refers("customer.id", primary_key=True)
    address_book_id: int = _refers("address_book.id", primary_key=True)


class PhoneRow(SQLModel, table=True):
    __tablename__ = "customer_phone"
    id: int = _key()
    customer_id: int = _refers("customer.id", index=True)
    typed: str = _text()
    e164: str | None = Field(default=None, sa_type=Text)
    label: str = _text()
    is_primary: bool = False


class EmailRow(SQLModel, table=True):
    __tablename__ = "customer_email"
    id: int = _key()
    customer_id: int = _refers("customer.id", index=True)
    address: str = _text()
    label: str = _text()
    is_primary: bool = False


class AddressRow(SQLModel, table=True):
    __tablename__ = "customer_address"
    id: int = _key()
    customer_id: int = _refers("customer.id", index=True)
    street: str = _text()
    city: str = _text()
    postal_code: str = _text()
    state: str = _text()
    country: str = _text()
    label: str = _text()
    is_primary: bool = False


class LoyaltyCardRow(SQLModel, table=True):
    __tablename__ = "loyalty_card"
    id: int = _key()
    customer_id: int = _refers("customer.id", index=True)
    number: str = Field(sa_type=Text, unique=True)


class ImportantDateRow(SQLModel, table=True):
    __tablename__ = "important_date"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = _refers("customer.id", primary_key=True)
    name: str = Field(sa_type=Text, primary_key=True)
    month: int
    day: int
    year: int | None = None


class ConsentRow(SQLModel, table=True):
    __tablename__ = "consent"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = _refers("customer.id", primary_key=True)
    channel: str = Field(sa_type=Text, primary_key=True)
    given: bool
    at: datetime = Field(sa_type=Utc)


class TokenRow(SQLModel, table=True):
    """What search finds a customer by: the folded words of a field, and phone digits."""

    __tablename__ = "customer_token"
    __table_args__ = (
        Index("customer_token_of_customer", "customer_id"),
        {"sqlite_with_rowid": False},
    )
    legal_entity_id: int = _refers("legal_entity.id", primary_key=True)
    token: str = Field(sa_type=Ordered, primary_key=True)
    customer_id: int = _refers("customer.id", primary_key=True)
    field: str = Field(sa_type=Text, primary_key=True)


# Attributes, measures, scores


class AttributeRow(SQLModel, table=True):
    """`thresholds` are separated by semicolons. A filter control that is set means *Can be refined*."""

    __tablename__ = "attribute"
    id: int = _key()
    name: str = Field(sa_type=Text, unique=True)
    type: str = _text("text")
    labels: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    unit: str = _text()
    lowest: float | None = None
    highest: float | None = None
    multi_value: bool = False
    options: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    reference: str = _text()
    levels: bool = False
    filter_control: str | None = Field(default=None, sa_type=Text)
    filter_multi_value: bool = True
    thresholds: str = _text()


class AttributeGroupRow(SQLModel, table=True):
    __tablename__ = "attribute_group"
    id: int = _key()
    name: str = Field(sa_type=Text, unique=True)


class AttributeGroupMemberRow(SQLModel, table=True):
    __tablename__ = "attribute_group_member"
    __table_args__ = (UniqueConstraint("group_id", "display_order"),)
    group_id: int = _refers("attribute_group.id", primary_key=True)
    attribute_id: int = _refers("attribute.id", primary_key=True)
    display_order: int


class CustomerAttributeRow(SQLModel, table=True):
    """A value. Texts stand in `text` (a row each for multi-value), all else in `number`: days as ordinals, yes as 1."""

    __tablename__ = "customer_attribute"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = _refers("customer.id", primary_key=True)
    attribute_id: int = _refers("attribute.id", primary_key=True, index=True)
    position: int = Field(default=0, primary_key=True)
    text: str | None = Field(default=None, sa_type=Text)
    number: float | None = None


class MeasureRow(SQLModel, table=True):
    """A measure of Customer Insights; `definition` has the shape of an attribute."""

    __tablename__ = "measure"
    id: int = _key()
    name: str = Field(sa_type=Text, unique=True)
    type: str = _text("text")
    labels: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    unit: str = _text()
    options: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    levels: bool = False


class CustomerMeasureRow(SQLModel, table=True):
    __tablename__ = "customer_measure"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = _refers("customer.id", primary_key=True)
    measure_id: int = _refers("measure.id", primary_key=True, index=True)
    text: str | None = Field(default=None, sa_type=Text)
    number: float | None = None
    as_of: datetime = Field(sa_type=Utc)


class ScoreRow(SQLModel, table=True):
    __tablename__ = "engagement_score"
    customer_id: int = _refers("customer.id", primary_key=True)
    score: int
    as_of: datetime = Field(sa_type=Utc)


# Client books


class ClientBookRow(SQLModel, table=True):
    __tablename__ = "client_book"
    __table_args__ = (UniqueConstraint("legal_entity_id", "worker_id"), UniqueConstraint("legal_entity_id", "code"))
    id: int = _key()
    legal_entity_id: int = _refers("legal_entity.id")
    worker_id: int = _refers("worker.id", index=True)
    code: str = _text()
    description: str = _text()


class HoldingRow(SQLModel, table=True):
    """The one book a customer is in. Narrow, with the name, so that a page of a book is read from one index."""

    __tablename__ = "holding"
    __table_args__ = (Index("holding_in_name_order", "book_id", "name_key", "customer_id"),)
    customer_id: int = _refers("customer.id", primary_key=True)
    book_id: int = _refers("client_book.id")
    name_key: str = Field(default="", sa_type=Ordered)
    since: datetime = Field(sa_type=Utc)


# Activities, notes, purchases


class ActivityTypeRow(SQLModel, table=True):
    __tablename__ = "activity_type"
    __table_args__ = (UniqueConstraint("legal_entity_id", "code"),)
    id: int = _key()
    legal_entity_id: int = _refers("legal_entity.id")
    code: str = _text()
    name: str = _text()
    icon: str = _text()
    position: int = 0


class ActivityRow(SQLModel, table=True):
    """`source` is what an import knows the row by, so that it is taken once."""

    __tablename__ = "activity"
    __table_args__ = (
        Index("activity_in_order", "customer_id", "at", "id"),
        UniqueConstraint("customer_id", "source"),
    )
    id: int = _key()
    customer_id: int = _refers("customer.id")
    type_id: int = _refers("activity_type.id", index=True)
    title: str = _text()
    text: str = _text()
    at: datetime = Field(sa_type=Utc)
    worker_id: int | None = _may_refer("worker.id")
    store_id: int | None = _may_refer("store.id")
    source: str | None = Field(default=None, sa_type=Text)
    version: int = 1


class NoteRow(SQLModel, table=True):
    __tablename__ = "note"
    __table_args__ = (Index("note_in_order", "customer_id", "at", "id"), UniqueConstraint("customer_id", "source"))
    id: int = _key()
    customer_id: int = _refers("customer.id")
    title: str = _text()
    text: str = _text()
    restriction: str = _text("internal")
    at: datetime = Field(sa_type=Utc)
    worker_id: int | None = _may_refer("worker.id")
    source: str | None = Field(default=None, sa_type=Text)
    version: int = 1


class ProductRow(SQLModel, table=True):
    __tablename__ = "product"
    id: int = _key()
    sku: str = Field(sa_type=Text, unique=True)
    name: str = _text()
    category: str = _text()
    subcategory: str = _text()
    color: str = _text()
    price: Decimal | None = Field(default=None, sa_type=Money)


class PurchaseRow(SQLModel, table=True):
    """A receipt. Two customers may share an order number: tills number them apart from one another."""

    __tablename__ = "purchase"
    __table_args__ = (
        Index("purchase_in_order", "customer_id", "at", "id"),
        UniqueConstraint("customer_id", "store_id", "order_number"),
    )
    id: int = _key()
    customer_id: int = _refers("customer.id")
    store_id: int = _refers("store.id", index=True)
    order_number: str = _text()
    at: datetime = Field(sa_type=Utc)
    amount: Decimal = Field(default=Decimal(0), sa_type=Money)


class PurchaseLineRow(SQLModel, table=True):
    __tablename__ = "purchase_line"
    __table_args__ = {"sqlite_with_rowid": False}
    purchase_id: int = _refers("purchase.id", primary_key=True)
    line: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    product_id: int = _refers("product.id", index=True)
    quantity: int = 1
    amount: Decimal = Field(default=Decimal(0), sa_type=Money)


# Operation records. Triggers refuse to change or delete them, see the migrations.


class RecordRow(SQLModel, table=True):
    __tablename__ = "record"
    id: int = _key()
    at: datetime = Field(sa_type=Utc)
    operation: int = 0
    outcome: str = _text("done")
    worker_id: int | None = _may_refer("worker.id")
    register_id: int | None = _may_refer("register.id")
    legal_entity_id: int | None = _may_refer("legal_entity.id")
    reason: str = _text()
    undoes_id: int | None = _may_refer("record.id")


class ChangeRow(SQLModel, table=True):
    """One line of a record. `before` and `after` are texts, or JSON where they have parts."""

    __tablename__ = "record_change"
    __table_args__ = (Index("record_change_of_customer", "customer_id", "record_id"), {"sqlite_with_rowid": False})
    record_id: int = _refers("record.id", primary_key=True)
    line: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    subject: str = _text()
    customer_id: int | None = _may_refer("customer.id")
    before: str | None = Field(default=None, sa_type=Text)
    after: str | None = Field(default=None, sa_type=Text)


class NodeRow(SQLModel, table=True):
    """Counts the processes that have written, so that each leases a node number for its keys."""

    __tablename__ = "node"
    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    next_number: int = 0
