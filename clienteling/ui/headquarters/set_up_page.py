"""The way from an empty company to a till with cards: the steps in their order, each done in place."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.configuration.steps import Step
from clienteling.domain.errors import Problem
from clienteling.domain.importing import Kind as ImportedKind
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.headquarters.noun import Known
from clienteling.ui.headquarters.step_forms import StepForm, make_form
from clienteling.ui.headquarters.step_row import StepRow
from clienteling.ui.headquarters.step_words import chosen_words
from clienteling.ui.messages import problem_message
from clienteling.ui.page import Page
from clienteling.ui.theme import MEDIUM, PAGE_PADDING, STRONG
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.progress import ProgressBar
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.state_page import StatePage

_INSIGHTS = "insights"


class SetUpPage(Page):
    """The first step that is not done stands open; others open by *Do it* and *Change*."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._error: Exception | None = None
        self._open: str | None = None
        self._steps: tuple[Step, ...] = ()
        self._goes_on = False
        self.rows: dict[str, StepRow] = {}
        translate = QCoreApplication.translate
        self.progress = ProgressBar(translate("SetUp", "Steps done"))
        self.progress.setFixedWidth(220)
        self.count = Label(weight=STRONG)
        self.state = StatePage()
        self.state.primary.connect(self._read)
        self.state.plain.connect(self._copy_details)
        self.customers = Link(translate("SetUp", "Import customers"), icon="file-input")
        self.customers.clicked.connect(lambda: self.go.emit("import", ImportedKind.CUSTOMERS))
        self._box = Box()
        self._list = QVBoxLayout(self._box)
        self._list.setContentsMargins(1, 1, 1, 1)
        self._list.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 4, 16)
        inner.setSpacing(12)
        inner.addWidget(self._box)
        foot = QHBoxLayout()
        foot.addWidget(Label(translate("SetUp", "Then bring your customers:"), weight=MEDIUM))
        words = translate("SetUp", "from a file, or by hand at the till. Ctrl+K finds one, to be added to your book.")
        foot.addWidget(Label(words, tone=Tone.MUTED), 1)
        foot.addWidget(self.customers)
        inner.addLayout(foot)
        inner.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(content)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        column.setSpacing(0)
        column.addWidget(PageHead(translate("SetUp", "Set up clienteling"), self.progress, self.count))
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.state)

    def activate(self, argument: object) -> None:
        self._open = argument if isinstance(argument, str) else None
        self._read()

    def refresh(self, changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        till = self._till

        def work() -> tuple[tuple[Step, ...], Any]:
            services = till.services
            return services.set_up_steps.steps(till.session), services.headquarters.view(till.session)

        till.tasks.query(self, work, self._show, key="steps", failed=self._fail)

    def _show(self, read: tuple[tuple[Step, ...], Any]) -> None:
        steps, view = read
        self._error = None
        known = Known(view)
        self._stack.setCurrentWidget(self.area)
        self._steps = steps
        needed = [step for step in steps if not step.optional]
        done = sum(step.is_done for step in needed)
        self.progress.set_part(done / len(needed))
        words = QCoreApplication.translate("SetUp", "{done} of {steps} done")
        self.count.setText(words.format(done=done, steps=len(needed)))
        shown = self._open or next((step.code for step in needed if not step.is_done), None)
        if list(self.rows) != [step.code for step in steps]:
            self._rebuild(steps)
        for number, step in enumerate(steps, 1):
            row = self.rows[step.code]
            note = chosen_words(step, known, self._till.formats) if step.is_done else ""
            row.show_step(number, step, note, is_open=step.code == shown)
            if step.code == shown:
                self._fill(row, step, known)
        if self._goes_on:
            self._goes_on = False
            self._focus_next(shown)

    def _focus_next(self, code: str | None) -> None:
        """The keyboard goes on where there is something left to do."""
        form = self.rows[code].form if code is not None else None
        (form.button if isinstance(form, StepForm) else self.customers).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, steps: tuple[Step, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.rows = {}
        for number, step in enumerate(steps):
            if number:
                self._list.addWidget(Hairline())
            row = StepRow()
            row.opened.connect(partial(self._open_step, step.code))
            self._list.addWidget(row)
            self.rows[step.code] = row

    def _open_step(self, code: str) -> None:
        self._open = code
        self._read()

    def _fill(self, row: StepRow, step: Step, known: Known) -> None:
        """The form of the open step; one that is there already keeps what was typed."""
        form = row.form
        if not isinstance(form, StepForm):
            form = make_form(step, self._till)
            form.asked.connect(partial(self._do, row))
            form.page_asked.connect(self.go)
            row.set_form(form)
        form.show_step(step, known)

    def _do(self, row: StepRow, work: Any) -> None:
        """What a form wants written. What was typed stays if it fails, and the reason stands in the step."""
        form = row.form

        def done(_: Changes) -> None:
            self._open = None
            self._goes_on = True
            self._till.messages.toast(QCoreApplication.translate("SetUp", "Done"))
            self._read()

        def failed(error: Exception) -> None:
            if isinstance(error, Problem) and isinstance(form, StepForm):
                form.say(problem_message(error))
            elif not isinstance(error, Problem):
                self._till.messages.error(error)

        self._till.tasks.command(self, work, done, failed)

    def _fail(self, error: Exception) -> None:
        self._error = error
        show_failure(self.state, QCoreApplication.translate("SetUp", "The steps could not be read"), error)
        self._stack.setCurrentWidget(self.state)

    def _copy_details(self) -> None:
        if self._error is not None:
            copy_details(self.state, self._error)
