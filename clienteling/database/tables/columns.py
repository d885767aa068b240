"""What the tables share: keys, references, texts."""

from typing import Any

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from clienteling.database.types import Key

# Tables validate nothing: what pydantic would build for that costs the start an eighth of a second, and memory.
SQLModel.model_config["defer_build"] = True


def key_column() -> Any:
    return Field(sa_type=Key, primary_key=True, sa_column_kwargs={"autoincrement": False})


def refers(target: str, *, primary_key: bool = False, index: bool = False) -> Any:
    kwargs = {"autoincrement": False} if primary_key else {}
    return Field(sa_type=Key, foreign_key=target, primary_key=primary_key, index=index, sa_column_kwargs=kwargs)


def may_refer(target: str, *, index: bool = False) -> Any:
    return Field(default=None, sa_type=Key, foreign_key=target, nullable=True, index=index)


def text_column(default: str = "") -> Any:
    return Field(default=default, sa_type=Text)
