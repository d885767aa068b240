"""The health score: how a relationship stands, from 0 to 100. The formula and its reasons stand in `health.md`.

All is computed in columns, for one customer as for a hundred thousand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.errors import mark
from clienteling.domain.relationship.analytics import Analytics, Frequency, State, Trend
from clienteling.domain.relationship.interaction import Flow, Interaction, flow_of

Numbers = NDArray[np.float64]
Moments = NDArray[np.int64]

ACTIVITY, RECENCY, ENGAGEMENT = 50.0, 30.0, 20.0  # points that each part can give
HALF_LIVES = 4  # an interaction counts half after this many expected intervals
BOTH_WAYS = 0.5  # the share of what is expected in which the customer should take part
WINDOW, OLD = 365, 730  # days
FEWEST = 2  # interactions within two years
RECENT, FORMER = (0, 7, 14), (28, 35, 42)  # days ago: the trend compares the means of these scores
NOTABLE = 5.0  # points between the two means
_DAY = 86_400.0
_FLOWS = len(Flow)
_BOTH = np.array([flow not in (Flow.MAIL_BY_US, Flow.TASK) for flow in Flow])


@dataclass(frozen=True, slots=True)
class Traffic:
    """Interactions of `size` customers: whose (their places), what, and when in seconds since 1970."""

    size: int
    of: NDArray[np.int32]
    flow: NDArray[np.int8]
    at: Moments


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What scores at a moment are made from: decayed counts by flow, days since the last contact, and how much there
    is to judge by. Days without any are infinite.
    """

    counts: Numbers
    contact: Numbers
    newest: Numbers
    oldest: Numbers
    known: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Part:
    """How many points of how many a part of the score gave. `name` is a translatable literal."""

    name: str
    points: float
    most: float


