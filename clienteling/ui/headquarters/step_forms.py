"""The forms of the set-up steps: each does its step where it stands, or leads to the page of its section."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.configuration.company import CommerceParameters
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.properties import Attribute, AttributeGroup, Member
from clienteling.domain.configuration.retailer import LegalEntity
from clienteling.domain.configuration.sections import section_of
from clienteling.domain.configuration.steps import Step
from clienteling.domain.configuration.usual import CLIENT_BOOK, activity_types, usual_attributes
from clienteling.domain.text import label_in
from clienteling.domain.worker import Session
from clienteling.services.headquarters.headquarters import Headquarters
from clienteling.ui.headquarters.noun import Known
from clienteling.ui.headquarters.type_words import type_words
from clienteling.ui.headquarters.workspace import KEY
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.field import Labelled
from clienteling.ui.widgets.flow_layout import FlowLayout
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.select import Select

Work = Callable[[], Changes]


class StepForm(QWidget):
    """`asked` gives what is to be written, `page_asked` the page where more can be done."""

    asked = Signal(object)
    page_asked = Signal(str, object)

    def __init__(self, till: Till, words: str, page: str, icon: str = "") -> None:
        super().__init__()
        self.till = till
        self._page = page
        self.missing = Label(wrap=True)
        self.error = Label(tone=Tone.DANGER, wrap=True)
        self.error.hide()
        self.button = Button(words, kind=Kind.PRIMARY, icon=icon)
        self.button.clicked.connect(self._ask)
        self.more = Button(QCoreApplication.translate("SetUp", "Open the page"))
        self.more.clicked.connect(lambda: self.page_asked.emit(KEY, (self._page, None)))
        self.body = QVBoxLayout()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.button)
        line.addWidget(self.more)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.missing)
        column.addLayout(self.body)
        column.addWidget(self.error)
        column.addLayout(line)

    def show_step(self, step: Step, known: Known) -> None:
        """Say what is missing; forms fill their fields as long as nobody has touched them."""
        translate = QCoreApplication.translate
        words = [translate("Problem", remark.template).format(**self._values(remark.values)) for remark in step.missing]
        self.missing.setText("\n".join(words))
        self.missing.setVisible(bool(words))

    def work(self) -> Work | None:
        """What the button does; None: nothing yet, which the form then says."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        self.error.setText(message)
        self.error.setVisible(bool(message))

    def save_all(self, items: Callable[[], Sequence[Item]]) -> Work:
        """Work that saves items, those that are there already with what they are now."""
        headquarters, session = self.till.services.headquarters, self.till.session
        return lambda: _save(headquarters, session, items())

    def _ask(self) -> None:
        self.say("")
        work = self.work()
        if work is not None:
            self.asked.emit(work)

    @staticmethod
    def _values(values: dict[str, object]) -> dict[str, object]:
        return {
            name: QCoreApplication.translate("Problem", str(value)) if name == "operation" else value
            for name, value in values.items()
        }


def _save(headquarters: Headquarters, session: Session, items: Sequence[Item]) -> Changes:
    changes = Changes(frozenset())
    for item in items:
        name = section_of(item).name
        opened = headquarters.item(session, name, item.key)
        saved = headquarters.save(session, name, item, opened, confirmed=True)
        changes = Changes(changes.kinds | saved.changes.kinds, changes.customer_ids | saved.changes.customer_ids)
    return changes


class UsualForm(StepForm):
    """Does what is usual, without a question."""

    def __init__(self, till: Till, step: Step, words: str) -> None:
        super().__init__(till, words, step.section)
        self._code = step.code

    def show_step(self, step: Step, known: Known) -> None:
        super().show_step(step, known)
        self.button.setVisible(not step.is_done)

    def work(self) -> Work:
        steps, till = self.till.services.set_up_steps, self.till
        return self.save_all(lambda: steps.suggestions(till.session, self._code))


