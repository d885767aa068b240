"""Attributes, measures and activity types from files."""

from decimal import Decimal

from clienteling.database import attributes
from clienteling.database import company as companies
from clienteling.database.engine import Transaction
from clienteling.domain.attribute import Attribute, AttributeType, DisplayControl, FilterSettings, Option
from clienteling.domain.importing import Kind
from tests.support.imports import Imported


def attribute(company: Imported, name: str) -> Attribute:
    return company.services.database.read(attributes.all_attributes)[name]


def group(company: Imported, name: str) -> list[str]:
    found = company.services.database.read(lambda t: attributes.group(t, name))
    return [member.name for member in found.members] if found else []


def chosen(company: Imported, entity: str) -> list[str]:
    def work(transaction: Transaction) -> list[str]:
        key = {e.code: e.id for e in companies.legal_entities(transaction)}[entity]
        return [measure.name for measure in attributes.chosen_measures(transaction, key)]

    return company.services.database.read(work)


def test_attributes_have_their_type_values_and_filter(company: Imported) -> None:
    company.take_well(
        Kind.ATTRIBUTES,
        "name,type,unit,lowest,highest,options,levels,filter_control,filter_multi_value,thresholds,label.lv,label.da\n"
        "Loyalty,text,,,,Gold|Silver,yes,list,no,,Lojalitāte,Loyalitet\n"
        "Height,decimal,cm,50,250.5,,,range,,100;150.5,,\n",
    )
    loyalty, height = attribute(company, "Loyalty"), attribute(company, "Height")
    assert loyalty.options == (Option("Gold"), Option("Silver"))
    assert (loyalty.levels, loyalty.filter) == (True, FilterSettings(DisplayControl.LIST, multi_value=False))
    assert loyalty.label("lv") == "Lojalitāte"
    assert (height.type, height.unit, height.lowest, height.highest) == (
        AttributeType.DECIMAL,
        "cm",
        Decimal(50),
        Decimal("250.5"),
    )
    assert height.filter == FilterSettings(DisplayControl.RANGE, thresholds=(Decimal(100), Decimal("150.5")))


def test_what_a_file_does_not_have_of_an_attribute_stays(company: Imported) -> None:
    before = attribute(company, "Income")
    report = company.take_well(Kind.ATTRIBUTES, "name,type,unit\nIncome,currency,EUR\n")
    assert report.changed == 1
    after = attribute(company, "Income")
    assert (after.unit, after.filter) == ("EUR", before.filter)
    assert group(company, "Client book") == ["Birthday", "Occupation", "Sizes", "Income"]


def test_attributes_change_places_and_leave_the_group(company: Imported) -> None:
    content = "name,type,reference,client_book_order\nBirthday,reference,Birthday,2\nOccupation,text,,1\nSizes,text,,\n"
    assert company.take_well(Kind.ATTRIBUTES, content).changed == 3
    assert group(company, "Client book") == ["Occupation", "Birthday", "Income"]
    assert company.take_well(Kind.ATTRIBUTES, content).unchanged == 3


def test_a_place_is_taken_once_and_a_rejected_row_keeps_its_own(company: Imported) -> None:
    content = "name,type,client_book_order\nOccupation,text,4\nSizes,text,7\nIncome,text,9\nOwner,boolean,7\n"
    report = company.take(Kind.ATTRIBUTES, content, partial=True)
    assert [(p.line, p.column, p.reason) for p in report.problems] == [
        (4, "filter_control", "A filter of this type is one of: list, text_box."),
        (5, "client_book_order", "“Sizes” has this place already."),
    ]
    assert group(company, "Client book") == ["Birthday", "Occupation", "Sizes", "Income"]


