"""Operation records. Triggers refuse to change or delete them, but for erasing a person, see the migrations.

`salt` is what texts about a person are hashed with, see `domain.chain`; the commitment when they were erased.
"""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, Text
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, may_refer, refers, text_column
from clienteling.database.types import Key, Utc


class RecordRow(SQLModel, table=True):
    __tablename__ = "record"
    id: int = key_column()
    at: datetime = Field(sa_type=Utc)
    operation: int = 0
    outcome: str = text_column("done")
    worker_id: int | None = may_refer("worker.id")
    register_id: int | None = may_refer("register.id")
    legal_entity_id: int | None = may_refer("legal_entity.id")
    reason: str = text_column()
    override_by_id: int | None = may_refer("worker.id")
    undoes_id: int | None = may_refer("record.id")
    salt: bytes | None = Field(default=None, sa_type=LargeBinary)


class ChangeRow(SQLModel, table=True):
    """One line of a record. `before` and `after` are texts, or JSON where they have parts.

    The customer is no reference: the line stays when the customer was merged into another one.
    """

    __tablename__ = "record_change"
    __table_args__ = (
        Index("record_change_of_customer", "customer_id", "record_id"),
        {"sqlite_with_rowid": False},
    )
    record_id: int = refers("record.id", primary_key=True)
    line: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    subject: str = text_column()
    customer_id: int | None = Field(default=None, sa_type=Key, nullable=True)
    before: str | None = Field(default=None, sa_type=Text)
    after: str | None = Field(default=None, sa_type=Text)
    salt: bytes | None = Field(default=None, sa_type=LargeBinary)


class SealRow(SQLModel, table=True):
    """The place of a record in the chain of the audit, and its hash together with the one before."""

    __tablename__ = "record_seal"
    position: int = key_column()
    record_id: int = Field(sa_type=Key, foreign_key="record.id", unique=True)
    hash: bytes = Field(sa_type=LargeBinary)


class NodeRow(SQLModel, table=True):
    """Counts the processes that have written, so that each leases a node number for its keys."""

    __tablename__ = "node"
    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    next_number: int = 0
