"""Customers: their files, and what search finds them by."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import func, select

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import (
    AddressRow,
    ConsentRow,
    CustomerRow,
    EmailRow,
    HoldingRow,
    ImportantDateRow,
    LegalEntityRow,
    LoyaltyCardRow,
    PhoneRow,
    ProductRow,
    PurchaseLineRow,
    PurchaseRow,
    StoreRow,
)
from clienteling.domain.customer import (
    Address,
    Channel,
    Consent,
    Customer,
    CustomerKind,
    Email,
    ImportantDate,
    Phone,
    Purchase,
    PurchaseLine,
)
from clienteling.domain.dates import YearlyDate

# Asked with each page of a timeline, so it is put together once.
_PURCHASE_LINES = (
    select(
        PurchaseLineRow.purchase_id,
        ProductRow.sku,
        ProductRow.name,
        PurchaseLineRow.quantity,
        PurchaseLineRow.amount,
    )
    .join(ProductRow, ProductRow.id == PurchaseLineRow.product_id)
    .where(among(PurchaseLineRow.purchase_id, "ids"))
    .order_by(PurchaseLineRow.purchase_id, PurchaseLineRow.line)
)


def find(transaction: Transaction, legal_entity_id: int, customer_id: int) -> Customer | None:
    """A customer of a legal entity with everything in the file, primary contacts first."""
    row = transaction.get(CustomerRow, customer_id)
    if row is None or row.legal_entity_id != legal_entity_id:
        return None
    return Customer(
        id=row.id,
        legal_entity_id=row.legal_entity_id,
        account_number=row.account_number,
        kind=CustomerKind(row.kind),
        title=row.title,
        first_name=row.first_name,
        last_name=row.last_name,
        name=row.name,
        language=row.language,
        since=row.since,
        phones=_phones(transaction, customer_id),
        emails=_emails(transaction, customer_id),
        addresses=_addresses(transaction, customer_id),
        loyalty_cards=tuple(
            transaction.scalars(
                select(LoyaltyCardRow.number)
                .where(LoyaltyCardRow.customer_id == customer_id)
                .order_by(LoyaltyCardRow.id)
            )
        ),
        important_dates=_important_dates(transaction, customer_id),
        consents=_consents(transaction, customer_id),
        version=row.version,
    )


def those_there(transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int]) -> tuple[int, ...]:
    """Those of the keys that are of customers of a legal entity."""
    statement = select(CustomerRow.id).where(
        CustomerRow.legal_entity_id == legal_entity_id, CustomerRow.id.in_(customer_ids)
    )
    return tuple(transaction.connection().execute(statement).scalars())


def account_numbers(transaction: Transaction, customer_ids: Sequence[int]) -> tuple[str, ...]:
    """The account numbers of customers, in order."""
    statement = select(CustomerRow.account_number).where(CustomerRow.id.in_(customer_ids)).order_by(CustomerRow.id)
    return tuple(transaction.connection().execute(statement).scalars())


def _phones(transaction: Transaction, customer_id: int) -> tuple[Phone, ...]:
    statement = (
        select(PhoneRow.typed, PhoneRow.e164, PhoneRow.label, PhoneRow.is_primary)
        .where(PhoneRow.customer_id == customer_id)
        .order_by(PhoneRow.is_primary.desc(), PhoneRow.id)
    )
    return tuple(Phone(*row) for row in transaction.execute(statement))


def _emails(transaction: Transaction, customer_id: int) -> tuple[Email, ...]:
    statement = (
        select(EmailRow.address, EmailRow.label, EmailRow.is_primary)
        .where(EmailRow.customer_id == customer_id)
        .order_by(EmailRow.is_primary.desc(), EmailRow.id)
    )
    return tuple(Email(*row) for row in transaction.execute(statement))


def _addresses(transaction: Transaction, customer_id: int) -> tuple[Address, ...]:
    statement = select(AddressRow).where(AddressRow.customer_id == customer_id).order_by(AddressRow.is_primary.desc())
    return tuple(
        Address(row.street, row.city, row.postal_code, row.state, row.country, row.label, row.is_primary)
        for row in transaction.scalars(statement)
    )


def _important_dates(transaction: Transaction, customer_id: int) -> tuple[ImportantDate, ...]:
    statement = (
        select(ImportantDateRow)
        .where(ImportantDateRow.customer_id == customer_id)
        .order_by(ImportantDateRow.month, ImportantDateRow.day, ImportantDateRow.name)
    )
    return tuple(
        ImportantDate(row.name, YearlyDate(row.month, row.day, row.year)) for row in transaction.scalars(statement)
    )


def _consents(transaction: Transaction, customer_id: int) -> tuple[Consent, ...]:
    statement = select(ConsentRow.channel, ConsentRow.given).where(ConsentRow.customer_id == customer_id)
    given = {Channel(channel): answer for channel, answer in transaction.execute(statement)}
    return tuple(Consent(channel, given[channel]) for channel in Channel if channel in given)


def purchases(
    transaction: Transaction, customer_id: int, before: tuple[datetime, int] | None, limit: int
) -> tuple[Purchase, ...]:
    """A customer's purchases, newest first, before a (moment, key) pair."""
    statement = (
        select(PurchaseRow, StoreRow.name, LegalEntityRow.currency)
        .join(StoreRow, StoreRow.id == PurchaseRow.store_id)
        .join(LegalEntityRow, LegalEntityRow.id == StoreRow.legal_entity_id)
        .where(PurchaseRow.customer_id == customer_id)
        .order_by(PurchaseRow.at.desc(), PurchaseRow.id.desc())
        .limit(limit)
    )
    if before is not None:
        at, key = before
        statement = statement.where((PurchaseRow.at < at) | ((PurchaseRow.at == at) & (PurchaseRow.id < key)))
    rows = list(transaction.execute(statement))
    lines = purchase_lines(transaction, [row.id for row, _, _ in rows])
    return tuple(
        Purchase(row.id, row.order_number, row.at, store, currency, row.amount, lines.get(row.id, ()))
        for row, store, currency in rows
    )


