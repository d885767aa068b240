"""Rules for follow-ups."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from clienteling.domain.configuration.follow_ups import FollowUpRule
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.retailer import LegalEntity
from clienteling.domain.follow_up import Cause
from clienteling.ui.headquarters.noun import Fields, Known, Noun, Values
from clienteling.ui.lists.side_list import SideRow
from clienteling.ui.lists.table_column import Pill
from clienteling.ui.till import Till
from clienteling.ui.widgets.form_fields import ChoiceInput, NumberInput, SwitchInput, TextInput
from clienteling.ui.widgets.pill import State
from clienteling.ui.widgets.select import Choice

_ICONS = {Cause.DATE: "cake", Cause.PURCHASE: "shopping-bag", Cause.NO_CONTACT: "clock", Cause.SECRET: "key-round"}


class FollowUpRules(Noun):
    kind = FollowUpRule
    icon = "alarm-clock"
    fixed = ("legal_entity", "code")

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add rule")
        self.empty = translate(
            "Nouns", "What tills propose to follow up: a birthday, a purchase, a silence. Add the first rule."
        )

    def row(self, item: FollowUpRule, known: Known) -> SideRow:
        translate = QCoreApplication.translate
        words = f"{_causes()[item.cause]}, {translate('Nouns', '%n day(s)', '', item.days)}"
        if len(known.items(LegalEntity)) > 1:
            words = f"{item.legal_entity} · {words}"
        pill = None if item.active else Pill(translate("Nouns", "Off"), State.WARNING)
        title = translate("Problem", item.title)
        return SideRow(item.key, title, words, _ICONS.get(item.cause, "alarm-clock"), pill=pill)

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        causes = tuple(Choice(cause, words) for cause, words in _causes().items())
        return (
            ChoiceInput("legal_entity", translate("Nouns", "Legal entity"), known.choices(LegalEntity), half=True),
            TextInput("code", translate("Nouns", "Code"), half=True),
            TextInput("title", translate("Nouns", "Title"), hint=translate("Nouns", "What the follow-ups are called.")),
            ChoiceInput("cause", translate("Nouns", "Cause"), causes, half=True),
            NumberInput("days", translate("Nouns", "Days"), half=True),
            TextInput(
                "date_name",
                translate("Nouns", "Date"),
                hint=translate("Nouns", "Only this important date, such as Birthday; empty is all of them."),
            ),
            SwitchInput(
                "proposes",
                translate("Nouns", "Propose"),
                hint=translate("Nouns", "The associate takes it or skips it. Off: it is to be done at once."),
            ),
            SwitchInput("active", translate("Nouns", "Active")),
        )

    def blank(self, known: Known) -> Values:
        entities = known.items(LegalEntity)
        only = entities[0].code if len(entities) == 1 else None
        empty: Values = {"legal_entity": only, "code": "", "title": "", "cause": Cause.DATE, "days": 7}
        return {**empty, "date_name": "", "proposes": True, "active": True}

    def item(self, values: Values, opened: Any) -> Item:
        return super().item({**values, "days": values["days"] or 0}, opened)


def _causes() -> dict[Cause, str]:
    translate = QCoreApplication.translate
    return {
        Cause.DATE: translate("Nouns", "Before a date"),
        Cause.PURCHASE: translate("Nouns", "After a purchase"),
        Cause.NO_CONTACT: translate("Nouns", "Without contact"),
        Cause.SECRET: translate("Nouns", "Before a secret ends"),
    }
