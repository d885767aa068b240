"""The wizard: its steps at the left, one of them in the middle, and the way on at the foot."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.enrichment import GRAPH, Consent, Enrichment, EnrichmentSettings
from clienteling.domain.errors import Invalid
from clienteling.ui.headquarters.engagement.consenting import Consenting
from clienteling.ui.headquarters.engagement.wizard.addresses_step import AddressesStep
from clienteling.ui.headquarters.engagement.wizard.data_step import DataStep
from clienteling.ui.headquarters.engagement.wizard.draft import Draft, draft_of
from clienteling.ui.headquarters.engagement.wizard.kept_answers import Answers, Kept, KeptAnswers, answers_of
from clienteling.ui.headquarters.engagement.wizard.mapping_step import MappingStep
from clienteling.ui.headquarters.engagement.wizard.overview_step import OverviewStep
from clienteling.ui.headquarters.engagement.wizard.review_step import ReviewStep
from clienteling.ui.headquarters.engagement.wizard.step import WizardStep
from clienteling.ui.headquarters.engagement.wizard.steps_bar import StepsBar
from clienteling.ui.headquarters.engagement.words import error_words
from clienteling.ui.messages import problem_message
from clienteling.ui.theme import PAGE_PADDING, SPACE_4, STRONG, TEXT_TITLE
from clienteling.ui.till import Till
from clienteling.ui.widgets import button
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.button import Button, Link
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.state_page import StatePage

_FOOT = 76
_WIDEST = 1040


class WizardPanel(QWidget):
    """`left` when somebody leaves: what is entered stays. `saved` gives the name, and whether to ask for consent.

    Who comes back is asked whether to go on with what was entered, or to start anew.
    """

    left = Signal()
    saved = Signal(str, bool)
    entra_asked = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self.draft = Draft()
        self.current = 0
        self.reached = 0
        self.is_open = False
        self.answers = KeptAnswers(till, self._entered, self)
        self._found: Kept | None = None
        self.offer = StatePage()
        self.consenting = Consenting(till, self)
        self.overview = OverviewStep(till)
        self.addresses = AddressesStep(till)
        self.data = DataStep(till)
        self.mapping = MappingStep()
        self.review = ReviewStep(till.formats)
        self.steps: tuple[WizardStep, ...] = (self.overview, self.addresses, self.data, self.mapping, self.review)
        self._titles = (
            translate("AccountEngagement", "Overview"),
            translate("AccountEngagement", "Specify email addresses"),
            translate("AccountEngagement", "Required data"),
            translate("AccountEngagement", "Attribute mapping"),
            translate("AccountEngagement", "Review and run"),
        )
        self.bar = StepsBar(self._titles)
        self.title = Label(size=TEXT_TITLE, weight=STRONG)
        self.trouble = Label(tone=Tone.DANGER, wrap=True)
        self.leave = Link(translate("AccountEngagement", "Leave, and go on later"))
        self.back = Button(translate("AccountEngagement", "Back"), icon="chevron-left")
        self.next = Button("", kind=button.Kind.PRIMARY)
        self._lay_out()
        self._connect()

    def begin(self, enrichment: Enrichment | None) -> None:
        """Set up another enrichment, or change one; with what was entered before, if somebody wants that."""
        key = enrichment.id if enrichment else None
        before = self.draft.enrichment.id if self.draft.enrichment else None
        if self.is_open and key == before:
            self._show(self.current)
            return
        self.keep()
        self.is_open = False
        self._stack.setCurrentWidget(self._blank)
        self.answers.find(enrichment, lambda kept: self._choose(enrichment, kept))

    def keep(self) -> None:
        """Put by what is entered."""
        self.answers.keep()

    def forget(self) -> None:
        """Nothing of what was entered is gone on with."""
        self.answers.drop(self.draft.enrichment)
        self.is_open = False

    def _choose(self, enrichment: Enrichment | None, kept: Kept | None) -> None:
        """Go on with what was put by, or start anew: whoever comes back chooses."""
        self.draft, self._found = draft_of(enrichment), kept
        if kept is None:
            self._start()
            return
        translate = QCoreApplication.translate
        step = self._titles[min(kept.answers.step, len(self._titles) - 1)]
        words = translate("AccountEngagement", "You came to the step “{step}”, and nothing is saved yet. Kept: {when}.")
        when = self._till.formats.moment(kept.at, self._till.now())
        self.offer.show_state(
            "notebook-pen",
            translate("AccountEngagement", "You have begun this already"),
            words.format(when=when, step=step),
            primary=translate("AccountEngagement", "Go on"),
            plain=translate("AccountEngagement", "Start anew"),
        )
        self._stack.setCurrentWidget(self.offer)
        self.offer.primary_button.setFocus()

    def _resume(self) -> None:
        if self._found is not None:
            answers = self._found.answers
            self.draft = answers.draft(self.draft.enrichment)
            self.reached = min(answers.reached, len(self.steps) - 1)
            self._open(min(answers.step, self.reached))

    def _start_anew(self) -> None:
        self.answers.drop(self.draft.enrichment)
        self._start()

    def _start(self) -> None:
        self.reached = len(self.steps) - 1 if self.draft.enrichment else 0
        self._open(0)

    def _open(self, step: int) -> None:
        self.is_open, self._found = True, None
        self._stack.setCurrentWidget(self._wizard)
        self._show(step)

    def _entered(self) -> tuple[Draft, Answers] | None:
        return (self.draft, answers_of(self.draft, self.current, self.reached)) if self.is_open else None

    def _leave(self) -> None:
        self.keep()
        self.is_open = False
        self.left.emit()

    def go_on(self) -> None:
        """To the next step, or save it all."""
        self.trouble.hide()
        if not self.steps[self.current].check():
            return
        if self.current == len(self.steps) - 1:
            self._save()
        else:
            self._show(self.current + 1)

    def go_back(self) -> None:
        self.trouble.hide()
        if self.current:
            self._show(self.current - 1)

    def _go_to(self, number: int) -> None:
        if number <= self.current or self.steps[self.current].check():
            self._show(number)

    def _show(self, number: int) -> None:
        translate = QCoreApplication.translate
        self.current, self.reached = number, max(self.reached, number)
        step, last = self.steps[number], number == len(self.steps) - 1
        for other in self.steps:
            other.setVisible(other is step)
        step.show_draft(self.draft)
        self.title.setText(self._titles[number])
        self.bar.show_step(number, self.reached)
        self.back.setEnabled(number > 0)
        if last:
            self.next.set_label(translate("AccountEngagement", "Save"))
        else:
            self.next.set_label(translate("AccountEngagement", "Next: {step}").format(step=self._titles[number + 1]))
        self._show_notes()
        self.answers.pause.start()
        step.focus_first()

    def _show_notes(self) -> None:
        draft, number = self.draft, self._till.formats.number
        found = QCoreApplication.translate("AccountEngagement", "{count} found").format(count=number(draft.count))
        self.bar.show_note(1, found if draft.listed else "")
        self.bar.show_note(4, draft.name if self.reached == len(self.steps) - 1 else "")

    def _edited(self) -> None:
        self._show_notes()
        self.answers.pause.start()

    # Saving

    def _save(self) -> None:
        draft = self.draft
        try:
            settings = draft.settings()
        except Invalid as problem:
            self._refuse(problem)
            return
        self.next.setEnabled(False)
        is_new = draft.enrichment is None or draft.enrichment.consent is not Consent.GRANTED
        if settings.source == GRAPH and draft.consent is Consent.GRANTED and is_new:
            self.consenting.check(self, partial(self._store, settings), self._refuse_consent)
        else:
            self._store(settings)

    def _refuse_consent(self, words: str) -> None:
        self.next.setEnabled(True)
        self.review.refuse("consent", words)

    def _store(self, settings: EnrichmentSettings) -> None:
        till, session, draft = self._till, self._till.session, self.draft
        enrichments = till.services.engagement.enrichments
        consent = draft.consent if draft.consent is Consent.GRANTED else Consent.REQUESTED
        key = draft.enrichment.id if draft.enrichment else None

        def done(_changes: Changes) -> None:
            self.next.setEnabled(True)
            asks = consent is Consent.REQUESTED and (
                draft.enrichment is None or draft.enrichment.consent is not Consent.GRANTED
            )
            self.forget()
            self.saved.emit(settings.name, asks)

        till.tasks.command(
            self,
            lambda: enrichments.save(session, settings, agreed=draft.agreed, consent=consent, enrichment_id=key),
            done,
            self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        """Go to the step whose field is wrong; what has no field stands at the foot."""
        self.next.setEnabled(True)
        if isinstance(error, Invalid):
            for number, step in enumerate(self.steps):
                if step.refuse(error.field, problem_message(error)):
                    if number != self.current:
                        self._show(number)
                        step.refuse(error.field, problem_message(error))
                    return
        self.trouble.setText(error_words(error))
        self.trouble.show()

    def _connect(self) -> None:
        self.bar.chosen.connect(self._go_to)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.leave.clicked.connect(self._leave)
        self.overview.entra_asked.connect(self.entra_asked)
        self.review.page.clicked.connect(self.consenting.open_page)
        self.offer.primary.connect(self._resume)
        self.offer.plain.connect(self._start_anew)
        for step in self.steps:
            step.edited.connect(self._edited)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.title)
        # Not a stack: only the step that is shown says how much room there must be.
        for step in self.steps:
            column.addWidget(step, 1)
            step.hide()
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(PAGE_PADDING + 8, 24, PAGE_PADDING + 8, SPACE_4)
        line.addWidget(content, 1000)
        line.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        foot = Surface(edge=Qt.Edge.TopEdge)
        foot.setFixedHeight(_FOOT)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(PAGE_PADDING + 8, 0, PAGE_PADDING + 8, 0)
        buttons.setSpacing(12)
        for widget in (self.leave, self.trouble, self.back, self.next):
            buttons.addWidget(widget, 1 if widget is self.trouble else 0)
        policy = self.trouble.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.trouble.setSizePolicy(policy)
        self.trouble.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(area, 1)
        right.addWidget(foot)
        self._wizard, self._blank = QWidget(), QWidget()
        row = QHBoxLayout(self._wizard)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar)
        row.addLayout(right, 1)
        self._stack = QStackedLayout(self)
        for part in (self._blank, self._wizard, self.offer):
            self._stack.addWidget(part)
