"""Attributes: typed properties that the retailer defines, and measures, which Customer Insights computes.

A value is one of: text (several texts for a multi-value attribute), int, Decimal, bool, date, YearlyDate.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from clienteling.domain.dates import YearlyDate, wrong_day
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.text import checked, fold, label_in

Value = str | tuple[str, ...] | int | Decimal | bool | date | YearlyDate

MULTI_VALUE_SEPARATOR = "|"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
MOST_DIGITS = 15  # what a double keeps exactly; values are stored as doubles to be filtered by


class AttributeType(StrEnum):
    """The seven types. A reference takes its value from the customer's file, see `Attribute.reference`."""

    CURRENCY = "currency"
    DATE_TIME = "datetime"
    DECIMAL = "decimal"
    INTEGER = "integer"
    TEXT = "text"
    BOOLEAN = "boolean"
    REFERENCE = "reference"


NUMBERS = frozenset({AttributeType.CURRENCY, AttributeType.DECIMAL, AttributeType.INTEGER})


class DisplayControl(StrEnum):
    """How a filter is shown, as headquarters chose it."""

    LIST = "list"
    RANGE = "range"
    SLIDER = "slider"
    SLIDER_WITH_BARS = "slider_with_bars"
    TEXT_BOX = "text_box"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class FilterSettings:
    """Confirmed filter settings; an attribute without them cannot be refined. `thresholds` divide a range."""

    control: DisplayControl
    multi_value: bool = True
    thresholds: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a fixed list. `labels` are its translations by language tag."""

    value: str
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attribute:
    """The definition of an attribute, or of a measure.

    `reference` is the name of an important date ("Birthday") and set for references only.
    `levels` says that the options run from good to bad (low, medium, high), which a card shows as bars.
    """

    id: int
    name: str
    type: AttributeType
    labels: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    lowest: Decimal | None = None
    highest: Decimal | None = None
    multi_value: bool = False
    options: tuple[Option, ...] = ()
    reference: str = ""
    levels: bool = False
    filter: FilterSettings | None = None

    def label(self, language: str) -> str:
        """The name in `language` ("lv", or "lv-LV"), or the name itself."""
        return label_in(language, self.labels, self.name)

    def option_label(self, value: str, language: str) -> str:
        for option in self.options:
            if option.value == value:
                return label_in(language, option.labels, value)
        return value


@dataclass(frozen=True, slots=True)
class AttributeGroup:
    """Attributes with their display order: 1 comes before 2. `members` are in that order."""

    id: int
    name: str
    members: tuple[Attribute, ...]


def parse_value(attribute: Attribute, text: str) -> Value:
    """`text` as a value of the attribute. Raises `Invalid` with the attribute's name as field.

    Numbers have a decimal point and no thousands separators, days are ISO 8601 (2026-11-22), yes and no are
    true/false, yes/no, y/n or 1/0.
    """
    text = checked(attribute.name, text, longest=1000, required=True)
    match attribute.type:
        case AttributeType.TEXT:
            return _parse_text(attribute, text)
        case AttributeType.BOOLEAN:
            return _parse_boolean(attribute, text)
        case AttributeType.DATE_TIME:
            return _parse_date(attribute, text)
        case AttributeType.REFERENCE:
            raise Invalid(attribute.name, mark("This value comes from the customer's file and is changed there."))
        case _:
            return _parse_number(attribute, text)


def _parse_text(attribute: Attribute, text: str) -> Value:
    if not attribute.multi_value:
        return _in_list(attribute, text)
    parts = [part.strip() for part in text.split(MULTI_VALUE_SEPARATOR)]
    values = tuple(dict.fromkeys(_in_list(attribute, part) for part in parts if part))
    if not values:
        raise Invalid(attribute.name, mark("Please fill this in."))
    return values


def _in_list(attribute: Attribute, text: str) -> str:
    if not attribute.options:
        return text
    for option in attribute.options:
        if fold(option.value) == fold(text):
            return option.value
    raise Invalid(attribute.name, mark("“{text}” is not in the list."), text=text)


def _parse_boolean(attribute: Attribute, text: str) -> bool:
    answer = {
        "true": True,
        "yes": True,
        "y": True,
        "1": True,
        "false": False,
        "no": False,
        "n": False,
        "0": False,
    }
    try:
        return answer[text.casefold()]
    except KeyError:
        raise Invalid(attribute.name, mark("“{text}” is neither yes nor no."), text=text) from None


def _parse_date(attribute: Attribute, text: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        if (match := _DAY.fullmatch(text)) is not None:
            raise wrong_day(attribute.name, int(match[2]), int(match[3]), int(match[1])) from None
        raise Invalid(attribute.name, mark("“{text}” is no date like 2026-11-22."), text=text) from None


def _parse_number(attribute: Attribute, text: str) -> int | Decimal:
    try:
        number = Decimal("" if "_" in text else text)  # Python would read 1_000 as a thousand
    except InvalidOperation:
        raise Invalid(attribute.name, mark("“{text}” is no number."), text=text) from None
    if not number.is_finite() or len(number.as_tuple().digits) > MOST_DIGITS or abs(number.adjusted()) > MOST_DIGITS:
        raise Invalid(attribute.name, mark("“{text}” has too many digits."), text=text)
    if attribute.lowest is not None and number < attribute.lowest:
        raise Invalid(attribute.name, mark("{text} is less than {lowest}."), text=text, lowest=attribute.lowest)
    if attribute.highest is not None and number > attribute.highest:
        raise Invalid(attribute.name, mark("{text} is more than {highest}."), text=text, highest=attribute.highest)
    if attribute.type is AttributeType.INTEGER:
        if number != number.to_integral_value():
            raise Invalid(attribute.name, mark("“{text}” is not a whole number."), text=text)
        return int(number)
    return number
