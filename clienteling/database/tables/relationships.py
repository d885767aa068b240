"""Relationship intelligence: what is chosen, the health of customers, and whose mailbox an address is."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import refers, text_column
from clienteling.database.types import Key, Utc


class RelationshipRow(SQLModel, table=True):
    """What a legal entity has chosen, as JSON, and up to when health was computed: of all customers, and of those
    with whom something happened up to the record with this key."""

    __tablename__ = "relationship"
    legal_entity_id: int = refers("legal_entity.id", primary_key=True)
    document: str = text_column("{}")
    version: int = 0
    computed_at: datetime | None = Field(default=None, sa_type=Utc)
    computed_record: int = Field(default=0, sa_type=Key)


class HealthRow(SQLModel, table=True):
    """Without a grade there is no score."""

    __tablename__ = "relationship_health"
    customer_id: int = refers("customer.id", primary_key=True)
    score: int | None = None
    state: str = text_column()
    trend: str = text_column()
    as_of: datetime = Field(sa_type=Utc)


class MailboxRow(SQLModel, table=True):
    """A worker's mail address, folded. A worker can have several; an address is one worker's."""

    __tablename__ = "worker_mailbox"
    __table_args__ = {"sqlite_with_rowid": False}
    address: str = Field(sa_type=Text, primary_key=True)
    worker_id: int = refers("worker.id", index=True)
