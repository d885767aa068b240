"""The chain of the audit: each record is hashed together with the one before, so that a later change shows.

What can be about a person, the reason of a record and the customer and values of its lines, goes in as a salted
commitment. To erase it, text and salt go and the commitment stays in their place: the chain holds, and says nothing.
Lines that only say which worker has a customer go in as they are, thousands at once: without the customer's file their
key means nobody.
"""

import os
import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from clienteling.domain.audit import Change, Record

SALT = 16  # bytes; a commitment is longer, so the two are told apart
BEGINNING = b""
"""What stands before the first record."""

PLAIN = frozenset({"holder", "holder of both", "primary holder"})
"""The subjects of lines that have no salt."""

_NOBODY, _SEALED = -1, -2  # instead of a customer's key

Line = tuple[int, str, int | None, str | None, str | None, bytes | None]
"""A line of a record: number, subject, customer, before, after, salt."""


@dataclass(frozen=True, slots=True)
class Header:
    """What of a record is hashed as it is. Moments are in UTC."""

    id: int
    at: datetime
    operation: int
    outcome: str
    worker_id: int | None
    register_id: int | None
    legal_entity_id: int | None
    undoes: int | None
    override_by: int | None


def header_of(record: Record) -> Header:
    return Header(
        record.id,
        record.at,
        int(record.operation),
        record.outcome.value,
        record.worker_id,
        record.register_id,
        record.legal_entity_id,
        record.undoes,
        record.override_by,
    )


def new_salt() -> bytes:
    """A salt that nobody can guess."""
    return os.urandom(SALT)


def new_lines(changes: Sequence[Change]) -> list[Line]:
    """The changes of a new record as its lines."""
    return [
        (line, c.subject, c.customer_id, c.before, c.after, None if c.subject in PLAIN else new_salt())
        for line, c in enumerate(changes, 1)
    ]


def is_erased(salt: bytes | None) -> bool:
    """Whether a commitment stands where the salt was."""
    return salt is not None and len(salt) > SALT


def reason_commitment(salt: bytes, reason: str) -> bytes:
    """What of a reason enters the chain."""
    return salt if is_erased(salt) else sha256(salt + _bytes(reason)).digest()


def line_commitment(salt: bytes, customer_id: int | None, before: str | None, after: str | None) -> bytes:
    """What of a line enters the chain, besides its number and its subject."""
    return salt if is_erased(salt) else sha256(salt + _bytes(_said(customer_id, before, after))).digest()


def lines_digest(lines: Sequence[Line]) -> bytes:
    """The digest of all lines of a record, column by column, which is quick with thousands."""
    sealed = [line_commitment(salt, *said) for *_, said, salt in _salted(lines)]
    if sealed:
        lines = [line if line[5] is None else (*line[:2], _SEALED, None, None, None) for line in lines]
    numbers, subjects, customers, before, after, _ = zip(*lines, strict=True) if lines else ((),) * 6
    columns = [_integers(numbers), _texts(subjects), _integers([_NOBODY if c is None else c for c in customers])]
    return sha256(b"".join([*columns, _texts(before), _texts(after), *sealed])).digest()


def _salted(lines: Iterable[Line]) -> list[tuple[int, tuple[int | None, str | None, str | None], bytes]]:
    return [(line[0], line[2:5], line[5]) for line in lines if line[5] is not None]


def _integers(values: Sequence[int]) -> bytes:
    packed = array("q", values)
    if sys.byteorder == "big":
        packed.byteswap()
    return len(values).to_bytes(8, "big") + packed.tobytes()


def _texts(values: Sequence[str | None]) -> bytes:
    """Lengths, then all texts in one: where each begins is told by the lengths."""
    lengths = [-1 if text is None else len(text) for text in values]
    return _integers(lengths) + _bytes("".join([text for text in values if text]))


def _said(customer_id: int | None, before: str | None, after: str | None) -> str:
    was, now = "-" if before is None else len(before), "-" if after is None else len(after)
    return f"{customer_id}:{was}:{now}:{before or ''}{after or ''}"


def record_digest(header: Header, reason: bytes, lines: bytes) -> bytes:
    """The digest of a whole record, from the commitment of its reason and the digest of its lines."""
    at = header.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (header.id, at, header.operation, header.outcome, header.worker_id, header.register_id)
    text = "|".join(str(part) for part in (*parts, header.legal_entity_id, header.undoes, header.override_by))
    return sha256(_bytes(text) + b"\n" + reason + lines).digest()


def link(before: bytes, position: int, digest: bytes) -> bytes:
    """The hash of a record at its position in the chain; `before` is that of the one before."""
    return sha256(before + position.to_bytes(8, "big") + digest).digest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
