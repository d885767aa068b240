"""A secret of the list: its name, what it is for, and where it is in a vault."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from clienteling.domain.cloud_state import SecretEntry
from clienteling.domain.errors import Invalid, Problem
from clienteling.ui.messages import problem_message
from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import TextInput
from clienteling.ui.widgets.label import Label, Tone


class SecretForm(Box):
    """`save_asked` with name, reference and description; `validate_asked` and `delete_asked` with the name."""

    save_asked = Signal(str, str, str)
    validate_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._entry: SecretEntry | None = None
        self.title = Label(size=TEXT_HEAD, weight=STRONG)
        self.form = Form(
            (
                TextInput("name", translate("KeyVault", "Name"), half=True),
                TextInput("description", translate("KeyVault", "Description"), half=True),
                TextInput("reference", translate("KeyVault", "Reference"), placeholder="vault://VAULT/SECRET"),
            ),
            till.formats.locale,
            till.formats.today(till.now()),
        )
        self.error = Label(tone=Tone.DANGER, wrap=True)
        self.save_button = Button(translate("KeyVault", "Add"))
        self.new_button = Button(translate("KeyVault", "New secret"), icon="plus", kind=Kind.QUIET)
        self.validate_button = Button(translate("KeyVault", "Validate"), icon="shield-check")
        self.delete_button = Button(translate("KeyVault", "Take off the list"), kind=Kind.QUIET_DANGER)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.new_button)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.save_button)
        line.addWidget(self.validate_button)
        line.addStretch(1)
        line.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addWidget(self.error)
        column.addLayout(line)
        self.save_button.clicked.connect(self._save)
        self.new_button.clicked.connect(self._begin)
        self.validate_button.clicked.connect(self._validate)
        self.delete_button.clicked.connect(self._delete)
        self.show_entry(None)

    def show_entry(self, entry: SecretEntry | None) -> None:
        """Show a secret to be changed; None: a new one to be typed."""
        translate, is_new = QCoreApplication.translate, entry is None
        self._entry = entry
        self.error.hide()
        self.title.setText(entry.name if entry is not None else translate("KeyVault", "New secret"))
        self.form.set_values(
            {
                "name": entry.name if entry else "",
                "description": entry.description if entry else "",
                "reference": entry.reference if entry else "",
            }
        )
        self.form.set_enabled(("name",), is_new)
        self.save_button.set_label(translate("KeyVault", "Add") if is_new else translate("KeyVault", "Change"))
        for button in (self.new_button, self.validate_button, self.delete_button):
            button.setVisible(not is_new)

    def refuse(self, problem: Problem) -> None:
        """Say what is wrong, at its field; what was typed stays."""
        if isinstance(problem, Invalid) and problem.field in ("name", "reference"):
            self.form.show_errors({problem.field: problem_message(problem)})
            return
        self.error.setText(problem_message(problem))
        self.error.show()

    def _begin(self) -> None:
        self.show_entry(None)
        self.form.focus_first()

    def _save(self) -> None:
        values = self.form.read()
        if values is not None:
            self.save_asked.emit(values["name"], values["reference"], values["description"])

    def _validate(self) -> None:
        if self._entry is not None:
            self.validate_asked.emit(self._entry.name)

    def _delete(self) -> None:
        if self._entry is not None:
            self.delete_asked.emit(self._entry.name)
