"""`activity` and `note`: recording, editing, pinning, and what was said before."""

from argparse import Namespace
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clienteling.cli import documents
from clienteling.cli.access import reader_for, signed_in
from clienteling.cli.answers import Answer
from clienteling.cli.readable import Reader
from clienteling.cli.tables import lines
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.text import fold
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.activity import ActivityType, Revision, TimelineItem, TimelineKind
    from clienteling.domain.audit import Changes
    from clienteling.domain.worker import Session
    from clienteling.services.services import Services

_INDENT = "    "


def add_activity(arguments: Namespace, settings: Settings) -> Answer:
    """Record what was done with a customer."""
    with signed_in(arguments, settings) as (services, session):
        (customer_id,) = services.customers.by_account(session, [arguments.account])
        kind = _activity_type(services, session, arguments.type)
        at = None if arguments.when is None else _at_store(arguments.when, session)
        changes = services.timelines.add_activity(
            session, customer_id, kind.id, arguments.text, title=arguments.title, at=at
        )
        document = {
            "account_number": arguments.account,
            "activity": kind.code,
            "record": str(changes.record_id),
        }
        return Answer(document, f"{kind.name} recorded for {arguments.account}.")


def edit_activity(arguments: Namespace, settings: Settings) -> Answer:
    """Change what was recorded."""
    with signed_in(arguments, settings) as (services, session):
        says, version = services.timeline_edits.activity(session, arguments.item)
        new = replace(
            says,
            type_id=_activity_type(services, session, arguments.type).id if arguments.type else says.type_id,
            title=says.title if arguments.title is None else arguments.title,
            text=says.text if arguments.text is None else arguments.text,
            at=says.at if arguments.when is None else _at_store(arguments.when, session),
        )
        changes = services.timeline_edits.edit_activity(session, arguments.item, version, new)
    return _edited(arguments, changes, "activity")


def add_note(arguments: Namespace, settings: Settings) -> Answer:
    """Write down what is true of a customer beyond one visit."""
    from clienteling.domain.activity import Audience, Restriction

    restriction = Restriction.EXTERNAL if arguments.external else Restriction.INTERNAL
    audience = Audience.PRIVATE if arguments.private else Audience.TEAM
    with signed_in(arguments, settings) as (services, session):
        (customer_id,) = services.customers.by_account(session, [arguments.account])
        changes = services.timelines.add_note(
            session,
            customer_id,
            arguments.text,
            title=arguments.title,
            restriction=restriction,
            audience=audience,
            pinned=arguments.pinned,
        )
        document = {
            "account_number": arguments.account,
            "restriction": restriction.value,
            "audience": audience.value,
            "pinned": arguments.pinned,
            "record": str(changes.record_id),
        }
        return Answer(document, f"Note written for {arguments.account}.")


def edit_note(arguments: Namespace, settings: Settings) -> Answer:
    """Change a note."""
    with signed_in(arguments, settings) as (services, session):
        says, version = services.timeline_edits.note(session, arguments.item)
        new = replace(
            says,
            title=says.title if arguments.title is None else arguments.title,
            text=says.text if arguments.text is None else arguments.text,
        )
        changes = services.timeline_edits.edit_note(session, arguments.item, version, new)
    return _edited(arguments, changes, "note")


def pin_note(arguments: Namespace, settings: Settings) -> Answer:
    """Let a note stand first."""
    return _pin(arguments, settings, pinned=True)


def unpin_note(arguments: Namespace, settings: Settings) -> Answer:
    """Let a note stand where its day is."""
    return _pin(arguments, settings, pinned=False)


def activity_history(arguments: Namespace, settings: Settings) -> Answer:
    """What an activity said before it was edited, the latest first."""
    from clienteling.domain.activity import TimelineKind

    return _history(arguments, settings, TimelineKind.ACTIVITY)


