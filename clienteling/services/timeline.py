"""A customer's timeline: what happened, and what a worker adds to it."""

from collections.abc import Collection
from datetime import datetime

from clienteling.database import books, timeline, timeline_pages
from clienteling.database.engine import Transaction
from clienteling.domain.activity import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    ActivityType,
    Restriction,
    Timeline,
    TimelineCounts,
    TimelineKind,
)
from clienteling.domain.audit import Changes
from clienteling.domain.errors import Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations, Writing

PAGE = 50


class Timelines:
    """Everybody of the legal entity who may open customer details reads and adds, not only the book's holder."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def activity_types(self, session: Session) -> tuple[ActivityType, ...]:
        return self._operations.read(
            session,
            Operation.VIEW_CUSTOMER_DETAILS,
            lambda t: timeline.activity_types(t, session.legal_entity.id),
        )

    def page(
        self,
        session: Session,
        customer_id: int,
        *,
        kinds: Collection[TimelineKind] = tuple(TimelineKind),
        type_ids: Collection[int] = (),
        cursor: tuple[datetime, int] | None = None,
        limit: int = PAGE,
    ) -> Timeline:
        """Items newest first, of some kinds; `type_ids` narrows the activities. `cursor` is that of the page before."""

        def work(transaction: Transaction) -> Timeline:
            # One more than asked tells whether there is a next page.
            found = timeline_pages.items(
                transaction,
                session.legal_entity.id,
                customer_id,
                kinds=kinds,
                type_ids=type_ids,
                before=cursor,
                limit=limit + 1,
            )
            if not found:
                _check(transaction, session, customer_id)
            items = found[:limit]
            return Timeline(items, (items[-1].at, items[-1].id) if len(found) > limit else None)

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)

    def counts(self, session: Session, customer_id: int) -> TimelineCounts:
        """How many items of each kind and activity type there are."""

        def work(transaction: Transaction) -> TimelineCounts:
            _check(transaction, session, customer_id)
            return timeline.counts(transaction, customer_id)

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
        title = checked("title", title, longest=LONGEST_TITLE)
        text = checked("text", text, longest=LONGEST_TEXT, required=not title)
        if at is not None and at.tzinfo is None:
            raise Invalid("at", mark("A moment needs its time zone."))

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            _check(transaction, session, customer_id)
            types = {t.id: t for t in timeline.activity_types(transaction, session.legal_entity.id)}
            if type_id not in types:
                raise Invalid("type", mark("There is no such activity type in this company."))
            key = timeline.add_activity(
                transaction,
                customer_id=customer_id,
                type_id=type_id,
                title=title,
                text=text,
                at=at or writing.at,
                worker_id=session.worker.id,
                store_id=session.store.id,
            )
            writing.note(f"activity {key}", customer_id, None, types[type_id].name)

        return self._operations.write(session, Operation.ADD_ACTIVITY, work)

    def add_note(
        self,
        session: Session,
        customer_id: int,
        text: str,
        *,
        title: str = "",
        restriction: Restriction = Restriction.INTERNAL,
    ) -> Changes:
        """Write down what is true of a customer beyond one visit. Raises `Invalid` at "text" or "title"."""
        title = checked("title", title, longest=LONGEST_TITLE)
        text = checked("text", text, longest=LONGEST_TEXT, required=not title)

        def work(writing: Writing) -> None:
            _check(writing.transaction, session, customer_id)
            key = timeline.add_note(
                writing.transaction,
                customer_id=customer_id,
                title=title,
                text=text,
                restriction=restriction,
                at=writing.at,
                worker_id=session.worker.id,
            )
            writing.note(f"note {key}", customer_id, None, restriction)

        return self._operations.write(session, Operation.ADD_NOTE, work)


def _check(transaction: Transaction, session: Session, customer_id: int) -> None:
    if customer_id not in books.of_legal_entity(transaction, [customer_id], session.legal_entity.id):
        raise NotFound(mark("There is no such customer in this company."))
