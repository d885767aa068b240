"""Mailboxes as a source of interactions: who was chosen, whether it may be read, and how far the reading has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clienteling.domain.cloud_problems import CloudProblem
from clienteling.domain.enrichment import Colleague
from clienteling.domain.errors import mark

PERMISSIONS = ("User.Read.All", "GroupMember.Read.All", "Mail.ReadBasic.All", "Calendars.ReadBasic.All")
"""What the tenant's administrator agrees to: no permission of these shows what a mail says."""


class Part(StrEnum):
    """What is read of a mailbox."""

    INBOX = "inbox"
    SENT = "sentitems"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a part of a mailbox was read.

    `link` is where the changes go on: it is asked for before the year is read, so that nothing comes between the two.
    While the year is read there is `began`, when that was, and `since`, up to where; behind it neither. Each reading of
    the whole part has a `round`; `read` is when the part was last read to its end.
    """

    mailbox: str
    part: Part
    id: int = 0
    began: datetime | None = None
    since: datetime | None = None
    link: str = ""
    round: int = 0
    read: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownItem:
    """What an item of a mailbox gave: the key of its interaction, and what its content was known by."""

    key: int
    content: int
    day: int
    round: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """The addresses that were chosen, with groups as their members. `groups` counts those, `unknown` is nobody."""

    colleagues: tuple[Colleague, ...]
    groups: Mapping[str, int]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """Something that must be there before a run. `is_met` is None where it cannot be told; `reason` says why not."""

    name: str
    is_met: bool | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConsentRequest:
    """The prepared mail to the tenant's administrator, and the page on which one who is signed in agrees."""

    url: str
    subject: str
    text: str
    permissions: Sequence[str] = PERMISSIONS


class ConsentMissing(CloudProblem):
    title = mark("The tenant’s consent is missing")
    words = mark(
        "Microsoft Graph does not let the application read. The tenant’s administrator has not agreed, "
        "or agrees no more."
    )


class MailboxMissing(CloudProblem):
    title = mark("The mailbox is gone")
    words = mark("A mailbox is not there any more.")


class MailboxRefused(CloudProblem):
    title = mark("The mailbox may not be read")
    words = mark("A policy of the tenant keeps a mailbox from the application.")


class ChangesLost(CloudProblem):
    title = mark("The changes are not known any more")
    words = mark("Microsoft Graph does not know any more what has changed. All is read again.")
    is_passing = True
