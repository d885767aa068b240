"""Account engagement as people set it up and watch it: an enrichment, the answers of its wizard, its runs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.text import checked

FEWEST_ADDRESSES, MOST_ADDRESSES = 2, 2500
FIRST_RUN_AFTER = timedelta(hours=6)
"""How long after consent the first run begins."""
RUNS_EVERY = timedelta(days=7)
STALE_DAYS = 60
FILES, GRAPH = "files", "graph"
"""Where interactions come from."""

_ADDRESS = re.compile(r"[^\s@<>;,\0]+@[^\s@<>;,\0]+")
_TABLE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}")


class Match(StrEnum):
    """How an address is known to belong to an account."""

    ADDRESS = "address"
    DOMAIN = "domain"


class Consent(StrEnum):
    """Whether the tenant's administrator agrees."""

    REQUESTED = "requested"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"


class RunState(StrEnum):
    QUEUED = "queued"
    PROCESSING = "processing"
    SUCCESSFUL = "successful"
    FAILED = "failed"
    CANCELED = "canceled"
    SKIPPED = "skipped"

    @property
    def is_over(self) -> bool:
        return self not in (RunState.QUEUED, RunState.PROCESSING)


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of the chosen addresses, with the ID that the directory knows it by."""

    address: str
    id: str = ""


class Function(StrEnum):
    """What a measure makes of a column's values in the months of the year, in their order."""

    SUM = "sum"
    AVERAGE = "average"
    COUNT = "count"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    FIRST = "first"
    LAST = "last"

    def of(self, values: Sequence[float]) -> float | None:
        """The value; none if there is nothing to make it of."""
        if not values:
            return None
        match self:
            case Function.SUM:
                return float(sum(values))
            case Function.AVERAGE:
                return round(sum(values) / len(values), 2)
            case Function.COUNT:
                return float(len(values))
            case Function.MINIMUM:
                return float(min(values))
            case Function.MAXIMUM:
                return float(max(values))
            case Function.FIRST:
                return float(values[0])
            case Function.LAST:
                return float(values[-1])


MEASURED = {
    "EngagementScore": "score",
    "NoOfEmails_ToAccount": "mails_to",
    "NoOfEmails_FromAccount": "mails_from",
    "NoOfMeetings_FromAccount": "meetings_from",
    "NoOfMeetings_ToAccount": "meetings_to",
    "NoOfContactsInvolved_Meetings": "our_meeting_people",
    "NoOfContactsInvolved_Emails": "our_mail_people",
    "NoOfAccountContactsInvolved_Meetings": "their_meeting_people",
    "NoOfAccountContactsInvolved_Emails": "their_mail_people",
    "AverageDuration_Of_Meetings": "meeting_minutes",
    "AverageDuration_Of_AccountEmailReplies": "reply_hours",
}
"""The columns that measures can be built from, with the names of their numbers."""


@dataclass(frozen=True, slots=True)
class ColumnMeasure:
    """A measure of customers built from a column; it can take a place on cards like any other."""

    name: str
    column: str
    function: Function

    def of(self, months: "Sequence[EngagementNumbers]") -> float | None:
        """The value of a customer with these months."""
        known = [getattr(month, MEASURED[self.column]) for month in months]
        return self.function.of([value for value in known if value is not None])


@dataclass(frozen=True, slots=True)
class EnrichmentSettings:
    """The answers of the wizard. `source` is where the interactions come from, `table` the name of the output table.

    The e-mail field is that of the contacts; `match` says whether it is their address or their mail domain that counts.
    `chosen` are the addresses of people and groups whose mailboxes are read; each run resolves them to `colleagues`.
    """

    name: str
    table: str
    colleagues: tuple[Colleague, ...]
    own_domains: tuple[str, ...] = ()
    match: Match = Match.DOMAIN
    source: str = FILES
    measures: tuple[ColumnMeasure, ...] = ()
    chosen: tuple[str, ...] = ()

    @property
    def user_table(self) -> str:
        return f"{self.table}_UserEntity"


@dataclass(frozen=True, slots=True)
class Enrichment:
    """An enrichment of a legal entity. `next_run` is none while there is no consent or it is not active."""

    id: int
    legal_entity_id: int
    settings: EnrichmentSettings
    active: bool
    consent: Consent
    consent_at: datetime | None
    next_run: datetime | None
    created: datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class Run:
    """A run with what it found. `done` of `total` interactions are processed; `problem` says why it failed."""

    id: int
    enrichment_id: int
    state: RunState
    queued: datetime
    started: datetime | None = None
    ended: datetime | None = None
    done: int = 0
    total: int = 0
    problem: str = ""
    accounts: int = 0
    mails: int = 0
    meetings: int = 0
    addresses: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class EngagementNumbers:
    """The numbers of an account for a period. Averages are in minutes for meetings and in hours for replies."""

    level: str
    start: date
    score: int
    mails_to: int
    mails_from: int
    meetings_from: int
    meetings_to: int
    our_meeting_people: int
    our_mail_people: int
    their_meeting_people: int
    their_mail_people: int
    first: date
    last_mail: date | None
    last_meeting: date | None
    meeting_minutes: float | None
    reply_hours: float | None

    @property
    def mails(self) -> int:
        return self.mails_to + self.mails_from

    @property
    def meetings(self) -> int:
        return self.meetings_to + self.meetings_from


