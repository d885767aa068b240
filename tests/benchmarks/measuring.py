"""How long things take a processor: medians, floor and program in turn, and the table of it all.

What else the machine does changes the time of a processor little, that of a clock much.
"""

import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ENOUGH = 200  # repeats, of which the median is taken
LONG_ENOUGH = 4.0  # seconds that one comparison may take; slow things are repeated less often
FEWEST = 3

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table. Numbers are in `unit`; the target is a multiple of the floor, or a number of units."""

    path: str
    what: str
    floor: float | None
    program: float
    unit: str = "ms"
    times: float | None = None
    most: float | None = None

    @property
    def ratio(self) -> float | None:
        return None if not self.floor else self.program / self.floor

    @property
    def verdict(self) -> str:
        if self.times is None and self.most is None:
            return ""
        over_times = self.times is not None and self.ratio is not None and self.ratio > self.times
        over_most = self.most is not None and self.program > self.most
        return "NOT MET" if over_times or over_most else "met"

    @property
    def target(self) -> str:
        parts = [f"{self.times:g}x"] if self.times is not None else []
        return " and ".join([*parts, f"{self.most:g} {self.unit}"] if self.most is not None else parts)


def compare(floor: Work, program: Work, repeats: int = ENOUGH) -> tuple[float, float]:
    """The median milliseconds of both."""
    taken = _in_turn((floor, program), repeats)
    return taken[0], taken[1]


def median(work: Work, repeats: int = ENOUGH) -> float:
    """The median milliseconds."""
    return _in_turn((work,), repeats)[0]


def milliseconds(work: Work) -> float:
    """How long it takes a processor once, the programs that it starts included."""
    start = _spent()
    work()
    return (_spent() - start) * 1000


def _spent() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _in_turn(works: Sequence[Work], repeats: int) -> list[float]:
    for work in works:
        work()
    taken: list[list[float]] = [[] for _ in works]
    end = time.perf_counter() + LONG_ENOUGH
    gc.collect()
    while len(taken[0]) < repeats and (len(taken[0]) < FEWEST or time.perf_counter() < end):
        for work, times in zip(works, taken, strict=True):
            times.append(milliseconds(work))
    return [statistics.median(times) for times in taken]


def table(results: Sequence[Result]) -> str:
    """The results in columns, as Markdown."""
    head = ("#", "hot path", "floor", "program", "ratio", "target", "")
    rows = [
        (
            r.path,
            r.what,
            "" if r.floor is None else _number(r.floor, r.unit),
            _number(r.program, r.unit),
            "" if r.ratio is None else f"{r.ratio:.1f}x",
            r.target,
            r.verdict,
        )
        for r in results
    ]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [head, *rows]]
    lines.insert(1, "-|-".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in lines)


def _number(value: float, unit: str) -> str:
    if value >= 100:
        return f"{value:,.0f} {unit}"
    return f"{value:.3g} {unit}"
