"""What an administrator chooses for the health score: weights, expected frequency, grades."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.relationship.interaction import Channel

MOST_INFLUENCE = 50
STEP = 5


class Frequency(StrEnum):
    """How often we are expected to be in touch with a customer."""

    DAILY = "daily"
    FEW_DAYS = "few-days"
    WEEKLY = "weekly"
    FEW_WEEKS = "few-weeks"
    MONTHLY = "monthly"

    @property
    def days(self) -> int:
        return _DAYS[self]

    @property
    def label(self) -> str:
        """How people read it; a translatable literal."""
        return _TITLES[self]


_DAYS = {
    Frequency.DAILY: 1,
    Frequency.FEW_DAYS: 3,
    Frequency.WEEKLY: 7,
    Frequency.FEW_WEEKS: 14,
    Frequency.MONTHLY: 30,
}
_TITLES = {
    Frequency.DAILY: mark("Once a day"),
    Frequency.FEW_DAYS: mark("Once every few days"),
    Frequency.WEEKLY: mark("Once a week"),
    Frequency.FEW_WEEKS: mark("Once every couple of weeks"),
    Frequency.MONTHLY: mark("Once a month"),
}


class State(StrEnum):
    """What is known of a customer's health: a grade, or why there is none."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    NOT_ENOUGH_INFO = "not-enough-info"
    NO_CLOSED_ACTIVITIES = "no-closed-activities"
    IN_PROGRESS = "in-progress"
    WENT_WRONG = "went-wrong"
    OLDER_THAN_2_YEARS = "older-than-2-years"

    @property
    def label(self) -> str:
        """How people read it; a translatable literal."""
        return _STATES[self]

    @property
    def is_grade(self) -> bool:
        return self in (State.GOOD, State.FAIR, State.POOR)


_STATES = {
    State.GOOD: mark("Good"),
    State.FAIR: mark("Fair"),
    State.POOR: mark("Poor"),
    State.NOT_ENOUGH_INFO: mark("Not enough information"),
    State.NO_CLOSED_ACTIVITIES: mark("No closed activities"),
    State.IN_PROGRESS: mark("Computation in progress"),
    State.WENT_WRONG: mark("Something went wrong"),
    State.OLDER_THAN_2_YEARS: mark("Nothing for more than 2 years"),
}


class Trend(StrEnum):
    IMPROVING = "improving"
    STEADY = "steady"
    DECLINING = "declining"
    NOT_ENOUGH_INFO = "not-enough-info"
    WENT_WRONG = "went-wrong"
    NOT_APPLICABLE = "not-applicable"

    @property
    def label(self) -> str:
        """How people read it; a translatable literal."""
        return _TRENDS[self]


_TRENDS = {
    Trend.IMPROVING: mark("Improving"),
    Trend.STEADY: mark("Steady"),
    Trend.DECLINING: mark("Declining"),
    Trend.NOT_ENOUGH_INFO: mark("Not enough information for a trend"),
    Trend.WENT_WRONG: mark("Something went wrong"),
    Trend.NOT_APPLICABLE: mark("No trend"),
}


@dataclass(frozen=True, slots=True)
class Analytics:
    """`influence` is how many per cent more or less than the others a channel counts; unnamed ones count as they are.

    From `good` on a score is good, from `fair` on fair, below that poor.
    """

    influence: Mapping[Channel, int] = field(default_factory=dict)
    frequency: Frequency = Frequency.WEEKLY
    good: int = 60
    fair: int = 40

    def weight(self, channel: Channel) -> float:
        return 1 + self.influence.get(channel, 0) / 100

    def grade(self, score: int) -> State:
        if score >= self.good:
            return State.GOOD
        return State.FAIR if score >= self.fair else State.POOR

    def ranges(self) -> dict[State, tuple[int, int]]:
        """The first and the last score of each grade."""
        return {
            State.POOR: (0, self.fair - 1),
            State.FAIR: (self.fair, self.good - 1),
            State.GOOD: (self.good, 100),
        }


def check_analytics(analytics: Analytics) -> None:
    """Raise `Invalid` at the channel, "fair" or "good" if a value is outside its bounds."""
    for channel, influence in analytics.influence.items():
        if not -MOST_INFLUENCE <= influence <= MOST_INFLUENCE:
            raise Invalid(channel, mark("An influence is between -{most} % and +{most} %."), most=MOST_INFLUENCE)
    if not 1 <= analytics.fair <= 99:
        raise Invalid("fair", mark("Fair begins between 1 and 99."))
    if not analytics.fair < analytics.good <= 100:
        raise Invalid("good", mark("Good begins above fair, and not above 100."))
