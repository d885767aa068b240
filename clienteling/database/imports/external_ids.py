"""What customers are called elsewhere: how those without an account number are known again."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import insert_rows, select_where
from clienteling.database.tables import CustomerRow, ExternalIdRow


def accounts(transaction: Transaction, legal_entity_id: int, external_ids: Iterable[str]) -> dict[str, str]:
    """The account numbers of the customers of a legal entity that are called so."""
    statement = (
        select(ExternalIdRow.text, CustomerRow.account_number)
        .join(CustomerRow, CustomerRow.id == ExternalIdRow.customer_id)
        .where(ExternalIdRow.legal_entity_id == legal_entity_id)
    )
    return {text: account for text, account in select_where(transaction, statement, ExternalIdRow.text, external_ids)}


def add(transaction: Transaction, customers: Mapping[tuple[int, str], int]) -> None:
    """Remember what customers are called: their keys by legal entity and external ID."""
    rows = [
        {"legal_entity_id": entity_id, "text": text, "customer_id": customer_id}
        for (entity_id, text), customer_id in customers.items()
    ]
    insert_rows(transaction, ExternalIdRow, rows)
