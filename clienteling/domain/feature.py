"""Features that headquarters turns on and off."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from clienteling.domain.errors import Problem, mark
from clienteling.domain.operations import Operation


class Feature(StrEnum):
    CLIENTELING = "clienteling"


class FeatureState(StrEnum):
    ENABLED = "enabled"
    SCHEDULED = "scheduled"
    OFF = "off"


TITLES = {Feature.CLIENTELING: mark("Clienteling")}
OPERATIONS = {
    operation: Feature.CLIENTELING
    for operation in (
        Operation.VIEW_MY_CLIENT_BOOK,
        Operation.VIEW_STORE_CLIENT_BOOKS,
        Operation.ADD_TO_CLIENT_BOOK,
        Operation.REMOVE_FROM_CLIENT_BOOK,
        Operation.REASSIGN,
    )
}
"""The operations that a feature brings."""


@dataclass(frozen=True, slots=True)
class FeatureStatus:
    """Whether a feature is on. A scheduled one begins at midnight of its day, by the clock of each store."""

    state: FeatureState = FeatureState.ENABLED
    starts: date | None = None

    def is_on(self, now: datetime, time_zone: str = "UTC") -> bool:
        if self.state is not FeatureState.SCHEDULED:
            return self.state is FeatureState.ENABLED
        return self.starts is not None and now.astimezone(ZoneInfo(time_zone)).date() >= self.starts


class FeatureOff(Problem):
    """The operation belongs to a feature that is not enabled."""

    title = mark("This is turned off")

    def __init__(self, operation: str, feature: str, starts: date | None = None) -> None:
        if starts is None:
            message = mark("{operation} belongs to the feature “{feature}”, which headquarters has turned off.")
            super().__init__(message, operation=operation, feature=feature)
        else:
            message = mark("{operation} belongs to the feature “{feature}”, which starts on {day}.")
            super().__init__(message, operation=operation, feature=feature, day=starts.isoformat())
