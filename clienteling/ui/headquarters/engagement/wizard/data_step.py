"""The third step: which customers are enriched, and, without a cloud, the files that mails and meetings come from."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from clienteling.domain.enrichment import FILES
from clienteling.ui.headquarters.engagement.taking import Taking
from clienteling.ui.headquarters.engagement.wizard.draft import Draft
from clienteling.ui.headquarters.engagement.wizard.step import WizardStep
from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.choice_card import ChoiceCard
from clienteling.ui.widgets.label import Label, Tone


class DataStep(WizardStep):
    """The data set is the customers of the legal entity: theirs are the contacts."""

    taken = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        entity = till.session.legal_entity
        words = translate("AccountEngagement", "Customers of {company}").format(company=entity.name)
        self.customers = ChoiceCard(
            words, translate("AccountEngagement", "Organizations, and persons who are customers themselves")
        )
        self.customers.setChecked(True)
        self.reach = Label(tone=Tone.MUTED, wrap=True)
        self.files = Box()
        self.choose = Button(translate("AccountEngagement", "Choose files…"), icon="file-up")
        self.taking = Taking(till)
        self.choose.clicked.connect(self.taking.ask)
        self.taking.done.connect(self.taken)
        self._lay_out()

    def show_draft(self, draft: Draft) -> None:
        self.files.setVisible(draft.source == FILES)
        till, session = self._till, self._till.session
        enrichments = till.services.engagement.enrichments
        till.tasks.query(self, lambda: enrichments.reach(session), self._show_reach, key="reach")

    def focus_first(self) -> None:
        self.customers.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, files: Sequence[Path]) -> None:
        """Take files of interactions."""
        self.taking.take(files)

    def _show_reach(self, found: tuple[int, int]) -> None:
        people, organizations = found
        number = self._till.formats.number
        words = QCoreApplication.translate(
            "AccountEngagement", "{organizations} organizations and {people} persons have an e-mail address."
        )
        self.reach.setText(words.format(organizations=number(organizations), people=number(people)))

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        inner = QVBoxLayout(self.files)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(8)
        inner.addWidget(Label(translate("AccountEngagement", "E-mails and meetings"), size=TEXT_HEAD, weight=STRONG))
        words = translate(
            "AccountEngagement",
            "Take files now or later: tables (CSV, Parquet), mail (mbox, .eml) and calendars (.ics). "
            "The same ones again bring nothing new.",
        )
        inner.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        inner.addLayout(row)
        inner.addWidget(self.taking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        contacts = translate("AccountEngagement", "Contact data set")
        column.addWidget(Label(contacts, size=TEXT_HEAD, weight=STRONG))
        column.addWidget(self.customers)
        column.addWidget(self.reach)
        column.addWidget(self.files)
        column.addStretch(1)
