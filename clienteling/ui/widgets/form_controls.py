"""The control for each kind of field of a form."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.widgets.day_text import DayText
from clienteling.ui.widgets.field import Field, Labelled, PasswordField
from clienteling.ui.widgets.form_fields import (
    ChoiceInput,
    DateInput,
    EntriesInput,
    FormField,
    LinesInput,
    NumberInput,
    OwnInput,
    SecretInput,
    SeveralInput,
    SwitchInput,
    TextInput,
)
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.numbers import Numbers
from clienteling.ui.widgets.select import Choice, Select
from clienteling.ui.widgets.switch import Switch
from clienteling.ui.widgets.text_area import TextArea
from clienteling.ui.widgets.tick_list import TickItem, TickList

_SEARCHED_ABOVE = 12

Edited = Callable[[], object]


class Unreadable(Exception):
    """What was typed is not of the kind of its field; `message` says what is."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Entered:
    """A field as it stands in a form: `widget` with label, control and error."""

    def __init__(self, field: FormField, control: QWidget, *, labelled: Labelled | None = None) -> None:
        self.field = field
        self.control = control
        self.labelled = labelled or Labelled(field.label, control, note=field.note)
        self.widget: QWidget = self.labelled
        if field.hint:
            self.widget = _with_hint(self.labelled, field.hint)

    @property
    def error(self) -> str:
        return self.labelled.error

    def set_error(self, message: str) -> None:
        if message or self.error:
            self.labelled.set_error(message)

    def focus(self) -> None:
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> Any:
        """What stands in it; as it was typed where it cannot be read."""
        try:
            return self.read()
        except Unreadable:
            return self.typed()

    def typed(self) -> str:
        return ""

    def read(self) -> Any:
        """Its value, or `Unreadable`."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Other choices than before; what is chosen stays."""
        raise NotImplementedError


def make_control(field: FormField, numbers: Numbers, days: DayText, edited: Edited) -> Entered:
    """The control for a description; `edited` is called when a person changes it."""
    match field:
        case NumberInput():
            return _Number(field, numbers, edited)
        case DateInput():
            return _Day(field, days, edited)
    return _PLAIN[type(field)](field, edited)


class _Line(Entered):
    """What is typed into one line."""

    def __init__(self, field: FormField, edited: Edited, placeholder: str = "", behind: str = "") -> None:
        self._line = Field(field.label, note=field.note, placeholder=placeholder)
        self._line.edit.set_behind(behind)
        self._line.text_edited.connect(lambda _: edited())
        super().__init__(field, self._line.edit, labelled=self._line)

    @property
    def edit(self) -> QLineEdit:
        return self._line.edit

    def typed(self) -> str:
        return self._line.text().strip()

    def read(self) -> Any:
        return self.typed()

    def set_value(self, value: Any) -> None:
        self._line.set_text("" if value is None else str(value))


class _Text(_Line):
    def __init__(self, field: TextInput, edited: Edited) -> None:
        super().__init__(field, edited, field.placeholder, field.behind)


class _Secret(Entered):
    def __init__(self, field: SecretInput, edited: Edited) -> None:
        translate = QCoreApplication.translate
        self._line = PasswordField(field.label, translate("Form", "Show"), translate("Form", "Hide"))
        self._line.text_edited.connect(lambda _: edited())
        super().__init__(field, self._line.edit, labelled=self._line)

    def read(self) -> str:
        return self._line.text()

    def set_value(self, value: Any) -> None:
        self._line.clear()


class _Number(_Line):
    def __init__(self, field: NumberInput, numbers: Numbers, edited: Edited) -> None:
        super().__init__(field, edited, "", field.unit)
        self._numbers, self._decimals = numbers, field.decimals
        self._line.edit.editingFinished.connect(self._complete)

    def read(self) -> int | Decimal | None:
        typed = self.typed()
        if not typed:
            return None
        text = self._numbers.read(typed)
        if not self._decimals:
            if re.fullmatch(r"[+-]?[0-9]{1,18}", text):
                return int(text)
            raise Unreadable(QCoreApplication.translate("Form", "Please type a whole number."))
        if re.fullmatch(r"[+-]?([0-9]{1,18}(\.[0-9]{0,12})?|\.[0-9]{1,12})", text):
            return Decimal(text)
        raise Unreadable(QCoreApplication.translate("Form", "Please type a number."))

    def set_value(self, value: Any) -> None:
        text = f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)
        self._line.set_text(self._numbers.write(text))

    def _complete(self) -> None:
        written = self._numbers.write(self._numbers.read(self.typed()))
        if written != self._line.text():
            self._line.set_text(written)


