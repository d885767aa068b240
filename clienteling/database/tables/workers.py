"""Workers, permission groups, and what binds workers to stores."""

from datetime import date, datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, refers, text_column
from clienteling.database.types import Utc


class PermissionGroupRow(SQLModel, table=True):
    __tablename__ = "permission_group"
    id: int = key_column()
    code: str = Field(sa_type=Text, unique=True)
    name: str = text_column()


class PermissionRow(SQLModel, table=True):
    __tablename__ = "permission"
    group_id: int = refers("permission_group.id", primary_key=True)
    operation: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class WorkerRow(SQLModel, table=True):
    __tablename__ = "worker"
    id: int = key_column()
    personnel_number: str = Field(sa_type=Text, unique=True)
    name: str = text_column()
    title: str = text_column()
    group_id: int = refers("permission_group.id")
    language: str = text_column("en")
    birth_date: date | None = None
    hired: date | None = None
    employed_until: date | None = None
    password_hash: str | None = Field(default=None, sa_type=Text)
    failures: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=Utc)
    blocked: bool = False


class BadgeRow(SQLModel, table=True):
    """The bar code or card that a worker signs in with; only a slow hash of its code is known."""

    __tablename__ = "badge"
    worker_id: int = refers("worker.id", primary_key=True)
    code_hash: str = Field(sa_type=Text, unique=True)
    since: datetime = Field(sa_type=Utc)


class WorkerAccountRow(SQLModel, table=True):
    """Whom Microsoft Entra ID means: a person is `oid` within `tid`, both in lower case."""

    __tablename__ = "worker_account"
    __table_args__ = (UniqueConstraint("oid", "tid"),)
    worker_id: int = refers("worker.id", primary_key=True)
    oid: str = Field(sa_type=Text)
    tid: str = Field(sa_type=Text)


class AppRoleRow(SQLModel, table=True):
    """A role that Microsoft Entra ID gives workers, and the permission group that it stands for here."""

    __tablename__ = "app_role"
    role: str = Field(sa_type=Text, primary_key=True)
    group_id: int = refers("permission_group.id", index=True)


class WorkerStoreRow(SQLModel, table=True):
    __tablename__ = "worker_store"
    worker_id: int = refers("worker.id", primary_key=True)
    store_id: int = refers("store.id", primary_key=True, index=True)


class WorkerAddressBookRow(SQLModel, table=True):
    __tablename__ = "worker_address_book"
    worker_id: int = refers("worker.id", primary_key=True)
    address_book_id: int = refers("address_book.id", primary_key=True, index=True)
