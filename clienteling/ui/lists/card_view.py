"""The view of a book: cards in as many columns as fit, or rows; for finger, mouse and keyboard.

A tap opens; a tap on the avatar, a long press and Space select. The view owns its model and its delegate.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QScroller, QWidget

from clienteling.domain.card import Card
from clienteling.domain.parameters import CARD_PLACES
from clienteling.ui.formats import Formats
from clienteling.ui.lists.card_delegate import Look
from clienteling.ui.lists.card_grid import BATCH, CardGrid
from clienteling.ui.lists.card_model import Fetch

__all__ = ["CardView", "Look", "Place", "Selection"]

_LONG_PRESS = 500
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Selection:
    """The customers that are selected, in the order shown. `everything`: all that the view shows."""

    customer_ids: tuple[int, ...] = ()
    everything: bool = False

    def __len__(self) -> int:
        return len(self.customer_ids)


class Place(Enum):
    """What happens to the scroll position when other customers are shown."""

    TOP = auto()
    KEPT = auto()


class CardView(CardGrid):
    """Cards of customers. Give it the page's width but for the padding at the left minus `MARGIN`: it brings the right
    padding and the cards' own margin."""

    opened = Signal(object)
    """A customer's key: tap, or Enter."""

    selection_changed = Signal(object)
    """A `Selection`, each time it changes."""

    def __init__(
        self,
        fetch: Fetch,
        formats: Formats,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        places: int = CARD_PLACES.default,
        with_holder: bool = False,
    ) -> None:
        super().__init__(fetch, formats, clock, parent, places=places, with_holder=with_holder)
        self._pressed: QModelIndex | None = None
        self._pressed_at = QPoint()
        self._range_start = -1
        self._announced = Selection()
        self._long_press = QTimer(self, singleShot=True, interval=_LONG_PRESS)
        self._long_press.timeout.connect(self._select_pressed)
        self.selectionModel().selectionChanged.connect(self._announce)

    # What pages tell

    def show_cards(self, ids: Collection[int], cards: Sequence[Card] = (), *, place: Place = Place.TOP) -> None:
        """Show these customers in this order; `cards` are those read already, the first page as a rule.

        What was selected and is still there stays selected. With `Place.KEPT` the card that stood on top stays there.
        """
        self._loading.stop()
        before, current = self._announced, self._cards.customer_at(self.currentIndex().row())
        top = self._top_row()
        anchor, offset = self._cards.customer_at(top), self.visualRect(self._cards.index(top)).top()
        if not self._cards.set_ids(ids, cards):
            return
        self._forget_press()
        self._restore_selection(before)
        if place is Place.TOP:
            # A swipe that still rolls out would carry the new customers away from under the finger.
            QScroller.scroller(self.viewport()).stop()
            self._move_to(0)
            self.scrollToTop()
            return
        row = self._row_of(anchor)
        self._scroll_to(row if row is not None else min(top, len(self._cards.ids) - 1), offset)
        self._move_to(self._row_of(current) or 0)

    def selection(self) -> Selection:
        return self._announced

    def clear_selection(self) -> None:
        self.selectionModel().clearSelection()

    def select_all(self) -> None:
        """Select every customer the view shows, read or not."""
        rows = len(self._cards.ids)
        if rows:
            everybody = QItemSelection(self._cards.index(0), self._cards.index(rows - 1))
            self.selectionModel().select(everybody, Flag.Select)

    # Finger and mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_keyboard(False)
        index = self._card_index(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self._pressed = index
        self._pressed_at = event.position().toPoint()
        self._long_press.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moved = event.position().toPoint() - self._pressed_at
        if self._pressed is not None and moved.manhattanLength() > QApplication.startDragDistance():
            self._forget_press()
        on_card = self._card_index(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if on_card else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, position = self._pressed, event.position().toPoint()
        self._forget_press()
        index = self._card_index(position)
        if pressed is None or not index.isValid() or index != pressed:
            return
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self._range_start >= 0:
            self._select_range(index.row())
        elif modifiers & Qt.KeyboardModifier.ControlModifier or self._is_on_avatar(index, position):
            self._toggle(index)
        else:
            self._open(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _select_pressed(self) -> None:
        if self._pressed is not None:
            self.selectionModel().setCurrentIndex(self._pressed, Flag.NoUpdate)
            self._toggle(self._pressed)
        self._pressed = None

    def _forget_press(self) -> None:
        self._long_press.stop()
        self._pressed = None

    def _card_index(self, position: QPoint) -> QModelIndex:
        """The card at `position`; not the gap beside it."""
        index = self.indexAt(position)
        inside = self._delegate.card_rect(self.visualRect(index)).contains(position)
        return index if inside else QModelIndex()

    def _is_on_avatar(self, index: Index, position: QPoint) -> bool:
        return self._delegate.is_on_avatar(self.visualRect(index), position, self.layoutDirection())

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._set_keyboard(True)
        current = self.currentIndex()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(current)
        elif key == Qt.Key.Key_Space:
            self._toggle(current)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif key == Qt.Key.Key_Escape and len(self.selection()):
            self.clear_selection()
        elif key == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _KEYBOARD:
            self._set_keyboard(True)
        if not self.currentIndex().isValid():
            self._move_to(0)
        super().focusInEvent(event)
        self.viewport().update()

    def selectionCommand(self, _index: Index, _event: QEvent | None = None) -> Flag:
        """Moving about selects nothing: `_toggle` and `_select_range` do."""
        return Flag.NoUpdate

    def _set_keyboard(self, used: bool) -> None:
        if self._delegate.keyboard != used:
            self._delegate.keyboard = used
            self.viewport().update()

    # Choosing

    def _open(self, index: Index) -> None:
        customer_id = self._cards.customer_at(index.row())
        if customer_id is not None:
            self.opened.emit(customer_id)

    def _toggle(self, index: QModelIndex) -> None:
        if self._cards.customer_at(index.row()) is not None:
            self._range_start = index.row()
            self.selectionModel().select(index, Flag.Toggle)

    def _select_range(self, row: int) -> None:
        first, last = sorted((self._range_start, row))
        rows = QItemSelection(self._cards.index(first), self._cards.index(last))
        self.selectionModel().select(rows, Flag.Select)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Qt asks every row where it stands; with everything selected that is 100,000 questions."""
        if sum(bottom - top + 1 for top, bottom in (*_rows(selected), *_rows(deselected))) > BATCH:
            self.viewport().update()
        else:
            super().selectionChanged(selected, deselected)

    def _announce(self) -> None:
        ids = self._cards.ids
        parts = sorted(_rows(self.selectionModel().selection()))
        chosen = tuple(key for top, bottom in parts for key in ids[top : bottom + 1])
        found = Selection(chosen, everything=0 < len(chosen) == len(ids))
        if found != self._announced:
            self._announced = found
            self.selection_changed.emit(found)

    def _restore_selection(self, before: Selection) -> None:
        if before.everything:
            self.select_all()
        elif before.customer_ids:
            selected, rows = frozenset(before.customer_ids), QItemSelection()
            for row, customer_id in enumerate(self._cards.ids):
                if customer_id in selected:
                    rows.select(self._cards.index(row), self._cards.index(row))
            self.selectionModel().select(rows, Flag.Select)
        self._announce()


def _rows(selection: QItemSelection) -> list[tuple[int, int]]:
    """The first and last rows of the parts of a selection."""
    parts = [selection.at(number) for number in range(selection.count())]
    return [(part.top(), part.bottom()) for part in parts]
