"""Calendar files (iCalendar): meetings, each occurrence of a recurring one, without rooms and what was cancelled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from clienteling.domain.errors import Invalid, mark
from clienteling.engagement.interactions import Batch, Interaction, Kind, Rejected, batch_of

_BACK, _AHEAD = timedelta(days=400), timedelta(days=370)
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_BAD_SERIES = mark("It recurs more often than a meeting can.")
_BAD_MEETING = mark("The meeting cannot be read.")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar; `now` says which occurrences are near enough to matter."""

    file: Path
    now: datetime | None = None

    def batches(self) -> Iterator[Batch | Rejected]:
        import recurring_ical_events  # a big import for those who have calendars only

        now = self.now or datetime.now(UTC)
        for calendar in self._calendars():
            yield from _without_bad_series(calendar)
            yield batch_of(_without_dates(calendar))
            is_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
            try:
                query = recurring_ical_events.of(calendar, components=["VEVENT"], skip_bad_series=True)
                events = query.between(now - _BACK, now + _AHEAD)
            except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
                yield Rejected("", _BAD_MEETING)
                continue
            yield from _meetings(events, _series(calendar), is_cancelled)

    def _calendars(self) -> list[Any]:
        from icalendar import Calendar

        try:
            found = Calendar.from_ical(self.file.read_bytes(), multiple=True)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            message = mark("The file {file} is damaged, or of another kind.")
            raise Invalid("file", message, file=self.file.name) from error
        calendars = [one for one in found if getattr(one, "name", "") == "VCALENDAR"]
        if not calendars:
            raise Invalid("file", mark("The file {file} is damaged, or of another kind."), file=self.file.name)
        return calendars


def _without_bad_series(calendar: Any) -> Iterator[Rejected]:
    """Take series out that would never end to be counted."""
    for number, event in enumerate([*calendar.subcomponents], 1):
        rules = event.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            if {str(one).upper() for one in rule.get("FREQ", [])} & _TOO_OFTEN:
                calendar.subcomponents.remove(event)
                yield Rejected(str(number), _BAD_SERIES)
                break


def _series(calendar: Any) -> set[str]:
    """The IDs of what recurs, or is an occurrence of something that does."""
    events = (one for one in calendar.subcomponents if one.name == "VEVENT")
    return {str(one.get("UID", "")) for one in events if {"RRULE", "RDATE", "RECURRENCE-ID"} & set(one.keys())}


def _without_dates(calendar: Any) -> list[Interaction]:
    """The occurrences that series have no more (EXDATE), as what was cancelled."""
    found: list[Interaction] = []
    for event in calendar.walk("VEVENT"):
        dates = event.get("EXDATE", [])
        for several in dates if isinstance(dates, list) else [dates]:
            for one in getattr(several, "dts", ()):
                if isinstance(one.dt, datetime):
                    begins = _in_zone(one.dt)
                    identity = _occurrence(str(event.get("UID", "")), begins)
                    revision = _revision(event)
                    found.append(Interaction(Kind.MEETING, identity, "", begins, "", (), None, False, True, revision))
    return found


def _in_zone(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _occurrence(identity: str, begins: datetime) -> str:
    return f"{identity}/{begins.astimezone(UTC).isoformat()}"


def _revision(event: Any) -> int:
    try:
        return int(event.get("SEQUENCE", 0))
    except (ValueError, TypeError):
        return 0


def _meetings(events: list[Any], series: set[str], is_cancelled: bool) -> Iterator[Batch | Rejected]:
    found: list[Interaction] = []
    for number, event in enumerate(events, 1):
        try:
            meeting = _meeting(event, series, is_cancelled)
        except (ValueError, TypeError, KeyError, AttributeError):
            yield Rejected(str(number), _BAD_MEETING)
            continue
        if meeting is not None:
            found.append(meeting)
    yield batch_of(found)


def _meeting(event: Any, series: set[str], is_cancelled: bool) -> Interaction | None:
    """A meeting, or that it was cancelled; none for what counts as none: whole days."""
    start, end = event.start, event.end
    if not isinstance(start, datetime):
        return None
    is_cancelled |= str(event.get("STATUS", "")).upper() == "CANCELLED"
    attendees = event.get("ATTENDEE", [])
    people = [one for one in (attendees if isinstance(attendees, list) else [attendees]) if not _is_room(one)]
    begins = _in_zone(start)
    identity = str(event.get("UID", ""))
    # A later file can say of a single one that it has moved.
    is_single = bool(identity) and identity not in series
    return Interaction(
        Kind.MEETING,
        identity if is_single else _occurrence(identity, begins),
        "",
        begins,
        _address(event.get("ORGANIZER", "")),
        tuple(_address(one) for one in people),
        _in_zone(end),
        is_single,
        is_cancelled and bool(identity),
        _revision(event),
    )


def _is_room(attendee: Any) -> bool:
    return str(getattr(attendee, "params", {}).get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"}


def _address(value: object) -> str:
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return text[7:] if text.lower().startswith("mailto:") else text
