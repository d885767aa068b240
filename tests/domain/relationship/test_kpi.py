"""The figures of a relationship by the counting rules."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.relationship.interaction import Channel, Interaction
from clienteling.domain.relationship.kpi import Responses, kpis, time_of

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def at(days: float, channel: Channel, **more: object) -> Interaction:
    return Interaction(NOW - timedelta(days=days), channel, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("interaction", "team", "customer"),
    [
        (at(1, Channel.EMAIL, colleagues=(1,)), 5, 2.5),
        (at(1, Channel.EMAIL, by_us=False, colleagues=(1,)), 2.5, 5),
        (at(1, Channel.EMAIL, by_us=False, colleagues=(1, 2, 3)), 7.5, 5),
        (at(1, Channel.MEETING, colleagues=(1, 2), minutes=45.0), 90, 45),
        (at(1, Channel.MEETING, colleagues=(1,)), 30, 30),
        (at(1, Channel.PHONE), 10, 10),
        (at(1, Channel.PHONE, colleagues=(1, 1), minutes=3.0), 3, 3),
        (at(1, Channel.TASK, colleagues=(1,), minutes=20.0), 20, 0),
        (at(1, Channel.MEETING, minutes=-5.0), 0, 0),
    ],
)
def test_time_is_counted_by_the_rules(interaction: Interaction, team: float, customer: float) -> None:
    assert time_of(interaction) == (team, customer)


def test_a_year_is_counted_by_kind_and_direction() -> None:
    found = kpis(
        [
            at(1, Channel.EMAIL),
            at(2, Channel.EMAIL, by_us=False),
            at(3, Channel.EMAIL, by_us=False),
            at(4, Channel.MEETING, minutes=60.0),
            at(5, Channel.MEETING, by_us=False, minutes=30.0),
            at(6, Channel.PHONE),
            at(7, Channel.PHONE, by_us=False),
            at(8, Channel.TASK),
            at(366, Channel.MEETING),
        ],
        NOW,
    )
    assert (found.emails_sent, found.emails_received, found.emails) == (1, 2, 3)
    assert (found.meetings_by_us, found.meetings_by_them, found.meetings) == (1, 1, 2)
    assert (found.calls_made, found.calls_received, found.tasks) == (1, 1, 1)
    assert found.face_minutes == 90
    assert found.team_minutes == 5 + 2 * 2.5 + 90 + 20
    assert found.customer_minutes == 2.5 + 2 * 5 + 90 + 20


def test_last_and_next_stand_on_both_sides_of_now() -> None:
    old, planned, later = at(500, Channel.PHONE), at(-1, Channel.MEETING), at(-2, Channel.MEETING)
    found = kpis([later, old, planned], NOW)
    assert (found.last, found.next) == (old, planned)
    assert found.calls == 0
    assert kpis([], NOW).last is None


def test_who_is_most_in_touch_are_three_at_most_and_tasks_are_no_contact() -> None:
    known = [at(n, Channel.PHONE, colleagues=(n % 4,)) for n in range(1, 11)]
    known += [at(n, Channel.TASK, colleagues=(9,)) for n in range(20)]
    assert kpis(known, NOW).most_contacted_by == ((1, 3), (2, 3), (0, 2))


def test_answers_are_those_of_the_other_side_in_the_same_conversation() -> None:
    def mail(hours: float, conversation: str, *, by_us: bool) -> Interaction:
        return at(10 - hours / 24, Channel.EMAIL, by_us=by_us, conversation=conversation)

    found = kpis(
        [
            mail(0, "a", by_us=False),
            mail(1, "a", by_us=False),  # the same question once more
            mail(4, "a", by_us=True),
            mail(10, "b", by_us=False),  # never answered
            mail(20, "c", by_us=True),
            mail(22, "c", by_us=False),
            mail(24, "", by_us=True),
        ],
        NOW,
    )
    assert found.responses_by_us == Responses(3, 1, 4.0)
    assert found.responses_by_them == Responses(2, 1, 2.0)
    assert found.responses_by_us.rate == pytest.approx(1 / 3)
    assert Responses().rate is None


@given(
    st.lists(
        st.builds(
            lambda age, channel, by_us, conversation: at(age, channel, by_us=by_us, conversation=conversation),
            st.floats(-10, 400),
            st.sampled_from(Channel),
            st.booleans(),
            st.sampled_from(["", "a", "b"]),
        ),
        max_size=20,
    )
)
def test_figures_do_not_depend_on_the_order(known: list[Interaction]) -> None:
    found = kpis(known, NOW)
    again = kpis(known[::-1], NOW)
    assert (found.emails, found.meetings, found.calls) == (again.emails, again.meetings, again.calls)
    assert found.team_minutes == pytest.approx(again.team_minutes)
    assert found.responses_by_us.answered <= found.responses_by_us.asked
    assert found.responses_by_them.answered <= found.responses_by_them.asked