def test_attributes_that_cannot_be_taken_are_said(company: Imported) -> None:
    company.take_well(Kind.CUSTOMERS, "account_number,legal_entity,attribute.Sizes,attribute.Owner\nC-1,USMF,38,yes\n")
    rows = """name,type,options,multi_value,reference,lowest,highest,filter_control,thresholds
A,colour,,,,,,,
B,reference,,,,,,,
C,text,,,Birthday,,,,
D,integer,1|2,,,,,,
E,integer,,yes,,,,,
F,integer,,,,9,1,,
G,integer,,,,,,text_box,
H,integer,,,,,,range,
I,integer,,,,,,range,5;3
J,integer,,,,,,range,five
Sizes,text,,no,,,,,
Owner,integer,,,,,,,
"""
    assert [(line, column, why) for line, column, _, why in company.reasons(Kind.ATTRIBUTES, rows)] == [
        (2, "type", "“colour” is none of: currency, datetime, decimal, integer, text, boolean, reference."),
        (3, "reference", "A reference names an important date; other types do not."),
        (4, "reference", "A reference names an important date; other types do not."),
        (5, "options", "Only texts have a list of values."),
        (6, "multi_value", "Only texts can have several values."),
        (7, "lowest", "9 is more than 1."),
        (8, "filter_control", "A filter of this type is one of: list, range, slider, slider_with_bars."),
        (9, "thresholds", "A range needs thresholds, like 100;500;1000."),
        (10, "thresholds", "Thresholds rise from the first to the last."),
        (11, "thresholds", "“five” is no number."),
        (12, "type", "The type cannot change while customers have values."),
        (13, "type", "The type cannot change while customers have values."),
    ]


def test_measures_are_chosen_for_all_legal_entities_or_for_one(company: Imported) -> None:
    content = "name,type,options,card_order\nSpend,currency,,3\nChurn,text,low|high,1\nNext,text,,2\nHidden,integer,,\n"
    assert company.take_well(Kind.MEASURE_DEFINITIONS, content).created == 4
    assert chosen(company, "USMF") == chosen(company, "DEMF") == ["Churn", "Next", "Spend"]
    assert company.take_well(Kind.MEASURE_DEFINITIONS, content).unchanged == 4
    only = "name,type,legal_entity,card_order\nSpend,currency,DEMF,1\nNext,text,DEMF,\n"
    assert company.take_well(Kind.MEASURE_DEFINITIONS, only).changed == 2
    assert chosen(company, "USMF") == ["Churn", "Next", "Spend"]
    assert chosen(company, "DEMF") == ["Spend", "Churn"]
    assert company.take_well(Kind.MEASURE_DEFINITIONS, only).unchanged == 2


def test_measures_that_cannot_be_taken_are_said(company: Imported) -> None:
    rows = "name,type,card_order\nA|B,text,\nC,reference,\nD,text,4\nE,text,1\nF,text,1\nE,text,2\n"
    assert [(line, column, why) for line, column, _, why in company.reasons(Kind.MEASURE_DEFINITIONS, rows)] == [
        (2, "name", "A name has no “|”: lists are divided by it."),
        (3, "type", "A measure is no reference."),
        (4, "card_order", "4 is not from 1 to 3."),
        (6, "card_order", "This stands in line 5 already."),
        (7, "name", "This stands in line 5 already."),
    ]


def test_a_measure_is_the_same_in_all_legal_entities(company: Imported) -> None:
    head = "name,type,legal_entity,unit,card_order\n"
    company.take_well(Kind.MEASURE_DEFINITIONS, head + "Spend,currency,USMF,EUR,1\nSpend,currency,DEMF,EUR,2\n")
    assert company.reasons(
        Kind.MEASURE_DEFINITIONS, head + "Spend,currency,USMF,EUR,1\nSpend,currency,DEMF,USD,2\n"
    ) == [(3, "name", "Spend", "An earlier row defines this measure otherwise.")]


def test_activity_types_follow_the_order_of_their_file(company: Imported) -> None:
    content = "legal_entity,code,name,icon\nUSMF,fitting,Fitting,scissors\nUSMF,gift,Gift,\nDEMF,gift,Geschenk,gift\n"
    assert company.take_well(Kind.ACTIVITY_TYPES, content).created == 3
    assert company.take_well(Kind.ACTIVITY_TYPES, content).unchanged == 3
    types = company.services.timelines.activity_types(company.session("001"))
    assert [t.code for t in types] == ["visit", "phone", "email", "appointment", "fitting", "gift"]
    company.take_well(Kind.ACTIVITY_TYPES, "legal_entity,code,name,position\nUSMF,gift,Gift,0\n")
    assert company.services.timelines.activity_types(company.session("001"))[0].code == "gift"
