"""A form from descriptions of its fields: labels, errors at the field, nothing typed is lost.

form = Form((
    TextInput("name", translate("…", "Name")),
    NumberInput("capacity", translate("…", "Capacity"), unit="kg", half=True),
    ChoiceInput("country", translate("…", "Country"), choices=(Choice("LV", "Latvia"),), half=True),
), locale, today)
form.set_values({"name": "Harbour Street 12"})
values = form.read()          # None where something could not be read; it stands at its field then
form.show_errors({"name": "There is a store of this name."})
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling.ui.theme import SPACE_4, STRONG, TEXT_HEAD
from clienteling.ui.widgets.day_text import DayText
from clienteling.ui.widgets.form_controls import Entered, Unreadable, make_control
from clienteling.ui.widgets.form_fields import FormField, Heading
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.numbers import Numbers
from clienteling.ui.widgets.select import Choice

Values = Mapping[str, Any]


class Form(QWidget):
    """Fields one below the other; those that are `half` stand two in a row. `edited` is emitted for what people do."""

    edited = Signal()

    def __init__(self, fields: Sequence[FormField | Heading], locale: QLocale, today: date) -> None:
        super().__init__()
        self._numbers, self._days = Numbers(locale), DayText(locale, today)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._fields: dict[str, FormField] = {}
        self._controls: dict[str, Entered] = {}
        self._headings: list[tuple[Heading, QWidget]] = []
        self._rows: list[QWidget] = []
        self._opened: dict[str, Any] = {}
        self._described: tuple[FormField | Heading, ...] = ()
        self.set_fields(fields)

    # Its fields

    def set_fields(self, fields: Sequence[FormField | Heading]) -> None:
        """Show these instead; what stands in fields of the same name stays."""
        if tuple(fields) == self._described:
            return
        typed = self.values() if self._controls else {}
        self._described = tuple(fields)
        self._clear()
        line: QHBoxLayout | None = None
        for field in fields:
            if isinstance(field, Heading):
                self._add_heading(field)
                _fill_up(line)
                line = None
                continue
            control = make_control(field, self._numbers, self._days, self._tell)
            self._fields[field.name], self._controls[field.name] = field, control
            if line is None or not field.half:
                _fill_up(line)
                row, line = _row()
                self._rows.append(row)
                self._column.addWidget(row)
            line.addWidget(control.widget, 1, Qt.AlignmentFlag.AlignTop)
            if not field.half or line.count() == 2:
                line = None
        _fill_up(line)
        for name, value in typed.items():
            if name in self._controls:
                self._controls[name].set_value(value)
        self._show_concerned()

    def field(self, name: str) -> QWidget | None:
        """The field of a name, with its label."""
        control = self._controls.get(name)
        return control.widget if control else None

    def control(self, name: str) -> Entered:
        return self._controls[name]

    def labels(self) -> dict[str, str]:
        """What the fields are called."""
        return {name: field.label for name, field in self._fields.items()}

    def own(self, name: str) -> QWidget | None:
        """The control of an `OwnInput`, or whatever control a field has."""
        entered = self._controls.get(name)
        return entered.control if entered else None

    def set_choices(self, name: str, choices: Sequence[Choice]) -> None:
        """Other choices of a `ChoiceInput`; what is chosen stays."""
        self._controls[name].set_choices(choices)

    # What stands in it

    def values(self) -> dict[str, Any]:
        """What stands in the fields; what cannot be read is the text that was typed."""
        return {name: control.value() for name, control in self._controls.items()}

    def set_values(self, values: Values) -> None:
        """Fill the fields, without `edited`; from now on this counts as unchanged."""
        for name, control in self._controls.items():
            if name in values:
                control.set_value(values[name])
                control.set_error("")
        self._show_concerned()
        self._opened = self.values()

    def fill(self, values: Values) -> None:
        """Fill the fields as somebody has typed them before, without `edited`."""
        for name, control in self._controls.items():
            if name in values:
                control.set_value(values[name])
        self._show_concerned()

    def put(self, name: str, value: object) -> None:
        """Fill one field, as somebody would."""
        self._controls[name].set_value(value)
        self._tell()

    @property
    def is_dirty(self) -> bool:
        return self.values() != self._opened

    def read(self) -> dict[str, Any] | None:
        """What stands in the fields that are shown; None if some of it cannot be read, which their fields say."""
        found: dict[str, Any] = {}
        errors: dict[str, str] = {}
        for name, control in self._controls.items():
            try:
                found[name] = control.read()
            except Unreadable as problem:
                if self._is_concerned(self._fields[name]):
                    errors[name] = problem.message
        self.show_errors(errors)
        return None if errors else found

    # What is wrong with it

    def show_errors(self, errors: Mapping[str, str]) -> tuple[str, ...]:
        """Say at the fields what is wrong, go to the first of them; the names that have no field here.

        A name may go on behind a dot or a bracket: "translations.lv" stands at the field "translations".
        """
        homeless = [name for name in errors if self._home(name) is None]
        for control in self._controls.values():
            control.set_error("")
        wrong: list[Entered] = []
        for name, message in errors.items():
            home = self._home(name)
            if home is not None:
                home.set_error(message)
                wrong.append(home)
        first = next((control for control in self._controls.values() if control in wrong), None)
        if first is not None:
            self._go_to(first)
        return tuple(homeless)

    def errors(self) -> dict[str, str]:
        """What is said to be wrong, by field."""
        return {name: control.error for name, control in self._controls.items() if control.error}

    def set_enabled(self, names: Iterable[str], enabled: bool) -> None:
        """Fields that may not be changed stay readable."""
        for name in names:
            self._controls[name].widget.setEnabled(enabled)

    def focus_first(self) -> None:
        """Where somebody begins to type."""
        first = next((c for c in self._controls.values() if not c.widget.isHidden() and c.widget.isEnabled()), None)
        if first is not None:
            self._go_to(first)

    # How it is made

    def _home(self, name: str) -> Entered | None:
        if name in self._controls:
            return self._controls[name]
        stem = name.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]
        return self._controls.get(stem)

    def _go_to(self, control: Entered) -> None:
        control.focus()
        area = _area_of(self)
        if area is not None:
            area.ensureWidgetVisible(control.widget, 0, 48)

    def _add_heading(self, heading: Heading) -> None:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 8 if self._rows else 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(heading.title, size=TEXT_HEAD, weight=STRONG))
        if heading.sentence:
            column.addWidget(Label(heading.sentence, tone=Tone.MUTED, wrap=True))
        self._headings.append((heading, widget))
        self._rows.append(widget)
        self._column.addWidget(widget)

    def _clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._headings, self._fields, self._controls = [], [], {}, {}

    def _tell(self) -> None:
        self._show_concerned()
        self.edited.emit()

    def _is_concerned(self, field: FormField | Heading) -> bool:
        return field.shown is None or field.shown(self.values())

    def _show_concerned(self) -> None:
        """Show the fields that mean something, given what stands in the others."""
        for name, field in self._fields.items():
            self._controls[name].widget.setVisible(self._is_concerned(field))
        for heading, widget in self._headings:
            widget.setVisible(self._is_concerned(heading))
        headings = [widget for _, widget in self._headings]
        for row in self._rows:
            if row not in headings:
                within = [control.widget for control in self._controls.values() if control.widget.parent() is row]
                row.setVisible(any(not widget.isHidden() for widget in within))


def _row() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE_4)
    return row, line


def _fill_up(line: QHBoxLayout | None) -> None:
    """What is half stays half, also at the end."""
    if line is not None and line.count() == 1:
        line.addStretch(1)


def _area_of(widget: QWidget) -> QScrollArea | None:
    """What scrolls round a widget, if anything does."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
