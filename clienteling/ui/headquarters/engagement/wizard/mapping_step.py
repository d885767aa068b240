"""The fourth step: by what an address is known to belong to a customer, and which domains are one's own."""

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.enrichment import Match
from clienteling.ui.headquarters.engagement.wizard.draft import Draft
from clienteling.ui.headquarters.engagement.wizard.step import WizardStep
from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.widgets.choice_card import ChoiceCard
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label, Tone

_BETWEEN = re.compile(r"[\s,;]+")
_DOMAIN = re.compile(r"[^\s@.]+(\.[^\s@.]+)+")


class MappingStep(WizardStep):
    """The contacts' e-mail field is mapped; an address counts as it is, or by its domain."""

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._draft = Draft()
        self.domain = ChoiceCard(
            translate("AccountEngagement", "By mail domain"),
            translate("AccountEngagement", "Everybody at the customer’s mail domain counts"),
        )
        self.address = ChoiceCard(
            translate("AccountEngagement", "By address"),
            translate("AccountEngagement", "Only the addresses that are written down with the customer count"),
        )
        self.own = Field(
            translate("AccountEngagement", "Own mail domains"), note=translate("AccountEngagement", "(optional)")
        )
        for card, match in ((self.domain, Match.DOMAIN), (self.address, Match.ADDRESS)):
            card.clicked.connect(lambda _=False, match=match: self._choose(match))
        self.own.text_edited.connect(self._type)
        self._lay_out()

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        (self.domain if draft.match is Match.DOMAIN else self.address).setChecked(True)
        self.own.set_text(draft.typed_domains)

    def check(self) -> bool:
        domains = [part.strip("@").lower() for part in _BETWEEN.split(self.own.text()) if part.strip("@")]
        wrong = next((one for one in domains if not _DOMAIN.fullmatch(one)), None)
        if wrong is not None:
            words = QCoreApplication.translate("AccountEngagement", "{text} is no mail domain, such as example.com.")
            self.own.set_error(words.format(text=wrong[:60]))
            self.own.setFocus()
            return False
        self._draft.own_domains = tuple(dict.fromkeys(domains))
        self._draft.typed_domains = ", ".join(self._draft.own_domains)
        return True

    def refuse(self, field: str, message: str) -> bool:
        if field in ("own_domains", "match"):
            self.own.set_error(message)
            return True
        return False

    def focus_first(self) -> None:
        (self.domain if self.domain.isChecked() else self.address).setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, text: str) -> None:
        self._draft.typed_domains = text
        self.edited.emit()

    def _choose(self, match: Match) -> None:
        self._draft.match = match
        self.edited.emit()

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        cards = QWidget()
        ways = QVBoxLayout(cards)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(12)
        ways.addWidget(self.domain)
        ways.addWidget(self.address)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            Label(translate("AccountEngagement", "E-mail field: Customer, E-mail"), size=TEXT_HEAD, weight=STRONG)
        )
        words = translate(
            "AccountEngagement",
            "All e-mail addresses of a customer are looked at. Domains of mail providers that everybody uses never "
            "stand for a customer.",
        )
        column.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        column.addWidget(cards)
        column.addSpacing(8)
        column.addWidget(self.own)
        own = translate(
            "AccountEngagement",
            "Mail within these domains is among colleagues and does not count. Commas between them.",
        )
        column.addWidget(Label(own, tone=Tone.MUTED, wrap=True))
        column.addStretch(1)
