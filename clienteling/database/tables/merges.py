"""Customers who turned out to be somebody who was there already."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, may_refer, refers, text_column
from clienteling.database.types import Key, Utc


class CustomerMergeRow(SQLModel, table=True):
    """A customer's file that went into another one. `id` is the record's key, `document` what an undo puts back.

    The account number still leads to the customer, at the till and in imports.
    """

    __tablename__ = "customer_merge"
    __table_args__ = (UniqueConstraint("legal_entity_id", "account_number"),)
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    survivor_id: int = refers("customer.id", index=True)
    merged_id: int = Field(sa_type=Key)
    account_number: str = text_column()
    worker_id: int | None = may_refer("worker.id")
    at: datetime = Field(sa_type=Utc)
    document: str = text_column()
