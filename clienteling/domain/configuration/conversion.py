"""What becomes of the values that customers have when the type of their attribute changes."""

from datetime import date, datetime
from decimal import Decimal

from clienteling.domain.attribute import MULTI_VALUE_SEPARATOR, Attribute, Value, parse_value
from clienteling.domain.errors import Invalid, mark


def is_narrowed(old: Attribute, new: Attribute) -> bool:
    """Whether values of the old definition may not fit the new one."""
    return new.type is not old.type or (old.multi_value and not new.multi_value)


def converted(old: Attribute, new: Attribute, value: Value) -> Value:
    """A value of the old definition as one of the new. Raises `Invalid` if it is none."""
    if isinstance(value, tuple) and len(value) > 1 and not new.multi_value:
        raise Invalid(new.name, mark("“{text}” are several values."), text=", ".join(value))
    return parse_value(new, as_text(value))


def as_text(value: Value) -> str:
    """A value as it is typed."""
    match value:
        case tuple():
            return MULTI_VALUE_SEPARATOR.join(value)
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return format(value, "f")
        case datetime() | date():
            return value.isoformat()
        case _:
            return str(value)
