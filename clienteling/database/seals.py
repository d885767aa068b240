"""The chain of the audit as it is stored: a seal for each record, in the order in which they were committed.

Seals are made right before the commit, one writer at a time. With SQLite that is so anyway; PostgreSQL's writers wait
for one another only there, and read the end of the chain on another connection, since a transaction looks at the state
of its beginning.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, tuple_, update

from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import in_batches
from clienteling.database.keylists import among
from clienteling.database.tables import ChangeRow, RecordRow, SealRow
from clienteling.domain import chain

_LOCK = 0x617564  # any number, the same in all programs that write
_WAITING = "records without a seal"
_AT_ONCE = 1000
_MOST_NAMED = 20

_HEAD = select(SealRow.position, SealRow.hash).order_by(SealRow.position.desc()).limit(1)
_SEALED = (
    select(SealRow.position, SealRow.record_id, SealRow.hash, RecordRow)
    .outerjoin(RecordRow, RecordRow.id == SealRow.record_id)
    .where(SealRow.position > bindparam("after"))
    .order_by(SealRow.position)
    .limit(_AT_ONCE)
)
_LINES_ALONE = select(
    ChangeRow.record_id,
    ChangeRow.line,
    ChangeRow.subject,
    ChangeRow.customer_id,
    ChangeRow.before,
    ChangeRow.after,
    ChangeRow.salt,
)
_LINES = _LINES_ALONE.where(among(ChangeRow.record_id, "ids")).order_by(ChangeRow.record_id, ChangeRow.line)
_ERASE_LINE = (
    update(ChangeRow)
    .where(ChangeRow.record_id == bindparam("this_record"), ChangeRow.line == bindparam("this_line"))
    .values(customer_id=None, before=None, after=None, salt=bindparam("sealed"))
)
_REASONS = select(RecordRow.id, RecordRow.reason, RecordRow.salt)
_ERASE_REASON = (
    update(RecordRow).where(RecordRow.id == bindparam("this_record")).values(reason="", salt=bindparam("sealed"))
)
_UNSEALED = (
    select(RecordRow.id)
    .outerjoin(SealRow, SealRow.record_id == RecordRow.id)
    .where(SealRow.position.is_(None))
    .order_by(RecordRow.id)
    .limit(_MOST_NAMED)
)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many records it has, and the hash of the last one in hexadecimal digits."""

    position: int
    hash: str


def append(transaction: Transaction, record_id: int, digest: bytes) -> None:
    """Let a new record be the end of the chain when the transaction is committed."""
    waiting = transaction.info.setdefault(_WAITING, [])
    if not waiting:
        transaction.closing.append(partial(_seal, transaction))
    waiting.append((record_id, digest))


def head(transaction: Transaction) -> Head:
    """The end of the chain, for somebody who wants to keep it elsewhere."""
    position, last = _head(transaction.connection())
    return Head(position, last.hex())


def hash_at(transaction: Transaction, position: int) -> str:
    """The hash at a position of the chain; "" if it is not that long."""
    found = transaction.connection().execute(select(SealRow.hash).where(SealRow.position == position)).scalar()
    return bytes(found).hex() if found is not None else ""


def seal_of(transaction: Transaction, record_id: int) -> Head:
    """Where a record stands in the chain."""
    statement = select(SealRow.position, SealRow.hash).where(SealRow.record_id == record_id)
    position, found = transaction.connection().execute(statement).one()
    return Head(position, bytes(found).hex())


def _seal(transaction: Transaction) -> None:
    connection = transaction.connection()
    if connection.dialect.name == "sqlite":
        position, before = _head(connection)
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        with connection.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as outside:
            position, before = _head(outside)
    rows = []
    for record_id, digest in transaction.info.pop(_WAITING):
        position += 1
        before = chain.link(before, position, digest)
        rows.append({"position": position, "record_id": record_id, "hash": before})
    connection.execute(insert(SealRow), rows)


def _head(connection: Connection) -> tuple[int, bytes]:
    row = connection.execute(_HEAD).first()
    return (0, chain.BEGINNING) if row is None else (row[0], bytes(row[1]))


