"""The way back from a change of client books: the worker's own right, or somebody's signature."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import UNDONE_BY, Changes
from clienteling.domain.operations import Operation
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.till import Till


def undo_change(
    till: Till,
    window: QWidget,
    operation: Operation,
    record_id: int,
    then: Callable[[Changes], None] | None = None,
) -> None:
    """Undo what an operation did, which is recorded under this key."""

    def undo(by: Till) -> None:
        # The messages live as long as the window: whoever offered the way back may be gone.
        by.tasks.command(by.messages, partial(by.services.undoing.undo, by.session, record_id), then)

    with_permission(till, window, (UNDONE_BY[operation],), undo)
