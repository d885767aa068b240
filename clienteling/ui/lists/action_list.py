"""A list whose painted rows have a few things to press, each in reach of a finger and of the arrow keys."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from clienteling.ui.lists.row_list import ROW_ROLE, Index, RowModel, dress

OPEN = "open"
"""What pressing a row beside its buttons does."""


class ActionRow(Protocol):
    """What such a list needs to know of a row."""

    @property
    def key(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def spoken(self) -> str:
        """The row for a screen reader, in one line."""
        ...


Row = TypeVar("Row", bound=ActionRow)


class RowPainter(QStyledItemDelegate, Generic[Row]):
    """Paints what `ROW_ROLE` gives. Of the current row one action is lit while the keyboard is used."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.keyboard = False
        self.pointer = QPoint(-1, -1)
        self.lit = OPEN

    # Overridden

    def areas(self, rect: QRect, row: Row, direction: Qt.LayoutDirection) -> Mapping[str, QRect]:
        """Where the buttons of a row lie, in the order of the arrow keys."""
        raise NotImplementedError

    def name_of(self, action: str) -> str:
        """What a button does, in words."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, lit: str) -> None:
        """`lit` is the action that the pointer or the keyboard is on; "" for none."""
        raise NotImplementedError

    # Called by Qt

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, index.data(ROW_ROLE).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        view: Any = self.parent()
        lit = ""
        if option.rect.contains(self.pointer):
            lit = self.action_at(option.rect, row, option.direction, self.pointer)
        elif self.keyboard and view.hasFocus() and view.currentIndex() == index:
            lit = self.lit
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self.paint_row(painter, option, row, lit)
        painter.restore()

    def action_at(self, rect: QRect, row: Row, direction: Qt.LayoutDirection, point: QPoint) -> str:
        for action, area in self.areas(rect, row, direction).items():
            if area.contains(point):
                return action
        return OPEN


class ActionList(QListView, Generic[Row]):
    """Up and Down choose a row, Left and Right one of its buttons, Enter presses it. Letters belong to the search."""

    acted = Signal(object, str)
    """A row, and what was pressed of it; `OPEN` for the row itself."""

    menu_asked = Signal(object, QPoint)
    """The row whose menu was asked for, and where on the screen."""

    def __init__(self, painter: type[RowPainter[Row]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: RowModel[Row] = RowModel(lambda row: row.spoken, self)
        self.painter = painter(self)
        self.setModel(self._rows)
        self.setItemDelegate(self.painter)
        dress(self, name)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows.rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the current row stays, or else the one that took its place becomes it."""
        if tuple(rows) == self._rows.rows:
            return
        current, place = self.current(), max(self.currentIndex().row(), 0)
        offset = self.verticalScrollBar().value()
        self._rows.set_rows(rows)
        keys = [row.key for row in rows]
        if current is not None and current.key in keys:
            place = keys.index(current.key)
        if rows:
            self.setCurrentIndex(self._rows.index(min(place, len(rows) - 1)))
        self.verticalScrollBar().setValue(offset)

    def current(self) -> Row | None:
        return self._row(self.currentIndex())

    def area_of(self, key: int, action: str) -> QRect:
        """Where a button of a row lies in the viewport."""
        place = next(place for place, row in enumerate(self.rows) if row.key == key)
        rect = self.visualRect(self._rows.index(place))
        if action == OPEN:
            return rect
        return self.painter.areas(rect, self.rows[place], self.layoutDirection())[action]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        self._use_keyboard(used=True)
        if row is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(row, ahead=(event.key() == Qt.Key.Key_Right) == self.isLeftToRight())
        elif row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.acted.emit(row, self.painter.lit if self.painter.lit in self._actions(row) else OPEN)
        elif row is not None and event.key() == Qt.Key.Key_Menu:
            self._ask_menu(row)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows:
            self.setCurrentIndex(self._rows.index(0))
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._use_keyboard(used=by_keys or self.painter.keyboard)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._use_keyboard(used=False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(QPoint(-1, -1))
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._row(index)
        if event.button() == Qt.MouseButton.LeftButton and row is not None and index == self.currentIndex():
            rect, direction = self.visualRect(index), self.layoutDirection()
            self.acted.emit(row, self.painter.action_at(rect, row, direction, point))

    def contextMenuEvent(self, event: Any) -> None:
        row = self._row(self.indexAt(event.pos()))
        if row is not None:
            self.menu_asked.emit(row, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """What a button does, or the whole of what a row had to elide."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            row = self._row(index)
            if row is not None:
                action = self.painter.action_at(self.visualRect(index), row, self.layoutDirection(), event.pos())
                words = row.spoken if action == OPEN else self.painter.name_of(action)
                QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def _actions(self, row: Row) -> tuple[str, ...]:
        return (OPEN, *self.painter.areas(QRect(0, 0, 1000, row.height), row, self.layoutDirection()))

    def _step(self, row: Row, *, ahead: bool) -> None:
        actions = self._actions(row)
        at = actions.index(self.painter.lit) if self.painter.lit in actions else 0
        self.painter.lit = actions[min(max(at + (1 if ahead else -1), 0), len(actions) - 1)]
        self.viewport().update()

    def _ask_menu(self, row: Row) -> None:
        rect = self.visualRect(self.currentIndex())
        self.menu_asked.emit(row, self.viewport().mapToGlobal(rect.center()))

    def _point(self, point: QPoint) -> None:
        self.painter.pointer = point
        over = self._row(self.indexAt(point)) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _use_keyboard(self, *, used: bool) -> None:
        self.painter.keyboard = used
        if not used:
            self.painter.lit = OPEN
        self.viewport().update()

    def _row(self, index: Index) -> Row | None:
        return self._rows.rows[index.row()] if index.isValid() else None
