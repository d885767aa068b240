"""Erasing one person for good (9017), with a proof of what was erased."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from clienteling.database import company, seals
from clienteling.database.engine import Transaction
from clienteling.database.person import erasing, rows, sweeping, traces, whole
from clienteling.domain.audit import Changes
from clienteling.domain.erasure import WORD, Proof, proof_document, proof_html
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services import data_folder
from clienteling.services.exporting import written
from clienteling.services.operations import Operations, Writing
from clienteling.services.personal_files import check_is_there

ADMINISTRATOR = mark("an administrator at the command line")


@dataclass(frozen=True, slots=True)
class Erased:
    """A customer that is gone. `files` of the data folder still mention the person: somebody has to look at them."""

    proof: Proof
    files: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class _Before:
    """What was there: what the person is recognized by, the digest of the personal file, and the company's name."""

    told: tuple[str, ...]
    digest: str
    company: str


class Erasure:
    """Erases customers of the session's legal entity; an administrator of any."""

    def __init__(self, operations: Operations, home: Path | None = None) -> None:
        self._operations = operations
        self._home = home

    def outlook(self, session: Session | None, customer_id: int) -> dict[str, int]:
        """What an erase would remove: rows by table."""

        def work(transaction: Transaction) -> dict[str, int]:
            check_is_there(transaction, session, customer_id)
            return {name: len(images) for name, images in whole.collected(transaction, customer_id).items()}

        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.ERASE_CUSTOMER, work)

    def erase(self, session: Session | None, customer_id: int, word: str) -> Erased:
        """Remove a customer from all tables, the audit's texts, the data folder, and the free space of the database.

        Raises `Invalid` with field "word" unless the right word was typed. Takes a while with a large database; once
        the tables are done it cannot be stopped.
        """
        if word.strip() != WORD:
            raise Invalid("word", mark("Type {word} to erase this customer. It cannot be undone."), word=WORD)
        removal, before = erasing.Removal(), _Before((), "", "")

        def work(writing: Writing) -> None:
            nonlocal removal, before
            transaction = writing.transaction
            check_is_there(transaction, session, customer_id)
            found = whole.collected(transaction, customer_id)
            before = _Before(
                traces.told(found),
                sha256(whole.document(found).encode("utf-8", "replace")).hexdigest(),
                company.legal_entity_name(transaction, found[rows.CUSTOMER][0]["legal_entity_id"]),
            )
            removal = erasing.erase(transaction, customer_id, found)
            for name, count in sorted(removal.removed.items()):
                writing.note(f"erased {name}", None, str(count), None)

        changes = self._operations.write(session, Operation.ERASE_CUSTOMER, work)
        files, mentioning = self._forget_files(before.told)
        if files:
            removal.count("file", files)
        head = self._operations.database.read(lambda t: seals.seal_of(t, changes.record_id or 0))
        proof = Proof(
            self._operations.clock(),
            f"{session.worker.name} ({session.worker.personnel_number})" if session else ADMINISTRATOR,
            before.company,
            changes.record_id or 0,
            removal.removed,
            removal.kept,
            removal.mentions,
            before.digest,
            head.position,
            head.hash,
            sweeping.sweep(self._operations.database),
        )
        return Erased(proof, tuple(mentioning), changes)

    def sweep(self, proof: Proof) -> Proof:
        """Try once more to clean the free space of the database, when other programs are closed."""
        return replace(proof, swept=sweeping.sweep(self._operations.database))

    def _forget_files(self, told: Sequence[str]) -> tuple[int, list[str]]:
        """Remove copies of the database, which know the person, and what the data folder has."""
        removed = 0
        for copy in sweeping.copies(self._operations.database):
            copy.unlink()
            removed += 1
        if self._home is None or not self._home.is_dir():
            return removed, []
        more, mentioning = data_folder.forget(self._home, told)
        return removed + more, mentioning


def write_proof(proof: Proof, file: Path, say: Callable[[str], str] = str) -> tuple[Path, Path]:
    """Write a proof as a page, and beside it as JSON. Raises `Invalid` with field "file"."""
    page, document = file.with_suffix(".html"), file.with_suffix(".json")
    with written(page) as readable, written(document) as stored:
        readable.write(proof_html(proof, say).encode("utf-8"))
        stored.write(proof_document(proof).encode("utf-8"))
    return page, document
