"""The first step: what account engagement is, where mails and meetings come from, and what must be there."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.enrichment import FILES, GRAPH
from clienteling.domain.mailboxes import ORGANIZATION, Prerequisite
from clienteling.ui.headquarters.engagement.wizard.draft import Draft
from clienteling.ui.headquarters.engagement.wizard.step import WizardStep
from clienteling.ui.headquarters.engagement.words import error_words, said
from clienteling.ui.tasks import Lane
from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.choice_card import ChoiceCard
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.sign import Sign

_LOCAL = 2  # the prerequisites that have nothing to do with a cloud


class OverviewStep(WizardStep):
    """Nothing that is missing keeps anybody from going on: it says what will not work before it is there.

    `entra_asked` when somebody wants to enter the tenant and its application.
    """

    entra_asked = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self._draft = Draft()
        self._found: tuple[Prerequisite, ...] = ()
        self.graph = ChoiceCard(
            translate("AccountEngagement", "Microsoft 365"),
            translate("AccountEngagement", "Mailboxes of colleagues and groups are read every week"),
        )
        self.files = ChoiceCard(
            translate("AccountEngagement", "Files"),
            translate("AccountEngagement", "CSV, Parquet, mbox and calendars are imported by hand"),
        )
        self.needs = QVBoxLayout()
        self.needs.setSpacing(0)
        self.trouble = Label(tone=Tone.MUTED, wrap=True)
        self.again = Link(translate("AccountEngagement", "Check again"))
        self.again.clicked.connect(self._check)
        self.enter = Link(translate("AccountEngagement", "Enter tenant and application"))
        self.enter.clicked.connect(self.entra_asked)
        for card, source in ((self.graph, GRAPH), (self.files, FILES)):
            card.clicked.connect(lambda _=False, source=source: self._choose(source))
        self._lay_out()

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        (self.files if draft.source == FILES else self.graph).setChecked(True)
        self._check()

    def focus_first(self) -> None:
        (self.files if self._draft.source == FILES else self.graph).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, source: str) -> None:
        self._draft.source = source
        self._show_needs()
        self.edited.emit()

    def _check(self) -> None:
        till, session = self._till, self._till.session
        self.trouble.setText(QCoreApplication.translate("AccountEngagement", "Looking what is there…"))
        self.trouble.show()
        mailboxes, entity = till.services.engagement.mailboxes, session.legal_entity
        till.tasks.query(
            self,
            lambda: mailboxes.prerequisites(session, entity),
            self._show_found,
            key="needs",
            failed=self._fail,
            lane=Lane.CLOUD,
        )

    def _show_found(self, found: Sequence[Prerequisite]) -> None:
        self._found = tuple(found)
        self._show_needs()

    def _fail(self, error: Exception) -> None:
        self.trouble.setText(error_words(error))
        self.trouble.show()

    def _show_needs(self) -> None:
        while (item := self.needs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._found[:_LOCAL] if self._draft.source == FILES else self._found
        for number, need in enumerate(shown):
            if number:
                self.needs.addWidget(Hairline())
            self.needs.addWidget(NeedRow(need))
        self.enter.setVisible(any(need.name == ORGANIZATION and need.is_met is False for need in shown))
        if self._found:
            self.trouble.hide()

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        what = translate(
            "AccountEngagement",
            "Who wrote to whom and when, and who met, becomes a score from 0 to 100 and sixteen numbers for each "
            "business customer. What was written is never read, and nobody sees who of the colleagues it was.",
        )
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.graph)
        row.addWidget(self.files)
        box = Box()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(20, 8, 20, 8)
        inner.setSpacing(0)
        inner.addWidget(self.trouble)
        inner.addLayout(self.needs)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(Label(translate("AccountEngagement", "What is needed"), size=TEXT_HEAD, weight=STRONG), 1)
        head.addWidget(self.enter)
        head.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(what, wrap=True))
        where = translate("AccountEngagement", "Where e-mails and meetings come from")
        column.addWidget(Label(where, size=TEXT_HEAD, weight=STRONG))
        column.addWidget(cards)
        column.addLayout(head)
        column.addWidget(box)
        column.addStretch(1)
        self.enter.hide()


class NeedRow(QWidget):
    """A prerequisite: there, missing, or not to be told, and why."""

    def __init__(self, need: Prerequisite) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        icon, tone, words = {
            True: ("circle-check", Tone.SUCCESS, translate("AccountEngagement", "there")),
            False: ("circle-alert", Tone.DANGER, translate("AccountEngagement", "missing")),
            None: ("circle-minus", Tone.WARNING, translate("AccountEngagement", "not known")),
        }[need.is_met]
        name, reason = said(need.name), said(need.reason)
        self.setAccessibleName(f"{name}: {words}")
        self.setAccessibleDescription(reason)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(name, weight=STRONG, wrap=True))
        if reason:
            texts.addWidget(Label(reason, tone=Tone.MUTED, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(Sign(icon, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(Label(words, tone=Tone.MUTED))
