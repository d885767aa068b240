"""When a distribution job runs: with each save, every few hours, or when somebody runs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from clienteling.domain.configuration.sections import Job
from clienteling.domain.errors import Invalid, mark

MOST_HOURS = 168
_WHEN, _RAN = "distribution.when.", "distribution.ran."


class Mode(StrEnum):
    ON_SAVE = "on save"
    EVERY = "every"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Schedule:
    """`hours` is set for `Mode.EVERY`."""

    mode: Mode = Mode.ON_SAVE
    hours: int = 0

    def __str__(self) -> str:
        return f"every {self.hours} h" if self.mode is Mode.EVERY else self.mode.value

    def is_due(self, ran: datetime | None, now: datetime) -> bool:
        """Whether a job that last ran at `ran` is to run now."""
        return self.mode is Mode.EVERY and (ran is None or now >= ran + timedelta(hours=self.hours))


def check(schedule: Schedule) -> None:
    """Raise `Invalid` for hours that are none."""
    if schedule.mode is Mode.EVERY and not 1 <= schedule.hours <= MOST_HOURS:
        raise Invalid("hours", mark("Every 1 to {most} hours, please."), most=MOST_HOURS)


def when_parameter(job: Job) -> str:
    """The name of the company's parameter that holds the schedule of a job."""
    return f"{_WHEN}{int(job)}"


def ran_parameter(job: Job) -> str:
    """The name of the company's parameter that holds when a job ran last."""
    return f"{_RAN}{int(job)}"


def schedule_of(given: Mapping[str, str], job: Job) -> Schedule:
    """The schedule of a job among the company's parameters."""
    mode, _, hours = given.get(when_parameter(job), Mode.ON_SAVE.value).partition(":")
    if mode not in set(Mode):
        return Schedule()
    return Schedule(Mode(mode), int(hours) if hours.isdecimal() else 0)


def stored(schedule: Schedule) -> str:
    return f"{schedule.mode.value}:{schedule.hours}" if schedule.mode is Mode.EVERY else schedule.mode.value


def ran(given: Mapping[str, str], job: Job) -> datetime | None:
    """When a job ran last."""
    text = given.get(ran_parameter(job))
    return datetime.fromisoformat(text) if text else None
