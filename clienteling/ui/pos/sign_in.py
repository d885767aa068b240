"""The sign-in page: choose yourself, type the password, or scan your badge."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling.domain.company import Register
from clienteling.domain.text import initials
from clienteling.domain.worker import Worker
from clienteling.ui.formats import Formats
from clienteling.ui.pos.company_box import CompanyBox
from clienteling.ui.pos.scanner import Scanner
from clienteling.ui.pos.side_panel import SidePanel
from clienteling.ui.theme import STRONG, TEXT_DISPLAY, TEXT_HEAD
from clienteling.ui.widgets.banner import Banner
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.field import Field, PasswordField
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.person_tile import PersonTile

COLUMN = 720
_COLUMNS = 3
_TILE_ROWS = 3


class SignInPage(QWidget):
    """Emits `submitted(personnel_number, password, scanned)`, or `badge_scanned(code)`; `refuse` shows what was wrong.

    What was `scanned` into the password field may be a password or a badge. The page knows no service.
    """

    submitted = Signal(str, str, bool)
    badge_scanned = Signal(str)
    till_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.panel = SidePanel()
        self.till = Button(translate("SignInPage", "This is another till…"), kind=Kind.QUIET, icon="store")
        self.till.clicked.connect(self.till_asked)
        self.number = Field(translate("SignInPage", "Worker ID"))
        self.password = PasswordField(
            translate("SignInPage", "Password"),
            translate("SignInPage", "Show the password"),
            translate("SignInPage", "Hide the password"),
        )
        self.button = Button(translate("SignInPage", "Sign in"), kind=Kind.PRIMARY)
        self.company = CompanyBox(translate("SignInPage", "Sign in with company account"))
        self.company.waiting.connect(self._make_way)
        self.demo = Banner()
        self.demo.hide()
        self.scanner = Scanner(self, self.password.edit, lambda: bool(self.number.text().strip()))
        self.scanner.scanned.connect(self._scan)
        self.tiles: list[PersonTile] = []
        self._workers: tuple[Worker, ...] = ()
        self._grid = QGridLayout()
        self._area = _TileArea()
        self.form = self._form()
        self._lay_out()
        self.number.submitted.connect(self._submit)
        self.password.submitted.connect(self._submit)
        self.button.clicked.connect(self._submit)
        self.number.text_edited.connect(self._number_typed)

    def show_till(
        self,
        register: Register,
        workers: Sequence[Worker],
        demo_password: str | None,
        now: datetime,
        formats: Formats,
    ) -> None:
        """Who can sign in at this till. In a demo company the password is shown, too."""
        self.panel.show_register(register)
        self.panel.greet(now, formats)
        known, self._workers = self._workers, tuple(workers)
        if not self.tiles or [*map(_shown_of, known)] != [*map(_shown_of, workers)]:
            self._fill_tiles()
        self.demo.setVisible(demo_password is not None)
        if demo_password is not None:
            self.demo.say(
                QCoreApplication.translate("SignInPage", "This is the demo company. Nobody here is real."),
                QCoreApplication.translate("SignInPage", "The password of every worker is {password}.").format(
                    password=demo_password
                ),
            )

    @property
    def is_begun(self) -> bool:
        """Whether somebody has chosen a name, or typed."""
        return bool(self.number.text() or self.password.text())

    def choose(self, personnel_number: str) -> None:
        """Put a worker into the form, ready for the password."""
        self.set_busy(False)
        self._stop_waiting()
        for worker, tile in zip(self._workers, self.tiles, strict=False):
            if worker.personnel_number == personnel_number:
                tile.setChecked(True)
        self.number.set_text(personnel_number)
        self._name_password(personnel_number)
        self.password.clear()
        self.password.clear_error()
        self.password.edit.setFocus()

    def refuse(self, message: str) -> None:
        """Say why nobody was signed in; the worker ID stays."""
        self.set_busy(False)
        self.password.set_error(message)
        self.password.edit.selectAll()
        self.password.edit.setFocus()

    def clear(self) -> None:
        """Forget who was signing in."""
        self.set_busy(False)
        self.company.reset()
        self.number.set_text("")
        self.number.clear_error()
        self.password.clear()
        self.password.clear_error()
        for tile in self.tiles:
            tile.setAutoExclusive(False)
            tile.setChecked(False)
            tile.setAutoExclusive(True)
        self._name_password("")

    def set_busy(self, busy: bool) -> None:
        """While the password is checked, the button says so."""
        self.button.setEnabled(not busy)
        translate = QCoreApplication.translate
        self.button.set_label(translate("SignInPage", "Signing in…") if busy else translate("SignInPage", "Sign in"))

    def _stop_waiting(self) -> None:
        """Somebody has come back from the browser to type."""
        if self.company.is_waiting:
            self.company.cancelled.emit()
            self.company.reset()

    def _make_way(self, waiting: bool) -> None:
        """Who signs in elsewhere types no password here."""
        self.form.setVisible(not waiting)

    def _submit(self) -> None:
        translate = QCoreApplication.translate
        number, password = self.number.text().strip(), self.password.text()
        if not number:
            self.number.set_error(translate("SignInPage", "Who are you?"))
            self.number.edit.setFocus()
        elif not password:
            self.password.set_error(translate("SignInPage", "The password is missing."))
            self.password.edit.setFocus()
        elif self.button.isEnabled():
            self.set_busy(True)
            self.submitted.emit(number, password, self.scanner.has_just_read(password))

    def _scan(self, code: str) -> None:
        if self.button.isEnabled():
            self.number.clear_error()
            self.password.clear_error()
            self.set_busy(True)
            self.badge_scanned.emit(code)

    def _number_typed(self, text: str) -> None:
        self._name_password(text.strip())

    def _name_password(self, personnel_number: str) -> None:
        translate = QCoreApplication.translate
        names = {worker.personnel_number: worker.name for worker in self._workers}
        name = names.get(personnel_number)
        self.password.set_label(
            translate("SignInPage", "Password for {name}").format(name=name)
            if name
            else translate("SignInPage", "Password")
        )

    def _fill_tiles(self) -> None:
        translate = QCoreApplication.translate
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self.tiles = [PersonTile(initials(name), name, title) for _, name, title in map(_shown_of, self._workers)]
        somebody = PersonTile("", translate("SignInPage", "Someone else"), translate("SignInPage", "Worker ID"))
        self.tiles.append(somebody)
        for place, tile in enumerate(self.tiles):
            tile.installEventFilter(self._area)
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        self.setFocusProxy(self.tiles[0])
        for worker, tile in zip(self._workers, self.tiles, strict=False):
            tile.clicked.connect(lambda _=False, number=worker.personnel_number: self.choose(number))
        somebody.clicked.connect(self._someone_else)

    def _someone_else(self) -> None:
        self._stop_waiting()
        self.number.set_text("")
        self._name_password("")
        self.number.edit.setFocus()

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(Label(translate("SignInPage", "Who is signing in?"), size=TEXT_DISPLAY, weight=STRONG))
        column.addSpacing(4)
        column.addWidget(
            Label(
                translate("SignInPage", "Choose your name and type your password, or scan your badge."),
                size=TEXT_HEAD,
                tone=Tone.MUTED,
            )
        )
        column.addSpacing(20)
        column.addWidget(self._area)
        column.addSpacing(16)
        column.addWidget(self.form)
        column.addSpacing(12)
        column.addWidget(self.company)
        column.addSpacing(16)
        column.addWidget(self.demo)
        column.addStretch(3)
        column.addWidget(self.till, 0, Qt.AlignmentFlag.AlignRight)
        self._lay_out_tiles()
        lay_beside(self, self.panel, column)

    def _lay_out_tiles(self) -> None:
        tiles = QWidget()
        tiles.setLayout(self._grid)
        self._grid.setContentsMargins(4, 4, 4, 4)
        self._grid.setSpacing(12)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._area.setWidget(tiles)

    def _form(self) -> Box:
        box = Box()
        row = QHBoxLayout(box)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        self.number.setFixedWidth(168)
        self.button.setMinimumWidth(136)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.password, 1, Qt.AlignmentFlag.AlignTop)
        foot = QVBoxLayout()
        foot.addSpacing(26)
        foot.addWidget(self.button)
        foot.addStretch(1)
        row.addLayout(foot)
        return box


def _shown_of(worker: Worker) -> tuple[str, str, str]:
    return worker.personnel_number, worker.name, worker.title or worker.group.name


def lay_beside(page: QWidget, panel: SidePanel, column: QVBoxLayout) -> None:
    """The panel at the side, and the column in the middle of what is left, 720 wide where there is room."""
    holder = QWidget()
    holder.setLayout(column)
    holder.setMaximumWidth(COLUMN)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(panel)
    row.addSpacing(32)
    row.addStretch(1)
    row.addWidget(holder, 1000)
    row.addStretch(1)
    row.addSpacing(32)


class _TileArea(QScrollArea):
    """As high as its tiles, up to three rows; then it scrolls. It filters their events, to show the focused one."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        widget.setMinimumWidth(0)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, PersonTile):
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def viewportEvent(self, event: object) -> bool:
        answer = super().viewportEvent(event)  # type: ignore[arg-type]
        if event.type() == event.Type.LayoutRequest:  # type: ignore[attr-defined]
            self._fit()
        return answer

    def _fit(self) -> None:
        content = self.widget()
        if content is not None:
            self.setFixedHeight(min(content.sizeHint().height(), _TILE_ROWS * 84 + 8))
