"""Who takes the rows of each kind."""

from collections.abc import Callable, Mapping

from clienteling.domain.importing import Kind
from clienteling.services.importing.books import Books
from clienteling.services.importing.company import LegalEntities, Stores, Workers
from clienteling.services.importing.customers import Customers
from clienteling.services.importing.definitions import ActivityTypes, Attributes, MeasureDefinitions
from clienteling.services.importing.purchases import Products, Purchases
from clienteling.services.importing.run import Run, Taker
from clienteling.services.importing.timeline import Activities, Notes
from clienteling.services.importing.values import AttributeValues, Measures, Scores

TAKERS: Mapping[Kind, Callable[[Run], Taker]] = {
    Kind.LEGAL_ENTITIES: LegalEntities,
    Kind.STORES: Stores,
    Kind.WORKERS: Workers,
    Kind.ATTRIBUTES: Attributes,
    Kind.MEASURE_DEFINITIONS: MeasureDefinitions,
    Kind.ACTIVITY_TYPES: ActivityTypes,
    Kind.PRODUCTS: Products,
    Kind.CUSTOMERS: Customers,
    Kind.ATTRIBUTE_VALUES: AttributeValues,
    Kind.MEASURES: Measures,
    Kind.SCORES: Scores,
    Kind.PURCHASES: Purchases,
    Kind.ACTIVITIES: Activities,
    Kind.NOTES: Notes,
    Kind.BOOKS: Books,
}

WITH_OWN_LINES = frozenset({Kind.CUSTOMERS, Kind.BOOKS})
"""Kinds whose rows are lines of the audit each. Of the others it has their numbers."""
