"""The list of what a search found, below the search field and on the search page."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from clienteling.ui.lists.hit_delegate import (
    CommandRow,
    HeadRow,
    HitDelegate,
    HitRow,
    Row,
    row_height,
)
from clienteling.ui.lists.row_list import RowModel, dress


def hit_model(parent: QObject | None = None) -> RowModel[Row]:
    """Rows as they are painted; what stands over hits can be neither chosen nor reached by the arrows."""
    return RowModel(lambda row: row.spoken, parent, is_head=lambda row: isinstance(row, HeadRow))


class HitList(QListView):
    """Rows to choose from: arrows and the pointer light one, Enter and a tap take it."""

    chosen = Signal(object)
    """A customer's key."""

    commanded = Signal(str)
    """The key of a `CommandRow`."""

    def __init__(self, parent: QWidget | None = None, *, ground: str = "surface_raised") -> None:
        super().__init__(parent)
        self._hits = hit_model(self)
        self.setModel(self._hits)
        self.setItemDelegate(HitDelegate(self))
        role = QPalette.ColorRole.Base if ground == "surface_raised" else QPalette.ColorRole.Window
        dress(self, QCoreApplication.translate("Hits", "Search results"), role)
        self.setMouseTracking(True)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._hits.rows

    @property
    def content_height(self) -> int:
        """The height at which nothing needs to be scrolled."""
        rows = self._hits.rows
        return sum(row_height(row, rows[at - 1] if at else None) for at, row in enumerate(rows))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the first hit (a command only if there is none) is lit."""
        self._hits.set_rows(rows)
        hits = [at for at, row in enumerate(rows) if isinstance(row, HitRow)]
        others = [at for at, row in enumerate(rows) if isinstance(row, CommandRow)]
        if hits or others:
            self.setCurrentIndex(self._hits.index((hits or others)[0]))
        self.scrollToTop()

    def step(self, by: int) -> None:
        """Light the next (1) or the previous (-1) row that can be chosen, round the end."""
        able = [at for at, row in enumerate(self._hits.rows) if not isinstance(row, HeadRow)]
        if not able:
            return
        now = self.currentIndex().row()
        place = able.index(now) + by if now in able else 0
        self.setCurrentIndex(self._hits.index(able[place % len(able)]))

    def take_current(self) -> bool:
        """Choose the lit row; whether there is one."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        row = self._hits.rows[index.row()]
        if isinstance(row, HitRow):
            self.chosen.emit(row.customer_id)
        elif isinstance(row, CommandRow):
            self.commanded.emit(row.key)
        return not isinstance(row, HeadRow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_current()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._light(event.position().toPoint())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._light(event.position().toPoint()):
            self.take_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _light(self, position: QPoint) -> bool:
        index = self.indexAt(position)
        able = index.isValid() and not isinstance(self._hits.rows[index.row()], HeadRow)
        if able and index != self.currentIndex():
            self.setCurrentIndex(index)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if able else Qt.CursorShape.ArrowCursor)
        return able
