"""Days that come round each year, and how near they are."""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date

from clienteling.domain.errors import Invalid, Marked, mark

LEAP_YEAR = 2000
DAYS_OF_LEAP_YEAR = 366


@dataclass(frozen=True, slots=True)
class YearlyDate:
    """A month and a day, with the year of the event if it is known."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        date(self.year or LEAP_YEAR, self.month, self.day)

    @classmethod
    def of(cls, day: date) -> "YearlyDate":
        return cls(day.month, day.day, day.year)


_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def wrong_day(field: str, month: int, day: int, year: int | None = None) -> Invalid:
    """What is wrong with a day that there is not."""
    if not 1 <= month <= len(_MONTHS):
        return Invalid(field, mark("There is no month {month}: a year has twelve."), month=month)
    if year is not None and not 1 <= year <= MAXYEAR:
        return Invalid(field, mark("There is no year {year}."), year=year)
    days, name = calendar.monthrange(year or LEAP_YEAR, month)[1], Marked(_MONTHS[month - 1])
    if day < 1:
        return Invalid(field, mark("There is no day {day}: the first one of a month is 1."), day=day)
    if year is None:
        return Invalid(field, mark("There is no day {day}: {month} has {days} days."), day=day, month=name, days=days)
    message = mark("There is no day {day}: {month} {year} has {days} days.")
    return Invalid(field, message, day=day, month=name, year=year, days=days)


def in_year(day: YearlyDate, year: int) -> date:
    """When `day` is celebrated in `year`: 29 February on the 28th when there is none."""
    if (day.month, day.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 2, 28)
    return date(year, day.month, day.day)


def next_time(day: YearlyDate, today: date) -> date:
    """The first celebration of `day` on or after `today`."""
    this_year = in_year(day, today.year)
    return this_year if this_year >= today else in_year(day, today.year + 1)


def days_until(day: YearlyDate, today: date) -> int:
    """0 today, 1 tomorrow, at most 365."""
    return (next_time(day, today) - today).days


def day_number(day: YearlyDate) -> int:
    """The place of `day` in a leap year, from 0 for 1 January to 365 for 31 December."""
    return date(LEAP_YEAR, day.month, day.day).timetuple().tm_yday - 1


def days_until_each(today: date) -> tuple[int, ...]:
    """`days_until` for each `day_number`, so that a column of day numbers is answered by looking up."""
    first = date(LEAP_YEAR, 1, 1).toordinal()
    days = (date.fromordinal(first + number) for number in range(DAYS_OF_LEAP_YEAR))
    return tuple(days_until(YearlyDate(d.month, d.day), today) for d in days)
