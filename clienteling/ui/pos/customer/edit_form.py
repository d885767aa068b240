"""The fields in which an activity or a note is changed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.activity import ActivityType, Audience, Restriction
from clienteling.services.timeline_edits import ActivityText, NoteText
from clienteling.ui.pos.customer.when_select import WhenSelect
from clienteling.ui.theme import SPACE_3, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.flow_layout import FlowLayout
from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.segments import Segment, Segments
from clienteling.ui.widgets.switch import Switch
from clienteling.ui.widgets.text_area import TextArea

ItemText = ActivityText | NoteText


class EditForm(QWidget):
    """Shows what can be changed, and gives what was made of it. `submitted` is emitted by Ctrl+Enter."""

    submitted = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._till = till
        self._shown: ItemText | None = None
        self._as_shown = ""
        self._types: dict[int, ChoiceChip] = {}
        self._group = QButtonGroup(self)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.when = WhenSelect(till)
        self._moment = QWidget()
        self.restriction = Segments(
            [
                Segment(Restriction.INTERNAL, translate("CustomerPage", "Internal")),
                Segment(Restriction.EXTERNAL, translate("CustomerPage", "External")),
            ],
            Restriction.INTERNAL,
            name=translate("CustomerPage", "Who may read the note"),
        )
        self.private = Switch(translate("CustomerPage", "Only me until handed over"))
        self.title = Field(translate("CustomerPage", "Title"))
        self.text = TextArea(translate("CustomerPage", "Text"), least_lines=4, most_lines=12)
        self._text_field = Labelled(translate("CustomerPage", "Text"), self.text)
        self.title.edit.textEdited.connect(self.title.clear_error)
        self.text.text_edited.connect(self._text_field.clear_error)
        self.text.submitted.connect(self.submitted)
        self._lay_out()

    def set_types(self, types: Sequence[ActivityType]) -> None:
        if list(self._types) == [one.id for one in types]:
            return
        self._flow.clear()
        self._types = {}
        for one in types:
            chip = ChoiceChip(one.label(self._till.formats.language), self._chips, icon=one.icon, square=True)
            self._group.addButton(chip)
            self._types[one.id] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._chips.updateGeometry()

    def show_text(self, text: ItemText, *, own: bool) -> None:
        """Fill the fields; for whom a note is its author alone decides."""
        self._shown = text
        activity = isinstance(text, ActivityText)
        for part in (self._chips, self._moment):
            part.setVisible(activity)
        self.restriction.setVisible(not activity)
        self.private.setVisible(not activity and own)
        self.title.set_text(text.title)
        self.title.clear_error()
        self.text.set_text(text.text)
        self._as_shown = self.text.text()
        self._text_field.clear_error()
        if isinstance(text, ActivityText):
            self.when.set_moment(text.at)
            for key, chip in self._types.items():
                chip.setChecked(key == text.type_id)
        else:
            self.restriction.set_value(text.restriction)
            self.private.setChecked(text.audience is Audience.PRIVATE)

    def made(self) -> ItemText | None:
        """What stands in the fields now; None before anything was shown."""
        title, text = self.title.text(), self.text.text()
        if self._shown is not None and text == self._as_shown:
            # Qt's control knows fewer characters than can be stored.
            text = self._shown.text
        match self._shown:
            case ActivityText(type_id=before):
                chosen = next((key for key, chip in self._types.items() if chip.isChecked()), before)
                moment = self.when.moment()
                return ActivityText(chosen, title, text, self._till.now() if moment is None else moment)
            case NoteText():
                audience = Audience.PRIVATE if self.private.isChecked() else Audience.TEAM
                return NoteText(title, text, Restriction(str(self.restriction.value())), audience)
            case _:
                return None

    def show_error(self, field: str, message: str) -> None:
        """Say what is wrong at its field, and put the focus there."""
        if field == "title":
            self.title.set_error(message)
            self.title.setFocus()
        else:
            self._text_field.set_error(message)
            self.text.setFocus()

    def _lay_out(self) -> None:
        moment = QHBoxLayout(self._moment)
        moment.setContentsMargins(0, 0, 0, 0)
        moment.setSpacing(SPACE_3)
        moment.addWidget(Label(QCoreApplication.translate("CustomerPage", "When"), weight=500))
        moment.addWidget(self.when)
        moment.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE_4)
        for part in (self._chips, self.restriction, self.private, self.title, self._text_field, self._moment):
            rows.addWidget(part)
