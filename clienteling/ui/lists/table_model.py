"""The rows of a table, and how wide its columns are."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clienteling.ui.lists.table_column import Column
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import STRONG, TEXT_NOTE

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
PADDING = 12
SORT_SIGN = 16
_GAP = 4


class TableModel(QAbstractTableModel):
    """Rows of plain values; each cell gives the whole row for `ROW_ROLE`."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []
        self._sorting: tuple[int, bool] | None = None
        self._more: Callable[[], object] | None = None

    @property
    def rows(self) -> tuple[Any, ...]:
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[Any], more: Callable[[], object] | None) -> None:
        """Show these, in the order that somebody has asked for."""
        self.beginResetModel()
        self._rows, self._more = list(rows), more
        self._sort()
        self.endResetModel()

    def append(self, rows: Sequence[Any], more: Callable[[], object] | None) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self._more = more

    def sort_rows(self, column: int, downwards: bool) -> None:
        self._sorting = (column, downwards)
        self.beginResetModel()
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        if self._sorting is None:
            return
        place, downwards = self._sorting
        column = self.columns[place]
        valued = [row for row in self._rows if not column.order(row)[0]]
        rest = [row for row in self._rows if column.order(row)[0]]
        self._rows = sorted(valued, key=column.order, reverse=downwards) + rest

    def canFetchMore(self, _parent: Index) -> bool:
        return self._more is not None

    def fetchMore(self, _parent: Index) -> None:
        more, self._more = self._more, None
        if more is not None:
            more()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return column.spoken(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.spoken(row)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


def column_widths(columns: Sequence[Column[Any]], room: int) -> list[int]:
    """Each at least as wide as its head; spare room by weight. Together wider than `room` if need be."""
    head = text_style(TEXT_NOTE, STRONG)
    least = [
        max(column.width, int(head.width(column.title)) + 1 + 2 * PADDING + _GAP + SORT_SIGN) for column in columns
    ]
    spare, weights = max(0, room - sum(least)), sum(column.weight for column in columns) or 1
    widths = [width + spare * column.weight // weights for width, column in zip(least, columns, strict=True)]
    if widths and spare:
        widths[-1] += room - sum(widths)
    return widths
