"""The audit: who did what, when, where, to which customer."""

from clienteling.database import records
from clienteling.domain.audit import UNDOABLE, AuditEntry, AuditLine
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations


class Audit:
    """Reads the audit lines. Nothing changes them."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def lines(
        self, session: Session | None, *, account_number: str | None = None, limit: int | None = None
    ) -> tuple[AuditLine, ...]:
        """Newest first; for a worker those of the session's legal entity, for an administrator all."""
        if account_number is not None:
            account_number = checked("account", account_number)
        if session is None:
            return self._operations.database.read(
                lambda t: records.audit(t, account_number=account_number, limit=limit)
            )
        return self._operations.read(
            session,
            Operation.VIEW_AUDIT,
            lambda t: records.audit(
                t,
                legal_entity_id=session.legal_entity.id,
                account_number=account_number,
                limit=limit,
                reader=session.worker.id,
            ),
        )

    def entries(self, session: Session, *, before: int | None = None, limit: int = 50) -> tuple[AuditEntry, ...]:
        """Whole records of the session's legal entity, newest first; `before` is the last one of the page before."""
        return self._operations.read(
            session,
            Operation.VIEW_AUDIT,
            lambda t: records.entries(t, session.legal_entity.id, before=before, limit=limit, reader=session.worker.id),
        )

    def history(self, session: Session, *, before: int | None = None, limit: int = 50) -> tuple[AuditEntry, ...]:
        """What the worker did to client books, newest first: what can be undone, see `domain.audit.undo_of`."""
        return self._operations.read(
            session,
            Operation.VIEW_MY_CLIENT_BOOK,
            lambda t: records.entries(
                t,
                session.legal_entity.id,
                worker_id=session.worker.id,
                operations=UNDOABLE,
                before=before,
                limit=limit,
            ),
        )
