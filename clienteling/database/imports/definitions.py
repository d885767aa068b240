"""Attribute groups, the choice of measures, activity types and number sequences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import exists, select

from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import delete_where, insert_rows, select_where, update_rows
from clienteling.database.tables import (
    ActivityTypeRow,
    AttributeGroupMemberRow,
    AttributeGroupRow,
    CustomerAttributeRow,
    CustomerMeasureRow,
    NumberSequenceRow,
)


@dataclass(frozen=True, slots=True)
class ActivityTypeDraft:
    legal_entity_id: int
    code: str
    name: str
    icon: str
    position: int
    labels: dict[str, str] = field(default_factory=dict)


def has_values(transaction: Transaction, attribute_id: int) -> bool:
    """Whether any customer has a value of an attribute."""
    statement = select(exists().where(CustomerAttributeRow.attribute_id == attribute_id))
    return bool(transaction.connection().execute(statement).scalar())


def has_measured(transaction: Transaction, measure_id: int) -> bool:
    """Whether any customer has a value of a measure."""
    statement = select(exists().where(CustomerMeasureRow.measure_id == measure_id))
    return bool(transaction.connection().execute(statement).scalar())


def display_orders(transaction: Transaction, group: str) -> dict[int, int]:
    """The display order of each attribute of a group, by the attribute's key."""
    statement = (
        select(AttributeGroupMemberRow.attribute_id, AttributeGroupMemberRow.display_order)
        .join(AttributeGroupRow, AttributeGroupRow.id == AttributeGroupMemberRow.group_id)
        .where(AttributeGroupRow.name == group)
    )
    return {key: order for key, order in transaction.connection().execute(statement)}


def set_display_orders(transaction: Transaction, group: str, orders: Mapping[int, int]) -> None:
    """Make attributes the members of a group, which is made if there is none, in this display order."""
    statement = select(AttributeGroupRow.id).where(AttributeGroupRow.name == group)
    key = transaction.connection().execute(statement).scalar()
    if key is None:
        key = transaction.key()
        insert_rows(transaction, AttributeGroupRow, [{"id": key, "name": group}])
    delete_where(transaction, AttributeGroupMemberRow, AttributeGroupMemberRow.group_id, [key])
    rows = [
        {"group_id": key, "attribute_id": attribute_id, "display_order": order}
        for attribute_id, order in orders.items()
    ]
    insert_rows(transaction, AttributeGroupMemberRow, rows)


def activity_types(
    transaction: Transaction, legal_entity_ids: Iterable[int]
) -> dict[tuple[int, str], tuple[int, ActivityTypeDraft]]:
    """The activity types of legal entities by (legal entity, code), with their keys."""
    statement = select(
        ActivityTypeRow.id,
        ActivityTypeRow.legal_entity_id,
        ActivityTypeRow.code,
        ActivityTypeRow.name,
        ActivityTypeRow.icon,
        ActivityTypeRow.position,
        ActivityTypeRow.labels,
    )
    rows = select_where(transaction, statement, ActivityTypeRow.legal_entity_id, legal_entity_ids)
    return {(row[1], row[2]): (row[0], ActivityTypeDraft(*row[1:])) for row in rows}


def save_activity_type(transaction: Transaction, key: int | None, draft: ActivityTypeDraft) -> None:
    """Store a new activity type, or change the one with this key."""
    columns = {
        "legal_entity_id": draft.legal_entity_id,
        "code": draft.code,
        "name": draft.name,
        "icon": draft.icon,
        "position": draft.position,
        "labels": draft.labels,
    }
    if key is None:
        insert_rows(transaction, ActivityTypeRow, [{"id": transaction.key(), **columns}])
    else:
        update_rows(transaction, ActivityTypeRow, ["id"], [{"id": key, **columns}])


def has_number_sequence(transaction: Transaction, legal_entity_id: int, code: str) -> bool:
    there = exists().where(NumberSequenceRow.legal_entity_id == legal_entity_id, NumberSequenceRow.code == code)
    return bool(transaction.connection().execute(select(there)).scalar())


def add_number_sequence(transaction: Transaction, legal_entity_id: int, code: str, number_format: str) -> bool:
    """Make a number sequence that begins with 1, unless there is one; whether it was made."""
    if has_number_sequence(transaction, legal_entity_id, code):
        return False
    sequence = {
        "id": transaction.key(),
        "legal_entity_id": legal_entity_id,
        "code": code,
        "format": number_format,
        "next_number": 1,
    }
    insert_rows(transaction, NumberSequenceRow, [sequence])
    return True
