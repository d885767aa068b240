"""Columns of days: those that come round each year, and those that were or are once. Both know what today is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.columns import Bits, in_range, pack, unfit
from clienteling.domain.dates import YearlyDate, day_number, days_until_each
from clienteling.domain.filters import Criterion, NextDays, Since, YearlyBetween


@dataclass(slots=True)
class Yearly:
    """Days that come round each year, as day numbers of a leap year; -1 where there is none."""

    today: date
    days: NDArray[np.int16] = field(default_factory=lambda: np.zeros(0, np.int16))
    _until: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        # One more entry, which the day number -1 of a missing day finds.
        self._until = np.array([*days_until_each(self.today), np.nan])

    def resize(self, slots: int) -> None:
        grown = np.full(slots, -1, np.int16)
        grown[: len(self.days)] = self.days
        self.days = grown

    def fill(self, slots: Sequence[int], values: Sequence[tuple[int, int]]) -> None:
        """Put many (month, day) at once."""
        numbers = [day_number(YearlyDate(month, day)) for month, day in values]
        self.days[np.asarray(slots, np.int64)] = numbers

    def put(self, slot: int, values: Sequence[Any]) -> None:
        self.days[slot] = day_number(YearlyDate(*values[0])) if values else -1

    def match(self, criterion: Criterion) -> Bits:
        return pack(self._comes(self.days, criterion))

    def fits(self, criterion: Criterion, slot: int) -> bool:
        return bool(self._comes(self.days[slot : slot + 1], criterion)[0])

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        """Days from today to the next time."""
        return self._until[self.days[slots]]

    def turn_to(self, today: date) -> None:
        """Begin a new day."""
        self.today = today
        self.__post_init__()

    def _comes(self, days: NDArray[np.int16], criterion: Criterion) -> NDArray[np.bool_]:
        match criterion:
            case NextDays(days=most):
                return (days >= 0) & (self._until[days] <= most)
            case YearlyBetween(first=first, last=last):
                low, high = day_number(YearlyDate(*first)), day_number(YearlyDate(*last))
                after, before = days >= low, (days <= high) & (days >= 0)
                return after & before if low <= high else after | before
            case _:
                raise unfit(criterion)


@dataclass(slots=True)
class Days:
    """Days as ordinals; NaN where there is none."""

    today: date
    days: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))

    def resize(self, slots: int) -> None:
        grown = np.full(slots, np.nan)
        grown[: len(self.days)] = self.days
        self.days = grown

    def fill(self, slots: Sequence[int], values: Sequence[float]) -> None:
        """Put many days at once into empty slots."""
        self.days[np.asarray(slots, np.int64)] = values

    def put(self, slot: int, values: Sequence[Any]) -> None:
        self.days[slot] = values[0] if values else np.nan

    def match(self, criterion: Criterion) -> Bits:
        return pack(self._lies(self.days, criterion))

    def fits(self, criterion: Criterion, slot: int) -> bool:
        return bool(self._lies(self.days[slot : slot + 1], criterion)[0])

    def order(self, slots: NDArray[np.int64]) -> NDArray[np.float64]:
        return self.days[slots]

    def turn_to(self, today: date) -> None:
        """Begin a new day."""
        self.today = today

    def _lies(self, days: NDArray[np.float64], criterion: Criterion) -> NDArray[np.bool_]:
        today = self.today.toordinal()
        match criterion:
            case Since(days=least, more=True):
                # A comparison with NaN is false, so who has no day is among them.
                return ~(days >= today - least)
            case Since(days=most):
                return (days >= today - most) & (days <= today)
            case NextDays(days=most):
                return (days >= today) & (days <= today + most)
            case _:
                return in_range(days, criterion)
