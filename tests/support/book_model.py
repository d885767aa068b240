"""Client books in plain Python: what filters, their counts and the order of a book have to be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from clienteling.database.attributes import stored
from clienteling.domain import filters
from clienteling.domain.attribute import AttributeType, DisplayControl, Value
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.columns import Rows, choice_text
from clienteling.domain.customer import name_key
from clienteling.domain.dates import YearlyDate, days_until
from clienteling.domain.filters import (
    CARD,
    EMAIL,
    FIELDS,
    HOLDER,
    NAME,
    Between,
    Contains,
    Criterion,
    NextDays,
    OneOf,
    Query,
    Ranges,
    Since,
    YearlyBetween,
)
from clienteling.domain.history import (
    BOUGHT,
    CONTACT,
    LAST_PURCHASE,
    PURCHASES,
    SPEND,
    History,
    Product,
    contact_key,
    is_contact,
    is_history,
)
from clienteling.domain.text import digits, fold, words

_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Buying:
    """A purchase: when, for how much, and which products, by key."""

    at: datetime
    amount: Decimal
    products: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A customer in a book. `values` are by property key; `phones` as typed and as dialled.

    `contacts` are (activity type, when), done and planned.
    """

    id: int
    name: str
    holder: int
    phones: tuple[tuple[str, str | None], ...] = ()
    emails: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    score: int | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    contacts: tuple[tuple[int, datetime], ...] = ()
    purchases: tuple[Buying, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The definitions and the day by which members are judged. `names` are the holders' by worker key.

    `now` tells what is planned from what was done; days are those in `zone`.
    """

    definitions: Sequence[PropertyDefinition]
    names: Mapping[int, str]
    today: date
    now: datetime = datetime(2027, 2, 27, 12, tzinfo=UTC)
    zone: ZoneInfo = _UTC
    products: Mapping[int, Product] = field(default_factory=dict)

    def find(self, members: Iterable[Member], query: Query) -> list[int]:
        """The keys of those who fit, in the asked order."""
        found = [m for m in members if all(self.fits(m, criterion) for criterion in query.criteria)]
        found.sort(key=lambda m: (name_key(m.name), m.id))
        if query.sort == NAME:
            return [m.id for m in (reversed(found) if query.descending else found)]
        keys = {m.id: self._sort_key(m, query.sort) for m in found}
        known = [m for m in found if keys[m.id] is not None]
        # Sorting backwards keeps the order of equals; those without a value come last either way.
        known.sort(key=lambda m: keys[m.id] or (), reverse=query.descending)
        return [m.id for m in known] + [m.id for m in found if keys[m.id] is None]

    def fits(self, member: Member, criterion: Criterion) -> bool:
        match criterion:
            case OneOf(key=key, values=values):
                return bool(values & set(self.choices(member, key)))
            case Between(key=key, low=low, high=high, below=below):
                number = self.number(member, key)
                if number is None or (low is not None and number < low):
                    return False
                return high is None or number < high or (number == high and not below)
            case Ranges(parts=parts):
                return any(self.fits(member, part) for part in parts)
            case Since() | NextDays():
                return self._lies(member, criterion)
            case YearlyBetween(key=key, first=first, last=last):
                return _in_part_of_year(member.values.get(key), first, last)
            case Contains(key=filters.PHONE, text=text):
                asked = digits(text)
                return not words(text) or (bool(asked) and any(asked in p for p in _dialled(member)))
            case Contains(key=key, text=text):
                return all(any(word in fold(part) for part in _texts(member, key)) for word in words(text))

    def _lies(self, member: Member, criterion: Since | NextDays) -> bool:
        day = member.values.get(criterion.key)
        if isinstance(criterion, NextDays) and isinstance(day, YearlyDate):
            return days_until(day, self.today) <= criterion.days
        number = self.number(member, criterion.key)
        if number is None:
            return isinstance(criterion, Since) and criterion.more
        ago = self.today.toordinal() - int(number)
        if isinstance(criterion, NextDays):
            return 0 <= -ago <= criterion.days
        return ago > criterion.days if criterion.more else 0 <= ago <= criterion.days

    def choices(self, member: Member, key: str) -> tuple[str, ...]:
        """A member's values of a list."""
        if key == HOLDER:
            return (str(member.holder),)
        if key in BOUGHT:
            place = key.rpartition(":")[2].replace("product", "name")
            bought = (getattr(self.products[p], place) for buying in member.purchases for p in buying.products)
            return tuple(dict.fromkeys(name for name in bought if name))
        match member.values.get(key):
            case None:
                return ()
            case bool(answer):
                return ("true" if answer else "false",)
            case tuple(texts):
                return texts
            case str(text):
                return (text,)
            case int() | Decimal() as number:
                return (choice_text(float(number)),)
            case other:
                raise TypeError(other)

    def number(self, member: Member, key: str) -> Decimal | None:
        """A member's number, or day as ordinal."""
        if is_history(key):
            return self._happened(member, key)
        match member.values.get(key) if key != "score" else member.score:
            case date() as day:
                return Decimal(day.toordinal())
            case int() | Decimal() as number:
                return Decimal(number)
            case _:
                return None

    def _happened(self, member: Member, key: str) -> Decimal | None:
        bought = member.purchases
        if is_contact(key):
            moments = [at for kind, at in member.contacts if at <= self.now and key in (CONTACT, contact_key(kind))]
        else:
            moments = [buying.at for buying in bought] if key == LAST_PURCHASE else []
        if moments:
            return Decimal(max(moments).astimezone(self.zone).date().toordinal())
        if not bought:
            return None
        return {SPEND: sum((b.amount for b in bought), Decimal(0)), PURCHASES: Decimal(len(bought))}.get(key)

    def _sort_key(self, member: Member, sort: str) -> tuple[object, ...] | None:
        if sort == "next_date":
            days = [days_until(v, self.today) for v in member.values.values() if isinstance(v, YearlyDate)]
            return (min(days),) if days else None
        if sort == HOLDER:
            return (name_key(self.names[member.holder]), member.holder)
        definition = next((d for d in self.definitions if d.key == sort), None)
        if definition is None or definition.attribute.type not in {AttributeType.TEXT, AttributeType.BOOLEAN}:
            value = member.values.get(sort)
            if isinstance(value, YearlyDate):
                return (days_until(value, self.today),)
            number = self.number(member, sort)
            return None if number is None else (number,)
        if definition.attribute.filter and definition.attribute.filter.control is DisplayControl.TEXT_BOX:
            texts = self.choices(member, sort)
            return (fold(" ".join(texts)),) if texts else None
        options = [option.value for option in definition.attribute.options]
        ranked = [
            (options.index(value) if value in options else len(options), fold(value), value)
            for value in self.choices(member, sort)
        ]
        return min(ranked) if ranked else None


def rows_of(members: Iterable[Member], definitions: Sequence[PropertyDefinition]) -> Rows:
    """What the database would read of these members."""
    there = sorted(members, key=lambda m: (name_key(m.name), m.id))
    references = {d.key: d.attribute.reference for d in definitions if d.attribute.reference}
    values: dict[str, list[tuple[int, int, str | None, float | None]]] = {"attribute": [], "measure": []}
    dates: list[tuple[int, str, int, int]] = []
    for member in there:
        for key, value in member.values.items():
            prefix, _, number = key.partition(":")
            if isinstance(value, YearlyDate):
                dates.append((member.id, references[key], value.month, value.day))
                continue
            values[prefix] += [(member.id, int(number), *parts) for parts in stored(value)]
    return Rows(
        customers=[(m.id, name_key(m.name), m.holder) for m in there],
        attributes=values["attribute"],
        measures=values["measure"],
        important_dates=dates,
        scores=[(m.id, m.score) for m in there if m.score is not None],
        phones=[(m.id, " ".join(_dialled(m))) for m in there if m.phones],
        emails=[(m.id, email) for m in there for email in m.emails],
        cards=[(m.id, text) for m in there for text in _card_texts(m)],
    )


def history_of(members: Iterable[Member], shelf: Shelf) -> History:
    """What the database would read of what happened with these members."""
    there = list(members)
    contacts = []
    for member in there:
        for kind in dict.fromkeys(kind for kind, _ in member.contacts):
            moments = sorted(int(at.timestamp()) for other, at in member.contacts if other == kind)
            done = [at for at in moments if at <= shelf.now.timestamp()]
            planned = moments[len(done) :]
            contacts.append((member.id, kind, done[-1] if done else None, planned[0] if planned else None))
    return History(
        contacts=contacts,
        purchases=[
            (m.id, len(m.purchases), int(sum(b.amount for b in m.purchases) * 10_000), _last(m))
            for m in there
            if m.purchases
        ],
        bought=[(m.id, p) for m in there for p in dict.fromkeys(p for b in m.purchases for p in b.products)],
        products=shelf.products,
    )


def _in_part_of_year(day: Value | None, first: tuple[int, int], last: tuple[int, int]) -> bool:
    if not isinstance(day, YearlyDate):
        return False
    at = (day.month, day.day)
    return first <= at <= last if first <= last else at >= first or at <= last


def _last(member: Member) -> int:
    return int(max(buying.at for buying in member.purchases).timestamp())


def _dialled(member: Member) -> list[str]:
    return [digits(number) for phone in member.phones for number in phone if number]


def _card_texts(member: Member) -> tuple[str, ...]:
    return (*member.cards, *("".join(words(card)) for card in member.cards))


def _texts(member: Member, key: str) -> tuple[str, ...]:
    if key in FIELDS:
        return {NAME: (member.name,), EMAIL: member.emails, CARD: _card_texts(member)}[key]
    value = member.values.get(key, ())
    return (value,) if isinstance(value, str) else tuple(str(text) for text in value)  # type: ignore[union-attr]
