"""The filter settings of an attribute: they are confirmed before it can be refined."""

from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from clienteling.domain.attribute import AttributeType, DisplayControl
from clienteling.domain.configuration.properties import CONTROLS, FilterSettings
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.form_fields import OwnControl
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.numbers import Numbers
from clienteling.ui.widgets.select import Choice, Select
from clienteling.ui.widgets.tick_list import TickRow

SEVERAL = frozenset(
    {AttributeType.CURRENCY, AttributeType.DECIMAL, AttributeType.INTEGER, AttributeType.TEXT},
)
"""The types of which a filter can take several values."""


class FilterInput(OwnControl):
    """How an attribute is filtered by; None until somebody has confirmed it. Its choices follow the type."""

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        self._numbers = Numbers(locale)
        self._type = AttributeType.TEXT
        self._confirmed: FilterSettings | None = None
        translate = QCoreApplication.translate
        self.control = Select((), field=True)
        self.several = TickRow(translate("Nouns", "Several values at once"))
        self.thresholds = Field(translate("Nouns", "Thresholds"), note=translate("Nouns", "such as 10; 20; 50"))
        self.confirm = Button(translate("Nouns", "Confirm filter settings"), icon="check", kind=Kind.PRIMARY)
        self.undo = Button(translate("Nouns", "Not a filter"))
        self.note = Label(tone=Tone.MUTED, wrap=True)
        self._lay_out()
        self.control.setAccessibleName(translate("Nouns", "Display control"))
        self.control.changed.connect(lambda _: self._changed())
        self.several.clicked.connect(lambda _: self._changed())
        self.thresholds.text_edited.connect(lambda _: self._changed())
        self.confirm.clicked.connect(self._confirm)
        self.undo.clicked.connect(self._take_back)
        self.setFocusProxy(self.control)
        self._show()

    def _lay_out(self) -> None:
        box = Box()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.setSpacing(8)
        inner.addWidget(self.note)
        inner.addWidget(self.control)
        inner.addWidget(self.thresholds)
        inner.addWidget(self.several)
        row = QHBoxLayout()
        row.addWidget(self.confirm)
        row.addWidget(self.undo)
        row.addStretch(1)
        inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(box)

    def value(self) -> FilterSettings | None:
        return self._confirmed

    def set_value(self, value: Any) -> None:
        self._confirmed = value if isinstance(value, FilterSettings) else None
        if self._confirmed is not None:
            self.control.set_value(self._confirmed.control)
            self.several.setChecked(self._confirmed.multi_value)
            texts = [self._numbers.write(f"{number:f}") for number in self._confirmed.thresholds]
            self.thresholds.set_text("; ".join(texts))
        self._show()

    def set_type(self, kind: AttributeType) -> None:
        """Offer what fits the type; what was confirmed and does not fit is confirmed no more."""
        if kind is self._type and self.control.choices:
            return
        self._type = kind
        known = [control for control in DisplayControl if control in CONTROLS[kind]]
        self.control.set_choices([Choice(control, control_words(control)) for control in known])
        if self.control.value() not in known:
            self.control.set_value(known[0])
        if self._confirmed is not None and self._confirmed.control not in known:
            self._confirmed = None
        self._show()

    def settings(self) -> FilterSettings | None:
        """What stands in the fields; None if the thresholds are no numbers, which their field then says."""
        control = self.control.value()
        if not isinstance(control, DisplayControl):
            return None
        thresholds: tuple[Decimal, ...] = ()
        if control is DisplayControl.RANGE:
            try:
                parts = [self._numbers.read(part.strip()) for part in self.thresholds.text().split(";")]
                thresholds = tuple(Decimal(part) for part in parts if part)
            except InvalidOperation:
                self.thresholds.set_error(
                    QCoreApplication.translate("Nouns", "Please type numbers with semicolons between them.")
                )
                return None
            if not thresholds:
                self.thresholds.set_error(QCoreApplication.translate("Nouns", "A range needs thresholds."))
                return None
        several = self._type in SEVERAL and self.several.isChecked()
        return FilterSettings(control, several, thresholds)

    def _changed(self) -> None:
        """What is changed has to be confirmed again."""
        self._confirmed = None
        self._show()
        self.edited.emit()

    def _confirm(self) -> None:
        settings = self.settings()
        if settings is not None:
            self._confirmed = settings
            self._show()
            self.edited.emit()
        else:
            self.thresholds.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        self._confirmed = None
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        translate = QCoreApplication.translate
        confirmed = self._confirmed is not None
        self.thresholds.setVisible(self.control.value() is DisplayControl.RANGE)
        self.several.setVisible(self._type in SEVERAL)
        self.confirm.setVisible(not confirmed)
        self.undo.setVisible(confirmed)
        self.note.setText(
            translate("Nouns", "Confirmed. Switch on “Can be refined” to offer the filter.")
            if confirmed
            else translate("Nouns", "Choose how associates filter by it, and confirm: then it can be refined.")
        )
        self.note.set_tone(Tone.SUCCESS if confirmed else Tone.MUTED)


def control_words(control: DisplayControl) -> str:
    """What a control is called."""
    translate = QCoreApplication.translate
    return {
        DisplayControl.LIST: translate("Nouns", "List"),
        DisplayControl.RANGE: translate("Nouns", "Range"),
        DisplayControl.SLIDER: translate("Nouns", "Slider"),
        DisplayControl.SLIDER_WITH_BARS: translate("Nouns", "Slider with bars"),
        DisplayControl.TEXT_BOX: translate("Nouns", "Text box"),
        DisplayControl.WINDOW: translate("Nouns", "Window"),
    }[control]
