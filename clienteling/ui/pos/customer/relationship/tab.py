"""The tab of a customer's relationship."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.errors import NotAllowed
from clienteling.domain.relationship.acquaintance import Mail
from clienteling.domain.relationship.enabling import Standing
from clienteling.services.relationship.relationships import Relationship
from clienteling.ui.pos.customer.column_scroll import ColumnScroll
from clienteling.ui.pos.customer.relationship.figures_box import FiguresBox
from clienteling.ui.pos.customer.relationship.health_box import HealthBox
from clienteling.ui.pos.customer.relationship.introduction_dialog import IntroductionDialog
from clienteling.ui.pos.customer.relationship.known_box import KnownBox
from clienteling.ui.pos.customer.states import show_not_allowed, show_part_failure
from clienteling.ui.theme import PAGE_PADDING, SPACE_3, SPACE_4, TEXT_NOTE
from clienteling.ui.till import Till
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.state_page import StatePage

_LOADING_AFTER = 100
_WIDEST = 1180


class RelationshipTab(QWidget):
    """Reads when it is first shown for a customer, and again after `refresh`."""

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._customer_id: int | None = None
        self._found: Relationship | None = None
        self._stale = False
        self.health = HealthBox(till.formats)
        self.figures = FiguresBox(till.formats)
        self.known = KnownBox(till.formats, till.session.worker.id)
        self.source = Label(size=TEXT_NOTE, tone=Tone.MUTED, wrap=True)
        self.area = ColumnScroll(PAGE_PADDING, SPACE_4, PAGE_PADDING)
        self.area.setAccessibleName(QCoreApplication.translate("Relationship", "The relationship with the customer"))
        self.state = StatePage()
        self.dialog: IntroductionDialog | None = None
        self._skeleton = QWidget()
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER)
        self._loading.timeout.connect(lambda: self._stack.setCurrentWidget(self._skeleton))
        self.state.primary.connect(self._read)
        self.known.asked.connect(self._ask_introduction)
        self._lay_out()

    def show_customer(self, customer_id: int) -> None:
        """Be about another customer; nothing of the one before stays."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self._found = None
            self._stack.setCurrentWidget(self._skeleton)
            self.refresh()

    def refresh(self) -> None:
        """Something changed: read again, now or when it is shown."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, _event: object) -> None:
        if self._stale:
            self._read()

    def _read(self) -> None:
        customer_id = self._customer_id
        if customer_id is None:
            return
        self._stale = False
        if self._found is None:
            self._loading.start()
        relationships, session = self._till.services.relationships, self._till.session
        self._till.tasks.query(
            self, lambda: relationships.of(session, customer_id), self._show, key="relationship", failed=self._fail
        )

    def _show(self, found: Relationship) -> None:
        self._loading.stop()
        self._found = found
        if found.force.analytics is Standing.DISABLED:
            self._say_disabled()
            return
        now = self._till.now()
        has_figures = found.figures is not None
        self.health.setVisible(found.health is not None or has_figures)
        self.health.show_relationship(found, now)
        self.figures.show_relationship(found)
        self.known.show_relationship(found, now)
        self.source.setText(_source_words(found))
        self._stack.setCurrentWidget(self.area)

    def _say_disabled(self) -> None:
        translate = QCoreApplication.translate
        sentence = translate(
            "Relationship", "Who may set up the company enables it at headquarters: health, figures, who knows whom."
        )
        self.state.show_state(
            "waypoints", translate("Relationship", "Relationship intelligence is not enabled"), sentence
        )
        self._stack.setCurrentWidget(self.state)

    def _fail(self, error: Exception) -> None:
        self._loading.stop()
        if isinstance(error, NotAllowed):
            show_not_allowed(self.state, error)
            self.state.primary_button.hide()
        else:
            show_part_failure(self.state, error)
        self._stack.setCurrentWidget(self.state)

    def _ask_introduction(self, worker_id: int) -> None:
        customer_id, found = self._customer_id, self._found
        if customer_id is None or found is None:
            return
        name = next((k.colleague.name for k in found.known if k.colleague.id == worker_id), "")
        relationships, session = self._till.services.relationships, self._till.session
        self._till.tasks.query(
            self,
            lambda: relationships.introduction(session, customer_id, worker_id),
            lambda mail: self._open_mail(mail, name),
            key="introduction",
            failed=self._till.messages.error,
        )

    def _open_mail(self, mail: Mail, colleague: str) -> None:
        if self.dialog is None:
            self.dialog = IntroductionDialog(self.window(), self._till.messages)
        self.dialog.ask(mail, colleague)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        boxes: tuple[QWidget, ...] = (self.health, self.known, self.figures, self.source)
        for box in boxes:
            column.addWidget(box)
        row = QHBoxLayout()
        row.addWidget(content, 1000)
        row.addStretch(1)
        self.area.column.addLayout(row)
        self.area.column.addStretch()
        rows = QVBoxLayout(self._skeleton)
        rows.setContentsMargins(PAGE_PADDING, SPACE_4, PAGE_PADDING, 0)
        rows.addWidget(SkeletonRows(5, row_height=96, discs=False))
        rows.addStretch()
        self._stack = QStackedLayout(self)
        for part in (self.area, self.state, self._skeleton):
            self._stack.addWidget(part)


def _source_words(found: Relationship) -> str:
    """Where all of it comes from."""
    translate = QCoreApplication.translate
    if found.force.exchange is Standing.ON:
        return translate(
            "Relationship",
            "From activities, and from mail and meetings of the people chosen at headquarters. "
            "What was written is never read.",
        )
    if found.force.exchange is Standing.WAITS:
        return translate("Relationship", "From activities alone: mail and meetings of Exchange wait for consent.")
    return translate("Relationship", "From activities alone.")
