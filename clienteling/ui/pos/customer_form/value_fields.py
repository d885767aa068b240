"""A control for each type of attribute, which gives its value as text."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clienteling.domain.attribute import MULTI_VALUE_SEPARATOR, NUMBERS, Attribute, AttributeType
from clienteling.ui.formats import Formats
from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.day_text import DayText
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.flow_layout import FlowLayout
from clienteling.ui.widgets.numbers import Numbers
from clienteling.ui.widgets.select import Choice, Select


class ValueField(Protocol):
    """`text` is as `parse_value` reads it where it was understood, else as typed."""

    is_wide: bool

    @property
    def labelled(self) -> Labelled: ...

    def controls(self) -> list[QWidget]: ...

    def text(self) -> str: ...

    def set_text(self, text: str) -> None: ...


def value_field(attribute: Attribute, formats: Formats, days: DayText, edited: Callable[[], object]) -> ValueField:
    """The control for an attribute; `edited` is called when a person changes it."""
    language, locale = formats.language, formats.locale
    label = attribute.label(language)
    if attribute.type is AttributeType.BOOLEAN:
        translate = QCoreApplication.translate
        choices = {"yes": translate("CustomerForm", "Yes"), "no": translate("CustomerForm", "No")}
        return _Chosen(label, choices, edited)
    if attribute.type is AttributeType.TEXT and attribute.options:
        known = {o.value: attribute.option_label(o.value, language) for o in attribute.options}
        return _Several(label, known, edited) if attribute.multi_value else _Chosen(label, known, edited)
    if attribute.type is AttributeType.DATE_TIME:
        return _Typed(label, days.example, "", days.read, days.write, edited)
    if attribute.type in NUMBERS:
        unit = attribute.unit
        if attribute.type is AttributeType.CURRENCY:
            unit = unit or formats.currency
        return _Typed(label, "", unit, Numbers(locale).read, Numbers(locale).write, edited)
    several = f"a {MULTI_VALUE_SEPARATOR} b" if attribute.multi_value else ""
    return _Typed(label, several, attribute.unit, str, str, edited)


class _Typed:
    is_wide = False

    def __init__(
        self,
        label: str,
        placeholder: str,
        unit: str,
        read: Callable[[str], str],
        write: Callable[[str], str],
        edited: Callable[[], object],
    ) -> None:
        self.labelled = self._field = Field(label, placeholder=placeholder)
        self._read, self._write = read, write
        self._field.edit.set_behind(unit)
        self._field.text_edited.connect(lambda _: edited())
        self._field.edit.editingFinished.connect(self._complete)

    def controls(self) -> list[QWidget]:
        return [self._field.edit]

    def text(self) -> str:
        return self._read(self._field.text())

    def set_text(self, text: str) -> None:
        self._field.set_text(self._write(text))

    def _complete(self) -> None:
        """Show what was understood."""
        written = self._write(self.text())
        if written != self._field.text():
            self._field.set_text(written)


class _Chosen:
    is_wide = False

    def __init__(self, label: str, choices: dict[str, str], edited: Callable[[], object]) -> None:
        self._choices = (Choice("", "–"), *(Choice(key, words) for key, words in choices.items()))
        self._select = Select(self._choices, field=True, placeholder="–")
        self.labelled = Labelled(label, self._select)
        self._select.changed.connect(lambda _: self.labelled.clear_error())
        self._select.changed.connect(lambda _: edited())

    def controls(self) -> list[QWidget]:
        return [self._select]

    def text(self) -> str:
        return str(self._select.value() or "")

    def set_text(self, text: str) -> None:
        """A value that is in the list no more stands in it for this customer."""
        odd = () if text in {choice.key for choice in self._choices} else (Choice(text, text),)
        self._select.set_choices((*self._choices, *odd))
        self._select.set_value(text)


class _Chips(QWidget):
    """As high as its rows: a grid gives its cells no height that depends on their width."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.flow.heightForWidth(self.width()))


class _Several:
    is_wide = True

    def __init__(self, label: str, choices: dict[str, str], edited: Callable[[], object]) -> None:
        self._chips: dict[str, ChoiceChip] = {}
        self._chosen: list[str] = []
        self._area = _Chips()
        self._flow = self._area.flow
        self._edited = edited
        for key, words in choices.items():
            self._add(key, words)
        self.labelled = Labelled(label, self._area)

    def controls(self) -> list[QWidget]:
        return list(self._chips.values())

    def text(self) -> str:
        """In the order in which they were chosen."""
        return MULTI_VALUE_SEPARATOR.join(self._chosen)

    def set_text(self, text: str) -> None:
        self._chosen = [part.strip() for part in text.split(MULTI_VALUE_SEPARATOR) if part.strip()]
        for key in self._chosen:
            if key not in self._chips:
                self._add(key, key)
        for key, chip in self._chips.items():
            chip.setChecked(key in self._chosen)

    def _add(self, key: str, words: str) -> None:
        chip = self._chips[key] = ChoiceChip(words)
        chip.clicked.connect(partial(self._choose, key))
        self._flow.addWidget(chip)

    def _choose(self, key: str, chosen: bool) -> None:
        self._chosen = [other for other in self._chosen if other != key] + ([key] if chosen else [])
        self.labelled.clear_error()
        self._edited()
