"""Keeps what is being written about customers in the database, behind the writing."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QObject, QTimer

from clienteling.services.drafts import ACTIVITY, NOTE, KeptText
from clienteling.ui.pos.customer.drafts import Draft
from clienteling.ui.till import Till

KEEP_AFTER = 1000
"""Milliseconds after the last key until a draft is put by: as much may be lost with the power."""

_DRAFT = TypeAdapter(Draft)


class KeptDrafts(QObject):
    """The worker's drafts as they are stored. `current` gives what stands in the composer."""

    def __init__(self, till: Till, current: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._till = till
        self._current = current
        self._stored: dict[int, str] = {}
        self.pause = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self.pause.timeout.connect(self._keep_current)

    def typed(self) -> None:
        """Somebody is writing: put it by soon."""
        self.pause.start()

    def keep(self, draft: Draft) -> None:
        """Put a draft by, if it is not as it was stored."""
        self.pause.stop()
        text = _written(draft)
        if text == self._stored.get(draft.customer_id, ""):
            return
        self._stored[draft.customer_id] = text
        kind = NOTE if draft.is_note else ACTIVITY
        work = partial(self._till.services.drafts.keep, self._till.session, draft.customer_id, kind, text)
        # A command, so that it is done though the window closes. If it fails, the text still stands in the composer,
        # and saving says why.
        self._till.tasks.command(self, work, failed=partial(self._forget, draft.customer_id))

    def find(self, customer_id: int, then: Callable[[Draft], None]) -> None:
        """Look up what was put by for a customer, perhaps at another till."""

        def found(kept: KeptText | None) -> None:
            draft = _read(kept) if kept is not None else None
            if kept is not None and draft is not None:
                self._stored[customer_id] = kept.text
                then(draft)

        work = partial(self._till.services.drafts.of, self._till.session, customer_id)
        self._till.tasks.query(self, work, found, key="draft", failed=lambda _: None)

    def drop(self, customer_id: int) -> None:
        """What was written is saved. On the database's thread."""
        self._till.services.drafts.keep(self._till.session, customer_id, ACTIVITY, "")

    def forget(self, customer_id: int) -> None:
        """Nothing is stored for a customer any more."""
        self.pause.stop()
        self._stored.pop(customer_id, None)

    def _keep_current(self) -> None:
        draft = self._current()
        if draft is not None:
            self.keep(draft)

    def _forget(self, customer_id: int, _error: Exception) -> None:
        self._stored.pop(customer_id, None)


def _written(draft: Draft) -> str:
    return "" if draft.is_blank else _DRAFT.dump_json(replace(draft, kept=None)).decode()


def _read(kept: KeptText) -> Draft | None:
    """The draft; None if another version of the program wrote it differently."""
    try:
        return replace(_DRAFT.validate_json(kept.text), customer_id=kept.customer_id, kept=kept.at)
    except ValidationError:
        return None
