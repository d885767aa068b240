"""Definitions of attributes and measures, and the values that customers have."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Text, UniqueConstraint, text, true
from sqlmodel import Field, SQLModel

from clienteling.database.tables.columns import key_column, may_refer, refers, text_column
from clienteling.database.types import Utc


class AttributeRow(SQLModel, table=True):
    """`thresholds` are separated by semicolons. A filter control that is set means that the filter was confirmed; only
    a `refinable` attribute is a filter at the tills.
    """

    __tablename__ = "attribute"
    id: int = key_column()
    name: str = Field(sa_type=Text, unique=True)
    type: str = text_column("text")
    labels: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    unit: str = text_column()
    lowest: float | None = None
    highest: float | None = None
    multi_value: bool = False
    options: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    reference: str = text_column()
    levels: bool = False
    filter_control: str | None = Field(default=None, sa_type=Text)
    filter_multi_value: bool = True
    thresholds: str = text_column()
    refinable: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    default_value: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": text("''")})


class AttributeGroupRow(SQLModel, table=True):
    __tablename__ = "attribute_group"
    id: int = key_column()
    name: str = Field(sa_type=Text, unique=True)


class AttributeGroupMemberRow(SQLModel, table=True):
    __tablename__ = "attribute_group_member"
    __table_args__ = (UniqueConstraint("group_id", "display_order"),)
    group_id: int = refers("attribute_group.id", primary_key=True)
    attribute_id: int = refers("attribute.id", primary_key=True)
    display_order: int


class CustomerAttributeRow(SQLModel, table=True):
    """A value. Texts stand in `text` (a row each for multi-value), all else in `number`: days as ordinals, yes as 1."""

    __tablename__ = "customer_attribute"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = refers("customer.id", primary_key=True)
    attribute_id: int = refers("attribute.id", primary_key=True, index=True)
    position: int = Field(default=0, primary_key=True)
    text: str | None = Field(default=None, sa_type=Text)
    number: float | None = None


class MeasureRow(SQLModel, table=True):
    """A measure of Customer Insights; `definition` has the shape of an attribute."""

    __tablename__ = "measure"
    id: int = key_column()
    name: str = Field(sa_type=Text, unique=True)
    type: str = text_column("text")
    labels: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    unit: str = text_column()
    options: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    levels: bool = False


class CustomerMeasureRow(SQLModel, table=True):
    __tablename__ = "customer_measure"
    __table_args__ = {"sqlite_with_rowid": False}
    customer_id: int = refers("customer.id", primary_key=True)
    measure_id: int = refers("measure.id", primary_key=True, index=True)
    text: str | None = Field(default=None, sa_type=Text)
    number: float | None = None
    as_of: datetime = Field(sa_type=Utc)


class ScoreRow(SQLModel, table=True):
    """`enrichment_id` is where the score was computed; none if it came from a file."""

    __tablename__ = "engagement_score"
    customer_id: int = refers("customer.id", primary_key=True)
    score: int
    as_of: datetime = Field(sa_type=Utc)
    enrichment_id: int | None = may_refer("enrichment.id", index=True)
