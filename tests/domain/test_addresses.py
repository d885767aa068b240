"""Addresses as each country writes them."""

from dataclasses import replace

import pytest

from clienteling.domain.addresses import Part, address_form, countries, problems_of
from clienteling.domain.customer import Address

RIGA = Address("Miera iela 24-7", "Rīga", "LV-1013", "", "LV", "", primary=True)


def wrong(address: Address) -> list[str]:
    return [problem.field for problem in problems_of(address)]


def test_a_country_gives_order_names_and_what_is_needed() -> None:
    latvia = address_form("LV")
    assert latvia.lines == ((Part.STREET,), (Part.STATE,), (Part.CITY, Part.POSTAL_CODE))
    assert latvia.required == {Part.STREET, Part.CITY, Part.POSTAL_CODE}
    america = address_form("US")
    assert america.parts == (Part.STREET, Part.CITY, Part.STATE, Part.POSTAL_CODE)
    assert america.names[Part.POSTAL_CODE] == "zip"
    assert america.names[Part.STATE] == "state"
    assert ("NY", "New York") in america.states
    assert address_form("DE").states == ()
    assert Part.STATE not in address_form("DE").parts


def test_an_unknown_country_has_no_rules() -> None:
    assert problems_of(Address("anything", "", "", "", "XX", "", primary=True)) == ()
    assert problems_of(Address("anything", "", "", "", "", "", primary=True)) == ()


@pytest.mark.parametrize("country", countries())
def test_every_country_has_a_form_with_a_street(country: str) -> None:
    form = address_form(country)
    assert Part.STREET in form.parts
    assert len(set(form.parts)) == len(form.parts)
    assert form.required <= set(form.parts)


def test_what_is_missing_or_looks_wrong_is_named() -> None:
    assert wrong(RIGA) == []
    assert wrong(replace(RIGA, street="", city="")) == ["street", "city"]
    assert wrong(replace(RIGA, postal_code="1013 XY")) == ["postal_code"]
    assert "LV-1073" in problems_of(replace(RIGA, postal_code="13"))[0].message


@pytest.mark.parametrize(
    ("country", "typed", "written"),
    [
        ("LV", "1013", "LV-1013"),
        ("LV", "lv-1013", "LV-1013"),
        ("GB", "sw1a 1aa", "SW1A 1AA"),
        ("DK", "2100", "2100"),
        ("LV", "nonsense", "nonsense"),
        ("XX", " 77 ", "77"),
    ],
)
def test_a_postcode_is_completed_where_only_case_or_prefix_is_missing(country: str, typed: str, written: str) -> None:
    assert address_form(country).completed(typed) == written
