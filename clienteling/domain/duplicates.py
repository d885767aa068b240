"""Whether two files may be about the same person: by name, birth date, phone and e-mail.

Everything is compared folded, so case, accents and notation do not matter. Spelling variants of names and phones that
differ by a slip count less than what is the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations

from clienteling.domain.card import Holder
from clienteling.domain.customer import BIRTHDAY, Customer
from clienteling.domain.dates import YearlyDate
from clienteling.domain.text import digits, fold, words

LEAST = 45
"""From this score on two files are likely to be about the same person."""

_MOST_WORDS = 5
_LONG_WORD, _LEAST_WORD = 8, 3
_LEAST_PHONE = 6


class Field(StrEnum):
    NAME = "name"
    BIRTH_DATE = "birth_date"
    PHONE = "phone"
    EMAIL = "email"


class Agreement(StrEnum):
    """How far a field of two files agrees. NEAR is a spelling variant, a slip, or a part of it."""

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a person is known by. Phones are as dialled where they are valid, else as typed."""

    name: str
    birth_date: YearlyDate | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A field that both files have: what stands in the one and in the other. Texts, or a day for the birth date."""

    field: Field
    agreement: Agreement
    one: str | YearlyDate
    other: str | YearlyDate


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two files are: 0 for nothing in common. Only fields that both have are compared."""

    score: int
    fields: tuple[Compared, ...]

    @property
    def is_likely(self) -> bool:
        return self.score >= LEAST


@dataclass(frozen=True, slots=True)
class Likely:
    """A customer who may be the one that is typed, and whose book they are in."""

    customer_id: int
    account_number: str
    name: str
    holder: Holder | None
    likeness: Likeness


_SCORES: dict[tuple[Field, Agreement], int] = {
    (Field.NAME, Agreement.SAME): 45,
    (Field.NAME, Agreement.NEAR): 28,
    (Field.NAME, Agreement.DIFFERENT): -25,
    (Field.BIRTH_DATE, Agreement.SAME): 30,
    (Field.BIRTH_DATE, Agreement.NEAR): 10,
    (Field.BIRTH_DATE, Agreement.DIFFERENT): -20,
    (Field.PHONE, Agreement.SAME): 60,
    (Field.PHONE, Agreement.NEAR): 25,
    (Field.PHONE, Agreement.DIFFERENT): 0,
    (Field.EMAIL, Agreement.SAME): 60,
    (Field.EMAIL, Agreement.NEAR): 25,
    (Field.EMAIL, Agreement.DIFFERENT): 0,
}
_BEST_FIRST = (Agreement.SAME, Agreement.NEAR, Agreement.DIFFERENT)


def identity_of(customer: Customer) -> Identity:
    birth_date = next((d.day for d in customer.important_dates if d.name == BIRTHDAY), None)
    phones = tuple(phone.e164 or phone.typed for phone in customer.phones)
    return Identity(customer.name, birth_date, phones, tuple(email.address for email in customer.emails))


def likeness(one: Identity, other: Identity) -> Likeness:
    """How alike two files are; the same whichever of them comes first, but for the sides of the fields."""
    found: list[Compared] = []
    if words(one.name) and words(other.name):
        found.append(Compared(Field.NAME, names_agree(one.name, other.name), one.name, other.name))
    if one.birth_date is not None and other.birth_date is not None:
        agreement = days_agree(one.birth_date, other.birth_date)
        found.append(Compared(Field.BIRTH_DATE, agreement, one.birth_date, other.birth_date))
    phones = [Compared(Field.PHONE, phones_agree(a, b), a, b) for a in one.phones for b in other.phones if a and b]
    emails = [Compared(Field.EMAIL, emails_agree(a, b), a, b) for a in one.emails for b in other.emails if a and b]
    for pairs in (phones, emails):
        if pairs:
            found.append(min(pairs, key=lambda pair: _BEST_FIRST.index(pair.agreement)))
    score = sum(_SCORES[compared.field, compared.agreement] for compared in found)
    return Likeness(max(score, 0), tuple(found))


