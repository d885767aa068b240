"""Legal entities, stores, registers and address books."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from clienteling.domain.configuration.retailer import AddressBook, LegalEntity, Register, Store
from clienteling.ui.headquarters.noun import Fields, Known, Noun, Values
from clienteling.ui.lists.side_list import SideRow
from clienteling.ui.till import Till
from clienteling.ui.widgets.choices import country_choices, currency_choices, time_zone_choices
from clienteling.ui.widgets.form_fields import ChoiceInput, Heading, SeveralInput, TextInput


class LegalEntities(Noun):
    kind = LegalEntity
    icon = "building-2"
    fixed = ("code",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add legal entity")
        self.empty = translate("Nouns", "A legal entity is a company of the retailer. Add the first one.")

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        return (
            TextInput("code", translate("Nouns", "Code"), placeholder="USMF", half=True),
            TextInput("name", translate("Nouns", "Name"), half=True),
            ChoiceInput("country", translate("Nouns", "Country"), country_choices(""), half=True),
            ChoiceInput("currency", translate("Nouns", "Currency"), currency_choices(), half=True),
        )

    def blank(self, known: Known) -> Values:
        return {"code": "", "name": "", "country": "", "currency": None}


class Stores(Noun):
    kind = Store
    icon = "store"
    fixed = ("code", "legal_entity")

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add store")
        self.empty = translate("Nouns", "A store is a shop of a legal entity. Add the first one.")

    def row(self, item: Store, known: Known) -> SideRow:
        return SideRow(item.key, item.name, " · ".join(part for part in (item.code, item.city) if part))

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        books = known.choices(AddressBook)
        return (
            TextInput("code", translate("Nouns", "Number"), half=True),
            ChoiceInput("legal_entity", translate("Nouns", "Legal entity"), known.choices(LegalEntity), half=True),
            TextInput("name", translate("Nouns", "Name")),
            TextInput("city", translate("Nouns", "City"), half=True),
            ChoiceInput("country", translate("Nouns", "Country"), country_choices(""), half=True),
            ChoiceInput("time_zone", translate("Nouns", "Time zone"), time_zone_choices()),
            Heading(
                translate("Nouns", "Address books"),
                translate(
                    "Nouns",
                    "Search finds the customers of the store’s customer address books. Employee address books say "
                    "whose client books the store sees.",
                ),
            ),
            SeveralInput("customer_address_books", translate("Nouns", "Customer address books"), books, half=True),
            SeveralInput("employee_address_books", translate("Nouns", "Employee address books"), books, half=True),
        )

    def blank(self, known: Known) -> Values:
        entities = known.items(LegalEntity)
        only = entities[0].code if len(entities) == 1 else None
        zone = self.till.session.store.time_zone
        return {**super().blank(known), "code": "", "name": "", "legal_entity": only, "time_zone": zone}


class Registers(Noun):
    kind = Register
    icon = "monitor"
    fixed = ("store", "number")

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add register")
        self.empty = translate("Nouns", "A register is a till in a store. Add the first one.")

    def row(self, item: Register, known: Known) -> SideRow:
        store = known.view.configuration.all(Store).get(item.store)
        words = QCoreApplication.translate("Nouns", "Till {number}").format(number=item.number)
        return SideRow(item.key, item.name or words, f"{store.name if store else item.store} · {item.number}")

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        return (
            ChoiceInput("store", translate("Nouns", "Store"), known.choices(Store), half=True),
            TextInput("number", translate("Nouns", "Number"), half=True),
            TextInput("name", translate("Nouns", "Name"), placeholder=translate("Nouns", "Till 1")),
        )

    def blank(self, known: Known) -> Values:
        return {"store": None, "number": "", "name": ""}


class AddressBooks(Noun):
    kind = AddressBook
    icon = "book-user"
    fixed = ("code",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add address book")
        self.empty = translate("Nouns", "An address book says which stores, workers and customers belong together.")

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        return (
            TextInput("code", translate("Nouns", "Code"), half=True),
            TextInput("name", translate("Nouns", "Name"), half=True),
        )

    def blank(self, known: Known) -> Values:
        return {"code": "", "name": ""}
