"""Workers, permission groups, roles of company accounts, and how operations are guarded."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from clienteling.domain.configuration.people import AppRole, OperationSettings, PermissionGroup, Worker
from clienteling.domain.configuration.retailer import AddressBook, Store
from clienteling.domain.operations import MANAGER_OPERATIONS, Operation
from clienteling.ui.headquarters.noun import Fields, Known, Noun, Values
from clienteling.ui.lists.side_list import SideRow
from clienteling.ui.lists.table_column import Pill
from clienteling.ui.till import Till
from clienteling.ui.widgets.choices import language_choices
from clienteling.ui.widgets.form_fields import ChoiceInput, DateInput, Heading, SeveralInput, SwitchInput, TextInput
from clienteling.ui.widgets.select import Choice


class Workers(Noun):
    kind = Worker
    icon = "users"
    fixed = ("personnel_number",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add worker")
        self.empty = translate("Nouns", "Workers sign in at the tills of their stores. Add the first one.")

    def row(self, item: Worker, known: Known) -> SideRow:
        blocked = Pill(QCoreApplication.translate("Nouns", "blocked")) if item.blocked else None
        detail = " · ".join(part for part in (item.personnel_number, item.title) if part)
        return SideRow(item.key, item.name, detail, pill=blocked)

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        own = translate("Nouns", "Address books of their own")
        languages = language_choices()[1:]
        return (
            TextInput("personnel_number", translate("Nouns", "Worker ID"), half=True),
            TextInput("name", translate("Nouns", "Name"), half=True),
            TextInput("title", translate("Nouns", "Title"), half=True),
            ChoiceInput("language", translate("Nouns", "Language"), languages, half=True),
            ChoiceInput("group", translate("Nouns", "Permission group"), known.choices(PermissionGroup)),
            DateInput("hired", translate("Nouns", "First day"), half=True),
            DateInput("employed_until", translate("Nouns", "Last day"), half=True),
            SwitchInput("blocked", translate("Nouns", "Blocked"), hint=translate("Nouns", "May not sign in.")),
            SeveralInput("stores", translate("Nouns", "Stores"), known.choices(Store), half=True),
            SeveralInput(
                "address_books",
                own,
                known.choices(AddressBook),
                half=True,
                hint=translate("Nouns", "Without any they have those of their stores."),
            ),
            Heading(
                translate("Nouns", "Company account"),
                translate(
                    "Nouns", "With it they sign in at Microsoft Entra ID, where its IDs stand. No address counts."
                ),
            ),
            TextInput("entra_oid", translate("Nouns", "Object ID")),
            TextInput("entra_tid", translate("Nouns", "Tenant ID")),
        )

    def blank(self, known: Known) -> Values:
        return {**super().blank(known), "personnel_number": "", "name": "", "group": None}


class PermissionGroups(Noun):
    kind = PermissionGroup
    icon = "key-round"
    fixed = ("code",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add permission group")
        self.empty = translate("Nouns", "A permission group says what its workers may do.")

    def row(self, item: PermissionGroup, known: Known) -> SideRow:
        words = QCoreApplication.translate("Nouns", "%n operation(s)", "", len(item.operations))
        return SideRow(item.key, item.name, words)

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        return (
            TextInput("code", translate("Nouns", "Code"), half=True),
            TextInput("name", translate("Nouns", "Name"), half=True),
            SeveralInput(
                "operations",
                translate("Nouns", "May do"),
                tuple(Choice(int(operation), operation_words(operation)) for operation in sorted(Operation)),
                limit=len(Operation),
            ),
        )

    def blank(self, known: Known) -> Values:
        return {"code": "", "name": "", "operations": ()}


class AppRoles(Noun):
    kind = AppRole
    icon = "badge-check"
    fixed = ("role",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add role")
        self.empty = translate(
            "Nouns",
            "A role that Microsoft Entra ID gives can stand for a permission group here. Without any, workers who sign "
            "in with their company account keep the group of their own.",
        )

    def row(self, item: AppRole, known: Known) -> SideRow:
        groups = {group.code: group.name for group in known.items(PermissionGroup)}
        return SideRow(item.key, item.role, groups.get(item.group, item.group))

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        hint = translate("Nouns", "Its value in the application, such as Clienteling.Manager.")
        return (
            TextInput("role", translate("Nouns", "Role"), hint=hint),
            ChoiceInput(
                "group",
                translate("Nouns", "Permission group"),
                known.choices(PermissionGroup),
                hint=translate("Nouns", "It holds in the place of the worker’s own, from the next action on."),
            ),
        )

    def blank(self, known: Known) -> Values:
        return {"role": "", "group": None}


class OperationGuards(Noun):
    kind = OperationSettings
    icon = "shield"

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        self.sentence = QCoreApplication.translate(
            "Nouns", "Permission groups say who may do what. Here an operation is opened to everybody, or to overrides."
        )

    def order(self, item: OperationSettings) -> int:
        return item.operation

    def row(self, item: OperationSettings, known: Known) -> SideRow:
        open_to_all = Pill(QCoreApplication.translate("Nouns", "everybody")) if not item.check_user_access else None
        operation = Operation(item.operation)
        title = QCoreApplication.translate("Problem", operation.title)
        return SideRow(item.key, title, str(item.operation), pill=open_to_all)

    def fields(self, item: OperationSettings, known: Known) -> Fields:
        translate = QCoreApplication.translate
        groups = [g.name for g in known.items(PermissionGroup) if item.operation in g.operations]
        who = self.till.formats.joined(groups) if groups else translate("Nouns", "Nobody")
        title = translate("Problem", Operation(item.operation).title)
        return (
            Heading(title, translate("Nouns", "For: {groups}.").format(groups=who)),
            SwitchInput(
                "check_user_access",
                translate("Nouns", "Check user access"),
                hint=translate("Nouns", "Off: everybody may do it."),
                shown=lambda v: item.operation in MANAGER_OPERATIONS or not v["check_user_access"],
            ),
            SwitchInput(
                "override",
                translate("Nouns", "Manager override"),
                hint=translate("Nouns", "A colleague with the right can sign for it, once."),
                shown=lambda v: v["check_user_access"],
            ),
        )


def operation_words(operation: Operation) -> str:
    """712 View customers in client book."""
    return f"{int(operation)}  {QCoreApplication.translate('Problem', operation.title)}"