@dataclass(frozen=True, slots=True)
class AccountEngagement:
    """What a customer's card and details show. `parts` are the points of the score by name of its part."""

    score: int
    as_of: datetime
    parts: Mapping[str, float]
    weights: Mapping[str, int]
    year: EngagementNumbers
    months: tuple[EngagementNumbers, ...] = field(default=())
    little_data: bool = False


def read_settings(given: Mapping[str, Any]) -> EnrichmentSettings:
    """The answers as a TOML file has them. Raises `Invalid` with the field that is wrong."""
    name = checked("name", _text(given, "name"), longest=60, required=True)
    table = _text(given, "table") or re.sub(r"[^A-Za-z0-9_]+", "", name)
    if not _TABLE.fullmatch(table):
        raise Invalid("table", mark("A table’s name has letters, digits and underscores, and begins with a letter."))
    source = _text(given, "source") or FILES
    if source not in (FILES, GRAPH):
        raise Invalid("source", mark("Interactions come from “files” or from “graph”."))
    colleagues = _colleagues(given.get("addresses", []), are_resolved=source == FILES)
    domains = given.get("own_domains", [])
    if not isinstance(domains, list) or not all(isinstance(d, str) and d.strip("@ ") for d in domains):
        raise Invalid("own_domains", mark("Please give a list of mail domains."))
    match = _text(given, "match") or Match.DOMAIN.value
    if match not in set(Match):
        raise Invalid("match", mark("Accounts are matched by “address” or by “domain”."))
    known = {
        "name",
        "table",
        "addresses",
        "own_domains",
        "match",
        "source",
        "agree",
        "consent",
        "legal_entity",
        "measures",
    }
    if unknown := sorted(set(given) - known):
        raise Invalid(unknown[0][:60], mark("There is no such setting."))
    return EnrichmentSettings(
        name=name,
        table=table,
        colleagues=colleagues if source == FILES else (),
        own_domains=tuple(dict.fromkeys(d.strip("@ ").lower() for d in domains)),
        match=Match(match),
        source=source,
        measures=_measures(given.get("measures", [])),
        chosen=() if source == FILES else tuple(one.address for one in colleagues),
    )


def check_addresses(count: int) -> None:
    """Raises `Invalid` if there are too few addresses or too many, groups resolved."""
    if not FEWEST_ADDRESSES <= count <= MOST_ADDRESSES:
        raise Invalid(
            "addresses",
            mark("There are {count} addresses, groups resolved. From {fewest} to {most} can be processed."),
            count=count,
            fewest=FEWEST_ADDRESSES,
            most=MOST_ADDRESSES,
        )


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str):
        raise Invalid(key, mark("Please give a text."))
    return value.strip()


def _colleagues(given: object, *, are_resolved: bool) -> tuple[Colleague, ...]:
    if not isinstance(given, list):
        raise Invalid("addresses", mark("Please give a list of addresses."))
    found: dict[str, Colleague] = {}
    for entry in given:
        texts = entry if isinstance(entry, dict) else {"address": entry}
        address, key = texts.get("address"), texts.get("id", "")
        if not isinstance(address, str) or not isinstance(key, str) or not _ADDRESS.fullmatch(address.strip()):
            raise Invalid("addresses", mark("There is something that is no e-mail address."))
        found.setdefault(address.strip().lower(), Colleague(address.strip().lower(), key.strip()))
    # One group can be enough; how many are in it the directory knows.
    check_addresses(len(found) if are_resolved or not found else max(len(found), FEWEST_ADDRESSES))
    return tuple(found.values())


def _measures(given: object) -> tuple[ColumnMeasure, ...]:
    if not isinstance(given, list) or not all(isinstance(entry, dict) for entry in given):
        raise Invalid("measures", mark("Please give a list of measures, each with name, column and function."))
    found: dict[str, ColumnMeasure] = {}
    for entry in given:
        name = checked("measures", _text(entry, "name"), longest=60, required=True)
        column, function = _text(entry, "column"), _text(entry, "function")
        known = next((one for one in MEASURED if one.lower() == column.lower()), None)
        if known is None:
            choices = ", ".join(MEASURED)
            raise Invalid("measures", mark("Measures are built from these columns: {choices}."), choices=choices)
        if function not in set(Function):
            choices = ", ".join(Function)
            raise Invalid("measures", mark("A measure is one of these: {choices}."), choices=choices)
        if name in found:
            raise Invalid("measures", mark("There are two measures “{name}”."), name=name)
        found[name] = ColumnMeasure(name, known, Function(function))
    return tuple(found.values())
