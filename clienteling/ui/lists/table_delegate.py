"""How the cells of a table are painted, and the row of sums below them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from clienteling.domain.text import initials
from clienteling.ui.lists.table_column import Column, Pill
from clienteling.ui.lists.table_head import TableHead
from clienteling.ui.lists.table_model import PADDING, ROW_ROLE
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import MEDIUM, REGULAR, STRONG, TEXT_BODY, TEXT_NOTE, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.drawing import draw_box, draw_icon, mirrored, painter_on
from clienteling.ui.widgets.label import tone_color
from clienteling.ui.widgets.pill import state_colors

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 52
_SIGN = 28
_GAP = 10
_BAR_HEIGHT = 8
_PILL = 24
_PILL_PADDING = 10


class TableDelegate(QStyledItemDelegate):
    """A cell of `columns` for the row that `ROW_ROLE` gives. The current row is lit."""

    def __init__(self, columns: Sequence[Column[Any]], view: QTableView) -> None:
        super().__init__(view)
        self._columns = tuple(columns)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = theme_of(option.widget), QRect(option.rect)
        colors = theme.colors
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colors.accent_weak if lit else colors.surface_raised)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.border)
        if lit and index.column() == 0 and self._view.hasFocus():
            # Colour alone would not tell where the keyboard is.
            painter.fillRect(
                mirrored(option.direction, rect, QRect(rect.left(), rect.top(), 3, rect.height() - 1)), colors.accent
            )
        paint_cell(painter, rect, self._columns[index.column()], index.data(ROW_ROLE), theme, strong=False)
        painter.restore()


class TotalRow(QWidget):
    """Sums below a table, in its columns; it stays where it is."""

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._row: Any = None
        self._head: TableHead | None = None
        self.setFixedHeight(ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: object | None, head: TableHead) -> None:
        self._row, self._head = row, head
        head.sectionResized.connect(self.update, Qt.ConnectionType.UniqueConnection)
        parts = [] if row is None else [f"{c.title}: {c.spoken(row)}" for c in self._columns if c.spoken(row)]
        self.setAccessibleName("; ".join(parts))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._row is None or self._head is None:
            return
        theme = theme_of(self)
        painter = painter_on(self)
        draw_box(painter, self.rect(), 9, theme.colors.surface)
        painter.fillRect(0, 0, self.width(), 1, theme.colors.border)
        painter.setLayoutDirection(self.layoutDirection())
        for place, column in enumerate(self._columns):
            left, width = self._head.sectionViewportPosition(place), self._head.sectionSize(place)
            paint_cell(painter, QRect(left, 0, width, ROW_HEIGHT), column, self._row, theme, strong=True)
        painter.end()


def paint_cell(painter: QPainter, rect: QRect, column: Column[Any], row: Any, theme: Theme, *, strong: bool) -> None:
    """What stands in a cell, without its ground."""
    _Cell(painter, rect, theme).paint(column, row, strong)


class _Cell:
    """Paints from where the language begins; `_left` and `_right` close in on what is still free."""

    def __init__(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        self._painter, self._rect, self._theme = painter, rect, theme
        self._left, self._right = PADDING, rect.width() - PADDING

    def paint(self, column: Column[Any], row: Any, strong: bool) -> None:
        text = column.text(row)
        weight = STRONG if strong or column.strong else MEDIUM if not column.muted else REGULAR
        style = text_style(TEXT_BODY, weight)
        self._paint_sign(column, row, text)
        note, tone = column.note(row) if column.note is not None else "", self._theme.colors.text_muted
        pill = column.pill(row) if column.pill is not None else None
        if pill is not None:
            words = int(style.width(text)) + 1 if text else 0
            ground, color = self._pill_colors(pill)
            if words and not note and words + _GAP + _pill_width(pill) > self._right - self._left:
                # Neither is cut for the other: the pill becomes a line below.
                note, tone = pill.text, color
            else:
                self._paint_pill(pill, words, ground, color)
        if column.bar is not None and not strong:
            self._paint_bar(column.bar(row))
        self._paint_text(column, row, text, weight, has_note=bool(note))
        if note:
            below = self._part(self._left, 26, max(0, self._right - self._left), 18)
            text_style(TEXT_NOTE).draw(self._painter, below, note, tone, at_end=column.at_end)

    def _paint_sign(self, column: Column[Any], row: Any, text: str) -> None:
        icon = column.icon(row) if column.icon is not None else ""
        if not icon and not (column.face and text):
            return
        disc = self._part(self._left, (self._rect.height() - _SIGN) // 2, _SIGN, _SIGN)
        if icon:
            draw_icon(self._painter, icon, disc, 20, self._theme.colors.text)
        else:
            paint_avatar(self._painter, disc, initials(text), self._theme)
        self._left += _SIGN + _GAP

    def _pill_colors(self, pill: Pill) -> tuple[QColor, QColor]:
        """Ground and words."""
        if pill.state is None:
            return self._theme.colors.surface_sunken, self._theme.colors.text
        ground, color, _dot = state_colors(pill.state, self._theme)
        return ground, color

    def _paint_pill(self, pill: Pill, words: int, ground: QColor, color: QColor) -> None:
        width = min(_pill_width(pill), self._right - self._left)
        left = min(self._left + (words + _GAP if words else 0), self._right - width)
        box = self._part(left, (self._rect.height() - _PILL) // 2, width, _PILL)
        draw_box(self._painter, box, _PILL / 2, ground)
        inner = box.adjusted(_PILL_PADDING, 0, 1 - _PILL_PADDING, 0)
        text_style(TEXT_NOTE, MEDIUM).draw(self._painter, inner, pill.text, color)
        self._right = left - _GAP

    def _paint_bar(self, share: float) -> None:
        """A bar that leaves a third of the cell to the text behind it."""
        width = (self._right - self._left) * 2 // 3
        groove = self._part(self._left, (self._rect.height() - _BAR_HEIGHT) // 2, width, _BAR_HEIGHT)
        draw_box(self._painter, groove, 3, self._theme.colors.track)
        filled = max(0, min(width, round(width * share)))
        if filled:
            bar = self._part(self._left, (self._rect.height() - _BAR_HEIGHT) // 2, filled, _BAR_HEIGHT)
            draw_box(self._painter, bar, 3, self._theme.colors.chart_1)
        self._left += width + _GAP

    def _paint_text(self, column: Column[Any], row: Any, text: str, weight: int, *, has_note: bool) -> None:
        room, height = max(0, self._right - self._left), self._rect.height()
        place = self._part(self._left, 6 if has_note else 0, room, 20 if has_note else height)
        text_style(TEXT_BODY, weight).draw(self._painter, place, text, self._color(column, row), at_end=column.at_end)

    def _color(self, column: Column[Any], row: Any) -> QColor:
        if column.tone is not None:
            return tone_color(column.tone(row), self._theme)
        return self._theme.colors.text_muted if column.muted else self._theme.colors.text

    def _part(self, left: int, top: int, width: int, height: int) -> QRect:
        box = QRect(self._rect.left() + left, self._rect.top() + top, width, height)
        return mirrored(self._painter.layoutDirection(), self._rect, box)


def _pill_width(pill: Pill) -> int:
    return int(text_style(TEXT_NOTE, MEDIUM).width(pill.text)) + 1 + 2 * _PILL_PADDING
