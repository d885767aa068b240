"""What search reads, for customers who were there before it did: ends of numbers, attributes, words to mistype."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, text

from clienteling.domain.search import ending_tokens, value_tokens
from clienteling.domain.text import digits, words
from clienteling.domain.typos import variants

_AT_ONCE = 5000  # customers

_CUSTOMERS = "SELECT id FROM customer WHERE id > :last ORDER BY id LIMIT :most"
_OF_CUSTOMERS = "JOIN customer c ON c.id = p.customer_id WHERE p.customer_id BETWEEN :first AND :last"
_NAMES = "SELECT legal_entity_id, name FROM customer WHERE id BETWEEN :first AND :last"
_CITIES = f"SELECT DISTINCT c.legal_entity_id, p.city FROM customer_address p {_OF_CUSTOMERS}"  # noqa: S608
_PHONES = f"SELECT c.legal_entity_id, c.id, p.typed, p.e164 FROM customer_phone p {_OF_CUSTOMERS}"  # noqa: S608
_CARDS = f"SELECT c.legal_entity_id, c.id, p.number FROM loyalty_card p {_OF_CUSTOMERS}"  # noqa: S608
_VALUES = (
    f"SELECT c.legal_entity_id, c.id, p.attribute_id, p.text FROM customer_attribute p {_OF_CUSTOMERS} "  # noqa: S608
    "AND p.text IS NOT NULL"
)
_SHOWN = """
    SELECT p.scope_id, a.id, a.options FROM parameter p
    JOIN attribute_group g ON g.name = p.value
    JOIN attribute_group_member m ON m.group_id = g.id
    JOIN attribute a ON a.id = m.attribute_id
    WHERE p.name IN ('client_book_attribute_group', 'customer_attribute_group')"""
_ADD_TOKEN = text(
    "INSERT INTO customer_token (legal_entity_id, token, customer_id, field) "
    "VALUES (:entity, :token, :customer, :field) ON CONFLICT DO NOTHING"
)
_ADD_VARIANT = text(
    "INSERT INTO token_variant (legal_entity_id, variant, token) VALUES (:entity, :variant, :token) "
    "ON CONFLICT DO NOTHING"
)
_DROP = "DELETE FROM customer_token WHERE field = 'attribute' OR (token >= '<' AND token < '=')"

Token = tuple[int, str, int, str]


def fill(connection: Connection) -> None:
    """Add what is missing, some customers at a time."""
    shown, known, last = _shown(connection), set[tuple[int, str]](), 0
    while ids := connection.execute(text(_CUSTOMERS), {"last": last, "most": _AT_ONCE}).scalars().all():
        these = {"first": ids[0], "last": ids[-1]}
        last = ids[-1]
        rows = sorted({*_number_tokens(connection, these), *_value_tokens(connection, these, shown)})
        found = [dict(zip(("entity", "token", "customer", "field"), row, strict=True)) for row in rows]
        if found:
            connection.execute(_ADD_TOKEN, found)
        new = {*_words(connection, these)} - known
        known |= new
        several = sorted({(entity, *variant) for entity, word in new for variant in variants(word)})
        if several:
            names = ("entity", "variant", "token")
            connection.execute(_ADD_VARIANT, [dict(zip(names, row, strict=True)) for row in several])


def drop(connection: Connection) -> None:
    """Take away the tokens that were not there before; the words go with their table."""
    connection.execute(text(_DROP))


def _words(connection: Connection, these: dict[str, int]) -> Iterator[tuple[int, str]]:
    for query in (_NAMES, _CITIES):
        for entity, name in connection.execute(text(query), these):
            yield from ((entity, word) for word in words(name))


def _number_tokens(connection: Connection, these: dict[str, int]) -> Iterator[Token]:
    for entity, customer, typed, e164 in connection.execute(text(_PHONES), these):
        yield from ((entity, token, customer, "phone") for token in ending_tokens(digits(e164 or typed)))
    for entity, customer, number in connection.execute(text(_CARDS), these):
        yield from ((entity, token, customer, "card") for token in ending_tokens(number))


def _value_tokens(
    connection: Connection, these: dict[str, int], shown: dict[tuple[int, int], dict[str, list[str]]]
) -> Iterator[Token]:
    for entity, customer, attribute, value in connection.execute(text(_VALUES), these):
        labels = shown.get((entity, attribute))
        if labels is not None:
            yield from ((entity, token, customer, "attribute") for token in value_tokens(value, labels.get(value, ())))


def _shown(connection: Connection) -> dict[tuple[int, int], dict[str, list[str]]]:
    """The labels of values in all languages, by legal entity and attribute."""
    return {
        (entity, attribute): {
            str(option["value"]): [*(option.get("labels") or {}).values()] for option in _read(options)
        }
        for entity, attribute, options in connection.execute(text(_SHOWN))
    }


def _read(options: Any) -> Iterable[Any]:
    """JSON, which PostgreSQL's driver has read already."""
    found: Iterable[Any] = json.loads(options) if isinstance(options, str) else options
    return found