def note_history(arguments: Namespace, settings: Settings) -> Answer:
    """What a note said before it was edited, the latest first."""
    from clienteling.domain.activity import TimelineKind

    return _history(arguments, settings, TimelineKind.NOTE)


def item_text(item: "TimelineItem", reader: Reader) -> str:
    """An entry of a timeline; what can be edited with its ID."""
    what = item.type.name if item.type else item.kind.value.capitalize()
    if item.amount is not None:
        what = f"{what} {item.text}, {reader.money(item.amount, item.currency)}"
        texts = [f"{line.quantity} × {line.name}, {reader.money(line.amount, item.currency)}" for line in item.lines]
    else:
        texts = [item.title if item.title != what else "", *item.text.splitlines()]
    who = ", ".join(part for part in (item.worker, item.store) if part)
    marks = [item.section.name.lower() if item.section.name != "PAST" else "", _private(item)]
    if item.edited is not None:
        marks.append(f"edited by {item.edited.worker or 'an administrator'}, {reader.moment(item.edited.at)}")
    key = "" if item.amount is not None else f"[{item.id}]"
    parts = (reader.moment(item.at), what, who, ", ".join(mark for mark in marks if mark), key)
    return _paragraph("  ".join(part for part in parts if part), texts)


def _private(item: "TimelineItem") -> str:
    return "private until handed over" if item.audience.value == "private" else ""


def _paragraph(head: str, texts: list[str]) -> str:
    return "\n".join([head, *(_INDENT + line for text in texts if text for line in lines(text))])


def _pin(arguments: Namespace, settings: Settings, *, pinned: bool) -> Answer:
    with signed_in(arguments, settings) as (services, session):
        changes = services.timeline_edits.pin(session, arguments.item, pinned=pinned)
    document = {"note": str(arguments.item), "pinned": pinned, "record": _record(changes)}
    return Answer(document, "The note is pinned." if pinned else "The note is not pinned.")


def _history(arguments: Namespace, settings: Settings, kind: "TimelineKind") -> Answer:
    with signed_in(arguments, settings) as (services, session):
        former = services.timeline_edits.history(session, kind, arguments.item)
        reader = reader_for(services, session)
    document = {"former": [documents.revision(revision) for revision in former]}
    text = "\n\n".join(_revision_text(revision, reader) for revision in former)
    return Answer(document, text or "It was never edited.")


def _revision_text(revision: "Revision", reader: Reader) -> str:
    worker = revision.replaced.worker or "an administrator"
    head = f"Until {reader.moment(revision.replaced.at)}, when {worker} changed it"
    what = f"{revision.type.name}, {reader.moment(revision.at)}" if revision.type and revision.at else ""
    return _paragraph(head, [what, revision.title, *revision.text.splitlines()])


def _edited(arguments: Namespace, changes: "Changes", what: str) -> Answer:
    words = f"The {what} is changed." if changes.record_id else "It says that already."
    return Answer({what: str(arguments.item), "record": _record(changes)}, words)


def _record(changes: "Changes") -> str | None:
    return str(changes.record_id) if changes.record_id else None


def _at_store(at: datetime, session: "Session") -> datetime:
    return at if at.tzinfo is not None else at.replace(tzinfo=ZoneInfo(session.store.time_zone))


def _activity_type(services: "Services", session: "Session", typed: str) -> "ActivityType":
    types = services.timelines.activity_types(session)
    for kind in types:
        if fold(typed) in {fold(name) for name in (kind.code, kind.name, *kind.labels.values())}:
            return kind
    choices = ", ".join(kind.code for kind in types)
    raise Invalid(
        "type",
        mark("There is no activity type “{typed}”. There are: {choices}."),
        typed=typed,
        choices=choices,
    )


COMMANDS = {
    "activity add": add_activity,
    "activity edit": edit_activity,
    "activity history": activity_history,
    "note add": add_note,
    "note edit": edit_note,
    "note pin": pin_note,
    "note unpin": unpin_note,
    "note history": note_history,
}
