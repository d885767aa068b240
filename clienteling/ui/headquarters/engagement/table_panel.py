"""The whole output table, or the table of directory IDs, with what is shown of it and its export."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.enrichment import EnrichmentSettings
from clienteling.services.engagement.results import USER_COLUMN, Table
from clienteling.ui.headquarters.engagement.results_panel import value_columns
from clienteling.ui.headquarters.engagement.words import error_words
from clienteling.ui.lists.table import DataTable
from clienteling.ui.tasks import Lane
from clienteling.ui.theme import PAGE_PADDING, SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, IconButton
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.segments import Segment, Segments

AT_ONCE = 200
USERS = "users"
_SCORE = "EngagementScore"


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a table, of so many."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    count: int
    first: int


class TablePanel(QWidget):
    """Rows come as somebody scrolls; a head sorts the whole table. `back` is emitted by the button."""

    back = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self._enrichment_id: int | None = None
        self._settings: EnrichmentSettings | None = None
        self._sorted: tuple[int, bool] | None = None
        self._ends = 0
        self.back_button = IconButton("chevron-left", translate("AccountEngagement", "Back to the results"))
        self.export = Button(translate("AccountEngagement", "Export as CSV"), icon="download")
        self.head = PageHead("", self.export)
        self.level = Segments(
            [
                Segment("year", translate("AccountEngagement", "Year")),
                Segment("month", translate("AccountEngagement", "Months")),
                Segment("week", translate("AccountEngagement", "Weeks")),
                Segment(USERS, "_UserEntity"),
            ],
            "year",
            name=translate("AccountEngagement", "What is shown of the table"),
        )
        self.table: DataTable | None = None
        self.level.changed.connect(lambda _: self._begin())
        self.back_button.clicked.connect(self.back)
        self.export.clicked.connect(self._ask_file)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.back_button)
        row.addWidget(self.head, 1)
        bar = QHBoxLayout()
        bar.addWidget(self.level)
        bar.addStretch(1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(PAGE_PADDING - 12, 0, PAGE_PADDING, PAGE_PADDING)
        self._rows.setSpacing(SPACE_3)
        self._rows.addLayout(row)
        bar.setContentsMargins(12, 0, 0, 0)
        self._rows.addLayout(bar)

    def show_enrichment(self, enrichment_id: int, settings: EnrichmentSettings) -> None:
        if enrichment_id != self._enrichment_id:
            self.level.set_value("year")
        self._enrichment_id, self._settings = enrichment_id, settings
        self._begin()

    def _begin(self) -> None:
        """Read from the first row on."""
        settings = self._settings
        if settings is None:
            return
        self._sorted = None
        users = self.level.value() == USERS
        self.head.title.setText(settings.user_table if users else settings.table)
        self._read(0)

    def _read(self, first: int) -> None:
        till, session, key, level = self._till, self._till.session, self._enrichment_id, self.level.value()
        if key is None:
            return
        results, order = till.services.engagement.results, self._sorted

        def work() -> Part:
            if level == USERS:
                ids = results.users(session, key)
                rows = tuple((one,) for one in ids[first : first + AT_ONCE])
                return Part((USER_COLUMN,), rows, len(ids), first)
            table = _ordered(results.table(session, key, str(level)), order)
            rows = tuple(tuple(row) for row in table.rows(first, AT_ONCE))
            return Part(table.columns, rows, len(table), first)

        till.tasks.query(self, work, self._show, key="rows", failed=self._fail, lane=Lane.CLOUD)

    def _show(self, part: Part) -> None:
        number = self._till.formats.number
        self._ends = part.first + AT_ONCE
        more = (lambda: self._read(self._ends)) if self._ends < part.count else None
        self.head.note.setText(
            QCoreApplication.translate("AccountEngagement", "{count} rows").format(count=number(part.count))
        )
        table = self._table_of(part.columns)
        self.export.setEnabled(bool(part.count))
        if part.first:
            table.append(part.rows, more)
        else:
            table.show_rows(part.rows, more)

    def _table_of(self, columns: tuple[str, ...]) -> DataTable:
        """The table with these columns, made anew when they are others."""
        translate = QCoreApplication.translate
        if self.table is not None and tuple(c.title for c in self.table.rows_model.columns) == columns:
            return self.table
        if self.table is not None:
            self._rows.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        name = translate("AccountEngagement", "The whole table")
        table = self.table = DataTable(
            name, value_columns(columns, self._till), sorted_elsewhere=columns != (USER_COLUMN,), opens=False
        )
        table.set_empty(
            "table-2",
            translate("AccountEngagement", "No rows yet"),
            translate("AccountEngagement", "The table is filled by the first run that finds mails or meetings.")
            if columns != (USER_COLUMN,)
            else translate("AccountEngagement", "The directory has given no IDs for the chosen addresses."),
        )
        table.sort_asked.connect(self._sort)
        self._rows.addWidget(table, 1)
        return table

    def _sort(self, column: int, downwards: bool) -> None:
        self._sorted = (column, downwards)
        self._read(0)

    def _fail(self, error: Exception) -> None:
        table = self._table_of((USER_COLUMN,))
        table.state.show_state(
            "circle-alert",
            QCoreApplication.translate("AccountEngagement", "The table cannot be read"),
            error_words(error),
        )
        table.show_state()

    # Export

    def _ask_file(self) -> None:
        translate = QCoreApplication.translate
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(folder) / f"{self.head.title.text()}.csv"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(),
            translate("AccountEngagement", "Export the table"),
            str(proposed),
            translate("AccountEngagement", "Table for spreadsheets (*.csv)"),
        )
        if chosen:
            file = Path(chosen)
            self.write(file if file.suffix else file.with_suffix(".csv"))

    def write(self, file: Path) -> None:
        """Write what is shown, all of it, into a file."""
        till, session, key, level = self._till, self._till.session, self._enrichment_id, self.level.value()
        if key is None:
            return
        results = till.services.engagement.results

        def work() -> int:
            if level == USERS:
                return results.export_users(session, key, file)
            return results.export(session, key, file, str(level))

        def done(count: int) -> None:
            words = QCoreApplication.translate("AccountEngagement", "{count} rows exported to {file}")
            till.messages.toast(words.format(count=till.formats.number(count), file=file.name), icon="download")

        till.tasks.query(self, work, done, failed=till.messages.error, lane=Lane.CLOUD)


def _ordered(table: Table, order: tuple[int, bool] | None) -> Table:
    """The most engaged first, unless somebody wants it otherwise."""
    if order is None:
        return table.sorted_by(_SCORE, downwards=True)
    return table.sorted_by(table.columns[order[0]], downwards=order[1])
