"""The list of the search page: hits that can be opened, selected, and added to the own book one by one."""

from collections.abc import Collection, Mapping, Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from clienteling.domain.text import initials
from clienteling.ui.lists.hit_delegate import HitDelegate, HitRow, Row
from clienteling.ui.lists.hit_list import HitList
from clienteling.ui.lists.row_list import ROW_ROLE
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import ICON, MEDIUM, RADIUS, TEXT_BODY, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.drawing import draw_box, draw_icon, mirrored

Index = QModelIndex | QPersistentModelIndex

_HIT = 60
_PADDING = 12
_AVATAR_AREA = 64
_BUTTON_HEIGHT = 44
_GAP = 8


class Offer(Enum):
    """What the button of a hit offers."""

    ADD = auto()
    """To the own book."""
    HELD = auto()
    """The same, though a colleague has the customer: the answer names who, and what can be done."""
    JOIN = auto()
    """To the own book, beside that of a colleague: customers may be in several."""
    MINE = auto()
    """Nothing: the customer is in the own book."""


class ResultList(HitList):
    """Tap and Enter open, a tap on the avatar and Space select, the button at the end adds.

    `add_asked` gives the customer of a button that was pressed; `selection_changed` those that are selected, in order.
    """

    add_asked = Signal(object)
    selection_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: Mapping[int, Offer] = {}
        self._selected: set[int] = set()
        self._delegate = _ResultDelegate(self)
        self.setItemDelegate(self._delegate)

    @property
    def selected(self) -> tuple[int, ...]:
        """The customers that are selected, in the order shown."""
        return tuple(row.customer_id for row in self.rows if isinstance(row, HitRow) and self.is_selected(row))

    def is_selected(self, row: HitRow) -> bool:
        return row.customer_id in self._selected

    def offer(self, row: HitRow) -> Offer:
        return self._offers.get(row.customer_id, Offer.ADD)

    def show_results(self, rows: Sequence[Row], offers: Mapping[int, Offer], *, kept: bool) -> None:
        """Show these rows. `kept` is for the same search read anew: selection, place and scroll stay."""
        self._offers = offers
        current, scrolled = self._current_customer(), self.verticalScrollBar().value()
        self.set_rows(rows)
        known = [row.customer_id if isinstance(row, HitRow) else None for row in rows]
        self._select(self._selected.intersection(known) if kept else ())
        if kept:
            if current in known and current is not None:
                self.setCurrentIndex(self.model().index(known.index(current), 0))
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scrolled)

    def drop_selection(self) -> None:
        self._select(())

    def select_all(self) -> None:
        self._select([row.customer_id for row in self.rows if isinstance(row, HitRow)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Space and row is not None:
            self._toggle(row)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Escape and self._selected:
            self._select(())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._row_at(index)
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            super().mouseReleaseEvent(event)
            return
        inside = event.position().toPoint()
        if self._delegate.is_on_avatar(self.visualRect(index), inside, self.layoutDirection()):
            self._toggle(row)
        elif self.button_rect(index).contains(inside):
            if self.offer(row) is not Offer.MINE:
                self.add_asked.emit(row.customer_id)
        else:
            super().mouseReleaseEvent(event)

    def button_rect(self, index: Index) -> QRect:
        """Where the button of a hit lies."""
        row = self._row_at(index)
        if row is None:
            return QRect()
        return self._delegate.button_rect(self.visualRect(index), row, self.layoutDirection())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def hovered(self) -> QPoint:
        """Where the pointer is."""
        return self.viewport().mapFromGlobal(self.cursor().pos())

    def _row_at(self, index: Index) -> HitRow | None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, HitRow) else None

    def _current_customer(self) -> int | None:
        row = self._row_at(self.currentIndex())
        return row.customer_id if row is not None else None

    def _toggle(self, row: HitRow) -> None:
        self._select(self._selected ^ {row.customer_id})

    def _select(self, customer_ids: Collection[int]) -> None:
        if self._selected != set(customer_ids):
            self._selected = set(customer_ids)
            self.viewport().update()
            self.selection_changed.emit(self.selected)


class _ResultDelegate(HitDelegate):
    """Paints a hit as in the popup, with a tick on those that are selected and a button at the end."""

    def __init__(self, view: ResultList) -> None:
        super().__init__(view)
        self._view = view

    def is_on_avatar(self, rect: QRect, point: QPoint, direction: Qt.LayoutDirection) -> bool:
        area = QRect(rect.left(), rect.bottom() + 1 - _HIT, _AVATAR_AREA, _HIT)
        return mirrored(direction, rect, area).contains(point)

    def button_rect(self, rect: QRect, row: HitRow, direction: Qt.LayoutDirection) -> QRect:
        width = self._button_width(row)
        top = rect.bottom() + 1 - _HIT + (_HIT - _BUTTON_HEIGHT) // 2
        return mirrored(direction, rect, QRect(rect.right() + 1 - _PADDING - width, top, width, _BUTTON_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, HitRow):
            super().paint(painter, option, index)
            return
        theme, rect = theme_of(option.widget), QRect(option.rect)
        place = QRect(rect.left(), rect.bottom() + 1 - _HIT, rect.width(), _HIT)
        selected = self._view.is_selected(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if selected or option.state & QStyle.StateFlag.State_Selected:
            draw_box(painter, place, RADIUS, theme.colors.accent_weak)
        narrow = QStyleOptionViewItem(option)
        room = self._widest() + 2 * _PADDING
        narrow.rect = mirrored(option.direction, rect, rect.adjusted(0, 0, -room, 0))
        super().paint(painter, narrow, index)
        if selected:
            disc = mirrored(option.direction, place, QRect(place.left() + _PADDING, place.top() + 10, 40, 40))
            paint_avatar(painter, disc, initials(row.name), theme, selected=True)
        self._paint_button(painter, self.button_rect(rect, row, option.direction), row, theme)
        painter.restore()

    def _paint_button(self, painter: QPainter, box: QRect, row: HitRow, theme: Theme) -> None:
        colors, offer = theme.colors, self._view.offer(row)
        icon, words = _button_words(offer)
        color = colors.text if offer in (Offer.ADD, Offer.JOIN) else colors.text_muted
        if offer is not Offer.MINE:
            lit = box.contains(self._view.hovered())
            fill = colors.surface_sunken if lit else colors.surface_raised
            draw_box(painter, box, RADIUS, fill, colors.border_control)
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        sign = mirrored(painter.layoutDirection(), inner, QRect(inner.left(), inner.top(), ICON, inner.height()))
        draw_icon(painter, icon, sign, ICON, color)
        text = inner.adjusted(ICON + _GAP, 0, 0, 0)
        style = text_style(TEXT_BODY, MEDIUM)
        style.draw(painter, mirrored(painter.layoutDirection(), inner, text), words, color)

    def _button_width(self, row: HitRow) -> int:
        words = _button_words(self._view.offer(row))[1]
        return int(text_style(TEXT_BODY, MEDIUM).width(words)) + 1 + ICON + _GAP + 2 * _PADDING

    def _widest(self) -> int:
        style = text_style(TEXT_BODY, MEDIUM)
        widest = max(style.width(_button_words(offer)[1]) for offer in Offer)
        return int(widest) + 1 + ICON + _GAP + 2 * _PADDING


def _button_words(offer: Offer) -> tuple[str, str]:
    """Icon and label."""
    if offer is Offer.MINE:
        return "check", QCoreApplication.translate("SearchPage", "In my book")
    return "book-plus", QCoreApplication.translate("SearchPage", "Add to my book")
