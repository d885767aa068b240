"""Putting one customer into the worker's own book, taking them out, and giving them to a colleague."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.card import Holder
from clienteling.domain.customer import Customer
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.pos.reassign import ask_to_reassign
from clienteling.ui.pos.undoing import undo_change
from clienteling.ui.till import Till

BookChange = Callable[[Session, Sequence[int]], Changes]


class BookActions(QObject):
    """Operations 714, 715 and 716 on the customer of `page`, by right or with somebody's signature.

    `failed` tells that what the page shows may be old.
    """

    failed = Signal()

    def __init__(self, till: Till, page: QWidget) -> None:
        super().__init__(page)
        self._till = till
        self._page = page

    def add(self, customer: Customer, holder: Holder | None = None) -> None:
        """Add to the own book; `holder` has the customer in theirs already."""
        words = QCoreApplication.translate("CustomerPage", "{name} added to your client book")
        if holder is not None:
            words = QCoreApplication.translate(
                "CustomerPage", "{name} added to your client book; {holder} has them as well"
            )
        self._change(Operation.ADD_TO_CLIENT_BOOK, self._till.services.book_changes.add, customer, words, holder)

    def remove(self, customer: Customer) -> None:
        words = QCoreApplication.translate("CustomerPage", "{name} removed from your client book")
        self._change(Operation.REMOVE_FROM_CLIENT_BOOK, self._till.services.book_changes.remove, customer, words)

    def make_primary(self, customer: Customer, holder: Holder) -> None:
        """Let the book of one who has the customer be the primary one."""
        words = QCoreApplication.translate("CustomerPage", "{holder}’s book is the primary one of {name} now")

        def change(session: Session, customer_ids: Sequence[int]) -> Changes:
            return self._till.services.book_changes.make_primary(session, customer_ids[0], holder.worker_id)

        self._change(Operation.REASSIGN, change, customer, words, holder)

    def reassign(self, customer: Customer) -> None:
        """Ask to whom the customer goes."""
        ask_to_reassign(self._till, self._page.window(), [customer.id], customer.name)

    def _change(
        self, operation: Operation, change: BookChange, customer: Customer, words: str, holder: Holder | None = None
    ) -> None:
        till, window = self._till, self._page.window()

        def done(changes: Changes) -> None:
            if changes.record_id is not None:
                undo = partial(undo_change, till, window, operation, changes.record_id)
                till.messages.toast(words.format(name=customer.name, holder=holder.name if holder else ""), undo)

        def failed(error: Exception) -> None:
            till.messages.error(error)
            self.failed.emit()

        def act(by: Till) -> None:
            till.tasks.command(self, lambda: change(by.session, [customer.id]), done, failed)

        with_permission(till, window, (operation,), act)
