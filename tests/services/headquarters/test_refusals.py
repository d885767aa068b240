"""What headquarters refuses to save, with the field that is wrong."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clienteling.domain.attribute import AttributeType
from clienteling.domain.configuration.company import CommerceParameters, NumberSequence
from clienteling.domain.configuration.configuration import (
    InvalidConfiguration,
)
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.properties import Attribute, AttributeGroup, Member, Option
from clienteling.domain.configuration.retailer import Store
from clienteling.domain.configuration.screens import ScreenLayout
from clienteling.domain.errors import Invalid
from clienteling.domain.layout import Button, ButtonGrid
from clienteling.services.headquarters.headquarters import Saved
from tests.support.program import Program

ADA = "009"


def item(program: Program, section: str, key: str) -> Item:
    found = program.services.headquarters.item(None, section, key)
    assert found is not None
    return found


def attribute(program: Program, name: str) -> Attribute:
    found = item(program, "attributes", name)
    assert isinstance(found, Attribute)
    return found


def save(program: Program, section: str, changed: Item, opened: Item | None = None) -> Saved:
    return program.services.headquarters.save(None, section, changed, opened)


def refused(program: Program, section: str, changed: Item, opened: Item | None = None) -> list[tuple[str, str]]:
    """The fields that are wrong with what is said there; nothing is stored."""
    before = program.services.headquarters.configuration(None)
    with pytest.raises(InvalidConfiguration) as refusal:
        save(program, section, changed, opened)
    assert program.services.headquarters.configuration(None) == before
    return [(finding.field, finding.problem.message) for finding in refusal.value.findings]


def test_equal_display_orders_are_refused(sqlite_program: Program) -> None:
    group = AttributeGroup("Twice", (Member("Brand", 1), Member("Size", 1)))
    assert refused(sqlite_program, "attribute_groups", group) == [
        ("members", "“Brand” and “Size” have the same display order 1.")
    ]


def test_a_layout_without_buttons_is_refused(sqlite_program: Program) -> None:
    said = "A layout without buttons leaves a worker with nothing to press."
    assert refused(sqlite_program, "screen_layouts", ScreenLayout("a", "A")) == [("full", said)]
    empty = ScreenLayout("a", "A", full=ButtonGrid(4, 2))
    assert refused(sqlite_program, "screen_layouts", empty) == [("full", said)]


def test_buttons_that_overlap_or_do_not_fit_are_refused(sqlite_program: Program) -> None:
    grid = ButtonGrid(2, 2, (Button("my_book", 1, 1, 2, 2), Button("search", 2, 2), Button("dance", 3, 1)))
    assert [field for field, _ in refused(sqlite_program, "screen_layouts", ScreenLayout("a", "A", grid))] == [
        "full.buttons.2",
        "full.buttons.3.action",
        "full.buttons.3",
    ]


def test_a_number_sequence_has_room_for_what_comes(sqlite_program: Program) -> None:
    opened = item(sqlite_program, "number_sequences", "USMF/client_book")
    assert isinstance(opened, NumberSequence)
    assert refused(sqlite_program, "number_sequences", replace(opened, format="B-"), opened)[0][0] == "format"
    sequence = NumberSequence("cards", "C-#", "USMF")
    save(sqlite_program, "number_sequences", sequence)
    hq = sqlite_program.services.headquarters
    hq.set_next_number(None, sequence, 9)
    assert (hq.next_number(None, sequence).written, hq.next_number(None, sequence).left) == ("C-9", 1)
    hq.set_next_number(None, replace(sequence), 9)
    with pytest.raises(Invalid, match="not given again"):
        hq.set_next_number(None, sequence, 8)


def test_a_store_stays_in_its_legal_entity_and_keys_stay(sqlite_program: Program) -> None:
    store = item(sqlite_program, "stores", "S01")
    assert isinstance(store, Store)
    assert refused(sqlite_program, "stores", replace(store, legal_entity="DEMF"), store) == [
        ("legal_entity", "A store cannot move to another legal entity.")
    ]
    with pytest.raises(Invalid, match="known by stays"):
        save(sqlite_program, "stores", replace(store, code="S09"), store)


def test_what_is_referred_to_has_to_be_there(sqlite_program: Program) -> None:
    parameters = item(sqlite_program, "parameters", "USMF")
    assert isinstance(parameters, CommerceParameters)
    wrong = replace(
        parameters,
        client_book_attribute_group="Nowhere",
        client_book_identifier="none",
        measures=("Churn", "Churn"),
        settings={"card-places": "9", "volume": "11"},
    )
    assert [field for field, _ in refused(sqlite_program, "parameters", wrong, parameters)] == [
        "measures",
        "settings.card-places",
        "settings.volume",
        "client_book_attribute_group",
        "client_book_identifier",
    ]


def test_a_new_list_has_no_value_twice(sqlite_program: Program) -> None:
    new = Attribute("Colour", AttributeType.TEXT, options=(Option("Red"), Option("Red"), Option("a|b")))
    assert [field for field, _ in refused(sqlite_program, "attributes", new)] == ["options", "options"]
    numbers = Attribute("Weight", AttributeType.INTEGER, lowest=Decimal(9), highest=Decimal(1), default="x")
    assert [field for field, _ in refused(sqlite_program, "attributes", numbers)] == ["lowest", "default"]
