"""What a search shows of the customers it found: who they are, and what of them matched."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select

from clienteling.database import attributes, books, search
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import AddressRow, EmailRow, LoyaltyCardRow, PhoneRow
from clienteling.domain.attribute import Attribute
from clienteling.domain.customer import name_key
from clienteling.domain.phones import national
from clienteling.domain.search import (
    Beginnings,
    Hit,
    MatchedField,
    card_tokens,
    email_tokens,
    ending_tokens,
    phone_tokens,
    value_tokens,
)
from clienteling.domain.text import digits, words


def hits(
    transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int], asked: Sequence[Beginnings]
) -> tuple[Hit, ...]:
    """The customers by name, each with the fields that the asked words were found in."""
    if not customer_ids:
        return ()
    faces = books.faces(transaction, customer_ids)
    fields: dict[int, set[str]] = {}
    for customer_id, field in search.fields(transaction, customer_ids, asked):
        fields.setdefault(customer_id, set()).add(field)
    matching = _Matching(transaction, tuple(beginning for word in asked for beginning in word), fields)
    values = matching.values(legal_entity_id)
    texts = {field: matching.texts(field) for field in _TEXTS}
    found = []
    for key in sorted(faces, key=lambda key: (name_key(faces[key][0][1]), key)):
        (account, name, phone, email, _), holder = faces[key]
        matched = tuple(field for field in MatchedField if field in fields.get(key, ()))
        phone, email = texts[MatchedField.PHONE].get(key, phone), texts[MatchedField.EMAIL].get(key, email)
        by_email = MatchedField.EMAIL in matched and MatchedField.PHONE not in matched
        attribute, value = values.get(key, (None, ""))
        also = texts[MatchedField.CARD].get(key) or texts[MatchedField.ADDRESS].get(key) or value
        detail = email if by_email else phone or email
        found.append(Hit(key, account, name, detail, matched, holder, also, attribute))
    return tuple(found)


class _Matching:
    """Finds which of the texts of a field it was that matched. `fields` are those of each customer."""

    def __init__(self, transaction: Transaction, beginnings: Beginnings, fields: Mapping[int, set[str]]) -> None:
        self._transaction = transaction
        self._beginnings = beginnings
        self._fields = fields

    def texts(self, field: MatchedField) -> dict[int, str]:
        """The matching text of each customer who was found by the field, the primary one first."""
        statement, read = _TEXTS[field]
        found: dict[int, str] = {}
        for customer_id, *columns in self._rows(field, statement):
            text, tokens = read(*columns)
            if customer_id not in found and self._is_one(tokens):
                found[customer_id] = text
        return found

    def values(self, legal_entity_id: int) -> dict[int, tuple[Attribute, str]]:
        """The matching attribute with its value, for each customer who was found by one."""
        ids = self._found_by(MatchedField.ATTRIBUTE)
        if not ids:
            return {}
        groups = attributes.groups_in_use(self._transaction, legal_entity_id)
        known = {attribute.id: attribute for group in groups if group for attribute in group.members}
        found: dict[int, tuple[Attribute, str]] = {}
        for (customer_id, attribute_id), value in attributes.values(self._transaction, ids, known.values()).items():
            for text in value if isinstance(value, tuple) else (value,):
                labels = _labels(known[attribute_id], text)
                if isinstance(text, str) and customer_id not in found and self._is_one(value_tokens(text, labels)):
                    found[customer_id] = known[attribute_id], text
        return found

    def _rows(self, field: MatchedField, statement: Select[Any]) -> Sequence[Any]:
        ids = self._found_by(field)
        return self._transaction.connection().execute(statement, {"ids": ids}).all() if ids else ()

    def _found_by(self, field: MatchedField) -> list[int]:
        return [key for key, fields in self._fields.items() if field in fields]

    def _is_one(self, tokens: Iterable[str]) -> bool:
        return any(token.startswith(self._beginnings) for token in tokens)


def _labels(attribute: Attribute, value: object) -> list[str]:
    return [text for option in attribute.options if option.value == value for text in option.labels.values()]


def _phone(typed: str, e164: str | None) -> tuple[str, frozenset[str]]:
    number = e164 or typed
    return number, phone_tokens(typed, e164, national(e164)) | ending_tokens(digits(number))


def _email(address: str) -> tuple[str, frozenset[str]]:
    return address, email_tokens(address)


def _card(number: str) -> tuple[str, frozenset[str]]:
    return number, card_tokens(number)


def _address(street: str, postal_code: str, city: str) -> tuple[str, frozenset[str]]:
    place = " ".join(part for part in (postal_code, city) if part)
    return ", ".join(part for part in (street, place) if part), frozenset(words(f"{street} {place}"))


def _of(table: Any, *columns: Any, primary_first: bool = True) -> Select[Any]:
    order = (table.is_primary.desc(), table.id) if primary_first else (table.id,)
    return select(table.customer_id, *columns).where(among(table.customer_id, "ids")).order_by(*order)


# Asked with each key stroke, so they are put together once.
_TEXTS: dict[MatchedField, tuple[Select[Any], Callable[..., tuple[str, frozenset[str]]]]] = {
    MatchedField.PHONE: (_of(PhoneRow, PhoneRow.typed, PhoneRow.e164), _phone),
    MatchedField.EMAIL: (_of(EmailRow, EmailRow.address), _email),
    MatchedField.CARD: (_of(LoyaltyCardRow, LoyaltyCardRow.number, primary_first=False), _card),
    MatchedField.ADDRESS: (_of(AddressRow, AddressRow.street, AddressRow.postal_code, AddressRow.city), _address),
}
