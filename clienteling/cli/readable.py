"""Values as people read them in a terminal: in English, with times in the zone of the store."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from clienteling.cli.tables import DASH
from clienteling.domain.attribute import Attribute, AttributeType, Value
from clienteling.domain.card import PropertyValue, is_old
from clienteling.domain.dates import YearlyDate
from clienteling.domain.filters import Between, Facet, FacetValue, NextDays, Since

_MOST_VALUES = 10  # of a facet; the rest is counted


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom values are written: the language of attributes, the currency, the zone of times, and the present."""

    language: str
    currency: str
    zone: ZoneInfo
    now: datetime

    def moment(self, at: datetime) -> str:
        return f"{at.astimezone(self.zone):%Y-%m-%d %H:%M}"

    def money(self, amount: Decimal, currency: str = "") -> str:
        return f"{amount:,.2f} {currency or self.currency}"

    def property(self, shown: PropertyValue) -> str:
        """A property's value, with its age where that is worth saying; a dash for none."""
        if shown.value is None:
            return DASH
        text = self.value(shown.definition.attribute, shown.value)
        if shown.as_of is None or not is_old(shown.as_of, self.now):
            return text
        return f"{text} ({(self.now - shown.as_of).days} days old)"

    def value(self, attribute: Attribute, value: Value) -> str:
        match value:
            case bool():
                return "yes" if value else "no"
            case YearlyDate():
                return yearly(value)
            case date():
                return value.isoformat()
            case str():
                return attribute.option_label(value, self.language)
            case tuple():
                return ", ".join(attribute.option_label(part, self.language) for part in value)
        if attribute.type is AttributeType.CURRENCY:
            return self.money(Decimal(value), attribute.unit)
        return f"{number(value)} {attribute.unit}".rstrip()

    def facet(self, facet: Facet) -> str:
        """What a facet's values would leave, most at the front of a list, or from where to where a slider goes."""
        if facet.values:
            counted = [f"{self._choice(facet, value)} {value.count:,}" for value in facet.values if value.count]
            more = [f"{len(counted) - _MOST_VALUES} more"] if len(counted) > _MOST_VALUES else []
            return " · ".join(counted[:_MOST_VALUES] + more) or DASH
        if facet.lowest is None or facet.highest is None:
            return DASH
        return f"{self._amount(facet, facet.lowest)} to {self._amount(facet, facet.highest)}"

    def _choice(self, facet: Facet, value: FacetValue) -> str:
        kind = facet.attribute.type if facet.attribute else None
        if kind is AttributeType.BOOLEAN:
            return "yes" if value.value == "true" else "no"
        match value.criterion:
            case NextDays(days=days):
                return f"next {days} days"
            case Since(days=days, more=more):
                return f"more than {days} days" if more else f"last {days} days"
            case Between(low=low, high=high):
                return f"{'' if low is None else number(low)}..{'' if high is None else number(high)}"
            case _:
                return value.label

    def _amount(self, facet: Facet, amount: float) -> str:
        if facet.attribute is not None and facet.attribute.type is AttributeType.DATE_TIME:
            return date.fromordinal(int(amount)).isoformat()
        return number(round(amount, 2))


def number(amount: float | Decimal) -> str:
    """A number with separated thousands and no more decimals than it has."""
    exact = Decimal(repr(amount)) if isinstance(amount, float) else Decimal(amount)
    text = f"{exact:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def yearly(day: YearlyDate) -> str:
    """12 March, or 12 March 1980."""
    text = f"{day.day} {calendar.month_name[day.month]}"
    return text if day.year is None else f"{text} {day.year}"


def counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
