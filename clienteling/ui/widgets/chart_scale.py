"""What a chart shows, and the numbers along its axis."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

Written = Callable[[float], str]

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_COLORS = ("chart_1", "chart_2", "warning", "success", "danger", "text_muted")
_MOST_SPOKEN = 12
_LEAST_REACH = 1e-9


@dataclass(frozen=True, slots=True)
class Series:
    """Values by place, None where there is none. `color` names a colour of the theme."""

    name: str
    values: tuple[float | None, ...]
    color: str = ""


@dataclass(frozen=True, slots=True)
class ChartData:
    """`labels` stand below the places. The place that is `lit` is drawn strong, the others weak."""

    labels: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    unit: str = ""
    lit: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.labels or all(value is None for series in self.series for value in series.values)

    def color_of(self, place: int) -> str:
        return self.series[place].color or _COLORS[place % len(_COLORS)]


def ticks(lowest: float, highest: float, most: int = 4) -> tuple[float, ...]:
    """Round numbers, evenly spaced, that include both ends; zero is always among them."""
    low, high = min(0.0, lowest), max(0.0, highest)
    if high - low < _LEAST_REACH:
        high = low + 1.0
    raw = (high - low) / most
    power = 10.0 ** math.floor(math.log10(raw))
    step = next((s * power for s in _STEPS if s * power >= raw * (1 - 1e-9)), 10 * power)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(at * step, 12) for at in range(first, last + 1))


def plain_number(value: float) -> str:
    return f"{value:g}"


def summary(data: ChartData, written: Written) -> str:
    """The chart in words, for those who do not see it: all values where they are few, else what stands out."""
    translate = QCoreApplication.translate
    if data.is_empty:
        return translate("Chart", "No values.")
    parts = [_series_in_words(series, data.labels, written) for series in data.series]
    words = " ".join(part for part in parts if part)
    return translate("Chart", "In {unit}. {values}").format(unit=data.unit, values=words) if data.unit else words


def _series_in_words(series: Series, labels: Sequence[str], written: Written) -> str:
    translate = QCoreApplication.translate
    known = [(label, value) for label, value in zip(labels, series.values, strict=True) if value is not None]
    if not known:
        return ""
    if len(known) <= _MOST_SPOKEN:
        text = ", ".join(f"{label} {written(value)}" for label, value in known)
        return translate("Chart", "{name}: {values}.").format(name=series.name, values=text)
    least, most = min(known, key=lambda pair: pair[1]), max(known, key=lambda pair: pair[1])
    return translate("Chart", "{name}: first {first}, last {last}, least {least}, most {most}.").format(
        name=series.name,
        first=f"{known[0][0]} {written(known[0][1])}",
        last=f"{known[-1][0]} {written(known[-1][1])}",
        least=f"{least[0]} {written(least[1])}",
        most=f"{most[0]} {written(most[1])}",
    )
