"""A tab of boxes, one below the other, that is read in one piece."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.errors import NotAllowed
from clienteling.ui.pos.customer.column_scroll import ColumnScroll
from clienteling.ui.pos.customer.states import show_not_allowed, show_part_failure
from clienteling.ui.theme import PAGE_PADDING, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.state_page import StatePage

_LOADING_AFTER = 100
_WIDEST = 1180

Found = TypeVar("Found")


class ReadTab(QWidget, Generic[Found]):
    """Reads when it is first shown for a customer, and again after `refresh`.

    A subclass says how it is read (`_read_of`, on the database's thread), and shows it (`_show_found`): in its boxes,
    which it gives to `_lay_out`, or by `_say` where there is nothing to show.
    """

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._customer_id: int | None = None
        self._is_read = False
        self._failed = False
        self._stale = False
        self.area = ColumnScroll(PAGE_PADDING, SPACE_4, PAGE_PADDING)
        self.state = StatePage()
        self.state.primary.connect(self._take_step)
        self._skeleton = QWidget()
        self._stack = QStackedLayout(self)
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER)
        self._loading.timeout.connect(lambda: self._stack.setCurrentWidget(self._skeleton))

    @abstractmethod
    def _read_of(self, customer_id: int) -> Found:
        """What the tab shows of a customer."""

    @abstractmethod
    def _show_found(self, found: Found) -> None:
        """Fill the boxes, or `_say` what stands there instead."""

    def _go_on(self) -> None:
        """What the button does where `_say` has offered one."""

    def be_about(self, customer_id: int) -> None:
        """Be about another customer; nothing of the one before stays."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self._is_read = False
            self._stack.setCurrentWidget(self._skeleton)
            self.refresh()

    def refresh(self) -> None:
        """Something changed: read again, now or when it is shown."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, _event: object) -> None:
        if self._stale:
            self._read()

    def _read(self) -> None:
        customer_id = self._customer_id
        if customer_id is None:
            return
        self._stale = False
        if not self._is_read:
            self._loading.start()
        self._till.tasks.query(self, lambda: self._read_of(customer_id), self._show, key="read", failed=self._fail)

    def _show(self, found: Found) -> None:
        self._loading.stop()
        self._is_read, self._failed = True, False
        self._stack.setCurrentWidget(self.area)
        self._show_found(found)

    def _say(self, icon: str, title: str, text: str, step: str = "") -> None:
        """Say it in place of the boxes; `step` is the label of the button that goes on."""
        self.state.show_state(icon, title, text, primary=step)
        self._stack.setCurrentWidget(self.state)

    def _fail(self, error: Exception) -> None:
        self._loading.stop()
        self._failed = True
        if isinstance(error, NotAllowed):
            show_not_allowed(self.state, error)
            self.state.primary_button.hide()
        else:
            show_part_failure(self.state, error)
        self._stack.setCurrentWidget(self.state)

    def _take_step(self) -> None:
        if self._failed:
            self._read()
        else:
            self._go_on()

    def _lay_out(self, parts: Sequence[QWidget | QLayout], spacing: int, *, widest: int = _WIDEST) -> None:
        content = QWidget()
        content.setMaximumWidth(widest)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        for inner in parts:
            if isinstance(inner, QLayout):
                column.addLayout(inner)
            else:
                column.addWidget(inner)
        row = QHBoxLayout()
        row.addWidget(content, 1000)
        row.addStretch(1)
        self.area.column.addLayout(row)
        self.area.column.addStretch()
        rows = QVBoxLayout(self._skeleton)
        rows.setContentsMargins(PAGE_PADDING, SPACE_4, PAGE_PADDING, 0)
        rows.addWidget(SkeletonRows(5, row_height=96, discs=False))
        rows.addStretch()
        for part in (self.area, self.state, self._skeleton):
            self._stack.addWidget(part)
