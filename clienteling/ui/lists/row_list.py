"""What lists of painted rows have in common: their model, and how their view behaves."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScroller

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives the row itself, to who paints it."""


class RowModel(QAbstractListModel, Generic[Row]):
    """Rows, with what a screen reader says of each. Heads can be neither chosen nor reached by the arrows."""

    def __init__(
        self,
        spoken: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        is_head: Callable[[Row], bool] = lambda _row: False,
    ) -> None:
        super().__init__(parent)
        self._spoken, self._is_head = spoken, is_head
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        return self._spoken(row) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._is_head(self._rows[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def dress(view: QListView, name: str, ground: QPalette.ColorRole = QPalette.ColorRole.Window) -> None:
    """Nothing round the rows, nothing to edit; they scroll smoothly, also by touch, and only up and down."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.viewport().setBackgroundRole(ground)
    view.setAccessibleName(name)
    QScroller.grabGesture(view.viewport(), QScroller.ScrollerGestureType.TouchGesture)
