"""Customers by the thousand: their files, the address books they are in, and their attribute values."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from clienteling.database import search_index
from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import delete_where, in_batches, insert_rows, select_where, update_rows
from clienteling.database.tables import (
    AddressRow,
    ConsentRow,
    CustomerAddressBookRow,
    CustomerMergeRow,
    CustomerRow,
    EmailRow,
    HoldingRow,
    ImportantDateRow,
    LoyaltyCardRow,
    PhoneRow,
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
    name_key,
)
from clienteling.domain.dates import YearlyDate
from clienteling.domain.search import tokens

Stored = dict[str, Any]


def find(transaction: Transaction, legal_entity_id: int, account_numbers: Iterable[str]) -> dict[str, Customer]:
    """The customers of a legal entity with these account numbers."""
    of_entity = select(CustomerRow.__table__).where(CustomerRow.legal_entity_id == legal_entity_id)
    rows = select_where(transaction, of_entity, CustomerRow.account_number, account_numbers)
    ids = [row.id for row in rows]

    def parts(table: Any, make: Callable[[Any], Any], order: Callable[[Any], Any]) -> dict[int, tuple[Any, ...]]:
        found: dict[int, list[Any]] = {}
        stored = select_where(transaction, select(table.__table__), table.customer_id, ids) if ids else []
        for row in sorted(stored, key=order):
            found.setdefault(row.customer_id, []).append(make(row))
        return {key: tuple(values) for key, values in found.items()}

    phones, emails = parts(PhoneRow, _phone, _primary_first), parts(EmailRow, _email, _primary_first)
    addresses = parts(AddressRow, _address, _primary_first)
    cards = parts(LoyaltyCardRow, lambda row: row.number, lambda row: row.id)
    dates = parts(ImportantDateRow, _important_date, lambda row: (row.month, row.day, row.name))
    consents = parts(ConsentRow, _consent, lambda row: list(Channel).index(Channel(row.channel)))
    return {
        row.account_number: Customer(
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
            phones=phones.get(row.id, ()),
            emails=emails.get(row.id, ()),
            addresses=addresses.get(row.id, ()),
            loyalty_cards=cards.get(row.id, ()),
            important_dates=dates.get(row.id, ()),
            consents=consents.get(row.id, ()),
            version=row.version,
        )
        for row in rows
    }


def _primary_first(row: Any) -> tuple[bool, int]:
    return not row.is_primary, row.id


def _phone(row: Any) -> Phone:
    return Phone(row.typed, row.e164, row.label, row.is_primary)


def _email(row: Any) -> Email:
    return Email(row.address, row.label, row.is_primary)


def _address(row: Any) -> Address:
    return Address(row.street, row.city, row.postal_code, row.state, row.country, row.label, row.is_primary)


def _important_date(row: Any) -> ImportantDate:
    return ImportantDate(row.name, YearlyDate(row.month, row.day, row.year))


def _consent(row: Any) -> Consent:
    return Consent(Channel(row.channel), row.given)


def keys(
    transaction: Transaction, legal_entity_ids: Sequence[int], account_numbers: Iterable[str]
) -> dict[str, dict[int, int]]:
    """For each account number the keys of the customers who have it, or whose file took in the one that had it."""
    found: dict[str, dict[int, int]] = {}
    merged = select(
        CustomerMergeRow.account_number, CustomerMergeRow.legal_entity_id, CustomerMergeRow.survivor_id
    ).where(CustomerMergeRow.legal_entity_id.in_(legal_entity_ids))
    known = list(account_numbers)
    for account, entity, key in select_where(transaction, merged, CustomerMergeRow.account_number, known):
        found.setdefault(account, {})[entity] = key
    statement = select(CustomerRow.account_number, CustomerRow.legal_entity_id, CustomerRow.id).where(
        CustomerRow.legal_entity_id.in_(legal_entity_ids)
    )
    for account, entity, key in select_where(transaction, statement, CustomerRow.account_number, known):
        found.setdefault(account, {})[entity] = key
    return found


def merged_accounts(transaction: Transaction, account_numbers: Iterable[str]) -> set[tuple[int, str]]:
    """Those of the account numbers whose files went into others: (legal entity, account number)."""
    statement = select(CustomerMergeRow.legal_entity_id, CustomerMergeRow.account_number)
    rows = select_where(transaction, statement, CustomerMergeRow.account_number, account_numbers)
    return {(entity, account) for entity, account in rows}


def card_holders(transaction: Transaction, numbers: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Whose loyalty cards these are: the customer's key and account number."""
    statement = select(LoyaltyCardRow.number, CustomerRow.id, CustomerRow.account_number).join(
        CustomerRow, CustomerRow.id == LoyaltyCardRow.customer_id
    )
    rows = select_where(transaction, statement, LoyaltyCardRow.number, numbers)
    return {number: (key, account) for number, key, account in rows}


def address_books(transaction: Transaction, customer_ids: Iterable[int]) -> dict[int, set[int]]:
    """The address books that each customer is in."""
    statement = select(CustomerAddressBookRow.customer_id, CustomerAddressBookRow.address_book_id)
    found: dict[int, set[int]] = {}
    for key, book in select_where(transaction, statement, CustomerAddressBookRow.customer_id, customer_ids):
        found.setdefault(key, set()).add(book)
    return found