def purchase_lines(transaction: Transaction, purchase_ids: Sequence[int]) -> dict[int, tuple[PurchaseLine, ...]]:
    """The lines of receipts, in their order."""
    found: dict[int, list[PurchaseLine]] = {}
    for purchase_id, *line in transaction.connection().execute(_PURCHASE_LINES, {"ids": purchase_ids}).all():
        found.setdefault(purchase_id, []).append(PurchaseLine(*line))
    return {key: tuple(lines) for key, lines in found.items()}


def purchase_totals(transaction: Transaction, customer_id: int, legal_entity_id: int) -> tuple[int, Decimal]:
    """How many receipts a customer has, and the sum of those in the legal entity's currency."""
    statement = (
        select(func.count(PurchaseRow.id), func.sum(PurchaseRow.amount))
        .join(StoreRow, StoreRow.id == PurchaseRow.store_id)
        .join(LegalEntityRow, LegalEntityRow.id == StoreRow.legal_entity_id)
        .where(PurchaseRow.customer_id == customer_id)
    )
    currency = select(LegalEntityRow.currency).where(LegalEntityRow.id == legal_entity_id).scalar_subquery()
    counted, _ = transaction.execute(statement).one()
    _, spend = transaction.execute(statement.where(LegalEntityRow.currency == currency)).one()
    return counted, spend or Decimal("0.00")


def coming_dates(
    transaction: Transaction, book_id: int, days: Iterable[date]
) -> tuple[tuple[int, str, str, ImportantDate], ...]:
    """Customers of a book with an important date on one of `days`: key, name, phone, date."""
    wanted = {(day.month, day.day) for day in days}
    if (2, 28) in wanted:
        wanted.add((2, 29))  # whose day it is when there is none
    statement = (
        select(CustomerRow.id, CustomerRow.name, PhoneRow.typed, PhoneRow.e164, ImportantDateRow)
        .select_from(HoldingRow)
        .join(CustomerRow, CustomerRow.id == HoldingRow.customer_id)
        .join(ImportantDateRow, ImportantDateRow.customer_id == CustomerRow.id)
        .outerjoin(PhoneRow, (PhoneRow.customer_id == CustomerRow.id) & PhoneRow.is_primary.is_(True))
        .where(HoldingRow.book_id == book_id)
        .where((ImportantDateRow.month * 100 + ImportantDateRow.day).in_([m * 100 + d for m, d in wanted]))
        .order_by(HoldingRow.name_key)
    )
    return tuple(
        (key, name, e164 or typed or "", ImportantDate(row.name, YearlyDate(row.month, row.day, row.year)))
        for key, name, typed, e164, row in transaction.execute(statement)
    )
