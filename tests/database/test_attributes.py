from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.database import attributes, company
from clienteling.database.attributes import stored, value_of
from clienteling.database.engine import Database, Transaction
from clienteling.domain.attribute import (
    Attribute,
    AttributeType,
    DisplayControl,
    FilterSettings,
    Option,
    Value,
    parse_value,
)
from clienteling.domain.dates import YearlyDate
from tests.support.company_properties import BOOK_GROUP, CUSTOMER_GROUP
from tests.support.program import Program


def attribute(kind: AttributeType, *, several: bool = False) -> Attribute:
    return Attribute(7, "Property", kind, multi_value=several)


FULL = Attribute(
    0,
    "Size",
    AttributeType.DECIMAL,
    labels={"lv": "Izmērs"},
    unit="EU",
    lowest=Decimal("30.5"),
    highest=Decimal(50),
    multi_value=True,
    options=(Option("38", {"lv": "38", "da": "otteogtredive"}), Option("39")),
    levels=True,
    filter=FilterSettings(DisplayControl.RANGE, multi_value=False, thresholds=(Decimal("37.5"), Decimal(40))),
)


def test_a_definition_is_read_as_it_was_saved(database: Database) -> None:
    saved = database.write(lambda t: attributes.save_attribute(t, FULL))
    assert saved.id > 0
    found = database.read(attributes.all_attributes)["Size"]
    assert found == saved
    assert found == Attribute(found.id, **{name: getattr(FULL, name) for name in Attribute.__slots__ if name != "id"})


def test_saving_the_same_name_again_changes_the_definition_and_keeps_its_key(database: Database) -> None:
    first = database.write(lambda t: attributes.save_attribute(t, FULL))
    second = database.write(lambda t: attributes.save_attribute(t, Attribute(0, "Size", AttributeType.TEXT)))
    assert second == Attribute(first.id, "Size", AttributeType.TEXT)
    assert database.read(attributes.all_attributes) == {"Size": second}


def test_a_measure_is_read_as_it_was_saved(database: Database) -> None:
    churn = Attribute(0, "Churn", AttributeType.TEXT, {"lv": "x"}, "%", options=(Option("low"),), levels=True)
    saved = database.write(lambda t: attributes.save_measure(t, churn))
    again = database.write(lambda t: attributes.save_measure(t, churn))
    assert saved == again == database.read(attributes.all_measures)["Churn"]
    assert saved.options == churn.options


def test_a_group_has_its_members_in_display_order(program: Program) -> None:
    known = program.company.properties.attributes
    names = ["VIP", "Brand", "Spend"]
    program.database.write(lambda t: attributes.save_group(t, "Client book", [known[name].id for name in names]))
    group = program.database.read(lambda t: attributes.group(t, "Client book"))
    assert group is not None
    assert [member.name for member in group.members] == names
    assert program.database.read(lambda t: attributes.group(t, "none")) is None


def test_a_legal_entity_has_its_groups_and_measures(program: Program) -> None:
    usmf, demf = program.company.entities["USMF"].id, program.company.entities["DEMF"].id
    book, customer = program.database.read(lambda t: attributes.groups_in_use(t, usmf))
    assert book is not None
    assert customer is not None
    assert tuple(member.name for member in book.members) == BOOK_GROUP
    assert tuple(member.name for member in customer.members) == CUSTOMER_GROUP
    program.database.write(lambda t: company.set_parameter(t, demf, company.MEASURES, "Next best action|gone|Churn"))
    assert [m.name for m in program.database.read(lambda t: attributes.chosen_measures(t, usmf))] == ["Churn"]
    chosen = program.database.read(lambda t: attributes.chosen_measures(t, demf))
    assert [m.name for m in chosen] == ["Next best action", "Churn"]
    assert program.database.read(lambda t: attributes.groups_in_use(t, 0)) == (None, None)


