"""Invented customers as rows of the tables, thousands at a time.

First names and four in ten family names are the frequent ones of the demo company's nations; other family names are
made of syllables, so that most of a million people share theirs with a few dozen others, as in life.
"""

from datetime import date
from functools import cache
from random import Random
from typing import Any, Protocol

from clienteling.domain.search import card_tokens, code_tokens, email_tokens, ending_tokens, value_tokens
from clienteling.domain.text import fold, words
from clienteling.services.demo.dice import filled
from clienteling.services.demo.nations import NATIONS, crowds
from clienteling.services.demo.retailer import RIGA

Rows = dict[str, list[tuple[Any, ...]]]

_FIRST_KEY = 600_000_000_000 << 20  # years before those that the program makes: new keys never meet them
_SYLLABLES = words(
    "ba be bi bo da de di do fa fe ga go ha he hi ja ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri "
    "ro sa se si so ta te ti to va ve vi vo za ze bal den gar kal lin mar nor ral san tor van"
)
_ENDINGS = ("ns", "ne", "sen", "son", "ska", "ski", "ova", "ic", "er", "man", "aite", "onen", "ek", "u")
_NOW = "2026-01-15 09:30:00.000000"


class References(Protocol):
    """The keys that customers refer to."""

    @property
    def entity(self) -> int: ...
    @property
    def address_books(self) -> tuple[int, ...]: ...
    @property
    def lists(self) -> tuple[int, ...]: ...
    @property
    def spend(self) -> int: ...
    @property
    def visits(self) -> int: ...


class Clientele:
    """`size` customers of a legal entity. The same ones each time, if made in the same order.

    `words` are those that are found though they are mistyped, of the customers made so far.
    """

    def __init__(self, entity: int, size: int) -> None:
        self.entity = entity
        self.size = size
        self.words: set[str] = set()
        self._random = Random(1)
        self._crowd = crowds()[RIGA]

    def rows(self, numbers: range, held: dict[int, int], keys: References) -> Rows:
        """Rows for each table, in the order in which they may be inserted. `held` are books by customer."""
        rows: Rows = {
            table: []
            for table in (
                "customer",
                "customer_address_book",
                "customer_phone",
                "customer_email",
                "customer_address",
                "loyalty_card",
                "important_date",
                "customer_attribute",
                "engagement_score",
                "holding",
                "staged",
            )
        }
        for number in numbers:
            self._customer(rows, number, held.get(number), keys)
        return rows

    def _customer(self, rows: Rows, number: int, book: int | None, keys: References) -> None:
        random = self._random
        key = _FIRST_KEY + number * 3
        nation = self._crowd.one(random)
        woman = random.random() < 0.63
        first = random.choice(nation.women if woman else nation.men)
        last = random.choice(nation.surnames)[woman] if random.random() < 0.4 else _family_name(random)
        name, account = f"{first} {last}", f"B-{number:07}"
        rows["customer"].append(
            (key, keys.entity, account, "person", "", first, last, name, folded(name), "lv", "2020-01-01", _NOW, 1)
        )
        rows["customer_address_book"].append((key, random.choice(keys.address_books)))
        tokens = {(word, "name") for word in folded_words(name)}
        self.words.update(folded_words(name))
        tokens |= {(token, "account") for token in code_tokens(account)}
        tokens |= self._contacts(rows, key, number, nation.country, fold(first), fold(last))
        tokens |= self._values(rows, key, keys)
        if book is not None:
            rows["holding"].append((key, book, folded(name), _NOW, 1))
        rows["staged"] += [(self.entity, token, key, field) for token, field in tokens]

    def _contacts(self, rows: Rows, key: int, number: int, country: str, first: str, last: str) -> set[tuple[str, str]]:
        """Phone, e-mail, address and for half of the customers a card; gives their tokens."""
        random, nation = self._random, NATIONS[country]
        local = filled(random, random.choice(nation.mobiles))
        plain = local.replace(" ", "")
        e164 = f"+{nation.calling_code}{plain}"
        rows["customer_phone"].append((key, key, f"+{nation.calling_code} {local}", e164, "Mobile", 1))
        numbers = {e164[1:], plain, plain.lstrip("0"), *ending_tokens(e164)}
        tokens = {(token, "phone") for token in numbers}
        domain = random.choice(("example.org", "example.com", "example.net"))
        address = f"{first}.{last}{random.randrange(10_000)}@{domain}".replace(" ", "")
        rows["customer_email"].append((key, key, address, "", 1))
        tokens |= {(token, "email") for token in email_tokens(address)}
        place = random.choice(nation.places)
        street, code = f"{random.choice(nation.streets)} {random.randrange(1, 200)}", filled(random, place.postal_code)
        rows["customer_address"].append((key, key, street, place.city, code, "", nation.country, "", 1))
        tokens |= {(word, "address") for text in (street, code, place.city) for word in folded_words(text)}
        self.words.update(folded_words(place.city))
        if random.random() < 0.5:
            card = f"29{number * 73_939_133 % 10**10:010}"
            rows["loyalty_card"].append((key, key, card))
            tokens |= {(token, "card") for token in card_tokens(card)}
        return tokens

    def _values(self, rows: Rows, key: int, keys: References) -> set[tuple[str, str]]:
        """The values of attributes; gives their tokens."""
        random = self._random
        day = date.fromordinal(random.randrange(712_000, 732_000))
        rows["important_date"].append((key, "Birthday", day.month, day.day, day.year))
        values: list[tuple[int, str | None, float | None]] = [
            (attribute, f"value {int(random.random() * (4 + 3 * place))}", None)
            for place, attribute in enumerate(keys.lists)
        ]
        values.append((keys.spend, None, round(random.expovariate(1 / 900), 2)))
        values.append((keys.visits, None, float(random.randrange(60))))
        rows["customer_attribute"] += [
            (key, attribute, 0, text, number) for attribute, text, number in sorted(values, key=lambda v: v[0])
        ]
        if random.random() < 0.8:
            rows["engagement_score"].append((key, random.randrange(101), _NOW, None))
        return {(token, "attribute") for _, text, _ in values if text for token in _value_tokens(text)}


def _family_name(random: Random) -> str:
    """One of some ten thousand; the first ones more often."""
    syllables = [_SYLLABLES[int(len(_SYLLABLES) * random.random() ** 2)] for _ in range(random.choice((2, 2, 3)))]
    return "".join(syllables).capitalize() + random.choice(_ENDINGS)


@cache
def folded(name: str) -> str:
    return fold(name)


@cache
def folded_words(text: str) -> tuple[str, ...]:
    return words(text)


@cache
def _value_tokens(text: str) -> frozenset[str]:
    return value_tokens(text, ())
