"""The rows of the output table: 16 columns for each account and period, and the points of its score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clienteling.engagement.legs import FROM, OURS, THEIRS, TO
from clienteling.engagement.score import Part, points, scores
from clienteling.engagement.segments import GROUPS
from clienteling.engagement.sums import NEVER, Sums, first_and_last

COLUMNS = (
    "EngagementScore",
    "NoOfEmails_ToAccount",
    "NoOfEmails_FromAccount",
    "NoOfMeetings_FromAccount",
    "NoOfMeetings_ToAccount",
    "NoOfContactsInvolved_Meetings",
    "NoOfContactsInvolved_Emails",
    "NoOfAccountContactsInvolved_Meetings",
    "NoOfAccountContactsInvolved_Emails",
    "EngagementStartDate",
    "DaysSinceLastEmail",
    "DaysSinceLastMeeting",
    "AverageDuration_Of_Meetings",
    "AverageDuration_Of_AccountEmailReplies",
    "AggregationStartDate",
    "AggregationLevel",
)
"""As Customer Insights names them. Averages are in minutes for meetings and in hours for replies."""

CUSTOMER = "CustomerId"

_EPOCH = date(1970, 1, 1).toordinal()


class Level(StrEnum):
    """`YEAR` is the whole window up to the day of the run; months and weeks (from Monday) are those of the calendar."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Period:
    """Days since 1970, both of them in it."""

    level: Level
    first: int
    last: int


def number_of(day: date) -> int:
    """A day as days since 1970."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    return date.fromordinal(number + _EPOCH)


def months(first: int, last: int) -> list[Period]:
    """The months that have a day from `first` to `last`, whole."""
    found: list[Period] = []
    start = day_of(first).replace(day=1)
    while number_of(start) <= last:
        following = start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
        found.append(Period(Level.MONTH, number_of(start), number_of(following) - 1))
        start = following
    return found


def weeks(first: int, last: int) -> list[Period]:
    """The weeks that have a day from `first` to `last`, whole."""
    monday = first - day_of(first).weekday()
    return [Period(Level.WEEK, start, start + 6) for start in range(monday, last + 1, 7)]


def rows_of(sums: Sums, period: Period) -> Any:
    """The rows of a period as they are kept (a pyarrow table): by account code, with days instead of days since."""
    mails = sums.mails.reshape(-1, 2)
    meetings = sums.meetings.reshape(-1, 2)
    there = np.flatnonzero(mails.sum(axis=1) + meetings.sum(axis=1))
    people = sums.people.reshape(-1, GROUPS)[there]
    first_mail, last_mail = first_and_last(sums.mail_days, period.first, period.last)
    first_meeting, last_meeting = first_and_last(sums.meeting_days, period.first, period.last)
    last_mail, last_meeting = last_mail[there], last_meeting[there]
    numbers = {
        Part.MAILS_FROM: mails[there, FROM],
        Part.MAILS_TO: mails[there, TO],
        Part.MEETINGS: meetings[there].sum(axis=1),
        Part.THEIR_PEOPLE: people[:, THEIRS] + people[:, 2 + THEIRS],
        Part.OUR_PEOPLE: people[:, OURS] + people[:, 2 + OURS],
        Part.RECENCY: np.maximum(last_mail, last_meeting).astype(np.int64) - period.first + 1,
    }
    earned = points(numbers)
    return pa.table(
        {
            "account": there.astype(np.int32),
            "score": scores(earned).astype(np.int8),
            "mails_to": numbers[Part.MAILS_TO].astype(np.int32),
            "mails_from": numbers[Part.MAILS_FROM].astype(np.int32),
            "meetings_from": meetings[there, FROM].astype(np.int32),
            "meetings_to": meetings[there, TO].astype(np.int32),
            "our_meeting_people": people[:, 2 + OURS].astype(np.int32),
            "our_mail_people": people[:, OURS].astype(np.int32),
            "their_meeting_people": people[:, 2 + THEIRS].astype(np.int32),
            "their_mail_people": people[:, THEIRS].astype(np.int32),
            "first": _earlier(first_mail[there], first_meeting[there]),
            "last_mail": last_mail,
            "last_meeting": last_meeting,
            "meeting_minutes": sums.minutes[there],
            "replies": sums.replies[there].astype(np.int32),
            "reply_seconds": sums.reply_seconds[there],
            **{f"points_{part.value}": earned[part].astype(np.float32) for part in Part},
        }
    )


def output(kept: Any, period: Period, ids: NDArray[np.int64], today: int) -> Any:
    """The table that people see: `CustomerId` and the 16 columns. `today` is the day of the run."""
    column = {name: kept[name].to_numpy() for name in kept.column_names}
    size = len(kept)
    meetings = column["meetings_to"] + column["meetings_from"]
    starts = np.full(size, period.first, np.int32)
    values = (
        pa.array(column["score"], pa.int32()),
        *(pa.array(column[name], pa.int32()) for name in ("mails_to", "mails_from", "meetings_from", "meetings_to")),
        *(pa.array(column[name], pa.int32()) for name in ("our_meeting_people", "our_mail_people")),
        *(pa.array(column[name], pa.int32()) for name in ("their_meeting_people", "their_mail_people")),
        pa.array(column["first"], pa.int32()).cast(pa.date32()),
        _since(column["last_mail"], today),
        _since(column["last_meeting"], today),
        _average(column["meeting_minutes"], meetings, 1),
        _average(column["reply_seconds"], column["replies"], 3600),
        pa.array(starts, pa.int32()).cast(pa.date32()),
        pa.array([period.level.value] * size, pa.string()),
    )
    return pa.table(
        dict(zip((CUSTOMER, *COLUMNS), (pa.array(ids[column["account"]], pa.int64()), *values), strict=True))
    )


def joined(tables: Iterable[Any]) -> Any:
    """Tables of the same columns below one another."""
    return pa.concat_tables(list(tables))


def _earlier(one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.int32]:
    both = np.minimum(one, other)
    return np.where(both == NEVER, np.maximum(one, other), both).astype(np.int32)


def _since(last: NDArray[np.int32], today: int) -> Any:
    return pa.array((today - last).astype(np.int32), mask=last == NEVER)


def _average(total: NDArray[Any], count: NDArray[Any], unit: int) -> Any:
    # In whole numbers: a half is always rounded up, whatever fractions computers have.
    whole = np.maximum(count, 1).astype(np.int64) * unit
    hundredths = (total.astype(np.int64) * 200 + whole) // (2 * whole)
    return pa.array(hundredths / 100, pa.float64(), mask=count == 0)
