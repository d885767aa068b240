"""Definitions of attributes and measures, and the values that customers have."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import delete, insert, select

from clienteling.database import company, search_index
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    AttributeGroupMemberRow,
    AttributeGroupRow,
    AttributeRow,
    CustomerAttributeRow,
    CustomerMeasureRow,
    ImportantDateRow,
    MeasureRow,
)
from clienteling.database.types import with_cents
from clienteling.domain.attribute import (
    Attribute,
    AttributeGroup,
    AttributeType,
    DisplayControl,
    FilterSettings,
    Option,
    Value,
)
from clienteling.domain.dates import YearlyDate

# Asked with each page of cards, so they are put together once.
_VALUES = (
    select(
        CustomerAttributeRow.customer_id,
        CustomerAttributeRow.attribute_id,
        CustomerAttributeRow.text,
        CustomerAttributeRow.number,
    )
    .where(among(CustomerAttributeRow.customer_id, "ids"), among(CustomerAttributeRow.attribute_id, "attributes"))
    .order_by(CustomerAttributeRow.customer_id, CustomerAttributeRow.attribute_id, CustomerAttributeRow.position)
)
_DATES = select(
    ImportantDateRow.customer_id,
    ImportantDateRow.name,
    ImportantDateRow.month,
    ImportantDateRow.day,
    ImportantDateRow.year,
).where(among(ImportantDateRow.customer_id, "ids"))
_MEASURED = select(
    CustomerMeasureRow.customer_id,
    CustomerMeasureRow.measure_id,
    CustomerMeasureRow.text,
    CustomerMeasureRow.number,
    CustomerMeasureRow.as_of,
).where(among(CustomerMeasureRow.customer_id, "ids"), among(CustomerMeasureRow.measure_id, "measures"))


def _options(stored: list[dict[str, object]]) -> tuple[Option, ...]:
    return tuple(
        Option(str(option["value"]), dict(labels) if isinstance(labels := option.get("labels"), dict) else {})
        for option in stored
    )


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(repr(number))


def _attribute(row: AttributeRow, *, with_filters: bool = False) -> Attribute:
    settings = None
    if row.filter_control is not None and (row.refinable or with_filters):
        thresholds = tuple(Decimal(part) for part in row.thresholds.split(";") if part.strip())
        settings = FilterSettings(DisplayControl(row.filter_control), row.filter_multi_value, thresholds)
    return Attribute(
        id=row.id,
        name=row.name,
        type=AttributeType(row.type),
        labels=dict(row.labels),
        unit=row.unit,
        lowest=_decimal(row.lowest),
        highest=_decimal(row.highest),
        multi_value=row.multi_value,
        options=_options(row.options),
        reference=row.reference,
        levels=row.levels,
        filter=settings,
    )


def _measure(row: MeasureRow) -> Attribute:
    return Attribute(
        id=row.id,
        name=row.name,
        type=AttributeType(row.type),
        labels=dict(row.labels),
        unit=row.unit,
        options=_options(row.options),
        levels=row.levels,
    )


def all_attributes(transaction: Transaction, *, with_filters: bool = False) -> dict[str, Attribute]:
    """All attributes by name; `with_filters` also of those that cannot be refined, if theirs were confirmed."""
    rows = transaction.scalars(select(AttributeRow).order_by(AttributeRow.id))
    return {row.name: _attribute(row, with_filters=with_filters) for row in rows}


def defaults(transaction: Transaction) -> dict[str, str]:
    """What the form of a new customer begins with, by attribute, as it was typed."""
    statement = select(AttributeRow.name, AttributeRow.default_value).where(AttributeRow.default_value != "")
    return {name: text for name, text in transaction.execute(statement)}


def all_measures(transaction: Transaction) -> dict[str, Attribute]:
    """All measures by name."""
    return {row.name: _measure(row) for row in transaction.scalars(select(MeasureRow).order_by(MeasureRow.id))}


def group(transaction: Transaction, name: str) -> AttributeGroup | None:
    """A group with its attributes by display order."""
    row = transaction.scalars(select(AttributeGroupRow).where(AttributeGroupRow.name == name)).first()
    if row is None:
        return None
    statement = (
        select(AttributeRow)
        .join(AttributeGroupMemberRow)
        .where(AttributeGroupMemberRow.group_id == row.id)
        .order_by(AttributeGroupMemberRow.display_order)
    )
    return AttributeGroup(row.id, row.name, tuple(_attribute(member) for member in transaction.scalars(statement)))


def groups_in_use(
    transaction: Transaction, legal_entity_id: int
) -> tuple[AttributeGroup | None, AttributeGroup | None]:
    """The client book attribute group and the customer attribute group of a legal entity."""
    chosen = company.parameters(transaction, legal_entity_id)
    book = chosen.get(company.CLIENT_BOOK_GROUP)
    customer = chosen.get(company.CUSTOMER_GROUP)
    return (group(transaction, book) if book else None, group(transaction, customer) if customer else None)


def chosen_measures(transaction: Transaction, legal_entity_id: int) -> tuple[Attribute, ...]:
    """The measures that a legal entity shows on cards, in their order."""
    names = company.parameters(transaction, legal_entity_id).get(company.MEASURES, "")
    known = all_measures(transaction)
    return tuple(known[name] for name in names.split("|") if name in known)


def save_attribute(transaction: Transaction, attribute: Attribute) -> Attribute:
    """Store a new definition, or change the one of the same name; returned with its key."""
    row = transaction.scalars(select(AttributeRow).where(AttributeRow.name == attribute.name)).first()
    if row is None:
        row = AttributeRow(id=transaction.key(), name=attribute.name)
    row.type = attribute.type
    row.labels = dict(attribute.labels)
    row.unit = attribute.unit
    row.lowest = None if attribute.lowest is None else float(attribute.lowest)
    row.highest = None if attribute.highest is None else float(attribute.highest)
    row.multi_value = attribute.multi_value
    row.options = [{"value": option.value, "labels": option.labels} for option in attribute.options]
    row.reference = attribute.reference
    row.levels = attribute.levels
    row.filter_control = attribute.filter.control if attribute.filter else None
    row.filter_multi_value = attribute.filter.multi_value if attribute.filter else True
    row.thresholds = ";".join(str(t) for t in attribute.filter.thresholds) if attribute.filter else ""
    row.refinable = True
    transaction.add(row)
    transaction.flush()
    return _attribute(row)


def save_measure(transaction: Transaction, measure: Attribute) -> Attribute:
    """Store a new measure, or change the one of the same name; returned with its key."""
    row = transaction.scalars(select(MeasureRow).where(MeasureRow.name == measure.name)).first()
    if row is None:
        row = MeasureRow(id=transaction.key(), name=measure.name)
    row.type = measure.type
    row.labels = dict(measure.labels)
    row.unit = measure.unit
    row.options = [{"value": option.value, "labels": option.labels} for option in measure.options]
    row.levels = measure.levels
    transaction.add(row)
    transaction.flush()
    return _measure(row)


def save_group(transaction: Transaction, name: str, attribute_ids: Iterable[int]) -> None:
    """Make the attributes the members of a group, in this display order."""
    row = transaction.scalars(select(AttributeGroupRow).where(AttributeGroupRow.name == name)).first()
    if row is None:
        row = AttributeGroupRow(id=transaction.key(), name=name)
        transaction.add(row)
        transaction.flush()
    transaction.execute(delete(AttributeGroupMemberRow).where(AttributeGroupMemberRow.group_id == row.id))
    for order, attribute_id in enumerate(attribute_ids, 1):
        transaction.add(AttributeGroupMemberRow(group_id=row.id, attribute_id=attribute_id, display_order=order))
    transaction.flush()


def stored(value: Value) -> tuple[tuple[str | None, float | None], ...]:
    """A value as rows of (text, number)."""
    match value:
        case str():
            return ((value, None),)
        case tuple():
            return tuple((text, None) for text in value)
        case YearlyDate():
            raise TypeError("important dates are stored with the customer")
        case datetime():
            raise TypeError("a value is a day")
        case date():
            return ((None, float(value.toordinal())),)
        case _:
            return ((None, float(value)),)


def value_of(attribute: Attribute, rows: list[tuple[str | None, float | None]]) -> Value | None:
    """A value from its rows, by position; None if nothing fits the type."""
    if not rows:
        return None
    if attribute.type is AttributeType.TEXT:
        texts = tuple(text for text, _ in rows if text is not None)
        return (texts if attribute.multi_value else texts[0]) if texts else None
    number = rows[0][1]
    if number is None:
        return None
    match attribute.type:
        case AttributeType.INTEGER:
            return round(number)
        case AttributeType.BOOLEAN:
            return number != 0
        case AttributeType.DATE_TIME:
            return date.fromordinal(int(number))
        case AttributeType.CURRENCY:
            return with_cents(Decimal(repr(number)))
        case _:
            exact = Decimal(repr(number))
            return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact


Values = dict[tuple[int, int], Value]


def values(transaction: Transaction, customer_ids: Sequence[int], attributes: Iterable[Attribute]) -> Values:
    """The customers' values by (customer, attribute). References are read from their important dates."""
    connection = transaction.connection()
    wanted = {a.id: a for a in attributes}
    found: Values = {}
    plain = [a.id for a in wanted.values() if a.type is not AttributeType.REFERENCE]
    if plain:
        rows: dict[tuple[int, int], list[tuple[str | None, float | None]]] = {}
        for row in connection.execute(_VALUES, {"ids": customer_ids, "attributes": plain}).all():
            rows.setdefault((row[0], row[1]), []).append((row[2], row[3]))
        for key, parts in rows.items():
            value = value_of(wanted[key[1]], parts)
            if value is not None:
                found[key] = value
    references: dict[str, list[int]] = {}
    for a in wanted.values():
        if a.type is AttributeType.REFERENCE:
            references.setdefault(a.reference, []).append(a.id)
    if references:
        for customer_id, name, *day in connection.execute(_DATES, {"ids": customer_ids}).all():
            for attribute_id in references.get(name, ()):
                found[customer_id, attribute_id] = YearlyDate(*day)
    return found


