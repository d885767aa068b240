"""The fixed list of an attribute: its values with their translations, in their order."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.configuration.properties import Option
from clienteling.ui.widgets.button import Button, IconButton
from clienteling.ui.widgets.field import FieldEdit
from clienteling.ui.widgets.form_fields import OwnControl
from clienteling.ui.widgets.label import Label, Tone


class OptionsInput(OwnControl):
    """A row for each value: the value, a name in each language, up, down, and away."""

    def __init__(self, languages: Mapping[str, str]) -> None:
        super().__init__()
        self._languages = dict(languages)
        self.rows: list[OptionRow] = []
        translate = QCoreApplication.translate
        self.add_button = Button(translate("Nouns", "Add value"), icon="plus")
        self.add_button.clicked.connect(self.add)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 3 * 44 + 8, 0)
        head.setSpacing(8)
        for words in (translate("Nouns", "Value"), *self._languages.values()):
            head.addWidget(Label(words, size=12, tone=Tone.MUTED), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._head)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.hide()

    def value(self) -> tuple[Option, ...]:
        return tuple(option for row in self.rows if (option := row.option()).value)

    def set_value(self, value: Any) -> None:
        options: Sequence[Option] = value or ()
        while self.rows:
            self._take(self.rows[-1])
        for option in options:
            self._insert(option)

    def add(self) -> None:
        """Another value, to be typed."""
        self._insert(Option("")).value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insert(self, option: Option) -> "OptionRow":
        row = OptionRow(option, self._languages)
        row.changed(self.edited.emit)
        row.up.clicked.connect(lambda: self._move(row, -1))
        row.down.clicked.connect(lambda: self._move(row, 1))
        row.away.clicked.connect(lambda: self._remove(row))
        self._column.insertWidget(self._column.count() - 1, row)
        self.rows.append(row)
        self._head.setVisible(bool(self._languages))
        return row

    def _move(self, row: "OptionRow", by: int) -> None:
        at = self.rows.index(row)
        if 0 <= at + by < len(self.rows):
            self.rows.insert(at + by, self.rows.pop(at))
            self._column.insertWidget(at + by + 1, row)
            self.edited.emit()

    def _remove(self, row: "OptionRow") -> None:
        self._take(row)
        self.edited.emit()

    def _take(self, row: "OptionRow") -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._head.setVisible(bool(self.rows) and bool(self._languages))


class OptionRow(QWidget):
    """A value that somebody edits."""

    def __init__(self, option: Option, languages: Mapping[str, str]) -> None:
        super().__init__()
        self._opened = option
        translate = QCoreApplication.translate
        self.value = FieldEdit()
        self.value.setAccessibleName(translate("Nouns", "Value"))
        self.value.setText(option.value)
        self.labels = {tag: FieldEdit() for tag in languages}
        self.up = IconButton("arrow-up", translate("Nouns", "Up"))
        self.down = IconButton("arrow-down", translate("Nouns", "Down"))
        self.away = IconButton("x", translate("Nouns", "Remove the value"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.value, 1)
        for tag, edit in self.labels.items():
            edit.setAccessibleName(languages[tag])
            edit.setText(option.labels.get(tag, ""))
            line.addWidget(edit, 1)
        for button in (self.up, self.down, self.away):
            line.addWidget(button)
        line.setSpacing(4)

    def option(self) -> Option:
        labels = {**self._opened.labels, **{tag: edit.text().strip() for tag, edit in self.labels.items()}}
        return Option(self.value.text().strip(), {tag: label for tag, label in labels.items() if label})

    def changed(self, tell: Any) -> None:
        for edit in (self.value, *self.labels.values()):
            edit.textEdited.connect(lambda _: tell())
