"""Asking another worker to sign for one action."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.domain.errors import PasswordNeeded, Problem
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Override
from clienteling.ui.messages import problem_message
from clienteling.ui.pos.scanner import Scanner
from clienteling.ui.theme import SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field, PasswordField
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.sign import Sign
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 520


def with_permission(
    till: Till, window: QWidget, operations: Sequence[Operation], act: Callable[[Till], object]
) -> None:
    """Do what needs these operations, the one that is done first: at once, or when somebody else has signed for it.

    `act` gets the till to do it with: once, if it was signed for.
    """
    missing = tuple(operation for operation in operations if not till.may(operation))
    if not missing:
        act(till)
        return
    dialog = OverrideDialog(till, window, missing)
    dialog.closed.connect(dialog.deleteLater)
    dialog.signed.connect(lambda override: act(till.signed(override)))
    dialog.open(dialog.number.edit)


class OverrideDialog(Dialog):
    """Another worker's ID and password, or badge. `signed` gives the `Override`, after the dialog has closed."""

    signed = Signal(object)

    def __init__(self, till: Till, window: QWidget, operations: Sequence[Operation]) -> None:
        translate = QCoreApplication.translate
        title = translate("Override", "Somebody else has to sign")
        super().__init__(window, title, translate("Override", "Close"), width=_WIDTH)
        operation = translate("Problem", operations[0].title)
        self.set_title(title, f"{operation} · {till.who_may(operations[0])}")
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._operations = tuple(operations)
        self.number = Field(translate("Override", "Worker ID"), note=translate("Override", "(or scan the badge)"))
        self.password = PasswordField(
            translate("SignInPage", "Password"),
            translate("SignInPage", "Show the password"),
            translate("SignInPage", "Hide the password"),
        )
        self.scanner = Scanner(self, self.password.edit, lambda: bool(self.number.text().strip()))
        self.sign_button = Button(translate("Override", "Sign"), kind=Kind.PRIMARY, icon="key-round")
        self._fill()
        self.scanner.scanned.connect(self._scan)
        self.number.submitted.connect(self.password.edit.setFocus)
        self.password.submitted.connect(self._sign)
        self.sign_button.clicked.connect(self._sign)

    def hideEvent(self, event: QHideEvent) -> None:
        """A password does not wait behind a lock."""
        super().hideEvent(event)
        self.password.clear()

    def _fill(self) -> None:
        translate = QCoreApplication.translate
        self.body.addWidget(self.number)
        self.body.addWidget(self.password)
        note = QHBoxLayout()
        note.setSpacing(SPACE_4 // 2)
        note.addWidget(Sign("scroll-text"))
        words = translate("Override", "For this one action. Both names stand in the audit.")
        note.addWidget(Label(words, tone=Tone.MUTED, wrap=True), 1)
        self.body.addLayout(note)
        cancel = Button(translate("Override", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.sign_button)

    def _scan(self, code: str) -> None:
        """A badge signs as it signs in: alone, or it names who signs and the password is theirs to type."""
        authorize, session = self._till.services.sign_in.authorize_scanned, self._till.session
        work = partial(authorize, session, self._operations, code)
        self._till.tasks.query(self, work, self._signed, key="badge", failed=self._refuse_badge)

    def _refuse_badge(self, error: Exception) -> None:
        if not isinstance(error, PasswordNeeded):
            self._refuse(self.number, error)
            return
        self.number.clear_error()
        self.number.set_text(error.personnel_number)
        self.password.edit.setFocus()

    def _sign(self) -> None:
        translate = QCoreApplication.translate
        number, password = self.number.text().strip(), self.password.text()
        if not number:
            self.number.set_error(translate("Override", "Who signs?"))
            self.number.edit.setFocus()
        elif not password:
            self.password.set_error(translate("SignInPage", "The password is missing."))
            self.password.edit.setFocus()
        elif self.sign_button.isEnabled():
            self.sign_button.setEnabled(False)
            authorize = self._till.services.sign_in.authorize
            work = partial(authorize, self._till.session, self._operations, number, password)
            self._till.tasks.query(self, work, self._signed, failed=partial(self._refuse, self.password))

    def _signed(self, override: Override) -> None:
        self.close_now()
        self.signed.emit(override)

    def _refuse(self, field: Field | PasswordField, error: Exception) -> None:
        self.sign_button.setEnabled(True)
        message = QCoreApplication.translate("Sessions", "That did not work. Please try again.")
        field.set_error(problem_message(error) if isinstance(error, Problem) else message)
        field.edit.selectAll()
        field.edit.setFocus()
