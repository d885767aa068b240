"""Looks for those who may be the one in the form, while somebody types."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from clienteling.domain.customer_draft import CustomerDraft
from clienteling.domain.duplicates import Likely
from clienteling.ui.pos.customer_form.duplicate_box import DuplicateBox
from clienteling.ui.till import Till

PAUSE = 250
"""Milliseconds after the last key."""


class DuplicateSearch(QObject):
    """Shows in `box` who is found for what `draft` gives. `strangers` were said to be somebody else.

    `refused` is emitted when one more was.
    """

    refused = Signal()

    def __init__(self, till: Till, box: DuplicateBox, draft: Callable[[], CustomerDraft]) -> None:
        super().__init__(box)
        self._till = till
        self._box = box
        self._draft = draft
        self._customer_id: int | None = None
        self.strangers: tuple[int, ...] = ()
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self.look)
        box.refused.connect(self._refuse)

    def begin(self, customer_id: int | None, strangers: tuple[int, ...]) -> None:
        """Another form: nobody is shown until something is looked for."""
        self._customer_id, self.strangers = customer_id, strangers
        self.pause.stop()
        self._box.show_likely((), self._till.now())

    def look(self, then: Callable[[], object] | None = None) -> None:
        """Ask who this may be; the newest question counts. `then` is called when the answer is shown."""

        def show(found: tuple[Likely, ...]) -> None:
            self._show(found)
            if then is not None:
                then()

        def failed(_error: Exception) -> None:
            if then is not None:
                then()

        self.pause.stop()
        work = partial(
            self._till.services.customer_changes.likely_duplicates,
            self._till.session,
            self._draft(),
            self._customer_id,
        )
        self._till.tasks.query(self, work, show, key="duplicates", failed=failed)

    def _show(self, found: tuple[Likely, ...]) -> None:
        self._box.show_likely(found, self._till.now())

    def _refuse(self, customer_id: int) -> None:
        """Somebody else: remembered with the customer when that is saved."""
        self.strangers = (*self.strangers, customer_id)
        self._show(tuple(likely for likely in self._box.found if likely.customer_id != customer_id))
        self.refused.emit()
