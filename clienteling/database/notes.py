"""Notes: who sees them, pins, and private ones that go to the next holder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, insert, literal_column, or_, select, text, update

from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import NoteHandoverRow, NoteRow
from clienteling.database.types import Key
from clienteling.domain.activity import Audience, Restriction


def visible() -> ColumnElement[bool]:
    """Whether the worker of the parameter `reader` sees a note: the team's, their own, one handed over to them."""
    reader: Any = bindparam("reader", type_=Key)
    row: Any = NoteRow
    return or_(row.audience == literal_column("'team'"), row.worker_id == reader, row.handed_to_id == reader)


# As their indexes have it, so that the database takes those.
PINNED, NOT_PINNED, _PRIVATE = text("note.pinned"), text("NOT note.pinned"), text("note.audience = 'private'")
_COUNT = select(func.count()).where(NoteRow.customer_id == bindparam("customer"), visible())
# Added to nothing, so that the few private notes of a worker are looked at, and not all notes of many customers.
_PRIVATE_OF = select(NoteRow.id, NoteRow.handed_to_id).where(
    NoteRow.worker_id == bindparam("worker"), _PRIVATE, among(NoteRow.customer_id + 0, "customers")
)
_HANDED_OVER = (
    select(NoteRow.id, NoteRow.handed_to_id, NoteHandoverRow.before)
    .join(NoteHandoverRow, NoteHandoverRow.note_id == NoteRow.id)
    .where(NoteHandoverRow.record_id == bindparam("record"))
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is stored."""

    id: int
    customer_id: int
    title: str
    text: str
    restriction: Restriction
    audience: Audience
    pinned: bool
    at: datetime
    worker_id: int | None
    version: int


def count(transaction: Transaction, customer_id: int, reader: int) -> int:
    """How many notes of a customer a worker sees."""
    found = transaction.connection().execute(_COUNT, {"customer": customer_id, "reader": reader})
    return found.scalar_one()


def find(transaction: Transaction, note_id: int, reader: int) -> Note | None:
    """A note, if this worker sees it."""
    columns = (getattr(NoteRow, name) for name in Note.__slots__)
    statement = select(*columns).where(NoteRow.id == bindparam("id"), visible())
    row = transaction.connection().execute(statement, {"id": note_id, "reader": reader}).first()
    if row is None:
        return None
    key, customer_id, title, text, restriction, audience, *others = row
    return Note(key, customer_id, title, text, Restriction(restriction), Audience(audience), *others)


def add(
    transaction: Transaction,
    *,
    customer_id: int,
    title: str,
    text: str,
    restriction: Restriction,
    at: datetime,
    worker_id: int,
    audience: Audience = Audience.TEAM,
    pinned: bool = False,
) -> int:
    key = transaction.key()
    transaction.add(
        NoteRow(
            id=key,
            customer_id=customer_id,
            title=title,
            text=text,
            restriction=restriction,
            audience=audience,
            pinned=pinned,
            at=at,
            worker_id=worker_id,
        )
    )
    transaction.flush()
    return key


def change(transaction: Transaction, after: Note) -> None:
    """Store a note as it is now."""
    values = {
        "title": after.title,
        "text": after.text,
        "restriction": after.restriction.value,
        "audience": after.audience.value,
        "pinned": after.pinned,
        "version": after.version,
    }
    transaction.connection().execute(update(NoteRow).where(NoteRow.id == after.id).values(**values))


def hand_over(
    transaction: Transaction, record_id: int, customer_ids: Sequence[int], from_worker: int, to_worker: int
) -> None:
    """Let the next holder see what the one before wrote about these customers for nobody else."""
    asked = {"worker": from_worker, "customers": customer_ids}
    found = transaction.connection().execute(_PRIVATE_OF, asked).all()
    _hand(transaction, record_id, [(note_id, before, to_worker) for note_id, before in found])


def take_back(transaction: Transaction, undone: int, record_id: int) -> None:
    """The opposite of what a record handed over, as a part of another record."""
    found = transaction.connection().execute(_HANDED_OVER, {"record": undone}).all()
    _hand(transaction, record_id, [(note_id, now, before) for note_id, now, before in found])


def _hand(transaction: Transaction, record_id: int, notes: Sequence[tuple[int, int | None, int | None]]) -> None:
    """Each note with who had it and who gets it."""
    if not notes:
        return
    connection = transaction.connection()
    rows = [{"record_id": record_id, "note_id": key, "before": before} for key, before, _ in notes]
    connection.execute(insert(NoteHandoverRow.__table__), rows)
    for worker_id in {after for _, _, after in notes}:
        keys = [key for key, _, after in notes if after == worker_id]
        statement = update(NoteRow).where(among(NoteRow.id, "ids")).values(handed_to_id=worker_id)
        connection.execute(statement, {"ids": keys})
