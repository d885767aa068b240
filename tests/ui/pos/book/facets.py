"""Facets as controls are given them."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from clienteling.domain.attribute import Attribute, AttributeType, DisplayControl, Option
from clienteling.domain.filters import Bar, Between, Criterion, Facet, FacetValue, NextDays, OneOf, Since
from clienteling.domain.history import CONTACT

KEY = "attribute:1"
BRAND = Attribute(1, "Brand", AttributeType.TEXT, options=(Option("Nord"), Option("Süd")))
SPEND = Attribute(1, "Spend", AttributeType.CURRENCY)
VISITS = Attribute(1, "Visits", AttributeType.INTEGER)
VIP = Attribute(1, "VIP", AttributeType.BOOLEAN)
SEEN = Attribute(1, "Last visit", AttributeType.DATE_TIME)
BIRTHDAY = Attribute(1, "Birthday", AttributeType.REFERENCE, reference="Birthday")


def listed(
    counts: Mapping[str, int],
    asked: Criterion | None = None,
    *,
    attribute: Attribute | None = BRAND,
    multi: bool = True,
) -> Facet:
    values = tuple(FacetValue(v, v, count, OneOf(KEY, frozenset({v}))) for v, count in counts.items())
    label = attribute.name if attribute else KEY
    return Facet(KEY, label, DisplayControl.LIST, multi, attribute, values, criterion=asked)


def windows(counts: Mapping[int, int], asked: Criterion | None = None) -> Facet:
    values = tuple(FacetValue(str(days), "", count, NextDays(KEY, days)) for days, count in counts.items())
    return Facet(KEY, "Birthday", DisplayControl.WINDOW, False, BIRTHDAY, values, criterion=asked)


def gaps(counts: Mapping[int, int], asked: Criterion | None = None) -> Facet:
    values = tuple(FacetValue(str(d), "", count, Since(CONTACT, d, more=True)) for d, count in counts.items())
    return Facet(CONTACT, "Last contact", DisplayControl.WINDOW, False, SEEN, values, criterion=asked)


def slider(lowest: float | None, highest: float | None, asked: Criterion | None = None) -> Facet:
    bars = () if lowest is None or highest is None else (Bar(lowest, highest, 3),)
    return Facet(KEY, "Spend", DisplayControl.SLIDER_WITH_BARS, False, SPEND, (), bars, lowest, highest, asked)


def ranges(asked: Criterion | None = None) -> Facet:
    edges = (None, Decimal(100), Decimal(500), None)
    criteria = [Between(KEY, low, high, below=True) for low, high in pairwise(edges)]
    values = tuple(FacetValue(str(at), "", at + 1, criterion) for at, criterion in enumerate(criteria))
    return Facet(KEY, "Basket", DisplayControl.RANGE, True, SPEND, values, criterion=asked)


def text_box(asked: Criterion | None = None, key: str = KEY) -> Facet:
    return Facet(key, "Remarks", DisplayControl.TEXT_BOX, False, None, criterion=asked)


def keyed(facet: Facet, key: str) -> Facet:
    return replace(facet, key=key)
