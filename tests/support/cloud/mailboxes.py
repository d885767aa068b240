"""Mailboxes of the double: mails in folders, meetings in a calendar, and what has changed when."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any


def _written(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _index(conversation: str, answer: str) -> str:
    guid, behind = hashlib.md5(conversation.encode()).digest(), hashlib.md5(answer.encode()).digest()[:5]
    return base64.b64encode(b"\x01\xdc\x01\x02\x03\x04" + guid + behind).decode()


def _person(address: str) -> dict[str, Any]:
    return {"emailAddress": {"name": address.partition("@")[0].title(), "address": address}}


@dataclass(frozen=True, slots=True)
class Mail:
    id: str
    message: str
    conversation: str
    received: str
    sender: str
    recipients: tuple[str, ...]
    copied: tuple[str, ...] = ()
    is_draft: bool = False
    is_invitation: bool = False

    def document(self) -> dict[str, Any]:
        kind = {"@odata.type": "#microsoft.graph.eventMessageRequest"} if self.is_invitation else {}
        return kind | {
            "id": self.id,
            "internetMessageId": self.message,
            # As real ones: the ID is a mailbox's own, the index is the same in all, and longer with each answer.
            "conversationId": f"{self.id.partition('-inbox')[0].partition('-sent')[0]} {self.conversation}",
            "conversationIndex": _index(self.conversation, self.id),
            "receivedDateTime": self.received,
            "sentDateTime": self.received,
            "isDraft": self.is_draft,
            "from": _person(self.sender),
            "sender": _person(self.sender),
            "toRecipients": [_person(one) for one in self.recipients],
            "ccRecipients": [_person(one) for one in self.copied],
        }


@dataclass(frozen=True, slots=True)
class Meeting:
    id: str
    uid: str
    start: str
    end: str
    organizer: str
    attendees: tuple[str, ...]
    rooms: tuple[str, ...] = ()
    is_cancelled: bool = False
    is_all_day: bool = False

    def document(self) -> dict[str, Any]:
        people = [_person(one) | {"type": "required", "status": {"response": "accepted"}} for one in self.attendees]
        rooms = [_person(one) | {"type": "resource", "status": {"response": "accepted"}} for one in self.rooms]
        return {
            "id": self.id,
            "iCalUId": self.uid,
            "isCancelled": self.is_cancelled,
            "isAllDay": self.is_all_day,
            "organizer": _person(self.organizer),
            "attendees": people + rooms,
            "start": {"dateTime": self.start, "timeZone": "UTC"},
            "end": {"dateTime": self.end, "timeZone": "UTC"},
        }


@dataclass(slots=True)
class Mailbox:
    """`history` has each change: the folder, the mail's ID, and the mail, None if it was taken away."""

    id: str
    address: str
    folders: dict[str, dict[str, Mail]] = field(default_factory=lambda: {"inbox": {}, "sentitems": {}})
    meetings: dict[str, Meeting] = field(default_factory=dict)
    history: list[tuple[str, str, Mail | None]] = field(default_factory=list)
    is_deleted: bool = False
    is_refused: bool = False
    name: str = ""
    parents: dict[str, str] = field(default_factory=dict)
    """The folders that its owner has made, each with what it lies in."""
    account: str = ""
    """What its owner signs in with, if that is not the address."""

    def person(self) -> dict[str, Any]:
        name = self.name or self.address.partition("@")[0].title()
        return {
            "id": self.id,
            "displayName": name,
            "mail": self.address,
            "userPrincipalName": self.account or self.address,
        }

    def folder(self, name: str) -> Sequence[Mail]:
        return tuple(self.folders[name].values())

    def put(self, folder: str, mail: Mail) -> None:
        self.folders[folder][mail.id] = mail
        self.history.append((folder, mail.id, mail))

    def make(self, folder: str, parent: str = "inbox") -> None:
        """Make a folder below another one."""
        self.folders[folder] = {}
        self.parents[folder] = parent

    def move(self, key: str, folder: str) -> None:
        """File a mail. Its ID stays as it is."""
        mail = next(mails[key] for mails in self.folders.values() if key in mails)
        self.remove(key)
        self.put(folder, mail)

    def below(self, folder: str) -> list[dict[str, Any]]:
        """The folders that lie in a folder."""
        made = [one for one, parent in self.parents.items() if parent == folder]
        return [{"id": one, "childFolderCount": len(self.below(one))} for one in made]

    def remove(self, key: str) -> None:
        """Take a mail or a meeting away."""
        self.meetings.pop(key, None)
        for name, mails in self.folders.items():
            if mails.pop(key, None) is not None:
                self.history.append((name, key, None))