def broken(transaction: Transaction) -> tuple[str, ...]:
    """Where the chain does not hold, the first place first: a record that was changed, deleted, or slipped in."""
    found: list[str] = []
    expected, before = 1, chain.BEGINNING
    for position, record_id, stored, row, lines in _sealed(transaction):
        if position != expected:
            found.append(f"{_places(expected, position - 1)}: deleted")
        if row is None:
            found.append(f"place {position}, record {record_id}: deleted")
        elif (wrong := _wrong(row, lines, before, position, stored)) is not None:
            found.append(f"place {position}, record {record_id} of {row.at:%Y-%m-%d %H:%M:%S} UTC: {wrong}")
        expected, before = position + 1, stored
        if len(found) >= _MOST_NAMED:
            return tuple(found)
    found += [f"record {key}: not in the chain" for key in transaction.connection().execute(_UNSEALED).scalars()]
    return tuple(found)


def erase_lines(transaction: Transaction, lines: Iterable[tuple[int, int]]) -> int:
    """Take customer and values out of lines, (record, number), for good; the chain holds. How many were there.

    Lines without salt say nothing about a person and stay.
    """
    connection, count = transaction.connection(), 0
    for batch in in_batches(lines):
        these = tuple_(ChangeRow.record_id, ChangeRow.line).in_(batch)
        found = connection.execute(_LINES_ALONE.where(these, ChangeRow.salt.is_not(None)))
        rows = [row for row in found if not chain.is_erased(row.salt)]
        commitments = [
            {
                "this_record": row.record_id,
                "this_line": row.line,
                "sealed": chain.line_commitment(bytes(row.salt), row.customer_id, row.before, row.after),
            }
            for row in rows
        ]
        if commitments:
            connection.execute(_ERASE_LINE, commitments)
        count += len(rows)
    return count


def erase_reasons(transaction: Transaction, record_ids: Iterable[int]) -> int:
    """Take the reasons out of records in the same way. How many there were."""
    connection, count = transaction.connection(), 0
    for batch in in_batches(record_ids):
        found = connection.execute(_REASONS.where(RecordRow.id.in_(batch), RecordRow.reason != "")).all()
        commitments = [
            {"this_record": key, "sealed": chain.reason_commitment(bytes(salt), reason)} for key, reason, salt in found
        ]
        if commitments:
            connection.execute(_ERASE_REASON, commitments)
        count += len(commitments)
    return count


def _places(first: int, last: int) -> str:
    return f"place {first}" if first == last else f"places {first} to {last}"


def _wrong(row: Any, lines: Sequence[Any], before: bytes, position: int, stored: bytes) -> str | None:
    """What is wrong with a record and its lines; None if nothing is."""
    if [line.line for line in lines] != list(range(1, len(lines) + 1)):
        return "a line was deleted"
    if row.salt is None:
        return "changed afterwards"
    digest = digest_of(row, lines)
    return None if chain.link(before, position, digest) == stored else "changed afterwards"


def digest_of(row: Any, lines: Sequence[Any]) -> bytes:
    """The digest of a record as it is stored."""
    header = chain.Header(
        row.id,
        row.at,
        row.operation,
        row.outcome,
        row.worker_id,
        row.register_id,
        row.legal_entity_id,
        row.undoes_id,
        row.override_by_id,
    )
    reason = chain.reason_commitment(bytes(row.salt), row.reason)
    return chain.record_digest(header, reason, chain.lines_digest([tuple(line)[1:] for line in lines]))


def _sealed(transaction: Transaction) -> Iterator[tuple[int, int, bytes, Any, Sequence[Any]]]:
    """Each seal in its order: position, record, hash, and the record with its lines, if it is there."""
    connection, after = transaction.connection(), -1
    while rows := connection.execute(_SEALED, {"after": after}).all():
        lines: dict[int, list[Any]] = {}
        for line in connection.execute(_LINES, {"ids": [row.record_id for row in rows]}):
            lines.setdefault(line.record_id, []).append(line)
        for row in rows:
            record = row if row.id is not None else None
            yield row.position, row.record_id, bytes(row.hash), record, lines.get(row.record_id, ())
        after = rows[-1].position
