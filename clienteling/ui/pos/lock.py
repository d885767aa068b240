"""The lock page: nothing of a customer shows until the same worker unlocks, or another one takes over."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.text import initials
from clienteling.domain.worker import Session, Worker
from clienteling.ui.formats import Formats
from clienteling.ui.pos.company_box import CompanyBox
from clienteling.ui.pos.scanner import Scanner
from clienteling.ui.pos.side_panel import SidePanel
from clienteling.ui.pos.sign_in import lay_beside
from clienteling.ui.theme import STRONG, TEXT_DISPLAY, TEXT_TITLE
from clienteling.ui.widgets.avatar import Avatar
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.field import PasswordField
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.person_tile import PersonTile
from clienteling.ui.widgets.sign import Sign

_COLUMNS = 3
_MOST_TILES = 8


class LockPage(QWidget):
    """Emits `submitted(password, scanned)` to unlock, `badge_scanned(code)`, or `other_chosen(personnel_number)` for
    another worker ("": not listed).
    """

    submitted = Signal(str, bool)
    badge_scanned = Signal(str)
    other_chosen = Signal(str)

    def __init__(
        self,
        session: Session,
        colleagues: Sequence[Worker],
        now: datetime,
        formats: Formats,
        draft: str = "",
        parent: QWidget | None = None,
        *,
        by_itself: bool = False,
    ) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.panel = SidePanel()
        self.panel.show_register(session.register)
        self.panel.say(
            translate("LockPage", "Till is locked"),
            translate("LockPage", "since {time} · {day}").format(
                time=formats.time(now), day=formats.weekday(formats.today(now))
            ),
            translate("LockPage", "No customer data shows while locked."),
        )
        self.password = PasswordField(
            translate("SignInPage", "Password"),
            translate("SignInPage", "Show the password"),
            translate("SignInPage", "Hide the password"),
        )
        self.button = Button(translate("LockPage", "Unlock"), kind=Kind.PRIMARY)
        self.company = CompanyBox(translate("LockPage", "Unlock with company account"))
        self.company.waiting.connect(self._make_way)
        self.password.submitted.connect(self._submit)
        self.button.clicked.connect(self._submit)
        self.scanner = Scanner(self, self.password.edit, lambda: True)
        self.scanner.scanned.connect(self._scan)
        self._draft = Banner(weight=Weight.ACCENT, icon="notebook-pen")
        self._draft.say(translate("LockPage", "Your draft is safe"), draft)
        self.tiles: list[PersonTile] = []
        self._why = translate("LockPage", "Locked by you")
        if by_itself:
            self._why = translate("LockPage", "Locked because nobody was here")
        self._lay_out(session.worker, [w for w in colleagues if w.id != session.worker.id])
        # Not before it has its place: what has no parent shows as a window of its own.
        self._draft.setVisible(bool(draft))
        self.setFocusProxy(self.password.edit)

    def ask_password(self) -> None:
        """A badge is not enough: the password, too."""
        self.button.setEnabled(True)
        self.password.clear()
        self.password.clear_error()
        self.password.edit.setFocus()

    def refuse(self, message: str) -> None:
        self.button.setEnabled(True)
        self.password.set_error(message)
        self.password.edit.selectAll()
        self.password.edit.setFocus()

    def _make_way(self, waiting: bool) -> None:
        self.form.setVisible(not waiting)

    def _submit(self) -> None:
        if not self.password.text():
            self.password.set_error(QCoreApplication.translate("SignInPage", "The password is missing."))
        elif self.button.isEnabled():
            self.button.setEnabled(False)
            password = self.password.text()
            self.submitted.emit(password, self.scanner.has_just_read(password))

    def _scan(self, code: str) -> None:
        if self.button.isEnabled():
            self.button.setEnabled(False)
            self.password.clear_error()
            self.badge_scanned.emit(code)

    def _lay_out(self, worker: Worker, others: Sequence[Worker]) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(2)
        column.addLayout(self._who(worker))
        column.addSpacing(20)
        self.form = self._form()
        column.addWidget(self.form)
        column.addSpacing(12)
        column.addWidget(self.company)
        column.addSpacing(28)
        column.addLayout(self._others_head())
        column.addSpacing(12)
        column.addLayout(self._others(others))
        column.addStretch(3)
        lay_beside(self, self.panel, column)

    def _others_head(self) -> QHBoxLayout:
        translate = QCoreApplication.translate
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(translate("LockPage", "Or change the worker"), size=TEXT_TITLE, weight=STRONG))
        row.addStretch(1)
        row.addWidget(Sign("id-card"))
        row.addWidget(Label(translate("LockPage", "A badge on the reader does it at once"), tone=Tone.MUTED))
        return row

    def _who(self, worker: Worker) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Avatar(initials(worker.name), worker.name, 64))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Label(worker.name, size=TEXT_DISPLAY, weight=STRONG, elide=True))
        names.addWidget(Label(self._why, tone=Tone.MUTED))
        row.addLayout(names, 1)
        return row

    def _form(self) -> Box:
        box = Box()
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.password, 1)
        foot = QVBoxLayout()
        foot.addSpacing(26)
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.button.setMinimumWidth(136)
        row.addLayout(foot)
        column.addLayout(row)
        column.addWidget(self._draft)
        return box

    def _others(self, others: Sequence[Worker]) -> QGridLayout:
        translate = QCoreApplication.translate
        grid = QGridLayout()
        grid.setSpacing(12)
        shown = [(w.name, w.title or w.group.name, w.personnel_number) for w in others[:_MOST_TILES]]
        shown.append((translate("SignInPage", "Someone else"), translate("SignInPage", "Worker ID"), ""))
        for place, (name, role, number) in enumerate(shown):
            tile = PersonTile(initials(name) if number else "", name, role)
            tile.clicked.connect(lambda _=False, chosen=number: self.other_chosen.emit(chosen))
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            self.tiles.append(tile)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid
