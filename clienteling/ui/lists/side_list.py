"""The list beside an editor: what there is, one of them lit, and a button for a new one.

side = SideList("Stores", "Add store")
side.show_rows([SideRow(store.number, store.name, store.number) for store in stores])
side.chosen.connect(open_store)        # a key
side.add_asked.connect(new_store)
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clienteling.domain.text import fold
from clienteling.ui.lists.row_list import ROW_ROLE, Index, RowModel, dress
from clienteling.ui.lists.table_column import Pill
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import ICON, MEDIUM, RADIUS, STRONG, TEXT_BODY, TEXT_NOTE, theme_of
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.drawing import draw_box, draw_icon, mirrored
from clienteling.ui.widgets.field import FieldEdit
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.pill import state_colors
from clienteling.ui.widgets.section import Hairline

WIDTH = 296
_ROW, _LOW_ROW = 56, 44
_PADDING = 12
_SEARCHED_FROM = 9


@dataclass(frozen=True, slots=True)
class SideRow:
    """One of them: a name, a muted line below, and a pill at the end ("not published")."""

    key: Hashable
    title: str
    detail: str = ""
    icon: str = ""
    pill: Pill | None = None

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.detail, self.pill.text if self.pill else "") if part)


class SideList(Box):
    """Arrows move and show what they come to; Enter goes into the editor (`entered`). Many rows can be searched.

    `chosen` is emitted when somebody comes to another row; `select` puts the light back if the page stays.
    """

    chosen = Signal(object)
    entered = Signal()
    add_asked = Signal()

    def __init__(self, name: str, add: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SideRow, ...] = ()
        self._current: Hashable = None
        self.setFixedWidth(WIDTH)
        self.search = FieldEdit()
        self.search.setPlaceholderText(QCoreApplication.translate("SideList", "Search"))
        self.search.setAccessibleName(QCoreApplication.translate("SideList", "Search"))
        self.search.textEdited.connect(lambda _: self._show())
        self.view = _View(name)
        self.view.came_to.connect(self._choose)
        self.view.taken.connect(self.entered)
        self.add_button = Button(add, icon="plus", kind=Kind.QUIET)  # it shows where it has a place
        self.add_button.clicked.connect(self.add_asked)
        self._nothing = Label(tone=Tone.MUTED, wrap=True)
        self._nothing.setContentsMargins(8, 8, 8, 8)
        self._nothing.hide()
        self._empty = QCoreApplication.translate("SideList", "There is nothing yet.")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        if add:
            column.addWidget(Hairline())
            column.addWidget(self.add_button)
        self.search.hide()
        self.setFocusProxy(self.view)

    @property
    def rows(self) -> tuple[SideRow, ...]:
        return self._rows

    def value(self) -> Hashable:
        """The key of the row that is lit."""
        return self._current

    def set_empty(self, sentence: str) -> None:
        """What stands where there is no row."""
        self._empty = sentence
        self._show()

    def show_rows(self, rows: Sequence[SideRow]) -> None:
        """Show these; the lit one stays lit, without `chosen`."""
        self._rows = tuple(rows)
        self.search.setVisible(len(rows) >= _SEARCHED_FROM)
        if self.search.isHidden():
            self.search.clear()
        self._show()

    def select(self, key: Hashable) -> None:
        """Light a row, without `chosen`; None lights none."""
        self._current = key
        if key is not None and key not in [row.key for row in self.view.rows.rows]:
            self.search.clear()
        self._show()

    def _show(self) -> None:
        asked = fold(self.search.text())
        found = [row for row in self._rows if asked in fold(f"{row.title} {row.detail}")]
        self.view.show_rows(found, self._current)
        words = QCoreApplication.translate("SideList", "Nothing is called so.") if self._rows else self._empty
        self._nothing.setText(words)
        self._nothing.setVisible(not found)

    def _choose(self, key: Hashable) -> None:
        if key != self._current:
            self._current = key
            self.chosen.emit(key)


class _View(QListView):
    came_to = Signal(object)
    taken = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows: RowModel[SideRow] = RowModel(lambda row: row.spoken, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        dress(self, name, QPalette.ColorRole.Base)

    def show_rows(self, rows: Sequence[SideRow], key: Hashable) -> None:
        place = self.verticalScrollBar().value()
        if tuple(rows) != self.rows.rows:
            self.rows.set_rows(rows)
        keys = [row.key for row in rows]
        index = self.rows.index(keys.index(key)) if key in keys else QModelIndex()
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(place)
        if index.isValid():
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)
            self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._tell()

    def _tell(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.came_to.emit(self.rows.rows[index.row()].key)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW if index.data(ROW_ROLE).detail else _LOW_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, row = theme_of(option.widget), QRect(option.rect), index.data(ROW_ROLE)
        colors = theme.colors

        def part(left: int, top: int, width: int, height: int) -> QRect:
            return mirrored(option.direction, rect, QRect(rect.left() + left, rect.top() + top, width, height))

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        if lit:
            has_keyboard = option.widget is not None and option.widget.hasFocus()
            draw_box(painter, rect, RADIUS - 2, colors.accent_weak, colors.accent if has_keyboard else None)
        left, right = _PADDING, rect.width() - _PADDING
        if row.icon:
            draw_icon(
                painter, row.icon, part(left, 0, ICON, rect.height()), ICON, colors.accent if lit else colors.text
            )
            left += ICON + _PADDING
        if row.pill is not None:
            style = text_style(TEXT_NOTE, MEDIUM)
            ground, color = colors.surface_sunken, colors.text
            if row.pill.state is not None:
                ground, color, _dot = state_colors(row.pill.state, theme)
            width = int(style.width(row.pill.text)) + 21
            box = part(right - width, (rect.height() - 24) // 2, width, 24)
            draw_box(painter, box, 12, ground)
            style.draw(painter, box.adjusted(10, 0, -9, 0), row.pill.text, color)
            right -= width + 8
        strong = text_style(TEXT_BODY, STRONG if lit else MEDIUM)
        top, height = (8, 20) if row.detail else (0, rect.height())
        strong.draw(painter, part(left, top, right - left, height), row.title, colors.accent if lit else colors.text)
        if row.detail:
            text_style(TEXT_BODY).draw(painter, part(left, 28, right - left, 20), row.detail, colors.text_muted)
        painter.restore()
