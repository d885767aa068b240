"""Rows in words: what they refer to by name, and values as a person reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, select

from clienteling.database.engine import Transaction
from clienteling.database.person.rows import Image, table
from clienteling.database.types import Money
from clienteling.domain.attribute import AttributeType
from clienteling.domain.customer_draft import day_text
from clienteling.domain.dates import YearlyDate

_NAMES = (
    "name",
    "account_number",
    "description",
    "code",
    "title",
    "number",
)  # of what is referred to, the first it has


@dataclass(slots=True)
class Words:
    """Looks up what rows refer to, each thing once. Amounts that name no currency are in that of the legal entity."""

    transaction: Transaction
    legal_entity_id: int
    _names: dict[tuple[str, Any], str] = field(default_factory=dict)
    _kinds: dict[tuple[str, Any], tuple[str, str]] = field(default_factory=dict)
    _currency: str | None = None

    def name(self, of: str, key: Any) -> str:
        """What the row with a key is called; "" if it has no name."""
        if (of, key) not in self._names:
            target = table(of)
            column = next((target.c[name] for name in _NAMES if name in target.c), None)
            found = None
            if column is not None and "id" in target.c:
                statement = select(column).where(target.c.id == key)
                found = self.transaction.connection().execute(statement).scalar()
            self._names[of, key] = str(found) if found is not None else ""
        return self._names[of, key]

    def value(self, column: Column[Any], image: Mapping[str, Any]) -> str:
        """A value of a row: what it refers to by name, moments in UTC, numbers of attributes as their type says."""
        value = image[column.name]
        if value is None:
            return ""
        for key in column.foreign_keys:
            return self.name(key.column.table.name, value)
        if column.name == "number" and isinstance(value, float | int):
            return self._number(column, image, float(value))
        if isinstance(column.type, Money):
            return self._amount(value)
        return text_of(value)

    def _amount(self, value: float | Decimal, currency: str = "") -> str:
        if self._currency is None:
            entities = table("legal_entity")
            statement = select(entities.c.currency).where(entities.c.id == self.legal_entity_id)
            self._currency = self.transaction.connection().execute(statement).scalar() or ""
        return f"{value:.2f} {currency or self._currency}".rstrip()

    def _number(self, column: Column[Any], image: Mapping[str, Any], value: float) -> str:
        definition = {"customer_attribute": "attribute", "customer_measure": "measure"}.get(column.table.name)
        kind, unit = self._kind(definition, image[f"{definition}_id"]) if definition else ("", "")
        if kind == AttributeType.BOOLEAN:
            return "yes" if value else "no"
        if kind == AttributeType.DATE_TIME:
            return date.fromordinal(int(value)).isoformat()
        if kind == AttributeType.CURRENCY:
            return self._amount(value, unit)
        return f"{value:.15g} {unit}".rstrip()

    def _kind(self, of: str, key: Any) -> tuple[str, str]:
        """The type and the unit of an attribute or a measure."""
        if (of, key) not in self._kinds:
            target = table(of)
            statement = select(target.c.type, target.c.unit).where(target.c.id == key)
            found = self.transaction.connection().execute(statement).first()
            self._kinds[of, key] = (found[0], found[1]) if found is not None else ("", "")
        return self._kinds[of, key]


def text_of(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M} UTC"
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case float():
            return f"{value:.15g}"
        case bytes():
            return value.hex()
        case _:
            return str(value)


def slot_text(words: Words, of: str, rows: list[Image]) -> str:
    """What rows say besides what they belong to and since when."""
    columns = [c for c in table(of).columns if c.name not in _ASIDE and not _is_key(c)]
    if of == "important_date":
        texts = [day_text(YearlyDate(row["month"], row["day"], row["year"])) for row in rows]
    elif of == "customer_phone":
        # As it is dialled it would stand there twice.
        texts = [row["typed"] or row["e164"] for row in rows]
    else:
        texts = [", ".join(text for c in columns if (text := words.value(c, row))) for row in rows]
    return "; ".join(text for text in texts if text)


_ASIDE = frozenset(
    {"id", "customer_id", "as_of", "since", "at", "name_key", "position", "is_primary", "label", "version"}
)


def _is_key(column: Column[Any]) -> bool:
    return column.primary_key and column.name != "book_id"
