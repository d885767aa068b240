"""An enrichment on the disk: from the pool's interactions to the rows of its table, as far as they are not there yet.

Each piece of new interactions becomes a segment. The sums of the window (one year) are kept and brought up to date by
what came and what fell out; months and weeks that got something new are counted anew. When it is somebody else's side
that a known person is on, all starts from the beginning.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from clienteling.engagement.accounts import SELECTED, Directory, roles
from clienteling.engagement.coding import Coded
from clienteling.engagement.files import read_array, read_state, sweep, write_arrays, write_state
from clienteling.engagement.interactions import DAY, Kind, seconds
from clienteling.engagement.legs import legs_of
from clienteling.engagement.pool import Pool
from clienteling.engagement.replies import LONGEST_DAYS, news, related, threads_of
from clienteling.engagement.rows import Level, Period, day_of, joined, months, number_of, output, rows_of, weeks
from clienteling.engagement.segments import (
    Pairs,
    Segment,
    no_pairs,
    read_pairs,
    read_segment,
    read_threads,
    segment_of,
    write_segment,
)
from clienteling.engagement.sorting import ranked
from clienteling.engagement.sums import RING, Sums, no_sums, read_sums

WINDOW_DAYS = 365
_PIECE = 2_000_000  # interactions that become one segment: what bounds the memory of a run
_FORMAT = 1

Progress = Callable[[int, int], None]


class Cancelled(Exception):
    """Somebody has cancelled the run. What is done so far stays, and the next run goes on from there."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run has processed within its window: distinct mails and meetings with accounts, addresses, days."""

    accounts: int = 0
    mails: int = 0
    meetings: int = 0
    addresses: int = 0
    days: int = 0


@dataclass(slots=True)
class _State:
    """What stands in the state file."""

    format: int = _FORMAT
    made: int = 0
    as_of: int = 0  # seconds since 1970, 0 before the first run
    done: dict[str, int] = field(default_factory=dict)  # rows of each chunk of the pool that are in segments
    gone: dict[str, str] = field(default_factory=dict)  # what was withdrawn of each of these when they were taken
    segments: list[list[Any]] = field(default_factory=list)  # name, first day, last day, last day of its mails' threads
    pairs: str | None = None
    people: str | None = None  # the roles that people had, and the keys of the accounts
    digest: str = ""  # of the sides that they were given by
    sums: str | None = None
    window: list[int] = field(default_factory=list)  # the days that the sums hold
    counted: int = 0  # segments that the sums hold
    touched: list[int] = field(default_factory=list)  # days that got something since the rows were made
    periods: dict[str, str] = field(default_factory=dict)
    day_counts: dict[str, list[int]] = field(default_factory=dict)  # mails and meetings by day


