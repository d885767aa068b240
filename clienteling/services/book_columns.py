"""Which column a property of a book gets, and how the columns are filled from what is stored."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from clienteling.domain.attribute import NUMBERS, AttributeType, DisplayControl
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.columns import Choices, Column, Numbers, Rows, Texts, threshold_edges
from clienteling.domain.customer import name_key
from clienteling.domain.day_columns import Days, Yearly
from clienteling.domain.filters import CARD, EMAIL, HOLDER, NAME, PHONE, SCORE

Values = tuple[list[int], list[Any]]  # customers, and the value of each: several for multi-value

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
    values = values_by_key(definitions, rows)
    columns = make_columns(definitions, today, names, short_lists(values))
    fill(columns, values, slots, size)
    return columns


def short_lists(values: Mapping[str, Values]) -> frozenset[str]:
    """The keys of those with so few different values that one can choose from them."""
    return frozenset(key for key, (_, known) in values.items() if len(set(known)) <= MOST_CHOICES)


def fill(columns: Mapping[str, Column], values: Mapping[str, Values], slots: Mapping[int, int], size: int) -> None:
    """Put all values into empty columns, by key."""
    for key, column in columns.items():
        column.resize(size)
        customers, known = values[key]
        column.fill([slots[customer_id] for customer_id in customers], known)


def property_columns(
    definitions: Sequence[PropertyDefinition], today: date, listed: frozenset[str]
) -> dict[str, Column]:
    """An empty column for each property. `listed` are short enough to choose from."""
    return {d.key: _column(d, today, d.key in listed) for d in definitions}


def make_columns(
    definitions: Sequence[PropertyDefinition], today: date, names: Mapping[int, str], listed: frozenset[str]
) -> dict[str, Column]:
    """An empty column for each property, customer field, holder and score."""
    columns = property_columns(definitions, today, listed)
    in_order = sorted(names, key=lambda worker_id: (name_key(names[worker_id]), worker_id))
    holders = Choices(ranks={str(worker_id): rank for rank, worker_id in enumerate(in_order)})
    columns |= {SCORE: Numbers(), HOLDER: holders, NAME: Texts(), PHONE: Texts(numeric=True)}
    return columns | {EMAIL: Texts(), CARD: Texts()}


def by_customer(values: Mapping[str, Values]) -> dict[tuple[int, str], list[Any]]:
    """The values to put into the columns, by (customer, key)."""
    found: dict[tuple[int, str], list[Any]] = {}
    for key, (customers, known) in values.items():
        for customer_id, value in zip(customers, known, strict=True):
            found.setdefault((customer_id, key), []).append(value)
    return found


def _column(definition: PropertyDefinition, today: date, is_listed: bool) -> Column:
    control = filter_control(definition)
    match definition.attribute.type:
        case AttributeType.REFERENCE:
            return Yearly(today)
        case AttributeType.BOOLEAN:
            return Choices()
        case AttributeType.TEXT:
            ranks = {option.value: rank for rank, option in enumerate(definition.attribute.options)}
            return Choices(ranks=ranks) if is_listed and control is not DisplayControl.TEXT_BOX else Texts()
        case AttributeType.DATE_TIME:
            return Days(today)
        case _:
            if control is DisplayControl.LIST and is_listed:
                return Choices(numeric=True)
            settings = definition.attribute.filter if control is DisplayControl.RANGE else None
            return Numbers(threshold_edges(settings.thresholds) if settings else ())


def values_by_key(definitions: Sequence[PropertyDefinition], rows: Rows) -> dict[str, Values]:
    """All values by property key: texts, numbers, "true" and "false", (month, day)."""
    found: dict[str, Values] = {d.key: ([], []) for d in definitions}
    _take_properties(found, [d for d in definitions if not d.is_measure], rows.attributes)
    _take_properties(found, [d for d in definitions if d.is_measure], rows.measures)
    references: dict[str, list[str]] = {}
    for definition in definitions:
        if definition.attribute.type is AttributeType.REFERENCE:
            references.setdefault(definition.attribute.reference, []).append(definition.key)
    for name, keys in references.items():
        dates = [row for row in rows.important_dates if row[1] == name]
        found |= dict.fromkeys(keys, ([row[0] for row in dates], [(row[2], row[3]) for row in dates]))
    customers = [row[0] for row in rows.customers]
    held = rows.holders or rows.customers
    found[HOLDER] = [row[0] for row in held], [str(row[2]) for row in held]
    found[NAME] = customers, [row[1] for row in rows.customers]
    found[SCORE] = [row[0] for row in rows.scores], [float(row[1]) for row in rows.scores]
    for key, texts in ((PHONE, rows.phones), (EMAIL, rows.emails), (CARD, rows.cards)):
        found[key] = [row[0] for row in texts], [row[1] for row in texts]
    return found


def _take_properties(found: dict[str, Values], definitions: Sequence[PropertyDefinition], rows: Iterable[Any]) -> None:
    """Put what rows of (customer, property, text, number) hold into the lists of the properties."""
    wanted = {d.attribute.id: found[d.key] for d in definitions if d.attribute.type is not AttributeType.REFERENCE}
    texts = {d.attribute.id for d in definitions if d.attribute.type is AttributeType.TEXT}
    # A text that many have is kept once.
    once: dict[str, str] = {}
    for customer_id, property_id, text, number in rows:
        if property_id in wanted:
            value = number if property_id not in texts else text and once.setdefault(text, text)
            # None is a value from before the type was changed.
            if value is not None:
                customers, values = wanted[property_id]
                customers.append(customer_id)
                values.append(value)
    for definition in definitions:
        if definition.attribute.type is AttributeType.BOOLEAN:
            _, values = found[definition.key]
            values[:] = ["true" if number else "false" for number in values]
