"""Customer details."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from clienteling.database import books, company, customers, history, score_parts, timeline
from clienteling.database.engine import Transaction
from clienteling.domain.card import Score
from clienteling.domain.contact import ContactLine, contact_line
from clienteling.domain.customer import Customer
from clienteling.domain.errors import NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import CONTACT_PAUSE, SEVERAL_BOOKS
from clienteling.domain.profile import GroupValues, Profile, PurchasePage
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.cards import CardReader, explained, property_values
from clienteling.services.operations import Operations

_A_YEAR = timedelta(days=365)
_NOBODY = mark("There is no such customer in this company.")
_NO_ACCOUNT = mark("There is no customer {account} in this company.")


class Customers:
    """Reads customers of the session's legal entity."""

    def __init__(self, operations: Operations, cards: CardReader) -> None:
        self._operations = operations
        self._cards = cards

    def by_account(self, session: Session, account_numbers: Sequence[str]) -> tuple[int, ...]:
        """The customers with these account numbers, in order. Raises `NotFound` for the first that is unknown."""

        accounts = [checked("account", account) for account in account_numbers]

        def work(transaction: Transaction) -> tuple[int, ...]:
            found = books.by_account(transaction, session.legal_entity.id, accounts)
            for account in accounts:
                if account not in found:
                    raise NotFound(_NO_ACCOUNT, account=account)
            return tuple(found[account] for account in accounts)

        return self._operations.read(session, Operation.CUSTOMER_SEARCH, work)

    def profile(self, session: Session, customer_id: int) -> Profile:
        """Everything that customer details shows besides the timeline."""
        now = self._operations.clock()

        def work(transaction: Transaction) -> Profile:
            entity = session.legal_entity
            customer = customers.find(transaction, entity.id, customer_id)
            if customer is None:
                raise NotFound(_NOBODY)
            definitions = self._cards.definitions(transaction, entity.id)
            values = property_values(transaction, [customer_id], definitions.all)[customer_id]
            by_key = {value.definition.key: value for value in values}
            purchases, spend = customers.purchase_totals(transaction, customer_id, entity.id)
            return Profile(
                customer=customer,
                holder=books.holders(transaction, [customer_id]).get(customer_id),
                score=_score(transaction, customer_id),
                card=tuple(by_key[definition.key] for definition in definitions.card),
                groups=tuple(
                    GroupValues(group.name, tuple(by_key[f"attribute:{a.id}"] for a in group.members))
                    for group in definitions.groups
                ),
                contact=_contact_line(transaction, session, customer, now),
                purchase_count=purchases,
                spend=spend,
                currency=entity.currency,
                lately=history.lately(transaction, customer_id, now - _A_YEAR, now),
                several_books=SEVERAL_BOOKS.of(company.parameters(transaction, entity.id)),
            )

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)

    def purchases(
        self, session: Session, customer_id: int, cursor: tuple[datetime, int] | None = None, limit: int = 50
    ) -> PurchasePage:
        """A page of purchases, newest first."""

        def work(transaction: Transaction) -> PurchasePage:
            if customer_id not in books.of_legal_entity(transaction, [customer_id], session.legal_entity.id):
                raise NotFound(_NOBODY)
            found = customers.purchases(transaction, customer_id, cursor, limit + 1)
            shown = found[:limit]
            more = len(found) > limit
            return PurchasePage(shown, (shown[-1].at, shown[-1].id) if more else None)

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)


def _contact_line(transaction: Transaction, session: Session, customer: Customer, now: datetime) -> ContactLine:
    zone = ZoneInfo(session.store.time_zone)
    last = timeline.last_contact(transaction, customer.id, now)
    planned = timeline.next_contact(transaction, customer.id, now)
    last_day = last.at.astimezone(zone).date() if last else None
    pause = CONTACT_PAUSE.of(company.parameters(transaction, session.legal_entity.id))
    return contact_line(last, planned, customer.consents, last_day, now.astimezone(zone).date(), pause)


def _score(transaction: Transaction, customer_id: int) -> Score | None:
    score = books.contacts(transaction, [customer_id])[customer_id][4]
    return explained(score, score_parts.of_customers(transaction, [customer_id]).get(customer_id, ()))
