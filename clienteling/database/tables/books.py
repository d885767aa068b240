"""Client books and who is in them."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, may_refer, refers, text_column
from clienteling.database.types import Key, Ordered, Utc

_IS_PRIMARY, _IS_FURTHER = text("is_primary"), text("NOT is_primary")
_IS_ZERO = text("is_primary = 0")  # SQLite takes an index only for the very words of a question


class ClientBookRow(SQLModel, table=True):
    __tablename__ = "client_book"
    __table_args__ = (
        UniqueConstraint("legal_entity_id", "worker_id"),
        UniqueConstraint("legal_entity_id", "code"),
    )
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    worker_id: int = refers("worker.id", index=True)
    code: str = text_column()
    description: str = text_column()


class HoldingRow(SQLModel, table=True):
    """That a customer is in a book: the primary one, or one of several further ones, where that is allowed.

    Narrow, with the name, so that a page of a book is read from one index.
    """

    __tablename__ = "holding"
    __table_args__ = (
        Index("holding_in_name_order", "book_id", "name_key", "customer_id"),
        Index("holding_primary", "customer_id", unique=True, sqlite_where=_IS_PRIMARY, postgresql_where=_IS_PRIMARY),
        Index("holding_further", "customer_id", sqlite_where=_IS_ZERO, postgresql_where=_IS_FURTHER),
        {"sqlite_with_rowid": False},
    )
    customer_id: int = refers("customer.id", primary_key=True)
    book_id: int = refers("client_book.id", primary_key=True)
    name_key: str = Field(default="", sa_type=Ordered)
    since: datetime = Field(sa_type=Utc)
    is_primary: bool = True


class FormerHoldingRow(SQLModel, table=True):
    """Since when a customer had been in a book that a record took them out of: what an undo brings back."""

    __tablename__ = "former_holding"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = refers("customer.id", primary_key=True)
    # The record is written last, so it cannot be referred to.
    record_id: int = Field(sa_type=Key, primary_key=True, sa_column_kwargs={"autoincrement": False})
    book_id: int = refers("client_book.id", primary_key=True)
    since: datetime = Field(sa_type=Utc)


class SavedViewRow(SQLModel, table=True):
    """Filters and order of a book under a name: the worker's own, or with `store_id` shared with a store.

    `view` is "mine" or "store"; `query` is JSON.
    """

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("worker_id", "legal_entity_id", "view", "name"),)
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    worker_id: int = refers("worker.id")
    store_id: int | None = may_refer("store.id", index=True)
    view: str = text_column("mine")
    name: str = text_column()
    query: str = text_column()
    version: int = 1


class BookColumnRow(SQLModel, table=True):
    """A column of an open book as a program last had it in memory: read at once instead of thousands of rows.

    What is kept can be made anew from the rows at any time. `place` says whose view of which books it is.
    """

    __tablename__ = "book_column"
    place: str = Field(sa_type=Text, primary_key=True)
    key: str = Field(sa_type=Text, primary_key=True)
    data: bytes = Field(sa_type=LargeBinary)
