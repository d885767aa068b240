"""Features, number sequences, activity types and Commerce parameters."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from clienteling.domain.card import MOST_MEASURES
from clienteling.domain.configuration.company import ActivityType, CommerceParameters, FeatureSettings, NumberSequence
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.properties import AttributeGroup, Measure
from clienteling.domain.configuration.retailer import LegalEntity
from clienteling.domain.feature import TITLES, FeatureState
from clienteling.domain.parameters import PARAMETERS, Number, Switch
from clienteling.ui.headquarters.icon_input import IconInput
from clienteling.ui.headquarters.noun import Aside, Fields, Known, Noun, Values, label_fields
from clienteling.ui.headquarters.sequence_aside import SequenceAside
from clienteling.ui.lists.side_list import SideRow
from clienteling.ui.lists.table_column import Pill
from clienteling.ui.till import Till
from clienteling.ui.widgets.form_fields import (
    ChoiceInput,
    DateInput,
    FormField,
    Heading,
    NumberInput,
    OwnInput,
    SwitchInput,
    TextInput,
)
from clienteling.ui.widgets.pill import State
from clienteling.ui.widgets.select import Choice

ACTIVITY_ICONS = (
    "footprints", "phone", "mail", "calendar", "message-circle", "gift", "scissors", "party-popper", "video", "truck",
    "coffee", "star",
)  # fmt: skip
"""What activities are shown with; others can be named in a file."""


class Features(Noun):
    kind = FeatureSettings
    icon = "toggle-right"

    def row(self, item: FeatureSettings, known: Known) -> SideRow:
        title = _feature_title(item)
        state = State.OK if item.state is FeatureState.ENABLED else None
        if item.state is FeatureState.SCHEDULED:
            state = State.WARNING
        return SideRow(item.key, title, pill=Pill(_states()[item.state], state))

    def fields(self, item: FeatureSettings, known: Known) -> Fields:
        translate = QCoreApplication.translate
        return (
            Heading(
                _feature_title(item),
                translate("Nouns", "Client books with all that belongs to them. Off: tills say so at its operations."),
            ),
            ChoiceInput(
                "state",
                translate("Nouns", "State"),
                tuple(Choice(state, words) for state, words in _states().items()),
                half=True,
            ),
            DateInput(
                "starts",
                translate("Nouns", "Starts on"),
                half=True,
                hint=translate("Nouns", "At midnight, by the clock of each store."),
                shown=lambda v: v["state"] is FeatureState.SCHEDULED,
            ),
        )

    def item(self, values: Values, opened: Any) -> Item:
        if values["state"] is not FeatureState.SCHEDULED:
            values = {**values, "starts": None}
        return super().item(values, opened)


class NumberSequences(Noun):
    kind = NumberSequence
    icon = "hash"
    fixed = ("code", "legal_entity")

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add number sequence")
        self.empty = translate("Nouns", "Client books and customers get their numbers from number sequences.")

    def row(self, item: NumberSequence, known: Known) -> SideRow:
        shared = QCoreApplication.translate("Nouns", "shared")
        return SideRow(item.key, item.code, f"{item.legal_entity or shared} · {item.format}")

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        everybody = translate("Nouns", "Shared by all legal entities")
        return (
            TextInput("code", translate("Nouns", "Number sequence code"), half=True),
            ChoiceInput(
                "legal_entity",
                translate("Nouns", "Scope"),
                known.choices(LegalEntity, blank=everybody),
                half=True,
            ),
            TextInput(
                "format",
                translate("Nouns", "Format"),
                placeholder="CB-######",
                hint=translate("Nouns", "# is a digit and & a letter that count on; all else stays as it is."),
            ),
            SwitchInput(
                "continuous",
                translate("Nouns", "Continuous"),
                hint=translate("Nouns", "No gaps, also when something fails. Off: quicker with many tills."),
            ),
        )

    def blank(self, known: Known) -> Values:
        return {"code": "", "legal_entity": "", "format": "", "continuous": True}

    def aside(self) -> Aside:
        return SequenceAside(self.till)


class ActivityTypes(Noun):
    kind = ActivityType
    icon = "footprints"
    fixed = ("legal_entity", "code")

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add activity type")
        self.empty = translate("Nouns", "What associates record at the till: visits, calls, mails. Add the first one.")

    def order(self, item: ActivityType) -> tuple[str, int, str]:
        return item.legal_entity, item.position, item.code

    def row(self, item: ActivityType, known: Known) -> SideRow:
        detail = item.legal_entity if len(known.items(LegalEntity)) > 1 else ""
        return SideRow(item.key, item.name, detail, item.icon)

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        return (
            ChoiceInput("legal_entity", translate("Nouns", "Legal entity"), known.choices(LegalEntity), half=True),
            TextInput("code", translate("Nouns", "Code"), half=True),
            TextInput("name", translate("Nouns", "Name"), half=True),
            NumberInput("position", translate("Nouns", "Position"), half=True),
            OwnInput("icon", translate("Nouns", "Icon"), make=lambda: IconInput(ACTIVITY_ICONS)),
            *label_fields(known, translate("Nouns", "What workers of other languages read.")),
        )

    def blank(self, known: Known) -> Values:
        entities = known.items(LegalEntity)
        only = entities[0].code if len(entities) == 1 else None
        last = max((kind.position for kind in known.items(ActivityType)), default=0)
        given = {"legal_entity": only, "code": "", "name": "", "icon": ACTIVITY_ICONS[0], "position": last + 1}
        return {**super().blank(known), **given}

    def item(self, values: Values, opened: Any) -> Item:
        return super().item({**values, "position": values["position"] or 0}, opened)


class Parameters(Noun):
    kind = CommerceParameters
    icon = "sliders-horizontal"

    def row(self, item: CommerceParameters, known: Known) -> SideRow:
        entity = known.view.configuration.all(LegalEntity).get(item.legal_entity)
        return SideRow(item.key, entity.name if entity else item.key, item.key)

    def fields(self, item: CommerceParameters, known: Known) -> Fields:
        translate = QCoreApplication.translate
        none = translate("Nouns", "None")
        groups = known.choices(AttributeGroup, blank=none)
        sequences = (Choice("", none), *(Choice(code, code) for code in _sequences(item, known)))
        measures = known.choices(Measure, blank=none)
        places = [
            ChoiceInput(
                f"measure {place}", translate("Nouns", "Measure {place}").format(place=place), measures, half=True
            )
            for place in range(1, MOST_MEASURES + 1)
        ]
        return (
            Heading(translate("Nouns", "Number sequences")),
            ChoiceInput("client_book_identifier", translate("Nouns", "Client book identifier"), sequences, half=True),
            ChoiceInput("customer_account", translate("Nouns", "Customer account"), sequences, half=True),
            Heading(
                translate("Nouns", "Clienteling"),
                translate("Nouns", "Cards show the measures first, then the attributes of the client book group."),
            ),
            ChoiceInput(
                "client_book_attribute_group", translate("Nouns", "Client book attribute group"), groups, half=True
            ),
            ChoiceInput("customer_attribute_group", translate("Nouns", "Customer attribute group"), groups, half=True),
            *(places if known.items(Measure) else ()),
            Heading(translate("Nouns", "At the till")),
            *_settings(),
        )

    def values(self, item: CommerceParameters) -> Values:
        measures = (*item.measures, *[""] * MOST_MEASURES)[:MOST_MEASURES]
        chosen = {f"measure {place}": measure for place, measure in enumerate(measures, 1)}
        settings: Values = {}
        for parameter in _offered():
            settings[f"settings.{parameter.key}"] = parameter.of(item.settings)
        return {**super().values(item), **chosen, **settings}

    def item(self, values: Values, opened: Any) -> Item:
        """What is as it is by default is not stored, unless it was before."""
        names = [f"measure {place}" for place in range(1, MOST_MEASURES + 1)]
        given = {name: value for name, value in values.items() if not name.startswith(("measure ", "settings."))}
        if names[0] in values:
            given["measures"] = tuple(values[name] for name in names if values[name])
        settings = dict(opened.settings)
        for parameter in _offered():
            value = values.get(f"settings.{parameter.key}")
            if value is None:
                settings.pop(parameter.key, None)
            elif value != parameter.default or parameter.key in settings:
                settings[parameter.key] = parameter.written(value)
        return super().item({**given, "settings": settings}, opened)


def _offered() -> list[Number | Switch]:
    """Numbers and switches; what services are reached by stands on their pages."""
    return [parameter for parameter in PARAMETERS.values() if isinstance(parameter, Number | Switch)]


def _settings() -> list[FormField]:
    translate = QCoreApplication.translate
    made: list[FormField] = []
    for parameter in _offered():
        words = translate("Problem", parameter.description)
        if isinstance(parameter, Number):
            default = translate("Nouns", "{choices}; {default} if nothing is chosen")
            made.append(
                NumberInput(
                    f"settings.{parameter.key}",
                    words,
                    hint=default.format(choices=f"{parameter.smallest}–{parameter.largest}", default=parameter.default),
                )
            )
        else:
            made.append(SwitchInput(f"settings.{parameter.key}", words))
    return made


def _sequences(item: CommerceParameters, known: Known) -> list[str]:
    """The codes of the sequences that a legal entity can use."""
    found = [s.code for s in known.items(NumberSequence) if s.legal_entity in ("", item.legal_entity)]
    return sorted(set(found))


def _feature_title(item: FeatureSettings) -> str:
    title = TITLES[item.feature]
    return QCoreApplication.translate("Problem", title)


def _states() -> dict[FeatureState, str]:
    translate = QCoreApplication.translate
    return {
        FeatureState.ENABLED: translate("Nouns", "Enabled"),
        FeatureState.SCHEDULED: translate("Nouns", "Scheduled"),
        FeatureState.OFF: translate("Nouns", "Off"),
    }
