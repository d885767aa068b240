"""Filters in words."""

from datetime import date
from decimal import Decimal

import pytest

from clienteling.domain.activity import ActivityType
from clienteling.domain.attribute import Attribute, AttributeType
from clienteling.domain.attribute import DisplayControl as C
from clienteling.domain.filters import (
    HOLDER,
    Between,
    Contains,
    Criterion,
    Facet,
    NextDays,
    OneOf,
    Ranges,
    Since,
    YearlyBetween,
    day_value,
)
from clienteling.domain.history import history_properties
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.filter_words import amount, criterion_words, days_label, facet_label, range_words
from tests.ui.pos.book import facets

TODAY = date(2026, 11, 20)
FORMATS = Formats("en-GB", "EUR", "Europe/Riga")
KEY = facets.KEY


def words(facet: Facet, asked: Criterion) -> str:
    return criterion_words(facet, asked, FORMATS, TODAY)


def test_customer_fields_and_the_holder_have_names_of_their_own() -> None:
    assert facet_label(facets.text_box(key=HOLDER)) == "In the book of"
    assert facet_label(facets.text_box()) == "Remarks"


def test_values_are_named_and_many_are_counted() -> None:
    facet = facets.listed({"a": 1, "b": 2, "c": 3, "d": 4})
    assert words(facet, OneOf(KEY, frozenset({"b", "a"}))) == "a, b"
    assert words(facet, OneOf(KEY, frozenset({"a", "b", "c", "d"}))) == "a, b +2"


def test_a_value_that_nobody_has_any_more_is_still_named() -> None:
    assert words(facets.listed({"a": 1}), OneOf(KEY, frozenset({"gone"}))) == "gone"


def test_yes_and_no() -> None:
    facet = facets.listed({"true": 1, "false": 2}, attribute=facets.VIP)
    assert words(facet, OneOf(KEY, frozenset({"true"}))) == "Yes"
    assert words(facet, OneOf(KEY, frozenset({"false"}))) == "No"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Between(KEY, Decimal(1000), None), "from €1,000"),
        (Between(KEY, None, Decimal(5000)), "up to €5,000"),
        (Between(KEY, None, Decimal(100), below=True), "under €100"),
        (Between(KEY, Decimal(1000), Decimal("2500.50")), "€1,000 to €2,500.50"),
    ],
)
def test_ranges_of_money(asked: Between, said: str) -> None:
    assert range_words(asked, facets.SPEND, FORMATS) == said


def test_a_number_has_its_unit() -> None:
    size = Attribute(1, "Size", AttributeType.DECIMAL, unit="EU")
    assert amount(Decimal("37.50"), size, FORMATS) == "37.5\N{NO-BREAK SPACE}EU"
    assert amount(38, None, FORMATS) == "38"


def test_yearly_dates() -> None:
    facet = facets.windows({7: 1})
    assert words(facet, NextDays(KEY, 30)) == "next 30 days"
    assert words(facet, YearlyBetween(KEY, (12, 20), (1, 5))) == "20 December – 5 January"
    assert words(facet, YearlyBetween(KEY, (2, 29), (2, 29))) == "29 February"


def test_days_are_said_as_they_are_counted_from_today_or_as_dates() -> None:
    facet = Facet(KEY, "Last visit", facets.windows({}).control, False, facets.SEEN)
    assert words(facet, Since(KEY, 30, more=False)) == "last 30 days"
    assert words(facet, Since(KEY, 365, more=False)) == "last year"
    assert words(facet, Since(KEY, 60, more=True)) == "more than 60 days ago"
    assert words(facet, NextDays(KEY, 0)) == "today"
    other = Between(KEY, day_value(date(2025, 12, 30)), day_value(date(2026, 1, 2)))
    assert words(facet, other) == "30 Dec 2025 – 2 Jan"


def test_several_ranges_are_said_one_after_the_other() -> None:
    asked = Ranges(KEY, (Between(KEY, None, Decimal(100), below=True), Between(KEY, Decimal(500), None)))
    assert words(facets.ranges(), asked) == "under €100, from €500"


def test_what_happened_has_names() -> None:
    types = (ActivityType(1, "visit", "Store visit", "store"), ActivityType(2, "vip", "VIP event", "star"))
    labels = [
        facet_label(Facet(d.key, d.attribute.name, C.WINDOW, False, d.attribute))
        for d in history_properties(types, "EUR")
    ]
    assert labels[:3] == ["Last contact", "Last store visit", "Last VIP event"]
    assert labels[3:6] == ["Total spend", "Purchases", "Last purchase"]
    assert labels[-2:] == ["Relationship health", "Engagement score"]


def test_text_stands_in_quotes() -> None:
    assert words(facets.text_box(), Contains(KEY, "silk")) == "“silk”"


def test_windows_are_named() -> None:
    assert days_label(30) == "30 days"
    assert days_label(365) == "1 year"
