"""A tab with a column of boxes that is read page by page as somebody scrolls."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.ui.pos.customer.read_tab import ReadTab
from clienteling.ui.theme import SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets.state_page import StatePage

_WIDEST = 960

Entry = TypeVar("Entry")
Place = TypeVar("Place")


class PagedTab(ReadTab[tuple[Sequence[Entry], Place | None]], Generic[Entry, Place]):
    """The first page is read as any tab is, the next ones when their place comes near: where a `Place` says.

    A subclass says how a page is read (`_read_page`, on the database's thread), which box an entry gets (`_box`), and
    what stands there when there are none (`_say_empty`).
    """

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(till, parent)
        self._cursor: Place | None = None
        self._reading_more = False
        self._head = QVBoxLayout()
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_3)
        self._lay_out((self._head, self._column), 0, widest=_WIDEST)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._scrolled)

    @property
    def boxes(self) -> list[QWidget]:
        """The boxes that are shown, in their order."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def be_about(self, customer_id: int) -> None:
        if customer_id != self._customer_id:
            self._clear()
        super().be_about(customer_id)

    @abstractmethod
    def _read_page(self, customer_id: int, cursor: Place | None) -> tuple[Sequence[Entry], Place | None]:
        """A page, newest first, and where the next one begins."""

    @abstractmethod
    def _box(self, entry: Entry) -> QWidget:
        """The box of an entry."""

    @abstractmethod
    def _say_empty(self, state: StatePage) -> None:
        """Fill the state of a customer without entries."""

    def _read(self) -> None:
        # Until it is there again nothing is read on: that would take its place.
        self._cursor = None
        super()._read()

    def _read_of(self, customer_id: int) -> tuple[Sequence[Entry], Place | None]:
        return self._read_page(customer_id, None)

    def _show_found(self, found: tuple[Sequence[Entry], Place | None]) -> None:
        self._clear()
        entries, self._cursor = found
        self._reading_more = False
        if entries:
            self._add(entries)
            self.area.to_top()
        else:
            self._say_empty(self.state)
            self._stack.setCurrentWidget(self.state)

    def _scrolled(self) -> None:
        """Read on when the end comes near."""
        customer_id, cursor = self._customer_id, self._cursor
        if customer_id is None or cursor is None or self._reading_more or not self.isVisible():
            return
        if self.area.is_near_end():
            self._reading_more = True
            self._till.tasks.query(
                self,
                lambda: self._read_page(customer_id, cursor),
                self._show_more,
                key="read",
                failed=self._stop,
            )

    def _show_more(self, page: tuple[Sequence[Entry], Place | None]) -> None:
        entries, self._cursor = page
        self._reading_more = False
        self._add(entries)

    def _stop(self, error: Exception) -> None:
        """What is shown stays; scrolling tries again."""
        self._reading_more = False
        self._till.messages.error(error)

    def _add(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            self._column.addWidget(self._box(entry))

    def _clear(self) -> None:
        self._cursor = None
        for box in self.boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
