from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.dates import (
    YearlyDate,
    day_number,
    days_until,
    days_until_each,
    in_year,
    next_time,
    wrong_day,
)

LEAP = 2028
PLAIN = 2027
every_day = [YearlyDate.of(date(LEAP, 1, 1) + timedelta(days=number)) for number in range(366)]


@pytest.mark.parametrize(("month", "day"), [(2, 30), (13, 1), (0, 1), (4, 31)])
def test_a_day_that_no_year_has_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        YearlyDate(month, day)


def test_29_february_exists_without_a_year_and_in_leap_years_only() -> None:
    assert YearlyDate(2, 29).year is None
    assert YearlyDate(2, 29, 1988).day == 29
    with pytest.raises(ValueError, match="day"):
        YearlyDate(2, 29, 1987)


@pytest.mark.parametrize(
    ("day", "today", "days"),
    [
        (YearlyDate(11, 22), date(2026, 11, 22), 0),
        (YearlyDate(11, 23), date(2026, 11, 22), 1),
        (YearlyDate(11, 21), date(2026, 11, 22), 364),
        (YearlyDate(1, 1), date(2026, 12, 31), 1),
        (YearlyDate(12, 31), date(2027, 1, 1), 364),
        (YearlyDate(2, 29), date(2027, 2, 1), 27),
        (YearlyDate(2, 29), date(2027, 2, 28), 0),
        (YearlyDate(2, 29), date(2027, 3, 1), 365),
        (YearlyDate(2, 29), date(2028, 2, 28), 1),
        (YearlyDate(2, 28), date(2028, 2, 29), 365),
        (YearlyDate(3, 1), date(2028, 2, 29), 1),
    ],
)
def test_the_days_until_a_yearly_date(day: YearlyDate, today: date, days: int) -> None:
    assert days_until(day, today) == days


@pytest.mark.parametrize("year", [PLAIN, LEAP])
def test_looking_up_agrees_with_counting_on_every_day_of_a_year(year: int) -> None:
    today = date(year, 1, 1)
    while today.year == year:
        table = days_until_each(today)
        assert [table[day_number(day)] for day in every_day] == [days_until(day, today) for day in every_day]
        today += timedelta(days=1)


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.sampled_from(every_day))
def test_the_next_time_is_the_first_celebration_from_today_on(today: date, day: YearlyDate) -> None:
    found = next_time(day, today)
    assert today <= found
    assert found == in_year(day, found.year)
    assert in_year(day, found.year - 1) < today if found.year > 1 else True
    assert 0 <= days_until(day, today) <= 365


def test_each_day_of_a_leap_year_has_its_own_number() -> None:
    assert [day_number(day) for day in every_day] == list(range(366))


@pytest.mark.parametrize(
    ("month", "day", "year", "words"),
    [
        (2, 31, 2026, "There is no day 31: February 2026 has 28 days."),
        (2, 30, None, "There is no day 30: February has 29 days."),
        (2, 30, 2028, "There is no day 30: February 2028 has 29 days."),
        (13, 1, 2026, "There is no month 13: a year has twelve."),
        (4, 0, 2026, "There is no day 0: the first one of a month is 1."),
    ],
)
def test_what_is_wrong_with_a_day_that_there_is_not(month: int, day: int, year: int | None, words: str) -> None:
    assert wrong_day("born", month, day, year).message == words