class AttributesForm(StepForm):
    """The usual attributes to choose from, put into the group in this order."""

    def __init__(self, till: Till, step: Step) -> None:
        super().__init__(till, QCoreApplication.translate("SetUp", "Save attributes"), step.section)
        self.chips: dict[str, ChoiceChip] = {}
        place = QWidget()
        flow = FlowLayout(place)
        for attribute in usual_attributes():
            chip = ChoiceChip(attribute.name, count=type_words(attribute.type), square=True)
            chip.setChecked(True)
            self.chips[attribute.name] = chip
            flow.addWidget(chip)
        self.body.addWidget(place)

    def work(self) -> Work | None:
        chosen = [attribute for attribute in usual_attributes() if self.chips[attribute.name].isChecked()]
        if not chosen:
            self.say(QCoreApplication.translate("SetUp", "Choose at least one, or define your own on the page."))
            return None
        return self.save_all(lambda: self._items(chosen))

    def _items(self, chosen: Sequence[Attribute]) -> list[Item]:
        """The attributes that are not there yet, and the group with all of them at its end."""
        known = self.till.services.headquarters.configuration(self.till.session)
        there = known.all(Attribute)
        group = known.all(AttributeGroup).get(CLIENT_BOOK) or AttributeGroup(CLIENT_BOOK)
        have = {member.attribute for member in group.members}
        last = max((member.display_order for member in group.members), default=0)
        new = [attribute.name for attribute in chosen if attribute.name not in have]
        members = tuple(Member(name, last + place) for place, name in enumerate(new, 1))
        return [
            *(attribute for attribute in chosen if attribute.name not in there),
            AttributeGroup(CLIENT_BOOK, group.members + members),
        ]


class GroupForm(StepForm):
    """The client book attribute group of each legal entity."""

    def __init__(self, till: Till, step: Step) -> None:
        super().__init__(till, QCoreApplication.translate("SetUp", "Choose"), step.section)
        self.selects: dict[str, Select] = {}

    def show_step(self, step: Step, known: Known) -> None:
        super().show_step(step, known)
        groups = known.choices(AttributeGroup)
        chosen = {p.legal_entity: p.client_book_attribute_group for p in known.items(CommerceParameters)}
        for entity in known.items(LegalEntity):
            if entity.code not in self.selects:
                select = self.selects[entity.code] = Select((), field=True)
                self.body.addWidget(Labelled(entity.name, select))
                select.set_value(chosen.get(entity.code) or (groups[0].key if groups else None))
            self.selects[entity.code].set_choices(groups)

    def work(self) -> Work:
        chosen = {code: str(select.value() or "") for code, select in self.selects.items()}
        return self.save_all(lambda: self._items(chosen))

    def _items(self, chosen: dict[str, str]) -> list[Item]:
        known = self.till.services.headquarters.configuration(self.till.session).all(CommerceParameters)
        return [
            replace(known.get(code) or CommerceParameters(code), client_book_attribute_group=group)
            for code, group in chosen.items()
        ]


class ActivityTypesForm(StepForm):
    """The usual activity types; one's own come on the page."""

    def __init__(self, till: Till, step: Step) -> None:
        super().__init__(till, QCoreApplication.translate("SetUp", "Save types"), step.section)
        self.chips: dict[str, ChoiceChip] = {}
        place = QWidget()
        flow = FlowLayout(place)
        for kind in activity_types(""):
            chip = ChoiceChip(label_in(till.formats.language, kind.labels, kind.name), icon=kind.icon, square=True)
            chip.setChecked(True)
            self.chips[kind.code] = chip
            flow.addWidget(chip)
        self.body.addWidget(place)

    def work(self) -> Work | None:
        codes = {code for code, chip in self.chips.items() if chip.isChecked()}
        if not codes:
            self.say(QCoreApplication.translate("SetUp", "Choose at least one, or define your own on the page."))
            return None
        return self.save_all(lambda: self._items(codes))

    def _items(self, codes: set[str]) -> list[Item]:
        known = self.till.services.headquarters.configuration(self.till.session)
        return [
            kind for entity in sorted(known.all(LegalEntity)) for kind in activity_types(entity) if kind.code in codes
        ]


class PublishForm(StepForm):
    """Brings what waits to the tills."""

    def __init__(self, till: Till, step: Step) -> None:
        super().__init__(till, QCoreApplication.translate("SetUp", "Publish now"), "distribution", icon="send")

    def work(self) -> Work:
        distribution, session = self.till.services.distribution, self.till.session
        return lambda: distribution.run(session)


class LeadForm(StepForm):
    """Only leads to the page."""

    def __init__(self, till: Till, step: Step) -> None:
        super().__init__(till, "", step.section)
        self.button.hide()

    def work(self) -> None:
        return None


def make_form(step: Step, till: Till) -> StepForm:
    """The form of a step."""
    translate = QCoreApplication.translate
    match step.code:
        case "feature":
            return UsualForm(till, step, translate("SetUp", "Enable now"))
        case "number_sequence":
            return UsualForm(till, step, translate("SetUp", "Make the number sequence"))
        case "attributes":
            return AttributesForm(till, step)
        case "client_book_group":
            return GroupForm(till, step)
        case "activity_types":
            return ActivityTypesForm(till, step)
        case "distribution":
            return PublishForm(till, step)
    return LeadForm(till, step)
