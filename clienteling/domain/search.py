"""Customer search: what was typed, as tokens, and what was found."""

import re
from dataclasses import dataclass
from enum import StrEnum

from clienteling.domain.card import Holder
from clienteling.domain.customer import Customer
from clienteling.domain.phones import national
from clienteling.domain.text import digits, fold, words

AFTER_ALL = "\U0010ffff"  # behind a token: what begins with it comes before that
MOST_WORDS = 8  # a whole text that is pasted must not keep the database busy for minutes

_NUMBER = re.compile(r"[\d\s()+./-]+")


class MatchedField(StrEnum):
    """Where a typed word was found."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    ACCOUNT = "account"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Hit:
    """A customer that every typed word was found in. `detail` is the phone or e-mail, the matching one if any."""

    customer_id: int
    account_number: str
    name: str
    detail: str
    fields: tuple[MatchedField, ...]
    holder: Holder | None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The own book's customers, those in other books of the store, and all others. `more`: there are still more."""

    mine: tuple[Hit, ...]
    store: tuple[Hit, ...]
    others: tuple[Hit, ...]
    more: bool

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.mine + self.store + self.others


def asked(text: str) -> tuple[str, ...]:
    """The tokens a search asks for: the longest words first. A number in any notation is one token of its digits."""
    if _NUMBER.fullmatch(text.strip()) and digits(text):
        return (digits(text),)
    return tuple(sorted(dict.fromkeys(words(text)), key=len, reverse=True)[:MOST_WORDS])


def phone_tokens(typed: str, e164: str | None, national: str | None) -> frozenset[str]:
    """What a phone is found by: its digits as typed, with and without the country code."""
    found = {digits(typed)}
    if e164:
        found.add(digits(e164))
    if national:
        found.add(digits(national))
        found.add(digits(national).lstrip("0"))
    return frozenset(token for token in found if token)


def email_tokens(address: str) -> frozenset[str]:
    """The whole address, folded, and its words."""
    return frozenset({fold(address), *words(address)})


def code_tokens(code: str) -> frozenset[str]:
    """What an account number or a card is found by: whole, its words, and its digits."""
    whole, number = "".join(words(code)), digits(code)
    if not whole:
        return frozenset()
    return frozenset({scan_token(code), whole, *words(code), number, number.lstrip("0")} - {""})


def scan_token(code: str) -> str:
    """What only the whole code is found by, as a scanner reads it: nobody who types can ask for the sign."""
    return f"={''.join(words(code))}"


def tokens(customer: Customer) -> frozenset[tuple[str, MatchedField]]:
    """What search finds a customer by: (token, field)."""
    found = {(word, MatchedField.NAME) for word in words(customer.name)}
    found |= {(token, MatchedField.ACCOUNT) for token in code_tokens(customer.account_number)}
    for phone in customer.phones:
        found |= {(token, MatchedField.PHONE) for token in phone_tokens(phone.typed, phone.e164, national(phone.e164))}
    for email in customer.emails:
        found |= {(token, MatchedField.EMAIL) for token in email_tokens(email.address)}
    for card in customer.loyalty_cards:
        found |= {(token, MatchedField.CARD) for token in code_tokens(card)}
    for address in customer.addresses:
        text = " ".join((address.street, address.postal_code, address.city))
        found |= {(word, MatchedField.ADDRESS) for word in words(text)}
    return frozenset(found)
