from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.attribute import (
    MOST_DIGITS,
    Attribute,
    AttributeType,
    Option,
    Value,
    parse_value,
)
from clienteling.domain.errors import Invalid


def attribute(kind: AttributeType, **more: object) -> Attribute:
    return Attribute(1, "Property", kind, **more)  # type: ignore[arg-type]


BRANDS = (Option("Fabrikam", {"lv": "Fabrika"}), Option("Contoso"))
LISTED = attribute(AttributeType.TEXT, options=BRANDS)
SEVERAL = attribute(AttributeType.TEXT, multi_value=True)
SEVERAL_LISTED = attribute(AttributeType.TEXT, multi_value=True, options=BRANDS)
SIZE = attribute(AttributeType.DECIMAL, lowest=Decimal(30), highest=Decimal("50.5"))


@pytest.mark.parametrize(
    ("definition", "text", "value"),
    [
        (attribute(AttributeType.TEXT), "  as typed ", "as typed"),
        (attribute(AttributeType.TEXT), "a|b", "a|b"),
        (LISTED, "fabrikam", "Fabrikam"),
        (SEVERAL, "red| blue |red||", ("red", "blue")),
        (SEVERAL, "red", ("red",)),
        (SEVERAL_LISTED, "CONTOSO|fabrikam", ("Contoso", "Fabrikam")),
        (attribute(AttributeType.INTEGER), "-7", -7),
        (attribute(AttributeType.INTEGER), "7.0", 7),
        (attribute(AttributeType.DECIMAL), "7.25", Decimal("7.25")),
        (attribute(AttributeType.CURRENCY), "1234.50", Decimal("1234.5")),
        (SIZE, "30", Decimal(30)),
        (SIZE, "50.5", Decimal("50.5")),
        (attribute(AttributeType.BOOLEAN), "Yes", True),
        (attribute(AttributeType.BOOLEAN), "0", False),
        (attribute(AttributeType.DATE_TIME), "2026-11-22", date(2026, 11, 22)),
        (attribute(AttributeType.DATE_TIME), "2026-11-22T23:59:00", date(2026, 11, 22)),
    ],
)
def test_a_typed_text_becomes_a_value_of_the_type(definition: Attribute, text: str, value: Value) -> None:
    found = parse_value(definition, text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("definition", "text", "message"),
    [
        (attribute(AttributeType.TEXT), " ", "fill this in"),
        (attribute(AttributeType.TEXT), "a\0b", "cannot be stored"),
        (attribute(AttributeType.TEXT), "x" * 1001, "At most 1000"),
        (LISTED, "Northwind", "“Northwind” is not in the list"),
        (SEVERAL_LISTED, "Contoso|Northwind", "“Northwind” is not in the list"),
        (SEVERAL, " | | ", "fill this in"),
        (attribute(AttributeType.INTEGER), "7.5", "not a whole number"),
        (attribute(AttributeType.INTEGER), "seven", "no number"),
        (attribute(AttributeType.DECIMAL), "1,000.00", "no number"),
        (attribute(AttributeType.DECIMAL), "1_000", "no number"),
        (attribute(AttributeType.DECIMAL), "NaN", "too many digits"),
        (attribute(AttributeType.DECIMAL), "-Infinity", "too many digits"),
        (attribute(AttributeType.DECIMAL), "1e400", "too many digits"),
        (attribute(AttributeType.DECIMAL), "0." + "1" * 16, "too many digits"),
        (attribute(AttributeType.CURRENCY), "1234567890123456", "too many digits"),
        (SIZE, "29.99", "29.99 is less than 30"),
        (SIZE, "50.51", "50.51 is more than 50.5"),
        (attribute(AttributeType.BOOLEAN), "maybe", "neither yes nor no"),
        (attribute(AttributeType.DATE_TIME), "22.11.2026", "no date like"),
        (attribute(AttributeType.DATE_TIME), "2026-02-29", "February 2026 has 28 days"),
        (attribute(AttributeType.REFERENCE, reference="Birthday"), "2000-01-01", "customer's file"),
    ],
)
def test_a_text_that_is_no_value_of_the_type_is_refused(definition: Attribute, text: str, message: str) -> None:
    with pytest.raises(Invalid, match=message) as refusal:
        parse_value(definition, text)
    assert refusal.value.field == "Property"


def significant(number: Decimal) -> bool:
    return len(number.as_tuple().digits) <= MOST_DIGITS


numbers = st.decimals(
    min_value=Decimal("-999999999999999"),
    max_value=Decimal("999999999999999"),
    places=4,
    allow_nan=False,
    allow_infinity=False,
).filter(significant)


@given(numbers)
def test_a_number_is_kept_exactly_and_survives_being_a_double(number: Decimal) -> None:
    value = parse_value(attribute(AttributeType.DECIMAL), str(number))
    assert value == number
    assert Decimal(repr(float(number))) == number


@given(st.integers(-(10**MOST_DIGITS) + 1, 10**MOST_DIGITS - 1))
def test_a_whole_number_is_kept_exactly(number: int) -> None:
    assert parse_value(attribute(AttributeType.INTEGER), str(number)) == number
    assert round(float(number)) == number


@given(st.text(max_size=60), st.sampled_from(AttributeType))
def test_any_text_is_a_value_or_refused_with_the_name_of_the_attribute(text: str, kind: AttributeType) -> None:
    definition = attribute(kind, multi_value=kind is AttributeType.TEXT)
    refused = None
    try:
        parse_value(definition, text)
    except Invalid as refusal:
        refused = refusal
    assert refused is None or (refused.field == "Property" and refused.message)


@pytest.mark.parametrize(("language", "label"), [("lv", "Zīmols"), ("lv-LV", "Zīmols"), ("da", "Brand"), ("", "Brand")])
def test_a_label_falls_back_from_region_to_language_to_name(language: str, label: str) -> None:
    brand = Attribute(1, "Brand", AttributeType.TEXT, labels={"lv": "Zīmols"})
    assert brand.label(language) == label


@pytest.mark.parametrize(
    ("value", "language", "label"),
    [("Fabrikam", "lv-LV", "Fabrika"), ("Fabrikam", "da", "Fabrikam"), ("unlisted", "lv", "unlisted")],
)
def test_a_value_of_a_list_is_shown_in_the_language(value: str, language: str, label: str) -> None:
    assert LISTED.option_label(value, language) == label
