"""Which column a property of a book gets, and how the columns are filled from what is stored."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from clienteling.domain.attribute import NUMBERS, AttributeType, DisplayControl
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.columns import Choices, Column, Numbers, Rows, Texts, Yearly, threshold_edges
from clienteling.domain.customer import name_key
from clienteling.domain.filters import CARD, EMAIL, HOLDER, NAME, PHONE

SCORE = "score"
MOST_CHOICES = 300  # a list with more values is asked with a text box instead


def filter_control(definition: PropertyDefinition) -> DisplayControl | None:
    """How a property is filtered; None if it cannot be refined. Measures always can."""
    attribute = definition.attribute
    if attribute.filter is None and not definition.is_measure:
        return None
    if attribute.type is AttributeType.DATE_TIME:
        return DisplayControl.WINDOW
    if attribute.filter is not None:
        return attribute.filter.control
    return DisplayControl.SLIDER_WITH_BARS if attribute.type in NUMBERS else DisplayControl.LIST


def fill_columns(
    definitions: Sequence[PropertyDefinition],
    rows: Rows,
    slots: dict[int, int],
    size: int,
    today: date,
    names: Mapping[int, str],
) -> dict[str, Column]:
    """A column for each property, customer field, holder and score, with the values of the customers in `slots`.

    `names` are the holders' by worker key: holders are ordered by them.
    """
    values = _values_by_key(definitions, rows)
    columns: dict[str, Column] = {
        d.key: _column(d, today, len({value for _, value in values[d.key]})) for d in definitions
    }
    in_order = sorted(names, key=lambda worker_id: (name_key(names[worker_id]), worker_id))
    holders = Choices(ranks={str(worker_id): rank for rank, worker_id in enumerate(in_order)})
    columns |= {SCORE: Numbers(), HOLDER: holders, NAME: Texts(), PHONE: Texts(numeric=True)}
    columns |= {EMAIL: Texts(), CARD: Texts()}
    for key, column in columns.items():
        column.resize(size)
        known = [(slots[customer_id], value) for customer_id, value in values[key] if customer_id in slots]
        column.fill([slot for slot, _ in known], [value for _, value in known])
    return columns


def values_by_customer(definitions: Sequence[PropertyDefinition], rows: Rows) -> dict[tuple[int, str], list[Any]]:
    """The values to put into the columns, by (customer, key)."""
    found: dict[tuple[int, str], list[Any]] = {}
    for key, pairs in _values_by_key(definitions, rows).items():
        for customer_id, value in pairs:
            found.setdefault((customer_id, key), []).append(value)
    return found


def _column(definition: PropertyDefinition, today: date, values: int) -> Column:
    control = filter_control(definition)
    match definition.attribute.type:
        case AttributeType.REFERENCE:
            return Yearly(today)
        case AttributeType.BOOLEAN:
            return Choices()
        case AttributeType.TEXT:
            listed = control is not DisplayControl.TEXT_BOX and values <= MOST_CHOICES
            ranks = {option.value: rank for rank, option in enumerate(definition.attribute.options)}
            return Choices(ranks=ranks) if listed else Texts()
        case AttributeType.DATE_TIME:
            return Numbers()
        case _:
            if control is DisplayControl.LIST and values <= MOST_CHOICES:
                return Choices(numeric=True)
            settings = definition.attribute.filter if control is DisplayControl.RANGE else None
            return Numbers(threshold_edges(settings.thresholds) if settings else ())


def _values_by_key(definitions: Sequence[PropertyDefinition], rows: Rows) -> dict[str, list[tuple[int, Any]]]:
    """All values as (customer, value), by property key: texts, numbers, "true" and "false", (month, day)."""
    known = {d.key: d.attribute.type for d in definitions}
    references: dict[str, list[str]] = {}
    for definition in definitions:
        if definition.attribute.type is AttributeType.REFERENCE:
            references.setdefault(definition.attribute.reference, []).append(definition.key)
    found: dict[str, list[tuple[int, Any]]] = {key: [] for key in known}
    for prefix, source in (("attribute", rows.attributes), ("measure", rows.measures)):
        for customer_id, property_id, text, number in source:
            key = f"{prefix}:{property_id}"
            kind = known.get(key)
            value = text if kind is AttributeType.TEXT else number
            # None is a value from before the type was changed.
            if kind is None or value is None:
                continue
            if kind is AttributeType.BOOLEAN:
                value = "true" if number else "false"
            found[key].append((customer_id, value))
    for customer_id, name, month, day in rows.important_dates:
        for key in references.get(name, ()):
            found[key].append((customer_id, (month, day)))
    found[SCORE] = [(customer_id, float(score)) for customer_id, score in rows.scores]
    found[HOLDER] = [(row[0], str(row[2])) for row in rows.customers]
    found[NAME] = [(row[0], row[1]) for row in rows.customers]
    found[PHONE], found[EMAIL], found[CARD] = list(rows.phones), list(rows.emails), list(rows.cards)
    return found
