"""The way back from what the history lists, whatever kind of change of a client book it was."""

from clienteling.database import records
from clienteling.domain.audit import Changes
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.book_changes import BookChanges
from clienteling.services.covers import Covers
from clienteling.services.operations import Operations


class Undoing:
    """Hands a record to those who know how to undo it."""

    def __init__(self, operations: Operations, book_changes: BookChanges, covers: Covers) -> None:
        self._operations = operations
        self._book_changes = book_changes
        self._covers = covers

    def undo(self, session: Session, record_id: int) -> Changes:
        """Do the opposite of a record. Raises `NotFound` if that is impossible, `Conflict` if something is newer."""
        record = self._operations.database.read(lambda t: records.find(t, record_id))
        if record is not None and record.operation is Operation.LEND_BOOK:
            return self._covers.undo(session, record_id)
        return self._book_changes.undo(session, record_id)
