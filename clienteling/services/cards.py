"""What cards show: which properties, and their values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clienteling.database import attributes, books, company, records, score_parts, timeline
from clienteling.database.engine import Transaction
from clienteling.domain.attribute import Attribute, AttributeGroup
from clienteling.domain.card import Card, PropertyDefinition, PropertyValue, Score, card_properties
from clienteling.domain.history import history_properties
from clienteling.domain.parameters import CARD_PLACES
from clienteling.domain.relationship.enabling import shows_health
from clienteling.services.relationship.choices import chosen_for
from clienteling.services.relationship.reading import card_health


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a legal entity has defined: the card's properties, and all that a book can be filtered and sorted by.

    `all` are attributes and measures, `more` the score and what happened. `health` says that cards show it.
    """

    card: tuple[PropertyDefinition, ...]
    all: tuple[PropertyDefinition, ...]
    more: tuple[PropertyDefinition, ...]
    groups: tuple[AttributeGroup, ...]
    measures: tuple[Attribute, ...]
    health: bool = False


class CardReader:
    """Reads cards. Definitions are kept as long as nobody has written anything."""

    def __init__(self) -> None:
        self._definitions: dict[int, tuple[int, Definitions]] = {}

    def definitions(self, transaction: Transaction, legal_entity_id: int) -> Definitions:
        newest = records.newest(transaction)
        known = self._definitions.get(legal_entity_id)
        if known is None or known[0] != newest:
            known = (newest, _read(transaction, legal_entity_id))
            self._definitions[legal_entity_id] = known
        return known[1]

    def cards(self, transaction: Transaction, legal_entity_id: int, customer_ids: list[int]) -> tuple[Card, ...]:
        """The cards of customers, in the given order; those who are not there (any more) are left out."""
        definitions = self.definitions(transaction, legal_entity_id)
        shown = definitions.card
        faces = books.faces(transaction, customer_ids)
        values = property_values(transaction, customer_ids, shown)
        health = card_health(transaction, customer_ids) if definitions.health else {}
        parts = score_parts.of_customers(transaction, customer_ids)
        found: list[Card] = []
        for key in customer_ids:
            if key in faces:
                (account, name, phone, email, score), holder = faces[key]
                of = explained(score, parts.get(key, ()))
                found.append(Card(key, account, name, phone, email, of, values[key], holder, health.get(key)))
        return tuple(found)


def explained(score: Score | None, parts: tuple[tuple[str, float], ...]) -> Score | None:
    """A score with what it is made of, as far as that is known."""
    return score if score is None or not parts else replace(score, parts=parts)


def property_values(
    transaction: Transaction, customer_ids: list[int], shown: Sequence[PropertyDefinition]
) -> dict[int, tuple[PropertyValue, ...]]:
    """The values of properties for each customer; those without a value keep their place."""
    plain = attributes.values(transaction, customer_ids, [d.attribute for d in shown if not d.is_measure])
    measured = attributes.measure_values(transaction, customer_ids, [d.attribute for d in shown if d.is_measure])
    places = [(d, d.attribute.id, d.is_measure, PropertyValue(d, None)) for d in shown]

    def values(key: int) -> Iterator[PropertyValue]:
        for definition, attribute_id, is_measure, missing in places:
            place = (key, attribute_id)
            if is_measure:
                yield PropertyValue(definition, *measured[place]) if place in measured else missing
            else:
                yield PropertyValue(definition, plain[place]) if place in plain else missing

    return {key: tuple(values(key)) for key in customer_ids}


def _read(transaction: Transaction, legal_entity_id: int) -> Definitions:
    measures = attributes.chosen_measures(transaction, legal_entity_id)
    book, customer = attributes.groups_in_use(transaction, legal_entity_id)
    groups = tuple(group for group in (book, customer) if group is not None)
    members = book.members if book else ()
    every = {f"measure:{m.id}": PropertyDefinition(f"measure:{m.id}", m, True) for m in measures}
    for group in groups:
        every |= {f"attribute:{a.id}": PropertyDefinition(f"attribute:{a.id}", a, False) for a in group.members}
    currency = next(e.currency for e in company.legal_entities(transaction) if e.id == legal_entity_id)
    more = history_properties(timeline.activity_types(transaction, legal_entity_id), currency)
    places = CARD_PLACES.of(company.parameters(transaction, legal_entity_id))
    return Definitions(
        card_properties(measures, members, places),
        tuple(every.values()),
        more,
        groups,
        measures,
        shows_health(chosen_for(transaction, legal_entity_id)),
    )
