"""Items as documents of plain values, for JSON and TOML, and back."""

import types
import typing
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, cast

from clienteling.domain.errors import Invalid, mark

T = TypeVar("T")
Document = dict[str, Any]


def written(item: object, *, briefly: bool = False) -> Document:
    """An item as a document; None is left out, and what is as it is by default if asked `briefly`."""
    document: Document = {}
    for field in fields(item):  # type: ignore[arg-type]
        value = getattr(item, field.name)
        if value is None or (briefly and _is_default(field, value)):
            continue
        document[field.name] = _written(value, briefly)
    return document


def _is_default(field: Any, value: object) -> bool:
    return bool(value == field.default) or (callable(field.default_factory) and value == field.default_factory())


def _written(value: object, briefly: bool) -> Any:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return written(value, briefly=briefly)
    if isinstance(value, tuple):
        return [_written(part, briefly) for part in value]
    if isinstance(value, dict):
        return {name: _written(value[name], briefly) for name in sorted(value)}
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


def read(kind: type[T], document: object, field: str = "") -> T:
    """The item that a document describes. Raises `Invalid` with the field that is wrong, or unknown, or missing."""
    if not isinstance(document, Mapping):
        raise Invalid(field or "document", mark("This is no table of names and values."))
    hints = _hints(cast(Hashable, kind))
    prefix = f"{field}." if field else ""
    for name in document:
        if name not in hints:
            message = mark("There is no field “{name}”. There are: {choices}.")
            raise Invalid(f"{prefix}{name}", message, name=name, choices=", ".join(hints))
    values = {name: _read(hints[name], value, f"{prefix}{name}") for name, value in document.items()}
    for needed in fields(kind):  # type: ignore[arg-type]
        if needed.name not in values and not _has_default(needed):
            raise Invalid(f"{prefix}{needed.name}", mark("Please fill this in."))
    return kind(**values)


def _has_default(field: Any) -> bool:
    return callable(field.default_factory) or not repr(field.default).startswith("<dataclasses._MISSING")


@lru_cache
def _hints(kind: Any) -> dict[str, Any]:
    known = typing.get_type_hints(kind)
    return {field.name: known[field.name] for field in fields(kind)}


def _read(hint: Any, value: object, field: str) -> Any:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return None if value is None else _read(next(a for a in arguments if a is not type(None)), value, field)
    if origin is tuple:
        return tuple(_read(arguments[0], part, f"{field}.{n}") for n, part in enumerate(_list(value, field), 1))
    if origin is dict:
        if not isinstance(value, Mapping):
            raise Invalid(field, mark("This is no table of names and values."))
        return {str(name): _read(arguments[1], part, f"{field}.{name}") for name, part in value.items()}
    if is_dataclass(hint):
        return read(cast(type, hint), value, field)
    return _plain(hint, value, field)


def _list(value: object, field: str) -> list[object]:
    if isinstance(value, str) or not isinstance(value, list | tuple):
        raise Invalid(field, mark("This is no list."))
    return list(value)


def _plain(hint: Any, value: object, field: str) -> Any:
    if issubclass(hint, Enum):
        return _choice(hint, value, field)
    if hint is bool and isinstance(value, bool):
        return value
    if hint is str and isinstance(value, str):
        return value
    if hint is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if hint is Decimal and isinstance(value, str | int | float) and not isinstance(value, bool):
        return _decimal(value, field)
    if hint is date and isinstance(value, str | date):
        return _day(value, field)
    raise Invalid(field, mark("“{value}” is of the wrong type."), value=value)


def _choice(kind: type[Enum], value: object, field: str) -> Enum:
    try:
        return kind(value)
    except ValueError:
        choices = ", ".join(str(member.value) for member in kind)
        raise Invalid(field, mark("“{value}” is none of: {choices}."), value=value, choices=choices) from None


def _decimal(value: str | float, field: str) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise Invalid(field, mark("“{text}” is no number."), text=value) from None
    if not number.is_finite():
        raise Invalid(field, mark("“{text}” is no number."), text=value)
    return number


def _day(value: str | date, field: str) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Invalid(field, mark("“{text}” is no date like 2026-11-22."), text=value) from None
