"""Filters as text: what each way of writing means, and that nothing that can be typed breaks."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.activity import ActivityType
from clienteling.domain.attribute import Attribute, AttributeType, DisplayControl, FilterSettings, Option
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.columns import Rows
from clienteling.domain.errors import Invalid
from clienteling.domain.filter_text import are_named, parse_filter, parse_filters, parse_sort
from clienteling.domain.filters import (
    Between,
    Contains,
    Criterion,
    Facet,
    NextDays,
    OneOf,
    Query,
    Ranges,
    Since,
    YearlyBetween,
    day_value,
)
from clienteling.domain.history import (
    CATEGORY,
    CONTACT,
    LAST_PURCHASE,
    PURCHASES,
    SPEND,
    SUBCATEGORY,
    History,
    Product,
    contact_key,
    history_properties,
)
from clienteling.domain.text import fold
from clienteling.services.open_book import OpenBook

TODAY = date(2026, 11, 22)
LEVELS = (Option("low", {"lv": "zems"}), Option("high", {"lv": "augsts"}))


def attribute(
    number: int,
    name: str,
    kind: AttributeType,
    control: DisplayControl,
    *,
    multi_value: bool = True,
    options: tuple[Option, ...] = (),
    reference: str = "",
) -> PropertyDefinition:
    made = Attribute(
        number,
        name,
        kind,
        labels={"lv": f"{name} (latviski)"},
        options=options,
        reference=reference,
        filter=FilterSettings(control, multi_value),
    )
    return PropertyDefinition(f"attribute:{number}", made, False)


DEFINITIONS = (
    attribute(1, "Brand", AttributeType.TEXT, DisplayControl.LIST),
    attribute(2, "Risk", AttributeType.TEXT, DisplayControl.LIST, multi_value=False, options=LEVELS),
    attribute(3, "Spend", AttributeType.CURRENCY, DisplayControl.SLIDER_WITH_BARS),
    attribute(4, "Size", AttributeType.DECIMAL, DisplayControl.LIST),
    attribute(5, "Last visit", AttributeType.DATE_TIME, DisplayControl.WINDOW),
    attribute(6, "Birthday", AttributeType.REFERENCE, DisplayControl.WINDOW, reference="Birthday"),
    attribute(7, "Member", AttributeType.BOOLEAN, DisplayControl.LIST),
    attribute(8, "Remark", AttributeType.TEXT, DisplayControl.TEXT_BOX),
    attribute(9, "Children", AttributeType.INTEGER, DisplayControl.RANGE),
)
BELOW_2, FROM_4 = Between("attribute:9", None, Decimal(2)), Between("attribute:9", Decimal(4), None)
TYPES = (ActivityType(1, "email", "E-mail", "mail"), ActivityType(2, "visit", "Store visit", "store"))
BRANDS = {11: "Maison", 12: "Ægir", 13: "maison", 14: "Nord|Syd"}


def open_book() -> OpenBook:
    """Four customers of two workers, each with some values."""
    days = {11: date(2026, 11, 1), 12: date(2025, 3, 9)}
    values: list[tuple[int, int, str | None, float | None]] = [(key, 1, brand, None) for key, brand in BRANDS.items()]
    values += [
        (11, 2, "low", None),
        (11, 3, None, 120.5),
        (12, 3, None, 900.0),
        (11, 4, None, 38.0),
        (12, 4, None, 38.5),
    ]
    values += [(key, 5, None, float(day.toordinal())) for key, day in days.items()]
    values += [(11, 7, None, 1.0), (12, 7, None, 0.0), (13, 8, "likes red shoes", None), (14, 9, None, 3.0)]
    book = OpenBook(
        (1,), DEFINITIONS, {7: "Anna Bērziņa", 8: "Jens Kjær"}, TODAY, more=history_properties(TYPES, "EUR")
    )
    book.load(
        Rows(
            customers=[(key, f"name {key}", 7 if key < 13 else 8, f"Name {key}") for key in BRANDS],
            attributes=values,
            measures=[],
            important_dates=[(11, "Birthday", 12, 24), (12, "Birthday", 2, 29)],
            scores=[(11, 78)],
            phones=[(11, "37120000000 20000000")],
            emails=[(12, "anna@example.com")],
            cards=[(13, "l-100")],
        )
    )
    seconds = int(datetime(2026, 9, 1, tzinfo=UTC).timestamp())
    book.load_history(
        History(
            contacts=[(11, 1, seconds, None), (12, 2, seconds, None)],
            purchases=[(11, 2, 1_505_000, seconds), (12, 1, 9_000_000, seconds)],
            bought=[(11, 1), (11, 2), (12, 2)],
            products={1: Product("Bags", "Totes", "Grand tote"), 2: Product("Shoes", "Pumps", "Suede pumps")},
        )
    )
    return book


BOOK = open_book()
FACETS = BOOK.find(Query(), "lv", more=True).facets


def parsed(text: str) -> Criterion:
    return parse_filter(text, FACETS)


def understood(text: str) -> Criterion | None:
    """What a filter means; None if it is refused in words for a person."""
    try:
        return parsed(text)
    except Invalid as refusal:
        return None if refusal.message and refusal.field == "filter" else pytest.fail(f"no words for {text!r}")


def found(criterion: Criterion) -> set[int]:
    return {int(key) for key in BOOK.find(Query((criterion,)), "en").ids}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brand=Maison", OneOf("attribute:1", frozenset({"Maison"}))),
        ("Brand=AEGIR", OneOf("attribute:1", frozenset({"Ægir"}))),
        ("Brand=MAISON", OneOf("attribute:1", frozenset({"Maison", "maison"}))),
        ("Brand=Ægir | maison", OneOf("attribute:1", frozenset({"Ægir", "maison"}))),
        ("Brand=Nord|Syd", OneOf("attribute:1", frozenset({"Nord|Syd"}))),
        ("Risk=zems", OneOf("attribute:2", frozenset({"low"}))),
        ("Risk=high", OneOf("attribute:2", frozenset({"high"}))),
        ("holder=jens kjaer", OneOf("holder", frozenset({"8"}))),
        ("Spend=10..50", Between("attribute:3", Decimal(10), Decimal(50))),
        ("Spend=..50.5", Between("attribute:3", None, Decimal("50.5"))),
        ("Spend = 10 .. ", Between("attribute:3", Decimal(10), None)),
        ("Spend=-3", Between("attribute:3", Decimal(-3), Decimal(-3))),
        ("Children=1..2", Between("attribute:9", Decimal(1), Decimal(2))),
        ("Size=38.0|38.50", OneOf("attribute:4", frozenset({"38", "38.5"}))),
        ("Size=38.2..", OneOf("attribute:4", frozenset({"38.5"}))),
        ("Last visit=2026-01-01..", Between("attribute:5", day_value(date(2026, 1, 1)), None)),
        ("Last visit=today", NextDays("attribute:5", 0)),
        ("Last visit=last 30", Since("attribute:5", 30, more=False)),
        ("Last visit=At most 30 days ago", Since("attribute:5", 30, more=False)),
        ("Last visit=next 7 days", NextDays("attribute:5", 7)),
        ("Children=..2|4..", Ranges("attribute:9", (BELOW_2, FROM_4))),
        ("Last contact=more than 60 days", Since(CONTACT, 60, more=True)),
        ("last E-MAIL = more than 60 days ago", Since(contact_key(1), 60, more=True)),
        ("Last store visit=at most 7 days", Since(contact_key(2), 7, more=False)),
        ("Total spend=500..", Between(SPEND, Decimal(500), None)),
        ("Purchases=1..2", Between(PURCHASES, Decimal(1), Decimal(2))),
        ("Last purchase=last 365", Since(LAST_PURCHASE, 365, more=False)),
        ("Bought=bags|Shoes", OneOf(CATEGORY, frozenset({"Bags", "Shoes"}))),
        ("Bought kind=Totes", OneOf(SUBCATEGORY, frozenset({"Totes"}))),
        ("score=50..", Between("score", Decimal(50), None)),
        ("Engagement score=..20", Between("score", None, Decimal(20))),
        ("Birthday=next 30", NextDays("attribute:6", 30)),
        ("Birthday=30", NextDays("attribute:6", 30)),
        ("Birthday=today", NextDays("attribute:6", 0)),
        ("Birthday=12-20..01-06", YearlyBetween("attribute:6", (12, 20), (1, 6))),
        ("Birthday=--02-29", YearlyBetween("attribute:6", (2, 29), (2, 29))),
        ("Member=YES", OneOf("attribute:7", frozenset({"true"}))),
        ("Member=n|y", OneOf("attribute:7", frozenset({"false", "true"}))),
        ("Remark=Red shoe", Contains("attribute:8", "Red shoe")),
        ("phone=2000 0000", Contains("phone", "2000 0000")),
        ("NAME=anna", Contains("name", "anna")),
        ("attribute:1=Maison", OneOf("attribute:1", frozenset({"Maison"}))),
    ],
)
def test_a_filter_means_what_it_says(text: str, expected: Criterion) -> None:
    assert parsed(text) == expected


@pytest.mark.parametrize(
    "name", ["Birthday", "birthday", "  BIRTHDAY ", "Bírthday", "Birthday (latviski)", "BIRTHDAY  (LATVISKI)"]
)
def test_a_name_is_known_by_label_and_name_in_any_writing(name: str) -> None:
    assert parsed(f"{name}=next 7") == NextDays("attribute:6", 7)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Brand", "NAME=VALUE"),
        ("=x", "NAME=VALUE"),
        ("Brand=", "NAME=VALUE"),
        ("Colour=red", "There is no “Colour” here. There are: holder, Brand (latviski), Risk (latviski)"),
        ("Brand=Prada", "nobody here is “Prada”. There are: "),
        ("Risk=low|high", "only one value"),
        ("Spend=much", "“much” is no number"),
        ("Spend=nan", "too many digits"),
        ("Spend=1e99", "too many digits"),
        ("Spend=50..10", "ends before it begins"),
        ("Spend=..", "a beginning, an end, or both"),
        ("Last visit=yesterday", "neither “last 30”, “more than 60 days” nor a date like"),
        ("Last e-mail=long ago", "neither “last 30”, “more than 60 days” nor a date like"),
        ("Last letter=more than 60 days", "Last contact, Last e-mail, Last store visit, Total spend"),
        ("Last contact=more than 10000 days", "At most 9999 days"),
        ("Bought=Hats", "nobody here is “Hats”. There are: Shoes, Bags."),
        ("Total spend=much", "“much” is no number"),
        ("Last visit=last 10000", "At most 9999 days, not 10000."),
        ("Last visit=next 99999", "At most 9999 days"),
        ("Birthday=02-30", "neither “next 30” nor a day like 12-24"),
        ("Birthday=next 367", "at most 366 days"),
        ("Birthday=99999999999999999999-1", "neither"),
        ("Member=perhaps", "neither yes nor no"),
        ("phone=home", "has no digits"),
        ("name=!!!", "no letters and no digits"),
    ],
)
def test_a_wrong_filter_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parsed(text)
    assert refusal.value.field == "filter"
    assert said in refusal.value.message


def test_a_name_that_two_properties_have_is_refused_with_their_keys() -> None:
    twice = (*DEFINITIONS, attribute(20, "brand", AttributeType.TEXT, DisplayControl.TEXT_BOX))
    book = OpenBook((1,), twice, {}, TODAY)
    book.load(Rows([], [], [], [], [], [], [], []))
    facets = book.find(Query(), "en").facets
    with pytest.raises(Invalid, match="can be: attribute:1, attribute:20"):
        parse_filter("Brand=x", facets)
    assert parse_filter("attribute:20=x", facets) == Contains("attribute:20", "x")


def test_what_headquarters_has_defined_goes_before_what_is_there_of_itself() -> None:
    assert parsed("Spend=1..").key == "attribute:3"
    without = [facet for facet in FACETS if facet.key != "attribute:3"]
    assert parse_filter("Spend=1..", without).key == SPEND


def test_it_is_known_whether_all_filters_have_names_of_facets() -> None:
    plain = BOOK.find(Query(), "lv").facets
    assert are_named(["brand=x", "Birthday (latviski)=30", "attribute:3=1.."], plain)
    assert not are_named(["brand=x", "Last contact=more than 60 days"], plain)
    assert are_named(["brand=x", "Last contact=more than 60 days"], FACETS)


def test_two_filters_for_one_property_are_refused() -> None:
    with pytest.raises(Invalid, match="second filter"):
        parse_filters(["Spend=1..", "spend=..9"], FACETS)


def test_filters_for_several_properties_hold_together() -> None:
    query = parse_filters(["Spend=100..", "Birthday=next 60"], FACETS)
    assert [int(key) for key in BOOK.find(query, "en").ids] == [11]


def test_a_property_with_too_many_values_for_a_list_is_asked_with_a_range() -> None:
    facet = next(f for f in _many_sizes().find(Query(), "en").facets if f.key == "attribute:4")
    assert parse_filter("Size=5", (facet,)) == Between("attribute:4", Decimal(5), Decimal(5))


def _many_sizes() -> OpenBook:
    book = OpenBook((1,), DEFINITIONS, {}, TODAY)
    customers = [(key, str(key), 7, str(key)) for key in range(1, 402)]
    sizes = [(key, 4, None, float(key)) for key in range(1, 402)]
    book.load(Rows(customers, sizes, [], [], [], [], [], []))
    return book


number = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2050, 12, 31))
texts = st.one_of(
    st.text(max_size=30),
    st.from_regex(r"(next|last|more than|at most) [0-9]{1,6}( days)?", fullmatch=True),
    st.from_regex(r"-?[0-9]{0,4}(\.[0-9])?\.\.-?[0-9]{0,5}", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-1][0-9]-[0-3][0-9](\.\.)?", fullmatch=True),
    st.from_regex(r"[0-9]{1,2}-[0-9]{1,2}(\.\.[0-9]{2}-[0-9]{2})?", fullmatch=True),
    st.sampled_from(["yes", "no", "Maison|Ægir", "low", "Anna Berzina", "|", "38", "today"]),
)
facets = st.sampled_from(FACETS)


@given(facets, texts)
def test_whatever_is_typed_is_a_filter_that_the_book_can_answer_or_is_refused(facet: Facet, text: str) -> None:
    criterion = understood(f"{facet.key}={text}")
    if criterion is None:
        return
    assert criterion.key == facet.key
    assert found(criterion) <= set(BRANDS)


@given(st.text(max_size=40))
def test_any_text_at_all_is_a_filter_or_is_refused(text: str) -> None:
    criterion = understood(text)
    if criterion is None:
        return
    assert "=" in text
    assert found(criterion) <= set(BRANDS)


@given(number, number)
def test_a_range_of_numbers_is_read_as_it_is_written(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert parsed(f"Spend={low}..{high}") == Between("attribute:3", low, high)


@given(days, days)
def test_a_range_of_days_is_read_as_it_is_written(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert parsed(f"Last visit={first}..{last}") == Between("attribute:5", day_value(first), day_value(last))


@given(days, days)
def test_yearly_days_are_read_as_they_are_written(first: date, last: date) -> None:
    text = f"Birthday={first:%m-%d}..{last:%m-%d}"
    assert parsed(text) == YearlyBetween("attribute:6", (first.month, first.day), (last.month, last.day))


@given(st.lists(st.sampled_from(sorted(BRANDS.values())), min_size=1, unique=True))
def test_a_list_finds_those_who_have_one_of_its_values(brands: list[str]) -> None:
    if any("|" in brand for brand in brands) and len(brands) > 1:
        return  # a value with the separator in it can be asked for alone only
    expected = {key for key, brand in BRANDS.items() if brand in brands}
    assert found(parsed(f"Brand={'|'.join(brands)}")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name", ("name", False)),
        ("-Next Date", ("next_date", True)),
        ("score", ("score", False)),
        ("-spend", ("attribute:3", True)),
        ("Spend (latviski)", ("attribute:3", False)),
        ("attribute:6", ("attribute:6", False)),
        ("holder", ("holder", False)),
        ("-engagement score", ("score", True)),
        ("Last contact", (CONTACT, False)),
        ("-last e-mail", (contact_key(1), True)),
        ("-Total Spend", (SPEND, True)),
    ],
)
def test_an_order_means_what_it_says(text: str, expected: tuple[str, bool]) -> None:
    assert parse_sort(text, (*DEFINITIONS, *BOOK.more), "lv") == expected
    assert expected[0] in BOOK.sorts()


@pytest.mark.parametrize("text", ["", "-", "colour", "--spend"])
def test_an_unknown_order_says_which_there_are(text: str) -> None:
    with pytest.raises(Invalid, match="There are: name, next date, score, holder, Brand") as refusal:
        parse_sort(text, DEFINITIONS, "en")
    assert refusal.value.field == "sort"


@given(st.sampled_from(DEFINITIONS), st.booleans(), st.sampled_from([str.upper, str.lower, str.title, fold]))
def test_every_property_can_be_an_order_in_any_writing(
    definition: PropertyDefinition, descending: bool, written: object
) -> None:
    assert callable(written)
    text = f"{'-' if descending else ''}{written(definition.attribute.name)}"
    assert parse_sort(text, DEFINITIONS, "en") == (definition.key, descending)
