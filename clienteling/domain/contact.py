"""When somebody was last in touch with a customer, and when and how the next contact is welcome.

The rule: contact is welcome again so many days after the last one as the company's parameter *contact-pause* says,
Sundays and holidays counted like other days, and never again on the day of a contact. What is planned is no contact
yet: it counts when it has happened. Who refused the channels that they were asked about does not want to be contacted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from clienteling.domain.customer import Channel, Consent
from clienteling.domain.text import label_in


@dataclass(frozen=True, slots=True)
class LastContact:
    """An activity with the customer: when, of which type, by whom. `labels` are the type's names in other languages."""

    at: datetime
    type: str
    worker: str
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)

    def label(self, language: str) -> str:
        """The type's name in a language."""
        return label_in(language, self.labels, self.type)


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Who was in touch last, what is planned next, which channels are allowed, and from which day on.

    `refused` means that the customer asked not to be contacted: then there is no `welcome`.
    """

    last: LastContact | None
    planned: LastContact | None
    allowed: tuple[Channel, ...]
    refused: bool
    welcome: date | None


def contact_line(
    last: LastContact | None,
    planned: LastContact | None,
    consents: Sequence[Consent],
    last_day: date | None,
    today: date,
    pause: int,
) -> ContactLine:
    """`last_day` is that of `last` at the store; `pause` is the parameter."""
    allowed = tuple(consent.channel for consent in consents if consent.given)
    refused = bool(consents) and not allowed
    return ContactLine(last, planned, allowed, refused, None if refused else welcome_day(last_day, today, pause))


def welcome_day(last_day: date | None, today: date, pause: int) -> date:
    """The next day, from today on, on which contact is welcome."""
    if last_day is None:
        return today
    return max(today, last_day + timedelta(days=max(1, pause)))
