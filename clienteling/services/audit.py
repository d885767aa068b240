"""The audit: who did what, when, where, to which customer."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from clienteling.database import records
from clienteling.database.engine import Transaction
from clienteling.domain.audit import UNDOABLE, AuditEntry, AuditFilter, AuditLine
from clienteling.domain.operations import Operation
from clienteling.domain.spreadsheet import BYTE_ORDER_MARK, Cell, csv_lines
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.exporting import written
from clienteling.services.operations import Operations

_ALL = AuditFilter()
_AT_ONCE = 2000  # lines of a file that are read together
_HEADS = (
    "record",
    "at",
    "worker",
    "store",
    "operation",
    "operation_name",
    "outcome",
    "account_number",
    "customer",
    "subject",
    "before",
    "after",
    "reason",
    "override_by",
    "erased",
)


class Audit:
    """Reads the audit lines. Nothing changes them."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def lines(
        self,
        session: Session | None,
        *,
        account_number: str | None = None,
        asked: AuditFilter = _ALL,
        before: int | None = None,
        limit: int | None = None,
    ) -> tuple[AuditLine, ...]:
        """Newest first; for a worker those of the session's legal entity, for an administrator all."""
        if account_number is not None:
            asked = replace(asked, account_number=account_number)
        asked = _checked(asked)
        if session is None:
            return self._operations.database.read(lambda t: records.audit(t, asked=asked, before=before, limit=limit))
        return self._operations.read(
            session,
            Operation.VIEW_AUDIT,
            lambda t: records.audit(
                t,
                legal_entity_id=session.legal_entity.id,
                asked=asked,
                before=before,
                limit=limit,
                reader=session.worker.id,
            ),
        )

    def entries(
        self, session: Session, *, asked: AuditFilter = _ALL, before: int | None = None, limit: int = 50
    ) -> tuple[AuditEntry, ...]:
        """Whole records of the session's legal entity, newest first; `before` is the last one of the page before."""
        asked = _checked(asked)

        def work(transaction: Transaction) -> tuple[AuditEntry, ...]:
            me = session.worker.id
            return records.entries(
                transaction, session.legal_entity.id, asked=asked, before=before, limit=limit, reader=me
            )

        return self._operations.read(session, Operation.VIEW_AUDIT, work)

    def workers(self, session: Session) -> tuple[tuple[int, str], ...]:
        """Those of whom there are records, with their names."""
        return self._operations.read(
            session, Operation.VIEW_AUDIT, lambda t: records.workers_in(t, session.legal_entity.id)
        )

    def export(self, session: Session | None, file: Path, asked: AuditFilter = _ALL) -> int:
        """Write all lines that are asked for as a table for spreadsheets; how many there are.

        Raises `Invalid` with field "file" if the file cannot be written.
        """
        count = 0
        with written(file) as stream:
            stream.write((BYTE_ORDER_MARK + csv_lines([_HEADS])).encode())
            for lines in self._pages(session, asked):
                stream.write(csv_lines(_row(line) for line in lines).encode("utf-8", "replace"))
                count += len(lines)
        return count

    def _pages(self, session: Session | None, asked: AuditFilter) -> Iterator[tuple[AuditLine, ...]]:
        """All lines, some thousand at a time, and whole records."""
        before: int | None = None
        limit = _AT_ONCE
        while lines := self.lines(session, asked=asked, before=before, limit=limit):
            if len(lines) < limit:
                yield lines
                return
            whole = tuple(line for line in lines if line.id != lines[-1].id)
            if whole:
                before, limit = whole[-1].id, _AT_ONCE
                yield whole
            else:
                # One record with more lines than that.
                limit *= 2

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


def _checked(asked: AuditFilter) -> AuditFilter:
    return replace(asked, account_number=checked("account", asked.account_number))


def _row(line: AuditLine) -> tuple[Cell, ...]:
    return (
        str(line.id),
        line.at.isoformat(),
        line.worker,
        line.store,
        int(line.operation),
        line.operation.title,
        line.outcome.value,
        line.account_number,
        line.customer,
        line.subject,
        line.before,
        line.after,
        line.reason,
        line.override_by,
        line.erased,
    )
