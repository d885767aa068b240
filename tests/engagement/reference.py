"""The same numbers, slow and obvious: one interaction after the other, sets and dictionaries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from clienteling.engagement.accounts import Directory
from clienteling.engagement.interactions import Interaction, Kind

Row = dict[str, object]


@dataclass
class Account:
    mails: dict[str, int] = field(default_factory=lambda: {"to": 0, "from": 0})
    meetings: dict[str, int] = field(default_factory=lambda: {"to": 0, "from": 0})
    ours: dict[Kind, set[str]] = field(default_factory=lambda: {Kind.MAIL: set(), Kind.MEETING: set()})
    theirs: dict[Kind, set[str]] = field(default_factory=lambda: {Kind.MAIL: set(), Kind.MEETING: set()})
    days: dict[Kind, set[date]] = field(default_factory=lambda: {Kind.MAIL: set(), Kind.MEETING: set()})
    minutes: list[int] = field(default_factory=list)
    replies: list[float] = field(default_factory=list)


def expected(found: Iterable[Interaction], directory: Directory, now: datetime) -> dict[tuple[str, date, int], Row]:
    """The rows by level, first day and account."""
    legs = [leg for one in _counting(found, now) for leg in _legs(one, directory)]
    replies = _replies(legs)
    today = now.astimezone(UTC).date()
    start = today - timedelta(days=364)
    rows: dict[tuple[str, date, int], Row] = {}
    days = [start + timedelta(days=number) for number in range(365)]
    periods = {("year", start, today)}
    for day in days:
        month = day.replace(day=1)
        periods.add(("month", month, (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)))
        monday = day - timedelta(days=day.weekday())
        periods.add(("week", monday, monday + timedelta(days=6)))
    for level, first, last in periods:
        for key, row in _rows(
            [leg for leg in legs if first <= _day(leg[1]) <= last], replies, first, last, today
        ).items():
            rows[level, first, key] = row | {"AggregationLevel": level, "AggregationStartDate": first}
    return rows


def _day(one: Interaction) -> date:
    return one.at.astimezone(UTC).date()


def _counting(found: Iterable[Interaction], now: datetime) -> list[Interaction]:
    """What counts at all, once."""
    seen = set()
    counting = []
    for one in found:
        key = (one.kind, one.id, _day(one))
        whole_day = one.end is not None and one.end - one.at >= timedelta(days=1)
        if key not in seen and not whole_day:
            seen.add(key)
            if one.at <= now:
                counting.append(one)
    return counting


Leg = tuple[int, Interaction, str, set[str], set[str]]


def _legs(one: Interaction, directory: Directory) -> list[Leg]:
    """The accounts of an interaction, with direction, our people and theirs."""
    everybody = {one.sender, *one.recipients}
    ours = everybody & directory.selected
    if not ours:
        return []
    theirs = defaultdict(set)
    for address in everybody:
        if (account := _account(address, directory)) is not None:
            theirs[account].add(address)
    if one.sender in directory.selected or one.sender.rpartition("@")[2] in directory.own_domains:
        return [(account, one, "to", ours, people) for account, people in theirs.items()]
    sender = _account(one.sender, directory)
    return [] if sender is None else [(sender, one, "from", ours, theirs[sender])]


def _account(address: str, directory: Directory) -> int | None:
    domain = address.rpartition("@")[2]
    if address in directory.selected or domain in directory.own_domains:
        return None
    return directory.addresses.get(address, directory.domains.get(domain))


def _replies(legs: list[Leg]) -> list[tuple[int, date, float]]:
    """Account, day and seconds of each reply."""
    threads = defaultdict(list)
    for account, one, direction, _, _ in legs:
        if one.kind is Kind.MAIL and one.conversation:
            threads[account, one.conversation].append((one.at, direction == "from"))
    replies = []
    for (account, _), mails in threads.items():
        mails.sort()
        for (before, theirs_before), (at, theirs) in pairwise(mails):
            if theirs and not theirs_before and at - before <= timedelta(days=30):
                replies.append((account, at.astimezone(UTC).date(), (at - before).total_seconds()))
    return replies


def _rows(
    legs: list[Leg], replies: list[tuple[int, date, float]], first: date, last: date, today: date
) -> dict[int, Row]:
    accounts: dict[int, Account] = defaultdict(Account)
    for key, one, direction, ours, theirs in legs:
        account = accounts[key]
        (account.mails if one.kind is Kind.MAIL else account.meetings)[direction] += 1
        account.ours[one.kind] |= ours
        account.theirs[one.kind] |= theirs
        account.days[one.kind].add(_day(one))
        if one.end is not None:
            account.minutes.append(int((one.end - one.at).total_seconds()) // 60)
    for key, day, took in replies:
        if first <= day <= last:
            accounts[key].replies.append(took)
    scores = _scores(accounts)
    return {key: _row(account, today) | {"EngagementScore": scores[key]} for key, account in accounts.items()}


def _row(account: Account, today: date) -> Row:
    def since(kind: Kind) -> int | None:
        return (today - max(account.days[kind])).days if account.days[kind] else None

    def mean(values: list[int] | list[float], unit: int) -> float | None:
        if not values:
            return None
        exact = Decimal(int(sum(values))) / (len(values) * unit)
        return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))

    return {
        "NoOfEmails_ToAccount": account.mails["to"],
        "NoOfEmails_FromAccount": account.mails["from"],
        "NoOfMeetings_ToAccount": account.meetings["to"],
        "NoOfMeetings_FromAccount": account.meetings["from"],
        "NoOfContactsInvolved_Meetings": len(account.ours[Kind.MEETING]),
        "NoOfContactsInvolved_Emails": len(account.ours[Kind.MAIL]),
        "NoOfAccountContactsInvolved_Meetings": len(account.theirs[Kind.MEETING]),
        "NoOfAccountContactsInvolved_Emails": len(account.theirs[Kind.MAIL]),
        "EngagementStartDate": min(account.days[Kind.MAIL] | account.days[Kind.MEETING]),
        "DaysSinceLastEmail": since(Kind.MAIL),
        "DaysSinceLastMeeting": since(Kind.MEETING),
        "AverageDuration_Of_Meetings": mean(account.minutes, 1),
        "AverageDuration_Of_AccountEmailReplies": mean(account.replies, 3600),
    }


def _scores(accounts: dict[int, Account]) -> dict[int, int]:
    """As score.md says."""
    numbers = {
        key: (
            (20, a.mails["from"]),
            (10, a.mails["to"]),
            (25, a.meetings["to"] + a.meetings["from"]),
            (15, len(a.theirs[Kind.MAIL]) + len(a.theirs[Kind.MEETING])),
            (10, len(a.ours[Kind.MAIL]) + len(a.ours[Kind.MEETING])),
            (20, max(a.days[Kind.MAIL] | a.days[Kind.MEETING]).toordinal()),
        )
        for key, a in accounts.items()
    }
    scores = {}
    for key, mine in numbers.items():
        total = 0.0
        for part, (weight, number) in enumerate(mine):
            others = [numbers[other][part][1] for other in numbers if other != key]
            if number and others:
                below = sum(one < number for one in others) + sum(one == number for one in others) / 2
                total += weight * below / len(others)
            elif number:
                total += weight / 2
        scores[key] = int(round(total, 6) + 0.5)
    return scores
