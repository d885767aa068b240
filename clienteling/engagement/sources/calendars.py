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
            if str(calendar.get("METHOD", "")).upper() == "CANCEL":
                continue
            yield from _without_bad_series(calendar)
            try:
                query = recurring_ical_events.of(calendar, components=["VEVENT"], skip_bad_series=True)
                events = query.between(now - _BACK, now + _AHEAD)
            except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
                yield Rejected("", _BAD_MEETING)
                continue
            yield from _meetings(events, _series(calendar))

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


def _meetings(events: list[Any], series: set[str]) -> Iterator[Batch | Rejected]:
    found: list[Interaction] = []
    for number, event in enumerate(events, 1):
        try:
            meeting = _meeting(event, series)
        except (ValueError, TypeError, KeyError, AttributeError):
            yield Rejected(str(number), _BAD_MEETING)
            continue
        if meeting is not None:
            found.append(meeting)
    yield batch_of(found)


def _meeting(event: Any, series: set[str]) -> Interaction | None:
    """A meeting; none for what counts as none: whole days, and what was cancelled."""
    start, end = event.start, event.end
    if str(event.get("STATUS", "")).upper() == "CANCELLED" or not isinstance(start, datetime):
        return None
    attendees = event.get("ATTENDEE", [])
    people = [one for one in (attendees if isinstance(attendees, list) else [attendees]) if not _is_room(one)]
    begins = start if start.tzinfo else start.replace(tzinfo=UTC)
    identity = str(event.get("UID", ""))
    # A later file can say of a single one that it has moved.
    is_single = bool(identity) and identity not in series
    return Interaction(
        Kind.MEETING,
        identity if is_single else f"{identity}/{begins.astimezone(UTC).isoformat()}",
        "",
        begins,
        _address(event.get("ORGANIZER", "")),
        tuple(_address(one) for one in people),
        end if end.tzinfo else end.replace(tzinfo=UTC),
        is_single,
    )


def _is_room(attendee: Any) -> bool:
    return str(getattr(attendee, "params", {}).get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"}


def _address(value: object) -> str:
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return text[7:] if text.lower().startswith("mailto:") else text
