"""The health score: bounds, what never lowers it, grades, trend, special states, and a slow reference."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.relationship import health as scored
from clienteling.domain.relationship.analytics import Analytics, Frequency, State, Trend
from clienteling.domain.relationship.health import Health, course, health, table, traffic
from clienteling.domain.relationship.interaction import Channel, Interaction, flow_of

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

ages = st.floats(-30, 900, allow_nan=False)
interactions = st.builds(
    lambda age, channel, by_us: Interaction(NOW - timedelta(days=age), channel, by_us),
    ages,
    st.sampled_from(Channel),
    st.booleans(),
)
traffics = st.lists(interactions, max_size=30)
choices = st.builds(
    lambda influence, frequency: Analytics(dict(zip(Channel, influence, strict=True)), frequency),
    st.lists(st.integers(-50, 50), min_size=4, max_size=4),
    st.sampled_from(Frequency),
)


def ago(*days: float, channel: Channel = Channel.MEETING, by_us: bool = True) -> list[Interaction]:
    return [Interaction(NOW - timedelta(days=d), channel, by_us) for d in days]


def reference(known: list[Interaction], analytics: Analytics) -> float:
    """The formula of `health.md`, word by word."""
    days, expected = analytics.frequency.days, 1 / (1 - 2 ** (-1 / 4))
    much = both = 0.0
    last = float("inf")
    for i in known:
        age = (NOW - i.at.replace(microsecond=0)).total_seconds() / 86_400
        if age < 0:
            continue
        if i.channel is not Channel.TASK:
            last = min(last, age)
        if age > 365:
            continue
        counts = analytics.weight(i.channel) * 2 ** (-age / (4 * days))
        much += counts
        if i.channel in (Channel.MEETING, Channel.PHONE) or (i.channel is Channel.EMAIL and not i.by_us):
            both += counts
    recent = 30 * 2 ** (-max(last - days, 0) / (2 * days))
    return 50 * (1 - 2 ** (-2 * much / expected)) + recent + 20 * (1 - 2 ** (-2 * both / (expected / 2)))


def score(known: list[Interaction], analytics: Analytics = Analytics()) -> float:  # noqa: B008 - frozen
    """The score before it is rounded, whatever the state."""
    found = scored.ingredients(scored.traffic_of(known), analytics.frequency, NOW)
    return float(scored.points(found, analytics).sum())


@given(traffics, choices)
def test_the_score_is_what_its_page_says(known: list[Interaction], analytics: Analytics) -> None:
    assert abs(score(known, analytics) - reference(known, analytics)) < 1e-6


@given(traffics, choices)
def test_a_score_is_a_whole_number_from_0_to_100_and_its_parts_add_up(
    known: list[Interaction], analytics: Analytics
) -> None:
    found = health(known, analytics, NOW)
    assert found.state.is_grade is (found.score is not None)
    if found.score is not None:
        assert 0 <= found.score <= 100
        assert abs(sum(part.points for part in found.parts) - found.score) <= 0.5 + 1e-9
        assert all(0 <= part.points <= part.most for part in found.parts)
        assert found.state is analytics.grade(found.score)


@given(traffics, interactions, choices)
def test_one_more_interaction_never_lowers_it(
    known: list[Interaction], more: Interaction, analytics: Analytics
) -> None:
    assert score([*known, more], analytics) >= score(known, analytics) - 1e-9


@given(traffics, choices, st.sampled_from(Channel))
def test_more_influence_never_lowers_it(known: list[Interaction], analytics: Analytics, channel: Channel) -> None:
    more = Analytics({**analytics.influence, channel: 50}, analytics.frequency)
    assert score(known, more) >= score(known, analytics) - 1e-9


@given(traffics, choices)
def test_whoever_is_expected_less_often_is_not_worse(known: list[Interaction], analytics: Analytics) -> None:
    every = [score(known, Analytics(analytics.influence, frequency)) for frequency in Frequency]
    assert all(seldom >= often - 1e-9 for often, seldom in pairwise(every))


@given(traffics, choices, st.integers(1, 400))
def test_time_alone_lowers_it(known: list[Interaction], analytics: Analytics, days: int) -> None:
    past = [i for i in known if i.at <= NOW]
    later = [Interaction(i.at - timedelta(days=days), i.channel, i.by_us) for i in past]
    assert score(later, analytics) <= score(past, analytics) + 1e-9


@given(st.lists(traffics, max_size=6), choices)
def test_many_customers_at_once_get_what_each_gets_alone(
    customers: list[list[Interaction]], analytics: Analytics
) -> None:
    rows = [
        (place, flow_of(i.channel, by_us=i.by_us), int(i.at.timestamp()))
        for place, known in enumerate(customers)
        for i in known
    ]
    found = table(traffic(len(customers), rows), analytics, NOW)
    for place, known in enumerate(customers):
        alone = health(known, analytics, NOW)
        assert (found.states[place], found.trends[place]) == (alone.state, alone.trend)
        assert found.scores[place] == (-1 if alone.score is None else alone.score)


def test_who_does_what_is_expected_is_good_and_who_stops_is_not() -> None:
    weekly = ago(*range(0, 364, 7))
    assert health(weekly, Analytics(), NOW).state is State.GOOD
    assert health(ago(*range(35, 364, 7)), Analytics(), NOW).state is State.FAIR
    assert health(ago(*range(70, 364, 7)), Analytics(), NOW).state is State.POOR


def test_mails_that_nobody_answers_stay_below_80() -> None:
    flood = ago(*[d / 10 for d in range(3000)], channel=Channel.EMAIL)
    assert health(flood, Analytics(), NOW).score == 80


def test_a_task_is_no_contact() -> None:
    tasks = ago(0, 1, 2, channel=Channel.TASK)
    assert [part.points for part in health(tasks, Analytics(), NOW).parts][1:] == [0, 0]


def test_special_states() -> None:
    def of(*days: float) -> tuple[State, Trend]:
        found = health(ago(*days), Analytics(), NOW)
        return found.state, found.trend

    assert of() == (State.NO_CLOSED_ACTIVITIES, Trend.NOT_APPLICABLE)
    assert of(-1, -7) == (State.NO_CLOSED_ACTIVITIES, Trend.NOT_APPLICABLE)
    assert of(731, 800) == (State.OLDER_THAN_2_YEARS, Trend.NOT_APPLICABLE)
    assert of(3) == (State.NOT_ENOUGH_INFO, Trend.NOT_ENOUGH_INFO)
    assert of(3, 731) == (State.NOT_ENOUGH_INFO, Trend.NOT_ENOUGH_INFO)
    assert of(400, 729) == (State.POOR, Trend.STEADY)


def test_the_trend_is_slow_and_needs_six_weeks() -> None:
    def trend(*days: float) -> Trend:
        return health(ago(*days), Analytics(), NOW).trend

    assert trend(*range(0, 364, 7)) is Trend.STEADY
    assert trend(*range(28, 364, 7)) is Trend.DECLINING
    assert trend(*range(0, 28, 3), 60) is Trend.IMPROVING
    assert trend(0, 7, 14, 41) is Trend.NOT_ENOUGH_INFO
    assert trend(0, 7, 14, 43) is not Trend.NOT_ENOUGH_INFO
    # One visit more is no trend.
    assert trend(1, *range(5, 364, 7)) is Trend.STEADY


def test_the_course_ends_with_the_score_of_today() -> None:
    known = ago(2, 30, 31, 100)
    found = course(known, Analytics(), NOW)
    assert found[-1] == (NOW, health(known, Analytics(), NOW).score)
    # Before there were two interactions there was no score.
    assert found[0][0] == NOW - timedelta(weeks=4)


def test_nobody_is_no_table() -> None:
    found = table(traffic(0, []), Analytics(), NOW)
    assert (found.scores.tolist(), found.states, found.trends) == ([], [], [])
    assert np.array_equal(traffic(2, []).at, np.array([]))


def test_health_knows_when_it_was_computed() -> None:
    assert health([], Analytics(), NOW) == Health(State.NO_CLOSED_ACTIVITIES, Trend.NOT_APPLICABLE, NOW)
