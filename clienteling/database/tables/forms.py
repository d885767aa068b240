"""What stands in forms that were not saved yet, and who was said to be two people."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import refers, text_column
from clienteling.database.types import Key, Utc


class DraftRow(SQLModel, table=True):
    """A worker's form of a kind ("customer") about something, 0 for something new. `text` is JSON."""

    __tablename__ = "draft"
    __table_args__ = {"sqlite_with_rowid": False}
    worker_id: int = refers("worker.id", primary_key=True)
    legal_entity_id: int = refers("legal_entity.id", primary_key=True)
    kind: str = Field(sa_type=Text, primary_key=True)
    subject_id: int = Field(sa_type=Key, primary_key=True, sa_column_kwargs={"autoincrement": False})
    text: str = text_column()
    at: datetime = Field(sa_type=Utc)


class StrangersRow(SQLModel, table=True):
    """Two customers who look alike and are not the same. The smaller key stands in `customer_id`."""

    __tablename__ = "strangers"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = refers("customer.id", primary_key=True)
    other_id: int = refers("customer.id", primary_key=True, index=True)
    worker_id: int = refers("worker.id")
    at: datetime = Field(sa_type=Utc)
