"""Follow-ups, the rules that propose them, and books that are lent."""

from datetime import date, datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, may_refer, refers, text_column
from clienteling.database.types import Key, Utc


class FollowUpRow(SQLModel, table=True):
    """`at` is "HH:MM", or None for any time of the day. `cause_key` is what a rule found, so that it is made once."""

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("legal_entity_id", "cause_key"),
        Index("follow_up_in_order", "worker_id", "state", "due"),
    )
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    worker_id: int = refers("worker.id")
    customer_id: int | None = may_refer("customer.id", index=True)
    title: str = text_column()
    text: str = text_column()
    due: date
    at: str | None = Field(default=None, sa_type=Text)
    state: str = text_column("open")
    cause: str = text_column("hand")
    cause_key: str | None = Field(default=None, sa_type=Text)
    cause_day: date | None = None
    subject: str = text_column()
    days: int = 0
    made_by: int | None = may_refer("worker.id")
    made_at: datetime = Field(sa_type=Utc)
    ended_at: datetime | None = Field(default=None, sa_type=Utc)
    version: int = 1


class FollowUpHandoverRow(SQLModel, table=True):
    """A follow-up that went along with its customer. `before` is who had it: what an undo brings back."""

    __tablename__ = "follow_up_handover"
    __table_args__ = {"sqlite_with_rowid": False}
    # The record is written last, so it cannot be referred to.
    record_id: int = Field(sa_type=Key, primary_key=True, sa_column_kwargs={"autoincrement": False})
    follow_up_id: int = refers("follow_up.id", primary_key=True)
    before: int = refers("worker.id")


class FollowUpRuleRow(SQLModel, table=True):
    """What headquarters wants to be followed up."""

    __tablename__ = "follow_up_rule"
    legal_entity_id: int = refers("legal_entity.id", primary_key=True)
    code: str = Field(sa_type=Text, primary_key=True)
    cause: str = text_column()
    title: str = text_column()
    days: int = 0
    date_name: str = text_column()
    proposes: bool = True
    active: bool = True


class CoverRow(SQLModel, table=True):
    """A book that is lent to a colleague, to the end of the day `until`, or to `ended_at` if that comes first."""

    __tablename__ = "cover"
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    owner_id: int = refers("worker.id", index=True)
    worker_id: int = refers("worker.id", index=True)
    since: datetime = Field(sa_type=Utc)
    until: date
    ended_at: datetime | None = Field(default=None, sa_type=Utc)
    made_by: int | None = may_refer("worker.id")
    reason: str = text_column()
    version: int = 1
