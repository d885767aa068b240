"""The last step: names, all answers once more, and who agrees for the tenant."""

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.enrichment import GRAPH, Consent, Match
from clienteling.ui.formats import Formats
from clienteling.ui.headquarters.engagement.wizard.draft import Draft
from clienteling.ui.headquarters.engagement.wizard.step import WizardStep
from clienteling.ui.headquarters.engagement.words import source_words
from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.choice_card import ChoiceCard
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import PropertyRow


class ReviewStep(WizardStep):
    """The table is named after the enrichment until somebody names it otherwise."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._formats = formats
        self._draft = Draft()
        self.name = Field(translate("AccountEngagement", "Name of the enrichment"))
        self.table = Field(translate("AccountEngagement", "Name of the output table"))
        self.summary = [
            PropertyRow(label, "")
            for label in (
                translate("AccountEngagement", "Source"),
                translate("AccountEngagement", "Addresses"),
                translate("AccountEngagement", "Customers are found"),
                translate("AccountEngagement", "Own mail domains"),
                translate("AccountEngagement", "Tables"),
            )
        ]
        self.by_mail = ChoiceCard(
            translate("AccountEngagement", "Ask the tenant’s administrator by mail"),
            translate("AccountEngagement", "A prepared mail opens when it is saved"),
        )
        self.in_place = ChoiceCard(
            translate("AccountEngagement", "I am an administrator of the tenant, and I agree"),
            translate("AccountEngagement", "The first run begins in six hours"),
        )
        self.page = Link(translate("AccountEngagement", "Open the page of Microsoft to agree on"))
        self.trouble = Label(tone=Tone.DANGER, wrap=True)
        self.consent = QWidget()
        self.name.text_edited.connect(self._rename)
        self.table.text_edited.connect(self._rename_table)
        for card, consent in ((self.by_mail, Consent.REQUESTED), (self.in_place, Consent.GRANTED)):
            card.clicked.connect(lambda _=False, consent=consent: self._choose(consent))
        self._lay_out()

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        if not draft.name and draft.enrichment is None:
            draft.name, draft.table = QCoreApplication.translate("AccountEngagement", "Account engagement"), "Office"
        self.name.set_text(draft.name)
        self.table.set_text(draft.table)
        (self.in_place if draft.consent is Consent.GRANTED else self.by_mail).setChecked(True)
        self.consent.setVisible(draft.enrichment is None or draft.enrichment.consent is not Consent.GRANTED)
        self.trouble.hide()
        self._show_page()
        self._show_summary()

    def check(self) -> bool:
        wrong = QCoreApplication.translate("AccountEngagement", "Please give it a name.")
        if not self._draft.name.strip():
            return not self.refuse("name", wrong)
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", self._draft.table):
            words = QCoreApplication.translate(
                "AccountEngagement", "Letters, digits and underscores, with a letter first."
            )
            return not self.refuse("table", words)
        return True

    def refuse(self, field: str, message: str) -> bool:
        if field == "consent":
            self.trouble.setText(message)
            self.trouble.show()
            return True
        found = {"name": self.name, "table": self.table, "measures": self.name}.get(field)
        if found is None:
            return False
        found.set_error(message)
        found.setFocus()
        return True

    def focus_first(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self, text: str) -> None:
        self._draft.name = text
        self.edited.emit()

    def _rename_table(self, text: str) -> None:
        self._draft.table = text.strip()
        self._show_summary()
        self.edited.emit()

    def _choose(self, consent: Consent) -> None:
        self._draft.consent = consent
        self.trouble.hide()
        self._show_page()
        self.edited.emit()

    def _show_page(self) -> None:
        """Who agrees for the tenant does it with Microsoft: what is ticked here is checked there."""
        self.page.setVisible(self._draft.source == GRAPH and self._draft.consent is Consent.GRANTED)

    def _show_summary(self) -> None:
        draft, translate = self._draft, QCoreApplication.translate
        match = (
            translate("AccountEngagement", "by mail domain")
            if draft.match is Match.DOMAIN
            else translate("AccountEngagement", "by address")
        )
        table = draft.table or "–"
        texts = (
            source_words(draft.source),
            self._formats.number(draft.count or len(draft.listed)),
            match,
            ", ".join(draft.own_domains) or "–",
            f"{table}, {table}_UserEntity",
        )
        for row, text in zip(self.summary, texts, strict=True):
            row.set_value(text)

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        names = QHBoxLayout()
        names.setSpacing(16)
        names.addWidget(self.name, 1)
        names.addWidget(self.table, 1)
        box = Box()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(20, 10, 20, 10)
        rows.setSpacing(0)
        for row in self.summary:
            rows.addWidget(row)
        ways = QVBoxLayout(self.consent)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(12)
        title = translate("AccountEngagement", "Consent of the tenant’s administrator")
        ways.addWidget(Label(title, size=TEXT_HEAD, weight=STRONG))
        ways.addWidget(self.by_mail)
        ways.addWidget(self.in_place)
        line = QHBoxLayout()
        line.addWidget(self.trouble, 1)
        line.addStretch(0)
        line.addWidget(self.page)
        ways.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(names)
        column.addWidget(box)
        column.addWidget(self.consent)
        column.addStretch(1)
