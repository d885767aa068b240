"""Customer search: what was typed, as tokens, and what was found."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clienteling.domain.attribute import Attribute
from clienteling.domain.card import Holder
from clienteling.domain.customer import Customer
from clienteling.domain.phones import national
from clienteling.domain.text import digits, fold, words

AFTER_ALL = "\U0010ffff"  # behind a token: what begins with it comes before that
MOST_WORDS = 8  # a whole text that is pasted must not keep the database busy for minutes

Beginnings = tuple[str, ...]
"""What a typed word is looked for by: a token that begins with any of these."""

_LONGEST = 100  # letters of a word that are told apart where a text may be one long word
_SHORTEST_ENDING = 4  # people say the last four digits
_NUMBER = re.compile(r"[\d\s()+./-]+")


class MatchedField(StrEnum):
    """Where a typed word was found."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    ACCOUNT = "account"
    ADDRESS = "address"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Hit:
    """A customer that every typed word was found in. `detail` is the phone or e-mail, the matching one if any.

    `holder` is the asking worker, or else a colleague of the store, if one of those has the customer, too.
    `also` is what else matched and does not show: a card, an address, or the value of `attribute`.
    """

    customer_id: int
    account_number: str
    name: str
    detail: str
    fields: tuple[MatchedField, ...]
    holder: Holder | None
    also: str = ""
    attribute: Attribute | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The own book's customers, those in other books of the store, and all others. `more`: there are still more.

    `similar` are customers who would match if a word were mistyped, the own book's first, and `meant` the beginnings
    of words that they were found by instead.
    """

    mine: tuple[Hit, ...]
    store: tuple[Hit, ...]
    others: tuple[Hit, ...]
    more: bool
    similar: tuple[Hit, ...] = ()
    meant: tuple[str, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.mine + self.store + self.others + self.similar


def asked(text: str) -> tuple[str, ...]:
    """The tokens a search asks for: the longest words first. A number in any notation is one token of its digits."""
    if _NUMBER.fullmatch(text.strip()) and digits(text):
        return (digits(text),)
    found = dict.fromkeys(word[:_LONGEST] for word in words(text))
    return tuple(sorted(found, key=len, reverse=True)[:MOST_WORDS])


def beginnings(token: str) -> Beginnings:
    """What an asked token is looked for by. A number may also be the end of a phone or a card."""
    if len(token) >= _SHORTEST_ENDING and token.isdecimal():
        return token, *ending_tokens(token)
    return (token,)


def ending_tokens(number: str) -> frozenset[str]:
    """What a number is found by from its end: nobody who types can ask for the sign."""
    whole = "".join(words(number))
    return frozenset({f"<{whole[::-1]}"} if whole else ())


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
    whole = fold(address)
    return frozenset({whole, *words(whole)})


def code_tokens(code: str) -> frozenset[str]:
    """What an account number or a card is found by: whole, its words, and its digits."""
    whole, number = "".join(words(code)), digits(code)
    if not whole:
        return frozenset()
    return frozenset({f"={whole}", whole, *words(code), number, number.lstrip("0")} - {""})


def card_tokens(number: str) -> frozenset[str]:
    """What a loyalty card is found by: as a code, and from its end."""
    return code_tokens(number) | ending_tokens(number)


def scan_token(code: str) -> str:
    """What only the whole code is found by, as a scanner reads it: nobody who types can ask for the sign."""
    return f"={''.join(words(code))}"


def tokens(customer: Customer) -> frozenset[tuple[str, MatchedField]]:
    """What search finds a customer by, without attributes: (token, field)."""
    found = {(word, MatchedField.NAME) for word in words(customer.name)}
    found |= {(token, MatchedField.ACCOUNT) for token in code_tokens(customer.account_number)}
    for phone in customer.phones:
        number = phone_tokens(phone.typed, phone.e164, national(phone.e164))
        found |= {(token, MatchedField.PHONE) for token in number | ending_tokens(digits(phone.e164 or phone.typed))}
    for email in customer.emails:
        found |= {(token, MatchedField.EMAIL) for token in email_tokens(email.address)}
    for card in customer.loyalty_cards:
        found |= {(token, MatchedField.CARD) for token in card_tokens(card)}
    for address in customer.addresses:
        text = " ".join((address.street, address.postal_code, address.city))
        found |= {(word, MatchedField.ADDRESS) for word in words(text)}
    return frozenset(found)


def value_tokens(value: str, labels: Iterable[str]) -> frozenset[str]:
    """What a text of an attribute is found by: its words, and those of its labels in all languages."""
    return frozenset(in_values(word[:_LONGEST]) for text in (value, *labels) for word in words(text))


def in_values(word: str) -> str:
    """A word as it is looked for in attributes: apart, because whole books share a value, and names come first."""
    return f"~{word}"


def mistakable(customer: Customer) -> frozenset[str]:
    """The words of a customer that are found though they are mistyped: those of the name and of cities."""
    return frozenset(word for text in (customer.name, *(a.city for a in customer.addresses)) for word in words(text))


def is_found(tokens: Iterable[str], asked: Sequence[Beginnings]) -> bool:
    """Whether who has these tokens is found: each asked word begins one of them."""
    known = tuple(tokens)
    return all(any(token.startswith(word) for token in known) for word in asked)
