"""What the records say of books that are lent, with names, and the ends that nobody had to record."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Date, bindparam, or_, select

from clienteling.database.covers import COVERS
from clienteling.database.engine import Transaction
from clienteling.database.keylists import among
from clienteling.database.tables import ChangeRow, CoverRow, RecordRow
from clienteling.domain.audit import Outcome
from clienteling.domain.cover import Cover, Event, Lending, cover_of, subjects_of
from clienteling.domain.keys import first_key_at
from clienteling.domain.operations import Operation

_CHANGES = (
    select(ChangeRow.record_id, ChangeRow.subject, ChangeRow.after, RecordRow.undoes_id)
    .join(RecordRow, RecordRow.id == ChangeRow.record_id)
    .where(RecordRow.operation == int(Operation.LEND_BOOK), RecordRow.outcome == Outcome.DONE)
    .order_by(ChangeRow.record_id)
)
_OF_BOOKS: Any = (
    ChangeRow.record_id >= bindparam("first"),
    ChangeRow.subject.in_(bindparam("subjects", expanding=True)),
)
_CONCERNED: Any = or_(CoverRow.owner_id == bindparam("worker"), CoverRow.worker_id == bindparam("worker"))
_OVER: Any = (CoverRow.ended_at.is_(None), CoverRow.until < bindparam("today", type_=Date()))


def told(transaction: Transaction, record_ids: Sequence[int], today: date) -> dict[int, Lending]:
    """What these records say of lent books, with the latest record of the same book's lending after each."""
    connection = transaction.connection()
    own = connection.execute(_CHANGES.where(among(ChangeRow.record_id, "ids")), {"ids": record_ids}).all()
    keys = {cover_of(subject) for _, subject, _, _ in own}
    covers = {row[0]: Cover(*row) for row in connection.execute(COVERS.where(among(CoverRow.id, "ids")), {"ids": keys})}
    if not covers:
        return {}
    first = first_key_at(min(cover.since for cover in covers.values()))
    asked = {"first": first, "subjects": [subject for key in covers for subject in subjects_of(key)]}
    of_same = connection.execute(_CHANGES.where(*_OF_BOOKS), asked)
    latest = {cover_of(subject): (key, undoes) for key, subject, _, undoes in of_same}
    found = {}
    for record_id, subject, after, _ in own:
        key = cover_of(subject)
        if key in covers:
            last, undoes = latest[key]
            is_newer, is_over = last > record_id, covers[key].until < today
            event = Event.LENT if after is not None else Event.GIVEN_BACK
            newer = last if is_newer else None
            found[record_id] = Lending(event, covers[key], newer, is_newer and undoes == record_id, is_over)
    return found


def concerning(transaction: Transaction, legal_entity_id: int, worker_id: int) -> tuple[int, ...]:
    """The records of the lending of a worker's own book, and of books lent to that worker."""
    asked: dict[str, object] = {"entity": legal_entity_id, "worker": worker_id}
    of_entity = CoverRow.legal_entity_id == bindparam("entity")
    covers = transaction.connection().execute(select(CoverRow.id, CoverRow.since).where(of_entity, _CONCERNED), asked)
    found = covers.all()
    if not found:
        return ()
    asked = {"first": first_key_at(min(since for _, since in found))}
    asked["subjects"] = [subject for key, _ in found for subject in subjects_of(key)]
    return tuple(row[0] for row in transaction.connection().execute(_CHANGES.where(*_OF_BOOKS), asked))


def over(transaction: Transaction, legal_entity_id: int, worker_id: int, today: date) -> tuple[Cover, ...]:
    """The lendings that ended by themselves: of a worker's own book, to the worker, or made by the worker."""
    asked = {"entity": legal_entity_id, "worker": worker_id, "today": today}
    concerned = or_(_CONCERNED, CoverRow.made_by == bindparam("worker"))
    of_entity = CoverRow.legal_entity_id == bindparam("entity")
    rows = transaction.connection().execute(COVERS.where(of_entity, concerned, *_OVER), asked)
    return tuple(Cover(*row) for row in rows)
