"""What tests do to client books, and who has whom afterwards."""

from sqlalchemy import text

from clienteling.database import records
from clienteling.domain.audit import Record
from clienteling.domain.worker import Session
from tests.support.program import Program


def holders(program: Program) -> dict[int, str]:
    """Who holds whom, by personnel number."""
    statement = text(
        "SELECT holding.customer_id, worker.personnel_number FROM holding "
        "JOIN client_book ON client_book.id = holding.book_id JOIN worker ON worker.id = client_book.worker_id"
    )
    return program.database.read(lambda t: {row[0]: row[1] for row in t.execute(statement)})


def newest(program: Program) -> Record:
    record = program.database.read(lambda t: records.find(t, records.newest(t)))
    assert record is not None
    return record


def moves(record: Record) -> list[tuple[int | None, str | None, str | None]]:
    return [(c.customer_id, c.before, c.after) for c in record.changes if c.subject == records.HOLDER]


def add(program: Program, session: Session, first: int, last: int) -> int:
    changes = program.services.book_changes.add(session, program.company.accounts(first, last))
    assert changes.record_id is not None
    return changes.record_id


def reassign(program: Program, session: Session, first: int, last: int, giver: str, taker: str, why: str = "") -> int:
    company = program.company
    changes = program.services.book_changes.reassign(
        session, company.accounts(first, last), company.worker_id(giver), company.worker_id(taker), why
    )
    assert changes.record_id is not None
    return changes.record_id
