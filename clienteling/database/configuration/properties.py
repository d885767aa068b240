"""Attributes with their filter settings, attribute groups, and measures."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy import delete, select, update

from clienteling.database import attributes
from clienteling.database.configuration.table import Table, rows_that_need
from clienteling.database.engine import Transaction
from clienteling.database.imports import definitions
from clienteling.database.tables import (
    AttributeGroupMemberRow,
    AttributeGroupRow,
    AttributeRow,
    CustomerAttributeRow,
    MeasureRow,
)
from clienteling.domain import attribute as live
from clienteling.domain.attribute import AttributeType
from clienteling.domain.configuration.conversion import converted, is_narrowed
from clienteling.domain.configuration.item import Item, Remark
from clienteling.domain.configuration.properties import (
    Attribute,
    AttributeGroup,
    FilterSettings,
    Measure,
    Member,
    Option,
    definition_of,
)
from clienteling.domain.errors import Invalid, mark

_MOST_EXAMPLES = 3


def _attributes(transaction: Transaction) -> dict[str, Item]:
    rows = transaction.connection().execute(select(AttributeRow.id, AttributeRow.refinable, AttributeRow.default_value))
    extra = {key: (refinable, default) for key, refinable, default in rows}
    return {
        found.name: _attribute_item(found, *extra[found.id])
        for found in attributes.all_attributes(transaction, with_filters=True).values()
    }


def _attribute_item(found: live.Attribute, refinable: bool, default: str) -> Attribute:
    settings = found.filter
    return Attribute(
        name=found.name,
        type=found.type,
        labels=found.labels,
        unit=found.unit,
        default=default,
        lowest=found.lowest,
        highest=found.highest,
        multi_value=found.multi_value,
        options=_option_items(found),
        reference=found.reference,
        levels=found.levels,
        filter=FilterSettings(settings.control, settings.multi_value, settings.thresholds) if settings else None,
        can_be_refined=settings is not None and refinable,
    )


def _option_items(found: live.Attribute) -> tuple[Option, ...]:
    return tuple(Option(option.value, option.labels) for option in found.options)


def _save_attribute(transaction: Transaction, before: Attribute | None, after: Attribute) -> None:
    known = attributes.all_attributes(transaction).get(after.name) if before else None
    new = attributes.save_attribute(transaction, definition_of(replace(after, can_be_refined=after.filter is not None)))
    change = update(AttributeRow).where(AttributeRow.id == new.id)
    transaction.connection().execute(
        change.values(refinable=after.filter is None or after.can_be_refined, default_value=after.default)
    )
    transaction.expire_all()
    if known is not None and is_narrowed(known, new):
        _convert(transaction, known, new)


def _convert(transaction: Transaction, old: live.Attribute, new: live.Attribute) -> None:
    """Bring the values that customers have to the new type; all of them convert, which was checked before."""
    values = {(customer_id, old.id): converted(old, new, value) for customer_id, value in _values(transaction, old)}
    attributes.set_values(transaction, values)


def _values(transaction: Transaction, attribute: live.Attribute) -> Iterator[tuple[int, live.Value]]:
    statement = (
        select(CustomerAttributeRow.customer_id, CustomerAttributeRow.text, CustomerAttributeRow.number)
        .where(CustomerAttributeRow.attribute_id == attribute.id)
        .order_by(CustomerAttributeRow.customer_id, CustomerAttributeRow.position)
    )
    rows: dict[int, list[tuple[str | None, float | None]]] = {}
    for customer_id, text, number in transaction.connection().execute(statement):
        rows.setdefault(customer_id, []).append((text, number))
    for customer_id, parts in rows.items():
        value = attributes.value_of(attribute, parts)
        if value is not None:
            yield customer_id, value


def _attribute_problems(transaction: Transaction, before: Attribute | None, after: Attribute) -> Iterator[Invalid]:
    """A type stays as it is once customers have values, unless every value converts."""
    known, failed = _failing(transaction, before, after)
    if known is None or not failed:
        return
    examples = "; ".join(dict.fromkeys(problem.message for problem in failed[:_MOST_EXAMPLES]))
    message = mark("The type cannot change: values of {count} customers do not convert. {examples}")
    yield Invalid("type", message, count=len(failed), examples=examples)


def _failing(
    transaction: Transaction, before: Attribute | None, after: Attribute
) -> tuple[live.Attribute | None, list[Invalid]]:
    """The live attribute if the values of customers would have to convert, and why some do not."""
    known = attributes.all_attributes(transaction).get(after.name) if before else None
    new = definition_of(after, known.id if known else 0)
    if known is None or not is_narrowed(known, new) or not definitions.has_values(transaction, known.id):
        return None, []
    if AttributeType.REFERENCE in (known.type, new.type):
        return known, [Invalid("type", mark("A reference has no values of its own."))]
    failed = []
    for _, value in _values(transaction, known):
        try:
            converted(known, new, value)
        except Invalid as problem:
            failed.append(problem)
    return known, failed


def _attribute_remarks(transaction: Transaction, before: Attribute | None, after: Attribute) -> Iterator[Remark]:
    """What a change of type will do to the values that customers have."""
    known, failed = _failing(transaction, before, after)
    if known is None or failed:
        return
    new = definition_of(after, known.id)
    seen = Counter((str(value), str(converted(known, new, value))) for _, value in _values(transaction, known))
    examples = "; ".join(f"{old} → {now}" for (old, now), _ in seen.most_common(_MOST_EXAMPLES))
    message = mark("The values of {count} customers change from {old} to {new}: {examples}")
    values = {"count": seen.total(), "old": known.type.value, "new": new.type.value, "examples": examples}
    yield Remark(message, values)


def _attribute_id(transaction: Transaction, name: str) -> int:
    statement = select(AttributeRow.id).where(AttributeRow.name == name)
    return int(transaction.connection().execute(statement).scalar_one())


def _delete_attribute(transaction: Transaction, item: Attribute) -> None:
    transaction.connection().execute(delete(AttributeRow).where(AttributeRow.name == item.name))
    transaction.expire_all()


def _uses_of_attribute(transaction: Transaction, item: Attribute) -> tuple[Remark, ...]:
    return rows_that_need(transaction, AttributeRow, _attribute_id(transaction, item.name))


ATTRIBUTES = Table(
    _attributes,
    _save_attribute,
    _delete_attribute,
    problems=_attribute_problems,
    remarks=_attribute_remarks,
    uses=_uses_of_attribute,
)


def _groups(transaction: Transaction) -> dict[str, Item]:
    connection = transaction.connection()
    members: dict[str, list[Member]] = {
        name: [] for name in connection.execute(select(AttributeGroupRow.name)).scalars()
    }
    statement = (
        select(AttributeGroupRow.name, AttributeRow.name, AttributeGroupMemberRow.display_order)
        .join(AttributeGroupMemberRow, AttributeGroupMemberRow.group_id == AttributeGroupRow.id)
        .join(AttributeRow, AttributeRow.id == AttributeGroupMemberRow.attribute_id)
        .order_by(AttributeGroupRow.name, AttributeGroupMemberRow.display_order)
    )
    for group, attribute, order in connection.execute(statement):
        members[group].append(Member(attribute, order))
    return {name: AttributeGroup(name, tuple(found)) for name, found in members.items()}


def _save_group(transaction: Transaction, _before: AttributeGroup | None, after: AttributeGroup) -> None:
    orders = {_attribute_id(transaction, member.attribute): member.display_order for member in after.in_order}
    definitions.set_display_orders(transaction, after.name, orders)
    transaction.expire_all()


def _delete_group(transaction: Transaction, item: AttributeGroup) -> None:
    definitions.set_display_orders(transaction, item.name, {})
    transaction.connection().execute(delete(AttributeGroupRow).where(AttributeGroupRow.name == item.name))
    transaction.expire_all()


ATTRIBUTE_GROUPS = Table(_groups, _save_group, _delete_group)


def _measures(transaction: Transaction) -> dict[str, Item]:
    return {
        found.name: Measure(found.name, found.type, found.labels, found.unit, _option_items(found), found.levels)
        for found in attributes.all_measures(transaction).values()
    }


def _measure_definition(item: Measure) -> live.Attribute:
    options = tuple(live.Option(option.value, option.labels) for option in item.options)
    return live.Attribute(
        0, item.name, item.type, labels=item.labels, unit=item.unit, options=options, levels=item.levels
    )


def _measure_id(transaction: Transaction, name: str) -> int:
    statement = select(MeasureRow.id).where(MeasureRow.name == name)
    return int(transaction.connection().execute(statement).scalar_one())


def _save_measure(transaction: Transaction, _before: Measure | None, after: Measure) -> None:
    attributes.save_measure(transaction, _measure_definition(after))


def _delete_measure(transaction: Transaction, item: Measure) -> None:
    transaction.connection().execute(delete(MeasureRow).where(MeasureRow.name == item.name))
    transaction.expire_all()


def _measure_problems(transaction: Transaction, before: Measure | None, after: Measure) -> Iterator[Invalid]:
    if before is None or before.type is after.type:
        return
    if definitions.has_measured(transaction, _measure_id(transaction, after.name)):
        yield Invalid("type", mark("The type cannot change while customers have values."))


def _uses_of_measure(transaction: Transaction, item: Measure) -> tuple[Remark, ...]:
    return rows_that_need(transaction, MeasureRow, _measure_id(transaction, item.name))


MEASURES = Table(_measures, _save_measure, _delete_measure, problems=_measure_problems, uses=_uses_of_measure)


def attribute_ids(transaction: Transaction, names: Collection[str]) -> list[int]:
    """The keys of the attributes of these names that are there."""
    if not names:
        return []
    statement = select(AttributeRow.id).where(AttributeRow.name.in_(sorted(names)))
    return list(transaction.connection().execute(statement).scalars())
