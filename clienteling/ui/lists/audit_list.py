"""The list of what was done and refused: newest first, a heading for each day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clienteling.domain.audit import Undo
from clienteling.ui.lists.row_list import ROW_ROLE, Index, dress
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import ICON, ICON_SMALL, RADIUS, REGULAR, STRONG, TEXT_BODY, TEXT_NOTE, Theme, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, draw_icon, mirrored

ROW_HEIGHT = 64
HEAD_HEIGHT = 40
_DISC = 36
_LEFT = 16
_TEXT_LEFT = _LEFT + _DISC + 12
_TIME_WIDTH = 88
_ACTION_WIDTH = 112


def _actions() -> dict[Undo, tuple[str, str]]:
    """The icon and the words of each kind of way back."""
    translate = QCoreApplication.translate
    return {
        Undo.POSSIBLE: ("undo-2", translate("Audit", "Undo")),
        Undo.DONE: ("check", translate("Audit", "Undone")),
        Undo.BLOCKED: ("lock", translate("Audit", "Not now")),
    }


@dataclass(frozen=True, slots=True)
class AuditRow:
    """What happened, by whom and where. The first of a day has it as a heading above. What was refused is marked."""

    id: int
    icon: str
    title: str
    detail: str
    time: str
    day: str
    first_of_day: bool
    refused: bool = False
    undo: Undo = Undo.NEVER
    newer: int | None = None


class AuditDelegate(QStyledItemDelegate):
    """Paints what `ROW_ROLE` gives."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: AuditRow = index.data(ROW_ROLE)
        return QSize(0, ROW_HEIGHT + (HEAD_HEIGHT if row.first_of_day else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AuditRow = index.data(ROW_ROLE)
        theme, rect = theme_of(option.widget), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if row.first_of_day:
            head = QRect(rect.left(), rect.top(), rect.width(), HEAD_HEIGHT)
            text_style(TEXT_NOTE, STRONG).draw(painter, head.adjusted(2, 14, 0, -6), row.day, theme.colors.text_muted)
            rect.setTop(rect.top() + HEAD_HEIGHT)
        self._paint_row(painter, option, rect, row, theme)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: AuditRow, theme: Theme
    ) -> None:
        colors = theme.colors

        def part(left: int, top: int, width: int, height: int) -> QRect:
            return mirrored(option.direction, rect, QRect(rect.left() + left, rect.top() + top, width, height))

        painter.fillRect(rect, colors.surface_raised)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, rect.adjusted(2, 2, -2, -2), RADIUS, colors.accent_weak)
        disc = part(_LEFT, (ROW_HEIGHT - _DISC) // 2, _DISC, _DISC)
        draw_box(painter, disc, _DISC / 2, colors.danger_weak if row.refused else colors.surface_sunken)
        draw_icon(painter, row.icon, disc, ICON, colors.danger if row.refused else colors.text)
        room = rect.width() - _TEXT_LEFT - _TIME_WIDTH - _ACTION_WIDTH - _LEFT
        text_style(TEXT_BODY, STRONG).draw(painter, part(_TEXT_LEFT, 12, room, 20), row.title, colors.text)
        text_style(TEXT_BODY, REGULAR).draw(painter, part(_TEXT_LEFT, 32, room, 20), row.detail, colors.text_muted)
        time = part(rect.width() - _TIME_WIDTH - _ACTION_WIDTH - _LEFT, 22, _TIME_WIDTH, 20)
        text_style(TEXT_BODY, REGULAR).draw(painter, time, row.time, colors.text_muted, at_end=True)
        if row.undo is not Undo.NEVER:
            self._paint_action(painter, self.action_area(option.rect, option.direction), row, theme)
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom(), colors.border)

    @staticmethod
    def action_area(rect: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Where the way back of a row can be hit."""
        area = QRect(rect.right() + 1 - _ACTION_WIDTH - 8, rect.bottom() + 1 - ROW_HEIGHT + 10, _ACTION_WIDTH, 44)
        return mirrored(direction, rect, area)

    @staticmethod
    def _paint_action(painter: QPainter, area: QRect, row: AuditRow, theme: Theme) -> None:
        colors = theme.colors
        icon, label = _actions()[row.undo]
        color = colors.text if row.undo is Undo.POSSIBLE else colors.text_muted
        if row.undo is Undo.POSSIBLE:
            draw_box(painter, area, RADIUS, line=colors.border_control)
        draw_icon(painter, icon, QRect(area.left() + 10, area.top(), ICON, area.height()), ICON_SMALL, color)
        place = QRect(area.left() + 36, area.top(), area.width() - 40, area.height())
        text_style(TEXT_BODY, STRONG if row.undo is Undo.POSSIBLE else REGULAR).draw(painter, place, label, color)


class AuditModel(QAbstractListModel):
    """Rows, read page by page as they are scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AuditRow] = []
        self._more: Callable[[int], None] | None = None

    @property
    def rows(self) -> Sequence[AuditRow]:
        return self._rows

    def set_rows(self, rows: Sequence[AuditRow], more: Callable[[int], None] | None) -> None:
        """Show these; `more` is called with the last one's key when they are scrolled through."""
        self.beginResetModel()
        self._rows, self._more = list(rows), more
        self.endResetModel()

    def append(self, rows: Sequence[AuditRow], more: Callable[[int], None] | None) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self._more = more

    def canFetchMore(self, _parent: Index) -> bool:
        return self._more is not None

    def fetchMore(self, _parent: Index) -> None:
        more, self._more = self._more, None
        if more is not None and self._rows:
            more(self._rows[-1].id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return f"{row.title}\n{row.detail}\n{row.time}"
        return None


class AuditList(QListView):
    """Scrolls through everything there is. A tap on a row's way back, or Enter on the row, asks for it."""

    asked = Signal(object)
    """The `AuditRow` whose way back was asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.audit = AuditModel(self)
        self.setModel(self.audit)
        self.setItemDelegate(AuditDelegate(self))
        dress(self, QCoreApplication.translate("AuditPage", "Audit"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def show_record(self, record_id: int) -> bool:
        """Scroll to a record and light it; whether it is among those read so far."""
        for place, row in enumerate(self.audit.rows):
            if row.id == record_id:
                self.setCurrentIndex(self.audit.index(place))
                self.scrollTo(self.currentIndex())
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.audit.rows[self.currentIndex().row()])
        elif event.text() and event.text().isprintable():
            # Letters belong to the search field.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        area = AuditDelegate.action_area(self.visualRect(index), self.layoutDirection())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and area.contains(place):
            self._ask(self.audit.rows[index.row()])

    def _ask(self, row: AuditRow) -> None:
        if row.undo in (Undo.POSSIBLE, Undo.BLOCKED):
            self.asked.emit(row)
