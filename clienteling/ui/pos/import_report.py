"""What came of an import: a row of numbers for each file, and the rows that were rejected, with reasons."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from clienteling.domain.importing import Ending, ImportReport, Rejected
from clienteling.ui.formats import Formats
from clienteling.ui.pos.import_form import kind_name
from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.section import SectionHead
from clienteling.ui.widgets.state_page import StatePage

Index = QModelIndex | QPersistentModelIndex
_ROW = 44
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Rows(QAbstractTableModel):
    """Texts in columns; those from `numbers_from` on are numbers."""

    def __init__(self, heads: Sequence[str], numbers_from: int) -> None:
        super().__init__()
        self._heads = tuple(heads)
        self._numbers_from = numbers_from
        self._rows: Sequence[tuple[str, ...]] = ()
        self._red: set[tuple[int, int]] = set()

    def set_rows(self, rows: Sequence[tuple[str, ...]], red: set[tuple[int, int]]) -> None:
        self.beginResetModel()
        self._rows, self._red = rows, red
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBERS if section >= self._numbers_from else _WORDS
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Qt.AlignmentFlag | QColor | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= self._numbers_from:
            return _NUMBERS
        if role == Qt.ItemDataRole.ForegroundRole and (index.row(), index.column()) in self._red:
            return theme_of(None).colors.danger
        return None


class ImportReportView(QWidget):
    """Shows reports as they come, and the first of the rejected rows."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._reports: list[ImportReport] = []
        translate = QCoreApplication.translate
        self._files = _Rows(
            (
                translate("ImportPage", "File"),
                translate("ImportPage", "Ending"),
                translate("ImportPage", "Rows"),
                translate("ImportPage", "New"),
                translate("ImportPage", "Changed"),
                translate("ImportPage", "Unchanged"),
                translate("ImportPage", "Rejected"),
            ),
            numbers_from=2,
        )
        self._rejected = _Rows(
            (
                translate("ImportPage", "Line"),
                translate("ImportPage", "Column"),
                translate("ImportPage", "Value"),
                translate("ImportPage", "Why"),
            ),
            numbers_from=4,
        )
        self._nothing = StatePage()
        self._nothing.show_state(
            "file-input",
            translate("ImportPage", "Nothing imported yet"),
            translate("ImportPage", "What comes of each file will stand here, row by row where one cannot be taken."),
        )
        self._files_box = _boxed(_table(self._files, translate("ImportPage", "Files"), stretch=0))
        self._rejected_head = SectionHead(translate("ImportPage", "Rejected rows"))
        self._rejected_box = _boxed(_table(self._rejected, translate("ImportPage", "Rejected rows"), stretch=3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._files_box, 2)
        column.addWidget(self._rejected_head)
        column.addWidget(self._rejected_box, 1)
        self._show()

    def show_reports(self, reports: Sequence[ImportReport]) -> None:
        self._reports = list(reports)
        self._show()

    def _show(self) -> None:
        number = self._formats.number
        rows = [
            (
                f"{kind_name(report.kind)} · {report.file}",
                _ending(report.ending),
                number(report.read),
                number(report.created),
                number(report.changed),
                number(report.unchanged),
                number(report.rejected),
            )
            for report in self._reports
        ]
        red = {(row, 6) for row, report in enumerate(self._reports) if report.rejected}
        self._files.set_rows(rows, red)
        problems = [problem for report in self._reports for problem in report.problems]
        self._rejected.set_rows([_problem_row(problem) for problem in problems], set())
        self._rejected_head.setVisible(bool(problems))
        self._rejected_box.setVisible(bool(problems))
        self._files_box.setVisible(bool(self._reports))
        self._nothing.setVisible(not self._reports)


def _problem_row(problem: Rejected) -> tuple[str, ...]:
    reason = QCoreApplication.translate("Problem", problem.template).format(**problem.values)
    return str(problem.line), problem.column, problem.value, reason


def _ending(ending: Ending) -> str:
    translate = QCoreApplication.translate
    return {
        Ending.TAKEN: translate("ImportPage", "Imported"),
        Ending.DRY_RUN: translate("ImportPage", "Tried, nothing changed"),
        Ending.REFUSED: translate("ImportPage", "Refused, nothing changed"),
        Ending.CANCELLED: translate("ImportPage", "Cancelled, nothing changed"),
    }[ending]


def _boxed(table: QTableView) -> Box:
    box = Box()
    column = QVBoxLayout(box)
    column.setContentsMargins(8, 4, 8, 8)
    column.addWidget(table)
    return box


def _table(model: _Rows, name: str, *, stretch: int) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    return table
