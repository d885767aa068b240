"""The side navigation of headquarters: its pages in groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from clienteling.ui.headquarters.spec import HeadquartersSpec
from clienteling.ui.lists.row_list import ROW_ROLE, Index, RowModel, dress
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import CONTROL, ICON, MEDIUM, RADIUS, STRONG, TEXT_BODY, TEXT_NOTE, theme_of
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.drawing import draw_box, draw_icon, mirrored

WIDTH = 248
_HEAD = 32
_PADDING = 12


@dataclass(frozen=True, slots=True)
class _Head:
    title: str


_Row = HeadquartersSpec | _Head


class SideNavigation(Surface):
    """Arrows move from page to page, Enter and a tap open one: `chosen` gives its key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(edge=Qt.Edge.RightEdge)
        self.setFixedWidth(WIDTH)
        self._rows: RowModel[_Row] = RowModel(lambda row: row.title, self, is_head=lambda row: isinstance(row, _Head))
        self.view = _View(self._rows)
        self.view.taken.connect(self._take)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 12, _PADDING, 12)
        column.addWidget(self.view)

    def set_pages(self, specs: Sequence[HeadquartersSpec]) -> None:
        rows: list[_Row] = []
        group = None
        for spec in specs:
            if spec.group != group:
                group = spec.group
                rows.append(_Head(group))
            rows.append(spec)
        self._rows.set_rows(rows)

    def set_current(self, key: str) -> None:
        """Light a page, without `chosen`."""
        for place, row in enumerate(self._rows.rows):
            if isinstance(row, HeadquartersSpec) and row.key == key:
                self.view.lit = key
                self.view.setCurrentIndex(self._rows.index(place))
                self.view.viewport().update()

    def _take(self, row: _Row) -> None:
        if isinstance(row, HeadquartersSpec):
            self.chosen.emit(row.key)


class _View(QListView):
    taken = Signal(object)

    def __init__(self, rows: RowModel[_Row]) -> None:
        super().__init__()
        self.lit = ""
        self.setModel(rows)
        self.setItemDelegate(_Delegate(self))
        dress(self, QCoreApplication.translate("Headquarters", "Pages of headquarters"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._tell()
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at == self.currentIndex():
            self._tell()

    def _tell(self) -> None:
        if self.currentIndex().isValid():
            self.taken.emit(self.currentIndex().data(ROW_ROLE))


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: _View) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _HEAD if isinstance(index.data(ROW_ROLE), _Head) else CONTROL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, row = theme_of(option.widget), QRect(option.rect), index.data(ROW_ROLE)
        colors = theme.colors

        def part(left: int, width: int) -> QRect:
            return mirrored(option.direction, rect, QRect(rect.left() + left, rect.top(), width, rect.height()))

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        room = rect.width() - 2 * _PADDING
        if isinstance(row, _Head):
            text_style(TEXT_NOTE, STRONG).draw(painter, part(_PADDING, room), row.title, colors.text_muted)
        else:
            lit = row.key == self._view.lit
            keyboard = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
            if lit or keyboard:
                line = colors.accent if keyboard else None
                draw_box(painter, rect, RADIUS, colors.accent_weak if lit else None, line, width=2 if keyboard else 1)
            color = colors.accent if lit else colors.text
            draw_icon(painter, row.icon, part(_PADDING, ICON), ICON, color)
            words = part(_PADDING + ICON + _PADDING, room - ICON - _PADDING)
            text_style(TEXT_BODY, MEDIUM).draw(painter, words, row.title, color)
        painter.restore()
