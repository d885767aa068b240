"""A table to read: many rows of plain values, painted, sorted by any head, opened by Enter or a tap.

table = DataTable("Stores", [
    Column[Store]("Number", lambda store: store.number),
    Column[Store]("Customers", lambda store: formats.number(store.customers), at_end=True,
                  sort_key=lambda store: store.customers, cell=lambda store: store.customers),
])
table.set_empty("store", "No stores yet", "Add the first one.")
table.opened.connect(...)
table.show_rows(stores)
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScroller, QStackedLayout, QTableView, QVBoxLayout, QWidget

from clienteling.domain.spreadsheet import BYTE_ORDER_MARK, csv_lines
from clienteling.ui.lists.table_column import Column
from clienteling.ui.lists.table_delegate import ROW_HEIGHT, TableDelegate, TotalRow
from clienteling.ui.lists.table_head import TableHead
from clienteling.ui.lists.table_model import ROW_ROLE, TableModel, column_widths
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.state_page import StatePage

_SKELETON_ROWS = 6


class DataTable(Box):
    """Rows in a box with a head. Where there are none, `state` says what `set_empty` was given.

    A click on a head sorts, a second one the other way round; Ctrl and a number do the same by keyboard. With
    `sorted_elsewhere` the rows stay in their order and `sort_asked` tells by what somebody wants them.
    """

    opened = Signal(object)
    """A row, by Enter, a tap or a double click."""

    selected = Signal(object)
    """The row that the keyboard or the pointer came to; None when there is none."""

    sort_asked = Signal(int, bool)
    """A column, and whether downwards, when rows are `sorted_elsewhere`."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        parent: QWidget | None = None,
        *,
        sorted_elsewhere: bool = False,
        opens: bool = True,
    ) -> None:
        super().__init__(parent)
        self.rows_model = TableModel(columns, self)
        self.view = TableView(self.rows_model, name)
        self.total = TotalRow(columns)
        self.state = StatePage()
        self._empty: tuple[str, str, str, str] = ("table-2", "", "", "")
        self._opens = opens
        self._sorted_elsewhere = sorted_elsewhere
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        # The line of the box stays visible, its corners round.
        column.setContentsMargins(1, 4, 1, 4)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addWidget(self.total)
        self._skeleton = _padded(SkeletonRows(_SKELETON_ROWS, row_height=ROW_HEIGHT, discs=False))
        for widget in (self.view, self.state, self._skeleton):
            self._stack.addWidget(widget)
        self.total.hide()
        self.setFocusProxy(self.view)
        self.view.head.chosen.connect(self.sort_by)
        self.view.taken.connect(self._open)
        self.view.sort_pressed.connect(self.sort_by)
        self.view.selectionModel().currentRowChanged.connect(self._tell_selected)

    # What it shows

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows in the order in which they are shown."""
        return self.rows_model.rows

    def set_empty(self, icon: str, title: str, sentence: str, *, primary: str = "") -> None:
        """What stands where there are no rows; the button's act is `state.primary`."""
        self._empty = (icon, title, sentence, primary)

    def show_rows(self, rows: Sequence[Any], more: Callable[[], object] | None = None) -> None:
        """Show these; the row that was current stays so if it is among them. `more` is called near the end."""
        current = self.current()
        self.rows_model.set_rows(rows, more)
        if not rows:
            icon, title, sentence, primary = self._empty
            self.state.show_state(icon, title, sentence, primary=primary)
        self._stack.setCurrentWidget(self.view if rows else self.state)
        if current is not None and current in self.rows:
            self.select(current)
        elif rows and self.view.hasFocus():
            self.select(self.rows[0])

    def append(self, rows: Sequence[Any], more: Callable[[], object] | None = None) -> None:
        self.rows_model.append(rows, more)

    def show_loading(self) -> None:
        """The shape of rows, until there are some."""
        self._stack.setCurrentWidget(self._skeleton)

    def show_state(self) -> None:
        """Show `state`, which the caller has filled, such as with what went wrong."""
        self._stack.setCurrentWidget(self.state)

    def set_total(self, row: object | None) -> None:
        """A row of sums below the others, which stays where it is; None takes it away."""
        self.total.show_row(row, self.view.head)
        self.total.setVisible(row is not None)

    # What is chosen

    def current(self) -> Any:
        """The row that the keyboard is at, or None."""
        index = self.view.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def select(self, row: object) -> None:
        """Make a row current, and scroll to it."""
        if row in self.rows:
            index = self.rows_model.index(self.rows.index(row), 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def sort_by(self, column: int) -> None:
        """Sort by a column; by the same again the other way round."""
        if not 0 <= column < len(self.rows_model.columns) or not self.rows_model.columns[column].sortable:
            return
        head = self.view.head
        down = head.sorted_by == column and not head.downwards
        head.show_sort(column, down)
        if self._sorted_elsewhere:
            self.sort_asked.emit(column, down)
        else:
            current = self.current()
            self.rows_model.sort_rows(column, down)
            if current is not None:
                self.select(current)

    def csv(self) -> str:
        """What it shows as a table for spreadsheets, with the heads first."""
        columns = self.rows_model.columns
        lines = [[column.title for column in columns]]
        body = [[column.exported(row) for column in columns] for row in self.rows]
        return BYTE_ORDER_MARK + csv_lines(lines) + csv_lines(body)

    def _open(self, index: QModelIndex) -> None:
        if self._opens and index.isValid():
            self.opened.emit(index.data(ROW_ROLE))

    def _tell_selected(self, index: QModelIndex) -> None:
        self.selected.emit(index.data(ROW_ROLE) if index.isValid() else None)


class TableView(QTableView):
    """Qt's table with the look of the house."""

    taken = Signal(QModelIndex)
    sort_pressed = Signal(int)

    def __init__(self, model: TableModel, name: str) -> None:
        super().__init__()
        self.head = TableHead(model.columns, self)
        self.setModel(model)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(TableDelegate(model.columns, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            QCoreApplication.translate("Table", "Arrows move, Enter opens, Ctrl and a number sorts by that column.")
        )
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - int(Qt.Key.Key_1)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.currentIndex())
        elif control and 0 <= digit < self.model().columnCount():
            self.sort_pressed.emit(digit)
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable() and not control):
            # Letters belong to the search field, Esc to the page.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.taken.emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)

    def updateGeometries(self) -> None:
        self._share_width()
        super().updateGeometries()
        # By now there may be a scroll bar at the side.
        self._share_width()

    def _share_width(self) -> None:
        room = self.viewport().width()
        widths = column_widths(self.head.columns, room)
        # Qt would offer to scroll for the width that the other scroll bar has just taken.
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded if sum(widths) > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.horizontalScrollBarPolicy() != needed:
            self.setHorizontalScrollBarPolicy(needed)
        for place, width in enumerate(widths):
            if self.head.sectionSize(place) != width:
                self.head.resizeSection(place, width)


def _padded(inner: QWidget) -> QWidget:
    """A widget at the top of its place, clear of the line round it."""
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(16, 16, 16, 16)
    column.addWidget(inner)
    column.addStretch(1)
    return outer
