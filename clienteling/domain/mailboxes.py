"""Mailboxes as a source of interactions: who was chosen, whether it may be read, and how far the reading has come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from clienteling.domain.cloud_problems import CloudProblem
from clienteling.domain.enrichment import Colleague
from clienteling.domain.errors import mark

PERMISSIONS = ("User.Read.All", "GroupMember.Read.All", "Mail.ReadBasic.All", "Calendars.ReadBasic.All")
"""What the tenant's administrator agrees to: no permission of these shows what a mail says."""


ORGANIZATION = mark("The tenant and its application are entered")
"""The prerequisite that somebody at headquarters meets."""


class Part(StrEnum):
    """What is read of every mailbox. Mail is filed into further folders: those are parts by their IDs."""

    INBOX = "inbox"
    SENT = "sentitems"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a part of a mailbox was read: one of `Part`, or a folder.

    `link` is where the changes go on: it is asked for before the year is read, so that nothing comes between the two.
    While the year is read there is `began`, when that was, and `since`, up to where; behind it neither. Each reading of
    the whole part has a `round`; `read` is when the part was last read to its end.
    """

    mailbox: str
    part: str
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
class DirectoryEntry:
    """A person or a group as the directory has it."""

    id: str
    address: str
    name: str = ""
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """The addresses that were chosen, with groups as their members. `groups` counts those, `unknown` is nobody.

    `names` are what the directory calls the addresses, `nearest` what may have been meant by those that it does not
    know.
    """

    colleagues: tuple[Colleague, ...]
    groups: Mapping[str, int]
    unknown: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    nearest: Mapping[str, str] = field(default_factory=dict)


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


_NAME, _DOMAIN = 3, 6
"""Letters of the part before the @ and of the one behind it, for each of which one may be wrong: names are short."""


def nearest(address: str, known: Iterable[str]) -> str:
    """The address that was most likely meant by one that nobody has; "" if none is near enough."""
    found = [(errors, one) for one in dict.fromkeys(known) if (errors := _distance(address, one)) is not None]
    # Of those that are as near, one with the same letters in another order.
    return min(found, key=lambda one: (one[0], sorted(one[1]) != sorted(address), one[1]), default=(0, ""))[1]


def _distance(typed: str, meant: str) -> int | None:
    """How many letters are wrong in all; None if that is too many for either part."""
    (name, _, domain), (other, _, elsewhere) = typed.partition("@"), meant.partition("@")
    errors = 0
    for one, another, letters in ((name, other, _NAME), (domain, elsewhere, _DOMAIN)):
        most = max(1, min(3, len(one) // letters))
        wrong = _errors(one, another, most)
        if wrong > most:
            return None
        errors += wrong
    return errors


def _errors(typed: str, meant: str, most: int) -> int:
    """How many letters are wrong, missing, too many, or have changed places with the next one; `most` + 1 for more."""
    if abs(len(typed) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for place, letter in enumerate(typed, 1):
        older, before, row = before, row, [place]
        for other in range(1, len(meant) + 1):
            wrong = letter != meant[other - 1]
            errors = min(before[other] + 1, row[-1] + 1, before[other - 1] + wrong)
            swapped = place > 1 and other > 1 and typed[place - 2 : place] == meant[other - 2 : other][::-1]
            row.append(min(errors, older[other - 2] + 1) if swapped else errors)
    return min(row[-1], most + 1)
