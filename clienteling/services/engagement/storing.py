"""Brings what an enrichment has computed to the customers: the year, its months, and the score with its points."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from clienteling.database import engagement as stored
from clienteling.database.engine import Database
from clienteling.domain.enrichment import ColumnMeasure, EngagementNumbers, Enrichment

if TYPE_CHECKING:
    from clienteling.engagement.enrichment import Enrichment as Computed

_AT_ONCE = 2000  # customers in one transaction: others who write wait for no longer than that takes


def store_results(database: Database, enrichment: Enrichment, computed: "Computed", at: datetime) -> None:
    """Store the results of a run. Customers that have none any more lose them, and their score."""
    from clienteling.engagement.rows import Level

    years = computed.table(Level.YEAR)
    months = computed.table(Level.MONTH)
    points = _points(computed)
    ids = years["CustomerId"].to_pylist()
    found: dict[int, list[EngagementNumbers]] = defaultdict(list)
    for table in (years, months):
        for customer_id, numbers in numbers_of(table, at):
            found[customer_id].append(numbers)
    database.write(lambda t: stored.clear_results(t, enrichment.id, set(ids)))
    for start in range(0, len(ids), _AT_ONCE):
        _store(database, enrichment.id, {key: found[key] for key in ids[start : start + _AT_ONCE]}, points, at)
    for measure in enrichment.settings.measures:
        _store_measure(database, measure, found, at)


def numbers_of(table: Any, at: datetime) -> Iterator[tuple[int, EngagementNumbers]]:
    """The rows of an output table by customer; days since become days again."""
    today = at.date()
    for row in table.to_pylist():
        yield (
            row["CustomerId"],
            EngagementNumbers(
                level=row["AggregationLevel"],
                start=row["AggregationStartDate"],
                score=row["EngagementScore"],
                mails_to=row["NoOfEmails_ToAccount"],
                mails_from=row["NoOfEmails_FromAccount"],
                meetings_from=row["NoOfMeetings_FromAccount"],
                meetings_to=row["NoOfMeetings_ToAccount"],
                our_meeting_people=row["NoOfContactsInvolved_Meetings"],
                our_mail_people=row["NoOfContactsInvolved_Emails"],
                their_meeting_people=row["NoOfAccountContactsInvolved_Meetings"],
                their_mail_people=row["NoOfAccountContactsInvolved_Emails"],
                first=row["EngagementStartDate"],
                last_mail=_ago(today, row["DaysSinceLastEmail"]),
                last_meeting=_ago(today, row["DaysSinceLastMeeting"]),
                meeting_minutes=row["AverageDuration_Of_Meetings"],
                reply_hours=row["AverageDuration_Of_AccountEmailReplies"],
            ),
        )


def _ago(today: date, days: int | None) -> date | None:
    return None if days is None else today - timedelta(days=days)


def _points(computed: "Computed") -> dict[int, dict[str, float]]:
    return {
        row.pop("CustomerId"): {name.removeprefix("points_"): round(value, 1) for name, value in row.items()}
        for row in computed.points().to_pylist()
    }


def _store(
    database: Database,
    enrichment_id: int,
    found: Mapping[int, Sequence[EngagementNumbers]],
    points: Mapping[int, Mapping[str, float]],
    at: datetime,
) -> None:
    database.write(lambda t: stored.set_results(t, enrichment_id, found, points, at))


def _store_measure(
    database: Database, measure: ColumnMeasure, found: Mapping[int, Sequence[EngagementNumbers]], at: datetime
) -> None:
    """Store the values of a measure instead of those that were there."""
    key = database.write(lambda t: stored.clear_measure(t, measure.name))
    values: dict[int, float] = {}
    for customer_id, numbers in found.items():
        value = measure.of([one for one in numbers if one.level == stored.MONTH])
        if value is not None:
            values[customer_id] = value
    customers = list(values)
    for start in range(0, len(customers), _AT_ONCE):
        part = {customer_id: values[customer_id] for customer_id in customers[start : start + _AT_ONCE]}
        database.write(partial(stored.add_measured, measure_id=key, found=part, as_of=at))
