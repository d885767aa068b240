"""Account engagement: enrichments, their runs, and the numbers of accounts for the year and its months."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, refers, text_column
from clienteling.database.types import Key, Utc


class EnrichmentRow(SQLModel, table=True):
    """`settings` are the wizard's answers as JSON."""

    __tablename__ = "enrichment"
    __table_args__ = (UniqueConstraint("legal_entity_id", "name"),)
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    name: str = text_column()
    settings: str = text_column()
    active: bool = True
    consent: str = text_column("requested")
    consent_at: datetime | None = Field(default=None, sa_type=Utc)
    next_run: datetime | None = Field(default=None, sa_type=Utc)
    created: datetime = Field(sa_type=Utc)
    version: int = 1


class EnrichmentRunRow(SQLModel, table=True):
    __tablename__ = "enrichment_run"
    id: int = key_column()
    enrichment_id: int = refers("enrichment.id", index=True)
    state: str = text_column("queued")
    queued: datetime = Field(sa_type=Utc)
    started: datetime | None = Field(default=None, sa_type=Utc)
    ended: datetime | None = Field(default=None, sa_type=Utc)
    done: int = Field(default=0, sa_type=Key)
    total: int = Field(default=0, sa_type=Key)
    cancel: bool = False
    problem: str = text_column()
    accounts: int = 0
    mails: int = Field(default=0, sa_type=Key)
    meetings: int = Field(default=0, sa_type=Key)
    addresses: int = 0
    days: int = 0


class AccountEngagementRow(SQLModel, table=True):
    """The year has the points of its score as JSON."""

    __tablename__ = "account_engagement"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = refers("customer.id", primary_key=True)
    enrichment_id: int = refers("enrichment.id", primary_key=True, index=True)
    level: str = Field(sa_type=Text, primary_key=True)
    start: date = Field(primary_key=True)
    score: int
    mails_to: int
    mails_from: int
    meetings_from: int
    meetings_to: int
    our_meeting_people: int
    our_mail_people: int
    their_meeting_people: int
    their_mail_people: int
    first: date
    last_mail: date | None = None
    last_meeting: date | None = None
    meeting_minutes: float | None = None
    reply_hours: float | None = None
    as_of: datetime = Field(sa_type=Utc)
    points: str | None = Field(default=None, sa_type=Text)


class MailboxPartRow(SQLModel, table=True):
    """How far a part of a mailbox was read into a pool of interactions; `mailbox` is the directory's ID."""

    __tablename__ = "mailbox_part"
    __table_args__ = (UniqueConstraint("pool", "mailbox", "part"),)
    id: int = key_column()
    pool: str = text_column()
    mailbox: str = text_column()
    part: str = text_column()
    began: datetime | None = Field(default=None, sa_type=Utc)
    since: datetime | None = Field(default=None, sa_type=Utc)
    link: str = text_column()
    round: int = 0
    read: datetime | None = Field(default=None, sa_type=Utc)


class MailboxItemRow(SQLModel, table=True):
    """What an item of a mailbox gave. Items and interactions are numbers that only their pool can make."""

    __tablename__ = "mailbox_item"
    __table_args__ = {"sqlite_with_rowid": False}
    part_id: int = refers("mailbox_part.id", primary_key=True)
    item: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    interaction: int = Field(sa_type=BigInteger, index=True)
    content: int = Field(sa_type=BigInteger)
    day: int
    round: int = 0
