"""A customer's timeline: what happened, and what a worker adds to it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from clienteling.database import books, notes, records, timeline, timeline_pages
from clienteling.database.engine import Transaction
from clienteling.database.records import PRIVATE_NOTE
from clienteling.domain.activity import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    ActivityType,
    Audience,
    Cursor,
    Restriction,
    Timeline,
    TimelineCounts,
    TimelineKind,
)
from clienteling.domain.audit import Changes, Outcome, Record
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.activity_types import KeptActivityTypes
from clienteling.services.operations import Operations, Writing

PAGE = 50


class Timelines:
    """Everybody of the legal entity who may open customer details reads and adds, not only the book's holder.

    Private notes are there only for their author, and for whom the customer was handed over to.
    """

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self._types = KeptActivityTypes(operations.clock)

    def activity_types(self, session: Session) -> tuple[ActivityType, ...]:
        """The activity types of the legal entity, as the till fetched them at most some hours ago."""
        return self._operations.read(
            session, Operation.VIEW_CUSTOMER_DETAILS, lambda t: self._types.of(t, session.legal_entity.id)
        )

    def refresh_activity_types(self) -> None:
        """Fetch activity types anew when they are next needed."""
        self._types.forget()

    def page(
        self,
        session: Session,
        customer_id: int,
        *,
        kinds: Collection[TimelineKind] = tuple(TimelineKind),
        type_ids: Collection[int] = (),
        cursor: Cursor | None = None,
        limit: int = PAGE,
    ) -> Timeline:
        """Pinned notes, then what is planned, soonest first, then what happened, newest first; of some kinds.

        `type_ids` narrows the activities. `cursor` is that of the page before.
        """
        now = self._operations.clock() if cursor is None else cursor.now

        def work(transaction: Transaction) -> Timeline:
            # One more than asked tells whether there is a next page.
            found = timeline_pages.items(
                transaction,
                session.legal_entity.id,
                customer_id,
                reader=session.worker.id,
                now=now,
                kinds=kinds,
                type_ids=type_ids,
                after=cursor,
                limit=limit + 1,
            )
            if not found:
                check_customers(transaction, session, [customer_id])
            items = found[:limit]
            if len(found) <= limit:
                return Timeline(items, None)
            return Timeline(items, Cursor(items[-1].section, items[-1].at, items[-1].id, now))

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)

    def counts(self, session: Session, customer_id: int) -> TimelineCounts:
        """How many items of each kind and activity type there are."""

        def work(transaction: Transaction) -> TimelineCounts:
            check_customers(transaction, session, [customer_id])
            return timeline.counts(transaction, customer_id, session.worker.id)

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)

    def add_activity(
        self,
        session: Session,
        customer_id: int,
        type_id: int,
        text: str,
        *,
        title: str = "",
        at: datetime | None = None,
    ) -> Changes:
        """Record an activity: now, back-dated or planned. Raises `Invalid` at "text", "title", or "at" without zone."""
        return self.add_activities(session, [customer_id], type_id, text, title=title, at=at)

    def add_activities(
        self,
        session: Session,
        customer_ids: Sequence[int],
        type_id: int,
        text: str,
        *,
        title: str = "",
        at: datetime | None = None,
    ) -> Changes:
        """Record the same activity for several customers: for all of them, or for none. Raises as `add_activity`."""
        title, text = checked_texts(title, text)
        check_moment(at)

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            check_customers(transaction, session, customer_ids)
            kind = activity_type(transaction, session, type_id)
            keys = timeline.add_activities(
                transaction,
                customer_ids,
                type_id=type_id,
                title=title,
                text=text,
                at=at or writing.at,
                worker_id=session.worker.id,
                store_id=session.store.id,
            )
            for key, customer_id in zip(keys, customer_ids, strict=True):
                writing.note(f"{_ACTIVITY}{key}", customer_id, None, kind.name)

        return self._operations.write(session, Operation.ADD_ACTIVITY, work)

    def undo_activities(self, session: Session, record_id: int) -> Changes:
        """Take back what `add_activities` recorded, unless somebody has edited it since."""
        record = self._operations.database.read(lambda t: records.find(t, record_id))
        if record is None or not _is_own_adding(record, session):
            raise NotFound(mark("There is nothing to undo."))
        keys = [int(change.subject.removeprefix(_ACTIVITY)) for change in record.changes]

        def work(writing: Writing) -> None:
            there = timeline.versions(writing.transaction, keys)
            if len(there) < len(keys):
                raise Conflict(mark("This has been undone already."))
            if any(version > 1 for version in there.values()):
                raise Conflict(mark("It has been edited in the meantime, so it stays."))
            timeline.remove_activities(writing.transaction, keys)
            writing.undoes = record.id
            for change in record.changes:
                writing.note(change.subject, change.customer_id, change.after, None)

        return self._operations.write(session, Operation.ADD_ACTIVITY, work)

    def add_note(
        self,
        session: Session,
        customer_id: int,
        text: str,
        *,
        title: str = "",
        restriction: Restriction = Restriction.INTERNAL,
        audience: Audience = Audience.TEAM,
        pinned: bool = False,
    ) -> Changes:
        """Write down what is true of a customer beyond one visit. Raises `Invalid` at "text" or "title"."""
        title, text = checked_texts(title, text)

        def work(writing: Writing) -> None:
            check_customers(writing.transaction, session, [customer_id])
            key = notes.add(
                writing.transaction,
                customer_id=customer_id,
                title=title,
                text=text,
                restriction=restriction,
                audience=audience,
                pinned=pinned,
                at=writing.at,
                worker_id=session.worker.id,
            )
            writing.note(note_subject(key, audience), customer_id, None, restriction)

        return self._operations.write(session, Operation.ADD_NOTE, work)


_ACTIVITY = "activity "


def note_subject(note_id: int, audience: Audience) -> str:
    """What a record calls a note. A private one is known as such, so that the audit keeps it to its author."""
    return PRIVATE_NOTE if audience is Audience.PRIVATE else f"note {note_id}"


def checked_texts(title: str, text: str) -> tuple[str, str]:
    """Title and text; one of them is there."""
    title = checked("title", title, longest=LONGEST_TITLE)
    return title, checked("text", text, longest=LONGEST_TEXT, required=not title)


def check_moment(at: datetime | None) -> None:
    if at is not None and at.tzinfo is None:
        raise Invalid("at", mark("A moment needs its time zone."))


def activity_type(transaction: Transaction, session: Session, type_id: int) -> ActivityType:
    types = {t.id: t for t in timeline.activity_types(transaction, session.legal_entity.id)}
    if type_id not in types:
        raise Invalid("type", mark("There is no such activity type in this company."))
    return types[type_id]


def check_customers(transaction: Transaction, session: Session, customer_ids: Sequence[int]) -> None:
    """Refuse customers who are not those of the session's legal entity."""
    there = books.of_legal_entity(transaction, customer_ids, session.legal_entity.id)
    if not there.keys() >= set(customer_ids):
        raise NotFound(mark("There is no such customer in this company."))


def _is_own_adding(record: Record, session: Session) -> bool:
    """Whether the worker recorded activities with it."""
    return (
        record.operation is Operation.ADD_ACTIVITY
        and record.outcome is Outcome.DONE
        and record.worker_id == session.worker.id
        and record.legal_entity_id == session.legal_entity.id
        and record.undoes is None
        and all(change.subject.startswith(_ACTIVITY) and change.before is None for change in record.changes)
    )
