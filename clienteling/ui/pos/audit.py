"""The audit, what was done and refused in the legal entity, and the history, what the worker did to client books."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import PRIMARY_HOLDER, AuditEntry, AuditFilter, Changes, Outcome, Undo, undo_of
from clienteling.domain.cover import Event, Lending
from clienteling.domain.errors import Problem
from clienteling.domain.operations import Operation
from clienteling.ui.lists.audit_list import AuditList, AuditRow
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import Page
from clienteling.ui.pos.audit_filters import AuditFilters
from clienteling.ui.pos.undoing import undo_change
from clienteling.ui.tasks import Lane
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.state_page import Mood, StatePage

_PAGE = 50
_ICONS = {
    Operation.ADD_TO_CLIENT_BOOK: "user-plus",
    Operation.REMOVE_FROM_CLIENT_BOOK: "user-minus",
    Operation.REASSIGN: "arrow-left-right",
    Operation.ADD_ACTIVITY: "message-square-plus",
    Operation.ADD_NOTE: "notebook-pen",
    Operation.LOG_ON: "log-in",
    Operation.LOG_OFF: "log-out",
    Operation.LOCK: "lock",
    Operation.EXTENDED_LOG_ON: "id-card",
    Operation.IMPORT: "file-input",
    Operation.LEND_BOOK: "hand-helping",
}


class RecordsPage(Page):
    """Records, newest first, with the way back where there is one. Read again whenever something was written."""

    def __init__(self, till: Till, title: str, *commands: QWidget) -> None:
        super().__init__()
        self._till = till
        self._list = AuditList()
        self._operations: dict[int, Operation] = {}
        self._state = StatePage()
        self._state.primary.connect(self._read)
        self._list.asked.connect(self._undo)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(0)
        column.addWidget(PageHead(title, *commands))
        self._column = column
        column.addLayout(self._stack, 1)
        # Filled when it has its place: a stack without a parent shows its first widget as a window of its own.
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._state)

    def insert_below_head(self, part: QWidget) -> None:
        """Put something between the head and the records."""
        self._column.insertWidget(1, part)

    def activate(self, argument: object) -> None:
        self._read()
        self._list.setFocus()

    def refresh(self, changes: Changes) -> None:
        self._read()

    def entries(self, before: int | None) -> tuple[AuditEntry, ...]:
        """The next page of records; overridden. Runs on the database lane."""
        raise NotImplementedError

    def _read(self) -> None:
        self._till.tasks.query(self, lambda: self.entries(None), self._show, key="records", failed=self._fail)

    def _undo(self, row: AuditRow) -> None:
        till = self._till
        if row.undo is Undo.BLOCKED:
            # The newer change may lie on a page that was not read, or be somebody else's.
            if row.newer is None or not self._list.show_record(row.newer):
                till.messages.toast(
                    QCoreApplication.translate(
                        "AuditPage", "A newer change of one of these customers stands in between."
                    ),
                    icon="lock",
                )
            return
        undone = QCoreApplication.translate("AuditPage", "Undone")
        operation = self._operations[row.id]
        undo_change(till.own, self.window(), operation, row.id, lambda _: till.messages.toast(undone))

    def _more(self, last: int) -> None:
        self._till.tasks.query(
            self,
            lambda: self.entries(last),
            lambda entries: self._list.audit.append(
                self._rows(entries, self._list.audit.rows[-1].day),
                self._more if len(entries) == _PAGE else None,
            ),
            key="more",
        )

    def _show(self, entries: tuple[AuditEntry, ...]) -> None:
        self._operations = {}
        self._list.audit.set_rows(self._rows(entries, ""), self._more if len(entries) == _PAGE else None)
        if not entries:
            self.show_nothing()
        self._stack.setCurrentIndex(0 if entries else 1)

    def show_nothing(self) -> None:
        """Say why there is nothing."""
        translate = QCoreApplication.translate
        self._state.show_state(
            "scroll-text",
            translate("AuditPage", "Nothing has happened yet"),
            translate("AuditPage", "Everything that is changed or refused will stand here."),
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self._state.show_state(
                "circle-alert",
                problem_title(error),
                problem_message(error),
                mood=Mood.FAILED,
                primary=QCoreApplication.translate("AuditPage", "Try again"),
            )
            self._stack.setCurrentIndex(1)

    def _rows(self, entries: tuple[AuditEntry, ...], day: str) -> list[AuditRow]:
        """The rows, with a heading where the day changes from the one before, `day`."""
        formats = self._till.formats
        rows = []
        for entry in entries:
            this_day = formats.weekday(formats.today(entry.at))
            refused = entry.outcome is Outcome.REFUSED
            who = " · ".join(part for part in (_who(entry), entry.store, self._until(entry), _why(entry)) if part)
            self._operations[entry.id] = entry.operation
            rows.append(
                AuditRow(
                    entry.id,
                    "ban" if refused else _ICONS.get(entry.operation, "pencil"),
                    self._title(entry),
                    who or QCoreApplication.translate("AuditPage", "Administrator"),
                    formats.time(entry.at),
                    this_day,
                    this_day != day,
                    refused,
                    undo_of(entry, self._till.session.worker.id),
                    entry.newer,
                )
            )
            day = this_day
        return rows

    def _until(self, entry: AuditEntry) -> str:
        """To which day a book is lent."""
        if entry.lending is None:
            return ""
        day = self._till.formats.full_day(entry.lending.cover.until)
        return QCoreApplication.translate("AuditPage", "lent until {day}").format(day=day)

    def _title(self, entry: AuditEntry) -> str:
        translate = QCoreApplication.translate
        operation = translate("Problem", entry.operation.title)
        if entry.outcome is Outcome.REFUSED:
            return translate("AuditPage", "Refused: {operation}").format(operation=operation)
        whom = entry.customer
        if entry.customers > 1:
            whom = translate("AuditPage", "%n customer(s)", "", entry.customers)
        undone = translate("AuditPage", "Undo: {what}") if entry.is_undo else "{what}"
        return undone.format(what=self._what(entry, operation, whom))

    @staticmethod
    def _what(entry: AuditEntry, operation: str, whom: str) -> str:
        translate = QCoreApplication.translate
        if entry.lending is not None:
            return _lending(entry.lending)
        values = {"customer": whom, "before": entry.before or "", "after": entry.after or ""}
        match entry.operation:
            case Operation.ADD_TO_CLIENT_BOOK:
                return translate("AuditPage", "{customer} added to the book of {after}").format(**values)
            case Operation.REMOVE_FROM_CLIENT_BOOK:
                return translate("AuditPage", "{customer} removed from the book of {before}").format(**values)
            case Operation.REASSIGN if entry.subject == PRIMARY_HOLDER:
                return translate("AuditPage", "The book of {after} made the primary one of {customer}").format(**values)
            case Operation.REASSIGN if entry.takers > 1:
                words = translate("AuditPage", "{customer} moved from {before} to %n colleague(s)", None, entry.takers)
                return words.format(**values)
            case Operation.REASSIGN if entry.givers > 1:
                words = translate("AuditPage", "{customer} moved from %n colleague(s) to {after}", None, entry.givers)
                return words.format(**values)
            case Operation.REASSIGN:
                return translate("AuditPage", "{customer} moved from {before} to {after}").format(**values)
        return f"{operation}: {whom}" if whom else operation


def _lending(lending: Lending) -> str:
    """What became of a book that is lent."""
    translate, cover = QCoreApplication.translate, lending.cover
    match lending.event:
        case Event.LENT:
            words = translate("AuditPage", "The book of {owner} lent to {worker}")
        case Event.GIVEN_BACK:
            words = translate("AuditPage", "The book of {owner} taken back from {worker}")
        case Event.OVER:
            words = translate("AuditPage", "The book of {owner} went back from {worker}")
    return words.format(owner=cover.owner, worker=cover.worker)


def _who(entry: AuditEntry) -> str:
    """Who did it, and by whose override."""
    translate = QCoreApplication.translate
    if entry.lending is not None and entry.lending.event is Event.OVER:
        return translate("AuditPage", "By itself, as the time was over")
    if not entry.override_by:
        return entry.worker
    if entry.outcome is Outcome.REFUSED:
        words = translate("AuditPage", "{worker}, override asked of {approver}")
    else:
        words = translate("AuditPage", "{worker} with override of {approver}")
    return words.format(worker=entry.worker, approver=entry.override_by)


def _why(entry: AuditEntry) -> str:
    """What somebody gave as a reason, or what the program says of itself."""
    return QCoreApplication.translate("Problem", entry.reason) if entry.reason else ""


class AuditPage(RecordsPage):
    """Everybody's records, for those who may see them: by who, what, whom and when, and as a table."""

    def __init__(self, till: Till) -> None:
        translate = QCoreApplication.translate
        self.export_button = Button(translate("AuditPage", "Export"), icon="download")
        super().__init__(till, translate("AuditPage", "Audit"), self.export_button)
        self.filters = AuditFilters(till)
        self.insert_below_head(self.filters)
        self.filters.changed.connect(self._read)
        self._state.other.connect(self.filters.clear)
        self.export_button.clicked.connect(self._ask_file)

    def activate(self, argument: object) -> None:
        till = self._till
        till.tasks.query(
            self, lambda: till.services.audit.workers(till.session), self.filters.set_workers, key="workers"
        )
        super().activate(argument)

    def focus_filter(self) -> None:
        self.filters.account.setFocus()

    def entries(self, before: int | None) -> tuple[AuditEntry, ...]:
        asked = self.filters.asked
        return self._till.services.audit.entries(self._till.session, asked=asked, before=before, limit=_PAGE)

    def show_nothing(self) -> None:
        if self.filters.asked == AuditFilter():
            super().show_nothing()
            return
        translate = QCoreApplication.translate
        self._state.show_state(
            "search",
            translate("AuditPage", "Nothing like this has happened"),
            translate("AuditPage", "Ask for more: another time, another worker, or everything."),
            other=translate("AuditPage", "Show everything"),
        )

    def _ask_file(self) -> None:
        translate = QCoreApplication.translate
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / f"{translate('AuditPage', 'audit')}.csv")
        kind = translate("AuditPage", "Table for spreadsheets (*.csv)")
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(), translate("AuditPage", "Export the audit"), proposed, kind
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, file: Path) -> None:
        """Write what is asked for into a file, and say how much it was."""
        till, asked = self._till, self.filters.asked

        def say(count: int) -> None:
            words = QCoreApplication.translate("AuditPage", "%n line(s) exported to {file}", "", count)
            till.messages.toast(words.format(file=file.name), icon="download")

        # Not on the database lane: the audit is long, and pages go on reading meanwhile.
        till.tasks.query(
            self,
            lambda: till.services.audit.export(till.session, file, asked),
            say,
            failed=till.messages.error,
            lane=Lane.CLOUD,
        )


class HistoryPage(RecordsPage):
    """What the worker did to client books; on to what everybody did, for those who may or whom somebody signs for."""

    def __init__(self, till: Till) -> None:
        translate = QCoreApplication.translate
        self.audit_button = Button(translate("HistoryPage", "Audit of everybody"), icon="scroll-text")
        super().__init__(till, translate("HistoryPage", "History"), self.audit_button)
        till.explain(self.audit_button, Operation.VIEW_AUDIT)
        self.audit_button.clicked.connect(lambda: self.go.emit("audit", None))

    def entries(self, before: int | None) -> tuple[AuditEntry, ...]:
        return self._till.services.audit.history(self._till.session, before=before, limit=_PAGE)
