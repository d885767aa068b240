from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from clienteling.domain.errors import Invalid
from clienteling.ui.pos.customer.moment import at_store, parse_time

RIGA = ZoneInfo("Europe/Riga")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("17:20", time(17, 20)),
        (" 17.20 ", time(17, 20)),
        ("17h20", time(17, 20)),
        ("17 20", time(17, 20)),
        ("1720", time(17, 20)),
        ("920", time(9, 20)),
        ("9", time(9)),
        ("0:05", time(0, 5)),
        ("5:20 pm", time(17, 20)),
        ("5 P.M.", time(17)),
        ("12 am", time(0)),
        ("12:30 pm", time(12, 30)),
        ("9a", time(9)),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, expected: time) -> None:
    assert parse_time(typed) == expected


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "12:60", "13 pm", "0 am", "1:2:3", "-5", "12345"])
def test_what_is_no_time_is_refused_at_the_field(typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_time(typed)
    assert refused.value.field == "time"


def test_a_moment_is_meant_on_the_clock_of_the_store() -> None:
    assert at_store(date(2026, 7, 1), time(12), RIGA).astimezone(UTC) == datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert at_store(date(2026, 1, 1), time(12), RIGA).astimezone(UTC) == datetime(2026, 1, 1, 10, tzinfo=UTC)


def test_a_time_that_the_clock_skips_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        at_store(date(2026, 3, 29), time(3, 30), RIGA)
    assert refused.value.field == "time"


def test_of_a_time_that_the_clock_shows_twice_the_first_is_meant() -> None:
    moment = at_store(date(2026, 10, 25), time(3, 30), RIGA)
    assert moment.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
