"""Activities and notes: what workers did with customers, what they plan, and what they remember."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from clienteling.services.demo import templates
from clienteling.services.demo.cast import MAN, WOMAN
from clienteling.services.demo.cast_stories import Story
from clienteling.services.demo.clientele import Person
from clienteling.services.demo.dice import dice, happens, weighted
from clienteling.services.demo.retailer import EMPLOYEES, SHOPS
from clienteling.services.demo.shopping import THREE_YEARS, Receipt, Shopping, opening_time

NOTE_KINDS = ("internal", "external")
_TYPES = {
    "visit": templates.VISITS,
    "phone": templates.CALLS,
    "email": templates.MAILS,
    "appointment": templates.APPOINTMENTS,
}
_TYPE_NAMES = tuple(_TYPES)
_TYPE_WEIGHTS = (30, 62, 88, 100)
# The days since the last contact: from, to, cumulated weight
_LAST_CONTACT = ((1, 30), (30, 60), (60, 90), (90, 300))
_LAST_CONTACT_WEIGHTS = (52, 83, 94, 100)
_PRONOUNS = {WOMAN: ("she", "her", "her"), MAN: ("he", "his", "him"), "": ("they", "their", "them")}
_LONGEST_SERVICE = 4.0  # years; who is here for less has written little


@dataclass(frozen=True, slots=True)
class Entry:
    """An activity, or a note if `kind` is one of NOTE_KINDS. `at` is in the store's time zone."""

    kind: str
    at: datetime
    title: str
    text: str
    worker: str
    store: str


class ContactHistory:
    """Throws activities and notes, the same ones for the same customer each time."""

    def __init__(self, seed: int, today: date, shopping: Shopping) -> None:
        self._seed = seed
        self._today = today
        self._shopping = shopping
        self._authors = {
            shop.code: tuple(
                e.number
                for e in EMPLOYEES
                if shop.code in e.stores and e.years >= _LONGEST_SERVICE and e.role != "administrator"
            )
            for shop in SHOPS
        }

    def activities(self, person: Person) -> Iterator[Entry]:
        """All activities of a customer, in no order."""
        throw = dice(self._seed, "activities", person.number)
        days = self._activity_days(throw, person)
        member = person.member
        for story in member.stories if member else ():
            if story.type not in NOTE_KINDS:
                yield self._told(person, story)
        if not days:
            return
        writing = _Writing(throw, person, self._shopping.receipts(person))
        for days_ago in days:
            kind = weighted(throw, _TYPE_NAMES, _TYPE_WEIGHTS)
            yield self._entry(writing, kind, days_ago, *throw.choice(_TYPES[kind]))
        if person.holder and not (member and member.stories):
            yield from self._purchases_seen(writing, min(days))
            yield from self._plans(writing)

    def notes(self, person: Person) -> Iterator[Entry]:
        """All notes about a customer, in no order."""
        member = person.member
        if member and member.stories:
            yield from (self._told(person, story) for story in member.stories if story.type in NOTE_KINDS)
            return
        throw = dice(self._seed, "notes", person.number)
        chance = 0.35 if person.holder else 0.05
        known = min((self._today - person.since).days, THREE_YEARS)
        while happens(throw, chance):
            kind = NOTE_KINDS[happens(throw, 0.3)]
            texts = templates.EXTERNAL_NOTES if kind == "external" else templates.INTERNAL_NOTES
            days_ago = 1 + int((known - 1) * throw.random())
            yield self._entry(_Writing(throw, person, []), kind, days_ago, "", throw.choice(texts))
            chance /= 2

    def _activity_days(self, throw: Random, person: Person) -> list[int]:
        """How many days ago each activity was."""
        member = person.member
        known = min((self._today - person.since).days, THREE_YEARS)
        if member and member.further_stories is not None:
            return [26 + int((known - 26) * throw.random() ** 1.5) for _ in range(member.further_stories)]
        if not person.holder:
            wanted = 1 + int(2 * throw.random()) if happens(throw, 0.3) else 0
            return [1 + int((known - 1) * throw.random()) for _ in range(wanted)]
        low, high = weighted(throw, _LAST_CONTACT, _LAST_CONTACT_WEIGHTS)
        newest = low + int((high - low) * throw.random())
        if member and member.stories:
            newest = max(newest, max(story.days_ago for story in member.stories) + 5)
        days = []
        for _ in range(1 + int(throw.lognormvariate(1.6, 0.5))):
            if newest > known:
                break
            days.append(newest)
            newest += 3 + int(throw.expovariate(1 / 55))
        return days

    def _purchases_seen(self, writing: "_Writing", newest: int) -> Iterator[Entry]:
        """Visits at which something was bought, none after the last contact."""
        throw, person = writing.throw, writing.person
        for receipt in writing.receipts:
            days_ago = (self._today - receipt.at.date()).days
            if days_ago < newest or receipt.store != person.store or not happens(throw, 0.3):
                continue
            item = _article(receipt)
            if item:
                at = receipt.at - timedelta(minutes=throw.randint(12, 50))
                text = writing.text(throw.choice(templates.BOUGHT), item)
                yield Entry("visit", at, "", text, self._author(throw, person), person.store)

    def _plans(self, writing: "_Writing") -> Iterator[Entry]:
        throw = writing.throw
        if happens(throw, 0.06):
            kind, title, text = throw.choice(templates.PLANNED)
            yield self._entry(writing, kind, -throw.randint(1, 21), title, text)

    def _entry(self, writing: "_Writing", kind: str, days_ago: int, title: str, text: str) -> Entry:
        throw, person = writing.throw, writing.person
        at = self._shopping.moment(person.store, days_ago, opening_time(throw))
        return Entry(kind, at, title, writing.text(text), self._author(throw, person), person.store)

    def _told(self, person: Person, story: Story) -> Entry:
        at = self._shopping.moment(person.store, story.days_ago, time.fromisoformat(story.time))
        return Entry(story.type, at, story.title, story.text, story.worker, person.store)

    def _author(self, throw: Random, person: Person) -> str:
        own = person.holder and happens(throw, 0.75)
        return person.holder if own else throw.choice(self._authors[person.store])


@dataclass(frozen=True, slots=True)
class _Writing:
    """Fills templates with what a customer bought and whom they come with."""

    throw: Random
    person: Person
    receipts: list[Receipt]

    def text(self, template: str, item: str = "") -> str:
        item = item or self._item()
        they, their, them = _PRONOUNS[self.person.gender]
        companion = self.throw.choice(templates.COMPANIONS).format(their=their)
        return template.format(
            item=item,
            garment=self.throw.choice(templates.GARMENTS[self.person.audience]),
            another=self._item(item),
            they=they,
            They=they.capitalize(),
            their=their,
            them=them,
            companion=companion,
            colour=self.throw.choice(templates.COLOURS),
        )

    def _item(self, other_than: str = "") -> str:
        bought = _article(self.throw.choice(self.receipts)) if self.receipts else ""
        if bought and bought != other_than:
            return bought
        return self.throw.choice([item for item in templates.ITEMS if item != other_than])


def _article(receipt: Receipt) -> str:
    """The first thing on a receipt as one speaks of it: "cashmere wrap coat"; empty for a service."""
    product = receipt.lines[0].product
    if product.category == "Services":
        return ""
    name = product.name.split(",")[0].split(" · ")[0]
    return name[0].lower() + name[1:]
