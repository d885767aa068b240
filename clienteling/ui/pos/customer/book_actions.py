"""Putting one customer into the worker's own book, taking them out, and giving them to a colleague."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.customer import Customer
from clienteling.domain.worker import Session
from clienteling.ui.pos.reassign import ReassignDialog
from clienteling.ui.pos.till import Till

BookChange = Callable[[Session, Sequence[int]], Changes]


class BookActions(QObject):
    """Operations 714, 715 and 716 on the customer of `page`. `failed` tells that what the page shows may be old."""

    failed = Signal()

    def __init__(self, till: Till, page: QWidget) -> None:
        super().__init__(page)
        self._till = till
        self._page = page
        self._reassign: ReassignDialog | None = None

    def add(self, customer: Customer) -> None:
        words = QCoreApplication.translate("CustomerPage", "{name} added to your client book")
        self._change(self._till.services.book_changes.add, customer, words)

    def remove(self, customer: Customer) -> None:
        words = QCoreApplication.translate("CustomerPage", "{name} removed from your client book")
        self._change(self._till.services.book_changes.remove, customer, words)

    def reassign(self, customer: Customer) -> None:
        """Ask to whom the customer goes."""
        if self._reassign is None:
            self._reassign = ReassignDialog(self._till, self._page.window())
        self._reassign.ask([customer.id], customer.name)

    def _change(self, change: BookChange, customer: Customer, words: str) -> None:
        till = self._till

        def done(changes: Changes) -> None:
            if changes.record_id is not None:
                undo = partial(till.services.book_changes.undo, till.session, changes.record_id)
                till.messages.toast(words.format(name=customer.name), lambda: till.tasks.command(self, undo))

        def failed(error: Exception) -> None:
            till.messages.error(error)
            self.failed.emit()

        till.tasks.command(self, lambda: change(till.session, [customer.id]), done, failed)
