"""Changing what stands in a timeline: by its author, and by those who may edit what others wrote."""

from dataclasses import dataclass, replace
from datetime import datetime

from clienteling.database import notes, revisions, timeline
from clienteling.database.engine import Transaction
from clienteling.database.notes import Note
from clienteling.database.timeline import Activity
from clienteling.domain.activity import Audience, Edit, Restriction, Revision, TimelineKind
from clienteling.domain.audit import Changes
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations, Writing
from clienteling.services.timeline import (
    activity_type,
    check_customers,
    check_moment,
    checked_texts,
    note_subject,
)

_NO_ACTIVITY = mark("There is no such activity in this company.")
_NO_NOTE = mark("There is no such note in this company.")


@dataclass(frozen=True, slots=True)
class ActivityText:
    """What can be changed of an activity."""

    type_id: int
    title: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteText:
    """What can be changed of a note; its audience by its author only."""

    title: str
    text: str
    restriction: Restriction
    audience: Audience


class EditedMeanwhile(Conflict):
    """Somebody else changed it since it was read: `now` is what it says, as of `version`. Nothing was saved."""

    def __init__(self, edit: Edit | None, version: int, now: ActivityText | NoteText) -> None:
        worker = edit.worker if edit else ""
        if worker:
            message = mark("{worker} changed this in the meantime. Look at it, and save again.")
        else:
            message = mark("This was changed in the meantime. Look at it, and save again.")
        super().__init__(message, worker=worker)
        self.edit = edit
        self.version = version
        self.now = now


class TimelineEdits:
    """Every edit keeps the former text. What somebody does not see is not there for them."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def activity(self, session: Session, activity_id: int) -> tuple[ActivityText, int]:
        """What an activity says now, and its version."""

        def work(transaction: Transaction) -> tuple[ActivityText, int]:
            found = _activity(transaction, session, activity_id)
            return _activity_text(found), found.version

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)

    def note(self, session: Session, note_id: int) -> tuple[NoteText, int]:
        """What a note says now, and its version."""

        def work(transaction: Transaction) -> tuple[NoteText, int]:
            found = _note(transaction, session, note_id)
            return _note_text(found), found.version

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)

    def history(self, session: Session, kind: TimelineKind, item_id: int) -> tuple[Revision, ...]:
        """What an activity or a note said before, the latest first."""

        def work(transaction: Transaction) -> tuple[Revision, ...]:
            if kind is TimelineKind.ACTIVITY:
                return revisions.of_activity(transaction, _activity(transaction, session, item_id).id)
            found = _note(transaction, session, item_id)
            # What was private and is the team's now was not written for the team.
            private = found.audience is Audience.PRIVATE or found.worker_id == session.worker.id
            return revisions.of_note(transaction, item_id, private=private)

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)

    def edit_activity(self, session: Session, activity_id: int, version: int, new: ActivityText) -> Changes:
        """Store what was made of `version` of an activity.

        Raises `Invalid` at "text", "title", "at" or "type", and `EditedMeanwhile` if there is a newer version.
        """
        title, text = checked_texts(new.title, new.text)
        check_moment(new.at)
        wanted = replace(new, title=title, text=text)

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            before = _activity(transaction, session, activity_id)
            now = _activity_text(before)
            if wanted == now:
                return
            if before.version != version:
                edit = _latest_edit(revisions.of_activity(transaction, activity_id))
                raise EditedMeanwhile(edit, before.version, now)
            types = [activity_type(transaction, session, key).name for key in (before.type_id, wanted.type_id)]
            revisions.keep(transaction, TimelineKind.ACTIVITY, [activity_id], session.worker.id, writing.at)
            after = replace(before, type_id=wanted.type_id, title=title, text=text, at=wanted.at, version=version + 1)
            timeline.change_activity(transaction, after)
            writing.note(f"activity {activity_id} edited", before.customer_id, *types)

        author = self._operations.database.read(lambda t: _activity(t, session, activity_id).worker_id)
        return self._operations.write(session, _editing(author, session, Operation.ADD_ACTIVITY), work)

    def edit_note(self, session: Session, note_id: int, version: int, new: NoteText) -> Changes:
        """Store what was made of `version` of a note.

        Raises `Invalid` at "text", "title" or "audience", and `EditedMeanwhile` if there is a newer version.
        """
        title, text = checked_texts(new.title, new.text)
        wanted = replace(new, title=title, text=text)

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            before = _note(transaction, session, note_id)
            now = _note_text(before)
            if wanted == now:
                return
            if before.version != version:
                edit = _latest_edit(revisions.of_note(transaction, note_id, private=True))
                raise EditedMeanwhile(edit, before.version, now)
            if wanted.audience is not before.audience and before.worker_id != session.worker.id:
                raise Invalid("audience", mark("Only the author decides for whom a note is."))
            revisions.keep(transaction, TimelineKind.NOTE, [note_id], session.worker.id, writing.at)
            after = replace(
                before,
                title=title,
                text=text,
                restriction=wanted.restriction,
                audience=wanted.audience,
                version=version + 1,
            )
            notes.change(transaction, after)
            secret = Audience.PRIVATE if Audience.PRIVATE in (before.audience, after.audience) else Audience.TEAM
            subject = note_subject(note_id, secret)
            writing.note(subject, before.customer_id, before.restriction, after.restriction)

        author = self._operations.database.read(lambda t: _note(t, session, note_id).worker_id)
        return self._operations.write(session, _editing(author, session, Operation.ADD_NOTE), work)

    def pin(self, session: Session, note_id: int, *, pinned: bool) -> Changes:
        """Let a note stand first, or no longer. Everybody who may write notes can; it is no edit of its text."""

        def work(writing: Writing) -> None:
            before = _note(writing.transaction, session, note_id)
            if before.pinned == pinned:
                return
            notes.change(writing.transaction, replace(before, pinned=pinned))
            words = ("pinned", "not pinned") if before.pinned else ("not pinned", "pinned")
            writing.note(note_subject(note_id, before.audience), before.customer_id, *words)

        return self._operations.write(session, Operation.ADD_NOTE, work)


def _editing(author: int | None, session: Session, own: Operation) -> Operation:
    """The operation by which the worker edits what somebody wrote: `own` if it was themselves."""
    return own if author == session.worker.id else Operation.EDIT_ACTIVITY_OF_OTHERS


def _activity(transaction: Transaction, session: Session, activity_id: int) -> Activity:
    found = timeline.find_activity(transaction, activity_id)
    if found is None:
        raise NotFound(_NO_ACTIVITY)
    try:
        check_customers(transaction, session, [found.customer_id])
    except NotFound:
        raise NotFound(_NO_ACTIVITY) from None
    return found


def _note(transaction: Transaction, session: Session, note_id: int) -> Note:
    found = notes.find(transaction, note_id, session.worker.id)
    if found is None:
        raise NotFound(_NO_NOTE)
    try:
        check_customers(transaction, session, [found.customer_id])
    except NotFound:
        raise NotFound(_NO_NOTE) from None
    return found


def _activity_text(stored: Activity) -> ActivityText:
    return ActivityText(stored.type_id, stored.title, stored.text, stored.at)


def _note_text(stored: Note) -> NoteText:
    return NoteText(stored.title, stored.text, stored.restriction, stored.audience)


def _latest_edit(former: tuple[Revision, ...]) -> Edit | None:
    return former[0].replaced if former else None
