"""The head of a table: titles, and by which the rows are sorted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from clienteling.ui.lists.table_column import Column
from clienteling.ui.lists.table_model import PADDING, SORT_SIGN
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import STRONG, TEXT_NOTE, theme_of
from clienteling.ui.widgets.drawing import draw_icon, mirrored

HEAD_HEIGHT = 44


class TableHead(QHeaderView):
    """44 high. `chosen` gives the column; the view tells it what it sorted by."""

    chosen = Signal(int)

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.columns = tuple(columns)
        self.sorted_by = -1
        self.downwards = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(HEAD_HEIGHT)
        self.setMinimumSectionSize(24)
        self.setToolTip(QCoreApplication.translate("Table", "Sort: click, or press Ctrl and the column’s number"))

    def show_sort(self, column: int, downwards: bool) -> None:
        self.sorted_by, self.downwards = column, downwards
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colors = theme_of(self).colors
        column = self.columns[section]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colors.surface_raised)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.border)
        style = text_style(TEXT_NOTE, STRONG)
        shown = section == self.sorted_by
        sign = SORT_SIGN + 4 if shown else 0
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        width = min(int(style.width(column.title)) + 1, inner.width() - sign)
        left = inner.right() + 1 - width if column.at_end else inner.left()
        words = mirrored(self.layoutDirection(), rect, QRect(left, rect.top(), width, rect.height()))
        style.draw(painter, words, column.title, colors.text if shown else colors.text_muted)
        if shown:
            at = left - SORT_SIGN - 4 if column.at_end else left + width + 4
            place = mirrored(self.layoutDirection(), rect, QRect(at, rect.top(), SORT_SIGN, rect.height()))
            icon = "arrow-down" if self.downwards else "arrow-up"
            draw_icon(painter, icon, place, 14, colors.text)
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and section >= 0:
            self.chosen.emit(section)
