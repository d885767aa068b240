"""What is known of the clouds: references to secrets (no secret), how links fared, how far a pull has come."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, refers, text_column
from clienteling.database.types import Key, Utc


class VaultSecretRow(SQLModel, table=True):
    """`reference` is vault://VAULT/SECRET; `expires` is what the vault said when it was last asked."""

    __tablename__ = "vault_secret"
    __table_args__ = (UniqueConstraint("legal_entity_id", "name"),)
    id: int = key_column()
    legal_entity_id: int = refers("legal_entity.id")
    name: str = text_column()
    description: str = text_column()
    reference: str = text_column()
    expires: datetime | None = Field(default=None, sa_type=Utc)
    checked: datetime | None = Field(default=None, sa_type=Utc)


class CloudLinkRow(SQLModel, table=True):
    """How a link of the chain fared last. `template` and `details` are the last failure's words."""

    __tablename__ = "cloud_link"
    __table_args__ = {"sqlite_with_rowid": False}
    legal_entity_id: int = refers("legal_entity.id", primary_key=True)
    link: str = Field(sa_type=Text, primary_key=True)
    succeeded: datetime | None = Field(default=None, sa_type=Utc)
    failed: datetime | None = Field(default=None, sa_type=Utc)
    code: str = text_column()
    template: str = text_column()
    details: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    correlation_id: str = text_column()


class InsightsPullRow(SQLModel, table=True):
    """The pull of a legal entity. `after_id` is the last customer whose values are stored: where it goes on.

    `runner` is the key of the run that has it, `beat` when that has last shown itself; None when nobody is at it.
    """

    __tablename__ = "insights_pull"
    legal_entity_id: int = refers("legal_entity.id", primary_key=True)
    started: datetime = Field(sa_type=Utc)
    finished: datetime | None = Field(default=None, sa_type=Utc)
    after_id: int = Field(default=0, sa_type=Key)
    total: int = 0
    done: int = 0
    changed: int = 0
    unknown: int = 0
    runner: int | None = Field(default=None, sa_type=Key)
    beat: datetime | None = Field(default=None, sa_type=Utc)
