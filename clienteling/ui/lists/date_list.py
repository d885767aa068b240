"""The next important dates of a book: whose, which, when, and a button to call."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
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
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from clienteling.ui.lists.row_list import ROW_ROLE, Index, RowModel, dress
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import CONTROL, ICON, RADIUS, REGULAR, STRONG, TEXT_BODY, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_icon, mirrored

ROW_HEIGHT = 60
_BOX = 44
_TEXT_LEFT = _BOX + 12


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date of a customer. `detail` says which and when ("Birthday · Sat 21 Nov"); without a phone nobody can call."""

    customer_id: int
    name: str
    detail: str
    icon: str
    today: bool = False
    phone: str = ""


class DateDelegate(QStyledItemDelegate):
    """Paints what `ROW_ROLE` gives. `pressed` is whether the pointer is on the phone of the hovered row."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.keyboard = False
        self.pointer = QPoint(-1, -1)

    def phone_area(self, rect: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Where a row's phone button lies."""
        button = QRect(rect.right() + 1 - CONTROL, rect.top() + (ROW_HEIGHT - CONTROL) // 2, CONTROL, CONTROL)
        return mirrored(direction, rect, button)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DateRow = index.data(ROW_ROLE)
        theme, rect = theme_of(option.widget), option.rect
        colors = theme.colors
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        box = QRect(rect.left(), rect.top() + (ROW_HEIGHT - _BOX) // 2, _BOX, _BOX)
        box = mirrored(option.direction, rect, box)
        draw_box(painter, box, RADIUS, colors.accent_weak)
        draw_icon(painter, row.icon, box, ICON, colors.accent)
        right = rect.right() + 1 - (CONTROL + 12 if row.phone else 0)
        place = QRect(rect.left() + _TEXT_LEFT, rect.top() + 10, right - rect.left() - _TEXT_LEFT, 20)
        on_phone = self.phone_area(rect, option.direction).contains(self.pointer)
        name = colors.accent if hovered and not (row.phone and on_phone) else colors.text
        place = mirrored(option.direction, rect, place)
        text_style(TEXT_BODY, STRONG).draw(painter, place, row.name, name)
        detail = text_style(TEXT_BODY, STRONG if row.today else REGULAR)
        color = colors.accent if row.today else colors.text_muted
        detail.draw(painter, place.translated(0, 20), row.detail, color)
        if row.phone:
            area = self.phone_area(rect, option.direction)
            fill = colors.surface_sunken if hovered and on_phone else colors.surface_raised
            draw_box(painter, area, RADIUS, fill, colors.border_control)
            draw_icon(painter, "phone", area, ICON, colors.text)
        if self.keyboard and option.state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, rect.adjusted(0, 2, 0, -2), RADIUS, line=colors.accent, width=2)
        painter.restore()


class DateList(QListView):
    """Rows of 60: a tap or Enter opens the customer, the phone at the end calls, as does C."""

    opened = Signal(object)
    """A customer's key."""

    called = Signal(object)
    """The key of a customer to call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates: RowModel[DateRow] = RowModel(lambda row: f"{row.name}; {row.detail}", self)
        self._delegate = DateDelegate(self)
        self.setModel(self._dates)
        self.setItemDelegate(self._delegate)
        dress(self, QCoreApplication.translate("Dates", "Important dates"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)

    def set_rows(self, rows: Sequence[DateRow]) -> None:
        if tuple(rows) != self._dates.rows:
            self._dates.set_rows(rows)

    @property
    def content_height(self) -> int:
        """The height at which nothing needs to be scrolled."""
        return ROW_HEIGHT * len(self._dates.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._set_keyboard(True)
        row = self._row(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row.customer_id)
        elif event.key() == Qt.Key.Key_C and row is not None and row.phone:
            self.called.emit(row.customer_id)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_keyboard(False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._delegate.pointer = event.position().toPoint()
        over = self._row(self.indexAt(self._delegate.pointer))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        position = event.position().toPoint()
        index = self.indexAt(position)
        row = self._row(index)
        if event.button() != Qt.MouseButton.LeftButton or row is None or index != self.currentIndex():
            return
        area = self._delegate.phone_area(self.visualRect(index), self.layoutDirection())
        if row.phone and area.contains(position):
            self.called.emit(row.customer_id)
        else:
            self.opened.emit(row.customer_id)

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole of what a row had to elide, or the number the phone calls."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            row = self._row(index)
            if row is not None:
                area = self._delegate.phone_area(self.visualRect(index), self.layoutDirection())
                on_phone = row.phone and area.contains(event.pos())
                QToolTip.showText(event.globalPos(), row.phone if on_phone else f"{row.name}\n{row.detail}", self)
            return True
        return super().viewportEvent(event)

    def _row(self, index: QModelIndex) -> DateRow | None:
        return self._dates.rows[index.row()] if index.isValid() else None

    def _set_keyboard(self, used: bool) -> None:
        self._delegate.keyboard = used
        self.viewport().update()
