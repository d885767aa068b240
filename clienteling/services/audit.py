"""The audit: who did what, when, where, to which customer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from clienteling.database import lendings, records
from clienteling.database.engine import Transaction
from clienteling.domain.audit import UNDONE_BY, AuditEntry, AuditFilter, AuditLine, Outcome
from clienteling.domain.cover import Cover, Event, Lending
from clienteling.domain.keys import first_key_at
from clienteling.domain.operations import Operation
from clienteling.domain.spreadsheet import BYTE_ORDER_MARK, Cell, csv_lines
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.exporting import written
from clienteling.services.follow_ups import day_at
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
            found = records.entries(
                transaction, session.legal_entity.id, asked=asked, before=before, limit=limit, reader=me
            )
            return _with_lendings(transaction, found, self._today(session))

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
        """What the worker did to client books, and who lent the own one, newest first; see `domain.audit.undo_of`.

        That a lent book went back by itself is recorded nowhere, so it is put among the rest.
        """
        today, me, entity = self._today(session), session.worker.id, session.legal_entity.id

        def work(transaction: Transaction) -> tuple[AuditEntry, ...]:
            found = records.entries(
                transaction,
                entity,
                worker_id=me,
                operations=tuple(UNDONE_BY),
                also=lendings.concerning(transaction, entity, me),
                before=before,
                limit=limit,
            )
            found = _with_lendings(transaction, found, today)
            ends = _ends(lendings.over(transaction, entity, me, today), ZoneInfo(session.store.time_zone))
            oldest = found[-1].id if len(found) == limit else 0
            ends = [end for end in ends if oldest < end.id and (before is None or end.id < before)]
            return tuple(sorted((*found, *ends), key=lambda entry: -entry.id)[:limit])

        return self._operations.read(session, Operation.VIEW_MY_CLIENT_BOOK, work)

    def _today(self, session: Session) -> date:
        return day_at(self._operations.clock(), session)


def _with_lendings(transaction: Transaction, entries: tuple[AuditEntry, ...], today: date) -> tuple[AuditEntry, ...]:
    """The entries; of lent books with who lent what to whom, and what was done with it since."""
    keys = [e.id for e in entries if e.operation is Operation.LEND_BOOK and e.outcome is Outcome.DONE]
    told = lendings.told(transaction, keys, today) if keys else {}
    return tuple(replace(e, **_told(told[e.id])) if e.id in told else e for e in entries)


def _told(lending: Lending) -> dict[str, Any]:
    return {
        "before": lending.cover.owner,
        "after": lending.cover.worker,
        "newer": lending.newer,
        "newer_is_undo": lending.newer_is_undo,
        "lending": lending,
    }


def _ends(covers: Sequence[Cover], zone: ZoneInfo) -> list[AuditEntry]:
    """The moments in which lent books went back by themselves: the midnights after their last days."""
    found = []
    for number, cover in enumerate(covers):
        at = datetime.combine(cover.until + timedelta(days=1), time(), zone).astimezone(UTC)
        told = _told(Lending(Event.OVER, cover, is_over=True))
        key = first_key_at(at) + number
        head = (key, at, "", "", Operation.LEND_BOOK, Outcome.DONE, cover.reason, False, 0, "")
        found.append(AuditEntry(*head, **told))
    return found


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
