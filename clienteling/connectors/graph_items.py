"""Mails and meetings as Microsoft Graph writes them. What counts for nothing becomes an item without an interaction."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from clienteling.engagement.interactions import Interaction, Kind

_REQUESTS = "#microsoft.graph.eventmessage"
_INDEX_TIME, _INDEX_HEAD = 6, 22  # bytes: a mark and a time, then the GUID; answers add to it behind


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a mailbox by its ID; what it is, or None for drafts, invitations, whole days, what was cancelled."""

    id: str
    interaction: Interaction | None


def mail_item(one: Mapping[str, Any]) -> Item:
    """A mail. Invitations arrive as mails of a kind of their own: calendars know them."""
    key = str(one.get("id") or "")
    at = moment(one.get("sentDateTime")) or moment(one.get("receivedDateTime"))
    is_mail = not str(one.get("@odata.type", "")).lower().startswith(_REQUESTS)
    recipients = (*_addresses(one.get("toRecipients")), *_addresses(one.get("ccRecipients")))
    sender = _address(one.get("from")) or _address(one.get("sender"))
    if at is None or one.get("isDraft") or not is_mail or not sender or not recipients:
        return Item(key, None)
    # Of its own in no other mailbox: all that is left is the item.
    identity = str(one.get("internetMessageId") or f"item {key}")
    return Item(key, Interaction(Kind.MAIL, identity, _conversation(one), at, sender, recipients))


def calendar_item(one: Mapping[str, Any]) -> Item:
    """A meeting or an occurrence of one, without rooms and who has declined."""
    key = str(one.get("id") or "")
    start, end = _when(one.get("start")), _when(one.get("end"))
    people = tuple(_addresses([a for a in one.get("attendees") or () if isinstance(a, Mapping) and _comes(a)]))
    sender = _address(one.get("organizer"))
    if start is None or end is None or one.get("isCancelled") or one.get("isAllDay") or not sender or not people:
        return Item(key, None)
    identity = str(one.get("iCalUId") or f"item {key}")
    return Item(key, Interaction(Kind.MEETING, identity, "", start, sender, people, end))


def moment(text: object) -> datetime | None:
    """A moment in UTC; None for what is none."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _conversation(one: Mapping[str, Any]) -> str:
    """What all mails of a conversation share, in whatever mailbox they are.

    That is the GUID in the index: the ID is another one in each mailbox, and may change when somebody outside answers.
    """
    try:
        index = base64.b64decode(str(one.get("conversationIndex") or ""), validate=True)
    except ValueError:
        index = b""
    guid = index[_INDEX_TIME:_INDEX_HEAD]
    return guid.hex() if len(index) >= _INDEX_HEAD and any(guid) else str(one.get("conversationId") or "")


def _when(given: object) -> datetime | None:
    # In UTC, because nothing else is asked for.
    return moment(given.get("dateTime")) if isinstance(given, Mapping) else None


def _comes(attendee: Mapping[str, Any]) -> bool:
    status = attendee.get("status")
    response = status.get("response") if isinstance(status, Mapping) else ""
    return attendee.get("type") != "resource" and response != "declined"


def _addresses(given: object) -> Iterable[str]:
    found = (_address(one) for one in given) if isinstance(given, list) else ()
    return [address for address in found if address]


def _address(given: object) -> str:
    address = given.get("emailAddress") if isinstance(given, Mapping) else None
    text = str(address.get("address") or "") if isinstance(address, Mapping) else ""
    return text.strip().lower()