def likely(found: Iterable[Likely]) -> tuple[Likely, ...]:
    """Those who are likely the same person, the most likely first."""
    chosen = [candidate for candidate in found if candidate.likeness.is_likely]
    return tuple(sorted(chosen, key=lambda c: (-c.likeness.score, fold(c.name), c.customer_id)))


def names_agree(one: str, other: str) -> Agreement:
    """The same words in any order; or as many words, each near its counterpart; or all words of the shorter name."""
    mine, theirs = words(one), words(other)
    if sorted(mine) == sorted(theirs):
        return Agreement.SAME
    fewer, more = sorted((mine, theirs), key=len)
    if len(fewer) < 2 or len(more) > _MOST_WORDS:
        # One word says little: only the same word, or a variant of it, is near.
        near = len(fewer) == len(more) == 1 and _words_near(fewer[0], more[0])
        return Agreement.NEAR if near else Agreement.DIFFERENT
    matched = any(
        all(_words_near(a, b) for a, b in zip(fewer, order, strict=True)) for order in permutations(more, len(fewer))
    )
    return Agreement.NEAR if matched else Agreement.DIFFERENT


def days_agree(one: YearlyDate, other: YearlyDate) -> Agreement:
    """The same day and year; or the same day with a year unknown or mistyped; or day and month in the wrong order."""
    same_day = (one.month, one.day) == (other.month, other.day)
    if same_day and one.year == other.year:
        return Agreement.SAME
    years_near = one.year is None or other.year is None or distance(str(one.year), str(other.year)) <= 1
    if same_day and years_near:
        return Agreement.NEAR
    swapped = (one.month, one.day) == (other.day, other.month) and one.year == other.year
    return Agreement.NEAR if swapped else Agreement.DIFFERENT


def phones_agree(one: str, other: str) -> Agreement:
    """The same number with or without the country's code; or one that differs by a slip."""
    mine, theirs = digits(one).lstrip("0"), digits(other).lstrip("0")
    shorter, longer = sorted((mine, theirs), key=len)
    if len(shorter) < _LEAST_PHONE:
        return Agreement.SAME if mine and mine == theirs else Agreement.DIFFERENT
    if longer.endswith(shorter) and len(longer) - len(shorter) <= 3:
        return Agreement.SAME
    return Agreement.NEAR if distance(mine, theirs) <= 1 else Agreement.DIFFERENT


def emails_agree(one: str, other: str) -> Agreement:
    """The same address; or one that differs by a slip before or behind the sign."""
    mine, theirs = fold(one), fold(other)
    if mine == theirs:
        return Agreement.SAME
    near = len(mine) > _LEAST_PHONE and distance(mine, theirs) <= 1
    return Agreement.NEAR if near else Agreement.DIFFERENT


def _words_near(one: str, other: str) -> bool:
    """The same word, or a spelling of it: one slip, two in a long word; an initial stands for its name."""
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    if min(len(one), len(other)) < _LEAST_WORD:
        return False
    return distance(one, other) <= (2 if min(len(one), len(other)) >= _LONG_WORD else 1)


def distance(one: str, other: str) -> int:
    """How many slips lead from one text to the other: a letter too many, missing, wrong, or two swapped."""
    if abs(len(one) - len(other)) > 2:
        return abs(len(one) - len(other))
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def differing(one: str, other: str) -> frozenset[int]:
    """The places in `one` of the letters and digits that `other` has not, or has elsewhere."""
    mine = [(place, fold(sign) or sign) for place, sign in enumerate(one) if sign.isalnum()]
    theirs = [fold(sign) or sign for sign in other if sign.isalnum()]
    head = 0
    while head < min(len(mine), len(theirs)) and mine[head][1] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(mine), len(theirs)) - head and mine[-1 - tail][1] == theirs[-1 - tail]:
        tail += 1
    return frozenset(place for place, _ in mine[head : len(mine) - tail])


@dataclass(frozen=True, slots=True)
class Known:
    """A customer as one of a pair."""

    customer_id: int
    account_number: str
    name: str
    holder: Holder | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two customers who are likely the same. `one` is the older file; the sides of the likeness go the same way."""

    one: Known
    other: Known
    likeness: Likeness
