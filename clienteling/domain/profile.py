"""Customer details: everything about one customer that the page shows besides the timeline."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from clienteling.domain.card import Holder, PropertyValue, Score
from clienteling.domain.contact import ContactLine, LastContact
from clienteling.domain.customer import Customer, ImportantDate, Purchase


@dataclass(frozen=True, slots=True)
class GroupValues:
    """The attributes of a group by display order, each with its value or None."""

    name: str
    values: tuple[PropertyValue, ...]


@dataclass(frozen=True, slots=True)
class Lately:
    """What happened in the last twelve months: contacts by the name of their type, the most first, and purchases."""

    contacts: tuple[tuple[str, int], ...] = ()
    purchases: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """`card` are the properties on the customer's card; `spend` is the sum of all purchases, in `currency`.

    With `several_books` the customer can be added to the books of others, too.
    """

    customer: Customer
    holder: Holder | None
    score: Score | None
    card: tuple[PropertyValue, ...]
    groups: tuple[GroupValues, ...]
    contact: ContactLine
    purchase_count: int
    spend: Decimal
    currency: str
    lately: Lately = Lately()
    several_books: bool = False

    @property
    def last_contact(self) -> LastContact | None:
        return self.contact.last


@dataclass(frozen=True, slots=True)
class PurchasePage:
    """`cursor` asks for the next page; None at the end."""

    purchases: tuple[Purchase, ...]
    cursor: tuple[datetime, int] | None


@dataclass(frozen=True, slots=True)
class ComingDate:
    """An important date of a customer in the book, and the day it comes round next."""

    customer_id: int
    customer: str
    phone: str
    important: ImportantDate
    next_day: date