class _Day(_Line):
    def __init__(self, field: DateInput, days: DayText, edited: Edited) -> None:
        super().__init__(field, edited, days.example)
        self._days = days

    def read(self) -> date | None:
        typed = self.typed()
        if not typed:
            return None
        kept = self._days.read(typed)
        try:
            return date.fromisoformat(kept)
        except ValueError:
            words = QCoreApplication.translate("Form", "Please type a day, such as {example}.")
            usual = words.format(example=self._days.example)
            raise Unreadable(self._days.what_is_wrong(kept) or usual) from None

    def set_value(self, value: Any) -> None:
        self._line.set_text(self._days.write(value.isoformat()) if isinstance(value, date) else str(value or ""))


class _Lines(Entered):
    def __init__(self, field: LinesInput, edited: Edited) -> None:
        self._area = TextArea(
            field.label, placeholder=field.placeholder, least_lines=field.least_lines, most_lines=field.most_lines
        )
        super().__init__(field, self._area)
        self._area.text_edited.connect(self.labelled.clear_error)
        self._area.text_edited.connect(edited)

    def read(self) -> Any:
        return self._area.text().strip()

    def set_value(self, value: Any) -> None:
        self._area.edit.blockSignals(True)
        self._area.set_text("" if value is None else str(value))
        self._area.edit.blockSignals(False)


class _Entries(_Lines):
    def __init__(self, field: EntriesInput, edited: Edited) -> None:
        plain = LinesInput(
            field.name,
            field.label,
            field.least_lines,
            field.most_lines,
            note=field.note or QCoreApplication.translate("Form", "one on each line"),
            hint=field.hint,
        )
        super().__init__(plain, edited)

    def read(self) -> Any:
        return tuple(line.strip() for line in self._area.text().splitlines() if line.strip())

    def set_value(self, value: Any) -> None:
        super().set_value("\n".join(value or ()))


class _Chosen(Entered):
    def __init__(self, field: ChoiceInput, edited: Edited) -> None:
        self._choices = field.choices
        self.select = Select(
            field.choices,
            field=True,
            placeholder=field.placeholder,
            searched=len(field.choices) > _SEARCHED_ABOVE,
        )
        super().__init__(field, self.select)
        self.select.changed.connect(lambda _: self.labelled.clear_error())
        self.select.changed.connect(lambda _: edited())

    def read(self) -> Any:
        return self.select.value()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._choices = tuple(choices)
        self.set_value(self.select.value())

    def set_value(self, value: Any) -> None:
        """A value that is no choice any more still shows."""
        known = {choice.key for choice in self._choices}
        odd = () if value in known or value in (None, "") else (Choice(value, str(value)),)
        self.select.set_choices((*self._choices, *odd))
        self.select.set_value(value)


class _Several(Entered):
    def __init__(self, field: SeveralInput, edited: Edited) -> None:
        self._list = TickList(field.label, limit=field.limit)
        self._list.title.hide()
        self._list.set_items([TickItem(choice.key, choice.label) for choice in field.choices])
        super().__init__(field, self._list)
        self._list.changed.connect(lambda _: self.labelled.clear_error())
        self._list.changed.connect(lambda _: edited())

    def focus(self) -> None:
        """The first of the ticks."""
        keys = [choice.key for choice in self.field.choices] if isinstance(self.field, SeveralInput) else []
        if keys:
            self._list.row(keys[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> Any:
        return self._list.keys()

    def set_value(self, value: Any) -> None:
        self._list.set_keys(value or ())


class _OnOff(Entered):
    def __init__(self, field: SwitchInput, edited: Edited) -> None:
        self.switch = Switch(field.label, show_label=False)
        super().__init__(field, self.switch)
        self.switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.labelled.layout().setAlignment(self.switch, Qt.AlignmentFlag.AlignLeft)  # type: ignore[union-attr]
        self.switch.clicked.connect(lambda _: self.labelled.clear_error())
        self.switch.clicked.connect(lambda _: edited())

    def read(self) -> Any:
        return self.switch.isChecked()

    def set_value(self, value: Any) -> None:
        self.switch.setChecked(bool(value))


class _Own(Entered):
    def __init__(self, field: OwnInput, edited: Edited) -> None:
        self.own = field.make()
        super().__init__(field, self.own)
        self.own.edited.connect(self.labelled.clear_error)
        self.own.edited.connect(edited)

    def focus(self) -> None:
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> Any:
        return self.own.value()

    def set_value(self, value: Any) -> None:
        self.own.set_value(value)


def _with_hint(labelled: Labelled, hint: str) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(labelled)
    column.addWidget(Label(hint, size=12, tone=Tone.MUTED, wrap=True))
    return widget


_PLAIN: dict[type[FormField], Callable[[Any, Edited], Entered]] = {
    TextInput: _Text,
    SecretInput: _Secret,
    LinesInput: _Lines,
    EntriesInput: _Entries,
    ChoiceInput: _Chosen,
    SeveralInput: _Several,
    SwitchInput: _OnOff,
    OwnInput: _Own,
}
