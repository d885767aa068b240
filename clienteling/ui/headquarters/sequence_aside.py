"""What a number sequence gives: the first and the last number of its format, and where it stands."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from clienteling.domain.configuration.company import NumberSequence
from clienteling.domain.configuration.item import key_of
from clienteling.domain.errors import Invalid, Problem
from clienteling.domain.number_sequence import capacity, check_format, numbered
from clienteling.services.headquarters.headquarters import NextNumber
from clienteling.ui.headquarters.noun import Aside, Known, Values
from clienteling.ui.messages import problem_message
from clienteling.ui.theme import STRONG
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import PropertyRow

_MOST_DIGITS = 19


class SequenceAside(Aside):
    """Follows the format while it is typed."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._asked: NumberSequence | None = None
        translate = QCoreApplication.translate
        self.first = PropertyRow(translate("Nouns", "First number"), "–")
        self.last = PropertyRow(translate("Nouns", "Last number"), "–")
        self.next = PropertyRow(translate("Nouns", "Next number"), "–")
        self.left = PropertyRow(translate("Nouns", "Left"), "–")
        self.wrong = Label(tone=Tone.DANGER, wrap=True)
        self.go_on = Field(translate("Nouns", "Go on with the number"))
        self.set_button = Button(translate("Nouns", "Set next number"))
        self.go_on.submitted.connect(self._set_next)
        self.set_button.clicked.connect(self._set_next)
        box = Box()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(Label(translate("Nouns", "What it gives"), weight=STRONG))
        for widget in (self.first, self.last, self.next, self.left, self.wrong, self.go_on, self.set_button):
            inner.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(box)
        column.addStretch(1)

    def follow(self, values: Values, known: Known) -> None:
        form = str(values.get("format") or "")
        try:
            check_format(form)
        except Invalid as problem:
            self.wrong.setText(problem_message(problem) if form else "")
            self.first.set_value("–")
            self.last.set_value("–")
        else:
            self.wrong.setText("")
            self.first.set_value(numbered(form, 1))
            self.last.set_value(numbered(form, capacity(form)))
        key = key_of(str(values.get("legal_entity") or ""), str(values.get("code") or ""))
        self._show_next(known.view.live.all(NumberSequence).get(key))

    def _show_next(self, item: NumberSequence | None) -> None:
        for widget in (self.next, self.left, self.go_on, self.set_button):
            widget.setVisible(item is not None)
        if item is None or item == self._asked:
            return
        self._asked = item
        till = self._till
        till.tasks.query(
            self,
            lambda: till.services.headquarters.next_number(till.session, item),
            self._say_next,
            key="next",
        )

    def _say_next(self, found: NextNumber) -> None:
        self.next.set_value(found.written or QCoreApplication.translate("Nouns", "none left"))
        self.left.set_value(self._till.formats.number(found.left))

    def _set_next(self) -> None:
        """Let the sequence go on with a greater number."""
        till, item = self._till, self._asked
        typed = self.go_on.text().strip()
        self.go_on.clear_error()
        if item is None:
            return
        if not (typed.isascii() and typed.isdecimal() and len(typed) < _MOST_DIGITS):
            self.go_on.set_error(QCoreApplication.translate("Nouns", "Please type a whole number."))
            return
        till.tasks.command(
            self,
            lambda: till.services.headquarters.set_next_number(till.session, item, int(typed)),
            lambda _: self._read_next(item),
            self._refuse_next,
        )

    def _refuse_next(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self.go_on.set_error(problem_message(error))

    def _read_next(self, item: NumberSequence) -> None:
        self.go_on.set_text("")
        self._asked = None
        self._show_next(item)
