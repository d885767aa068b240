"""Cards in as many columns as fit, or as rows: laying out, scrolling, keeping the place."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScroller, QWidget

from clienteling.domain.cover import Cover
from clienteling.domain.parameters import CARD_PLACES
from clienteling.ui.formats import Formats
from clienteling.ui.lists.card_delegate import CardDelegate, Look
from clienteling.ui.lists.card_layout import MARGIN, cell_width
from clienteling.ui.lists.card_model import CardModel, Fetch

SCROLL_ROOM = 16
"""What the view takes at its right for the scroll bar, whether it is there or not."""

BATCH = 200
_LOADING_AFTER = 100
_SKELETON_CARDS = 12

Index = QModelIndex | QPersistentModelIndex


class CardGrid(QListView):
    """The ground of `CardView`: it owns the model and the delegate, and knows where everything stands."""

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
        super().__init__(parent)
        self._delegate = CardDelegate(formats, clock, self, places=places, with_holder=with_holder)
        self._cards = CardModel(fetch, self._delegate.describe, self)
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER)
        self._loading.timeout.connect(self._show_skeleton)
        self._set_up()
        self.setModel(self._cards)
        self.setItemDelegate(self._delegate)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.MultiSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setAccessibleName(QCoreApplication.translate("Cards", "Customers"))
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def show_loading(self) -> None:
        """Show the shape of cards, unless `show_cards` comes within a moment."""
        self._loading.start()

    def invalidate(self, customer_ids: Collection[int] = ()) -> None:
        """Read these cards again (all: none named), as they come to be looked at."""
        self._cards.invalidate(customer_ids)

    def set_look(self, look: Look) -> None:
        """Cards or rows; the card on top stays on top."""
        top = self._top_row()
        self._delegate.look = look
        self._lay_out()
        self._scroll_to(top, 0)

    def set_with_holder(self, with_holder: bool) -> None:
        """Whether cards say in whose book the customer is, from now on; the card on top stays on top."""
        if with_holder != self._delegate.with_holder:
            top = self._top_row()
            self._delegate.with_holder = with_holder
            self._lay_out()
            self._scroll_to(top, 0)

    def set_covers(self, covers: Mapping[int, Cover]) -> None:
        """Whose books are lent, by the keys of their workers."""
        self._delegate.set_covers(covers)
        self.viewport().update()

    def set_places(self, places: int) -> None:
        """How many properties each card shows from now on; the card on top stays on top."""
        if places != self._delegate.places:
            top = self._top_row()
            self._delegate.places = places
            self._lay_out()
            self._scroll_to(top, 0)

    @property
    def look(self) -> Look:
        return self._delegate.look

    def set_bottom_inset(self, height: int) -> None:
        """End the view higher, while a command bar stands over its foot."""
        self.setViewportMargins(0, 0, 0, height)

    def show_customer(self, customer_id: int) -> None:
        """Make a customer the current one and bring the card into view, if it is here."""
        row = self._row_of(customer_id)
        if row is not None:
            self._lay_out_all()
            self._move_to(row)
            self.scrollTo(self._cards.index(row))

    @property
    def customer_ids(self) -> Sequence[int]:
        """The customers in the order shown."""
        return self._cards.ids

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A list view lays out everything anew when a row changes; cards keep their size, so painting is enough."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self._top_row()
        if event.size().width() != event.oldSize().width():
            self._lay_out()
            self._scroll_to(top, 0)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        room = self.width() - SCROLL_ROOM
        width = cell_width(room) if self.look is Look.CARDS else max(1, room)
        self._delegate.cell = self._delegate.cell_size(width)
        self.setGridSize(self._delegate.cell)
        self.verticalScrollBar().setSingleStep(self._delegate.cell.height() // 4)

    def _top_row(self) -> int:
        """The first row that is seen whole or nearly so."""
        return max(0, self.indexAt(QPoint(MARGIN + 1, self._delegate.cell.height() // 2)).row())

    def _row_of(self, customer_id: int | None) -> int | None:
        return self._cards.row_of(customer_id) if customer_id is not None else None

    def _move_to(self, row: int) -> None:
        """Make a row the current one, without scrolling."""
        if row < len(self._cards.ids):
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(self._cards.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.setAutoScroll(True)

    def _scroll_to(self, row: int, offset: int) -> None:
        """Bring a row as far below the top edge as `offset` says."""
        if row < 1:
            self.scrollToTop()
            return
        self._lay_out_all()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self._cards.index(row)).top() - offset)

    def _lay_out_all(self) -> None:
        """Lay out in one go, not in batches (150 ms for 100,000): what is scrolled to must have its place."""
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.doItemsLayout()
        self.setLayoutMode(QListView.LayoutMode.Batched)

    def _show_skeleton(self) -> None:
        self._cards.set_skeleton(_SKELETON_CARDS)