def measure_values(
    transaction: Transaction, customer_ids: Sequence[int], measures: Iterable[Attribute]
) -> dict[tuple[int, int], tuple[Value, datetime]]:
    """The customers' measures by (customer, measure), each with when it was computed."""
    wanted = {m.id: m for m in measures}
    if not wanted:
        return {}
    found = {}
    asked = {"ids": customer_ids, "measures": list(wanted)}
    for customer_id, measure_id, text, number, as_of in transaction.connection().execute(_MEASURED, asked).all():
        value = value_of(wanted[measure_id], [(text, number)])
        if value is not None:
            found[(customer_id, measure_id)] = (value, as_of)
    return found


def set_values(transaction: Transaction, given: Mapping[tuple[int, int], Value | None]) -> None:
    """Set or remove (None) values by (customer, attribute), and what search finds by them."""
    table = CustomerAttributeRow
    for customer_id, attribute_id in given:
        transaction.execute(delete(table).where(table.customer_id == customer_id, table.attribute_id == attribute_id))
    rows = [
        {"customer_id": key[0], "attribute_id": key[1], "position": position, "text": text, "number": number}
        for key, value in given.items()
        if value is not None
        for position, (text, number) in enumerate(stored(value))
    ]
    if rows:
        transaction.execute(insert(table), rows)
    search_index.index_attributes(transaction, {customer_id for customer_id, _ in given})
