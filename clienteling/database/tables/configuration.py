"""What headquarters keeps beside the tables of the tills: documents, staged changes, snapshots."""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, may_refer, text_column
from clienteling.database.types import Utc


class ConfigurationItemRow(SQLModel, table=True):
    """An item of a section that has no table of its own; `document` is JSON."""

    __tablename__ = "configuration_item"
    section: str = Field(sa_type=Text, primary_key=True)
    key: str = Field(sa_type=Text, primary_key=True)
    document: str = text_column()


class StagedChangeRow(SQLModel, table=True):
    """An item as headquarters has saved it and tills do not have it yet; no document: deleted."""

    __tablename__ = "staged_change"
    section: str = Field(sa_type=Text, primary_key=True)
    key: str = Field(sa_type=Text, primary_key=True)
    document: str | None = Field(default=None, sa_type=Text)
    at: datetime = Field(sa_type=Utc)
    worker_id: int | None = may_refer("worker.id")


class SnapshotRow(SQLModel, table=True):
    """What a distribution job carried when it was published; `changes` says what was new. Both are JSON."""

    __tablename__ = "snapshot"
    __table_args__ = (UniqueConstraint("job", "version"),)
    id: int = key_column()
    job: int
    version: int
    document: str = text_column()
    changes: str = text_column()
    at: datetime = Field(sa_type=Utc)
    worker_id: int | None = may_refer("worker.id")
    republished: int | None = None
