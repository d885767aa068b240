"""Activities, notes, products and purchases."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import JSON, Index, Text, UniqueConstraint, false, text
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, may_refer, refers, text_column
from clienteling.database.types import Key, Money, Utc

# Few notes are either; their indexes hold those alone.
_IS_PINNED, _IS_PRIVATE = text("pinned"), text("audience = 'private'")


class ActivityTypeRow(SQLModel, table=True):
    __tablename__ = "activity_type"
    __table_args__ = (UniqueConstraint("legal_entity_id", "code"),)
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    code: str = text_column()
    name: str = text_column()
    icon: str = text_column()
    position: int = 0
    labels: dict[str, str] = Field(
        default_factory=dict, sa_type=JSON, sa_column_kwargs={"server_default": text("'{}'")}
    )


class ActivityRow(SQLModel, table=True):
    """`source` is what an import knows the row by, so that it is taken once."""

    __tablename__ = "activity"
    __table_args__ = (
        Index("activity_in_order", "customer_id", "at", "id"),
        Index("activity_of_worker", "worker_id", "at"),
        UniqueConstraint("customer_id", "source"),
    )
    id: int = key_column()
    customer_id: int = refers("customer.id")
    type_id: int = refers("activity_type.id", index=True)
    title: str = text_column()
    text: str = text_column()
    at: datetime = Field(sa_type=Utc)
    worker_id: int | None = may_refer("worker.id")
    store_id: int | None = may_refer("store.id")
    source: str | None = Field(default=None, sa_type=Text)
    version: int = 1


class ActivityRevisionRow(SQLModel, table=True):
    """What an activity said before it was edited: its version then, and who replaced it when."""

    __tablename__ = "activity_revision"
    __table_args__ = {"sqlite_with_rowid": False}
    activity_id: int = refers("activity.id", primary_key=True)
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    type_id: int = refers("activity_type.id")
    title: str = text_column()
    text: str = text_column()
    at: datetime = Field(sa_type=Utc)
    replaced_by: int | None = may_refer("worker.id")
    replaced_at: datetime = Field(sa_type=Utc)


class NoteRow(SQLModel, table=True):
    """`audience` is "team" or "private": then its author reads it, and the next holder to whom it was handed over."""

    __tablename__ = "note"
    __table_args__ = (
        Index("note_in_order", "customer_id", "at", "id"),
        Index("note_pinned", "customer_id", "at", "id", sqlite_where=_IS_PINNED, postgresql_where=_IS_PINNED),
        Index("note_private", "worker_id", sqlite_where=_IS_PRIVATE, postgresql_where=_IS_PRIVATE),
        UniqueConstraint("customer_id", "source"),
    )
    id: int = key_column()
    customer_id: int = refers("customer.id")
    title: str = text_column()
    text: str = text_column()
    restriction: str = text_column("internal")
    # Defaults of the database too: notes were there before these columns.
    pinned: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    audience: str = Field(default="team", sa_type=Text, sa_column_kwargs={"server_default": "team"})
    handed_to_id: int | None = may_refer("worker.id")
    at: datetime = Field(sa_type=Utc)
    worker_id: int | None = may_refer("worker.id")
    source: str | None = Field(default=None, sa_type=Text)
    version: int = 1


class NoteRevisionRow(SQLModel, table=True):
    """What a note said before it was edited, for whom; who replaced it when."""

    __tablename__ = "note_revision"
    __table_args__ = {"sqlite_with_rowid": False}
    note_id: int = refers("note.id", primary_key=True)
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    title: str = text_column()
    text: str = text_column()
    restriction: str = text_column()
    audience: str = text_column()
    replaced_by: int | None = may_refer("worker.id")
    replaced_at: datetime = Field(sa_type=Utc)


class NoteHandoverRow(SQLModel, table=True):
    """A private note that a reassignment handed over. `before` is who had it then: what an undo brings back."""

    __tablename__ = "note_handover"
    __table_args__ = {"sqlite_with_rowid": False}
    # The record is written last, so it cannot be referred to.
    record_id: int = Field(sa_type=Key, primary_key=True, sa_column_kwargs={"autoincrement": False})
    note_id: int = refers("note.id", primary_key=True)
    before: int | None = may_refer("worker.id")


class ProductRow(SQLModel, table=True):
    __tablename__ = "product"
    id: int = key_column()
    sku: str = Field(sa_type=Text, unique=True)
    name: str = text_column()
    category: str = text_column()
    subcategory: str = text_column()
    color: str = text_column()
    price: Decimal | None = Field(default=None, sa_type=Money)


class PurchaseRow(SQLModel, table=True):
    """A receipt. Two customers may share an order number: tills number them apart from one another.

    Nobody's is that of a customer who was erased: the books of account need it.
    """

    __tablename__ = "purchase"
    __table_args__ = (
        Index("purchase_in_order", "customer_id", "at", "id"),
        UniqueConstraint("customer_id", "store_id", "order_number"),
    )
    id: int = key_column()
    customer_id: int | None = may_refer("customer.id")
    store_id: int = refers("store.id", index=True)
    order_number: str = text_column()
    at: datetime = Field(sa_type=Utc)
    amount: Decimal = Field(default=Decimal(0), sa_type=Money)


class PurchaseLineRow(SQLModel, table=True):
    __tablename__ = "purchase_line"
    __table_args__ = {"sqlite_with_rowid": False}
    purchase_id: int = refers("purchase.id", primary_key=True)
    line: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    product_id: int = refers("product.id", index=True)
    quantity: int = 1
    amount: Decimal = Field(default=Decimal(0), sa_type=Money)
