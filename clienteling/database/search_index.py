"""What search reads, as it is written: the tokens of customers and of their attributes, and words to mistype."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select

from clienteling.database import company
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among, texts
from clienteling.database.tables import (
    AttributeGroupMemberRow,
    AttributeGroupRow,
    AttributeRow,
    CustomerAttributeRow,
    CustomerMergeRow,
    CustomerRow,
    ParameterRow,
    TokenRow,
    VariantRow,
)
from clienteling.domain import typos
from clienteling.domain.customer import Customer
from clienteling.domain.search import MatchedField, code_tokens, mistakable, tokens, value_tokens

_AT_ONCE = 2000  # customers whose values are read together

Labels = dict[int, dict[str, tuple[str, ...]]]
"""The labels of the values of attributes, in all languages."""


def index(transaction: Transaction, customers: Sequence[Customer]) -> None:
    """Write what search finds these customers by, in place of what was there; their attributes aside."""
    transaction.connection().execute(_FORGET_FILES, {"ids": [customer.id for customer in customers]})
    _insert_tokens(
        transaction,
        [
            (customer.legal_entity_id, token, customer.id, _FIELDS[field])
            for customer in customers
            for token, field in tokens(customer)
        ]
        + _former_accounts(transaction, customers),
    )
    words = {(customer.legal_entity_id, word) for customer in customers for word in mistakable(customer)}
    _keep_words(transaction, words)


def _former_accounts(transaction: Transaction, customers: Sequence[Customer]) -> list[tuple[int, str, int, str]]:
    """What finds customers by the account numbers of files that went into theirs."""
    own = {(customer.id, token) for customer in customers for token in code_tokens(customer.account_number)}
    found = transaction.connection().execute(_MERGED, {"ids": [customer.id for customer in customers]}).all()
    return [
        (entity, token, customer_id, MatchedField.ACCOUNT.value)
        for entity, customer_id, account in found
        for token in code_tokens(account)
        if (customer_id, token) not in own
    ]


def index_attributes(transaction: Transaction, customer_ids: Iterable[int]) -> None:
    """Write what search finds these customers by of the attributes that the till shows, in place of what was there."""
    known = sorted(set(customer_ids))
    if not known:
        return
    connection, shown = transaction.connection(), _shown(transaction)
    for first in range(0, len(known), _AT_ONCE):
        ids = known[first : first + _AT_ONCE]
        connection.execute(_FORGET_ATTRIBUTES, {"ids": ids})
        found: set[tuple[int, str, int, str]] = set()
        for entity, customer_id, attribute_id, text in connection.execute(_VALUES, {"ids": ids}).all():
            labels = shown.get(entity, {}).get(attribute_id)
            if labels is not None:
                words = value_tokens(text, labels.get(text, ()))
                found |= {(entity, word, customer_id, MatchedField.ATTRIBUTE.value) for word in words}
        _insert_tokens(transaction, found)


def index_attribute(transaction: Transaction, attribute_ids: Collection[int]) -> None:
    """The same for all customers who have a value of these attributes: their labels are new, or who sees them."""
    statement = select(CustomerAttributeRow.customer_id).where(CustomerAttributeRow.attribute_id.in_(attribute_ids))
    if attribute_ids:
        index_attributes(transaction, transaction.connection().execute(statement.distinct()).scalars())


def _shown(transaction: Transaction) -> dict[int, Labels]:
    """The attributes that each legal entity shows."""
    found: dict[int, Labels] = {}
    for entity, attribute_id, options in transaction.connection().execute(_SHOWN).all():
        labels = {str(option["value"]): tuple((option.get("labels") or {}).values()) for option in options}
        found.setdefault(entity, {})[attribute_id] = labels
    return found


def _insert_tokens(transaction: Transaction, rows: Iterable[tuple[int, str, int, str]]) -> None:
    # Thousands at once, without the detour of a dictionary for each, and in the order of the table.
    _insert(transaction, _INSERT_TOKENS, sorted(rows))


def _keep_words(transaction: Transaction, of_entities: Collection[tuple[int, str]]) -> None:
    """Keep the variants of words that are new. They stay when the last customer leaves: they lead to nobody then."""
    by_entity: dict[int, set[str]] = {}
    for entity, word in of_entities:
        if typos.is_kept(word):
            by_entity.setdefault(entity, set()).add(word)
    rows: set[tuple[int, str, str]] = set()
    for entity, words in by_entity.items():
        asked = {"entity": entity, "variants": [typos.sign_of(word) for word in sorted(words)]}
        known = transaction.connection().execute(_KNOWN, asked).scalars()
        rows |= {(entity, *variant) for word in words.difference(known) for variant in typos.variants(word)}
    # In the order of the table, so that two programs who do the same do not wait for each other in a circle.
    _insert(transaction, _INSERT_VARIANTS, sorted(rows))


def _insert(transaction: Transaction, statements: dict[str, str], rows: list[Any]) -> None:
    connection = transaction.connection()
    if rows:
        connection.exec_driver_sql(statements[connection.dialect.name], rows)


# Looked up for each token: to ask an enumeration takes its time.
_FIELDS = {field: field.value for field in MatchedField}
_MERGED = select(CustomerMergeRow.legal_entity_id, CustomerMergeRow.survivor_id, CustomerMergeRow.account_number).where(
    among(CustomerMergeRow.survivor_id, "ids")
)
_OF_THESE, _OF_ATTRIBUTES = among(TokenRow.customer_id, "ids"), TokenRow.field == MatchedField.ATTRIBUTE.value
_FORGET_FILES = delete(TokenRow).where(_OF_THESE, ~_OF_ATTRIBUTES)
_FORGET_ATTRIBUTES = delete(TokenRow).where(_OF_THESE, _OF_ATTRIBUTES)
_TOKENS = "INSERT INTO customer_token (legal_entity_id, token, customer_id, field) VALUES "
_INSERT_TOKENS = {"sqlite": _TOKENS + "(?, ?, ?, ?)", "postgresql": _TOKENS + "(%s, %s, %s, %s)"}

_VALUES = (
    select(
        CustomerRow.legal_entity_id,
        CustomerAttributeRow.customer_id,
        CustomerAttributeRow.attribute_id,
        CustomerAttributeRow.text,
    )
    .join(CustomerRow, CustomerRow.id == CustomerAttributeRow.customer_id)
    .where(among(CustomerAttributeRow.customer_id, "ids"), CustomerAttributeRow.text.is_not(None))
)
_SHOWN = (
    select(ParameterRow.scope_id, AttributeRow.id, AttributeRow.options)
    .select_from(ParameterRow)
    .join(AttributeGroupRow, AttributeGroupRow.name == ParameterRow.value)
    .join(AttributeGroupMemberRow, AttributeGroupMemberRow.group_id == AttributeGroupRow.id)
    .join(AttributeRow, AttributeRow.id == AttributeGroupMemberRow.attribute_id)
    .where(ParameterRow.name.in_((company.CLIENT_BOOK_GROUP, company.CUSTOMER_GROUP)))
)

_wanted = texts("variants").table_valued("value")
_KNOWN = select(VariantRow.token).where(
    VariantRow.legal_entity_id == bindparam("entity"), VariantRow.variant.in_(select(_wanted.c.value))
)
_VARIANTS = "INSERT INTO token_variant (legal_entity_id, variant, token) VALUES "
_INSERT_VARIANTS = {
    "sqlite": _VARIANTS + "(?, ?, ?) ON CONFLICT DO NOTHING",
    "postgresql": _VARIANTS + "(%s, %s, %s) ON CONFLICT DO NOTHING",
}
