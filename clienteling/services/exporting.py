"""Exporting customers (9007, 9008): those that were selected, or all that a filter found, as CSV or vCards.

Whose customers are in the worker's own book exports them with 9007; anybody else's need 9008. The audit says how many
there were, and not who.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from clienteling.database import books, customers
from clienteling.database.engine import Transaction
from clienteling.database.imports import customers as files
from clienteling.domain.attribute import Attribute, Value
from clienteling.domain.audit import Changes
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.errors import Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.spreadsheet import BYTE_ORDER_MARK, Cell, csv_lines
from clienteling.domain.worker import Session
from clienteling.services.cards import CardReader, property_values
from clienteling.services.operations import Operations, Writing
from clienteling.services.vcard.writing import Version, card_text

Progress = Callable[[int, int], None]

_HEADS = ("account_number", "name", "phone", "email")


class Form(StrEnum):
    """What a file is written as. CSV begins with a byte order mark, by which spreadsheets know UTF-8, unless plain."""

    CSV = "csv"
    PLAIN_CSV = "plain-csv"
    VCARD_3 = "vcard-3"
    VCARD_4 = "vcard"

    @property
    def ending(self) -> str:
        return ".csv" if self in (Form.CSV, Form.PLAIN_CSV) else ".vcf"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file with customers in it."""

    file: Path
    count: int
    changes: Changes


class Exports:
    """Writes customers of the session's legal entity into files."""

    def __init__(self, operations: Operations, cards: CardReader) -> None:
        self._operations = operations
        self._cards = cards

    def export(
        self,
        session: Session,
        customer_ids: Sequence[int],
        file: Path,
        form: Form,
        progress: Progress = lambda _done, _total: None,
    ) -> Exported:
        """Write customers, in this order, into a file that only its owner can read. There is a whole file, or none.

        Raises `NotFound` for somebody who is no customer of the legal entity, `Invalid` with field "file" if the file
        cannot be written.
        """
        ids = list(dict.fromkeys(int(key) for key in customer_ids))
        operation = self._operations.database.read(lambda t: _operation(t, session, ids))

        def read(batch: list[int]) -> str:
            return self._operations.read(session, operation, lambda t: self._text(t, session, batch, form))

        def note(writing: Writing) -> None:
            writing.note("export", None, None, f"{len(ids)} {form}")

        with written(file) as stream:
            stream.write(self._operations.read(session, operation, lambda t: self._head(t, session, form)).encode())
            done = 0
            for batch in books.batches(ids):
                stream.write(read(batch).encode())
                done += len(batch)
                progress(done, len(ids))
            stream.flush()
            os.fsync(stream.fileno())
            changes = self._operations.write(session, operation, note)
        return Exported(file, len(ids), changes)

    def _head(self, transaction: Transaction, session: Session, form: Form) -> str:
        """What a file begins with: the names of columns, those of properties in the worker's language."""
        if form.ending == ".vcf":
            return ""
        language = session.worker.language
        labels = [d.attribute.label(language) for d in self._shown(transaction, session)]
        return (BYTE_ORDER_MARK if form is Form.CSV else "") + csv_lines([(*_HEADS, *labels)])

    def _text(self, transaction: Transaction, session: Session, ids: list[int], form: Form) -> str:
        found = books.of_legal_entity(transaction, ids, session.legal_entity.id)
        if len(found) < len(ids):
            raise NotFound(mark("There is no such customer in this company."))
        if form.ending == ".csv":
            return self._rows(transaction, session, ids)
        accounts = customers.account_numbers(transaction, ids)
        known = {c.id: c for c in files.find(transaction, session.legal_entity.id, accounts).values()}
        version = Version.V3 if form is Form.VCARD_3 else Version.V4
        return "".join(card_text(known[key], session.legal_entity.code, version) for key in ids)

    def _rows(self, transaction: Transaction, session: Session, ids: list[int]) -> str:
        contacts = books.contacts(transaction, ids)
        values = property_values(transaction, ids, self._shown(transaction, session))
        language = session.worker.language

        def row(key: int) -> Iterator[Cell]:
            account, name, phone, email, _ = contacts[key]
            properties = (_cell(v.definition.attribute, v.value, language) for v in values[key])
            return chain((account, name, phone, email), properties)

        return csv_lines(row(key) for key in ids)

    def _shown(self, transaction: Transaction, session: Session) -> tuple[PropertyDefinition, ...]:
        """The properties of a card, then all others that can be refined."""
        definitions = self._cards.definitions(transaction, session.legal_entity.id)
        refined = (d for d in definitions.all if d.is_measure or d.attribute.filter is not None)
        return tuple({d.key: d for d in (*definitions.card, *refined)}.values())


def _operation(transaction: Transaction, session: Session, ids: Sequence[int]) -> Operation:
    count = 0
    for batch in books.batches(ids):
        held = books.held(transaction, batch, session.legal_entity.id)
        count += sum(session.worker.id in holders for holders in held.values())
    return Operation.EXPORT if count == len(ids) else Operation.EXPORT_STORE


def _cell(attribute: Attribute, value: Value | None, language: str) -> Cell:
    match value:
        case tuple():
            return "|".join(attribute.option_label(part, language) for part in value)
        case str():
            return attribute.option_label(value, language)
        case _:
            return value


@contextmanager
def written(file: Path) -> Iterator[BinaryIO]:
    """A stream beside the file, which takes its place when all has gone well."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{file.name[:40]}.", suffix=".part", dir=file.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
            beside.replace(file)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        message = mark("The file {file} cannot be written: {reason}.")
        raise Invalid("file", message, file=file.name, reason=error.strerror or str(error)) from error
