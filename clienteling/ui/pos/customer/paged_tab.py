"""A tab with a column of boxes that is read page by page as somebody scrolls."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.ui.pos.customer.column_scroll import ColumnScroll
from clienteling.ui.pos.customer.states import show_part_failure
from clienteling.ui.theme import PAGE_PADDING, SPACE_3, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.state_page import StatePage

_LOADING_AFTER = 100
_WIDEST = 960

Entry = TypeVar("Entry")
Place = TypeVar("Place")


class PagedTab(QWidget, Generic[Entry, Place]):
    """Reads when it is first shown for a customer, and again after `refresh`. A `Place` is where the next page begins.

    A subclass says how a page is read (`_read_page`, on the database's thread), which box an entry gets (`_box`), and
    what stands there when there are none (`_say_empty`).
    """

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._customer_id: int | None = None
        self._cursor: Place | None = None
        self._stale = False
        self._reading_more = False
        self.area = ColumnScroll(PAGE_PADDING, SPACE_4, PAGE_PADDING)
        self.state = StatePage()
        self.state.primary.connect(self._act_on_state)
        self._failed = False
        self._skeleton = QWidget()
        self._head = QVBoxLayout()
        self._column = QVBoxLayout()
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER)
        self._loading.timeout.connect(self._show_skeleton)
        self._lay_out()
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._scrolled)

    @property
    def boxes(self) -> list[QWidget]:
        """The boxes that are shown, in their order."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def show_customer(self, customer_id: int) -> None:
        """Be about another customer; nothing of the one before stays."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self._clear()
            self._stack.setCurrentIndex(0)
            self.refresh()

    def refresh(self) -> None:
        """Something changed: read again, now or when it is shown."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, _event: object) -> None:
        if self._stale:
            self._read()

    @abstractmethod
    def _read_page(self, customer_id: int, cursor: Place | None) -> tuple[Sequence[Entry], Place | None]:
        """A page, newest first, and where the next one begins."""

    @abstractmethod
    def _box(self, entry: Entry) -> QWidget:
        """The box of an entry."""

    @abstractmethod
    def _say_empty(self, state: StatePage) -> None:
        """Fill the state of a customer without entries."""

    def _act_on_empty(self) -> None:
        """The next step that the empty state offers."""

    def _read(self) -> None:
        customer_id = self._customer_id
        if customer_id is None:
            return
        self._stale = False
        self._reading_more = False
        self._loading.start()
        self._till.tasks.query(
            self, lambda: self._read_page(customer_id, None), self._show_first, key="page", failed=self._fail
        )

    def _show_first(self, page: tuple[Sequence[Entry], Place | None]) -> None:
        self._loading.stop()
        self._clear()
        entries, self._cursor = page
        self._failed = False
        if not entries:
            self._say_empty(self.state)
            self._stack.setCurrentIndex(1)
            return
        self._add(entries)
        self.area.to_top()
        self._stack.setCurrentIndex(0)

    def _fail(self, error: Exception) -> None:
        self._loading.stop()
        self._failed = True
        show_part_failure(self.state, error)
        self._stack.setCurrentIndex(1)

    def _act_on_state(self) -> None:
        if self._failed:
            self._read()
        else:
            self._act_on_empty()

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
                key="page",
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

    def _show_skeleton(self) -> None:
        self._stack.setCurrentIndex(2)

    def _lay_out(self) -> None:
        self._column.setSpacing(SPACE_3)
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._column)
        row = QHBoxLayout()
        row.addWidget(content, 1000)
        row.addStretch(1)
        self.area.column.addLayout(row)
        self.area.column.addStretch()
        rows = QVBoxLayout(self._skeleton)
        rows.setContentsMargins(PAGE_PADDING, SPACE_4, PAGE_PADDING, 0)
        rows.addWidget(SkeletonRows(6, row_height=96, discs=False))
        rows.addStretch()
        self._stack = QStackedLayout(self)
        for part in (self.area, self.state, self._skeleton):
            self._stack.addWidget(part)
