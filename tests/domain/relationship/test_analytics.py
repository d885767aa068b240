"""What can be chosen for health, and what is refused."""

import pytest

from clienteling.domain.errors import Invalid
from clienteling.domain.relationship.analytics import Analytics, Frequency, State, check_analytics
from clienteling.domain.relationship.interaction import Channel


def test_defaults_are_those_of_the_original() -> None:
    chosen = Analytics()
    assert [chosen.weight(channel) for channel in Channel] == [1, 1, 1, 1]
    assert chosen.frequency is Frequency.WEEKLY
    assert chosen.ranges() == {State.POOR: (0, 39), State.FAIR: (40, 59), State.GOOD: (60, 100)}


def test_every_score_has_one_grade() -> None:
    for chosen in (Analytics(), Analytics(good=100, fair=99), Analytics(good=2, fair=1)):
        for state, (first, last) in chosen.ranges().items():
            assert {chosen.grade(score) for score in range(first, last + 1)} == {state}
        assert sum(last - first + 1 for first, last in chosen.ranges().values()) == 101


@pytest.mark.parametrize(
    ("chosen", "field"),
    [
        (Analytics({Channel.EMAIL: 51}), "email"),
        (Analytics({Channel.TASK: -51}), "task"),
        (Analytics(fair=0), "fair"),
        (Analytics(good=100, fair=100), "fair"),
        (Analytics(good=40, fair=40), "good"),
        (Analytics(good=101), "good"),
    ],
)
def test_wrong_choices_are_refused_at_their_field(chosen: Analytics, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_analytics(chosen)
    assert refused.value.field == field


def test_bounds_are_allowed() -> None:
    check_analytics(Analytics({Channel.EMAIL: 50, Channel.TASK: -50}, good=100, fair=99))
