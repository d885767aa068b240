"""One person's whole file, written out (9018)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clienteling.database import books, company
from clienteling.database.engine import Transaction
from clienteling.database.person import rows, whole
from clienteling.domain.audit import Changes
from clienteling.domain.errors import NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.personal_file import PersonalFile, html
from clienteling.domain.worker import Session
from clienteling.services.exporting import written
from clienteling.services.operations import Operations, Writing

_NOBODY = mark("There is no such customer in this company.")


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A personal file on the disk: as a page to read, and as JSON."""

    page: Path
    document: Path
    changes: Changes


class PersonalFiles:
    """Files of customers of the session's legal entity; an administrator's of any."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def read(self, session: Session | None, customer_id: int) -> PersonalFile:
        """The whole file of a customer."""

        def work(transaction: Transaction) -> PersonalFile:
            check_is_there(transaction, session, customer_id)
            found = whole.collected(transaction, customer_id)
            (customer,) = found[rows.CUSTOMER]
            return PersonalFile(
                customer["name"],
                customer["account_number"],
                company.legal_entity_name(transaction, customer["legal_entity_id"]),
                self._operations.clock(),
                whole.sections(transaction, found),
                whole.document(found),
            )

        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.EXPORT_PERSONAL_FILE, work)

    def write(
        self, session: Session | None, customer_id: int, file: Path, say: Callable[[str], str] = str
    ) -> WrittenFile:
        """Write the file of a customer as a page, and beside it as JSON; only their owner can read them.

        Raises `Invalid` with field "file" if that cannot be done.
        """
        known = self.read(session, customer_id)
        page, document = file.with_suffix(".html"), file.with_suffix(".json")

        def note(writing: Writing) -> None:
            writing.note("personal file", customer_id, None, known.account_number)

        with written(page) as readable, written(document) as stored:
            readable.write(html(known, say).encode("utf-8", "replace"))
            stored.write(known.document.encode("utf-8", "replace"))
            changes = self._operations.write(session, Operation.EXPORT_PERSONAL_FILE, note)
        return WrittenFile(page, document, changes)


def check_is_there(transaction: Transaction, session: Session | None, customer_id: int) -> None:
    """Refuse somebody who is no customer of the session's legal entity."""
    entity = books.entity_of(transaction, customer_id)
    if entity is None or (session is not None and entity != session.legal_entity.id):
        raise NotFound(_NOBODY)
