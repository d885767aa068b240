"""Counting a period anew from segments, and which periods there are in a window of one year."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from clienteling.engagement.interactions import DAY
from clienteling.engagement.replies import LONGEST_DAYS
from clienteling.engagement.rows import Level, Period, day_of, months, number_of, rows_of, weeks
from clienteling.engagement.segments import Pairs, Segment
from clienteling.engagement.sums import Sums, no_sums, people_of

WINDOW_DAYS = 365


def kept_from(today: int) -> int:
    """The first day that is needed: months and weeks of the window are counted whole, and a reply has its question."""
    first = today - WINDOW_DAYS + 1
    return min(months(first, today)[0].first, weeks(first, today)[0].first) - LONGEST_DAYS - 1


def counted(segments: Iterable[Segment], period: Period, accounts: int, pairs: Pairs) -> Sums:
    """The sums of a period, counted anew."""
    sums = no_sums(accounts, len(pairs))
    for segment in segments:
        sums.add(segment, period.first, period.last)
        sums.add_pairs(segment, period.first, period.last)
    sums.count_people(pairs.slots)
    return sums


def period_rows(segments: list[Segment], period: Period, accounts: int, pairs: Pairs) -> Any:
    """The rows of a month or a week, which has a small part of all segments."""
    days = period.first, period.last
    there = [one for one in segments if np.subtract(*one.between(*days))]
    if not there:
        return no_rows()
    sums = no_sums(accounts, 0)
    for segment in there:
        sums.add(segment, *days)
    sums.people = people_of(there, days, pairs, accounts)
    return rows_of(sums, period)


def window_of(as_of: int) -> Period:
    """The year up to a moment."""
    today = as_of // DAY
    return Period(Level.YEAR, today - WINDOW_DAYS + 1, today)


def no_rows() -> Any:
    return rows_of(no_sums(0, 0), Period(Level.YEAR, number_of(day_of(0)), 0))
