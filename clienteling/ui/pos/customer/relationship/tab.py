"""The tab of a customer's relationship."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clienteling.domain.relationship.acquaintance import Mail
from clienteling.domain.relationship.enabling import Standing
from clienteling.services.relationship.relationships import Relationship
from clienteling.ui.pos.customer.read_tab import ReadTab
from clienteling.ui.pos.customer.relationship.figures_box import FiguresBox
from clienteling.ui.pos.customer.relationship.health_box import HealthBox
from clienteling.ui.pos.customer.relationship.introduction_dialog import IntroductionDialog
from clienteling.ui.pos.customer.relationship.known_box import KnownBox
from clienteling.ui.theme import SPACE_3, TEXT_NOTE
from clienteling.ui.till import Till
from clienteling.ui.widgets.label import Label, Tone


class RelationshipTab(ReadTab[Relationship]):
    """Health, who knows whom, and figures."""

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(till, parent)
        self._found: Relationship | None = None
        self.health = HealthBox(till.formats)
        self.figures = FiguresBox(till.formats)
        self.known = KnownBox(till.formats, till.session.worker.id)
        self.source = Label(size=TEXT_NOTE, tone=Tone.MUTED, wrap=True)
        self.area.setAccessibleName(QCoreApplication.translate("Relationship", "The relationship with the customer"))
        self.dialog: IntroductionDialog | None = None
        self.known.asked.connect(self._ask_introduction)
        self._lay_out((self.health, self.known, self.figures, self.source), SPACE_3)

    def show_customer(self, customer_id: int) -> None:
        """Be about a customer."""
        if customer_id != self._customer_id:
            self._found = None
        self.be_about(customer_id)

    def _read_of(self, customer_id: int) -> Relationship:
        return self._till.services.relationships.of(self._till.session, customer_id)

    def _show_found(self, found: Relationship) -> None:
        self._found = found
        if found.force.analytics is Standing.DISABLED:
            self._say_disabled()
            return
        now = self._till.now()
        self.health.setVisible(found.health is not None or found.figures is not None)
        self.health.show_relationship(found, now)
        self.figures.show_relationship(found)
        self.known.show_relationship(found, now)
        self.source.setText(_source_words(found))

    def _say_disabled(self) -> None:
        translate = QCoreApplication.translate
        sentence = translate(
            "Relationship", "Who may set up the company enables it at headquarters: health, figures, who knows whom."
        )
        self._say("waypoints", translate("Relationship", "Relationship intelligence is not enabled"), sentence)

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