class Enrichment:
    """A folder with the state of an enrichment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        found = read_state(folder)
        self._state = _State(**found) if found.get("format") == _FORMAT else _State()

    @property
    def as_of(self) -> datetime | None:
        """The moment of the last run that came to its end."""
        return datetime.fromtimestamp(self._state.as_of, UTC) if self._state.as_of else None

    def run(
        self,
        pool: Pool,
        directory: Directory,
        now: datetime,
        progress: Progress = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Figures:
        """Bring the table up to `now`. Raises `Cancelled`; a killed run goes on where it was."""
        as_of = seconds(now)
        ids, role = self._roles(pool, directory, as_of)
        self._take(pool, role, ids, as_of, progress, cancelled)
        self._finish(ids, as_of // DAY, cancelled)
        self._state.as_of = as_of
        self._write()
        self._sweep()
        return self.figures()

    def figures(self) -> Figures:
        """The figures of the last run."""
        state = self._state
        if not state.window or not state.people:
            return Figures()
        first, last = state.window
        counts = np.array([c for day, c in state.day_counts.items() if first <= int(day) <= last], np.int64)
        mails, meetings = counts.reshape(-1, 2).sum(axis=0)
        accounts = sum(len(rows) for _, rows in self._kept(Level.YEAR))
        role = read_array(self.folder / state.people, "roles")
        seen = read_array(self.folder / state.people, "seen")
        addresses = int(((role == SELECTED) & seen).sum())
        return Figures(accounts, int(mails), int(meetings), addresses, len(counts))

    def table(self, level: Level | None = None) -> Any:
        """The output table (a pyarrow table) of the last run, of one level or of all, by customer within a period."""
        state = self._state
        levels = [level] if level else list(Level)
        ids = self._ids()
        today = state.as_of // DAY
        found = [output(kept, period, ids, today) for each in levels for period, kept in self._kept(each)]
        return joined(found) if found else output(_no_rows(), Period(Level.YEAR, 0, 0), ids, 0)

    def points(self) -> Any:
        """The points of the score's parts for the window: a pyarrow table by `CustomerId`."""
        kept = [rows for _, rows in self._kept(Level.YEAR)]
        rows = kept[0] if kept else _no_rows()
        names = [name for name in rows.column_names if name.startswith("points_")]
        return rows.select(names).append_column("CustomerId", pa.array(self._ids()[rows["account"].to_numpy()]))

    def _ids(self) -> NDArray[np.int64]:
        if self._state.people is None:
            return np.zeros(0, np.int64)
        return np.array(read_array(self.folder / self._state.people, "ids"))

    def _kept(self, level: Level) -> list[tuple[Period, Any]]:
        found = []
        for key, name in self._state.periods.items():
            kind, first, last = key.split(":")
            if name and kind == level.value:
                rows = pq.read_table(self.folder / f"{name}.parquet")
                found.append((Period(level, int(first), int(last)), rows))
        return sorted(found, key=lambda one: one[0].first)

    # --- Sides ---

    def _roles(self, pool: Pool, directory: Directory, as_of: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The keys of the accounts and the roles of all people. Forgets everything if one of them has changed."""
        state = self._state
        chunks = {chunk.name: chunk.rows for chunk in pool.chunks}
        lost = any(chunks.get(name, 0) < rows for name, rows in state.done.items())
        # What is withdrawn stands in sums of all kinds: they are made anew.
        lost |= any(chunk.gone != state.gone.get(chunk.name, "") for chunk in pool.chunks if chunk.name in state.done)
        leap = bool(state.window) and not 0 <= as_of // DAY - state.window[1] < RING - WINDOW_DAYS - 31
        if lost or leap or as_of < state.as_of:
            self._forget()
        found = roles(directory, self._ids(), pool.salt)
        known = read_array(self.folder / self._state.people, "roles") if self._state.people else None
        if known is not None and len(known) <= len(pool.people) and found.digest == self._state.digest:
            role = np.concatenate([known, found.of(pool.people, len(known))])
            return found.ids, role
        role = found.of(pool.people)
        if known is not None and (len(known) > len(role) or (role[: len(known)] != known).any()):
            self._forget()
            found = roles(directory, self._ids(), pool.salt)
            role = found.of(pool.people)
        self._state.digest = found.digest
        return found.ids, role

    def _forget(self) -> None:
        self._state = _State(made=self._state.made)
        self._write()

    # --- Segments ---

    def _take(
        self,
        pool: Pool,
        role: NDArray[np.int32],
        ids: NDArray[np.int64],
        as_of: int,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> None:
        """Make segments of what is not in one yet."""
        state = self._state
        pairs = read_pairs(self.folder / state.pairs) if state.pairs else no_pairs()
        seen = np.zeros(len(role), np.bool_)
        if state.people:
            before = read_array(self.folder / state.people, "seen")
            seen[: len(before)] = before
        done, total = 0, sum(chunk.rows - state.done.get(chunk.name, 0) for chunk in pool.chunks)
        for rows, upto in self._pieces(pool, as_of):
            if cancelled():
                raise Cancelled
            progress(done, total)
            done += len(rows)
            pairs = self._add(rows, role, pairs, seen)
            fresh = self._name("people")
            write_arrays(self.folder / fresh, {"roles": role, "ids": ids, "seen": seen})
            state.people = fresh
            state.done.update(upto)
            self._write()
        if state.people is None or len(role) > len(seen):
            state.people = self._name("people")
            write_arrays(self.folder / state.people, {"roles": role, "ids": ids, "seen": seen})
        progress(done, total)

    def _pieces(self, pool: Pool, as_of: int) -> Iterator[tuple[Coded, dict[str, int]]]:
        """The interactions up to `as_of` that are in no segment yet, in pieces; and how far each chunk is done then."""
        oldest = _kept_from(as_of // DAY) * DAY
        parts: list[Coded] = []
        upto: dict[str, int] = {}
        for chunk in pool.chunks:
            start = self._state.done.get(chunk.name, 0)
            if start == chunk.rows:
                continue
            rows, gone = pool.all_rows(chunk), pool.gone(chunk)
            self._state.gone[chunk.name] = chunk.gone
            end = int(np.searchsorted(rows.at, as_of, side="right"))
            start = max(start, int(np.searchsorted(rows.at, oldest)))
            while start < end:
                part = min(end, start + _PIECE - sum(len(one) for one in parts))
                parts.append(rows.part(start, part).only(~gone[start:part]))
                upto[chunk.name] = start = part
                if sum(len(one) for one in parts) >= _PIECE:
                    yield _concatenated(parts), upto
                    parts, upto = [], {}
        if parts:
            yield _concatenated(parts), upto

    def _add(self, rows: Coded, role: NDArray[np.int32], pairs: Pairs, seen: NDArray[np.bool_]) -> Pairs:
        """Make a segment of some interactions."""
        state = self._state
        legs, parts = legs_of(rows, role)
        if not len(legs.account):
            return pairs
        before = pairs
        pairs, codes = pairs.with_parts(parts)
        seen[parts.person] = True
        new = threads_of(legs)
        first, last = int(legs.at[0] // DAY), int(legs.at[-1] // DAY)
        reach = LONGEST_DAYS + 1
        near = [name for name, low, high, _ in state.segments if low - reach <= last and first <= high + reach]
        known = [related(read_threads(self.folder / name), new) for name in near]
        segment = segment_of(legs, parts, codes, news(known, new))
        name = self._name("segment")
        write_segment(self.folder / name, segment, new)
        if pairs is not before:
            state.pairs = self._name("pairs")
            pairs.write(self.folder / state.pairs)
        state.segments.append([name, int(segment.days[0]), int(segment.days[-1]), last])
        state.touched = sorted({*state.touched, *segment.days.tolist()})
        self._count_days(legs.at, legs.kind)
        return pairs

    def _count_days(self, at: NDArray[np.int64], kind: NDArray[np.uint8]) -> None:
        days, inverse = ranked(at // DAY)
        counts = np.bincount(inverse * 2 + (kind == Kind.MEETING.number), minlength=len(days) * 2).reshape(-1, 2)
        for day, (mails, meetings) in zip(days.tolist(), counts.tolist(), strict=True):
            before = self._state.day_counts.get(str(day), [0, 0])
            self._state.day_counts[str(day)] = [before[0] + mails, before[1] + meetings]

    # --- Sums and rows ---

    def _finish(self, ids: NDArray[np.int64], today: int, cancelled: Callable[[], bool]) -> None:
        state = self._state
        oldest = _kept_from(today)
        pairs = read_pairs(self.folder / state.pairs) if state.pairs else no_pairs()
        segments = [read_segment(self.folder / name) for name, *_ in state.segments]
        window = Period(Level.YEAR, today - WINDOW_DAYS + 1, today)
        sums = self._window(len(ids), len(pairs), segments, window)
        wanted = {_key(window): window}
        wanted |= {_key(period): period for period in (*months(window.first, today), *weeks(window.first, today))}
        kept = {key: name for key, name in state.periods.items() if key in wanted and not key.startswith(Level.YEAR)}
        fresh = {}
        for key, period in wanted.items():
            if period.level is Level.YEAR:
                fresh[key] = rows_of(sums, pairs, period)
            elif key not in kept or any(period.first <= day <= period.last for day in state.touched):
                if cancelled():
                    raise Cancelled
                fresh[key] = _period_rows(segments, period, len(ids), pairs)
        for key, rows in fresh.items():
            kept[key] = self._write_rows(rows) if len(rows) else ""
        state.periods, state.touched = kept, []
        state.sums = self._name("sums")
        sums.write(self.folder / state.sums)
        state.window, state.counted = [window.first, window.last], len(state.segments)
        # What is older than the first month of the window will not be asked for again.
        gone = [one for one in state.segments if one[2] < oldest]
        state.counted -= len(gone)
        state.segments = [one for one in state.segments if one[2] >= oldest]
        state.day_counts = {day: counts for day, counts in state.day_counts.items() if int(day) >= oldest}

    def _window(self, accounts: int, pairs: int, segments: list[Segment], window: Period) -> Sums:
        """The sums of the window: those that are kept without what fell out and with what came."""
        state = self._state
        if state.sums is None:
            return counted(segments, window, accounts, pairs)
        sums = read_sums(self.folder / state.sums).grown(accounts, pairs)
        before = state.window
        for number, segment in enumerate(segments):
            if number < state.counted:
                sums.remove(segment, before[0], window.first - 1)
                sums.add(segment, before[1] + 1, window.last)
            else:
                sums.add(segment, window.first, window.last)
        return sums

    def _write_rows(self, rows: Any) -> str:
        name = self._name("rows")
        file = self.folder / f"{name}.parquet"
        pq.write_table(rows, file, compression="lz4", use_dictionary=False, write_statistics=False)
        return name

    # --- Files ---

    def _name(self, kind: str) -> str:
        self._state.made += 1
        return f"{kind}-{self._state.made}"

    def _write(self) -> None:
        write_state(self.folder, {name: getattr(self._state, name) for name in _State.__dataclass_fields__})

    def _sweep(self) -> None:
        state = self._state
        sweep(
            self.folder,
            [name for name in (state.pairs, state.people, state.sums) if name]
            + [one[0] for one in state.segments]
            + [f"{name}.parquet" for name in state.periods.values() if name],
        )


def _kept_from(today: int) -> int:
    """The first day that is needed: months and weeks of the window are counted whole, and a reply has its question."""
    first = today - WINDOW_DAYS + 1
    return min(months(first, today)[0].first, weeks(first, today)[0].first) - LONGEST_DAYS - 1


def counted(segments: Iterable[Segment], period: Period, accounts: int, pairs: int) -> Sums:
    """The sums of a period, counted anew."""
    sums = no_sums(accounts, pairs)
    for segment in segments:
        sums.add(segment, period.first, period.last)
    return sums


def _period_rows(segments: list[Segment], period: Period, accounts: int, pairs: Pairs) -> Any:
    """The rows of a month or a week, which has a small part of all segments."""
    there = [one for one in segments if np.subtract(*one.between(period.first, period.last))]
    return rows_of(counted(there, period, accounts, len(pairs)), pairs, period) if there else _no_rows()


def _concatenated(parts: list[Coded]) -> Coded:
    return parts[0] if len(parts) == 1 else reduce(Coded.joined, parts).ordered()


def _key(period: Period) -> str:
    return f"{period.level.value}:{period.first}:{period.last}"


def _no_rows() -> Any:
    return rows_of(no_sums(0, 0), no_pairs(), Period(Level.YEAR, number_of(day_of(0)), 0))
