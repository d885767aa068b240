"""Account engagement at headquarters: all enrichments, the results of one, its whole table, and the wizard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.configuration.item import Remark
from clienteling.domain.enrichment import GRAPH, ColumnMeasure, Enrichment, Run, RunState
from clienteling.domain.errors import Invalid, mark
from clienteling.services.engagement.enrichments import Enrichments
from clienteling.services.engagement.segments import Counted
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.headquarters.confirm_dialog import ConfirmDialog
from clienteling.ui.headquarters.engagement.consenting import Consenting
from clienteling.ui.headquarters.engagement.dialogs import ConsentDialog, MeasureDialog, SegmentDialog
from clienteling.ui.headquarters.engagement.list_panel import Line, ListPanel
from clienteling.ui.headquarters.engagement.reading import read_lines, read_results
from clienteling.ui.headquarters.engagement.results_panel import ResultsPanel, Shown
from clienteling.ui.headquarters.engagement.table_panel import TablePanel
from clienteling.ui.headquarters.engagement.taking import Taking
from clienteling.ui.headquarters.engagement.wizard.panel import WizardPanel
from clienteling.ui.headquarters.engagement.words import run_state_words, said
from clienteling.ui.headquarters.spec import WidePage
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.state_page import StatePage

KEY = "engagement"
RESULTS, TABLE, WIZARD = "results", "table", "wizard"


class EngagementPage(WidePage):
    """Its argument is None for all enrichments, ("results", key), ("table", key), or ("wizard", key or None)."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._place: tuple[str, int | None] = ("", None)
        self._shown: Shown | None = None
        self._error: Exception | None = None
        self.list = ListPanel(till)
        self.results = ResultsPanel(till)
        self.table = TablePanel(till)
        self.wizard = WizardPanel(till)
        self.taking = Taking(till)
        self.consenting = Consenting(till, self)
        self.state = StatePage()
        self.dialog: Dialog | None = None
        self._stack = QStackedLayout(self)
        parts: tuple[QWidget, ...] = (self.list, self.results, self.table, self.wizard, self.state)
        for part in parts:
            self._stack.addWidget(part)
        self._acts: dict[str, Callable[[], None]] = {
            "activate": partial(self._activate, active=True),
            "deactivate": partial(self._activate, active=False),
            "edit": partial(self._go, WIZARD),
            "table": partial(self._go, TABLE),
            "segment": self._ask_segment,
            "measure": self._ask_measure,
            "import": self._ask_files,
            "delete": self._ask_delete,
            "consent": self._ask_consent,
            "ask_consent": self.consenting.prepare_mail,
            "withdraw": self._withdraw,
        }
        self._connect()

    # What the window tells

    def activate(self, argument: object) -> None:
        self.wizard.keep()
        place, key = argument if isinstance(argument, tuple) else ("", None)
        self._place = (str(place), key if isinstance(key, int) else None)
        self.set_wide(wide=place == WIZARD)
        self._read()

    def deactivate(self) -> None:
        self.wizard.keep()

    def keep(self) -> None:
        self.wizard.keep()

    def refresh(self, changes: Changes) -> None:
        if self._place[0] != WIZARD and (changes.concerns(Kind.CUSTOMERS) or changes.concerns(Kind.COMPANY)):
            self._read()

    def go_back(self) -> bool:
        if not self._place[0]:
            return False
        self._leave()
        return True

    # Reading and showing

    def _read(self) -> None:
        services, session, (place, key) = self._till.services.engagement, self._till.session, self._place
        query = self._till.tasks.query
        if key is not None and place in (RESULTS, TABLE):
            work = partial(read_results, services, session, key)
            query(self, work, self._show_results, key="read", failed=self._fail, lane=Lane.CLOUD)
        elif place == WIZARD and key is None:
            self._show_wizard(None)
        elif place == WIZARD:
            found = partial(services.results.overview, session, key or 0)
            query(self, found, lambda one: self._show_wizard(one.enrichment), key="read", failed=self._fail)
        else:
            lines = partial(read_lines, services, session)
            query(self, lines, self._show_lines, key="read", failed=self._fail)

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        self.list.show_lines(lines)
        self._stack.setCurrentWidget(self.list)

    def _show_results(self, shown: Shown) -> None:
        self._shown = shown
        if self._place[0] == TABLE:
            enrichment = shown.overview.enrichment
            self._stack.setCurrentWidget(self.table)
            self.table.show_enrichment(enrichment.id, enrichment.settings)
        else:
            self.results.show_results(shown)
            self._stack.setCurrentWidget(self.results)

    def _show_wizard(self, enrichment: Enrichment | None) -> None:
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.begin(enrichment)

    def _fail(self, error: Exception) -> None:
        self._error = error
        title = QCoreApplication.translate("AccountEngagement", "Account engagement cannot be read")
        show_failure(self.state, title, error)
        self._stack.setCurrentWidget(self.state)

    def _copy_details(self) -> None:
        if self._error is not None:
            copy_details(self.state, self._error)

    # Where to go

    def _go(self, place: str) -> None:
        if self._shown is not None:
            self.go.emit(KEY, (place, self._shown.overview.enrichment.id))

    def _leave(self) -> None:
        """From the table to the results, from the wizard to what was there before, from all else to the list."""
        place, key = self._place
        up = (RESULTS, key) if key is not None and place in (TABLE, WIZARD) else None
        self.go.emit(KEY, up)

    def _saved(self, name: str, asks: bool) -> None:
        words = QCoreApplication.translate("AccountEngagement", "“{name}” is saved").format(name=name)
        self._till.messages.toast(words)
        enrichments, session = self._till.services.engagement.enrichments, self._till.session

        def show(found: Enrichment) -> None:
            self.go.emit(KEY, (RESULTS, found.id))
            if asks:
                self.consenting.prepare_mail()

        self._till.tasks.query(self, lambda: enrichments.find(session, name), show, key="saved", failed=self._fail)

    # What is done with an enrichment

    def _act(self, act: str) -> None:
        if self._shown is not None:
            self._acts[act]()

    def _ended(self, run: Run) -> None:
        words = said(run.problem) or run_state_words(run.state)
        icon = "check" if run.state is RunState.SUCCESSFUL else "circle-alert"
        self._till.messages.toast(words, icon=icon)
        self._read()

    def _command(self, work: Callable[[], Changes], words: str = "", undo: Callable[[], object] | None = None) -> None:
        def done(_changes: Changes) -> None:
            if words:
                self._till.messages.toast(words, undo)
            self._read()

        self._till.tasks.command(self, work, done, self._till.messages.error)

    def _activate(self, *, active: bool) -> None:
        translate, enrichments, session = QCoreApplication.translate, self._enrichments, self._till.session
        words = (
            translate("AccountEngagement", "It runs by its schedule again.")
            if active
            else translate("AccountEngagement", "It runs no more. What it found stays.")
        )
        key = self._key
        undo = None if active else partial(self._activate, active=True)
        self._command(lambda: enrichments.activate(session, key, active=active), words, undo)

    def _withdraw(self) -> None:
        enrichments, session, key = self._enrichments, self._till.session, self._key
        words = QCoreApplication.translate("AccountEngagement", "Consent is withdrawn. Nothing is read any more.")
        self._command(lambda: enrichments.withdraw_consent(session, key), words)

    def _ask_consent(self) -> None:
        enrichments, session, key = self._enrichments, self._till.session, self._key
        terms = QCoreApplication.translate(
            "AccountEngagement",
            "Metadata of mails and meetings of the chosen addresses is processed: who wrote to whom and when, who met "
            "whom for how long. Texts and subjects are never read, and only numbers of accounts are shown. Consent can "
            "be withdrawn at any time.",
        )
        reads = self._shown is not None and self._shown.overview.enrichment.settings.source == GRAPH
        dialog = ConsentDialog(self.window(), terms, with_page=reads)
        words = QCoreApplication.translate("AccountEngagement", "Consent is given. The first run begins in six hours.")

        def give() -> None:
            dialog.close_now()
            self._command(lambda: enrichments.grant_consent(session, key), words)

        dialog.given.connect(partial(self.consenting.check, dialog, give, dialog.refuse) if reads else give)
        dialog.page_asked.connect(self.consenting.open_page)
        self._open(dialog)

    def _ask_delete(self) -> None:
        translate, enrichments, session, key = (
            QCoreApplication.translate,
            self._enrichments,
            self._till.session,
            self._key,
        )
        remark = Remark(mark("Its runs, tables, scores and measures are gone then. The interactions stay."), {})
        title = translate("AccountEngagement", "Delete the enrichment")
        dialog = ConfirmDialog(self.window(), title, (remark,), translate("AccountEngagement", "Delete"))

        def deleted(_changes: Changes) -> None:
            self._till.messages.toast(translate("AccountEngagement", "The enrichment is deleted."))
            self._shown = None
            self.go.emit(KEY, None)

        def delete() -> None:
            work = partial(enrichments.delete, session, key)
            self._till.tasks.command(self, work, deleted, self._till.messages.error)

        dialog.confirmed.connect(delete)
        self._open(dialog)

    def _ask_files(self) -> None:
        self.taking.ask()

    def _taken(self) -> None:
        self._till.messages.toast(self.taking.words.text())
        self._read()

    # Segments and measures

    def _ask_segment(self) -> None:
        segments, session = self._till.services.engagement.segments, self._till.session
        failed = self._till.messages.error
        self._till.tasks.query(self, lambda: segments.list(session), self._show_segments, key="segments", failed=failed)

    def _show_segments(self, found: tuple[Counted, ...]) -> None:
        segments, session = self._till.services.engagement.segments, self._till.session
        dialog = SegmentDialog(self.window(), self._till.formats, found)
        dialog.opened.connect(lambda: self.go.emit("store_books", None))

        def share(name: str) -> None:
            self._till.tasks.command(
                self,
                lambda: segments.share(session, name),
                lambda _: dialog.show_shared(name),
                self._till.messages.error,
            )

        dialog.shared.connect(share)
        self._open(dialog)

    def _ask_measure(self) -> None:
        if self._shown is not None:
            dialog = MeasureDialog(self.window(), self._shown.overview.enrichment.settings.measures)
            dialog.taken.connect(partial(self._save_measures, dialog))
            self._open(dialog)

    def _save_measures(self, dialog: MeasureDialog, measures: tuple[ColumnMeasure, ...]) -> None:
        if self._shown is None:
            return
        enrichment, enrichments, session = self._shown.overview.enrichment, self._enrichments, self._till.session

        def done(_changes: Changes) -> None:
            dialog.close_now()
            words = QCoreApplication.translate(
                "AccountEngagement", "The measures have their values after the next run."
            )
            self._till.messages.toast(words)
            self._read()

        def refused(error: Exception) -> None:
            if isinstance(error, Invalid):
                dialog.refuse(error)
            else:
                self._till.messages.error(error)

        work = partial(enrichments.set_measures, session, enrichment.id, measures)
        self._till.tasks.command(self, work, done, refused)

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @property
    def _enrichments(self) -> Enrichments:
        return self._till.services.engagement.enrichments

    @property
    def _key(self) -> int:
        return self._shown.overview.enrichment.id if self._shown is not None else 0

    def _connect(self) -> None:
        self.list.opened.connect(lambda key: self.go.emit(KEY, (RESULTS, key)))
        self.list.add_asked.connect(lambda: self.go.emit(KEY, (WIZARD, None)))
        self.results.back.connect(self._leave)
        self.results.asked.connect(self._act)
        self.results.run_box.ended.connect(self._ended)
        self.table.back.connect(self._leave)
        self.wizard.left.connect(self._leave)
        self.wizard.saved.connect(self._saved)
        self.wizard.entra_asked.connect(lambda: self.go.emit("entra", None))
        self.taking.done.connect(self._taken)
        self.state.primary.connect(self._read)
        self.state.plain.connect(self._copy_details)
