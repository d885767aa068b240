"""Giving badges to the workers of the store, and taking them away."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Invalid, Problem
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Worker
from clienteling.ui.messages import problem_message
from clienteling.ui.pos.colleague_select import ColleagueSelect, Person
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.pos.scanner import Scanner
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Labelled, PasswordField
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 520

Known = tuple[Sequence[Worker], Mapping[int, datetime]]


def ask_for_badges(till: Till, window: QWidget) -> None:
    """Open the dialog: at once, or when somebody else has signed for it."""

    def ask(by: Till) -> None:
        dialog = BadgeDialog(by, window)
        dialog.closed.connect(by.end_signature)
        dialog.closed.connect(dialog.deleteLater)
        dialog.ask()

    with_permission(till, window, (Operation.EXTENDED_LOG_ON,), ask)


class BadgeDialog(Dialog):
    """Choose the worker, scan the badge. The code shows nowhere, and is forgotten with the dialog."""

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("Badges", "Give a badge"), translate("Badges", "Close"), width=_WIDTH)
        self.set_title(
            translate("Badges", "Give a badge"),
            translate("Badges", "A bar code or a magnetic card that signs its worker in."),
        )
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._numbers: dict[int, str] = {}
        self._held: Mapping[int, datetime] = {}
        self.worker = ColleagueSelect(translate("Badges", "Choose the worker"))
        self.worker_field = Labelled(translate("Badges", "Worker"), self.worker)
        self.code = PasswordField(
            translate("Badges", "Badge"),
            translate("Badges", "Show the code"),
            translate("Badges", "Hide the code"),
        )
        self.code.edit.setPlaceholderText(translate("Badges", "Scan it now, or type its code"))
        self.scanner = Scanner(self, self.code.edit, lambda: True)
        self.take_button = Button(translate("Badges", "Take the badge away"), kind=Kind.QUIET_DANGER)
        self.give_button = Button(translate("Badges", "Give the badge"), kind=Kind.PRIMARY, icon="id-card")
        self._fill()
        self._connect()

    def ask(self) -> None:
        """Open it, and read who works here and who has a badge."""
        services, session = self._till.services, self._till.session

        def read() -> Known:
            return services.sign_in.workers_at(session.register), services.badges.of_store(session)

        self._till.tasks.query(self, read, self._show, key="badges", failed=self._refuse)
        self.open(self.worker)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.code.clear()

    def _fill(self) -> None:
        self.body.addWidget(self.worker_field)
        self.body.addWidget(self.code)
        cancel = Button(QCoreApplication.translate("Badges", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addWidget(self.take_button)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.give_button)
        self.take_button.hide()

    def _connect(self) -> None:
        self.worker.changed.connect(self._choose)
        self.scanner.scanned.connect(self._scan)
        self.code.submitted.connect(self._give)
        self.give_button.clicked.connect(self._give)
        self.take_button.clicked.connect(self._take)

    def _show(self, known: Known) -> None:
        workers, self._held = known
        self._numbers = {worker.id: worker.personnel_number for worker in workers}
        self.worker.set_people([Person(worker.id, worker.name, self._detail(worker.id)) for worker in workers])

    def _detail(self, worker_id: int) -> str:
        translate, since = QCoreApplication.translate, self._held.get(worker_id)
        if since is None:
            return translate("Badges", "no badge")
        formats = self._till.formats
        return translate("Badges", "badge since {day}").format(day=formats.full_day(formats.today(since)))

    def _choose(self) -> None:
        self.worker_field.clear_error()
        self.take_button.setVisible(self.worker.value() in self._held)
        self.code.edit.setFocus()

    def _scan(self, code: str) -> None:
        self.code.edit.setText(code)
        self._give()

    def _give(self) -> None:
        translate = QCoreApplication.translate
        code = self.code.text()
        if not code.strip():
            self.code.set_error(translate("Badges", "The badge is missing."))
            self.code.edit.setFocus()
        elif number := self._chosen():
            words = translate("Badges", "{name} can sign in with the badge")
            self._act(partial(self._till.services.badges.assign, self._till.session, number, code), words)

    def _take(self) -> None:
        if number := self._chosen():
            words = QCoreApplication.translate("Badges", "{name} has no badge any more")
            self._act(partial(self._till.services.badges.remove, self._till.session, number), words)

    def _chosen(self) -> str:
        """The worker's ID; "" if nobody is chosen, and says so."""
        worker_id = self.worker.value()
        if worker_id is None:
            self.worker_field.set_error(QCoreApplication.translate("Badges", "Whose badge is it?"))
            self.worker.setFocus()
        return self._numbers.get(worker_id or 0, "")

    def _act(self, work: "partial[Changes]", words: str) -> None:
        person = self.worker.person()
        text = words.format(name=person.name if person is not None else "")
        self.give_button.setEnabled(False)
        self._till.tasks.command(self, work, lambda _: self._done(text), self._refuse)

    def _done(self, text: str) -> None:
        self.close_now()
        self._till.messages.toast(text, icon="id-card")

    def _refuse(self, error: Exception) -> None:
        self.give_button.setEnabled(True)
        if isinstance(error, Problem):
            is_worker = isinstance(error, Invalid) and error.field == "worker"
            (self.worker_field if is_worker else self.code).set_error(problem_message(error))
