"""`history` and `undo`: what a worker did to client books, and the way back."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clienteling.cli import documents
from clienteling.cli.access import reader_for, signed_in
from clienteling.cli.answers import Answer
from clienteling.cli.readable import counted
from clienteling.cli.tables import DASH, table
from clienteling.domain.audit import PRIMARY_HOLDER, Undo, undo_of
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.audit import AuditEntry

_WORDS = {Undo.NEVER: DASH, Undo.POSSIBLE: "possible", Undo.DONE: "undone", Undo.BLOCKED: "newer change in between"}
_NO_BOOK = "no client book"


def show_history(arguments: Namespace, settings: Settings) -> Answer:
    """The worker's own changes of client books, newest first, each with its ID and whether it can be undone."""
    with signed_in(arguments, settings) as (services, session):
        entries = services.audit.history(session, limit=arguments.limit)
        reader = reader_for(services, session)
    worker_id = session.worker.id
    document = {"changes": [_document(entry, undo_of(entry, worker_id)) for entry in entries]}
    rows = [
        [
            str(entry.id),
            reader.moment(entry.at),
            entry.operation.title,
            _whom(entry),
            _what(entry),
            _WORDS[undo_of(entry, worker_id)],
            entry.reason or DASH,
        ]
        for entry in entries
    ]
    heads = ["ID", f"Time ({reader.zone.key})", "Operation", "Customer", "What", "Undo", "Why"]
    return Answer(document, table(heads, rows) if rows else "You have not changed a client book yet.")


def undo(arguments: Namespace, settings: Settings) -> Answer:
    """Do the opposite of a change."""
    with signed_in(arguments, settings) as (services, session):
        changes = services.undoing.undo(session, arguments.record)
    customers = len(changes.customer_ids)
    whom = f" for {counted(customers, 'customer', 'customers')}" if customers else ""
    document = {"undone": str(arguments.record), "record": str(changes.record_id), "customers": customers}
    return Answer(document, f"Undone{whom}.")


def _what(entry: "AuditEntry") -> str:
    if entry.lending is not None:
        cover = entry.lending.cover
        return f"{entry.lending.event.value}: {cover.owner} → {cover.worker}, until {cover.until.isoformat()}"
    moved = f"{_book(entry.before, entry.givers)} → {_book(entry.after, entry.takers)}"
    return f"primary: {moved}" if entry.subject == PRIMARY_HOLDER else moved


def _whom(entry: "AuditEntry") -> str:
    if entry.lending is not None:
        return DASH
    return entry.customer if entry.customers == 1 else counted(entry.customers, "customer", "customers")


def _book(worker: str | None, count: int) -> str:
    """In whose book the customers were, or are."""
    return f"{count} books" if count > 1 else worker or _NO_BOOK


def _document(entry: "AuditEntry", way_back: Undo) -> documents.Document:
    return {
        "record": str(entry.id),
        "at": documents.moment(entry.at),
        "operation": int(entry.operation),
        "operation_name": entry.operation.title,
        "customers": entry.customers,
        "customer": entry.customer,
        "before": entry.before,
        "after": entry.after,
        "reason": entry.reason,
        "undo": way_back.value,
        "newer": str(entry.newer) if entry.newer else None,
    }
