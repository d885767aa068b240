"""The attributes and measures of the small company: one of every type and filter."""

from collections.abc import Mapping
from decimal import Decimal

from clienteling.database import attributes, company
from clienteling.database.engine import Transaction
from clienteling.domain.attribute import (
    Attribute,
    AttributeType,
    DisplayControl,
    FilterSettings,
    Option,
)
from clienteling.domain.company import LegalEntity
from tests.support.customers import Properties

ATTRIBUTES = (
    Attribute(
        0,
        "Birthday",
        AttributeType.REFERENCE,
        reference="Birthday",
        filter=FilterSettings(DisplayControl.WINDOW),
    ),
    Attribute(
        0,
        "Brand",
        AttributeType.TEXT,
        labels={"lv": "Zīmols"},
        options=(Option("Fabrikam"), Option("Contoso", {"lv": "Kontoso"}), Option("Northwind")),
        filter=FilterSettings(DisplayControl.LIST),
    ),
    Attribute(0, "Spend", AttributeType.CURRENCY, filter=FilterSettings(DisplayControl.SLIDER_WITH_BARS)),
    Attribute(
        0,
        "Size",
        AttributeType.DECIMAL,
        unit="EU",
        lowest=Decimal(30),
        highest=Decimal(50),
        filter=FilterSettings(DisplayControl.RANGE, thresholds=(Decimal("37.5"), Decimal(40))),
    ),
    Attribute(0, "VIP", AttributeType.BOOLEAN, filter=FilterSettings(DisplayControl.LIST, multi_value=False)),
    Attribute(0, "Interests", AttributeType.TEXT, multi_value=True, filter=FilterSettings(DisplayControl.LIST)),
    Attribute(0, "Remarks", AttributeType.TEXT, filter=FilterSettings(DisplayControl.TEXT_BOX)),
    Attribute(0, "Visits", AttributeType.INTEGER, filter=FilterSettings(DisplayControl.LIST)),
    Attribute(0, "Member since", AttributeType.DATE_TIME, filter=FilterSettings(DisplayControl.WINDOW)),
    Attribute(0, "Secret", AttributeType.TEXT),
)
BOOK_GROUP = ("Birthday", "Brand", "Spend", "Size", "VIP")
CUSTOMER_GROUP = ("Interests", "Remarks", "Visits", "Member since", "Secret")

MEASURES = (
    Attribute(0, "Churn", AttributeType.DECIMAL, unit="%"),
    Attribute(0, "Next best action", AttributeType.TEXT),
)


def add_properties(transaction: Transaction, entities: Mapping[str, LegalEntity]) -> Properties:
    """Define them all. USMF shows one measure on its cards, DEMF none."""
    known = {a.name: attributes.save_attribute(transaction, a) for a in ATTRIBUTES}
    measures = {m.name: attributes.save_measure(transaction, m) for m in MEASURES}
    attributes.save_group(transaction, "Client book", [known[name].id for name in BOOK_GROUP])
    attributes.save_group(transaction, "Customer", [known[name].id for name in CUSTOMER_GROUP])
    for entity in entities.values():
        company.set_parameter(transaction, entity.id, company.CLIENT_BOOK_GROUP, "Client book")
        company.set_parameter(transaction, entity.id, company.CUSTOMER_GROUP, "Customer")
    company.set_parameter(transaction, entities["USMF"].id, company.MEASURES, "Churn")
    return Properties(known, measures)
