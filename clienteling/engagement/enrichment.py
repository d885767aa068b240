"""An enrichment on the disk: from the pool's interactions to the rows of its table, as far as they are not there yet.

Each piece of new interactions becomes a segment. The sums of the window (one year) are kept and brought up to date by
what came and what fell out; months and weeks that got something new are counted anew. When it is somebody else's side
that a known person is on, all starts from the beginning.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clienteling.engagement.accounts import Directory, chosen, read_roles, roles
from clienteling.engagement.coding import Coded, concatenated
from clienteling.engagement.counting import WINDOW_DAYS, counted, kept_from, no_rows, period_rows, window_of
from clienteling.engagement.files import (
    read_array,
    read_arrays,
    read_state,
    read_table,
    sweep,
    write_arrays,
    write_state,
    write_table,
)
from clienteling.engagement.interactions import DAY, seconds
from clienteling.engagement.legs import Legs, legs_of
from clienteling.engagement.pool import Pool
from clienteling.engagement.replies import LONGEST_DAYS, Replies, news, no_replies, related, threads_of, without
from clienteling.engagement.replies import joined as joined_replies
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
from clienteling.engagement.state import FORMAT, Figures, State
from clienteling.engagement.sums import RING, Sums, read_sums
from clienteling.engagement.withdrawal import has_rows, rows_of_source, withdrawn_since

_PIECE = 2_000_000  # interactions that become one segment: what bounds the memory of a run
_SUMS_AFTER_DAYS = 7  # how far the window may move before its sums are written again
_FEW = 16  # and how small a part what came meanwhile may be

Progress = Callable[[int, int], None]


class Cancelled(Exception):
    """Somebody has cancelled the run. What is done so far stays, and the next run goes on from there."""


class Enrichment:
    """A folder with the state of an enrichment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        found = read_state(folder)
        self._state = State(**found) if found.get("format") == FORMAT else State()

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
        self._withdraw(pool, role)
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
        self._state = State(made=self._state.made)
        self._write()

    # --- Segments ---

    def _withdraw(self, pool: Pool, role: NDArray[np.int32]) -> None:
        """Make segments anew that have something which the pool has no more."""
        state = self._state
        names = {chunk.name: chunk.gone for chunk in pool.chunks if chunk.gone}
        if names == state.gone:
            return
        known = read_arrays(self.folder / state.withdrawn) if state.withdrawn else {}
        gone = withdrawn_since(pool, known, state.done)
        legs, _ = legs_of(gone.rows, role)
        if len(legs.account):
            lost = threads_of(legs)
            near = (related(read_threads(self.folder / name), lost) for name in self._near(legs))
            self._make_anew(pool, role, gone.places, without(near, lost))
            state.touched = sorted({*state.touched, *(legs.at // DAY).tolist()})
            state.count_days(legs.at, legs.kind, -1)
            state.sums = None
        state.gone, state.withdrawn = names, self._name("withdrawn")
        write_arrays(self.folder / state.withdrawn, gone.all_places)
        self._write()

    def _make_anew(
        self, pool: Pool, role: NDArray[np.int32], gone: Mapping[str, NDArray[np.int64]], change: Replies
    ) -> None:
        """Make the segments anew that have one of the rows; the first of them gets what changes in the replies."""
        state = self._state
        pairs = self._read_pairs()
        for entry in state.segments:
            name, sources = entry[0], entry[4]
            if not any(has_rows(gone.get(chunk), first, last) for chunk, first, last in sources):
                continue
            rows = concatenated([rows_of_source(pool, *source) for source in sources])
            legs, parts = legs_of(rows, role)
            pairs, codes = pairs.with_parts(parts)
            replies = joined_replies(read_segment(self.folder / name).replies, change)
            state.touched = sorted({*state.touched, *change.day.tolist()})
            change = no_replies()
            segment = segment_of(legs, parts, codes, replies)
            entry[0] = self._name("segment")
            write_segment(self.folder / entry[0], segment, threads_of(legs))
            if len(segment.days):
                entry[1:3] = int(segment.days[0]), int(segment.days[-1])

    def _near(self, legs: Legs) -> list[str]:
        """The segments whose mails can have to do with those."""
        first, last = int(legs.at.min() // DAY), int(legs.at.max() // DAY)
        reach = LONGEST_DAYS + 1
        return [name for name, low, high, *_ in self._state.segments if low - reach <= last and first <= high + reach]

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
        for rows, sources in self._pieces(pool, as_of):
            if cancelled():
                raise Cancelled
            progress(done, total)
            done += len(rows)
            pairs = self._add(rows, role, pairs, sources)
            if is_new:
                self._write_people(role, ids)
                is_new = False
            state.done.update({chunk: end for chunk, _, end in sources})
            self._write()
        if is_new or len(ids) > len(self._ids()):
            self._write_people(role, ids)
        progress(done, total)

    def _pieces(self, pool: Pool, as_of: int) -> Iterator[tuple[Coded, list[tuple[str, int, int]]]]:
        """The interactions up to `as_of` that are in no segment yet, in pieces; and where those stand in the pool."""
        oldest = kept_from(as_of // DAY) * DAY
        parts: list[Coded] = []
        sources: list[tuple[str, int, int]] = []
        for chunk in pool.chunks:
            start = self._state.done.get(chunk.name, 0)
            if start == chunk.rows:
                continue
            rows, gone = pool.all_rows(chunk), pool.gone(chunk)
            end = int(np.searchsorted(rows.at, as_of, side="right"))
            start = max(start, int(np.searchsorted(rows.at, oldest)))
            while start < end:
                part = min(end, start + _PIECE - sum(len(one) for one in parts))
                parts.append(rows.part(start, part).only(~gone[start:part]))
                sources.append((chunk.name, start, part))
                start = part
                if sum(len(one) for one in parts) >= _PIECE:
                    yield concatenated(parts), sources
                    parts, sources = [], []
        if parts:
            yield concatenated(parts), sources

    def _write_people(self, role: NDArray[np.int32], ids: NDArray[np.int64]) -> None:
        self._state.people = self._name("people")
        write_arrays(self.folder / self._state.people, {"roles": role, "ids": ids})

    def _add(self, rows: Coded, role: NDArray[np.int32], pairs: Pairs, sources: list[tuple[str, int, int]]) -> Pairs:
        """Make a segment of some interactions."""
        state = self._state
        legs, parts = legs_of(rows, role)
        if not len(legs.account):
            return pairs
        before = pairs
        pairs, codes = pairs.with_parts(parts)
        state.seen = sorted({*state.seen, *chosen(parts.person, role)})
        new = threads_of(legs)
        known = [related(read_threads(self.folder / name), new) for name in self._near(legs)]
        segment = segment_of(legs, parts, codes, news(known, new))
        name = self._name("segment")
        write_segment(self.folder / name, segment, new)
        if pairs is not before:
            pairs = self._write_pairs(pairs)
        state.segments.append([name, int(segment.days[0]), int(segment.days[-1]), int(legs.at[-1] // DAY), sources])
        state.touched = sorted({*state.touched, *segment.days.tolist()})
        state.count_days(legs.at, legs.kind)
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

    # --- Sums and rows ---

    def _finish(self, ids: NDArray[np.int64], as_of: int, cancelled: Callable[[], bool]) -> None:
        state = self._state
        window = window_of(as_of)
        today, oldest = window.last, kept_from(window.last)
        pairs = self._read_pairs()
        sums = self._window(len(ids), pairs, window)
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
                there = list(self._segments(period.first, period.last))
                fresh[key] = period_rows(there, period, len(ids), pairs)
        for key, rows in fresh.items():
            kept[key] = self._write_rows(rows) if len(rows) else ""
        state.periods, state.touched = kept, []
        if self._are_worth_writing(window):
            state.sums = self._name("sums")
            sums.write(self.folder / state.sums)
            state.window, state.counted = [window.first, window.last], len(state.segments)
        # What is older than the first month of the window will not be asked for again.
        gone = [one for one in state.segments[: state.counted] if one[2] < oldest]
        state.counted -= len(gone)
        state.segments = [one for one in state.segments if one[2] >= oldest]
        state.day_counts = {day: counts for day, counts in state.day_counts.items() if int(day) >= oldest}

    def _are_worth_writing(self, window: Period) -> bool:
        """Whether so much came since the sums were written that adding it takes longer than writing them again."""
        state = self._state
        if state.sums is None or window.last - state.window[1] >= _SUMS_AFTER_DAYS:
            return True
        sizes = [int(sum(last - first for _, first, last in entry[4])) for entry in state.segments]
        return sum(sizes[state.counted :]) * _FEW > sum(sizes[: state.counted])

    def _segments(self, first: int, last: int, start: int = 0, end: int | None = None) -> Iterator[Segment]:
        """The segments that have something on these days, one after the other: all at once are much to hold."""
        for name, low, high, *_ in self._state.segments[start:end]:
            if low <= last and first <= high:
                yield read_segment(self.folder / name)

    def _window(self, accounts: int, pairs: Pairs, window: Period) -> Sums:
        """The sums of the window: those that are kept without what fell out and with what came."""
        state = self._state
        if state.sums is None:
            return counted(self._segments(window.first, window.last), window, accounts, pairs)
        sums = read_sums(self.folder / state.sums).grown(accounts, len(pairs))
        before = Period(Level.YEAR, *state.window)
        fell_out, came = (before.first, window.first - 1), (before.last + 1, window.last)
        for segment in self._segments(*fell_out, end=state.counted):
            sums.remove(segment, *fell_out, pairs.slots)
        for segment in self._segments(*came, end=state.counted):
            _add_days(sums, segment, came, pairs)
        for segment in self._segments(window.first, window.last, start=state.counted):
            _add_days(sums, segment, (window.first, window.last), pairs)
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
        write_state(self.folder, {name: getattr(self._state, name) for name in State.__dataclass_fields__})

    def _sweep(self) -> None:
        sweep(self.folder, self._state.files)


def _add_days(sums: Sums, segment: Segment, days: tuple[int, int], pairs: Pairs) -> None:
    sums.add(segment, *days)
    sums.add_pairs(segment, *days, pairs.slots)


def _key(period: Period) -> str:
    return f"{period.level.value}:{period.first}:{period.last}"
