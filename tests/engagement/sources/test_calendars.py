"""Meetings from calendar files."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clienteling.domain.errors import Invalid
from clienteling.engagement.interactions import Batch
from clienteling.engagement.pool import Pool, Taken
from clienteling.engagement.sources.calendars import CalendarFile

NOW = datetime(2026, 11, 22, tzinfo=UTC)
EVENT = """\
BEGIN:VEVENT
UID:one@x
DTSTAMP:20261101T080000Z
DTSTART;TZID=Europe/Riga:20261102T100000
DTEND;TZID=Europe/Riga:20261102T113000
SUMMARY:a secret subject
ORGANIZER;CN=Kim:mailto:kim@acme.example
ATTENDEE;CUTYPE=INDIVIDUAL:MAILTO:anna@shop.example
ATTENDEE;CUTYPE=ROOM:mailto:room@shop.example
END:VEVENT
"""


def take(folder: Path, *events: str, head: str = "") -> tuple[Pool, Taken]:
    file = folder / "some.ics"
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + head + "".join(events) + "END:VCALENDAR\n"
    file.write_text(text.replace("\n", "\r\n"), newline="")
    pool = Pool(folder / "pool")
    return pool, pool.take(CalendarFile(file, NOW).batches(), NOW)


def test_a_meeting_has_its_people_without_rooms(tmp_path: Path) -> None:
    pool, taken = take(tmp_path, EVENT)
    assert taken.taken == 1
    rows = pool.rows(pool.chunks[0])
    assert rows.at.tolist() == [int(datetime(2026, 11, 2, 8, tzinfo=UTC).timestamp())]
    assert rows.minutes.tolist() == [90]
    assert len(pool.people) == 2


def test_each_occurrence_of_a_recurring_meeting_counts_but_for_those_that_were_taken_out(tmp_path: Path) -> None:
    series = EVENT.replace("SUMMARY", "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Riga:20261109T100000\nSUMMARY")
    moved = (
        EVENT.replace("SUMMARY", "RECURRENCE-ID;TZID=Europe/Riga:20261116T100000\nSUMMARY")
        .replace("DTSTART;TZID=Europe/Riga:20261102T", "DTSTART;TZID=Europe/Riga:20261117T")
        .replace("DTEND;TZID=Europe/Riga:20261102T", "DTEND;TZID=Europe/Riga:20261117T")
    )
    pool, taken = take(tmp_path, series, moved)
    assert taken.taken == 3
    days = [datetime.fromtimestamp(at, UTC).day for at in pool.rows(pool.chunks[0]).at.tolist()]
    assert days == [2, 17, 23]


def test_a_meeting_that_has_moved_in_a_later_file_counts_once(tmp_path: Path) -> None:
    moved = EVENT.replace(":20261102T", ":20261105T")
    assert [take(tmp_path, event)[1].taken for event in (EVENT, moved, moved)] == [1, 1, 0]
    longer = moved.replace("T113000", "T120000")
    pool, _ = take(tmp_path, longer)
    found = [(rows.at.tolist(), rows.minutes.tolist()) for rows in map(pool.rows, pool.chunks) if len(rows)]
    assert found == [([int(datetime(2026, 11, 5, 8, tzinfo=UTC).timestamp())], [120])]


def test_a_series_without_an_end_is_counted_as_far_as_it_matters(tmp_path: Path) -> None:
    _, taken = take(tmp_path, EVENT.replace("SUMMARY", "RRULE:FREQ=DAILY\nSUMMARY"))
    assert 380 < taken.taken < 400


@pytest.mark.parametrize("often", ["SECONDLY", "MINUTELY", "HOURLY"])
def test_a_series_that_is_no_meeting_is_rejected(tmp_path: Path, often: str) -> None:
    _, taken = take(tmp_path, EVENT.replace("SUMMARY", f"RRULE:FREQ={often}\nSUMMARY"))
    assert (taken.taken, taken.rejected_count) == (0, 1)


def test_whole_days_and_what_was_cancelled_do_not_count(tmp_path: Path) -> None:
    day = EVENT.replace("DTSTART;TZID=Europe/Riga:20261102T100000", "DTSTART;VALUE=DATE:20261102").replace(
        "DTEND;TZID=Europe/Riga:20261102T113000", "DTEND;VALUE=DATE:20261103"
    )
    cancelled = EVENT.replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY").replace("one@x", "two@x")
    _, taken = take(tmp_path, day.replace("one@x", "three@x"), cancelled)
    assert (taken.taken, taken.rejected_count) == (0, 0)


def test_a_meeting_of_nobody_is_rejected(tmp_path: Path) -> None:
    _, taken = take(tmp_path, EVENT.replace("ORGANIZER;CN=Kim:mailto:kim@acme.example\n", ""))
    assert (taken.taken, taken.rejected_count) == (0, 1)


@pytest.mark.parametrize("content", [b"", b"\0\xff", b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"BEGIN:VCALENDAR\r\n"])
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "some.ics"
    file.write_bytes(content)
    with pytest.raises(Invalid):
        list[Batch | object](CalendarFile(file, NOW).batches())


SERIES = EVENT.replace("SUMMARY", "RRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY")
ONE_LESS = EVENT.replace(
    "SUMMARY", "RECURRENCE-ID;TZID=Europe/Riga:20261109T100000\nSTATUS:CANCELLED\nSUMMARY"
).replace(":20261102T", ":20261109T")


@pytest.mark.parametrize(
    "less",
    [ONE_LESS, SERIES.replace("SUMMARY", "EXDATE;TZID=Europe/Riga:20261109T100000\nSUMMARY")],
    ids=["cancelled", "without its date"],
)
@pytest.mark.parametrize("is_first", [True, False], ids=["before", "after"])
def test_an_occurrence_that_another_file_cancels_is_withdrawn_whichever_comes_first(
    tmp_path: Path, less: str, is_first: bool
) -> None:
    for events in (less, SERIES, less) if is_first else (SERIES, less, SERIES):
        pool, _ = take(tmp_path, events)
    days = [datetime.fromtimestamp(at, UTC).day for c in pool.chunks for at in pool.rows(c).at.tolist()]
    assert sorted(days) == [2, 16]


def test_a_meeting_that_was_cancelled_counts_again_when_its_organizer_says_so_later(tmp_path: Path) -> None:
    take(tmp_path, EVENT)
    pool, _ = take(tmp_path, EVENT.replace("SUMMARY", "STATUS:CANCELLED\nSEQUENCE:1\nSUMMARY"))
    assert sum(len(pool.rows(chunk)) for chunk in pool.chunks) == 0
    assert take(tmp_path, EVENT)[1].taken == 0
    assert take(tmp_path, EVENT.replace("SUMMARY", "SEQUENCE:2\nSUMMARY"))[1].taken == 1


def test_what_takes_place_again_stays_though_the_old_file_or_another_cancellation_comes(tmp_path: Path) -> None:
    cancelled = EVENT.replace("SUMMARY", "STATUS:CANCELLED\nSEQUENCE:1\nSUMMARY")
    for event in (EVENT, cancelled, EVENT.replace("SUMMARY", "SEQUENCE:2\nSUMMARY"), EVENT.replace("one@x", "two@x")):
        take(tmp_path, event)
    take(tmp_path, cancelled)
    pool, _ = take(tmp_path, cancelled.replace("one@x", "two@x"))
    assert sum(len(pool.rows(chunk)) for chunk in pool.chunks) == 1


def test_a_calendar_that_cancels_withdraws_its_meetings(tmp_path: Path) -> None:
    take(tmp_path, EVENT)
    pool, _ = take(tmp_path, EVENT, head="METHOD:CANCEL\n")
    assert sum(len(pool.rows(chunk)) for chunk in pool.chunks) == 0