@dataclass(slots=True)
class Post:
    """Delivers mails and invitations to the mailboxes that there are."""

    boxes: dict[str, Mailbox]
    count: int = 0

    def mail(
        self,
        at: datetime,
        sender: str,
        recipients: Iterable[str],
        *,
        conversation: str = "",
        copied: Iterable[str] = (),
    ) -> str:
        """A mail in the folders of all who have a mailbox here; the ID of its message."""
        self.count += 1
        to, cc = tuple(recipients), tuple(copied)
        message = f"<mail-{self.count}@mail.example>"
        for box in self.boxes.values():
            for folder, people in (("sentitems", (sender,)), ("inbox", (*to, *cc))):
                if box.address in people:
                    key = f"{box.id}-{folder}-{self.count}"
                    thread = conversation or f"conversation {self.count}"
                    box.put(folder, Mail(key, message, thread, _written(at), sender, to, cc))
        return message

    def meeting(
        self, start: datetime, organizer: str, attendees: Iterable[str], *, minutes: int = 60, room: str = ""
    ) -> str:
        """A meeting in the calendars of all who have a mailbox here; its ID in all of them."""
        self.count += 1
        people = tuple(attendees)
        uid = f"meeting-{self.count}"
        end = start + timedelta(minutes=minutes)
        for box in self.boxes.values():
            if box.address in (organizer, *people):
                key = f"{box.id}-event-{self.count}"
                rooms = (room,) if room else ()
                times = (f"{start:%Y-%m-%dT%H:%M:%S}.0000000", f"{end:%Y-%m-%dT%H:%M:%S}.0000000")
                box.meetings[key] = Meeting(key, uid, *times, organizer, people, rooms)
        return uid


DEMO_COLLEAGUES = ("linda@boutique.example", "marco@boutique.example", "sofia@boutique.example")
DEMO_GROUP = "advisors@boutique.example"
# Addresses of customers of the demo company, with how much they and the shop write and meet.
DEMO_CUSTOMERS = (
    ("anna.berzina@example.org", 14, 4),
    ("s.aagaard@example.net", 9, 2),
    ("stefania.turcanu@example.org", 6, 0),
    ("dewi.k@example.com", 4, 1),
    ("janis.kenins@example.org", 3, 1),
    ("camille.lefevre@example.net", 2, 0),
    ("giulia.damico@example.com", 1, 0),
)
DEMO_STALE = ("noor@example.org", "a.wisniewska@example.org")
"""Who was last written to more than sixty days ago."""


def demo_mailboxes(now: datetime) -> dict[str, Mailbox]:
    """Three advisors who write and meet with customers of the demo company, over a year up to `now`."""
    boxes = {
        f"dddddddd-0000-4000-8000-{number:012d}": Mailbox(f"dddddddd-0000-4000-8000-{number:012d}", address)
        for number, address in enumerate(DEMO_COLLEAGUES, 1)
    }
    post = Post(boxes)
    for number, (customer, mails, meetings) in enumerate(DEMO_CUSTOMERS):
        ours, beside = (DEMO_COLLEAGUES[(number + more) % len(DEMO_COLLEAGUES)] for more in (0, 1))
        for turn in range(mails):
            asked = now - timedelta(days=3 + number + turn * 340 // mails, hours=5)
            thread = f"{customer} {turn}"
            post.mail(asked, ours, [customer], conversation=thread, copied=[beside] if turn % 3 == 0 else ())
            if turn % 4 != 3:
                post.mail(asked + timedelta(hours=3 + turn), customer, [ours], conversation=thread)
        for turn in range(meetings):
            start = now - timedelta(days=8 + number + turn * 300 // meetings, hours=3)
            post.meeting(start, ours, [customer, beside], minutes=30 + 15 * turn, room="salon@boutique.example")
    for customer in DEMO_STALE:
        post.mail(now - timedelta(days=90), DEMO_COLLEAGUES[0], [customer], conversation=customer)
        post.meeting(now - timedelta(days=120), DEMO_COLLEAGUES[0], [customer], minutes=45)
    post.mail(now - timedelta(days=5), DEMO_COLLEAGUES[0], [DEMO_COLLEAGUES[1]])
    post.mail(now - timedelta(days=6), "news@press.example", [DEMO_COLLEAGUES[0]])
    return boxes