def add_to_address_books(transaction: Transaction, pairs: Iterable[tuple[int, int]]) -> None:
    """Put customers, who are not in it yet, into address books: (customer, address book)."""
    rows = [{"customer_id": key, "address_book_id": book} for key, book in pairs]
    insert_rows(transaction, CustomerAddressBookRow, rows)


def add(transaction: Transaction, customers: Sequence[Customer], at: datetime) -> None:
    """Store new customers with everything in their files, and what search finds them by."""
    insert_rows(transaction, CustomerRow, [{**_columns(customer), "created": at} for customer in customers])
    for table, _, rows in _PARTS:
        insert_rows(transaction, table, [row for customer in customers for row in rows(transaction, customer)])
    answers = [(customer.id, consent) for customer in customers for consent in customer.consents]
    insert_rows(transaction, ConsentRow, _consent_rows(answers, at))
    search_index.index(transaction, customers)


def change(transaction: Transaction, pairs: Sequence[tuple[Customer, Customer]], at: datetime) -> None:
    """Make customers what they are after: (before, after)."""
    update_rows(transaction, CustomerRow, ["id"], [_columns(after) for _, after in pairs])
    for table, part, rows in _PARTS:
        changed = [after for before, after in pairs if part(before) != part(after)]
        delete_where(transaction, table, table.customer_id, [customer.id for customer in changed])
        insert_rows(transaction, table, [row for customer in changed for row in rows(transaction, customer)])
    _change_consents(transaction, pairs, at)
    renamed = [after for before, after in pairs if before.name != after.name]
    names = [{"customer_id": customer.id, "name_key": name_key(customer.name)} for customer in renamed]
    update_rows(transaction, HoldingRow, ["customer_id"], names)
    search_index.index(transaction, [after for before, after in pairs if tokens(before) != tokens(after)])


def _change_consents(transaction: Transaction, pairs: Sequence[tuple[Customer, Customer]], at: datetime) -> None:
    """Store the answers that are new: the others keep the time they were given."""
    new = [(after.id, c) for before, after in pairs for c in after.consents if c not in before.consents]
    for channel in Channel:
        statement = delete(ConsentRow.__table__).where(ConsentRow.channel == channel)
        for batch in in_batches(key for key, consent in new if consent.channel is channel):
            transaction.connection().execute(statement.where(ConsentRow.customer_id.in_(batch)))
    insert_rows(transaction, ConsentRow, _consent_rows(new, at))


def _columns(customer: Customer) -> Stored:
    return {
        "id": customer.id,
        "legal_entity_id": customer.legal_entity_id,
        "account_number": customer.account_number,
        "kind": customer.kind.value,
        "title": customer.title,
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "name": customer.name,
        "name_key": name_key(customer.name),
        "language": customer.language,
        "since": customer.since,
        "version": customer.version,
    }


def _phone_rows(transaction: Transaction, customer: Customer) -> list[Stored]:
    return [
        {
            "id": transaction.key(),
            "customer_id": customer.id,
            "typed": phone.typed,
            "e164": phone.e164,
            "label": phone.label,
            "is_primary": phone.primary,
        }
        for phone in customer.phones
    ]


def _email_rows(transaction: Transaction, customer: Customer) -> list[Stored]:
    return [
        {
            "id": transaction.key(),
            "customer_id": customer.id,
            "address": email.address,
            "label": email.label,
            "is_primary": email.primary,
        }
        for email in customer.emails
    ]


def _address_rows(transaction: Transaction, customer: Customer) -> list[Stored]:
    return [
        {
            "id": transaction.key(),
            "customer_id": customer.id,
            "street": address.street,
            "city": address.city,
            "postal_code": address.postal_code,
            "state": address.state,
            "country": address.country,
            "label": address.label,
            "is_primary": address.primary,
        }
        for address in customer.addresses
    ]


def _card_rows(transaction: Transaction, customer: Customer) -> list[Stored]:
    return [
        {"id": transaction.key(), "customer_id": customer.id, "number": number} for number in customer.loyalty_cards
    ]


def _date_rows(_transaction: Transaction, customer: Customer) -> list[Stored]:
    return [
        {
            "customer_id": customer.id,
            "name": important.name,
            "month": important.day.month,
            "day": important.day.day,
            "year": important.day.year,
        }
        for important in customer.important_dates
    ]


def _consent_rows(answers: Iterable[tuple[int, Consent]], at: datetime) -> list[Stored]:
    return [{"customer_id": key, "channel": c.channel.value, "given": c.given, "at": at} for key, c in answers]


_PARTS: tuple[tuple[Any, Callable[[Customer], Any], Callable[[Transaction, Customer], list[Stored]]], ...] = (
    (PhoneRow, lambda customer: customer.phones, _phone_rows),
    (EmailRow, lambda customer: customer.emails, _email_rows),
    (AddressRow, lambda customer: customer.addresses, _address_rows),
    (LoyaltyCardRow, lambda customer: customer.loyalty_cards, _card_rows),
    (ImportantDateRow, lambda customer: customer.important_dates, _date_rows),
)