@dataclass(frozen=True, slots=True)
class Health:
    """A customer's health as of a moment. Without a grade there is no score, and no parts."""

    state: State
    trend: Trend
    as_of: datetime
    score: int | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The health of many customers in their order: scores are -1 where there is none."""

    scores: NDArray[np.int16]
    states: list[State]
    trends: list[Trend]


PARTS = (mark("How much"), mark("How recent"), mark("Both ways"))


def traffic_of(interactions: Iterable[Interaction]) -> Traffic:
    """The interactions of one customer."""
    rows = [(flow_of(i.channel, by_us=i.by_us), i.at.timestamp()) for i in interactions]
    return traffic(1, [(0, flow, int(at)) for flow, at in rows])


def traffic(size: int, rows: Sequence[tuple[int, int, int]]) -> Traffic:
    """Rows of place, flow and moment."""
    table = np.array(rows, np.int64).reshape(-1, 3)
    return Traffic(size, table[:, 0].astype(np.int32), table[:, 1].astype(np.int8), table[:, 2].copy())


def ingredients(given: Traffic, frequency: Frequency, now: datetime) -> Ingredients:
    """What the scores at `now` are made from. What is planned for later does not count yet."""
    age = (now.timestamp() - given.at) / _DAY
    done = age >= 0
    of, flow, age = given.of[done], given.flow[done], age[done]
    decayed = np.exp2(-age / (HALF_LIVES * frequency.days)) * (age <= WINDOW)
    counts: Numbers = np.bincount(of * _FLOWS + flow, decayed, given.size * _FLOWS).astype(np.float64)
    contact, newest = (np.full(given.size, np.inf) for _ in range(2))
    oldest = np.full(given.size, -np.inf)
    touched = flow != Flow.TASK
    np.minimum.at(contact, of[touched], age[touched])
    np.minimum.at(newest, of, age)
    np.maximum.at(oldest, of, age)
    known = np.bincount(of[age <= OLD], minlength=given.size)
    return Ingredients(counts.reshape(given.size, _FLOWS), contact, newest, oldest, known)


def points(given: Ingredients, analytics: Analytics) -> Numbers:
    """The points of each part: a row for each customer."""
    days = analytics.frequency.days
    expected = 1 / (1 - 2 ** (-1 / HALF_LIVES))
    weighted = given.counts * np.array([analytics.weight(flow.channel) for flow in Flow])
    activity = weighted.sum(axis=1) / expected
    engagement = weighted[:, _BOTH].sum(axis=1) / (expected * BOTH_WAYS)
    overdue = np.maximum(given.contact - days, 0)
    return np.stack(
        [
            ACTIVITY * (1 - np.exp2(-2 * activity)),
            RECENCY * np.exp2(-overdue / (2 * days)),
            ENGAGEMENT * (1 - np.exp2(-2 * engagement)),
        ],
        axis=1,
    )


def scores(given: Ingredients, analytics: Analytics) -> Numbers:
    """Whole scores."""
    whole: Numbers = np.floor(points(given, analytics).sum(axis=1) + 0.5)
    return whole


def table(given: Traffic, analytics: Analytics, now: datetime) -> Table:
    """The health of many customers."""
    today = ingredients(given, analytics.frequency, now)
    found = scores(today, analytics)
    judged = judgeable(today)
    change = _mean(given, analytics, now, RECENT) - _mean(given, analytics, now, FORMER)
    states = [_state(*row) for row in zip(*(c.tolist() for c in (today.newest, today.known)), strict=True)]
    rows = zip(states, found.tolist(), change.tolist(), today.oldest.tolist(), strict=True)
    graded = [(state or analytics.grade(int(score)), _trend(state, by, oldest)) for state, score, by, oldest in rows]
    return Table(
        np.where(judged, found, -1).astype(np.int16), [state for state, _ in graded], [trend for _, trend in graded]
    )


def judgeable(given: Ingredients) -> NDArray[np.bool_]:
    """Who gets a grade."""
    return (given.known >= FEWEST) & (given.newest <= OLD)


def health(interactions: Iterable[Interaction], analytics: Analytics, now: datetime) -> Health:
    """The health of one customer, with its parts."""
    given = traffic_of(interactions)
    found = table(given, analytics, now)
    state, trend = found.states[0], found.trends[0]
    if not state.is_grade:
        return Health(state, trend, now)
    parts = points(ingredients(given, analytics.frequency, now), analytics)[0].tolist()
    explained = zip(PARTS, parts, (ACTIVITY, RECENCY, ENGAGEMENT), strict=True)
    return Health(state, trend, now, int(found.scores[0]), tuple(Part(*part) for part in explained))


def course(
    interactions: Iterable[Interaction], analytics: Analytics, now: datetime, weeks: int = 26
) -> tuple[tuple[datetime, int], ...]:
    """How one customer's score went, week by week up to `now`, as far as there was one."""
    given = traffic_of(interactions)
    found = []
    for week in range(weeks, -1, -1):
        moment = now - timedelta(weeks=week)
        then = ingredients(given, analytics.frequency, moment)
        if judgeable(then)[0]:
            found.append((moment, int(scores(then, analytics)[0])))
    return tuple(found)


def _mean(given: Traffic, analytics: Analytics, now: datetime, days_ago: Sequence[int]) -> Numbers:
    moments = [now - timedelta(days=days) for days in days_ago]
    every = [points(ingredients(given, analytics.frequency, at), analytics).sum(axis=1) for at in moments]
    mean: Numbers = np.mean(every, axis=0)
    return mean


def _state(newest: float, known: int) -> State | None:
    """Why there is no grade; None if there is one."""
    if newest == np.inf:
        return State.NO_CLOSED_ACTIVITIES
    if newest > OLD:
        return State.OLDER_THAN_2_YEARS
    return State.NOT_ENOUGH_INFO if known < FEWEST else None


def _trend(state: State | None, change: float, oldest: float) -> Trend:
    if state is State.NOT_ENOUGH_INFO:
        return Trend.NOT_ENOUGH_INFO
    if state is not None:
        return Trend.NOT_APPLICABLE
    if oldest < FORMER[-1]:
        return Trend.NOT_ENOUGH_INFO
    if change >= NOTABLE:
        return Trend.IMPROVING
    return Trend.DECLINING if change <= -NOTABLE else Trend.STEADY
