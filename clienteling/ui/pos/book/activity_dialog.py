"""Recording one activity for the customers that are selected."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from clienteling.domain.activity import ActivityType
from clienteling.domain.audit import Changes
from clienteling.domain.errors import Invalid, Problem
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.pos.customer.when_select import WhenSelect
from clienteling.ui.theme import SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets import button
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Labelled
from clienteling.ui.widgets.flow_layout import FlowLayout
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.text_area import TextArea
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 560


class ActivityDialog(Dialog):
    """Asks for type, text and moment. `recorded` gives the `Changes`: it was written for all customers, or for none."""

    recorded = Signal(object)

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("ActivityDialog", "Add activity"),
            translate("ActivityDialog", "Close"),
            width=_WIDTH,
        )
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._customers: tuple[int, ...] = ()
        self._types: dict[int, ChoiceChip] = {}
        self._group = QButtonGroup(self)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.text = TextArea(
            translate("ActivityDialog", "What happened"),
            placeholder=translate("ActivityDialog", "What was said, shown or promised"),
            least_lines=3,
        )
        self._text_field = Labelled(translate("ActivityDialog", "What happened"), self.text)
        self.when = WhenSelect(till)
        self._trouble = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.save_button = Button(translate("ActivityDialog", "Save"), kind=button.Kind.PRIMARY)
        self._fill()

    def _fill(self) -> None:
        translate = QCoreApplication.translate
        self.body.addWidget(self._trouble)
        self._trouble.hide()
        self.body.addWidget(self._chips)
        self.body.addWidget(self._text_field)
        moment = QHBoxLayout()
        moment.setSpacing(SPACE_3)
        moment.addWidget(Label(translate("ActivityDialog", "When"), weight=500))
        moment.addWidget(self.when)
        moment.addStretch()
        self.body.addLayout(moment)
        hint = Label(translate("ActivityDialog", "Ctrl+Enter saves"), tone=Tone.MUTED)
        cancel = Button(translate("ActivityDialog", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addWidget(hint, 1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.save_button)
        self.save_button.clicked.connect(self._save)
        self.text.submitted.connect(self._save)
        self.save_by_keyboard(self._save)
        self.text.text_edited.connect(self._text_field.clear_error)

    def ask(self, customer_ids: Sequence[int], name: str) -> None:
        """Open it for some customers; `name` is that of the only one. What was typed and not saved is still there."""
        self._for(tuple(customer_ids), name)
        self._till.tasks.query(
            self,
            partial(self._till.services.timelines.activity_types, self._till.session),
            self._show_types,
            key="types",
        )
        self.open(self.text)

    def _for(self, customer_ids: tuple[int, ...], name: str) -> None:
        translate = QCoreApplication.translate
        self._customers = customer_ids
        many = self._till.formats.number(len(customer_ids))
        if len(customer_ids) == 1:
            words, save = name, translate("ActivityDialog", "Save")
        else:
            words = translate("ActivityDialog", "For {count} customers", None, len(customer_ids)).format(count=many)
            save = translate("ActivityDialog", "Save for {count} customers", None, len(customer_ids)).format(count=many)
        self.set_title(translate("ActivityDialog", "Add activity"), words)
        self.save_button.set_label(save)
        self.save_button.setEnabled(True)
        self._trouble.hide()

    def _show_types(self, types: Sequence[ActivityType]) -> None:
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
        if types:
            self._types[types[0].id].setChecked(True)
        self._chips.updateGeometry()

    def _save(self) -> None:
        chosen = next((key for key, chip in self._types.items() if chip.isChecked()), None)
        if chosen is None or not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        timelines, session = self._till.services.timelines, self._till.session
        at = self.when.moment()
        work = partial(timelines.add_activities, session, self._customers, chosen, self.text.text(), at=at)
        self._till.tasks.command(self, work, self._saved, self._failed)

    def _saved(self, changes: Changes) -> None:
        self.text.clear()
        self.when.set_moment(None)
        self.close_now()
        self.recorded.emit(changes)

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Invalid) and error.field == "text":
            self._text_field.set_error(problem_message(error))
            self.text.setFocus()
        elif isinstance(error, Problem):
            self._trouble.say(problem_title(error), problem_message(error))
            self._trouble.show()
