"""Attributes, attribute groups and measures."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from clienteling.domain.attribute import NUMBERS, AttributeType
from clienteling.domain.configuration.company import CommerceParameters
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.properties import Attribute, AttributeGroup, Measure
from clienteling.ui.headquarters.card_aside import CardAside
from clienteling.ui.headquarters.filter_input import FilterInput
from clienteling.ui.headquarters.members_input import MembersInput
from clienteling.ui.headquarters.noun import Aside, Fields, Known, Noun, Values, label_fields
from clienteling.ui.headquarters.options_input import OptionsInput
from clienteling.ui.headquarters.type_words import type_words
from clienteling.ui.lists.side_list import SideRow
from clienteling.ui.lists.table_column import Pill
from clienteling.ui.till import Till
from clienteling.ui.widgets.choices import language_choices
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import (
    ChoiceInput,
    Heading,
    NumberInput,
    OwnInput,
    SwitchInput,
    TextInput,
)
from clienteling.ui.widgets.pill import State
from clienteling.ui.widgets.select import Choice

WITH_UNIT = NUMBERS


def _is(*kinds: AttributeType) -> Any:
    """Whether the form is of an attribute of one of these types."""
    return lambda values: values.get("type") in kinds


class Attributes(Noun):
    kind = Attribute
    icon = "gem"
    fixed = ("name",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add attribute")
        self.empty = translate("Nouns", "Attributes are what associates see of a customer and filter by.")

    def row(self, item: Attribute, known: Known) -> SideRow:
        refined = Pill(QCoreApplication.translate("Nouns", "filter"), State.OK) if item.can_be_refined else None
        return SideRow(item.key, item.name, type_words(item.type), pill=refined)

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        types = tuple(Choice(kind, type_words(kind)) for kind in AttributeType)
        return (
            TextInput("name", translate("Nouns", "Name"), half=True),
            ChoiceInput("type", translate("Nouns", "Type"), types, half=True),
            TextInput(
                "reference",
                translate("Nouns", "Important date"),
                placeholder="Birthday",
                hint=translate("Nouns", "The date of the customer that it shows."),
                shown=_is(AttributeType.REFERENCE),
            ),
            *self._typed_fields(known),
            *label_fields(known, translate("Nouns", "What workers of other languages read.")),
            Heading(
                translate("Nouns", "Filter settings"),
                translate("Nouns", "They are confirmed first; then the attribute can be refined."),
            ),
            OwnInput(
                "filter",
                translate("Nouns", "Display control"),
                make=lambda: FilterInput(self.till.formats.locale),
            ),
            SwitchInput("can_be_refined", translate("Nouns", "Can be refined")),
        )

    def _typed_fields(self, known: Known) -> Fields:
        """What only some types have."""
        translate = QCoreApplication.translate
        return (
            TextInput(
                "unit",
                translate("Nouns", "Unit"),
                note=translate("Nouns", "(optional)"),
                half=True,
                shown=_is(*NUMBERS),
            ),
            TextInput(
                "default",
                translate("Nouns", "Default"),
                note=translate("Nouns", "(optional)"),
                half=True,
                shown=_is(*(kind for kind in AttributeType if kind is not AttributeType.REFERENCE)),
            ),
            NumberInput("lowest", translate("Nouns", "From"), decimals=True, half=True, shown=_is(*NUMBERS)),
            NumberInput("highest", translate("Nouns", "To"), decimals=True, half=True, shown=_is(*NUMBERS)),
            OwnInput(
                "options",
                translate("Nouns", "List of values"),
                note=translate("Nouns", "(empty: any text)"),
                make=lambda: OptionsInput(_languages(known)),
                shown=_is(AttributeType.TEXT),
            ),
            SwitchInput("multi_value", translate("Nouns", "Several values"), half=True, shown=_is(AttributeType.TEXT)),
            SwitchInput(
                "levels",
                translate("Nouns", "From good to bad"),
                hint=translate("Nouns", "Cards show where a value stands among them."),
                half=True,
                shown=_is(AttributeType.TEXT),
            ),
        )

    def blank(self, known: Known) -> Values:
        return {**super().blank(known), "name": "", "type": AttributeType.TEXT, "options": ()}

    def follow(self, form: Form) -> None:
        kind = form.values()["type"]
        filters = form.own("filter")
        if isinstance(filters, FilterInput) and isinstance(kind, AttributeType):
            filters.set_type(kind)
        confirmed = isinstance(filters, FilterInput) and filters.value() is not None
        form.set_enabled(("can_be_refined",), confirmed)
        if not confirmed:
            form.fill({"can_be_refined": False})

    def item(self, values: Values, opened: Any) -> Item:
        """What means nothing for the type is left out."""
        kind = values["type"]
        given = dict(values)
        if kind is not AttributeType.REFERENCE:
            given["reference"] = ""
        else:
            given["default"] = ""
        if kind not in NUMBERS:
            given |= {"unit": "", "lowest": None, "highest": None}
        if kind is not AttributeType.TEXT:
            given |= {"options": (), "multi_value": False, "levels": False}
        return super().item(given, opened)


class AttributeGroups(Noun):
    kind = AttributeGroup
    icon = "list-ordered"
    wide = True
    fixed = ("name",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add attribute group")
        self.empty = translate("Nouns", "A group puts attributes in the order in which cards show them.")

    def row(self, item: AttributeGroup, known: Known) -> SideRow:
        translate = QCoreApplication.translate
        used = any(p.client_book_attribute_group == item.name for p in known.items(CommerceParameters))
        pill = Pill(translate("Nouns", "client books"), State.OK) if used else None
        return SideRow(item.key, item.name, translate("Nouns", "%n attribute(s)", "", len(item.members)), pill=pill)

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        attributes = known.view.configuration.all(Attribute)
        return (
            TextInput("name", translate("Nouns", "Name")),
            OwnInput("members", translate("Nouns", "Attributes"), make=lambda: MembersInput(attributes)),
        )

    def blank(self, known: Known) -> Values:
        return {"name": "", "members": ()}

    def aside(self) -> Aside:
        return CardAside(self.till)


class Measures(Noun):
    kind = Measure
    icon = "chart-no-axes-column"
    fixed = ("name",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add measure")
        self.empty = translate("Nouns", "Measures are values that Customer Insights computes for each customer.")

    def row(self, item: Measure, known: Known) -> SideRow:
        return SideRow(item.key, item.name, type_words(item.type))

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        types = tuple(Choice(kind, type_words(kind)) for kind in AttributeType if kind is not AttributeType.REFERENCE)
        return (
            TextInput("name", translate("Nouns", "Name"), half=True),
            ChoiceInput("type", translate("Nouns", "Type"), types, half=True),
            TextInput("unit", translate("Nouns", "Unit"), note=translate("Nouns", "(optional)"), shown=_is(*NUMBERS)),
            OwnInput(
                "options",
                translate("Nouns", "List of values"),
                note=translate("Nouns", "(empty: any text)"),
                make=lambda: OptionsInput(_languages(known)),
                shown=_is(AttributeType.TEXT),
            ),
            SwitchInput("levels", translate("Nouns", "From good to bad"), shown=_is(AttributeType.TEXT)),
            *label_fields(known, translate("Nouns", "What workers of other languages read.")),
        )

    def blank(self, known: Known) -> Values:
        return {**super().blank(known), "name": "", "type": AttributeType.DECIMAL, "options": ()}

    def item(self, values: Values, opened: Any) -> Item:
        kind = values["type"]
        given = dict(values)
        if kind not in NUMBERS:
            given["unit"] = ""
        if kind is not AttributeType.TEXT:
            given |= {"options": (), "levels": False}
        return super().item(given, opened)


def _languages(known: Known) -> Mapping[str, str]:
    names = {str(choice.key): choice.label for choice in language_choices()}
    return {tag: names.get(tag, tag) for tag in known.languages}