@pytest.mark.parametrize(
    ("definition", "value"),
    [
        (attribute(AttributeType.TEXT), "Fabrikam “ē”"),
        (attribute(AttributeType.TEXT, several=True), ("red", "blue")),
        (attribute(AttributeType.INTEGER), -(10**15) + 1),
        (attribute(AttributeType.DECIMAL), Decimal("38.5")),
        (attribute(AttributeType.DECIMAL), Decimal("0.000001")),
        (attribute(AttributeType.CURRENCY), Decimal("1234567.80")),
        (attribute(AttributeType.CURRENCY), Decimal("1.234")),
        (attribute(AttributeType.BOOLEAN), False),
        (attribute(AttributeType.DATE_TIME), date(1888, 2, 29)),
    ],
)
def test_a_value_of_every_type_survives_being_stored(program: Program, definition: Attribute, value: Value) -> None:
    saved = program.database.write(lambda t: attributes.save_attribute(t, definition))
    place = (program.company.customers["C-0001"], saved.id)

    def write_and_read(transaction: Transaction) -> Value | None:
        attributes.set_values(transaction, {place: value})
        return attributes.values(transaction, [place[0]], [saved]).get(place)

    found = program.database.write(write_and_read)
    assert found == value
    assert type(found) is type(value)
    program.database.write(lambda t: attributes.set_values(t, {place: None}))
    assert program.database.read(lambda t: attributes.values(t, [place[0]], [saved])) == {}


decimals = st.decimals(-(10**9), 10**9, places=6).filter(lambda d: len(d.as_tuple().digits) <= 15)


@given(
    st.sampled_from([AttributeType.INTEGER, AttributeType.DECIMAL, AttributeType.CURRENCY, AttributeType.DATE_TIME]),
    decimals,
    st.dates(),
)
def test_what_was_typed_is_what_is_shown_again(kind: AttributeType, number: Decimal, day: date) -> None:
    texts = {AttributeType.INTEGER: str(int(number)), AttributeType.DATE_TIME: day.isoformat()}
    definition = attribute(kind)
    value = parse_value(definition, texts.get(kind, str(number)))
    assert value_of(definition, list(stored(value))) == value


def test_currency_has_at_least_two_decimals() -> None:
    assert str(value_of(attribute(AttributeType.CURRENCY), [(None, 12.5)])) == "12.50"


@pytest.mark.parametrize(("kind", "row"), [(AttributeType.TEXT, (None, 7.0)), (AttributeType.INTEGER, ("seven", None))])
def test_a_value_of_another_type_is_none(kind: AttributeType, row: tuple[str | None, float | None]) -> None:
    assert value_of(attribute(kind), [row]) is None
    assert value_of(attribute(kind, several=True), [row]) is None
    assert value_of(attribute(kind), []) is None


@pytest.mark.parametrize("value", [YearlyDate(2, 29), datetime(2026, 11, 22, tzinfo=UTC)])
def test_what_is_no_value_of_an_attribute_is_not_stored(value: Value) -> None:
    with pytest.raises(TypeError):
        stored(value)


def test_references_come_from_the_customers_important_dates(program: Program) -> None:
    birthday = program.company.properties.attributes["Birthday"]
    first, third = program.company.customers["C-0001"], program.company.customers["C-0003"]
    found = program.database.read(lambda t: attributes.values(t, [first, third], [birthday]))
    assert found == {(first, birthday.id): YearlyDate(2, 29, 1988), (third, birthday.id): YearlyDate(12, 31, 1970)}


def test_two_attributes_can_refer_to_the_same_date(program: Program) -> None:
    birthday = program.company.properties.attributes["Birthday"]
    name_day = Attribute(0, "Born", AttributeType.REFERENCE, reference="Birthday")
    first = program.company.customers["C-0001"]
    born = program.database.write(lambda t: attributes.save_attribute(t, name_day))
    found = program.database.read(lambda t: attributes.values(t, [first], [birthday, born]))
    assert set(found) == {(first, birthday.id), (first, born.id)}


def test_measures_come_with_when_they_were_computed(program: Program) -> None:
    churn, action = program.company.properties.measures.values()
    first, fourth = program.company.customers["C-0001"], program.company.customers["C-0004"]
    found = program.database.read(lambda t: attributes.measure_values(t, [first, fourth], [churn, action]))
    assert set(found) == {(first, churn.id), (first, action.id)}
    value, as_of = found[(first, action.id)]
    assert value == "Call"
    assert as_of.tzinfo is not None
    assert program.database.read(lambda t: attributes.measure_values(t, [first], [])) == {}
