"""What changed of a customer, in a few words for the audit."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import Enum

from clienteling.database.imports.values import Parts
from clienteling.domain.customer import Address, Consent, Customer, Email, ImportantDate, Phone
from clienteling.domain.dates import YearlyDate

LONGEST = 500
_KEPT = {"id", "legal_entity_id", "account_number", "version"}


def changed_fields(before: Customer, after: Customer) -> list[tuple[str, str, str]]:
    """The fields that are different, each with what was and what is."""
    return [
        (field.name, _text(getattr(before, field.name)), _text(getattr(after, field.name)))
        for field in fields(Customer)
        if field.name not in _KEPT and getattr(before, field.name) != getattr(after, field.name)
    ]


def described(before: Customer, after: Customer, values: Mapping[str, tuple[Parts, Parts]]) -> tuple[str, str]:
    """What was and what is, of the fields and values that are different."""
    changed = changed_fields(before, after)
    changed += [(name, _parts(old), _parts(new)) for name, (old, new) in values.items()]
    if not changed:
        return f"version {before.version}", f"version {after.version}"
    return (
        _joined(f"{name}: {old}" for name, old, _ in changed),
        _joined(f"{name}: {new}" for name, _, new in changed),
    )


def _joined(texts: Iterable[str]) -> str:
    text = "; ".join(texts)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _parts(parts: Parts) -> str:
    return ", ".join(f"{number:.15g}" if text is None else text for text, number in parts)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return ", ".join(_text(part) for part in value)
        case Phone():
            return value.typed
        case Email():
            return value.address
        case Address():
            return " ".join(part for part in (value.street, value.postal_code, value.city, value.country) if part)
        case ImportantDate():
            return f"{value.name} {_text(value.day)}"
        case YearlyDate():
            year = f"{value.year:04}" if value.year else "-"
            return f"{year}-{value.month:02}-{value.day:02}"
        case Consent():
            return f"{value.channel} {'yes' if value.given else 'no'}"
        case Enum():
            return str(value.value)
        case _:
            return str(value)
