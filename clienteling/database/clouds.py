"""Secrets by reference, links of the chain to the clouds, pulls, and whom a pull asks about."""

from datetime import datetime

from sqlalchemy import func, or_, select

from clienteling.database.engine import Transaction
from clienteling.database.tables import (
    ActivityRow,
    ActivityTypeRow,
    ClientBookRow,
    CloudLinkRow,
    CustomerRow,
    HoldingRow,
    InsightsPullRow,
    VaultSecretRow,
)
from clienteling.domain.cloud_state import LinkState, PullState, SecretEntry

FROM_INSIGHTS = "insights:"
"""How the source of an activity begins that Customer Insights knows: no contact of ours."""
ACTIVITY_TYPE = "customer-insights"

IS_CONTACT = or_(ActivityRow.source.is_(None), ActivityRow.source.not_like(f"{FROM_INSIGHTS}%"))


def secrets(transaction: Transaction, legal_entity_id: int) -> tuple[SecretEntry, ...]:
    """The list of secrets, by name."""
    statement = select(VaultSecretRow).where(VaultSecretRow.legal_entity_id == legal_entity_id)
    return tuple(_entry(row) for row in transaction.scalars(statement.order_by(VaultSecretRow.name)))


def _entry(row: VaultSecretRow) -> SecretEntry:
    return SecretEntry(row.id, row.name, row.description, row.reference, row.expires, row.checked)


def save_secret(transaction: Transaction, legal_entity_id: int, name: str, description: str, reference: str) -> None:
    """Add a secret to the list, or change the one of this name; what was known of another reference is forgotten."""
    row = _secret(transaction, legal_entity_id, name)
    if row is None:
        row = VaultSecretRow(id=transaction.key(), legal_entity_id=legal_entity_id, name=name)
    if row.reference != reference:
        row.expires = row.checked = None
    row.description, row.reference = description, reference
    transaction.add(row)
    transaction.flush()


def delete_secret(transaction: Transaction, legal_entity_id: int, name: str) -> None:
    row = _secret(transaction, legal_entity_id, name)
    if row is not None:
        transaction.delete(row)
        transaction.flush()


def set_expiry(
    transaction: Transaction, legal_entity_id: int, reference: str, expires: datetime | None, at: datetime
) -> None:
    """Remember what the vault said of a secret."""
    statement = select(VaultSecretRow).where(
        VaultSecretRow.legal_entity_id == legal_entity_id, VaultSecretRow.reference == reference
    )
    for row in transaction.scalars(statement):
        row.expires, row.checked = expires, at
    transaction.flush()


def _secret(transaction: Transaction, legal_entity_id: int, name: str) -> VaultSecretRow | None:
    statement = select(VaultSecretRow).where(
        VaultSecretRow.legal_entity_id == legal_entity_id, VaultSecretRow.name == name
    )
    return transaction.scalars(statement).first()


def links(transaction: Transaction, legal_entity_id: int) -> dict[str, LinkState]:
    """How each link fared last, by its step."""
    statement = select(CloudLinkRow).where(CloudLinkRow.legal_entity_id == legal_entity_id)
    return {
        row.link: LinkState(
            row.link, row.succeeded, row.failed, row.code, row.template, dict(row.details), row.correlation_id
        )
        for row in transaction.scalars(statement)
    }


def set_link(transaction: Transaction, legal_entity_id: int, state: LinkState) -> None:
    """Remember a success or a failure; the moment of the other one stays."""
    row = transaction.get(CloudLinkRow, (legal_entity_id, state.step))
    if row is None:
        row = CloudLinkRow(legal_entity_id=legal_entity_id, link=state.step)
    if state.succeeded is not None:
        row.succeeded = state.succeeded
    if state.failed is not None:
        row.failed, row.code, row.template = state.failed, state.code, state.template
        row.details, row.correlation_id = dict(state.values), state.correlation_id
    transaction.add(row)
    transaction.flush()


def pull_state(transaction: Transaction, legal_entity_id: int) -> PullState | None:
    row = transaction.get(InsightsPullRow, legal_entity_id)
    if row is None:
        return None
    figures = (row.after_id, row.total, row.done, row.changed, row.unknown)
    return PullState(row.started, row.finished, *figures, row.runner, row.beat)


def set_pull_state(transaction: Transaction, legal_entity_id: int, state: PullState) -> None:
    row = transaction.get(InsightsPullRow, legal_entity_id)
    if row is None:
        row = InsightsPullRow(legal_entity_id=legal_entity_id, started=state.started)
    row.started, row.finished, row.after_id = state.started, state.finished, state.after_id
    row.total, row.done, row.changed, row.unknown = state.total, state.done, state.changed, state.unknown
    row.runner, row.beat = state.runner, state.beat
    transaction.add(row)
    transaction.flush()


def held_count(transaction: Transaction, legal_entity_id: int, after_id: int = 0) -> int:
    """How many customers are in the books of a legal entity, from one on."""
    statement = (
        select(func.count(HoldingRow.customer_id.distinct()))
        .join(ClientBookRow, ClientBookRow.id == HoldingRow.book_id)
        .where(ClientBookRow.legal_entity_id == legal_entity_id, HoldingRow.customer_id > after_id)
    )
    return transaction.connection().execute(statement).scalar_one()


def held_accounts(transaction: Transaction, legal_entity_id: int, after_id: int, most: int) -> list[tuple[int, str]]:
    """The next customers in the books of a legal entity: keys and account numbers, by key."""
    statement = (
        select(HoldingRow.customer_id, CustomerRow.account_number)
        .join(CustomerRow, CustomerRow.id == HoldingRow.customer_id)
        .where(HoldingRow.customer_id > after_id, CustomerRow.legal_entity_id == legal_entity_id)
        .order_by(HoldingRow.customer_id)
        .limit(most)
    )
    # Each once, though in several books; not by the database, which would sort all of them for each piece.
    return list(dict.fromkeys((row[0], row[1]) for row in transaction.connection().execute(statement).all()))


def activity_type(transaction: Transaction, legal_entity_id: int) -> int:
    """The type of activities that Customer Insights knows, made if there is none."""
    statement = select(ActivityTypeRow.id).where(
        ActivityTypeRow.legal_entity_id == legal_entity_id, ActivityTypeRow.code == ACTIVITY_TYPE
    )
    found: int | None = transaction.scalars(statement).first()
    if found is not None:
        return found
    row = ActivityTypeRow(
        id=transaction.key(),
        legal_entity_id=legal_entity_id,
        code=ACTIVITY_TYPE,
        name="Customer Insights",
        icon="sparkles",
        position=100,
    )
    transaction.add(row)
    transaction.flush()
    return row.id
