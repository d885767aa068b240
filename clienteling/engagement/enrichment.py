"""An enrichment on the disk: from the pool's interactions to the rows of its table, as far as they are not there yet.

Each piece of new interactions becomes a segment. The sums of the window (one year) are kept and brought up to date by
what came and what fell out; months and weeks that got something new are counted anew. When it is somebody else's side
that a known person is on, all starts from the beginning.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clienteling.engagement.accounts import Directory, chosen, read_roles, roles
from clienteling.engagement.coding import Coded
from clienteling.engagement.counting import WINDOW_DAYS, counted, kept_from, no_rows, period_rows, window_of
from clienteling.engagement.files import (
    read_array,
    read_state,
    read_table,
    sweep,
    write_arrays,
    write_state,
    write_table,
)
from clienteling.engagement.interactions import DAY, Kind, seconds
from clienteling.engagement.legs import legs_of
from clienteling.engagement.pool import Pool
from clienteling.engagement.replies import LONGEST_DAYS, news, related, threads_of
from clienteling.engagement.rows import Level, Period, joined, months, output, rows_of, weeks
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
from clienteling.engagement.sums import RING, Sums, read_sums

_PIECE = 2_000_000  # interactions that become one segment: what bounds the memory of a run
_FORMAT = 2
_SUMS_AFTER_DAYS = 7  # how far the window may move before its sums are written again
_FEW = 16  # and how small a part what came meanwhile may be

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
    lately: str | None = None  # the pairs that came since those were written
    people: str | None = None  # the roles that people had, and the keys of the accounts
    seen: list[int] = field(default_factory=list)  # the chosen addresses that took part in something
    asked: str = ""  # what tells the pool and the directory that they were given by
    sides: str | None = None  # the same directory as numbers
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
        self._finish(ids, as_of, cancelled)
        self._state.as_of = as_of
        self._write()
        self._sweep()
        return self.figures()

    def figures(self) -> Figures:
        """The figures of the last run."""
        state = self._state
        if not state.as_of or not state.people:
            return Figures()
        window = window_of(state.as_of)
        first, last = window.first, window.last
        counts = np.array([c for day, c in state.day_counts.items() if first <= int(day) <= last], np.int64)
        mails, meetings = counts.reshape(-1, 2).sum(axis=0)
        accounts = sum(len(rows) for _, rows in self._kept(Level.YEAR))
        return Figures(accounts, int(mails), int(meetings), len(state.seen), len(counts))

    def table(self, level: Level | None = None) -> Any:
        """The output table (a pyarrow table) of the last run, of one level or of all, by customer within a period."""
        state = self._state
        levels = [level] if level else list(Level)
        ids = self._ids()
        today = state.as_of // DAY
        found = [output(kept, period, ids, today) for each in levels for period, kept in self._kept(each)]
        return joined(found) if found else output(no_rows(), Period(Level.YEAR, 0, 0), ids, 0)

    def points(self) -> Any:
        """The points of the score's parts for the window: a pyarrow table by `CustomerId`."""
        kept = [rows for _, rows in self._kept(Level.YEAR)]
        rows = kept[0] if kept else no_rows()
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
                rows = read_table(self.folder / f"{name}.arrow")
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
        asked = f"{pool.identity} {directory.digest}"
        known = read_array(self.folder / self._state.people, "roles") if self._state.people else None
        if known is not None and self._state.sides and asked == self._state.asked and len(known) <= len(pool.people):
            found = read_roles(self.folder / self._state.sides)
            if len(known) == len(pool.people):
                return found.ids, known
            return found.ids, np.concatenate([known, found.of(pool.people, len(known))])
        found = roles(directory, self._ids(), pool.salt)
        role = found.of(pool.people)
        if known is not None and (len(known) > len(role) or (role[: len(known)] != known).any()):
            self._forget()
            found = roles(directory, self._ids(), pool.salt)
            role = found.of(pool.people)
        self._state.asked, self._state.sides = asked, self._name("sides")
        found.write(self.folder / self._state.sides)
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
        pairs = self._read_pairs()
        is_new = state.people is None or len(role) > len(read_array(self.folder / state.people, "roles"))
        done, total = 0, sum(chunk.rows - state.done.get(chunk.name, 0) for chunk in pool.chunks)
        for rows, upto in self._pieces(pool, as_of):
            if cancelled():
                raise Cancelled
            progress(done, total)
            done += len(rows)
            pairs = self._add(rows, role, pairs)
            if is_new:
                self._write_people(role, ids)
                is_new = False
            state.done.update(upto)
            self._write()
        if is_new or len(ids) > len(self._ids()):
            self._write_people(role, ids)
        progress(done, total)

    def _pieces(self, pool: Pool, as_of: int) -> Iterator[tuple[Coded, dict[str, int]]]:
        """The interactions up to `as_of` that are in no segment yet, in pieces; and how far each chunk is done then."""
        oldest = kept_from(as_of // DAY) * DAY
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

    def _write_people(self, role: NDArray[np.int32], ids: NDArray[np.int64]) -> None:
        self._state.people = self._name("people")
        write_arrays(self.folder / self._state.people, {"roles": role, "ids": ids})

    def _add(self, rows: Coded, role: NDArray[np.int32], pairs: Pairs) -> Pairs:
        """Make a segment of some interactions."""
        state = self._state
        legs, parts = legs_of(rows, role)
        if not len(legs.account):
            return pairs
        before = pairs
        pairs, codes = pairs.with_parts(parts)
        state.seen = sorted({*state.seen, *chosen(parts.person, role)})
        new = threads_of(legs)
        first, last = int(legs.at[0] // DAY), int(legs.at[-1] // DAY)
        reach = LONGEST_DAYS + 1
        near = [name for name, low, high, _ in state.segments if low - reach <= last and first <= high + reach]
        known = [related(read_threads(self.folder / name), new) for name in near]
        segment = segment_of(legs, parts, codes, news(known, new))
        name = self._name("segment")
        write_segment(self.folder / name, segment, new)
        if pairs is not before:
            pairs = self._write_pairs(pairs)
        state.segments.append([name, int(segment.days[0]), int(segment.days[-1]), last])
        state.touched = sorted({*state.touched, *segment.days.tolist()})
        self._count_days(legs.at, legs.kind)
        return pairs

    def _read_pairs(self) -> Pairs:
        state = self._state
        if state.pairs is None:
            return no_pairs()
        return read_pairs(self.folder / state.pairs, self.folder / state.lately if state.lately else None)

    def _write_pairs(self, pairs: Pairs) -> Pairs:
        state = self._state
        if state.pairs is None or pairs.is_many:
            pairs = pairs.settled()
            state.pairs, state.lately = self._name("pairs"), None
            pairs.write(self.folder / state.pairs)
        else:
            state.lately = self._name("lately")
            pairs.write_lately(self.folder / state.lately)
        return pairs

    def _count_days(self, at: NDArray[np.int64], kind: NDArray[np.uint8]) -> None:
        days, inverse = ranked(at // DAY)
        counts = np.bincount(inverse * 2 + (kind == Kind.MEETING.number), minlength=len(days) * 2).reshape(-1, 2)
        for day, (mails, meetings) in zip(days.tolist(), counts.tolist(), strict=True):
            before = self._state.day_counts.get(str(day), [0, 0])
            self._state.day_counts[str(day)] = [before[0] + mails, before[1] + meetings]

    # --- Sums and rows ---

    def _finish(self, ids: NDArray[np.int64], as_of: int, cancelled: Callable[[], bool]) -> None:
        state = self._state
        window = window_of(as_of)
        today, oldest = window.last, kept_from(window.last)
        pairs = self._read_pairs()
        segments = [read_segment(self.folder / name) for name, *_ in state.segments]
        sums = self._window(len(ids), pairs, segments, window)
        wanted = {_key(window): window}
        wanted |= {_key(period): period for period in (*months(window.first, today), *weeks(window.first, today))}
        kept = {key: name for key, name in state.periods.items() if key in wanted and not key.startswith(Level.YEAR)}
        fresh = {}
        for key, period in wanted.items():
            if period.level is Level.YEAR:
                fresh[key] = rows_of(sums, period)
            elif key not in kept or any(period.first <= day <= period.last for day in state.touched):
                if cancelled():
                    raise Cancelled
                fresh[key] = period_rows(segments, period, len(ids), pairs)
        for key, rows in fresh.items():
            kept[key] = self._write_rows(rows) if len(rows) else ""
        state.periods, state.touched = kept, []
        if self._are_worth_writing(segments, window):
            state.sums = self._name("sums")
            sums.write(self.folder / state.sums)
            state.window, state.counted = [window.first, window.last], len(state.segments)
        # What is older than the first month of the window will not be asked for again.
        gone = [one for one in state.segments[: state.counted] if one[2] < oldest]
        state.counted -= len(gone)
        state.segments = [one for one in state.segments if one[2] >= oldest]
        state.day_counts = {day: counts for day, counts in state.day_counts.items() if int(day) >= oldest}

    def _are_worth_writing(self, segments: list[Segment], window: Period) -> bool:
        """Whether so much came since the sums were written that adding it takes longer than writing them again."""
        state = self._state
        if state.sums is None or window.last - state.window[1] >= _SUMS_AFTER_DAYS:
            return True
        new = sum(len(one.pairs) for one in segments[state.counted :])
        return new * _FEW > sum(len(one.pairs) for one in segments[: state.counted])

    def _window(self, accounts: int, pairs: Pairs, segments: list[Segment], window: Period) -> Sums:
        """The sums of the window: those that are kept without what fell out and with what came."""
        state = self._state
        if state.sums is None:
            return counted(segments, window, accounts, pairs)
        sums = read_sums(self.folder / state.sums).grown(accounts, len(pairs))
        before = state.window
        for number, segment in enumerate(segments):
            if number < state.counted:
                sums.remove(segment, before[0], window.first - 1, pairs.slots)
                days = before[1] + 1, window.last
            else:
                days = window.first, window.last
            sums.add(segment, *days)
            sums.add_pairs(segment, *days, pairs.slots)
        return sums

    def _write_rows(self, rows: Any) -> str:
        name = self._name("rows")
        write_table(self.folder / f"{name}.arrow", rows)
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
            [name for name in (state.pairs, state.lately, state.people, state.sides, state.sums) if name]
            + [one[0] for one in state.segments]
            + [f"{name}.arrow" for name in state.periods.values() if name],
        )


def _concatenated(parts: list[Coded]) -> Coded:
    return parts[0] if len(parts) == 1 else reduce(Coded.joined, parts).ordered()


def _key(period: Period) -> str:
    return f"{period.level.value}:{period.first}:{period.last}"
