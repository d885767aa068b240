"""Values as people read them, and as scripts do."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from clienteling.cli import documents
from clienteling.cli.readable import Reader, counted, number, yearly
from clienteling.domain.attribute import Attribute, AttributeType, DisplayControl, Option, Value
from clienteling.domain.card import PropertyDefinition, PropertyValue
from clienteling.domain.dates import YearlyDate
from clienteling.domain.filters import Bar, Between, Facet, FacetValue, NextDays, OneOf, Since

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
READER = Reader("lv", "EUR", ZoneInfo("Europe/Riga"), NOW)
LEVELS = (Option("low", {"lv": "zems"}), Option("high"))


def attribute(kind: AttributeType, unit: str = "", options: tuple[Option, ...] = ()) -> Attribute:
    return Attribute(1, "Property", kind, unit=unit, options=options)


@pytest.mark.parametrize(
    ("known", "value", "text", "document"),
    [
        (attribute(AttributeType.TEXT, options=LEVELS), "low", "zems", "low"),
        (attribute(AttributeType.TEXT), ("red", "blue"), "red, blue", ["red", "blue"]),
        (attribute(AttributeType.CURRENCY), Decimal("1234.5"), "1,234.50 EUR", "1234.5"),
        (attribute(AttributeType.CURRENCY, "USD"), Decimal(-2), "-2.00 USD", "-2"),
        (attribute(AttributeType.DECIMAL, "EU"), Decimal("38.50"), "38.5 EU", "38.50"),
        (attribute(AttributeType.INTEGER), 1200, "1,200", 1200),
        (attribute(AttributeType.BOOLEAN), True, "yes", True),
        (attribute(AttributeType.BOOLEAN), False, "no", False),
        (attribute(AttributeType.DATE_TIME), date(2026, 2, 3), "2026-02-03", "2026-02-03"),
        (attribute(AttributeType.REFERENCE), YearlyDate(3, 12), "12 March", "--03-12"),
        (attribute(AttributeType.REFERENCE), YearlyDate(3, 12, 1980), "12 March 1980", "1980-03-12"),
    ],
)
def test_a_value_reads_well_and_is_exact_for_scripts(
    known: Attribute, value: Value, text: str, document: object
) -> None:
    assert READER.value(known, value) == text
    assert documents.value(value) == document


def test_an_old_measure_says_its_age_and_a_missing_value_is_a_dash() -> None:
    definition = PropertyDefinition("measure:1", attribute(AttributeType.INTEGER), True)
    fresh, old = NOW - timedelta(hours=5), NOW - timedelta(days=12, hours=3)
    assert READER.property(PropertyValue(definition, 7, fresh)) == "7"
    assert READER.property(PropertyValue(definition, 7, old)) == "7 (12 days old)"
    assert READER.property(PropertyValue(definition, None)) == "–"


def test_moments_are_in_the_zone_of_the_store_for_people_and_in_utc_for_scripts() -> None:
    moment = datetime(2026, 11, 22, 1, 30, tzinfo=timezone(timedelta(hours=3)))
    assert READER.moment(moment) == "2026-11-22 00:30"
    assert documents.moment(moment) == "2026-11-21T22:30:00Z"
    assert datetime.fromisoformat(documents.moment(moment)) == moment


def test_numbers_have_no_more_decimals_than_they_need() -> None:
    assert [number(n) for n in (1200.0, 0.5, Decimal("10.00"), 3, 1234567.25)] == [
        "1,200",
        "0.5",
        "10",
        "3",
        "1,234,567.25",
    ]
    assert [counted(n, "row", "rows") for n in (0, 1, 1200)] == ["0 rows", "1 row", "1,200 rows"]
    assert yearly(YearlyDate(2, 29)) == "29 February"


def facet(control: DisplayControl, kind: AttributeType, *values: FacetValue, **ends: float) -> Facet:
    return Facet("attribute:1", "Property", control, True, attribute(kind), values, (), **ends)  # type: ignore[arg-type]


def test_a_facet_names_its_values_with_their_counts() -> None:
    key = "attribute:1"
    brand = facet(
        DisplayControl.LIST,
        AttributeType.TEXT,
        *(FacetValue(n, n, c, OneOf(key, frozenset({n}))) for n, c in (("Nord", 1200), ("Syd", 0), ("Öst", 2))),
    )
    assert READER.facet(brand) == "Nord 1,200 · Öst 2"
    window = facet(DisplayControl.WINDOW, AttributeType.REFERENCE, FacetValue("30", "", 4, NextDays(key, 30)))
    assert READER.facet(window) == "next 30 days 4"
    past = facet(
        DisplayControl.WINDOW,
        AttributeType.DATE_TIME,
        FacetValue("90", "", 4, Since(key, 90, more=False)),
        FacetValue("30", "", 2, Since(key, 30, more=True)),
    )
    assert READER.facet(past) == "last 90 days 4 · more than 30 days 2"
    ranges = facet(
        DisplayControl.RANGE,
        AttributeType.DECIMAL,
        FacetValue("0", "", 4, Between(key, None, Decimal("37.5"), below=True)),
        FacetValue("1", "", 2, Between(key, Decimal("37.5"), None)),
    )
    assert READER.facet(ranges) == "..37.5 4 · 37.5.. 2"
    answers = facet(DisplayControl.LIST, AttributeType.BOOLEAN, FacetValue("true", "true", 3, OneOf(key, frozenset())))
    assert READER.facet(answers) == "yes 3"


def test_a_long_facet_is_cut_and_a_slider_has_two_ends() -> None:
    many = facet(
        DisplayControl.LIST,
        AttributeType.TEXT,
        *(FacetValue(str(n), str(n), 1, OneOf("attribute:1", frozenset())) for n in range(14)),
    )
    assert READER.facet(many).endswith("9 1 · 4 more")
    assert READER.facet(facet(DisplayControl.SLIDER, AttributeType.DECIMAL, lowest=1.0, highest=99.999)) == "1 to 100"
    assert READER.facet(facet(DisplayControl.SLIDER, AttributeType.DECIMAL)) == "–"


def test_bars_without_an_end_are_still_json() -> None:
    open_ended = Facet(
        "a",
        "A",
        DisplayControl.SLIDER,
        False,
        None,
        bars=(Bar(float("-inf"), 10.0, 3), Bar(10.0, float("inf"), 1)),
    )
    assert documents.facet(open_ended)["bars"] == [
        {"low": None, "high": 10.0, "count": 3},
        {"low": 10.0, "high": None, "count": 1},
    ]
